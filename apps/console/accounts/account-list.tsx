import { Button, MenuItem, TextField } from '@mui/material';
import ManageAccountsIcon from '@mui/icons-material/ManageAccounts';
import SendIcon from '@mui/icons-material/Send';
import { useState, type ReactNode } from 'react';
import { DataTable, useListContext, useNotify, useUnselectAll } from 'react-admin';
import { useMay } from '../api/me.js';
import { inTurn, useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { RecordLink } from '../parts/record-link.js';
import { When } from '../parts/when.js';
import { Roles, Status, Whose, type Account } from './words.js';

export default function AccountList(): ReactNode {
  const t = useWords();
  const may = useMay();
  const mayRenew = may('renewInvitation');
  return (
    <ResourceList
      resource="accounts"
      sort={{ field: 'invitedAt', order: 'DESC' }}
      create="inviteAccount"
      createLabel={t('accounts.invite.title')}
      filters={[<Which key="which" source="which" alwaysOn />]}
      bulkActions={mayRenew ? <RenewSelected /> : false}
      empty={
        <Empty Icon={ManageAccountsIcon} title={t('accounts.empty.title')} text={t('accounts.empty.text')}>
          {may('inviteAccount') && <EmptyCreate label={t('accounts.invite.title')} />}
        </Empty>
      }
      phone={(account) => ({ primary: <Whose {...account} plain />, secondary: <Detail {...account} />, end: <Status status={account.status} /> })}
    >
      <DataTable.Col label={t('accounts.fields.whose')} disableSort render={(account: Account) => <RecordLink id={account.id}><Whose {...account} plain /></RecordLink>} />
      <DataTable.Col label={t('accounts.fields.email')} disableSort render={({ email }: Account) => email ?? '—'} />
      <DataTable.Col label={t('accounts.fields.status')} disableSort render={({ status }: Account) => <Status status={status} />} />
      <DataTable.Col label={t('accounts.fields.roles')} disableSort render={({ roles }: Account) => (roles.length > 0 ? <Roles roles={roles} /> : '—')} />
      <DataTable.Col label={t('accounts.fields.secondFactor')} disableSort render={({ secondFactor }: Account) => t(secondFactor ? 'app.yes' : 'app.no')} />
      <DataTable.Col source="invitedAt" label={t('accounts.fields.invitedAt')} render={({ invitedAt }: Account) => <When at={invitedAt} day />} />
    </ResourceList>
  );
}

function Detail({ memberId, email, roles }: Account): ReactNode {
  return (
    <>
      {memberId !== null && email} <Roles roles={roles} />
    </>
  );
}

/** The list takes one of these at a time. */
const WHICH = { open: { status: 'open' }, invited: { status: 'invited' }, disabled: { status: 'disabled' }, administrators: { roles: 'administrator' }, auditors: { roles: 'auditor' } } as const;

/** Among the filters; what it chooses is `status` or `roles`. */
function Which(_props: { source: string; alwaysOn: boolean }): ReactNode {
  const t = useWords();
  const { filterValues, setFilters } = useListContext();
  const now = Object.entries(WHICH).find(([, filter]) => Object.entries(filter).every(([field, value]) => filterValues[field] === value))?.[0] ?? '';
  return (
    <TextField
      select
      size="small"
      label={t('accounts.which.label')}
      value={now}
      onChange={({ target }) => setFilters(WHICH[target.value as keyof typeof WHICH] ?? {}, {})}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 200 }}
    >
      <MenuItem value="">{t('accounts.which.all')}</MenuItem>
      {(Object.keys(WHICH) as (keyof typeof WHICH)[]).map((each) => (
        <MenuItem key={each} value={each}>
          {t(`accounts.which.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Those of the selected who have not come yet. */
function RenewSelected(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { data = [], selectedIds } = useListContext<Account>();
  const unselect = useUnselectAll('accounts');
  const { mutateAsync } = useCommand('renewInvitation');
  const [busy, setBusy] = useState(false);
  const waiting = data.filter(({ id, status }) => selectedIds.includes(id) && status === 'invited');

  async function renew(): Promise<void> {
    setBusy(true);
    const refused = await inTurn(waiting, ({ id }) => mutateAsync({ path: { id } }));
    setBusy(false);
    unselect();
    if (refused.length > 0) notify(t('accounts.renew.refused', { smart_count: refused.length, why: refused[0]?.why }), { type: 'error' });
    else notify(t('accounts.renew.sent', { smart_count: waiting.length }), { type: 'success' });
  }

  return (
    <Button size="small" startIcon={<SendIcon />} loading={busy} disabled={waiting.length === 0} onClick={() => void renew()}>
      {t('accounts.renew.selected', { smart_count: waiting.length })}
    </Button>
  );
}

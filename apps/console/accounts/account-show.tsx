import { Alert, Grid, Link as MuiLink, Stack, Typography } from '@mui/material';
import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/Check';
import SendIcon from '@mui/icons-material/Send';
import type { ReactNode } from 'react';
import { email as isEmail, required, SelectInput, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { NotDelivered } from './not-delivered.js';
import { Roles, ROLES, Status, WhatTheyMay, Whose, type Account } from './words.js';

export default function AccountShow(): ReactNode {
  const t = useWords();
  const me = useMe();
  const isOwn = ({ id }: Account): boolean => id === me?.accountId;
  return (
    <ShowPage
      resource="accounts"
      heading={({ email }) => email ?? t('accounts.one')}
      below={({ status, roles }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Status status={status} /> <Roles roles={roles} />
        </Stack>
      )}
      actions={(account) => !isOwn(account) && <Standing {...account} />}
    >
      {(account) => (
        <Grid container spacing={2}>
          {isOwn(account) && (
            <Grid size={12}>
              <Alert severity="info" action={<MuiLink component={Link} to="/account" color="inherit" sx={{ p: 1 }}>{t('account.title')}</MuiLink>}>
                {t('accounts.own')}
              </Alert>
            </Grid>
          )}
          {account.status === 'invited' && (
            <Grid size={12}>
              <NotDelivered />
            </Grid>
          )}
          <Grid size={{ xs: 12, md: 6 }}>
            <Stack spacing={2}>
              <Whom account={account} />
              <Address account={account} own={isOwn(account)} />
              <Security account={account} own={isOwn(account)} />
            </Stack>
          </Grid>
          <Grid size={{ xs: 12, md: 6 }}>
            <RolesOf account={account} own={isOwn(account)} />
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}

interface Part {
  account: Account;
  /** Nobody decides about their own account. */
  own: boolean;
}

function Reason(): ReactNode {
  const t = useWords();
  return <TextInput source="reason" label={t('app.reason')} multiline fullWidth />;
}

function Standing({ id, status }: Account): ReactNode {
  const t = useWords();
  const path = { id };
  return (
    <>
      {status === 'invited' && <CommandButton operation="renewInvitation" path={path} ties={{}} label={t('accounts.renew.title')} text={t('accounts.renew.text')} done={t('accounts.renew.sent', { smart_count: 1 })} Icon={SendIcon} />}
      {status === 'disabled' ? (
        <CommandButton operation="enableAccount" path={path} ties={{}} label={t('accounts.enable.title')} text={t('accounts.enable.text')} done={t('accounts.enable.done')} Icon={CheckIcon}>
          <Reason />
        </CommandButton>
      ) : (
        <CommandButton operation="disableAccount" path={path} ties={{}} label={t('accounts.disable.title')} text={t('accounts.disable.text')} done={t('accounts.disable.done')} Icon={BlockIcon} color="error">
          <Reason />
        </CommandButton>
      )}
    </>
  );
}

function Whom({ account: { memberId, email, invitedAt, openedAt } }: Omit<Part, 'own'>): ReactNode {
  const t = useWords();
  return (
    <Section title={t('accounts.one')}>
      <Facts
        facts={[
          [t('accounts.fields.whose'), memberId ? <Whose key="whose" memberId={memberId} email={email ?? null} /> : t('accounts.outside')],
          [t('accounts.fields.invitedAt'), <When key="invited" at={invitedAt} />],
          [t('accounts.fields.openedAt'), openedAt === null ? t('accounts.notYet') : <When key="opened" at={openedAt} />],
        ]}
      />
    </Section>
  );
}

function Address({ account: { id, email, pendingEmail, noticeEnds, status }, own }: Part): ReactNode {
  const t = useWords();
  // Auditors are not told addresses; of somebody who was erased there is none.
  if (!email) return null;
  return (
    <Section
      title={t('accounts.fields.email')}
      actions={
        !own &&
        status === 'open' && (
          <CommandButton operation="requestAddressChange" path={{ id }} ties={{}} size="small" label={t('accounts.address.title')} text={t('accounts.address.text')} done={t('accounts.address.done')}>
            <TextInput source="email" type="email" label={t('accounts.address.email')} validate={[required(), isEmail()]} fullWidth />
            <Reason />
          </CommandButton>
        )
      }
    >
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {email}
      </Typography>
      {pendingEmail && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('accounts.address.waiting', { email: pendingEmail })} {t('accounts.address.until')} <When at={noticeEnds} />.
          <Stack direction="row" sx={{ mt: 1 }}>
            {!own && <CommandButton operation="stopAddressChange" path={{ id }} ties={{}} size="small" label={t('accounts.address.stop')} done={t('accounts.address.stopped')} />}
          </Stack>
        </Alert>
      )}
    </Section>
  );
}

function Security({ account: { id, secondFactor, providers }, own }: Part): ReactNode {
  const t = useWords();
  return (
    <Section
      title={t('accounts.security')}
      actions={
        secondFactor &&
        !own && (
          <CommandButton operation="removeSecondFactor" path={{ id }} ties={{}} size="small" color="error" label={t('accounts.secondFactor.remove')} text={t('accounts.secondFactor.text')} done={t('accounts.secondFactor.done')}>
            <Reason />
          </CommandButton>
        )
      }
    >
      <Facts
        facts={[
          [t('accounts.fields.secondFactor'), t(secondFactor ? 'app.yes' : 'app.no')],
          [t('accounts.fields.providers'), providers.length > 0 ? providers.map((issuer) => new URL(issuer).host).join(', ') : t('app.none')],
        ]}
      />
    </Section>
  );
}

function RolesOf({ account: { id, memberId, roles, status }, own }: Part): ReactNode {
  const t = useWords();
  // An auditor has no other part.
  const lacking = ROLES.filter((role) => !roles.includes(role) && (role === 'auditor' ? memberId === null && roles.length === 0 : !roles.includes('auditor')));
  const shown = [...(memberId ? (['signedIn'] as const) : []), ...roles];
  return (
    <Section
      title={t('accounts.fields.roles')}
      actions={
        !own && (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {status !== 'disabled' && lacking.length > 0 && (
              <CommandButton operation="grantRole" path={{ id }} ties={{}} size="small" label={t('accounts.grant.title')} text={t('accounts.grant.text')} done={t('accounts.grant.done')} defaults={lacking.length === 1 ? { role: lacking[0] } : {}}>
                <SelectInput source="role" label={t('accounts.grant.role')} choices={lacking.map((role) => ({ id: role, name: t(`accounts.roles.${role}`) }))} validate={required()} fullWidth />
                <WhatTheyMay standings={lacking} />
                <Reason />
              </CommandButton>
            )}
            {roles.length > 0 && (
              <CommandButton operation="revokeRole" path={{ id }} ties={{}} size="small" color="error" label={t('accounts.revoke.title')} text={t('accounts.revoke.text')} done={t('accounts.revoke.done')} defaults={{ role: roles[0] }}>
                <SelectInput source="role" label={t('accounts.grant.role')} choices={roles.map((role) => ({ id: role, name: t(`accounts.roles.${role}`) }))} validate={required()} fullWidth />
                <Reason />
              </CommandButton>
            )}
          </Stack>
        )
      }
    >
      {shown.length > 0 ? <WhatTheyMay standings={shown} /> : <Alert severity="info">{t('accounts.noRights')}</Alert>}
    </Section>
  );
}

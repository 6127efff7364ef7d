import { Chip } from '@mui/material';
import GroupsIcon from '@mui/icons-material/Groups';
import type { ReactNode } from 'react';
import { AutocompleteInput, DataTable, ReferenceInput } from 'react-admin';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty } from '../parts/empty.js';
import { GroupFilter } from '../parts/group-input.js';
import { ResourceList } from '../parts/list.js';
import { GroupName, MemberName } from '../parts/names.js';
import { When } from '../parts/when.js';

type Membership = RecordOf<'memberships'>;

const STATUSES = ['requested', 'active', 'left', 'declined'] as const;

export default function MembershipList(): ReactNode {
  const t = useWords();
  return (
    <ResourceList
      resource="memberships"
      sort={{ field: 'joinedAt', order: 'DESC' }}
      filters={[
        <ChoiceFilter key="status" source="status" label={t('memberships.fields.status')} alwaysOn choices={STATUSES.map((id) => ({ id, name: t(`memberships.status.${id}`) }))} />,
        <GroupFilter key="groupId" source="groupId" alwaysOn />,
        <ReferenceInput key="memberId" source="memberId" reference="members">
          <AutocompleteInput label={t('members.one')} optionText={({ displayName }: RecordOf<'members'>) => displayName ?? t('members.erased')} filterToQuery={(q: string) => ({ q })} sx={{ minWidth: 220 }} />
        </ReferenceInput>,
      ]}
      empty={<Empty Icon={GroupsIcon} title={t('memberships.empty.title')} text={t('memberships.empty.text')} />}
      to={({ groupId }) => `/groups/${groupId}/show/members`}
      phone={({ memberId, groupId, status, joinedAt, requestedAt }) => ({
        primary: <MemberName id={memberId} plain />,
        secondary: (
          <>
            <GroupName id={groupId} plain /> · <When at={joinedAt ?? requestedAt} day />
          </>
        ),
        end: <Status status={status} />,
      })}
    >
      <DataTable.Col label={t('members.one')} disableSort render={({ memberId }: Membership) => <MemberName id={memberId} />} />
      <DataTable.Col label={t('groups.one')} disableSort render={({ groupId }: Membership) => <GroupName id={groupId} />} />
      <DataTable.Col label={t('memberships.fields.role')} disableSort render={({ role, status }: Membership) => (status === 'active' ? t(`memberships.roles.${role}`) : '—')} />
      <DataTable.Col label={t('memberships.fields.status')} disableSort render={({ status }: Membership) => <Status status={status} />} />
      <DataTable.Col label={t('memberships.fields.requestedAt')} disableSort render={({ requestedAt }: Membership) => <When at={requestedAt} day />} />
      <DataTable.Col source="joinedAt" label={t('memberships.fields.joinedAt')} render={({ joinedAt }: Membership) => <When at={joinedAt} day />} />
      <DataTable.Col label={t('memberships.fields.leftAt')} disableSort render={({ leftAt }: Membership) => <When at={leftAt} day />} />
    </ResourceList>
  );
}

const COLORS = { requested: 'info', active: 'success', left: 'default', declined: 'default' } as const;

function Status({ status }: { status: Membership['status'] }): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={COLORS[status]} label={t(`memberships.status.${status}`)} />;
}

import { Stack } from '@mui/material';
import TaskAltIcon from '@mui/icons-material/TaskAlt';
import type { ReactNode } from 'react';
import { DataTable, DateInput } from 'react-admin';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { GroupName, MemberName, MemberNames } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { ScopeFilter } from '../parts/scope-filter.js';
import { Day } from '../parts/when.js';
import { ActionStatus } from './action-parts.js';
import { STATUSES, type Action } from './action-words.js';

export default function ActionList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ResourceList
      resource="actions"
      sort={{ field: 'dueAt', order: 'ASC' }}
      begins={{ status: 'open' }}
      create="commitAction"
      createLabel={t('actions.commit')}
      filters={[
        <ScopeFilter key="scope" source="scope" alwaysOn person="memberIds" mine={t('actions.mine')} />,
        <ChoiceFilter key="status" source="status" alwaysOn label={t('actions.fields.status')} choices={STATUSES.map((id) => ({ id, name: t(`actions.status.${id}`) }))} />,
        <DateInput key="from" source="from" label={t('actions.fields.dueFrom')} />,
        <DateInput key="until" source="until" label={t('actions.fields.dueUntil')} />,
      ]}
      empty={
        <Empty Icon={TaskAltIcon} title={t('actions.empty.title')} text={t('actions.empty.text')}>
          {may('commitAction') && <EmptyCreate label={t('actions.commit')} />}
        </Empty>
      }
      phone={({ title, ownerId, dueOn, dueAt, status }) => ({
        primary: title ?? '—',
        secondary: (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
            <span>
              <MemberName id={ownerId} plain /> · <Day on={dueOn} />
            </span>
            <ActionStatus status={status} dueAt={dueAt} />
          </Stack>
        ),
      })}
    >
      <DataTable.Col label={t('actions.fields.title')} disableSort render={({ id, title }: Action) => <RecordLink id={id}>{title ?? '—'}</RecordLink>} />
      <DataTable.Col label={t('actions.fields.owner')} disableSort render={({ ownerId }: Action) => <MemberName id={ownerId} />} />
      <DataTable.Col label={t('actions.fields.helpers')} disableSort render={({ helperIds }: Action) => <MemberNames ids={helperIds} />} />
      <DataTable.Col label={t('actions.fields.group')} disableSort render={({ groupId }: Action) => <GroupName id={groupId} />} />
      <DataTable.Col source="dueAt" label={t('actions.fields.due')} render={({ dueOn }: Action) => <Day on={dueOn} />} sx={{ whiteSpace: 'nowrap' }} />
      <DataTable.Col label={t('actions.fields.status')} disableSort render={(action: Action) => <ActionStatus {...action} />} />
    </ResourceList>
  );
}

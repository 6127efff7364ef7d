import { Box, Chip } from '@mui/material';
import GroupsIcon from '@mui/icons-material/Groups';
import type { ReactNode } from 'react';
import { DataTable, SearchInput } from 'react-admin';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { clamped } from '../parts/clamped.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { RecordLink } from '../parts/record-link.js';
import { When } from '../parts/when.js';

type Group = RecordOf<'groups'>;

export default function GroupList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ResourceList
      resource="groups"
      sort={{ field: 'name', order: 'ASC' }}
      create="foundGroup"
      createLabel={t('groups.found')}
      filters={[
        <SearchInput key="q" source="q" alwaysOn />,
        <ChoiceFilter key="status" source="status" label={t('groups.fields.status')} alwaysOn choices={(['active', 'archived'] as const).map((id) => ({ id, name: t(`groups.status.${id}`) }))} />,
      ]}
      empty={
        <Empty Icon={GroupsIcon} title={t('groups.empty.title')} text={t('groups.empty.text')}>
          {may('foundGroup') && <EmptyCreate label={t('groups.found')} />}
        </Empty>
      }
      phone={({ name, place, charter, status }) => ({ primary: name, secondary: [place?.text, charter?.domain.join(', ')].filter(Boolean).join(' · '), end: status === 'archived' && <Status status={status} /> })}
    >
      <DataTable.Col source="name" label={t('groups.fields.name')} render={({ id, name }: Group) => <RecordLink id={id}>{name}</RecordLink>} />
      <DataTable.Col label={t('groups.fields.purpose')} disableSort render={({ charter }: Group) => <Box component="span" sx={clamped(3)}>{charter?.purpose ?? '—'}</Box>} />
      <DataTable.Col label={t('groups.fields.domain')} disableSort render={({ charter }: Group) => <Box component="span" sx={clamped(3)}>{charter?.domain.join(', ') ?? '—'}</Box>} />
      <DataTable.Col label={t('groups.fields.place')} disableSort render={({ place }: Group) => place?.text ?? '—'} />
      <DataTable.Col source="foundedAt" label={t('groups.fields.foundedAt')} render={({ foundedAt }: Group) => <When at={foundedAt} day />} />
      <DataTable.Col label={t('groups.fields.status')} disableSort render={({ status }: Group) => <Status status={status} />} />
    </ResourceList>
  );
}

export function Status({ status }: { status: Group['status'] }): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={status === 'active' ? 'success' : 'default'} label={t(`groups.status.${status}`)} />;
}

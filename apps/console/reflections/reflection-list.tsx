import { Chip, Stack } from '@mui/material';
import LightbulbIcon from '@mui/icons-material/Lightbulb';
import type { ReactNode } from 'react';
import { DataTable, SearchInput, TextInput } from 'react-admin';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { MemberInput } from '../parts/member-input.js';
import { GroupName, MemberName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { ScopeFilter } from '../parts/scope-filter.js';
import { ValueChip } from '../parts/value-chip.js';
import { VALUES } from '../parts/values.js';
import { When } from '../parts/when.js';
import { VisibilityMark } from './chips.js';
import { ManyActions } from './many-actions.js';
import { excerpt, type Reflection } from './reflection-words.js';

const ALONE = ['learnedFrom', 'aboutSkills', 'meetingId'] as const;

export default function ReflectionList(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  return (
    <ResourceList
      resource="reflections"
      sort={{ field: 'reflectedAt', order: 'DESC' }}
      create="recordReflection"
      createLabel={t('reflections.record')}
      filters={[
        <SearchInput key="q" source="q" alwaysOn />,
        <ScopeFilter key="scope" source="scope" alwaysOn person="authorId" mine={t('reflections.mine')} notWithGroup={ALONE} notWithPerson={ALONE} />,
        <ChoiceFilter key="value" source="value" alwaysOn label={t('reflections.fields.valueShort')} notWith={ALONE} choices={VALUES.map((id) => ({ id, name: t(`reflections.value.${id}`) }))} />,
        <MemberInput key="learnedFrom" source="learnedFrom" label={t('reflections.fields.learnedFrom')} />,
        <TextInput key="aboutSkills" source="aboutSkills" label={t('reflections.fields.skills')} />,
      ]}
      empty={
        <Empty Icon={LightbulbIcon} title={t('reflections.empty.title')} text={t('reflections.empty.text')}>
          {may('recordReflection') && <EmptyCreate label={t('reflections.record')} />}
        </Empty>
      }
      bulkActions={may('shareReflection') && <ManyActions />}
      selectable={({ authorId, status }) => authorId === me?.memberId && status === 'recorded'}
      phone={({ what, authorId, reflectedAt, value, valueStatus, visibility, status }) => ({
        primary: excerpt(what),
        secondary: (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
            <span>
              <MemberName id={authorId} plain /> · <When at={reflectedAt} day />
            </span>
            <ValueChip value={value} valueStatus={valueStatus} />
            {status === 'withdrawn' && <Withdrawn />}
          </Stack>
        ),
        end: <VisibilityMark visibility={visibility} />,
      })}
    >
      <DataTable.Col source="reflectedAt" label={t('reflections.fields.reflectedAt')} render={({ reflectedAt }: Reflection) => <When at={reflectedAt} day />} sx={{ whiteSpace: 'nowrap' }} />
      <DataTable.Col label={t('reflections.fields.short')} disableSort render={({ id, what }: Reflection) => <RecordLink id={id}>{excerpt(what)}</RecordLink>} sx={{ minWidth: 260 }} />
      <DataTable.Col label={t('reflections.fields.author')} disableSort render={({ authorId }: Reflection) => <MemberName id={authorId} />} />
      <DataTable.Col label={t('reflections.fields.group')} disableSort render={({ groupId }: Reflection) => <GroupName id={groupId} />} />
      <DataTable.Col label={t('reflections.fields.valueShort')} disableSort render={({ value, valueStatus }: Reflection) => <ValueChip value={value} valueStatus={valueStatus} />} />
      <DataTable.Col label={t('reflections.fields.visibilityShort')} disableSort render={({ visibility, status }: Reflection) => (status === 'withdrawn' ? <Withdrawn /> : <VisibilityMark visibility={visibility} words />)} />
    </ResourceList>
  );
}

function Withdrawn(): ReactNode {
  const t = useWords();
  return <Chip size="small" label={t('reflections.status.withdrawn')} />;
}

import { Stack } from '@mui/material';
import ConnectIcon from '@mui/icons-material/ConnectWithoutContact';
import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { GroupName, MemberName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { ScopeFilter } from '../parts/scope-filter.js';
import { When } from '../parts/when.js';
import { AnswerButtons, IntroductionStatus } from './introduction-parts.js';
import { STATUSES, waitsFor, type Introduction } from './introduction-words.js';

export default function IntroductionList(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const suggest = t(me && me.facilitates.length === 0 && me.roles.length === 0 ? 'introductions.ask' : 'introductions.suggest');
  return (
    <ResourceList
      resource="introductions"
      sort={{ field: 'suggestedAt', order: 'DESC' }}
      create="suggestIntroduction"
      createLabel={suggest}
      filters={[
        <ScopeFilter key="scope" source="scope" alwaysOn person="memberIds" mine={t('introductions.mine')} notWithGroup={['status']} />,
        <ChoiceFilter key="status" source="status" alwaysOn label={t('introductions.fields.status')} notWith={['groupId']} choices={STATUSES.map((id) => ({ id, name: t(`introductions.status.${id}`) }))} />,
      ]}
      empty={
        <Empty Icon={ConnectIcon} title={t('introductions.empty.title')} text={t('introductions.empty.text')}>
          {may('suggestIntroduction') && <EmptyCreate label={suggest} />}
        </Empty>
      }
      phone={(introduction) => ({
        primary: <Pair {...introduction} />,
        secondary: (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
            <span>
              {introduction.skills.length > 0 && `${introduction.skills.join(', ')} · `}
              <When at={introduction.suggestedAt} day />
            </span>
            <IntroductionStatus {...introduction} />
          </Stack>
        ),
        action: waitsFor(me, introduction) && <AnswerButtons introduction={introduction} />,
      })}
    >
      <DataTable.Col label={t('introductions.one')} disableSort render={(introduction: Introduction) => <RecordLink id={introduction.id}><Pair {...introduction} /></RecordLink>} />
      <DataTable.Col label={t('introductions.fields.skills')} disableSort render={({ skills }: Introduction) => skills.join(', ') || '—'} />
      <DataTable.Col label={t('introductions.fields.score')} disableSort render={({ score }: Introduction) => score ?? '—'} />
      <DataTable.Col label={t('introductions.fields.group')} disableSort render={({ groupId }: Introduction) => <GroupName id={groupId} />} />
      <DataTable.Col source="suggestedAt" label={t('introductions.fields.suggestedAt')} render={({ suggestedAt }: Introduction) => <When at={suggestedAt} day />} sx={{ whiteSpace: 'nowrap' }} />
      <DataTable.Col label={t('introductions.fields.status')} disableSort render={(introduction: Introduction) => (waitsFor(me, introduction) ? <AnswerButtons introduction={introduction} size="small" /> : <IntroductionStatus {...introduction} />)} />
    </ResourceList>
  );
}

/** Who could learn, and from whom. */
function Pair({ seekerId, teacherId }: Introduction): ReactNode {
  return (
    <>
      <MemberName id={seekerId} plain /> → <MemberName id={teacherId} plain />
    </>
  );
}

import RepeatIcon from '@mui/icons-material/Repeat';
import type { ReactNode } from 'react';
import { DataTable, SearchInput } from 'react-admin';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { GroupFilter } from '../parts/group-input.js';
import { ResourceList } from '../parts/list.js';
import { MeetingTabs } from '../parts/meeting-tabs.js';
import { GroupName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { Day } from '../parts/when.js';
import { RuleInWords } from './rule.js';

type Series = RecordOf<'meeting-series'>;

export default function SeriesList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <>
      <MeetingTabs here="series" />
      <ResourceList
        resource="meeting-series"
        sort={{ field: 'plannedAt', order: 'DESC' }}
        create="planSeries"
        createLabel={t('series.plan')}
        filters={[
          <SearchInput key="q" source="q" alwaysOn />,
          <GroupFilter key="groupId" source="groupId" alwaysOn />,
        ]}
        empty={
          <Empty Icon={RepeatIcon} title={t('series.empty.title')} text={t('series.empty.text')}>
            {may('planSeries') && <EmptyCreate label={t('series.plan')} />}
          </Empty>
        }
        phone={(each) => ({ primary: each.title, secondary: <><RuleInWords {...each} /> · <GroupName id={each.groupId} plain /></> })}
      >
        <DataTable.Col label={t('meetings.fields.title')} disableSort render={({ id, title }: Series) => <RecordLink id={id}>{title}</RecordLink>} />
        <DataTable.Col label={t('groups.one')} disableSort render={({ groupId }: Series) => <GroupName id={groupId} />} />
        <DataTable.Col label={t('series.fields.rule')} disableSort render={(each: Series) => <RuleInWords {...each} />} />
        <DataTable.Col label={t('series.fields.until')} disableSort render={({ until, endedFrom }: Series) => (endedFrom ? t('series.ended') : <Day on={until} />)} />
      </ResourceList>
    </>
  );
}

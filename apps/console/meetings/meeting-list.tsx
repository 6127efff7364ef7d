import { Button, Chip } from '@mui/material';
import EventIcon from '@mui/icons-material/Event';
import RepeatIcon from '@mui/icons-material/Repeat';
import { useMemo, type ReactNode } from 'react';
import { DataTable, DateInput, SearchInput } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { GroupFilter } from '../parts/group-input.js';
import { filterIn } from '../parts/list-of.js';
import { ResourceList } from '../parts/list.js';
import { MeetingTabs } from '../parts/meeting-tabs.js';
import { GroupName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { today, When, yesterday } from '../parts/when.js';
import { CancelSelected } from './cancel-selected.js';

type Meeting = RecordOf<'meetings'>;
type Time = 'upcoming' | 'past';

export default function MeetingList(): ReactNode {
  return <Meetings when="upcoming" />;
}

/** The days that each page is about. Today's meetings are among the upcoming ones until tomorrow. */
const DAYS = { upcoming: () => ({ from: today() }), past: () => ({ until: yesterday() }), dated: () => ({}) };

/** Where the address names days, it is about those. */
export function Meetings({ when: page }: { when: Time }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [parameters] = useSearchParams();
  const asked = filterIn(parameters);
  const when = asked.from ?? asked.until ? 'dated' : page;
  const filter = useMemo(() => DAYS[when](), [when]);
  return (
    <>
      <MeetingTabs here={when === 'dated' ? false : when} />
      <ResourceList
        key={when}
        resource="meetings"
        storeKey={`meetings.${when}`}
        sort={{ field: 'startsAt', order: when === 'past' ? 'DESC' : 'ASC' }}
        filter={filter}
        create="scheduleMeeting"
        createLabel={t('meetings.schedule')}
        filters={[
          <SearchInput key="q" source="q" alwaysOn />,
          <GroupFilter key="groupId" source="groupId" alwaysOn />,
          <ChoiceFilter key="status" source="status" label={t('meetings.fields.status')} notWith={['cancelled']} choices={STATUSES.map((id) => ({ id, name: t(`meetings.status.${id}`) }))} />,
          <ChoiceFilter key="cancelled" source="cancelled" label={t('meetings.fields.cancelled')} notWith={['status']} choices={(['false', 'true'] as const).map((id) => ({ id, name: t(`meetings.cancelled.${id}`) }))} />,
          ...(when === 'dated' ? (['from', 'until'] as const).map((source) => <DateInput key={source} source={source} label={t(`meetings.fields.${source}`)} alwaysOn />) : []),
        ]}
        empty={
          <Empty Icon={EventIcon} title={t(`meetings.empty.${when}`)} text={t('meetings.empty.text')}>
            {may('scheduleMeeting') && <EmptyCreate label={t('meetings.schedule')} />}
            {may('planSeries') && (
              <Button component={Link} to="/meeting-series/create" variant="outlined" startIcon={<RepeatIcon />}>
                {t('series.plan')}
              </Button>
            )}
          </Empty>
        }
        bulkActions={when === 'upcoming' && may('cancelMeeting') ? <CancelSelected /> : false}
        selectable={({ status, groupId }) => status === 'scheduled' && may('cancelMeeting', { group: groupId })}
        phone={({ title, startsAt, groupId, status }) => ({
          primary: title,
          secondary: (
            <>
              <When at={startsAt} /> · <GroupName id={groupId} plain />
            </>
          ),
          end: (status !== 'scheduled' || Date.parse(startsAt) < Date.now()) && <Status status={status} startsAt={startsAt} />,
        })}
      >
        <DataTable.Col source="startsAt" label={t('meetings.fields.startsAt')} render={({ startsAt }: Meeting) => <When at={startsAt} />} />
        <DataTable.Col label={t('meetings.fields.title')} disableSort render={({ id, title }: Meeting) => <RecordLink id={id}>{title}</RecordLink>} />
        <DataTable.Col label={t('groups.one')} disableSort render={({ groupId }: Meeting) => <GroupName id={groupId} />} />
        <DataTable.Col label={t('meetings.fields.place')} disableSort render={({ mode, place }: Meeting) => [mode && t(`meetings.mode.${mode}`), place].filter(Boolean).join(' · ') || '—'} />
        {when === 'upcoming' ? (
          <DataTable.Col label={t('meetings.answers.yes')} disableSort align="right" render={({ status, rsvps }: Meeting) => (status === 'scheduled' ? rsvps.yes : '—')} />
        ) : (
          <DataTable.Col label={t('meetings.came')} disableSort align="right" render={({ status, attendance }: Meeting) => (status === 'cancelled' ? '—' : attendance.present + attendance.late + attendance.substitute)} />
        )}
        <DataTable.Col label={t('meetings.fields.status')} disableSort render={(meeting: Meeting) => <Status {...meeting} />} />
      </ResourceList>
    </>
  );
}

const STATUSES = ['scheduled', 'cancelled', 'closed'] as const;

/** One that has begun is no longer merely scheduled: its roll call has yet to end. */
export function Status({ status, startsAt }: Pick<Meeting, 'status' | 'startsAt'>): ReactNode {
  const t = useWords();
  const begun = status === 'scheduled' && Date.parse(startsAt) < Date.now();
  return <Chip size="small" variant="outlined" color={status === 'cancelled' ? 'error' : begun ? 'warning' : status === 'scheduled' ? 'success' : 'default'} label={t(`meetings.status.${begun ? 'begun' : status}`)} />;
}

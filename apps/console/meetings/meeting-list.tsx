import { Chip, Stack } from '@mui/material';
import EventIcon from '@mui/icons-material/Event';
import RepeatIcon from '@mui/icons-material/Repeat';
import { useMemo, type ReactNode } from 'react';
import { AutocompleteInput, Button, CreateButton, DataTable, ReferenceInput, SearchInput, SelectInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { MeetingTabs } from '../parts/meeting-tabs.js';
import { GroupName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { HERE } from '../parts/time-zone-input.js';
import { today, When } from '../parts/when.js';
import { CancelSelected } from './cancel-selected.js';

type Meeting = RecordOf<'meetings'>;
type Time = 'upcoming' | 'past';

export default function MeetingList(): ReactNode {
  return <Meetings when="upcoming" />;
}

/** Today's meetings are among the upcoming ones until tomorrow. */
export function Meetings({ when }: { when: Time }): ReactNode {
  const t = useWords();
  const may = useMay();
  const filter = useMemo(() => ({ timeZone: HERE, ...(when === 'upcoming' ? { from: today() } : { until: yesterday() }) }), [when]);
  return (
    <>
      <MeetingTabs here={when} />
      <ResourceList
        key={when}
        resource="meetings"
        storeKey={`meetings.${when}`}
        sort={{ field: 'startsAt', order: when === 'upcoming' ? 'ASC' : 'DESC' }}
        filter={filter}
        create="scheduleMeeting"
        createLabel={t('meetings.schedule')}
        filters={[
          <SearchInput key="q" source="q" alwaysOn />,
          <ReferenceInput key="groupId" source="groupId" reference="groups" sort={{ field: 'name', order: 'ASC' }} alwaysOn>
            <AutocompleteInput label={t('groups.one')} optionText="name" filterToQuery={(q: string) => ({ q })} />
          </ReferenceInput>,
          <SelectInput key="status" source="status" label={t('meetings.fields.status')} emptyText="—" choices={STATUSES.map((id) => ({ id, name: t(`meetings.status.${id}`) }))} />,
        ]}
        empty={
          <Empty Icon={EventIcon} title={t(`meetings.empty.${when}`)} text={t('meetings.empty.text')}>
            <Stack direction="row" spacing={1}>
              {may('scheduleMeeting') && <CreateButton variant="contained" label={t('meetings.schedule')} />}
              {may('planSeries') && <Button component={Link} to="/meeting-series/create" variant="outlined" label={t('series.plan')} startIcon={<RepeatIcon />} />}
            </Stack>
          </Empty>
        }
        bulkActions={when === 'upcoming' && may('cancelMeeting') ? <CancelSelected /> : false}
        phone={({ title, startsAt, groupId, status }) => ({
          primary: title,
          secondary: (
            <>
              <When at={startsAt} /> · <GroupName id={groupId} plain />
            </>
          ),
          end: status !== 'scheduled' && <Status status={status} />,
        })}
      >
        <DataTable.Col source="startsAt" label={t('meetings.fields.startsAt')} render={({ startsAt }: Meeting) => <When at={startsAt} />} />
        <DataTable.Col label={t('meetings.fields.title')} disableSort render={({ id, title }: Meeting) => <RecordLink id={id}>{title}</RecordLink>} />
        <DataTable.Col label={t('groups.one')} disableSort render={({ groupId }: Meeting) => <GroupName id={groupId} />} />
        <DataTable.Col label={t('meetings.fields.place')} disableSort render={({ mode, place }: Meeting) => [mode && t(`meetings.mode.${mode}`), place].filter(Boolean).join(' · ') || '—'} />
        {when === 'upcoming' ? (
          <DataTable.Col label={t('meetings.answers.yes')} disableSort align="right" render={({ rsvps }: Meeting) => rsvps.yes} />
        ) : (
          <DataTable.Col label={t('meetings.came')} disableSort align="right" render={({ attendance }: Meeting) => attendance.present + attendance.late + attendance.substitute} />
        )}
        <DataTable.Col label={t('meetings.fields.status')} disableSort render={({ status }: Meeting) => <Status status={status} />} />
      </ResourceList>
    </>
  );
}

const STATUSES = ['scheduled', 'cancelled', 'closed'] as const;

function yesterday(): string {
  const day = new Date();
  day.setDate(day.getDate() - 1);
  return day.toLocaleDateString('sv');
}

export function Status({ status }: { status: Meeting['status'] }): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={status === 'cancelled' ? 'error' : status === 'scheduled' ? 'success' : 'default'} label={t(`meetings.status.${status}`)} />;
}

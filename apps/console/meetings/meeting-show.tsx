import { Alert, Button, Grid, Link as MuiLink, Stack } from '@mui/material';
import EventBusyIcon from '@mui/icons-material/EventBusy';
import HowToRegIcon from '@mui/icons-material/HowToReg';
import QrCode2Icon from '@mui/icons-material/QrCode2';
import type { ReactNode } from 'react';
import { EditButton, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { HERE } from '../api/here.js';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName } from '../parts/names.js';
import { OutcomeBar } from '../parts/outcome-bar.js';
import { OUTCOMES } from '../parts/outcome.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { Agenda } from './agenda.js';
import { Status } from './meeting-list.js';
import { MyAnswer } from './my-answer.js';
import { RosterSection } from './roster.js';

type Meeting = RecordOf<'meetings'>;

export default function MeetingShow(): ReactNode {
  const t = useWords();
  return (
    <ShowPage
      resource="meetings"
      heading={({ title }) => title}
      below={({ status, startsAt, groupId }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Status status={status} startsAt={startsAt} /> <GroupName id={groupId} />
        </Stack>
      )}
      actions={(meeting) => <Actions {...meeting} />}
    >
      {(meeting) => (
        <Grid container spacing={2}>
          <Grid size={{ xs: 12, md: 6 }}>
            <Stack spacing={2}>
              <MyAnswer meeting={meeting} />
              <Section title={t('meetings.where')}>
                <Facts facts={whenAndWhere(meeting, t)} />
              </Section>
              <Answers {...meeting} />
              <Attendance {...meeting} />
            </Stack>
          </Grid>
          <Grid size={{ xs: 12, md: 6 }}>
            <Stack spacing={2}>
              {meeting.status !== 'cancelled' && (
                <>
                  <Agenda meeting={meeting} />
                  <RosterSection meeting={meeting} />
                </>
              )}
            </Stack>
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}

function Actions({ id, groupId, status, startsAt, endsAt, attendance }: Meeting): ReactNode {
  const t = useWords();
  const may = useMay();
  const ties = { group: groupId };
  const now = Date.now();
  // The code is there from half an hour before until the end; the service says exactly when.
  const near = now > Date.parse(startsAt) - 3_600_000 && now < (endsAt ? Date.parse(endsAt) : Date.parse(startsAt) + 10_800_000);
  return (
    <>
      {status !== 'cancelled' && may('recordAttendance', ties) && may('readRoster', ties) && (
        <Button component={Link} to={`/meetings/${id}/roll-call`} variant="contained" startIcon={<HowToRegIcon />}>
          {t(status === 'closed' ? 'rollCall.correct.title' : 'rollCall.title')}
        </Button>
      )}
      {status === 'scheduled' && near && may('readCheckInCode', ties) && (
        <Button component={Link} to={`/meetings/${id}/check-in-code`} variant="outlined" startIcon={<QrCode2Icon />}>
          {t('checkIn.show')}
        </Button>
      )}
      {status !== 'cancelled' && may('rescheduleMeeting', ties) && <EditButton variant="outlined" size="medium" label={t(status === 'closed' ? 'app.edit' : 'meetings.reschedule')} />}
      {/* What somebody came to is not cancelled any more. */}
      {status === 'scheduled' && hasNoOutcome(attendance) && (
        <CommandButton operation="cancelMeeting" path={{ id }} ties={ties} label={t('meetings.cancel.title')} text={t('meetings.cancel.text')} done={t('meetings.cancel.done')} Icon={EventBusyIcon} color="error" back={t('meetings.cancel.keep')}>
          <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
        </CommandButton>
      )}
    </>
  );
}

function whenAndWhere({ startsAt, endsAt, timeZone, localStart, localEnd, mode, place, seriesId, occurrence }: Meeting, t: ReturnType<typeof useWords>): (readonly [string, ReactNode])[] {
  return [
    [
      t('meetings.fields.when'),
      <span key="when">
        <When at={startsAt} />
        {endsAt && (
          <>
            {' – '}
            <Until from={startsAt} at={endsAt} />
          </>
        )}
      </span>,
    ],
    [t('meetings.fields.there', { zone: timeZone.replaceAll('_', ' ') }), timeZone === HERE ? undefined : [wall(localStart), localEnd && wall(localEnd, localEnd.slice(0, 10) === localStart.slice(0, 10))].filter(Boolean).join(' – ')],
    [t('meetings.fields.mode'), mode && t(`meetings.mode.${mode}`)],
    [t('meetings.fields.place'), place && /^https?:\/\//.test(place) ? <MuiLink href={place} rel="noreferrer">{place}</MuiLink> : place],
    [t('series.one'), seriesId && <SeriesLink key="series" id={seriesId} occurrence={occurrence} />],
  ];
}

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

function Until({ from, at }: { from: string; at: string }): ReactNode {
  return new Date(from).toDateString() === new Date(at).toDateString() ? <time dateTime={at}>{CLOCK.format(new Date(at))}</time> : <When at={at} />;
}

/** A wall-clock time as it stands, whatever the zone of whoever reads. */
function wall(local: string, clockAlone = false): string {
  return new Intl.DateTimeFormat(undefined, { ...(!clockAlone && { dateStyle: 'medium' }), timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${local}Z`));
}

function SeriesLink({ id, occurrence }: { id: string; occurrence: string | null }): ReactNode {
  const { data } = useRead('readMeetingSeries', { path: { id } });
  return (
    <MuiLink component={Link} to={`/meeting-series/${id}/show${occurrence ? `?from=${occurrence}` : ''}`}>
      {data?.title ?? '…'}
    </MuiLink>
  );
}

function Answers({ rsvps, status }: Meeting): ReactNode {
  const t = useWords();
  const answered = rsvps.yes + rsvps.no + rsvps.maybe + rsvps.waitlist;
  if (answered === 0 && status !== 'scheduled') return null;
  return (
    <Section title={t('meetings.answers.title')}>
      {answered === 0 ? (
        <Alert severity="info">{t('meetings.answers.none')}</Alert>
      ) : (
        <Facts
          facts={(['yes', 'maybe', 'no', 'waitlist'] as const).map((response) => [t(`meetings.answers.${response}`), rsvps[response] === 0 ? undefined : response === 'yes' && rsvps.guests > 0 ? t('meetings.answers.withGuests', { yes: rsvps.yes, smart_count: rsvps.guests }) : rsvps[response]])}
        />
      )}
    </Section>
  );
}

const hasNoOutcome = (attendance: Meeting['attendance']): boolean => OUTCOMES.every((outcome) => attendance[outcome] === 0);

function Attendance({ attendance }: Meeting): ReactNode {
  const t = useWords();
  if (hasNoOutcome(attendance)) return null;
  return (
    <Section title={t('meetings.attendance')}>
      <OutcomeBar counts={attendance} />
    </Section>
  );
}

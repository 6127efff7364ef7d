/** Where one is expected now and next, and whether one comes; who facilitates calls the roll from here. */
import { Box, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import HowToRegIcon from '@mui/icons-material/HowToReg';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead, useReadEach } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { isOver, LONGEST_MS } from '../parts/going-on.js';
import { GroupName } from '../parts/names.js';
import type { Rsvp } from '../parts/outcome.js';
import { Section } from '../parts/section.js';
import { useRsvp } from '../parts/use-rsvp.js';
import { When } from '../parts/when.js';
import { Line } from './lines.js';

type Meeting = RecordOf<'meetings'>;

const SHOWN = 4;
/** Of somebody in more groups, these are asked. */
const GROUPS = 10;
/** Before it begins people arrive. */
const ROLL_CALL_OFFERED_MS = 1_800_000;
const ANSWERS = ['yes', 'maybe', 'no'] as const;

export function Meetings({ memberId, groups }: { memberId: string; groups: readonly string[] }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [now] = useState(Date.now);
  const from = new Date(now - LONGEST_MS).toISOString();
  const each = useReadEach('listMeetings', groups.slice(0, GROUPS).map((groupId) => ({ query: { groupId, status: 'scheduled', from, sort: 'startsAt', limit: SHOWN + 2 } })));
  const answers = useRead('listAttendances', { query: { memberId, from, sort: 'startsAt', limit: 100 } });
  const meetings = each.flatMap(({ data }) => data?.items ?? [])
    .filter((meeting) => !isOver(meeting, now) || may('recordAttendance', { group: meeting.groupId }))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, SHOWN);
  const isPending = each.some((one) => one.isPending);
  return (
    <Section title={t('dashboard.next.title')} actions={<Button size="small" component={Link} to="/meetings">{t('dashboard.next.all')}</Button>}>
      {meetings.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {isPending ? '…' : t('dashboard.next.none')}
        </Typography>
      ) : (
        <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1.5 }}>
          {meetings.map((meeting) => (
            <Next key={meeting.id} meeting={meeting} memberId={memberId} given={answers.data?.items.find(({ meetingId }) => meetingId === meeting.id)?.rsvp?.response} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Next({ meeting: { id, title, groupId, startsAt }, memberId, given }: { meeting: Meeting; memberId: string; given: Rsvp | undefined }): ReactNode {
  const t = useWords();
  const may = useMay();
  const notify = useNotify();
  const { shown, waits, give } = useRsvp(id, memberId, given);
  const begun = Date.parse(startsAt) < Date.now();
  const calls = Date.parse(startsAt) < Date.now() + ROLL_CALL_OFFERED_MS && may('recordAttendance', { group: groupId });
  return (
    <Stack component="li" direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <div>
        <Line
          to={`/meetings/${id}/show`}
          more={
            <>
              <When at={startsAt} /> · <GroupName id={groupId} />
              {begun && <> · {t('dashboard.next.now')}</>}
              {waits && <Box role="status" sx={{ color: 'warning.main' }}>{t('meetings.mine.waits')}</Box>}
            </>
          }
        >
          {title}
        </Line>
      </div>
      {calls && (
        <Button variant="contained" component={Link} to={`/meetings/${id}/roll-call`} startIcon={<HowToRegIcon />}>
          {t('rollCall.title')}
        </Button>
      )}
      {!begun && may('giveRsvp', { self: memberId }) && (
        <ToggleButtonGroup exclusive size="small" color="primary" value={shown ?? null} onChange={(_event, response: Rsvp | null) => response !== null && give(response, () => notify(t('dashboard.next.answered'), { type: 'success' }))} aria-label={t('dashboard.next.rsvp', { title })}>
          {ANSWERS.map((response) => (
            <ToggleButton key={response} value={response} sx={{ minWidth: 56, minHeight: 40, textTransform: 'none' }}>
              {t(`dashboard.next.${response}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </Stack>
  );
}

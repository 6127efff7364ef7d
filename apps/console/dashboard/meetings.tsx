/** Where one is expected next, and whether one comes. */
import { Button, Link as MuiLink, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useCommand, useRead, useReadEach } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { GroupName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';

type Meeting = RecordOf<'meetings'>;
type Response = NonNullable<RecordOf<'attendances'>['rsvp']>['response'];

const SHOWN = 4;
/** Of somebody in more groups, these are asked. */
const GROUPS = 10;
const ANSWERS = ['yes', 'maybe', 'no'] as const;

export function Meetings({ memberId, groups }: { memberId: string; groups: readonly string[] }): ReactNode {
  const t = useWords();
  const [from] = useState(() => new Date().toISOString());
  const each = useReadEach('listMeetings', groups.slice(0, GROUPS).map((groupId) => ({ query: { groupId, status: 'scheduled', from, sort: 'startsAt', limit: SHOWN } })));
  const answers = useRead('listAttendances', { query: { memberId, from, sort: 'startsAt', limit: 100 } });
  const meetings = each.flatMap(({ data }) => data?.items ?? []).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, SHOWN);
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

function Next({ meeting: { id, title, groupId, startsAt }, memberId, given }: { meeting: Meeting; memberId: string; given: Response | undefined }): ReactNode {
  const t = useWords();
  const may = useMay();
  const notify = useNotify();
  const { mutate, isPending, variables } = useCommand('giveRsvp');
  const answer = (response: Response | null): void => {
    if (response === null) return;
    mutate({ path: { id }, body: { memberId, response } as never }, { onSuccess: () => notify(t('dashboard.next.answered'), { type: 'success' }), onError: ({ message }) => notify(message, { type: 'error' }) });
  };
  const shown = isPending ? (variables as { body: { response: Response } }).body.response : given;
  return (
    <Stack component="li" direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <div>
        <MuiLink component={Link} to={`/meetings/${id}/show`}>
          {title}
        </MuiLink>
        <Typography component="div" variant="body2" color="text.secondary">
          <When at={startsAt} /> · <GroupName id={groupId} />
        </Typography>
      </div>
      {may('giveRsvp', { self: memberId }) && (
        <ToggleButtonGroup exclusive size="small" color="primary" value={shown ?? null} disabled={isPending} onChange={(_event, response: Response | null) => answer(response)} aria-label={t('dashboard.next.rsvp', { title })}>
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

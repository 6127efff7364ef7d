/** Whether I come, in one tap. */
import { Button, ButtonGroup, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { CAME, Corrections, OutcomeChip } from '../parts/outcome.js';
import { Section } from '../parts/section.js';
import { useRsvp } from '../parts/use-rsvp.js';

type Meeting = RecordOf<'meetings'>;

export function MyAnswer({ meeting }: { meeting: Meeting }): ReactNode {
  const memberId = useMe()?.memberId;
  return memberId ? <Mine meeting={meeting} memberId={memberId} /> : null;
}

function Mine({ meeting: { id, groupId, status, startsAt, endsAt }, memberId }: { meeting: Meeting; memberId: string }): ReactNode {
  const t = useWords();
  const may = useMay();
  const mine = useMe()?.groups.includes(groupId) ?? false;
  const { data } = useRead('listAttendances', { query: { meetingId: id, memberId } });
  const known = data?.items[0];
  const { shown, waits, give } = useRsvp(id, memberId, known?.rsvp?.response);
  const over = Date.parse(endsAt ?? startsAt) < Date.now();
  const outcome = known?.how ? known.outcome : undefined;
  if (status === 'cancelled' || !may('giveRsvp', { self: memberId })) return null;
  if (over || status === 'closed' || outcome) {
    return outcome ? (
      <Section title={t('meetings.mine.title')}>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <OutcomeChip outcome={outcome} />
          <Typography variant="body2" color="text.secondary">
            {known?.how && t(`meetings.how.${known.how}`)}
          </Typography>
        </Stack>
        <Corrections of={known?.corrections ?? []} />
        {CAME.includes(outcome) && may('recordReflection', { self: memberId }) && (
          <Button component={Link} to={`/reflections/create?meetingId=${id}`} variant="outlined" sx={{ mt: 1.5 }}>
            {t('reflections.record')}
          </Button>
        )}
      </Section>
    ) : null;
  }
  return (
    <Section title={t(mine ? 'meetings.mine.question' : 'meetings.mine.guest')}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <ButtonGroup aria-label={t('meetings.mine.question')}>
          {(['yes', 'maybe', 'no'] as const).map((response) => (
            <Button key={response} size="large" variant={shown === response ? 'contained' : 'outlined'} aria-pressed={shown === response} onClick={() => give(response)}>
              {t(`meetings.mine.${response}`)}
            </Button>
          ))}
        </ButtonGroup>
        {waits && (
          <Typography variant="body2" role="status" sx={{ color: 'warning.main' }}>
            {t('meetings.mine.waits')}
          </Typography>
        )}
        {known?.apology ? (
          <OutcomeChip outcome="apologised" />
        ) : (
          <CommandButton operation="receiveApology" path={{ id }} ties={{ self: memberId }} variant="text" label={t('meetings.apology.title')} text={t('meetings.apology.text')} done={t('meetings.apology.done')} body={({ reason }: { reason?: string }) => ({ memberId, ...(reason && { reason }) })}>
            <TextInput source="reason" label={t('meetings.apology.reason')} multiline fullWidth />
          </CommandButton>
        )}
      </Stack>
    </Section>
  );
}

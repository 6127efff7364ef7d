/** Puts right what was recorded of somebody: the old value, the new one and the reason stay on record. */
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField, Typography } from '@mui/material';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { Problem } from '../api/problem.js';
import { useCommand, useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { CAME, Corrections, OutcomeChip, OUTCOMES, type Outcome } from '../parts/outcome.js';
import { Refused } from '../parts/refused.js';
import type { Called } from './people.js';

interface Props {
  meetingId: string;
  person: Called;
  /** What it is to become. */
  to?: Outcome;
  onClose(): void;
  onDone(): void;
}

export function CorrectDialog({ meetingId, person: { memberId, outcome, minutes }, to, onClose, onDone }: Props): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [chosen, setChosen] = useState<Outcome>(to ?? outcome ?? 'present');
  const { mutate: correct, isPending, error } = useCommand('correctAttendance');
  const { data } = useRead('listAttendances', { query: { meetingId, memberId } });
  const known = data?.items[0];
  const atFields = ((error as Problem | null)?.body as { errors?: Record<string, string> } | undefined)?.errors ?? {};
  const same = chosen === outcome;
  const [unchanged, setUnchanged] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as { minutes?: string; reason: string };
    correct(
      { path: { id: meetingId }, body: { memberId, outcome: chosen, ...(given.minutes && { minutes: Number(given.minutes) }), reason: given.reason } },
      {
        onSuccess: ({ events }) => {
          // Nothing was put right, and there is nothing to tell the member.
          if (events.length === 0) return setUnchanged(true);
          notify(t('rollCall.correct.done'), { type: 'success' });
          onDone();
        },
      },
    );
  }

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="correct-title">
      <form onSubmit={submit}>
        <DialogTitle id="correct-title">
          <MemberName id={memberId} plain />
        </DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
              {outcome ? <OutcomeChip outcome={outcome} /> : <Typography variant="body2">{t('outcomes.nothing')}</Typography>}
              <Typography variant="body2" color="text.secondary">
                {[minutes !== null && t('meetings.minutes', { smart_count: minutes }), known?.how && t(`meetings.how.${known.how}`)].filter(Boolean).join(' · ')}
              </Typography>
              <ArrowForwardIcon fontSize="small" color="action" />
              <OutcomeChip outcome={chosen} />
            </Stack>
            {error && Object.keys(atFields).length === 0 && <Refused message={error.message} of={error} />}
            <TextField select label={t('rollCall.correct.to')} value={chosen} error={unchanged} helperText={unchanged && t('rollCall.correct.same')} onChange={({ target }) => (setChosen(target.value as Outcome), setUnchanged(false))}>
              {OUTCOMES.map((each) => (
                <MenuItem key={each} value={each} sx={{ minHeight: 44 }}>
                  {t(`outcomes.${each}`)}
                </MenuItem>
              ))}
            </TextField>
            {CAME.includes(chosen) && <TextField name="minutes" type="number" label={t('rollCall.correct.minutes')} defaultValue={same ? (minutes ?? '') : ''} error={!!atFields.minutes} helperText={atFields.minutes ?? t('rollCall.correct.minutesHint')} slotProps={{ htmlInput: { min: 0, max: 1_440 } }} />}
            <TextField name="reason" label={t('app.reason')} required multiline minRows={2} error={!!atFields.reason} helperText={atFields.reason ?? t('rollCall.correct.reasonHint')} slotProps={{ htmlInput: { maxLength: 1_000 } }} />
            <Corrections of={known?.corrections ?? []} />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="contained" loading={isPending}>
            {t('rollCall.correct.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Ends a roll call: of each who has no outcome somebody says whether they were absent, or that nobody knows yet. */
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack, ToggleButton, ToggleButtonGroup, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { Answer } from '../api/client.js';
import { useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { Refused } from '../parts/refused.js';
import { When } from '../parts/when.js';
import type { Called } from './people.js';

type Choice = 'absent' | 'leaveOpen';

interface Props {
  meeting: Answer<'readMeeting'>;
  unrecorded: readonly Called[];
  waiting: number;
  onClose(): void;
}

export function CloseDialog({ meeting: { id, startsAt }, unrecorded, waiting, onClose }: Props): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const { mutate: close, isPending, error } = useCommand('closeMeeting');
  const begun = Date.parse(startsAt) <= Date.now();
  const named = (choice: Choice): string[] => unrecorded.flatMap(({ memberId }) => (chosen[memberId] === choice ? [memberId] : []));
  const all = (choice: Choice): void => setChosen(Object.fromEntries(unrecorded.map(({ memberId }) => [memberId, choice])));
  const undecided = unrecorded.filter(({ memberId }) => !chosen[memberId]).length;

  const submit = (): void =>
    close(
      { path: { id }, body: { absent: named('absent'), leaveOpen: named('leaveOpen'), how: 'rollCall' } },
      {
        onSuccess: () => {
          notify(t('rollCall.close.done'), { type: 'success' });
          onClose();
        },
      },
    );

  return (
    <Dialog open fullWidth fullScreen={isPhone} maxWidth="sm" onClose={onClose} aria-labelledby="close-title">
      <DialogTitle id="close-title">{t('rollCall.close.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1.5 }}>{t(unrecorded.length === 0 ? 'rollCall.close.complete' : 'rollCall.close.text', { smart_count: unrecorded.length })}</DialogContentText>
        <Stack spacing={1} sx={{ mb: 1 }}>
          {!begun && (
            <Alert severity="warning">
              {t('rollCall.close.notBegun')} <When at={startsAt} />
            </Alert>
          )}
          {waiting > 0 && <Alert severity="warning">{t('rollCall.close.waiting', { smart_count: waiting })}</Alert>}
          {error && <Refused message={error.message} of={error} />}
        </Stack>
        {unrecorded.length > 1 && (
          <Stack direction="row" sx={{ gap: 1, mb: 1 }}>
            <Button variant="outlined" size="small" onClick={() => all('absent')}>
              {t('rollCall.close.allAbsent')}
            </Button>
            <Button variant="outlined" size="small" onClick={() => all('leaveOpen')}>
              {t('rollCall.close.allOpen')}
            </Button>
          </Stack>
        )}
        <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {unrecorded.map(({ memberId }) => (
            <Stack component="li" key={memberId} direction="row" sx={{ alignItems: 'center', gap: 1, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
              <Typography id={`who-${memberId}`} component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <MemberName id={memberId} plain />
              </Typography>
              <ToggleButtonGroup exclusive size="small" aria-labelledby={`who-${memberId}`} value={chosen[memberId] ?? null} onChange={(_event, choice: Choice | null) => choice && setChosen({ ...chosen, [memberId]: choice })}>
                <ToggleButton value="absent" sx={{ minHeight: 44 }}>{t('outcomes.absent')}</ToggleButton>
                <ToggleButton value="leaveOpen" sx={{ minHeight: 44 }}>{t('rollCall.close.leaveOpen')}</ToggleButton>
              </ToggleButtonGroup>
            </Stack>
          ))}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        {undecided > 0 && (
          <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
            {t('rollCall.close.undecided', { smart_count: undecided })}
          </Typography>
        )}
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button variant="contained" loading={isPending} disabled={!begun || waiting > 0 || undecided > 0} onClick={submit}>
          {t('rollCall.close.title')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

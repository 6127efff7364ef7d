/** A member says that they are here, by the code that is shown in the room. */
import { Button, Paper, Stack, TextField, Typography } from '@mui/material';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { useCommand } from '../api/query.js';
import { NotFound } from '../layout/not-found.js';
import { useWords } from '../i18n/index.js';
import { OutcomeChip } from '../parts/outcome.js';
import { Refused } from '../parts/refused.js';

export default function CheckIn(): ReactNode {
  const t = useWords();
  const may = useMay();
  const [parameters] = useSearchParams();
  const [code, setCode] = useState(parameters.get('code') ?? '');
  const { mutate: checkIn, data, error, isPending } = useCommand('checkIn');
  if (!may('checkIn')) return <NotFound />;

  function submit(event: FormEvent): void {
    event.preventDefault();
    checkIn({ body: { code } });
  }
  const atCode = ((error as Problem | null)?.body as { errors?: { code?: string } } | undefined)?.errors?.code;

  return (
    <Paper variant="outlined" sx={{ maxWidth: 440, mx: 'auto', mt: { xs: 1, sm: 6 }, p: { xs: 2.5, sm: 4 } }}>
      <Title title={t('checkIn.name')} />
      {data ? (
        <Stack spacing={2} role="status" sx={{ alignItems: 'center', textAlign: 'center' }}>
          <CheckCircleIcon color="success" sx={{ fontSize: 88 }} />
          <Typography component="h2" variant="h6">
            {t('checkIn.done')}
          </Typography>
          <Typography>{data.title}</Typography>
          <OutcomeChip outcome={data.outcome} size="medium" />
          <Button component={Link} to={`/meetings/${data.meetingId}/show`} variant="outlined">
            {t('checkIn.toMeeting')}
          </Button>
        </Stack>
      ) : (
        <Stack component="form" spacing={2} onSubmit={submit}>
          <Typography component="h2" variant="h6">
            {t('checkIn.enter')}
          </Typography>
          <Typography color="text.secondary">{t('checkIn.text')}</Typography>
          {error && !atCode && <Refused message={error.message} of={error} />}
          <TextField
            label={t('checkIn.code')}
            value={code}
            onChange={({ target }) => setCode(target.value)}
            required
            autoFocus={!code}
            error={!!atCode}
            helperText={atCode && error?.message}
            slotProps={{ htmlInput: { maxLength: 8, autoComplete: 'one-time-code', inputMode: 'numeric', style: { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: '1.75rem', letterSpacing: '0.15em', textAlign: 'center' } } }}
          />
          <Button type="submit" size="large" variant="contained" loading={isPending} disabled={code.trim() === ''}>
            {t('checkIn.go')}
          </Button>
        </Stack>
      )}
    </Paper>
  );
}

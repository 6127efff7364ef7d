/** A page that fell over: the rest goes on. */
import { Alert, Button, Stack } from '@mui/material';
import type { ErrorInfo, ReactNode } from 'react';
import { Title, useResetErrorBoundaryOnLocationChange } from 'react-admin';
import { useWords } from '../i18n/index.js';

interface Props {
  error: Error;
  errorInfo?: ErrorInfo;
  resetErrorBoundary?(): void;
}

export function Failure({ error, resetErrorBoundary }: Props): ReactNode {
  const t = useWords();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary ?? (() => undefined));
  return (
    <Stack spacing={2} sx={{ maxWidth: 640, mx: 'auto', py: 8 }}>
      <Title title="Relocon" />
      <Alert severity="error" action={<Button color="inherit" onClick={() => resetErrorBoundary?.()}>{t('app.retry')}</Button>}>
        {t('app.failed', { detail: error.message })}
      </Alert>
    </Stack>
  );
}

/** A page that fell over: the rest goes on. */
import { Alert, Button, Stack } from '@mui/material';
import { useEffect, type ErrorInfo, type ReactNode } from 'react';
import { Title, useResetErrorBoundaryOnLocationChange } from 'react-admin';
import { onceReached } from '../api/reached.js';
import { useWords } from '../i18n/index.js';

interface Props {
  error: Error;
  errorInfo?: ErrorInfo;
  resetErrorBoundary?(): void;
  /** The rest of the page is there, and says what it is. */
  inPart?: boolean;
}

/** As browsers say that a part of the console did not arrive. */
const NOT_FETCHED = /dynamically imported module|importing a module/i;

export function Failure({ error, resetErrorBoundary, inPart = false }: Props): ReactNode {
  const t = useWords();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary ?? (() => undefined));
  const notFetched = NOT_FETCHED.test(error.message);
  useEffect(() => {
    // A browser that was refused a part does not ask for it again, and without a connection a reload would lead nowhere.
    return notFetched ? onceReached(() => location.reload()) : undefined;
  }, [notFetched]);
  return (
    <Stack spacing={2} sx={{ maxWidth: 640, mx: 'auto', py: 8 }}>
      {!inPart && <Title title="Relocon" />}
      {notFetched ? (
        <Alert severity="warning">{t('app.notFetched')}</Alert>
      ) : (
        <Alert severity="error" action={<Button color="inherit" onClick={() => resetErrorBoundary?.()}>{t('app.retry')}</Button>} sx={{ overflowWrap: 'anywhere' }}>
          {t('app.failed', { detail: error.message })}
        </Alert>
      )}
    </Stack>
  );
}

/** What has been read, or that it is being read, or why it could not be. */
import { Alert, Box, Button, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import { useWords } from '../i18n/index.js';
import { NotFound } from '../layout/not-found.js';

interface Props<T> {
  of: { data?: T | undefined; error: Problem | null; refetch(): unknown };
  /** Of what stands there while it is being read. */
  height?: number;
  children(data: T): ReactNode;
}

export function Read<T>({ of: { data, error, refetch }, height = 160, children }: Props<T>): ReactNode {
  const t = useWords();
  if (data !== undefined) return children(data);
  if (!error) return <Skeleton variant="rounded" height={height} role="status" aria-label={t('app.loading')} />;
  return (
    <Alert severity="error" action={<Button color="inherit" onClick={() => void refetch()}>{t('app.retry')}</Button>}>
      {t('app.failed', { detail: error.message })}
    </Alert>
  );
}

/** In the place of a page that cannot be read: because it is not there, or not now. */
export function Unread({ error, refetch }: { error: unknown; refetch(): unknown }): ReactNode {
  const problem = error as Problem | null;
  return problem && problem.status !== 404 ? <Read of={{ error: problem, refetch }}>{() => null}</Read> : <NotFound />;
}

/** While what it shows is what was asked for before; what comes at once does not flicker. */
export function Behind({ is, children }: { is: boolean; children: ReactNode }): ReactNode {
  return (
    <Box aria-busy={is} sx={{ opacity: is ? 0.45 : 1, transition: is ? 'opacity 150ms 200ms' : undefined }}>
      {children}
    </Box>
  );
}

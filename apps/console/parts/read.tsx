/** What has been read, or that it is being read, or why it could not be. */
import { Alert, Button, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import { useWords } from '../i18n/index.js';

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

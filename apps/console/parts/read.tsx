/** What has been read, or that it is being read, or why it could not be. */
import { Alert, Box, Button, Skeleton, type SxProps } from '@mui/material';
import type { ReactNode } from 'react';
import type { OperationId } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import type { Pages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { NotFound } from '../layout/not-found.js';

interface Reading<T> {
  data?: T | undefined;
  error: Problem | null;
  refetch(): unknown;
}

interface Props<T> {
  of: Reading<T>;
  /** Of what stands there while it is being read. */
  height?: number;
  children(data: T): ReactNode;
}

export function Read<T>({ of, height = 160, children }: Props<T>): ReactNode {
  const t = useWords();
  if (of.data !== undefined) return children(of.data);
  if (!of.error) return <Skeleton variant="rounded" height={height} role="status" aria-label={t('app.loading')} />;
  return <WhyUnread of={of} />;
}

/** Why something could not be read; nothing where it could. What was read before stays beside it. */
export function WhyUnread({ of: { error, refetch }, sx = {} }: { of: Reading<unknown>; sx?: SxProps }): ReactNode {
  const t = useWords();
  if (!error) return null;
  return (
    <Alert severity="error" sx={sx} action={<Button color="inherit" onClick={() => void refetch()}>{t('app.retry')}</Button>}>
      {t('app.failed', { detail: error.message })}
    </Alert>
  );
}

/** The way to the next page of a list; nothing where there is none. */
export function More({ of, label }: { of: Pick<Pages<OperationId>, 'more'>; label?: string }): ReactNode {
  const t = useWords();
  if (!of.more) return null;
  const { read, isReading, error } = of.more;
  if (error) return <WhyUnread of={{ error, refetch: read }} />;
  return (
    <Button onClick={read} loading={isReading} sx={{ alignSelf: 'center', mt: 1 }}>
      {label ?? t('app.more')}
    </Button>
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

/** Says so when what is shown may be old. */
import { Alert } from '@mui/material';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useLive } from '../api/live.js';
import { useWords } from '../i18n/index.js';

const online = {
  subscribe(listener: () => void): () => void {
    for (const event of ['online', 'offline']) window.addEventListener(event, listener);
    return () => {
      for (const event of ['online', 'offline']) window.removeEventListener(event, listener);
    };
  },
  now: () => navigator.onLine,
};

export function Connection(): ReactNode {
  const t = useWords();
  const isOnline = useSyncExternalStore(online.subscribe, online.now);
  const { interrupted } = useLive();
  if (isOnline && !interrupted) return null;
  return (
    <Alert severity="warning" role="status" sx={{ mb: 2 }}>
      {t(isOnline ? 'app.notLive' : 'app.offline')}
    </Alert>
  );
}

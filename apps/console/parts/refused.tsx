/** Why something was not done. Once the service can be reached again, it says that instead. */
import { Alert } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { onceReached } from '../api/reached.js';
import { useWords, words } from '../i18n/index.js';

/** @param of the attempt: another for each. */
export function Refused({ message, of }: { message: string; of: unknown }): ReactNode {
  const t = useWords();
  const [reached, setReached] = useState<unknown>();
  const unsent = message === words('problem.unsent');
  useEffect(() => (unsent ? onceReached(() => setReached(of)) : undefined), [unsent, of]);
  const again = unsent && reached === of;
  return (
    <Alert severity={again ? 'info' : 'error'} role="alert" sx={{ mb: 2, width: '100%' }}>
      {again ? t('problem.reachedAgain') : message}
    </Alert>
  );
}

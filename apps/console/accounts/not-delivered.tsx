/** Where mail reaches nobody, whoever invites is told so, before and after. */
import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';

export function NotDelivered(): ReactNode {
  const t = useWords();
  const may = useMay();
  const delivery = useRead('readOutbox', {}, { enabled: may('readOutbox') }).data?.delivery;
  if (delivery !== 'folder' && delivery !== 'none') return null;
  return <Alert severity="warning">{t(delivery === 'folder' ? 'accounts.invite.toFolder' : 'accounts.invite.toNobody')}</Alert>;
}

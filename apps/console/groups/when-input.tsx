/** When something happened that is recorded later; left empty it is now. */
import type { ReactNode } from 'react';
import { DateTimeInput } from 'react-admin';
import { useWords } from '../i18n/index.js';

export function WhenInput(): ReactNode {
  const t = useWords();
  return <DateTimeInput source="occurredAt" label={t('groups.members.when')} helperText={t('groups.members.whenHint')} parse={(value: string) => value} fullWidth />;
}

export const atOf = (given: string | undefined | null): { occurredAt?: string } => (given ? { occurredAt: new Date(given).toISOString() } : {});

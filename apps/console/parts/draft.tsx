/**
 * A half-written form, kept in this browser: it survives a reload and the end of a session. Each account has its own, so that whoever signs in next
 * meets nothing of it.
 */
import { Alert, Button } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { useWords } from '../i18n/index.js';
import { When } from './when.js';

interface Kept {
  at: string;
  values: object;
}

export const draftKey = (accountId: string, form: string): string => `relocon.draft.${accountId}.${form}`;

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Kept;
  } catch {
    return undefined;
  }
}

function write(key: string, values: object): Kept | undefined {
  const kept = { at: new Date().toISOString(), values };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return kept;
  } catch {
    // Full, or not allowed: then there is no draft, and nothing says so.
    return undefined;
  }
}

export function discardDraft(key: string): void {
  localStorage.removeItem(key);
}

/** Stands in a form: fills it with what was kept, and keeps what is written. */
export function Draft({ of: key }: { of: string }): ReactNode {
  const t = useWords();
  const { reset, formState: { isReady } } = useFormContext();
  const { isDirty } = useFormState();
  const values = useWatch();
  const [kept, setKept] = useState<Kept>();
  const [looked, setLooked] = useState(false);

  useEffect(() => {
    // Before it is ready, the form sets itself to its defaults.
    if (!isReady) return;
    const found = read(key);
    if (found) reset(found.values, { keepDefaultValues: true });
    setKept(found);
    setLooked(true);
  }, [key, isReady, reset]);
  useEffect(() => {
    if (looked && isDirty) setKept(write(key, values));
  }, [key, looked, isDirty, values]);

  if (!kept) return null;
  const discard = (): void => {
    discardDraft(key);
    setKept(undefined);
    reset();
  };
  return (
    <Alert severity="info" icon={false} sx={{ width: '100%', mb: 2, py: 0, alignItems: 'center' }} action={<Button color="inherit" size="small" onClick={discard}>{t('draft.discard')}</Button>}>
      {t('draft.kept')} · <When at={kept.at} />
    </Alert>
  );
}

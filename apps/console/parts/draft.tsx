import { Button, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { discardDraft, readDraft, writeDraft, type Draft as Kept } from '../api/drafts.js';
import { useWords } from '../i18n/index.js';

/** Stands in a form: fills it with what was kept, and keeps what is written. */
export function Draft({ of: key }: { of: string }): ReactNode {
  const t = useWords();
  const { reset, formState: { isReady } } = useFormContext();
  const { isDirty } = useFormState();
  const values = useWatch();
  const [kept, setKept] = useState<Kept>();
  /** What was thrown away just now. */
  const [gone, setGone] = useState<object>();
  const [looked, setLooked] = useState(false);

  useEffect(() => {
    // Before it is ready, the form sets itself to its defaults.
    if (!isReady) return;
    const found = readDraft(key);
    if (found) reset(found.values, { keepDefaultValues: true });
    setKept(found);
    setLooked(true);
  }, [key, isReady, reset]);
  useEffect(() => {
    if (looked && isDirty) setKept(writeDraft(key, values));
  }, [key, looked, isDirty, values]);

  if (!kept && !gone) return null;
  const discard = (): void => {
    discardDraft(key);
    setGone(values);
    setKept(undefined);
    reset();
  };
  const undo = (): void => {
    reset(gone, { keepDefaultValues: true });
    setGone(undefined);
  };
  return (
    <Typography component="div" variant="body2" color="text.secondary" sx={{ flex: '1 1 0', minWidth: 160, pl: 2 }}>
      {t(kept ? 'draft.kept' : 'draft.discarded')}
      <Button size="small" onClick={kept ? discard : undo} sx={{ ml: 1 }}>
        {t(kept ? 'draft.discard' : 'draft.undo')}
      </Button>
    </Typography>
  );
}

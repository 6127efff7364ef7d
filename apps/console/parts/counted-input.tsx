import type { ReactNode } from 'react';
import { maxLength, TextInput, type Validator } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useWords } from '../i18n/index.js';

interface Props {
  source: string;
  label: string;
  /** How many characters it may have. */
  most: number;
  hint?: string;
  rows?: number;
  validate?: Validator[];
}

/** A text that tells how much of its room is taken. Too much is said, and not cut. */
export function CountedInput({ source, label, most, hint, rows = 2, validate = [] }: Props): ReactNode {
  const t = useWords();
  const written = String(useWatch({ name: source }) ?? '').length;
  return <TextInput source={source} label={label} multiline minRows={rows} fullWidth resettable={false} validate={[...validate, maxLength(most)]} helperText={[hint, t('draft.count', { written: written.toLocaleString(), most: most.toLocaleString() })].filter(Boolean).join(' · ')} />;
}

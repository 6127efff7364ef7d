/** What a review came to, in a word. */
import { Chip } from '@mui/material';
import type { ReactNode } from 'react';
import type { MessageKey } from '../i18n/index.js';
import { useWords } from '../i18n/index.js';

const COLORS = { aligned: 'success', emerging: 'warning', notYet: 'default' } as const;

/** @param provisional too little was observed to tell. */
export function Verdict({ verdict, score, provisional = false }: { verdict: keyof typeof COLORS; score?: number; provisional?: boolean }): ReactNode {
  const t = useWords();
  const words = [score !== undefined && String(score), t(`alignment.verdict.${verdict}` as MessageKey), provisional && t('alignment.provisional')].filter(Boolean).join(' · ');
  return <Chip size="small" variant="outlined" color={COLORS[verdict]} label={words} />;
}

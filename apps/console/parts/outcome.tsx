/** What is recorded of somebody at a meeting, in a word and a colour: the same on every page. */
import { Chip, type ChipProps } from '@mui/material';
import type { ReactNode } from 'react';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';

export type Outcome = NonNullable<RecordOf<'attendances'>['outcome']>;
export type Rsvp = NonNullable<RecordOf<'attendances'>['rsvp']>['response'];

export const OUTCOMES = ['present', 'late', 'substitute', 'apologised', 'absent', 'visitor', 'notExpected'] as const satisfies readonly Outcome[];
export const CAME: readonly Outcome[] = ['present', 'late', 'substitute', 'visitor'];

const COLOURS: Readonly<Record<Outcome, NonNullable<ChipProps['color']>>> = { present: 'success', late: 'warning', substitute: 'success', apologised: 'info', absent: 'error', visitor: 'primary', notExpected: 'default' };

export function OutcomeChip({ outcome, ...rest }: { outcome: Outcome } & Omit<ChipProps, 'label' | 'color'>): ReactNode {
  const t = useWords();
  return <Chip size="small" color={COLOURS[outcome]} {...rest} label={t(`outcomes.${outcome}`)} />;
}

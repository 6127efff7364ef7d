/** What is recorded of somebody at a meeting, in a word and a colour: the same on every page. */
import { Chip, Stack, Typography, type ChipProps } from '@mui/material';
import type { ReactNode } from 'react';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { When } from './when.js';

export type Outcome = NonNullable<RecordOf<'attendances'>['outcome']>;
export type Rsvp = NonNullable<RecordOf<'attendances'>['rsvp']>['response'];

export const OUTCOMES = ['present', 'late', 'substitute', 'apologised', 'absent', 'visitor', 'notExpected'] as const satisfies readonly Outcome[];
export const CAME: readonly Outcome[] = ['present', 'late', 'substitute', 'visitor'];

const COLOURS: Readonly<Record<Outcome, NonNullable<ChipProps['color']>>> = { present: 'success', late: 'warning', substitute: 'success', apologised: 'info', absent: 'error', visitor: 'primary', notExpected: 'default' };

export function OutcomeChip({ outcome, ...rest }: { outcome: Outcome } & Omit<ChipProps, 'label' | 'color'>): ReactNode {
  const t = useWords();
  return <Chip size="small" color={COLOURS[outcome]} {...rest} label={t(`outcomes.${outcome}`)} />;
}

/** What it was before, what it became, and why. */
export function Corrections({ of }: { of: RecordOf<'attendances'>['corrections'] }): ReactNode {
  const t = useWords();
  if (of.length === 0) return null;
  return (
    <Stack component="ul" aria-label={t('outcomes.corrections')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {of.map(({ from, to, reason, correctedAt, eventId }) => (
        <Typography component="li" key={eventId} variant="caption" color="text.secondary">
          <When at={correctedAt} />: {from ? t(`outcomes.${from.outcome}`) : t('outcomes.nothing')} → {t(`outcomes.${to.outcome}`)}
          {reason && ` (${reason})`}
        </Typography>
      ))}
    </Stack>
  );
}

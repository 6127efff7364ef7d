/** How meetings repeat: in words, and what planning and changing them ask for. */
import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { NumberInput, required, SelectInput, TextInput } from 'react-admin';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';

export type Series = RecordOf<'meeting-series'>;

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** The API counts a month's weekdays from 1; -1 is the last. */
export const NTHS = [1, 2, 3, 4, -1] as const;
const NTH_WORDS = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' } as const;

export function RuleInWords({ rule, startTime }: Pick<Series, 'rule' | 'startTime'>): ReactNode {
  const t = useWords();
  const weekday = t(`series.weekday.${rule.weekday}`);
  const repeats = rule.frequency === 'weekly' ? t('series.rule.weekly', { smart_count: rule.interval, weekday }) : t('series.rule.monthly', { smart_count: rule.interval, weekday, nth: t(`series.nth.${NTH_WORDS[rule.nth as 1]}`) });
  return `${repeats}, ${startTime}`;
}

export function WeekdayInput({ source, must = false }: { source: string; must?: boolean }): ReactNode {
  const t = useWords();
  return <SelectInput source={source} label={t('series.fields.weekday')} choices={WEEKDAYS.map((id) => ({ id, name: t(`series.weekday.${id}`) }))} {...(must && { validate: required() })} fullWidth />;
}

export function NthInput({ source, must = false }: { source: string; must?: boolean }): ReactNode {
  const t = useWords();
  return <SelectInput source={source} label={t('series.fields.nth')} choices={NTHS.map((id) => ({ id, name: t(`series.nth.${NTH_WORDS[id as 1]}`) }))} {...(must && { validate: required() })} fullWidth />;
}

export function TimeAndLengthInputs(): ReactNode {
  const t = useWords();
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ width: '100%', columnGap: 2 }}>
      <TextInput source="startTime" type="time" label={t('series.fields.startTime')} validate={required()} fullWidth slotProps={{ inputLabel: { shrink: true } }} />
      <NumberInput source="durationMinutes" label={t('series.fields.durationMinutes')} min={1} max={1_440} validate={required()} fullWidth />
    </Stack>
  );
}

/** A day so many months from today, less one: `2027-11-26`. */
export function monthsFromToday(months: number): string {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  day.setDate(day.getDate() - 1);
  return day.toLocaleDateString('sv');
}

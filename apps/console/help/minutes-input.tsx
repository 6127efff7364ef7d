import { Box } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { maxValue, minValue, NumberInput, required } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useWords } from '../i18n/index.js';
import { Pills } from '../parts/pick-input.js';
import { hours } from '../parts/when.js';

const USUAL = [15, 30, 45, 60, 90, 120];
const DAY = 1_440;

/** Usual lengths at a tap, and any other. */
export function MinutesInput(): ReactNode {
  const t = useWords();
  const id = useId();
  const { setValue } = useFormContext();
  const minutes = useWatch({ name: 'minutes' }) as number | null;
  return (
    <Box sx={{ width: '100%', mb: 1 }}>
      <NumberInput source="minutes" label={t('help.fields.minutes')} validate={[required(), minValue(1), maxValue(DAY)]} helperText={minutes ? t('help.fields.minutesHint', { hours: hours(minutes) }) : false} fullWidth slotProps={{ inputLabel: { id } }} />
      <Pills id={id} choices={USUAL.map((each) => ({ id: each, name: hours(each) }))} value={minutes} onPick={(next) => setValue('minutes', next, { shouldDirty: true, shouldValidate: true })} />
    </Box>
  );
}

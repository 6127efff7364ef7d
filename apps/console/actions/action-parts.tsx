import { Box, Chip } from '@mui/material';
import WarningIcon from '@mui/icons-material/WarningAmber';
import { useId, type ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useWords } from '../i18n/index.js';
import { Pills } from '../parts/pick-input.js';
import { today } from '../parts/when.js';
import { dayIn, isOverdue, type Action } from './action-words.js';

const COLORS = { open: 'info', completed: 'success', dropped: 'default' } as const;

export function ActionStatus(action: Pick<Action, 'status' | 'dueAt'>): ReactNode {
  const t = useWords();
  if (isOverdue(action)) return <Chip size="small" variant="outlined" color="error" icon={<WarningIcon />} label={t('actions.status.overdue')} />;
  return <Chip size="small" variant="outlined" color={COLORS[action.status]} label={t(`actions.status.${action.status}`)} />;
}

const USUAL = { week: 7, fortnight: 14, month: 30 } as const;

/** The day, with those most people choose at a tap. */
export function DueInput(): ReactNode {
  const t = useWords();
  const id = useId();
  const { setValue } = useFormContext();
  const due = useWatch({ name: 'dueOn' }) as string | undefined;
  return (
    <Box sx={{ width: '100%', mb: 1 }}>
      <TextInput source="dueOn" type="date" label={t('actions.fields.due')} validate={required()} fullWidth slotProps={{ inputLabel: { shrink: true, id }, htmlInput: { min: today() } }} />
      <Pills id={id} value={due ?? null} onPick={(next) => setValue('dueOn', next, { shouldDirty: true, shouldValidate: true })} choices={(['week', 'fortnight', 'month'] as const).map((name) => ({ id: dayIn(USUAL[name]), name: t(`actions.due.${name}`) }))} />
    </Box>
  );
}

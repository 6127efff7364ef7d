/** One of a few, all of them in sight: as pills, or as lines where each needs a sentence. */
import { Box, FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useInput } from 'react-admin';

export interface Choice<T = string> {
  id: T;
  name: string;
  /** What it means. */
  text?: string;
  disabled?: boolean;
}

interface Props<T> {
  source: string;
  label: string;
  choices: readonly Choice<T>[];
  hint?: string | undefined;
  /** Whether what was chosen can be let go of by choosing it again. */
  optional?: boolean;
  onPicked?(value: T): void;
}

export function PickInput<T extends string | number>({ source, label, choices, hint, optional = false, onPicked }: Props<T>): ReactNode {
  const { field, fieldState } = useInput<T | null>({ source });
  const id = useId();
  const said = choices.some(({ text }) => text !== undefined);
  const pick = (value: T | null): void => {
    field.onChange(value);
    if (value !== null) onPicked?.(value);
  };
  const help = fieldState.error?.message ?? hint;
  return (
    <FormControl error={fieldState.invalid} sx={{ width: '100%', mb: 2 }}>
      <FormLabel id={id} sx={{ mb: 0.5 }}>
        {label}
      </FormLabel>
      {said ? <Lines {...{ id, choices }} value={field.value ?? null} onPick={pick} name={source} /> : <Pills {...{ id, choices, optional }} value={field.value ?? null} onPick={pick} />}
      {help && <FormHelperText sx={{ mx: 0 }}>{String(help)}</FormHelperText>}
    </FormControl>
  );
}

interface Picking<T> {
  id: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onPick(value: T | null): void;
}

export function Pills<T extends string | number>({ id, choices, value, onPick, optional = false }: Picking<T> & { optional?: boolean }): ReactNode {
  return (
    <ToggleButtonGroup exclusive size="small" value={value} onChange={(_event, next: T | null) => (next !== null || optional) && onPick(next)} aria-labelledby={id} sx={{ flexWrap: 'wrap', gap: 1, '& .MuiToggleButton-root': { border: 1, borderColor: 'divider', borderRadius: 4, px: 1.5, minHeight: 40, textTransform: 'none', ml: 0 }, '& .MuiToggleButton-root.Mui-selected': { borderColor: 'primary.main', color: 'primary.main' } }}>
      {choices.map(({ id: each, name, disabled }) => (
        <ToggleButton key={each} value={each} disabled={disabled ?? false}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Lines<T extends string | number>({ id, choices, value, onPick, name }: Picking<T> & { name: string }): ReactNode {
  return (
    <RadioGroup name={name} aria-labelledby={id} value={value ?? ''} onChange={(_event, next) => onPick(next as T)}>
      {choices.map(({ id: each, name: called, text, disabled }) => (
        <FormControlLabel
          key={each}
          value={each}
          disabled={disabled ?? false}
          control={<Radio />}
          sx={{ alignItems: 'flex-start', mr: 0, '& .MuiRadio-root': { py: 0.75 } }}
          label={
            <Box sx={{ py: 0.75 }}>
              <Typography sx={{ fontWeight: 600, lineHeight: 1.5 }}>{called}</Typography>
              <Typography variant="body2" color="text.secondary">
                {text}
              </Typography>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  );
}

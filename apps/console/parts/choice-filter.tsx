/** A filter by one of several, which lets go of what does not go with it: lists offer only some combinations. */
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useWords } from '../i18n/index.js';

export const without = (filters: Record<string, unknown>, names: readonly string[]): Record<string, unknown> => Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));

/** One of several, such as a status. @param alwaysOn for react-admin's form of filters. */
export function ChoiceFilter({ source, label, choices, notWith = [] }: { source: string; alwaysOn?: boolean; label: string; choices: readonly { id: string; name: string }[]; notWith?: readonly string[] }): ReactNode {
  const t = useWords();
  const { filterValues, setFilters } = useListContext();
  const chosen = (filterValues[source] as string | undefined) ?? '';
  // Somebody may have come by a link with another.
  const all = chosen === '' || choices.some(({ id }) => id === chosen) ? choices : [...choices, { id: chosen, name: chosen }];
  const choose = (value: string): void => setFilters(value === '' ? without(filterValues, [source]) : { ...without(filterValues, notWith), [source]: value });
  return (
    <TextField select size="small" margin="dense" label={label} value={chosen} onChange={({ target }) => choose(target.value)} sx={{ minWidth: 140 }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{t('scope.any')}</MenuItem>
      {all.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

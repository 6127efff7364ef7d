/** How dates and letters are written in the files. */
import { Autocomplete, MenuItem, Stack, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import type { Encoding } from './files.js';

export interface Settings {
  timeZone: string;
  /** Empty: ISO 8601. */
  dates: string;
  encoding: Encoding;
}

export const HERE_SETTINGS: Settings = { timeZone: HERE, dates: '', encoding: 'utf8' };

const FORMS = ['DD.MM.YYYY HH:mm', 'DD.MM.YYYY', 'DD/MM/YYYY HH:mm', 'DD/MM/YYYY', 'MM/DD/YYYY HH:mm', 'MM/DD/YYYY'];
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

export function FileSettings({ settings, onChange, disabled }: { settings: Settings; onChange(settings: Settings): void; disabled: boolean }): ReactNode {
  const t = useWords();
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2 }}>
      <Autocomplete fullWidth freeSolo disabled={disabled} options={FORMS} value={settings.dates} onInputChange={(_event, dates) => onChange({ ...settings, dates })} renderInput={(params) => <TextField {...params} label={t('import.settings.dates')} placeholder="YYYY-MM-DD HH:mm" helperText={t('import.settings.datesHint')} slotProps={{ inputLabel: { ...params.InputLabelProps, shrink: true } }} />} />
      <Autocomplete fullWidth disableClearable disabled={disabled} options={ZONES} value={settings.timeZone} onChange={(_event, timeZone) => onChange({ ...settings, timeZone })} renderInput={(params) => <TextField {...params} label={t('import.settings.timeZone')} helperText={t('import.settings.timeZoneHint')} />} />
      <TextField select fullWidth disabled={disabled} label={t('import.settings.encoding')} value={settings.encoding} onChange={({ target }) => onChange({ ...settings, encoding: target.value as Encoding })} helperText={t('import.settings.encodingHint')}>
        <MenuItem value="utf8">UTF-8</MenuItem>
        <MenuItem value="latin1">Windows-1252</MenuItem>
      </TextField>
    </Stack>
  );
}

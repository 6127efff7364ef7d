/** One file: what it holds, and which of its columns is which of ours. */
import { Alert, Button, Grid, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { tables, type Column, type RowKind } from '../../../libs/import-files/tables.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { Section } from '../parts/section.js';
import { DELIMITERS, isPlain, missingColumns, tableOf, valuesIn, withColumns, withDelimiter, withKind, type ChosenFile, type Encoding } from './files.js';

interface Props {
  file: ChosenFile;
  encoding: Encoding;
  disabled: boolean;
  /** Undefined: it is left out. */
  onChange(file: ChosenFile | undefined): void;
}

export function FileCard({ file, encoding, disabled, onChange }: Props): ReactNode {
  const t = useWords();
  const { name, kind, delimiter, fault, columns } = file;
  const missing = missingColumns(file);
  const [opened, setOpened] = useState(false);
  const open = opened || !isPlain(file);
  return (
    <Section
      title={name}
      actions={
        <span>
          {!open && <Button size="small" disabled={disabled} onClick={() => setOpened(true)}>{t('import.file.change')}</Button>}
          <Button size="small" disabled={disabled} onClick={() => onChange(undefined)}>{t('import.file.leaveOut')}</Button>
        </span>
      }
    >
      {!open && kind && <Typography variant="body2" color="text.secondary">{t('import.file.plain', { kind: t(`import.kinds.${kind}`), columns: Object.keys(columns).join(', ') })}</Typography>}
      <Stack spacing={2} sx={{ display: open ? undefined : 'none' }}>
        {fault !== undefined && <Alert severity="error">{fault === 'empty' ? t('import.file.empty') : t('import.file.fault', { fault })}</Alert>}
        <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2 }}>
          <TextField select fullWidth disabled={disabled} label={t('import.file.kind')} value={kind ?? ''} onChange={({ target }) => onChange(withKind(file, target.value as RowKind))}>
            {tables.map((table) => (
              <MenuItem key={table.kind} value={table.kind}>
                {t(`import.kinds.${table.kind}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select fullWidth disabled={disabled} label={t('import.file.delimiter')} value={delimiter} onChange={({ target }) => onChange(withKind(withDelimiter(file, target.value, encoding), kind))}>
            {DELIMITERS.map((each) => (
              <MenuItem key={each} value={each}>
                {t(DELIMITER_NAMES[each])}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
        {kind === undefined && <Alert severity="info">{t('import.file.unknown')}</Alert>}
        {missing.length > 0 && <Alert severity="warning">{t('import.file.missing', { columns: missing.join(', ') })}</Alert>}
        {kind !== undefined && (
          <Grid container spacing={1.5}>
            {tableOf(kind).columns.map((column) => (
              <Grid key={column.name} size={{ xs: 12, sm: 6, md: 4 }}>
                <ColumnInput file={file} column={column} disabled={disabled} onChange={onChange} />
              </Grid>
            ))}
          </Grid>
        )}
      </Stack>
    </Section>
  );
}

/** An example is to be recognised, not read. */
const LONG = 40;

const DELIMITER_NAMES: Readonly<Record<(typeof DELIMITERS)[number], MessageKey>> = { ',': 'import.delimiters.comma', ';': 'import.delimiters.semicolon', '\t': 'import.delimiters.tab', '|': 'import.delimiters.bar' };

function ColumnInput({ file, column, disabled, onChange }: { file: ChosenFile; column: Column; disabled: boolean; onChange(file: ChosenFile): void }): ReactNode {
  const t = useWords();
  const { name, required = false, about } = column;
  const theirs = file.columns[name] ?? '';
  const choose = (chosen: string): void => {
    const { [name]: _before, ...others } = file.columns;
    onChange(withColumns(file, chosen ? { ...others, [name]: chosen } : others));
  };
  const example = theirs && valuesIn(file, theirs)[0];
  return (
    <Stack spacing={0.5}>
      <TextField select fullWidth size="small" disabled={disabled} required={required} label={name} value={theirs} error={required && !theirs} onChange={({ target }) => choose(target.value)} helperText={example ? t('import.file.example', { about, example: example.length > LONG ? `${example.slice(0, LONG)}…` : example }) : about} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
        <MenuItem value="">{t('import.file.none')}</MenuItem>
        {[...new Set(file.header)].map((each) => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </TextField>
      {column.choices && theirs && <Values file={file} column={column} disabled={disabled} onChange={onChange} />}
    </Stack>
  );
}

/** Their values of a choice, each with ours. */
function Values({ file, column: { name, choices = [] }, disabled, onChange }: { file: ChosenFile; column: Column; disabled: boolean; onChange(file: ChosenFile): void }): ReactNode {
  const t = useWords();
  const values = Object.entries(file.values[name] ?? {}).filter(([theirs]) => !choices.includes(theirs));
  if (values.length === 0) return null;
  return (
    <Stack spacing={0.5} sx={{ pl: 2 }}>
      <Typography variant="caption" color="text.secondary">
        {t('import.file.values')}
      </Typography>
      {values.map(([theirs, ours]) => (
        <TextField key={theirs} select size="small" fullWidth disabled={disabled} label={theirs} value={ours} onChange={({ target }) => onChange({ ...file, values: { ...file.values, [name]: { ...file.values[name], [theirs]: target.value } } })} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{t('import.file.asItIs')}</MenuItem>
          {choices.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choice}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Stack>
  );
}

/** "As of" and "as known on": two sliders over days. Where they stand is in the address, so that it can be linked to. */
import { Button, Slider, Stack, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { useAddress } from './address.js';
import { dayInWords, today } from './when.js';

export type MomentName = 'asOf' | 'knownAt';

/** What reads take, from the address; bare days are those of the reader's zone. */
export function useMoment(): { asOf?: string; knownAt?: string; timeZone?: string } {
  const [parameters] = useSearchParams();
  const [asOf, knownAt] = [parameters.get('asOf'), parameters.get('knownAt')];
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }), ...((asOf || knownAt) && { timeZone: HERE }) };
}

const DAY_MS = 86_400_000;
const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const toDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const inWords = (number: number): string => dayInWords(toDay(number));

interface Props {
  /** The first day that means anything: `2025-11-01`. */
  from: string;
  names?: readonly MomentName[];
}

export function MomentSliders({ from, names = ['asOf', 'knownAt'] }: Props): ReactNode {
  const t = useWords();
  const [parameters, change] = useAddress();
  const past = names.some((name) => parameters.get(name));
  return (
    <Stack spacing={1}>
      {names.map((name) => (
        <DaySlider key={name} name={name} label={t(`moment.${name}`)} hint={t(`moment.${name}Hint`)} from={from} day={parameters.get(name) ?? today()} onDay={(day) => change({ [name]: day >= today() ? undefined : day })} />
      ))}
      {past && (
        <Button size="small" sx={{ alignSelf: 'flex-start' }} onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
          {t('moment.now')}
        </Button>
      )}
    </Stack>
  );
}

function DaySlider({ name, label, hint, from, day, onDay }: { name: string; label: string; hint: string; from: string; day: string; onDay(day: string): void }): ReactNode {
  const t = useWords();
  // While it is dragged nothing is read.
  const [dragged, setDragged] = useState<number>();
  const value = dragged ?? toNumber(day);
  // While a date is typed, it may be none yet.
  const [typed, setTyped] = useState<string>();
  const isThere = (given: string): boolean => given >= from && given <= today();
  const type = (given: string): void => {
    setTyped(given);
    if (isThere(given)) onDay(given);
  };
  // A year is typed digit by digit.
  const outside = typed !== undefined && typed >= '1000' && !isThere(typed);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: { xs: 1.5, sm: 3 }, flexWrap: 'wrap' }}>
      <Typography id={`${name}-label`} variant="body2" title={hint} sx={{ width: { xs: '100%', sm: 110 } }}>
        {label}
      </Typography>
      <Slider
        size="small"
        aria-labelledby={`${name}-label`}
        min={toNumber(from)}
        max={toNumber(today())}
        value={value}
        valueLabelDisplay="auto"
        valueLabelFormat={inWords}
        getAriaValueText={inWords}
        onChange={(_event, number) => setDragged(number as number)}
        onChangeCommitted={(_event, number) => {
          setDragged(undefined);
          onDay(toDay(number as number));
        }}
        sx={{ flex: 1, minWidth: 120 }}
      />
      <TextField fullWidth={false} size="small" type="date" margin="none" value={typed ?? toDay(value)} error={outside} helperText={outside && t('moment.outside', { from: dayInWords(from), until: dayInWords(today()) })} onChange={({ target }) => type(target.value)} onBlur={() => setTyped(undefined)} slotProps={{ htmlInput: { 'aria-label': label, min: from, max: today() } }} sx={{ '&.MuiTextField-root': { width: 150 } }} />
    </Stack>
  );
}

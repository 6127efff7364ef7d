import { Stack } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { DateTimeInput, required } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { TimeZoneInput } from '../parts/time-zone-input.js';
import { instantIn, localIn } from '../parts/zoned.js';

/** Start and end as a clock shows them in the zone of the meeting; the form holds instants. */
export function TimesInputs(): ReactNode {
  const t = useWords();
  const { setValue, getValues } = useFormContext();
  const zone = (useWatch({ name: 'timeZone' }) as string | undefined) || HERE;
  const startsAt = useWatch({ name: 'startsAt' }) as string | undefined;
  const known = useRef({ zone, startsAt });

  useEffect(() => {
    const before = known.current;
    // Who chooses another zone means the same time on its clocks.
    if (before.zone !== zone) {
      known.current = { zone, startsAt: startsAt && moved(startsAt, before.zone, zone) };
      for (const field of ['startsAt', 'endsAt']) {
        const at = getValues(field) as string | null | undefined;
        if (at) setValue(field, moved(at, before.zone, zone), { shouldDirty: true });
      }
      return;
    }
    known.current = { zone, startsAt };
    if (!startsAt || startsAt === before.startsAt) return;
    // The end moves along with the start; of a new meeting it is two hours later, until somebody says otherwise.
    const endsAt = getValues('endsAt') as string | undefined;
    const length = before.startsAt ? endsAt && Date.parse(endsAt) - Date.parse(before.startsAt) : USUAL_MS;
    if (length) setValue('endsAt', new Date(Date.parse(startsAt) + length).toISOString(), { shouldDirty: true });
  }, [zone, startsAt, setValue, getValues]);

  // The input formats what it begins with twice.
  const inZone = { format: (at: string | null) => (at?.endsWith('Z') ? localIn(zone, at) : (at ?? '')), parse: (local: string) => (local ? instantIn(zone, local) : null) };
  return (
    <>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ width: '100%', columnGap: 2 }}>
        <DateTimeInput key={`start ${zone}`} source="startsAt" label={t('meetings.fields.startsAt')} validate={required()} fullWidth {...inZone} />
        <DateTimeInput key={`end ${zone}`} source="endsAt" label={t('meetings.fields.endsAt')} helperText={t('meetings.fields.endsAtHint')} fullWidth {...inZone} />
      </Stack>
      <TimeZoneInput source="timeZone" label={t('meetings.fields.timeZone')} helperText={zone === HERE ? false : t('meetings.fields.otherZone')} validate={required()} />
    </>
  );
}

const USUAL_MS = 7_200_000;

function moved(at: string, from: string, to: string): string {
  return instantIn(to, localIn(from, at));
}

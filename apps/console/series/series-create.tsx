import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { DateInput, FormDataConsumer, NumberInput, RadioButtonGroupInput, required, TextInput } from 'react-admin';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput, useGroupToBeginWith, ZoneOfGroup } from '../parts/group-input.js';
import { PlaceInputs } from '../parts/place-inputs.js';
import { TimeZoneInput } from '../parts/time-zone-input.js';
import { today } from '../parts/when.js';
import { monthsFromToday, NthInput, TimeAndLengthInputs, WeekdayInput, type Series } from './rule.js';

export default function SeriesCreate(): ReactNode {
  const t = useWords();
  const groupId = useGroupToBeginWith('planSeries');
  return (
    <CreateForm
      resource="meeting-series"
      title={t('series.plan')}
      save={t('series.plan')}
      done={t('series.planned')}
      defaults={{ ...(groupId && { groupId }), timeZone: HERE, mode: 'inPerson', startTime: '18:00', durationMinutes: 120, from: today(), until: monthsFromToday(12), rule: { frequency: 'monthly', interval: 1, weekday: 'tuesday', nth: 1 } }}
      transform={({ rule: { nth, ...rule }, ...values }: Series & { rule: { nth?: number } }) => ({ ...values, rule: { ...rule, ...(rule.frequency === 'monthly' && { nth }) } })}
    >
      <GroupInput operation="planSeries" of="facilitates" validate={required()} />
      <ZoneOfGroup />
      <TextInput source="title" label={t('meetings.fields.title')} validate={required()} fullWidth />
      <RadioButtonGroupInput source="rule.frequency" label={t('series.fields.frequency')} choices={(['weekly', 'monthly'] as const).map((id) => ({ id, name: t(`series.frequency.${id}`) }))} validate={required()} />
      <FormDataConsumer>
        {({ formData }) => (
          <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ width: '100%', columnGap: 2 }}>
            <NumberInput source="rule.interval" label={t(formData.rule?.frequency === 'weekly' ? 'series.fields.everyWeeks' : 'series.fields.everyMonths')} min={1} max={12} validate={required()} fullWidth />
            {formData.rule?.frequency === 'monthly' && <NthInput source="rule.nth" must />}
            <WeekdayInput source="rule.weekday" must />
          </Stack>
        )}
      </FormDataConsumer>
      <TimeAndLengthInputs />
      <TimeZoneInput source="timeZone" label={t('meetings.fields.timeZone')} validate={required()} />
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ width: '100%', columnGap: 2 }}>
        <DateInput source="from" label={t('series.fields.from')} validate={required()} fullWidth />
        <DateInput source="until" label={t('series.fields.until')} helperText={t('series.fields.untilHint')} validate={required()} fullWidth />
      </Stack>
      <PlaceInputs />
    </CreateForm>
  );
}

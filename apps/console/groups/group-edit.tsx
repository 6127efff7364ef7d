import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { BooleanInput, NumberInput, required, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { EditForm } from '../parts/edit-form.js';
import { TimeZoneInput } from '../parts/time-zone-input.js';

export default function GroupEdit(): ReactNode {
  const t = useWords();
  return (
    <EditForm resource="groups" title={t('groups.describe')} fields={{ name: t('groups.fields.name'), timeZone: t('groups.fields.timeZone'), place: t('groups.fields.place'), listed: t('groups.fields.listed') }}>
      <TextInput source="name" label={t('groups.fields.name')} validate={required()} />
      <TimeZoneInput source="timeZone" label={t('groups.fields.timeZone')} validate={required()} />
      <TextInput source="place.text" label={t('groups.fields.place')} />
      <Stack direction="row" spacing={2} sx={{ width: '100%' }}>
        <NumberInput source="place.latitude" label={t('groups.fields.latitude')} min={-90} max={90} step="any" />
        <NumberInput source="place.longitude" label={t('groups.fields.longitude')} min={-180} max={180} step="any" />
      </Stack>
      <BooleanInput source="listed" label={t('groups.fields.listed')} helperText={t('groups.fields.listedHint')} />
    </EditForm>
  );
}

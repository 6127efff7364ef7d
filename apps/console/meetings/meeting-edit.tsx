import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { EditForm } from '../parts/edit-form.js';
import { PlaceInputs } from '../parts/place-inputs.js';
import { TimesInputs } from './meeting-inputs.js';

export default function MeetingEdit(): ReactNode {
  const t = useWords();
  const fields = { title: t('meetings.fields.title'), startsAt: t('meetings.fields.startsAt'), endsAt: t('meetings.fields.endsAt'), timeZone: t('meetings.fields.timeZone'), mode: t('meetings.fields.mode'), place: t('meetings.fields.place') };
  return (
    <EditForm resource="meetings" title={t('meetings.reschedule')} fields={fields}>
      <TextInput source="title" label={fields.title} validate={required()} fullWidth />
      <TimesInputs />
      <PlaceInputs />
    </EditForm>
  );
}

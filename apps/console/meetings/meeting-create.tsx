import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupChoice, useGroupToBeginWith } from '../parts/group-choice.js';
import { PlaceInputs } from '../parts/place-inputs.js';
import { HERE } from '../parts/time-zone-input.js';
import { TimesInputs } from './meeting-inputs.js';

export default function MeetingCreate(): ReactNode {
  const t = useWords();
  const groupId = useGroupToBeginWith('scheduleMeeting');
  return (
    <CreateForm resource="meetings" title={t('meetings.schedule')} save={t('meetings.schedule')} done={t('meetings.scheduled')} defaults={{ ...(groupId && { groupId }), timeZone: HERE, mode: 'inPerson' }}>
      <GroupChoice operation="scheduleMeeting" zone="timeZone" />
      <TextInput source="title" label={t('meetings.fields.title')} validate={required()} fullWidth />
      <TimesInputs />
      <PlaceInputs />
    </CreateForm>
  );
}

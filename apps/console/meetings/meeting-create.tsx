import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput, useGroupToBeginWith, ZoneOfGroup } from '../parts/group-input.js';
import { PlaceInputs } from '../parts/place-inputs.js';
import { TimesInputs } from './meeting-inputs.js';

export default function MeetingCreate(): ReactNode {
  const t = useWords();
  const groupId = useGroupToBeginWith('scheduleMeeting');
  return (
    <CreateForm resource="meetings" title={t('meetings.schedule')} save={t('meetings.schedule')} done={t('meetings.scheduled')} defaults={{ ...(groupId && { groupId }), timeZone: HERE, mode: 'inPerson' }}>
      <GroupInput operation="scheduleMeeting" of="facilitates" validate={required()} />
      <ZoneOfGroup />
      <TextInput source="title" label={t('meetings.fields.title')} validate={required()} fullWidth />
      <TimesInputs />
      <PlaceInputs />
    </CreateForm>
  );
}

import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { TimeZoneInput } from '../parts/time-zone-input.js';
import { CharterInputs } from './group-inputs.js';

export default function GroupCreate(): ReactNode {
  const t = useWords();
  return (
    <CreateForm resource="groups" title={t('groups.found')} save={t('groups.found')} done={t('groups.founded')} defaults={{ timeZone: HERE }}>
      <TextInput source="name" label={t('groups.fields.name')} validate={required()} />
      <CharterInputs />
      <TimeZoneInput source="timeZone" label={t('groups.fields.timeZone')} validate={required()} />
    </CreateForm>
  );
}

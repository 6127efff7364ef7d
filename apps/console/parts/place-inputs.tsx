/** How a meeting is held, and where. */
import type { ReactNode } from 'react';
import { SelectInput, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';

const MODES = ['inPerson', 'online', 'both'] as const;

export function PlaceInputs(): ReactNode {
  const t = useWords();
  return (
    <>
      <SelectInput source="mode" label={t('meetings.fields.mode')} choices={MODES.map((id) => ({ id, name: t(`meetings.mode.${id}`) }))} fullWidth />
      <TextInput source="place" label={t('meetings.fields.place')} helperText={t('meetings.fields.placeHint')} fullWidth />
    </>
  );
}

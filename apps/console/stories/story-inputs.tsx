import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { CountedInput } from '../parts/counted-input.js';
import { WordsInput } from '../parts/words-input.js';

export function StoryInputs(): ReactNode {
  const t = useWords();
  return (
    <>
      <TextInput source="title" label={t('stories.fields.title')} helperText={t('stories.fields.titleHint')} validate={required()} fullWidth slotProps={{ htmlInput: { maxLength: 200 } }} />
      <CountedInput source="text" label={t('stories.fields.text')} hint={t('stories.fields.textHint')} most={20_000} rows={10} validate={[required()]} />
      <WordsInput source="skills" label={t('stories.fields.skills')} helperText={t('stories.fields.skillsHint')} />
    </>
  );
}

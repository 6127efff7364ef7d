/** What founding a group and adopting a charter ask for. */
import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { WordsInput } from '../parts/words-input.js';

/** @param of where the charter stands in the form. */
export function CharterInputs({ of = 'charter.' }: { of?: string }): ReactNode {
  const t = useWords();
  return (
    <>
      <TextInput source={`${of}purpose`} label={t('groups.fields.purpose')} multiline validate={required()} fullWidth />
      <WordsInput source={`${of}domain`} label={t('groups.fields.domain')} helperText={t('groups.fields.domainHint')} />
      <TextInput source={`${of}practice`} label={t('groups.fields.practice')} helperText={t('groups.fields.practiceHint')} multiline fullWidth />
    </>
  );
}

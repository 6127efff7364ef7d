import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { EditForm } from '../parts/edit-form.js';
import { LearningInputs, WordsInputs } from './reflection-inputs.js';

export default function ReflectionEdit(): ReactNode {
  const t = useWords();
  const fields = Object.fromEntries((['what', 'soWhat', 'nowWhat', 'learnedFrom', 'value', 'usefulness', 'skills'] as const).map((field) => [field, t(`reflections.fields.${field}`)]));
  return (
    <EditForm resource="reflections" title={t('reflections.revise')} fields={fields}>
      <WordsInputs />
      <LearningInputs />
    </EditForm>
  );
}

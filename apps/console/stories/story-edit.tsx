import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { EditForm } from '../parts/edit-form.js';
import { StoryInputs } from './story-inputs.js';

export default function StoryEdit(): ReactNode {
  const t = useWords();
  const fields = Object.fromEntries((['title', 'text', 'skills'] as const).map((field) => [field, t(`stories.fields.${field}`)]));
  return (
    <EditForm resource="stories" title={t('stories.revise')} fields={fields}>
      <StoryInputs />
    </EditForm>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { EditForm } from '../parts/edit-form.js';
import { ProfileInputs } from './member-inputs.js';

export default function MemberEdit(): ReactNode {
  const t = useWords();
  return (
    <EditForm resource="members" title={t('members.editTitle')} fields={{ displayName: t('members.fields.displayName'), email: t('members.fields.email'), interests: t('members.fields.interests'), timeZone: t('members.fields.timeZone') }}>
      <ProfileInputs />
    </EditForm>
  );
}

import type { ReactNode } from 'react';
import { HERE } from '../api/here.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { ProfileInputs } from './member-inputs.js';

export default function MemberCreate(): ReactNode {
  const t = useWords();
  return (
    <CreateForm resource="members" title={t('members.register')} save={t('members.register')} done={t('members.registered')} defaults={{ timeZone: HERE }} transform={withoutNoInterests}>
      <ProfileInputs />
    </CreateForm>
  );
}

/** Nothing named is not a list of nothing. */
function withoutNoInterests({ interests, ...given }: { interests?: string[] }): object {
  return { ...given, ...(interests && interests.length > 0 && { interests }) };
}

/** What registering a member and changing a profile ask for, and what skills do. */
import type { ReactNode } from 'react';
import { email, required, SelectInput, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { TimeZoneInput } from '../parts/time-zone-input.js';
import { WordsInput } from '../parts/words-input.js';
import { SkillInput } from './skill-input.js';

export function ProfileInputs(): ReactNode {
  const t = useWords();
  return (
    <>
      <TextInput source="displayName" label={t('members.fields.displayName')} validate={required()} autoComplete="off" />
      <TextInput source="email" type="email" label={t('members.fields.email')} helperText={t('members.fields.emailHint')} validate={email()} autoComplete="off" />
      <WordsInput source="interests" label={t('members.fields.interests')} helperText={t('members.fields.interestsHint')} />
      <TimeZoneInput source="timeZone" label={t('members.fields.timeZone')} />
    </>
  );
}

/** @param of what others offer is proposed to whoever seeks, and the other way round. */
export function SkillInputs({ of }: { of: 'offers' | 'seeks' }): ReactNode {
  const t = useWords();
  const seeks = of === 'seeks';
  return (
    <>
      <SkillInput source="skill" of={of === 'offers' ? 'seeks' : 'offers'} label={t('members.skills.skill')} validate={required()} fullWidth />
      <SelectInput source="level" label={t(seeks ? 'members.skills.levelToReach' : 'members.skills.level')} helperText={t(seeks ? 'members.skills.levelToReachHint' : 'members.skills.levelHint')} choices={[1, 2, 3, 4, 5].map((level) => ({ id: level, name: t('members.skills.levelOf', { level }) }))} fullWidth />
    </>
  );
}

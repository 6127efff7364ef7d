import { Grid } from '@mui/material';
import type { ReactNode } from 'react';
import { AutocompleteInput, email, ReferenceInput, required, SelectInput, TextInput } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { Section } from '../parts/section.js';
import { ROLES, WhatTheyMay } from './words.js';

export default function AccountInvite(): ReactNode {
  const t = useWords();
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 7 }}>
        <CreateForm resource="accounts" title={t('accounts.invite.title')} save={t('accounts.invite.go')} done={t('accounts.invite.done')}>
          <ReferenceInput source="memberId" reference="members" sort={{ field: 'displayName', order: 'ASC' }}>
            <AutocompleteInput label={t('accounts.invite.member')} helperText={t('accounts.invite.memberHint')} optionText="displayName" filterToQuery={(q: string) => (q.trim() ? { q } : {})} fullWidth />
          </ReferenceInput>
          <TextInput source="email" type="email" label={t('accounts.fields.email')} helperText={t('accounts.invite.emailHint')} validate={[required(), email()]} fullWidth />
          <SelectInput source="role" label={t('accounts.invite.role')} helperText={t('accounts.invite.roleHint')} emptyText={t('accounts.invite.noRole')} choices={ROLES.map((id) => ({ id, name: t(`accounts.roles.${id}`) }))} fullWidth />
          <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
        </CreateForm>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }}>
        <Section title={t('accounts.may.title')}>
          <WhatTheyMay standings={['signedIn', 'facilitator', 'administrator', 'auditor']} />
        </Section>
      </Grid>
    </Grid>
  );
}

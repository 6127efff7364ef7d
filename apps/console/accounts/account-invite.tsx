import { Grid, Stack } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { email, required, SelectInput, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { MemberInput } from '../parts/member-input.js';
import { Section } from '../parts/section.js';
import { NotDelivered } from './not-delivered.js';
import { ROLES, WhatTheyMay } from './words.js';

export default function AccountInvite(): ReactNode {
  const t = useWords();
  const [parameters] = useSearchParams();
  const memberId = parameters.get('memberId');
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 7 }}>
        <Stack spacing={2}>
          <NotDelivered />
          <CreateForm resource="accounts" title={t('accounts.invite.title')} save={t('accounts.invite.go')} done={t('accounts.invite.done')} {...(memberId && { defaults: { memberId } })}>
            <MemberInput source="memberId" label={t('accounts.invite.member')} helperText={t('accounts.invite.memberHint')} />
            <AddressOfMember />
            <TextInput source="email" type="email" label={t('accounts.fields.email')} helperText={t('accounts.invite.emailHint')} validate={[required(), email()]} fullWidth />
            <SelectInput source="role" label={t('accounts.invite.role')} helperText={t('accounts.invite.roleHint')} emptyText={t('accounts.invite.noRole')} choices={ROLES.map((id) => ({ id, name: t(`accounts.roles.${id}`) }))} fullWidth />
            <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
          </CreateForm>
        </Stack>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }}>
        <Section title={t('accounts.may.title')}>
          <WhatTheyMay standings={['signedIn', 'facilitator', 'administrator', 'auditor']} />
        </Section>
      </Grid>
    </Grid>
  );
}

/** The address that the member has told, until another one is written. */
function AddressOfMember(): ReactNode {
  const { setValue, getValues } = useFormContext();
  const filled = useRef<string>(undefined);
  const memberId = useWatch({ name: 'memberId' }) as string | null | undefined;
  const { data: member } = useRead('readMember', { path: { id: memberId ?? '' } }, { enabled: !!memberId });
  const address = memberId ? member?.email : undefined;
  useEffect(() => {
    const written = getValues('email') as string | undefined;
    if (!address || (written && written !== filled.current)) return;
    filled.current = address;
    setValue('email', address, { shouldDirty: true });
  }, [address, setValue, getValues]);
  return null;
}

import type { ReactNode } from 'react';
import { PasswordInput, required } from 'react-admin';
import { Typography } from '@mui/material';
import type { Me } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Section } from '../parts/section.js';
import { ownerOf } from './who-i-am.js';

export function Password({ me }: { me: Me }): ReactNode {
  const t = useWords();
  return (
    <Section
      title={t('account.password.title')}
      actions={
        <CommandButton operation="changePassword" path={undefined} ties={{ self: ownerOf(me) }} size="small" label={t('account.password.change')} done={t('account.password.done')}>
          <input type="text" name="username" autoComplete="username" defaultValue={me.email ?? ''} hidden readOnly />
          <PasswordInput source="currentPassword" label={t('account.password.current')} autoComplete="current-password" validate={required()} fullWidth />
          <PasswordInput source="password" label={t('signIn.newPassword')} autoComplete="new-password" helperText={t('signIn.passwordHint')} validate={required()} fullWidth />
        </CommandButton>
      }
    >
      <Typography variant="body2">{t('account.password.text')}</Typography>
    </Section>
  );
}

import { Alert, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { email, required, TextInput } from 'react-admin';
import type { Me } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { MemberName } from '../parts/names.js';
import { Facts, Section } from '../parts/section.js';
import { When } from '../parts/when.js';

export function WhoIAm({ me }: { me: Me }): ReactNode {
  const t = useWords();
  const { memberId, facilitates, roles, pendingEmail, noticeEnds } = me;
  const standings = [
    memberId === null ? t('account.who.roleOf.outside') : t('account.who.roleOf.member'),
    ...(facilitates.length > 0 ? [t('account.who.roleOf.facilitator', { smart_count: facilitates.length })] : []),
    ...roles.map((role) => t(`account.who.roleOf.${role}`)),
  ];
  return (
    <Section
      title={t('account.who.title')}
      actions={
        <CommandButton operation="requestOwnAddressChange" path={undefined} ties={{ self: ownerOf(me) }} size="small" label={t('account.address.change')} text={t('account.address.text')} done={t('account.address.asked')}>
          <TextInput source="email" type="email" label={t('account.address.email')} autoComplete="email" validate={[required(), email()]} fullWidth />
        </CommandButton>
      }
    >
      <Facts
        facts={[
          [t('account.who.email'), me.email],
          [t('account.who.member'), memberId === null ? undefined : <MemberName key="member" id={memberId} />],
          [t('account.who.roles'), standings.join(', ')],
        ]}
      />
      {pendingEmail && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('account.address.waiting', { email: pendingEmail })} {t('account.address.until')} <When at={noticeEnds} />.
          <Stack direction="row" sx={{ mt: 1 }}>
            <CommandButton operation="stopOwnAddressChange" path={undefined} ties={{ self: ownerOf(me) }} size="small" label={t('account.address.stop')} done={t('account.address.stopped')} />
          </Stack>
        </Alert>
      )}
    </Section>
  );
}

/** Whose own this account is, as the policy has it. */
export function ownerOf({ memberId, accountId }: Me): string {
  return memberId ?? accountId;
}

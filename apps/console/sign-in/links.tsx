/** The pages that links in mail open. A link has its token in the address's fragment, from where it is taken at once. */
import { Alert, Link, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router-dom';
import { call } from '../api/client.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { ShortForm } from './form.js';
import { Frame } from './frame.js';

/** The token of the link, which does not stay in the address. */
function useToken(): string {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => new URLSearchParams(search).get('token') ?? '');
  useEffect(() => {
    if (search) void navigate(pathname, { replace: true });
  }, [search]);
  return token;
}

function Back(): ReactNode {
  const t = useWords();
  return (
    <Link component={RouterLink} to="/sign-in">
      {t('signIn.back')}
    </Link>
  );
}

export function Invitation(): ReactNode {
  const t = useWords();
  const token = useToken();
  const navigate = useNavigate();
  return (
    <Frame title={t('signIn.invitation.title')}>
      <Typography>{t('signIn.invitation.text')}</Typography>
      <ShortForm
        fields={[{ name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') }]}
        go={t('signIn.invitation.go')}
        onGo={async ({ password }) => {
          await call('redeemInvitation', { body: { token, password } });
          await navigate('/sign-in');
        }}
      />
    </Frame>
  );
}

export function SetUp(): ReactNode {
  const t = useWords();
  const token = useToken();
  const navigate = useNavigate();
  return (
    <Frame title={t('signIn.setUp.title')}>
      <Typography>{t('signIn.setUp.text')}</Typography>
      <ShortForm
        fields={[
          { name: 'email', label: t('signIn.email'), type: 'email', autoComplete: 'username' },
          { name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') },
        ]}
        go={t('signIn.setUp.go')}
        onGo={async ({ email, password }) => {
          await call('setUp', { body: { token, email, password } });
          await navigate('/sign-in');
        }}
      />
    </Frame>
  );
}

export function ForgottenPassword(): ReactNode {
  const t = useWords();
  const [sent, setSent] = useState(false);
  return (
    <Frame title={t('signIn.reset.ask')}>
      {sent ? (
        <Alert severity="info">{t('signIn.reset.sent')}</Alert>
      ) : (
        <>
          <Typography>{t('signIn.reset.text')}</Typography>
          <ShortForm
            fields={[{ name: 'email', label: t('signIn.email'), type: 'email', autoComplete: 'username' }]}
            go={t('signIn.reset.go')}
            onGo={async ({ email }) => {
              await call('requestPasswordReset', { body: { email } });
              setSent(true);
            }}
          />
        </>
      )}
      <Back />
    </Frame>
  );
}

export function PasswordReset(): ReactNode {
  const t = useWords();
  const token = useToken();
  const navigate = useNavigate();
  return (
    <Frame title={t('signIn.reset.choose')}>
      <ShortForm
        fields={[{ name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') }]}
        go={t('signIn.reset.set')}
        onGo={async ({ password }) => {
          await call('redeemPasswordReset', { body: { token, password } });
          await navigate('/sign-in', { state: { notice: t('signIn.reset.done') } });
        }}
      />
      <Back />
    </Frame>
  );
}

const ADDRESS = {
  confirm: { operation: 'confirmAddress', done: 'confirmed' },
  consent: { operation: 'consentToAddressChange', done: 'consented' },
  stop: { operation: 'stopAddressChangeByLink', done: 'stopped' },
} as const;

/** Programs that look at links before people do must not decide: it takes a press of the button. */
export function AddressChange({ what }: { what: keyof typeof ADDRESS }): ReactNode {
  const t = useWords();
  const token = useToken();
  const { operation, done } = ADDRESS[what];
  const { mutateAsync, isSuccess } = useMutation({ mutationFn: () => call(operation, { body: { token } }) });
  const title = t(`signIn.address.${what}` satisfies MessageKey);
  return (
    <Frame title={title}>
      {isSuccess ? <Alert severity="success">{t(`signIn.address.${done}` satisfies MessageKey)}</Alert> : <ShortForm fields={[]} go={title} onGo={async () => void (await mutateAsync())} />}
      <Back />
    </Frame>
  );
}

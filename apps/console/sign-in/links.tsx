/** The pages that links in mail open. A link has its token in the address's fragment, from where it is taken at once. */
import { Alert, Link, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router-dom';
import { call } from '../api/client.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { ShortForm } from '../parts/short-form.js';
import { Frame } from './frame.js';

/** The token of the link, which does not stay in the address; a page that is loaded anew in the same tab has it still. */
function useToken(): string {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const given = new URLSearchParams(search).get('token');
  const [token, setToken] = useState(given ?? sessionStorage.getItem(`token ${pathname}`) ?? '');
  useEffect(() => {
    if (given === null) return;
    setToken(given);
    sessionStorage.setItem(`token ${pathname}`, given);
    void navigate(pathname, { replace: true });
  }, [given, pathname, navigate]);
  return token;
}

/** Nothing of links that were opened is left in this tab. */
function forgetTokens(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('token ')) sessionStorage.removeItem(key);
}

/** Whoever came by a link may have signed in by it: nothing of whoever had is shown any more. */
function useGoOn(): (notice?: string) => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async (notice) => {
    forgetTokens();
    queries.clear();
    await navigate('/sign-in', { replace: true, ...(notice !== undefined && { state: { notice } }) });
  };
}

/** A form that only the token of a link is good for. */
function NeedsToken({ token, children }: { token: string; children: ReactNode }): ReactNode {
  const t = useWords();
  return token === '' ? <Alert severity="warning">{t('signIn.noToken')}</Alert> : children;
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
  const goOn = useGoOn();
  return (
    <Frame title={t('signIn.invitation.title')}>
      <NeedsToken token={token}>
        <Typography>{t('signIn.invitation.text')}</Typography>
        <ShortForm
          fields={[{ name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') }]}
          go={t('signIn.invitation.go')}
          onGo={async ({ password }) => {
            await call('redeemInvitation', { body: { token, password } });
            await goOn();
          }}
        />
      </NeedsToken>
      <Back />
    </Frame>
  );
}

export function SetUp(): ReactNode {
  const t = useWords();
  const token = useToken();
  const goOn = useGoOn();
  return (
    <Frame title={t('signIn.setUp.title')}>
      <NeedsToken token={token}>
        <Typography>{t('signIn.setUp.text')}</Typography>
        <ShortForm
          fields={[
            { name: 'email', label: t('signIn.email'), type: 'email', autoComplete: 'username' },
            { name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') },
          ]}
          go={t('signIn.setUp.go')}
          onGo={async ({ email, password }) => {
            await call('setUp', { body: { token, email, password } });
            await goOn();
          }}
        />
      </NeedsToken>
      <Back />
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
  const goOn = useGoOn();
  return (
    <Frame title={t('signIn.reset.choose')}>
      <NeedsToken token={token}>
        <ShortForm
          fields={[{ name: 'password', label: t('signIn.newPassword'), type: 'password', autoComplete: 'new-password', hint: t('signIn.passwordHint') }]}
          go={t('signIn.reset.set')}
          onGo={async ({ password }) => {
            await call('redeemPasswordReset', { body: { token, password } });
            await goOn(t('signIn.reset.done'));
          }}
        />
      </NeedsToken>
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
  const queries = useQueryClient();
  const { mutateAsync, isSuccess } = useMutation({ mutationFn: () => call(operation, { body: { token } }), onSuccess: () => queries.invalidateQueries() });
  const title = t(`signIn.address.${what}` satisfies MessageKey);
  return (
    <Frame title={title}>
      <NeedsToken token={token}>
        {isSuccess ? (
          <Alert severity="success">{t(`signIn.address.${done}` satisfies MessageKey)}</Alert>
        ) : (
          <>
            <Typography>{t(`signIn.address.${what}Text` satisfies MessageKey)}</Typography>
            <ShortForm fields={[]} go={title} onGo={async () => void (await mutateAsync())} />
          </>
        )}
      </NeedsToken>
      <Back />
    </Frame>
  );
}

const REFUSED = ['wrong-credentials', 'sign-in-expired', 'sign-in-not-recognised', 'provider-refused', 'provider-unavailable', 'not-authenticated-again', 'identity-belongs-to-another-account', 'provider-linked-already', 'sign-in-not-under-way'] as const;

/** Back from the organisation's provider: beside the page that sent them there, or because something was refused. */
export function Returned(): ReactNode {
  const t = useWords();
  const refused = new URLSearchParams(useLocation().search).get('refused');
  const why = REFUSED.find((each) => each === refused);
  return (
    <Frame title={t(refused === null ? 'signIn.returned.title' : 'signIn.returned.refusedTitle')}>
      <Alert severity={refused === null ? 'success' : 'error'}>{t(refused === null ? 'signIn.returned.text' : `signIn.returned.refused.${why ?? 'other'}`)}</Alert>
      <Link component={RouterLink} to="/">
        {t('signIn.returned.go')}
      </Link>
    </Frame>
  );
}

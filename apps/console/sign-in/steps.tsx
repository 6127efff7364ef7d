/** What may follow the password: the code of the second factor, or setting one up. Shared by the page of signing in and the dialog over others. */
import { Alert, Box, Button, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call, type Answer } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import { ShortForm } from './form.js';
import { QrCode } from '../parts/qr-code.js';

export type State = Answer<'signIn'>;

interface Step {
  onState(state: State): void;
}

export function PasswordStep({ onState, email }: Step & { email?: string }): ReactNode {
  const t = useWords();
  return (
    <ShortForm
      fields={[
        ...(email === undefined ? [{ name: 'email' as const, label: t('signIn.email'), type: 'email' as const, autoComplete: 'username' }] : []),
        { name: 'password' as const, label: t('signIn.password'), type: 'password' as const, autoComplete: 'current-password' },
      ]}
      go={t('signIn.go')}
      onGo={async ({ email: given, password }) => onState(await call('signIn', { body: { email: email ?? given, password } }))}
    />
  );
}

export function CodeStep({ onState }: Step): ReactNode {
  const t = useWords();
  const [recovery, setRecovery] = useState(false);
  const field = recovery ? ({ name: 'recoveryCode', label: t('signIn.recoveryCode'), autoComplete: 'off' } as const) : ({ name: 'code', label: t('signIn.code'), autoComplete: 'one-time-code', hint: t('signIn.codeHint'), inputMode: 'numeric' } as const);
  return (
    <ShortForm key={field.name} fields={[field]} go={t('signIn.confirm')} onGo={async (given) => onState(await call('giveSecondFactor', { body: given }))}>
      <Button onClick={() => setRecovery(!recovery)}>{t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}</Button>
    </ShortForm>
  );
}

/** A second factor that must be set up before anything else, or is wanted. */
export function EnrolStep({ onDone }: { onDone(): void }): ReactNode {
  const t = useWords();
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error } = useQuery({ queryKey: ['begin-second-factor'], queryFn: () => call('beginSecondFactor'), staleTime: Infinity, gcTime: 0, retry: false });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <Stack spacing={2}>
      <Typography>{t('signIn.enrol.why')}</Typography>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data && (
        <>
          <Typography>{t('signIn.enrol.scan')}</Typography>
          <Box sx={{ alignSelf: 'center', p: 1, bgcolor: '#fff', borderRadius: 1 }}>
            <QrCode text={data.uri} size={200} />
          </Box>
          <Link href={data.uri} sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere', textAlign: 'center' }}>
            {data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Link>
          <ShortForm
            fields={[{ name: 'code', label: t('signIn.enrol.code'), autoComplete: 'one-time-code', inputMode: 'numeric' }]}
            go={t('signIn.confirm')}
            onGo={async ({ code }) => setCodes((await call('confirmSecondFactor', { body: { code } })).recoveryCodes)}
          />
        </>
      )}
    </Stack>
  );
}

export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }): ReactNode {
  const t = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Stack spacing={2}>
      <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {t('signIn.enrol.done')}
      </Typography>
      <Typography>{t('signIn.enrol.keep')}</Typography>
      <Box component="ul" sx={{ fontFamily: 'monospace', columns: 2, listStyle: 'none', p: 2, m: 0, bgcolor: 'action.hover', borderRadius: 1 }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Stack direction="row" spacing={1}>
        <Button variant="outlined" onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>
          {t(copied ? 'signIn.enrol.copied' : 'signIn.enrol.copy')}
        </Button>
        <Button variant="contained" onClick={onDone} sx={{ flex: 1 }}>
          {t('signIn.enrol.on')}
        </Button>
      </Stack>
    </Stack>
  );
}

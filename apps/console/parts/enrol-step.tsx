/** Setting up a second factor: on the way of signing in where one is needed, or later for whoever wants one. */
import { Alert, Box, Button, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useWords } from '../i18n/index.js';
import { CopyButton } from './copy-button.js';
import { QrCode } from './qr-code.js';
import { ShortForm } from './short-form.js';

/** A step that follows the first: it can come too late. */
export interface NextStep {
  /** The sign-in that had begun is over. */
  onLost(): void;
}

/** @throws what was refused for another reason. */
export async function orLost<T>(step: Promise<T>, onLost: () => void): Promise<T | undefined> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof Problem) || !['unauthenticated', 'sign-in-not-under-way'].includes(error.kind)) throw error;
    onLost();
    return undefined;
  }
}

/** Authenticators show `492 039`. */
export function withoutSpaces<T extends Record<string, string>>(given: T): T {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace(/\s/g, '')])) as T;
}

/** A second factor that must be set up before anything else, or is wanted. @param why whoever it is for reads above it. */
export function EnrolStep({ onDone, onLost, why }: NextStep & { onDone(): void; why?: string }): ReactNode {
  const t = useWords();
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error } = useQuery({ queryKey: ['begin-second-factor'], queryFn: () => orLost(call('beginSecondFactor'), onLost).then((begun) => begun ?? null), staleTime: Infinity, gcTime: 0, retry: false });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <Stack spacing={2}>
      <Typography>{why ?? t('signIn.enrol.why')}</Typography>
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
            onGo={async (given) => setCodes((await orLost(call('confirmSecondFactor', { body: withoutSpaces(given) }), onLost))?.recoveryCodes)}
          />
        </>
      )}
    </Stack>
  );
}

export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }): ReactNode {
  const t = useWords();
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
        <CopyButton text={codes.join('\n')} />
        <Button variant="contained" onClick={onDone} sx={{ flex: 1 }}>
          {t('signIn.enrol.on')}
        </Button>
      </Stack>
    </Stack>
  );
}

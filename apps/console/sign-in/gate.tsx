/** The dialogs of `api/gate.ts`: signing in again, and the password once more, over a page that stays as it is. */
import { Button, Dialog, DialogContent, DialogTitle, IconButton, Stack, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { call } from '../api/client.js';
import { gate } from '../api/gate.js';
import { ME, type Me } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { EnrolStep } from '../parts/enrol-step.js';
import { ShortForm } from '../parts/short-form.js';
import { CodeStep, PasswordStep, type State } from './steps.js';

/** @param signIn false on pages where signing in begins anew: they do it themselves. */
export function Gate({ signIn = true }: { signIn?: boolean }): ReactNode {
  const waiting = useSyncExternalStore(gate.subscribe, gate.current);
  const t = useWords();
  const isNotForUs = waiting?.wanted === 'sign-in' && !signIn;
  useEffect(() => {
    if (isNotForUs) waiting.settle(false);
  }, [isNotForUs, waiting]);
  if (!waiting || isNotForUs) return null;
  const title = t(waiting.wanted === 'sign-in' ? 'signIn.again.title' : 'signIn.passwordAgain.title');
  const settle = (passed: boolean) => () => waiting.settle(passed);
  return (
    // A slip beside the dialog must not cost what somebody was about to do.
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="gate-title" onClose={(_event, reason) => reason === 'escapeKeyDown' && waiting.settle(false)}>
      <DialogTitle id="gate-title" sx={{ pr: 7 }}>
        {title}
      </DialogTitle>
      <IconButton aria-label={t('app.close')} onClick={settle(false)} sx={{ position: 'absolute', right: 12, top: 12 }}>
        <CloseIcon />
      </IconButton>
      <DialogContent>{waiting.wanted === 'sign-in' ? <SignInAgain onDone={settle(true)} /> : <PasswordAgain onDone={settle(true)} />}</DialogContent>
    </Dialog>
  );
}

/** Asks again when somebody comes back to this page from another. */
function useOnReturn(onReturn: () => Promise<void>): void {
  useEffect(() => {
    const onFocus = (): void => void onReturn().catch(() => undefined);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  });
}

/** The organisation's provider, beside this page, which is lost otherwise. */
function ThroughProvider({ again = false }: { again?: boolean }): ReactNode {
  const t = useWords();
  const [begun, setBegun] = useState(false);
  return (
    <>
      <Button variant="outlined" target="_blank" rel="opener" href={`/api/v1/provider?${again ? 'again=true&' : ''}returnTo=${encodeURIComponent('/#/returned')}`} onClick={() => setBegun(true)}>
        {t(again ? 'signIn.passwordAgain.provider' : 'signIn.provider')}
      </Button>
      {begun && <Typography role="status">{t('signIn.beside')}</Typography>}
    </>
  );
}

function SignInAgain({ onDone }: { onDone(): void }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const before = queries.getQueryData<Me>(ME);
  const { data: ways } = useRead('readSignInWays', {});
  const [stage, setStage] = useState<State['stage']>();
  const done = (accountId?: string): void => {
    // Somebody else's page is not theirs to go on with.
    if (accountId !== undefined && before && accountId !== before.accountId) return window.location.reload();
    void queries.invalidateQueries({ queryKey: ME });
    onDone();
  };
  const onState = ({ stage: next, accountId }: State): void => (next === 'signed-in' ? done(accountId) : setStage(next));
  const onLost = (): void => setStage(undefined);
  useOnReturn(async () => {
    if ((await call('readSignInWays')).stage === 'signed-in') done((await call('readMe')).accountId);
  });
  return (
    <Stack spacing={2}>
      <Typography>{t('signIn.again.text')}</Typography>
      {stage === 'second-factor' ? (
        <CodeStep onState={onState} onLost={onLost} />
      ) : stage === 'enrol' ? (
        <EnrolStep onDone={() => done()} onLost={onLost} />
      ) : (
        <>
          <PasswordStep onState={onState} email={before?.email ?? ''} />
          {ways?.provider && <ThroughProvider />}
        </>
      )}
    </Stack>
  );
}

function PasswordAgain({ onDone }: { onDone(): void }): ReactNode {
  const t = useWords();
  const { data: me } = useRead('readMe', {});
  useOnReturn(async () => {
    const { authenticatedUntil } = await call('readMe');
    if (Date.parse(authenticatedUntil) > Date.now()) onDone();
  });
  return (
    <Stack spacing={2}>
      <Typography>{t('signIn.passwordAgain.text')}</Typography>
      <ShortForm
        fields={[{ name: 'password', label: t('signIn.password'), type: 'password', autoComplete: 'current-password' }]}
        username={me?.email ?? ''}
        go={t('signIn.passwordAgain.go')}
        onGo={async ({ password }) => {
          await call('reAuthenticate', { body: { password } });
          onDone();
        }}
      />
      {me && me.providers.length > 0 && <ThroughProvider again />}
    </Stack>
  );
}

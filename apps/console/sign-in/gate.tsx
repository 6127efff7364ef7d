/** The dialogs of `api/gate.ts`: signing in again, and the password once more, over a page that stays as it is. */
import { Button, Dialog, DialogContent, DialogTitle, IconButton, Stack, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { call } from '../api/client.js';
import { gate } from '../api/gate.js';
import { ME, type Me } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { ShortForm } from './form.js';
import { CodeStep, EnrolStep, PasswordStep, type State } from './steps.js';

export function Gate(): ReactNode {
  const waiting = useSyncExternalStore(gate.subscribe, gate.current);
  const t = useWords();
  if (!waiting) return null;
  const title = t(waiting.wanted === 'sign-in' ? 'signIn.again.title' : 'signIn.passwordAgain.title');
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="gate-title" onClose={() => waiting.settle(false)}>
      <DialogTitle id="gate-title" sx={{ pr: 7 }}>
        {title}
      </DialogTitle>
      <IconButton aria-label={t('app.close')} onClick={() => waiting.settle(false)} sx={{ position: 'absolute', right: 12, top: 12 }}>
        <CloseIcon />
      </IconButton>
      <DialogContent>{waiting.wanted === 'sign-in' ? <SignInAgain onDone={() => waiting.settle(true)} /> : <PasswordAgain onDone={() => waiting.settle(true)} />}</DialogContent>
    </Dialog>
  );
}

function SignInAgain({ onDone }: { onDone(): void }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const before = queries.getQueryData<Me>(ME);
  const [stage, setStage] = useState<State['stage']>();
  const done = (accountId?: string): void => {
    // Somebody else's page is not theirs to go on with.
    if (accountId !== undefined && before && accountId !== before.accountId) return window.location.reload();
    void queries.invalidateQueries({ queryKey: ME });
    onDone();
  };
  const onState = ({ stage: next, accountId }: State): void => (next === 'signed-in' ? done(accountId) : setStage(next));
  return (
    <Stack spacing={2}>
      <Typography>{t('signIn.again.text')}</Typography>
      {stage === undefined && <PasswordStep onState={onState} {...(before?.email && { email: before.email })} />}
      {stage === 'second-factor' && <CodeStep onState={onState} />}
      {stage === 'enrol' && <EnrolStep onDone={() => done()} />}
    </Stack>
  );
}

function PasswordAgain({ onDone }: { onDone(): void }): ReactNode {
  const t = useWords();
  const { data: me } = useRead('readMe', {});
  return (
    <Stack spacing={2}>
      <Typography>{t('signIn.passwordAgain.text')}</Typography>
      <ShortForm
        fields={[{ name: 'password', label: t('signIn.password'), type: 'password', autoComplete: 'current-password' }]}
        go={t('signIn.passwordAgain.go')}
        onGo={async ({ password }) => {
          await call('reAuthenticate', { body: { password } });
          onDone();
        }}
      />
      {me && me.providers.length > 0 && (
        <Button variant="outlined" href={`/api/v1/provider?again=true&returnTo=${encodeURIComponent(window.location.pathname + window.location.hash)}`}>
          {t('signIn.passwordAgain.provider')}
        </Button>
      )}
    </Stack>
  );
}

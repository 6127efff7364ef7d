/** Signing in, in up to three steps; then back to where one was going. */
import { Alert, Button, Divider, Link, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router-dom';
import { forgetSeen } from '../api/client.js';
import { leaving } from '../api/gate.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { EnrolStep } from '../parts/enrol-step.js';
import { Frame } from './frame.js';
import { CodeStep, PasswordStep, type State } from './steps.js';

export function SignIn(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const location = useLocation() as { state?: { nextPathname?: string; nextSearch?: string; notice?: string } };
  // Who reloads on the way goes on where they were.
  const { data: ways } = useRead('readSignInWays', {});
  const [stage, setStage] = useState<State['stage'] | null>();
  const [lost, setLost] = useState(false);
  const now = stage === undefined ? ways?.stage : stage;
  const { nextPathname = '/', nextSearch = '', notice } = location.state ?? {};

  const go = async (): Promise<void> => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'begin-second-factor' });
    const next = nextPathname + nextSearch;
    await navigate(next === leaving.from ? '/' : next, { replace: true });
  };
  const onState = (state: State): void => {
    setLost(false);
    setStage(state.stage);
  };
  const onLost = (): void => {
    setLost(true);
    setStage(null);
  };
  useEffect(() => {
    leaving.stays = undefined;
    forgetSeen();
  }, []);
  useEffect(() => {
    if (now === 'signed-in') void go();
  }, [now]);

  if (now === 'second-factor') {
    return (
      <Frame title={t('signIn.secondFactor')}>
        <CodeStep onState={onState} onLost={onLost} />
      </Frame>
    );
  }
  if (now === 'enrol') {
    return (
      <Frame title={t('signIn.enrol.title')}>
        <EnrolStep onDone={() => setStage('signed-in')} onLost={onLost} />
      </Frame>
    );
  }
  return (
    <Frame title={t('signIn.title')}>
      {lost && <Alert severity="warning">{t('signIn.tooLate')}</Alert>}
      {notice && <Alert severity="success">{notice}</Alert>}
      <PasswordStep onState={onState} />
      {ways?.provider && (
        <>
          <Divider />
          <Button variant="outlined" href={`/api/v1/provider?returnTo=${encodeURIComponent(`/#${nextPathname}${nextSearch}`)}`}>
            {t('signIn.provider')}
          </Button>
        </>
      )}
      <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
        <Link component={RouterLink} to="/forgotten-password">
          {t('signIn.forgotten')}
        </Link>
        <Link component={RouterLink} to="/directory">
          {t('signIn.directory')}
        </Link>
      </Stack>
    </Frame>
  );
}

import { Alert, Button, Dialog, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { Me } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { EnrolStep, RecoveryCodes } from '../parts/enrol-step.js';
import { Section } from '../parts/section.js';
import { ownerOf } from './who-i-am.js';

/** Whoever has fewer left is told to get new ones. */
const FEW = 3;

export function SecondFactor({ me }: { me: Me }): ReactNode {
  const t = useWords();
  const { secondFactor, mustHaveSecondFactor: needed, recoveryCodesLeft } = me;
  const left = recoveryCodesLeft ?? 0;
  return (
    <Section title={t('account.secondFactor.title')}>
      <Stack spacing={1.5}>
        <Typography variant="body2">
          {t(secondFactor ? 'account.secondFactor.on' : 'account.secondFactor.off')} {needed && t('account.secondFactor.needed')}
        </Typography>
        {secondFactor && (
          <Alert severity={left < FEW ? 'warning' : 'success'}>
            {t('account.secondFactor.left', { count: left })}. {left < FEW && t('account.secondFactor.few')}
          </Alert>
        )}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <SetUp label={t(secondFactor ? 'account.secondFactor.anew' : 'account.secondFactor.setUp')} variant={secondFactor ? 'outlined' : 'contained'} />
          {secondFactor && <NewCodes me={me} />}
          {secondFactor && !needed && (
            <CommandButton operation="removeOwnSecondFactor" path={undefined} ties={{ self: ownerOf(me) }} label={t('account.secondFactor.remove')} text={t('account.secondFactor.removeText')} done={t('account.secondFactor.removed')} color="error" />
          )}
        </Stack>
      </Stack>
    </Section>
  );
}

function SetUp({ label, variant }: { label: string; variant: 'outlined' | 'contained' }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    void queries.invalidateQueries();
  };
  const done = (): void => {
    close();
    notify(t('account.secondFactor.done'), { type: 'success' });
  };
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <Dialog open fullWidth maxWidth="xs" aria-labelledby="second-factor-title" onClose={(_event, reason) => reason === 'escapeKeyDown' && close()}>
          <DialogTitle id="second-factor-title">{t('signIn.enrol.title')}</DialogTitle>
          <DialogContent>
            <Stack spacing={2}>
              <EnrolStep why={t('account.secondFactor.why')} onDone={done} onLost={close} />
              <Button onClick={close}>{t('app.cancel')}</Button>
            </Stack>
          </DialogContent>
        </Dialog>
      )}
    </>
  );
}

function NewCodes({ me }: { me: Me }): ReactNode {
  const t = useWords();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <>
      <CommandButton operation="renewOwnRecoveryCodes" path={undefined} ties={{ self: ownerOf(me) }} label={t('account.secondFactor.renew')} text={t('account.secondFactor.renewText')} onDone={({ recoveryCodes }) => setCodes(recoveryCodes)} />
      {codes && (
        <Dialog open fullWidth maxWidth="xs">
          <DialogTitle sx={visuallyHidden}>{t('account.secondFactor.renew')}</DialogTitle>
          <DialogContent>
            <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
          </DialogContent>
        </Dialog>
      )}
    </>
  );
}

/** The password, and the code that may follow it. Shared by the page of signing in and the dialog over others. */
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { call, type Answer } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import { orLost, withoutSpaces, type NextStep } from '../parts/enrol-step.js';
import { ShortForm } from '../parts/short-form.js';

export type State = Answer<'signIn'>;

interface Step {
  onState(state: State): void;
}

/** @param email of whoever it is, mostly; they may be somebody else. */
export function PasswordStep({ onState, email }: Step & { email?: string }): ReactNode {
  const t = useWords();
  return (
    <ShortForm
      fields={[
        { name: 'email', label: t('signIn.email'), type: 'email', autoComplete: 'username', ...(email && { value: email }) },
        { name: 'password', label: t('signIn.password'), type: 'password', autoComplete: 'current-password' },
      ]}
      go={t('signIn.go')}
      onGo={async (given) => onState(await call('signIn', { body: given }))}
    />
  );
}

export function CodeStep({ onState, onLost }: Step & NextStep): ReactNode {
  const t = useWords();
  const [recovery, setRecovery] = useState(false);
  const field = recovery ? ({ name: 'recoveryCode', label: t('signIn.recoveryCode'), autoComplete: 'off' } as const) : ({ name: 'code', label: t('signIn.code'), autoComplete: 'one-time-code', hint: t('signIn.codeHint'), inputMode: 'numeric' } as const);
  return (
    <ShortForm
      key={field.name}
      fields={[field]}
      go={t('signIn.confirm')}
      onGo={async (given) => {
        const state = await orLost(call('giveSecondFactor', { body: withoutSpaces(given) }), onLost);
        if (state) onState(state);
      }}
    >
      <Button onClick={() => setRecovery(!recovery)}>{t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}</Button>
    </ShortForm>
  );
}

/** A form of one to three fields that does one thing: sign in, give a code, choose a password. */
import { Button, Stack, TextField } from '@mui/material';
import { useId, useState, type FormEvent, type HTMLAttributes, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { Refused } from './refused.js';

interface Field {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  value?: string;
  /** For codes of digits. */
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
}

interface Props<Name extends string> {
  fields: readonly (Field & { name: Name })[];
  go: string;
  /** Whose password it is, for whatever keeps passwords. */
  username?: string;
  onGo(values: Record<Name, string>): Promise<void>;
  children?: ReactNode;
}

export function ShortForm<Name extends string>({ fields, go, username, onGo, children }: Props<Name>): ReactNode {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const id = useId();
  const atField = (problem?.body as { errors?: Record<string, string> } | undefined)?.errors ?? {};

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setProblem(undefined);
    try {
      await onGo(Object.fromEntries(new FormData(form)) as Record<Name, string>);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      const named = fields.find(({ name }) => name in (error.body as { errors: object }).errors) ?? fields.at(-1);
      form.querySelector<HTMLInputElement>(`[name="${named?.name}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate={false}>
      <Stack spacing={2}>
        {problem && !fields.some(({ name }) => name in atField) && <Refused message={problem.message} of={problem} />}
        {username && <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />}
        {fields.map(({ name, label, type = 'text', autoComplete, hint, value, inputMode }, index) => (
          <TextField
            key={name}
            id={`${id}-${name}`}
            name={name}
            label={label}
            type={type}
            autoComplete={autoComplete}
            defaultValue={value ?? ''}
            autoFocus={index === (fields[0]?.value ? 1 : 0)}
            required
            fullWidth
            error={name in atField}
            helperText={atField[name] ?? hint}
            slotProps={{ htmlInput: { inputMode, ...(type === 'text' && { autoCapitalize: 'none', spellCheck: false }) }, inputLabel: { required: false } }}
          />
        ))}
        <Button type="submit" variant="contained" size="large" loading={busy}>
          {go}
        </Button>
        {children}
      </Stack>
    </form>
  );
}

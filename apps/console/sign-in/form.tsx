/** A form of one to three fields that does one thing: sign in, give a code, choose a password. */
import { Alert, Button, Stack, TextField } from '@mui/material';
import { useId, useState, type FormEvent, type HTMLAttributes, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';

interface Field {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  /** For codes of digits. */
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
}

interface Props<Name extends string> {
  fields: readonly (Field & { name: Name })[];
  go: string;
  onGo(values: Record<Name, string>): Promise<void>;
  children?: ReactNode;
}

export function ShortForm<Name extends string>({ fields, go, onGo, children }: Props<Name>): ReactNode {
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
        {problem && !fields.some(({ name }) => name in atField) && (
          <Alert severity="error" role="alert">
            {problem.message}
          </Alert>
        )}
        {fields.map(({ name, label, type = 'text', autoComplete, hint, inputMode }, index) => (
          <TextField
            key={name}
            id={`${id}-${name}`}
            name={name}
            label={label}
            type={type}
            autoComplete={autoComplete}
            autoFocus={index === 0}
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

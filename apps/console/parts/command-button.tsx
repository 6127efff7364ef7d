/**
 * A button that gives a command: at once, or after a dialog that asks for what the command needs. It is not there for whom the policy does not let.
 *
 * `<CommandButton operation="archiveGroup" path={{ id }} ties={{ group: id }} label="Archive" body={...}><TextInput source="reason" required /></CommandButton>`
 */
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack, type ButtonProps } from '@mui/material';
import type { SvgIconComponent } from '@mui/icons-material';
import { useId, useState, type ReactNode } from 'react';
import { Form, useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { Ties } from '../../../libs/event-sourcing/policy.js';
import type { Answer, Body, OperationId, Path } from '../api/client.js';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';

interface Props<O extends OperationId> {
  operation: O;
  path: Path<O>;
  /** What the object is to people, for the policy. */
  ties?: Ties;
  label: string;
  /** What is said once it is done. */
  done?: string;
  /** What will happen, above the fields. */
  text?: ReactNode;
  Icon?: SvgIconComponent;
  color?: ButtonProps['color'];
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  /** What the form begins with. */
  defaults?: object;
  /** The body of the command, from what the form holds. */
  body?(values: never): Body<O>;
  onDone?(answer: Answer<O>): void;
  disabled?: boolean;
  /** Inputs of react-admin; without any, the button does it at once unless `text` has to be read first. */
  children?: ReactNode;
}

/** The record of the page around it is not what a command takes. */
const NO_RECORD = {};

export function CommandButton<O extends OperationId>(props: Props<O>): ReactNode {
  const { operation, path, ties, label, done, text, Icon, color = 'primary', variant = 'outlined', size = 'medium', defaults, body, onDone, disabled, children } = props;
  const t = useWords();
  const may = useMay();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { mutateAsync, isPending } = useCommand(operation);
  const id = useId();
  if (!may(operation, ties)) return null;

  const give = async (values: object): Promise<Record<string, string> | undefined> => {
    try {
      const answer = await (mutateAsync as (given: unknown) => Promise<Answer<O>>)({ path, body: body ? body(values as never) : withoutEmpty(values) });
      setOpen(false);
      if (done) notify(done, { type: 'success' });
      onDone?.(answer);
      return undefined;
    } catch (error) {
      const problem = error as Problem;
      if (!open) {
        notify(problem.message, { type: 'error' });
        return undefined;
      }
      const atFields = (problem.body as { errors?: Record<string, string> }).errors ?? {};
      return { ...atFields, 'root.serverError': problem.message };
    }
  };
  const asks = children !== undefined || text !== undefined;

  return (
    <>
      <Button variant={variant} color={color} size={size} startIcon={Icon && <Icon />} loading={isPending && !asks} disabled={disabled ?? false} onClick={() => (asks ? setOpen(true) : void give({}))}>
        {label}
      </Button>
      {open && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby={id}>
          <Form onSubmit={give as never} record={NO_RECORD} defaultValues={defaults} noValidate>
            <DialogTitle id={id}>{label}</DialogTitle>
            <DialogContent>
              {text && <DialogContentText sx={{ mb: 2 }}>{text}</DialogContentText>}
              <ServerError />
              <Stack spacing={1}>{children}</Stack>
            </DialogContent>
            <DialogActions sx={{ px: 3, pb: 2 }}>
              <Button onClick={() => setOpen(false)}>{t('app.cancel')}</Button>
              <Button type="submit" variant="contained" color={color} loading={isPending}>
                {label}
              </Button>
            </DialogActions>
          </Form>
        </Dialog>
      )}
    </>
  );
}

/** What the service refused as a whole, above the fields. */
export function ServerError(): ReactNode {
  const { formState } = useFormContext();
  const message = (formState.errors.root?.serverError as { message?: string } | undefined)?.message ?? (formState.errors.root as { message?: string } | undefined)?.message;
  return message ? (
    <Alert severity="error" role="alert" sx={{ mb: 2 }}>
      {message}
    </Alert>
  ) : null;
}

/** Fields that say nothing are not sent. */
export function withoutEmpty(values: object): never {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')) as never;
}

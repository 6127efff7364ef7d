/**
 * A button that gives a command: at once, or after a dialog that asks for what the command needs. It is not there for whom the policy does not let.
 *
 * `<CommandButton operation="archiveGroup" path={{ id }} ties={{ group: id }} label="Archive" body={...}><TextInput source="reason" required /></CommandButton>`
 */
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack, type ButtonProps } from '@mui/material';
import type { SvgIconComponent } from '@mui/icons-material';
import { visuallyHidden } from '@mui/utils';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Form, useNotify, type RaRecord } from 'react-admin';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Ties } from '../../../libs/event-sourcing/policy.js';
import type { Answer, Body, OperationId, Path } from '../api/client.js';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { useHolds } from './held.js';
import { Refused } from './refused.js';

interface Props<O extends OperationId> {
  operation: O;
  path: Path<O>;
  /** What the object is to people, for the policy. */
  ties?: Ties;
  label: string;
  /** Whom or what it concerns, where several such buttons stand on a page. */
  of?: ReactNode;
  /** What it says on the button that leaves the dialog, where “Cancel” could mean two things. */
  back?: string;
  /** What is said once it is done. */
  done?: string;
  /** What is said where no answer came, of what cannot be given again under the same key. */
  unsure?: string;
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

/** A form would begin with the record of the page around it, and send it. */
const NO_RECORD = {} as RaRecord;

export function CommandButton<O extends OperationId>(props: Props<O>): ReactNode {
  const { operation, path, ties, label, of, back, done, unsure, text, Icon, color = 'primary', variant = 'outlined', size = 'medium', defaults, body, onDone, disabled, children } = props;
  const t = useWords();
  const may = useMay();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  useHolds(open);
  const { mutateAsync, isPending } = useCommand(operation);
  const id = useId();
  // Whoever closes the dialog by mistake finds in it what they wrote.
  const written = useRef<object>(undefined);
  if (!may(operation, ties)) return null;

  const give = async (values: object): Promise<Record<string, string> | undefined> => {
    try {
      const answer = await (mutateAsync as (given: unknown) => Promise<Answer<O>>)({ path, body: body ? body(values as never) : withoutEmpty(values) });
      setOpen(false);
      written.current = undefined;
      if (done) notify(done, { type: 'success' });
      onDone?.(answer);
      return undefined;
    } catch (error) {
      const problem = error as Problem;
      if (!open) {
        notify(problem.message, { type: 'error' });
        return undefined;
      }
      if (problem.status === 0 && unsure !== undefined) return { 'root.serverError': unsure };
      const atFields = (problem.body as { errors?: Record<string, string> }).errors ?? {};
      // What stands beside a field need not stand above all of them, too.
      const told = Object.keys(atFields).length > 0 && Object.keys(atFields).every((field) => field in values);
      return told ? atFields : { ...atFields, 'root.serverError': problem.message };
    }
  };
  const asks = children !== undefined || text !== undefined;

  return (
    <>
      <Button variant={variant} color={color} size={size} startIcon={Icon && <Icon />} loading={isPending && !asks} disabled={disabled ?? false} {...(asks && { 'aria-haspopup': 'dialog' })} onClick={() => (asks ? setOpen(true) : void give({}))}>
        {label}
        {of && <span style={visuallyHidden}> {of}</span>}
      </Button>
      {open && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby={id}>
          <Form onSubmit={give as never} record={NO_RECORD} defaultValues={written.current ?? defaults} noValidate disableInvalidFormNotification>
            <DialogTitle id={id}>
              {label}
              {of && <>: {of}</>}
            </DialogTitle>
            <DialogContent>
              {text && <DialogContentText sx={{ mb: 2 }}>{text}</DialogContentText>}
              <ServerError />
              <Stack spacing={1}>{children}</Stack>
              <Written into={written} />
            </DialogContent>
            <DialogActions sx={{ px: 3, pb: 2 }}>
              <Button onClick={() => setOpen(false)}>{back ?? t('app.cancel')}</Button>
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

/** Keeps what stands in a form once somebody has written there. */
function Written({ into }: { into: RefObject<object | undefined> }): ReactNode {
  const { isDirty } = useFormState();
  const values = useWatch();
  useEffect(() => {
    if (isDirty) into.current = values;
  }, [into, isDirty, values]);
  return null;
}

/** What the service refused as a whole; what it refused of a field is brought before whoever pressed the button. */
export function ServerError(): ReactNode {
  const { control } = useFormContext();
  const { errors, submitCount, isSubmitting } = useFormState({ control });
  const here = useRef<HTMLSpanElement>(null);
  const message = (errors.root?.serverError as { message?: string } | undefined)?.message ?? (errors.root as { message?: string } | undefined)?.message;
  useEffect(() => {
    if (submitCount > 0 && !isSubmitting) here.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [submitCount, isSubmitting]);
  return (
    <>
      <span ref={here} hidden />
      {message && <Refused message={message} of={submitCount} />}
    </>
  );
}

/** Fields that say nothing are not sent. */
export function withoutEmpty(values: object): never {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')) as never;
}

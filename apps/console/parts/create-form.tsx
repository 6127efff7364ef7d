/** A form for something new, with what the service refuses at its fields. */
import { useEffect, useRef, type ReactNode } from 'react';
import { CreateBase, SaveButton, SimpleForm, Title, Toolbar, useCreateContext, useNotify, useRedirect, type RaRecord, type TransformData } from 'react-admin';
import { discardDraft, draftKey } from '../api/drafts.js';
import { useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import type { ResourceName } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { ServerError } from './command-button.js';
import { Draft } from './draft.js';

interface Props {
  resource: ResourceName;
  title: string;
  /** What it says on the button. */
  save: string;
  /** What is said once it is done. */
  done: string;
  defaults?: object;
  transform?: TransformData;
  /** Where it leads then; by default to the page of what was made. */
  to?(id: string, values: RaRecord): string;
  /** Names the form under which what is half written is kept; without a name nothing is. */
  draft?: string;
  children: ReactNode;
}

export function CreateForm({ resource, transform, ...rest }: Props): ReactNode {
  return (
    <CreateBase resource={resource} {...(transform && { transform })}>
      <Body resource={resource} {...rest} />
    </CreateBase>
  );
}

/** What surrounds a form; its bar is no wider. */
export const FRAME = { bgcolor: 'background.paper', border: 1, borderBottomWidth: { sm: 0 }, borderColor: 'divider', borderRadius: { xs: 1, sm: '8px 8px 0 0' }, maxWidth: 720 } as const;

/** The button of a form stays in sight, and with it what was refused as a whole and what is kept: whoever has pressed it is looking there. */
export function Saving({ label, children }: { label?: string; children?: ReactNode }): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  // What has the focus does not lie under it, however much it says.
  useEffect(() => {
    const { style } = document.documentElement;
    const growing = new ResizeObserver(() => (style.scrollPaddingBottom = `${(bar.current?.offsetHeight ?? 0) + 16}px`));
    if (bar.current) growing.observe(bar.current);
    return () => {
      growing.disconnect();
      style.scrollPaddingBottom = '';
    };
  }, []);
  return (
    <Toolbar ref={bar} sx={{ flexWrap: 'wrap', rowGap: 1, py: 1.5, maxWidth: { sm: FRAME.maxWidth }, position: { sm: 'sticky' }, bottom: 0, bgcolor: 'background.paper', borderStyle: 'solid', borderWidth: { xs: '1px 0 0', sm: 1 }, borderColor: 'divider', borderRadius: { sm: '0 0 8px 8px' }, boxShadow: { xs: 8, sm: 0 }, zIndex: 2 }}>
      <ServerError />
      <SaveButton {...(label && { label })} alwaysEnable />
      {children}
    </Toolbar>
  );
}

/** What is on its way, or has arrived, is not sent once more by a second press, which waits for the same. @param send tells what was refused. */
export function useSentOnce(send: (values: RaRecord) => Promise<object | undefined>): typeof send {
  const sent = useRef<Promise<object | undefined>>(undefined);
  const again = (): void => void (sent.current = undefined);
  return (values) =>
    (sent.current ??= send(values).then(
      (refused) => (refused && again(), refused),
      (error: unknown) => {
        again();
        throw error;
      },
    ));
}

/** A problem as forms show it: at its fields, and as a whole. */
export const atForm = (problem: Problem): object => ({ ...(problem.body as { errors?: object }).errors, 'root.serverError': problem.message });

function Body({ resource, title, save: label, done, defaults, to, draft, children }: Props): ReactNode {
  const { save } = useCreateContext();
  const notify = useNotify();
  const redirect = useRedirect();
  const t = useWords();
  const me = useMe();
  const key = draft !== undefined && me ? draftKey(me.accountId, draft) : undefined;
  // What was sent and never answered may have arrived: whoever has changed a word meanwhile is told so, and does not make another unawares.
  const unanswered = useRef<string>(undefined);
  const submit = useSentOnce(async (values: RaRecord) => {
    unanswered.current ??= crypto.randomUUID();
    let problem: Problem | undefined;
    await save?.(values, {
      meta: { key: unanswered.current },
      onSuccess: ({ id }) => {
        if (key !== undefined) discardDraft(key);
        notify(done, { type: 'success' });
        if (to) redirect(to(String(id), values));
        else redirect('show', resource, id);
      },
      onError: (given) => {
        problem = given as Problem;
      },
    });
    if (problem?.status !== 0) unanswered.current = undefined;
    if (problem?.kind === 'idempotency-key-reused') return { 'root.serverError': t('problem.arrived') };
    return problem && atForm(problem);
  });
  return (
    <>
      <Title title={title} />
      <SimpleForm
        noValidate
        disableInvalidFormNotification
        onSubmit={submit as never}
        defaultValues={defaults}
        warnWhenUnsavedChanges={key === undefined}
        toolbar={<Saving label={label}>{key !== undefined && <Draft key={key} of={key} />}</Saving>}
        sx={FRAME}
      >
        {children}
      </SimpleForm>
    </>
  );
}

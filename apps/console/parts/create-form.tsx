/** A form for something new, with what the service refuses at its fields. */
import type { ReactNode } from 'react';
import { CreateBase, SaveButton, SimpleForm, Title, Toolbar, useCreateContext, useNotify, useRedirect, type RaRecord, type TransformData } from 'react-admin';
import { useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import type { ResourceName } from '../api/resources.js';
import { ServerError } from './command-button.js';
import { discardDraft, Draft, draftKey } from './draft.js';

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

/** On a phone it stays in sight, over what is written. */
export const SAVING = { bgcolor: { xs: 'background.paper', sm: 'transparent' }, boxShadow: { xs: 8, sm: 0 }, zIndex: 2 } as const;

function Body({ resource, title, save: label, done, defaults, to, draft, children }: Props): ReactNode {
  const { save } = useCreateContext();
  const notify = useNotify();
  const redirect = useRedirect();
  const me = useMe();
  const key = draft !== undefined && me ? draftKey(me.accountId, draft) : undefined;
  const submit = async (values: RaRecord): Promise<object | undefined> => {
    let problem: Problem | undefined;
    await save?.(values, {
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
    return problem && { ...(problem.body as { errors?: object }).errors, 'root.serverError': problem.message };
  };
  return (
    <>
      <Title title={title} />
      <SimpleForm noValidate onSubmit={submit as never} defaultValues={defaults} toolbar={<Toolbar sx={SAVING}><SaveButton label={label} alwaysEnable /></Toolbar>} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, maxWidth: 720 }}>
        {key !== undefined && <Draft key={key} of={key} />}
        <ServerError />
        {children}
      </SimpleForm>
    </>
  );
}

/** A form for something new, with what the service refuses at its fields. */
import type { ReactNode } from 'react';
import { CreateBase, SaveButton, SimpleForm, Title, Toolbar, useCreateContext, useNotify, useRedirect, type RaRecord, type TransformData } from 'react-admin';
import type { Problem } from '../api/problem.js';
import type { ResourceName } from '../api/resources.js';
import { ServerError } from './command-button.js';

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
  to?(id: string): string;
  children: ReactNode;
}

export function CreateForm({ resource, transform, ...rest }: Props): ReactNode {
  return (
    <CreateBase resource={resource} {...(transform && { transform })}>
      <Body resource={resource} {...rest} />
    </CreateBase>
  );
}

function Body({ resource, title, save: label, done, defaults, to, children }: Props): ReactNode {
  const { save } = useCreateContext();
  const notify = useNotify();
  const redirect = useRedirect();
  const submit = async (values: RaRecord): Promise<object | undefined> => {
    let problem: Problem | undefined;
    await save?.(values, {
      onSuccess: ({ id }) => {
        notify(done, { type: 'success' });
        if (to) redirect(to(String(id)));
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
      <SimpleForm onSubmit={submit as never} defaultValues={defaults} toolbar={<Toolbar sx={{ bgcolor: 'transparent' }}><SaveButton label={label} alwaysEnable /></Toolbar>} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, maxWidth: 720 }}>
        <ServerError />
        {children}
      </SimpleForm>
    </>
  );
}

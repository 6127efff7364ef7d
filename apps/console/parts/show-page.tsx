/** The page of one record: its heading, what can be done with it, and its sections. */
import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ShowBase, Title, useGetResourceLabel, useShowContext } from 'react-admin';
import { Loading } from '../layout/loading.js';
import type { Problem } from '../api/problem.js';
import type { RecordOf, ResourceName } from '../api/resources.js';
import { Unread } from './read.js';

interface Props<R extends ResourceName> {
  resource: R;
  /** By default that of the address. */
  id?: string;
  heading(record: RecordOf<R>): string;
  /** Under the heading, in small. */
  below?(record: RecordOf<R>): ReactNode;
  actions?(record: RecordOf<R>): ReactNode;
  children(record: RecordOf<R>): ReactNode;
}

/** Where it cannot be read, the page says so itself; react-admin would lead to the list, and lose what somebody is about. */
export const STAYS = { onError: () => undefined };

export function ShowPage<R extends ResourceName>(props: Props<R>): ReactNode {
  return (
    <ShowBase resource={props.resource} queryOptions={STAYS} {...(props.id !== undefined && { id: props.id })}>
      <Body {...props} />
    </ShowBase>
  );
}

/** Its title is what kind of thing it is until it is known which. */
export function LoadingOne({ resource }: { resource: ResourceName }): ReactNode {
  const label = useGetResourceLabel();
  return (
    <>
      <Title title={label(resource, 1)} />
      <Loading />
    </>
  );
}

function Body<R extends ResourceName>({ resource, heading, below, actions, children }: Props<R>): ReactNode {
  const { record, isPending, error, refetch } = useShowContext();
  if (isPending) return <LoadingOne resource={resource} />;
  // What was read stays while the service cannot be reached.
  if (!record || (error as Problem | null)?.status === 404) return <Unread error={error} refetch={refetch} />;
  const shown = record as unknown as RecordOf<R>;
  return (
    <Stack spacing={2}>
      <Title title={heading(shown)} />
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'flex-start', gap: 2, flexWrap: 'wrap', mt: 1 }}>
        <Stack sx={{ minWidth: 0 }}>
          <Typography component="h2" variant="h5" sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
            {heading(shown)}
          </Typography>
          {below && (
            <Typography component="div" variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
              {below(shown)}
            </Typography>
          )}
        </Stack>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {actions?.(shown)}
        </Stack>
      </Stack>
      {children(shown)}
    </Stack>
  );
}

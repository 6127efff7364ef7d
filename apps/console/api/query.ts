/** Reading and writing from screens. What has been read is kept under its operation's id, and read again after a write or when something happens. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { call, type Answer, type Given, type OperationId, type Path } from './client.js';
import type { Problem } from './problem.js';

interface Options {
  enabled?: boolean;
  /** While another is read, the last answer stays: for what is turned by a slider. */
  keepPrevious?: boolean;
  /** Milliseconds after which it is read again by itself: the stream of changes tells members what concerns themselves, and not what others do. */
  every?: number;
}

/** What an operation answers; read again by itself when it may have changed. */
export function useRead<O extends OperationId>(operation: O, given: Given<O>, { enabled = true, keepPrevious = false, every }: Options = {}): UseQueryResult<Answer<O>, Problem> {
  return useQuery<Answer<O>, Problem>({
    queryKey: ['read', operation, given],
    queryFn: ({ signal }: { signal: AbortSignal }) => (call as (operation: O, given: object) => Promise<Answer<O>>)(operation, { ...given, signal }),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
    ...(keepPrevious && { placeholderData: (previous: Answer<O> | undefined) => previous }),
  } as UseQueryOptions<Answer<O>, Problem>);
}

/** Gives a command; what is on the screen is read again after it. */
export function useCommand<O extends OperationId>(operation: O): UseMutationResult<Answer<O>, Problem, Path<O> extends undefined ? Given<O> | void : Given<O>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given) => (call as (operation: O, given?: unknown) => Promise<Answer<O>>)(operation, given),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Reading and writing from screens. What has been read is kept under its operation's id, and read again after a write or when something happens. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { call, type Answer, type Given, type OperationId, type Path } from './client.js';
import type { Problem } from './problem.js';

interface Options {
  enabled?: boolean;
  /** While another is read, the last answer stays: for what is turned by a slider. */
  keepPrevious?: boolean;
}

/** What an operation answers; read again by itself when it may have changed. */
export function useRead<O extends OperationId>(operation: O, given: Given<O>, { enabled = true, keepPrevious = false }: Options = {}): UseQueryResult<Answer<O>, Problem> {
  return useQuery<Answer<O>, Problem>({
    queryKey: ['read', operation, given],
    queryFn: ({ signal }: { signal: AbortSignal }) => (call as (operation: O, given: object) => Promise<Answer<O>>)(operation, { ...given, signal }),
    enabled,
    ...(keepPrevious && { placeholderData: (previous: Answer<O> | undefined) => previous }),
  } as UseQueryOptions<Answer<O>, Problem>);
}

/** Page after page of what an operation lists, by its cursor: `fetchNextPage` reads on. */
export function usePages<O extends OperationId>(operation: O, given: Given<O>, { enabled = true, keepPrevious = false }: Options = {}): UseInfiniteQueryResult<InfiniteData<Answer<O>>, Problem> {
  return useInfiniteQuery({
    queryKey: ['read', operation, given, 'pages'],
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      (call as (operation: O, given: object) => Promise<Answer<O>>)(operation, { ...given, query: { ...(given as { query?: object }).query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Answer<O>) => (last as { next: string | null }).next ?? undefined,
    enabled,
    ...(keepPrevious && { placeholderData: (previous: InfiniteData<Answer<O>> | undefined) => previous }),
  } as never) as UseInfiniteQueryResult<InfiniteData<Answer<O>>, Problem>;
}

/** Gives a command; what is on the screen is read again after it. */
export function useCommand<O extends OperationId>(operation: O): UseMutationResult<Answer<O>, Problem, Path<O> extends undefined ? Given<O> | void : Given<O>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given) => (call as (operation: O, given?: unknown) => Promise<Answer<O>>)(operation, given),
    onSuccess: () => queries.invalidateQueries(),
  });
}

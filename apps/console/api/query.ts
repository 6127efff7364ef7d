/** Reading and writing from screens. What has been read is kept under its operation's id, and read again after a write or when something happens. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { call, type Answer, type Given, type OperationId, type Path, type Query } from './client.js';
import type { Problem } from './problem.js';

interface Options {
  enabled?: boolean;
  /** While another is read, the last answer stays: for what is turned by a slider. */
  keepPrevious?: boolean;
  /** Read again so often: for what tells of no event when it changes. */
  everyMs?: number;
}

/** What an operation answers; read again by itself when it may have changed. */
export function useRead<O extends OperationId>(operation: O, given: Given<O>, { enabled = true, keepPrevious = false, everyMs }: Options = {}): UseQueryResult<Answer<O>, Problem> {
  return useQuery<Answer<O>, Problem>({
    queryKey: ['read', operation, given],
    queryFn: ({ signal }: { signal: AbortSignal }) => (call as (operation: O, given: object) => Promise<Answer<O>>)(operation, { ...given, signal }),
    enabled,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
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

interface Walk<O extends OperationId, P> {
  /** What the first page asks for; a page may lead on before and after itself. */
  first: P;
  query(page: P): Query<O>;
  after(page: Answer<O>, of: P): P | undefined;
  before(page: Answer<O>, of: P): P | undefined;
  enabled?: boolean;
}

/** Pages of what never changes, such as the log, walked in both directions; they are not read again. */
export function useWalk<O extends OperationId, P>(operation: O, key: readonly unknown[], { first, query, after, before, enabled = true }: Walk<O, P>): UseInfiniteQueryResult<InfiniteData<Answer<O>, P>, Problem> {
  return useInfiniteQuery<Answer<O>, Problem, InfiniteData<Answer<O>, P>, readonly unknown[], P>({
    queryKey: ['read', operation, 'pages', ...key],
    queryFn: ({ pageParam, signal }) => (call as unknown as (operation: O, given: object) => Promise<Answer<O>>)(operation, { query: query(pageParam as P), signal }),
    initialPageParam: first,
    getNextPageParam: (page, _all, of) => after(page, of),
    getPreviousPageParam: (page, _all, of) => before(page, of),
    staleTime: 'static',
    gcTime: 60_000,
    enabled,
  });
}

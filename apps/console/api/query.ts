/** Reading and writing from screens. What has been read is kept under its operation's id, and read again after a write or when something happens. */
import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { call, type Answer, type Given, type Item, type OperationId, type Path, type Query } from './client.js';
import type { Problem } from './problem.js';

/** `call` for operations that are known by their type alone. */
const ask = call as <O extends OperationId>(operation: O, given?: object | void) => Promise<Answer<O>>;

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
    ...reading(operation, given),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
    ...(keepPrevious && { placeholderData: (previous: Answer<O> | undefined) => previous }),
  } as UseQueryOptions<Answer<O>, Problem>);
}

/** Page after page of what an operation lists, by its cursor: `fetchNextPage` reads on. */
export function usePages<O extends OperationId>(operation: O, given: Given<O>, { enabled = true, keepPrevious = false }: Options = {}): UseInfiniteQueryResult<InfiniteData<Answer<O>>, Problem> {
  return useInfiniteQuery({
    queryKey: ['read', operation, given, 'pages'],
    queryFn: ({ pageParam: cursor, signal }: { pageParam: string | undefined; signal: AbortSignal }) => ask(operation, { ...given, query: { ...(given as { query?: object }).query, ...(cursor && { cursor }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Answer<O>) => (last as { next: string | null }).next ?? undefined,
    enabled,
    ...(keepPrevious && { placeholderData: (previous: InfiniteData<Answer<O>> | undefined) => previous }),
  } as never) as UseInfiniteQueryResult<InfiniteData<Answer<O>>, Problem>;
}

/** The same operation for several things at once. */
export function useReadEach<O extends OperationId>(operation: O, each: readonly Given<O>[]): UseQueryResult<Answer<O>, Problem>[] {
  return useQueries({ queries: each.map((given) => reading(operation, given)) }) as UseQueryResult<Answer<O>, Problem>[];
}

export interface Pages<O extends OperationId> {
  /** What has been read of it; undefined until something has. */
  data: Item<O>[] | undefined;
  error: Problem | null;
  refetch(): void;
  /** The next page; undefined where there is none. */
  more: { read(): void; isReading: boolean; error: Problem | null } | undefined;
}

/** A list page by page, for what is no resource's own list. */
export function useReadPages<O extends OperationId>(operation: O, given: Given<O>, options: Options = {}): Pages<O> {
  const pages = usePages(operation, given, options);
  const read = pages.data?.pages as unknown as { items: Item<O>[] }[] | undefined;
  return {
    data: read?.flatMap(({ items }) => items),
    error: pages.error,
    refetch: () => void pages.refetch(),
    more: moreOf(pages),
  };
}

/** The way to the next of pages. */
export function moreOf<O extends OperationId>(pages: ReturnType<typeof usePages<O>>): Pages<O>['more'] {
  return pages.hasNextPage ? { read: () => void pages.fetchNextPage(), isReading: pages.isFetchingNextPage, error: pages.isFetchNextPageError ? pages.error : null } : undefined;
}

/** Of several that are read beside each other: why one could not be, and what reads all of those again. */
export function unreadAmong(reads: readonly Pick<UseQueryResult<unknown, Problem>, 'data' | 'error' | 'refetch'>[]): { error: Problem | null; refetch(): void } {
  const failed = reads.filter(({ data, error }) => error && data === undefined);
  return { error: failed[0]?.error ?? null, refetch: () => failed.forEach((each) => void each.refetch()) };
}

function reading<O extends OperationId>(operation: O, given: Given<O>) {
  return { queryKey: ['read', operation, given], queryFn: ({ signal }: { signal: AbortSignal }) => ask(operation, { ...given, signal }) };
}

/**
 * Gives a command; what is on the screen is read again after it.
 *
 * @param inTurn commands of one name go one after the other, as they were given.
 * @param untilReached whether it is sent again until the service has been reached, as what is said in one tap is: under the same key, so that it counts once.
 */
export function useCommand<O extends OperationId>(operation: O, { untilReached = false, inTurn: scope }: { untilReached?: boolean; inTurn?: string } = {}): UseMutationResult<Answer<O>, Problem, Path<O> extends undefined ? Given<O> | void : Given<O>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given) => ask(operation, given),
    ...(untilReached && { networkMode: 'always', retry: (_times, { status }) => status === 0, retryDelay: 2_000 }),
    ...(scope !== undefined && { scope: { id: scope } }),
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
    queryFn: ({ pageParam, signal }) => ask(operation, { query: query(pageParam as P), signal }),
    initialPageParam: first,
    getNextPageParam: (page, _all, of) => after(page, of),
    getPreviousPageParam: (page, _all, of) => before(page, of),
    staleTime: 'static',
    // What does not change need not be compared, page by page, with what was there.
    structuralSharing: false,
    gcTime: 60_000,
    enabled,
  });
}

/** Gives a command for each, one after the other. @returns those that were refused, and why. */
export async function inTurn<T>(items: readonly T[], give: (item: T) => Promise<unknown>): Promise<{ item: T; why: string }[]> {
  const refused: { item: T; why: string }[] = [];
  for (const item of items) await give(item).catch((problem: Problem) => refused.push({ item, why: problem.message }));
  return refused;
}

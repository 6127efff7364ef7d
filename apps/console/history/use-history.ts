/** The log as it is looked at: filters and cursor in the address, events as one scrolls, how many there are. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { call, type Answer } from '../api/client.js';
import { queryOf } from '../api/data-provider.js';
import type { Problem } from '../api/problem.js';
import { useRead, useWalk } from '../api/query.js';
import { useAddress } from '../parts/address.js';
import type { LogEvent } from '../parts/event-documents.js';
import { numberOf, positionAt } from './positions.js';

export const FILTERS = ['type', 'tag', 'actor', 'from', 'until'] as const;
export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, undefined])) as Record<(typeof FILTERS)[number], undefined>;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

export type Summary = Answer<'summariseEvents'>;

const PAGE = 200;

type Place = { order: 'ascending' | 'descending'; after?: string };

interface Address {
  filters: Filters;
  at: string | undefined;
  pin: string | undefined;
  set(changes: Readonly<Record<string, string | undefined>>): void;
}

export function useLogAddress(): Address {
  const [parameters, change] = useAddress();
  // What says nothing is taken out.
  const set = useCallback<Address['set']>((changes) => change(Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || undefined]))), [change]);
  // The filters stay the same object while the cursor moves.
  const given = JSON.stringify(FILTERS.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])));
  const filters = useMemo(() => Object.fromEntries(JSON.parse(given) as [string, string][]) as Filters, [given]);
  return { filters, at: parameters.get('at') ?? undefined, pin: parameters.get('pin') ?? undefined, set };
}

export function useSummary(filters: Filters) {
  return useRead('summariseEvents', { query: queryOf(filters) }, { keepPrevious: true });
}

export interface Events {
  /** In the order of the log. */
  events: readonly LogEvent[];
  isPending: boolean;
  /** Why nothing could be read. */
  error: Problem | null;
  refetch(): void;
  older: Direction;
  newer: Direction;
}

interface Direction {
  there: boolean;
  loading: boolean;
  /** Why it could not be read on. */
  error: Problem | null;
  load(): void;
}

/** @param from the position to begin at; undefined: the head. */
export function useEvents(filters: Filters, from: string | undefined, generation: number): Events {
  const asked = queryOf(filters);
  const walk = useWalk<'listEvents', Place>('listEvents', [asked, from, generation], {
    first: { order: 'descending', ...(from !== undefined && { after: positionAt(numberOf(from) + 1, from) }) },
    query: (place) => ({ ...asked, ...place, limit: PAGE }),
    // Pages stand in the order of the log; what one asks for downwards comes before.
    before: ({ next }, { order }) => (order === 'descending' && next !== null ? { order, after: next } : undefined),
    after: ({ items, next }, { order, after }) => {
      if (order === 'ascending') return next === null ? undefined : { order, after: next };
      const newest = items[0]?.position ?? after;
      return from === undefined || newest === undefined ? undefined : { order: 'ascending', after: newest };
    },
  });
  const { data } = walk;
  const events = useMemo(() => (data?.pages ?? []).flatMap(({ items }, index) => (data?.pageParams[index]?.order === 'descending' ? items.toReversed() : items)), [data]);
  return {
    events,
    isPending: walk.isPending,
    error: data ? null : walk.error,
    refetch: () => void walk.refetch(),
    older: { there: walk.hasPreviousPage, loading: walk.isFetchingPreviousPage, error: walk.isFetchPreviousPageError ? walk.error : null, load: () => void walk.fetchPreviousPage() },
    newer: { there: walk.hasNextPage, loading: walk.isFetchingNextPage, error: walk.isFetchNextPageError ? walk.error : null, load: () => void walk.fetchNextPage() },
  };
}

/** The last event that was recorded by a time, looking no further back than the bucket it falls into. */
export function useFinder(filters: Filters, summary: Summary | undefined): (time: number) => Promise<string | undefined> {
  const queries = useQueryClient();
  return useCallback(
    async (time) => {
      const bucket = summary?.buckets.filter(({ from }) => Date.parse(from) <= time).at(-1) ?? summary?.buckets[0];
      if (!bucket) return undefined;
      const query = { ...queryOf(filters), order: 'descending' as const, after: positionAt(numberOf(bucket.position) + 1, bucket.position), recordedUntil: new Date(time).toISOString(), limit: 1 };
      const { items } = await queries.fetchQuery({ queryKey: ['read', 'listEvents', query], queryFn: () => call('listEvents', { query }), staleTime: Infinity });
      return items[0]?.position ?? bucket.position;
    },
    [filters, queries, summary],
  );
}

interface Cursor {
  /** Undefined: the newest event. */
  at: string | undefined;
  /** Where the log was begun to be read; each time anew, `generation` grows. */
  from: string | undefined;
  generation: number;
  /** @param anew the log is read from there. */
  moveTo(position: string | undefined, anew: boolean): void;
}

/** A function that is called at once, and then no more often than that: with what was given last. */
function useSeldom<T>(call: (given: T) => void, every: number): { (given: T): void; forget(): void } {
  const latest = useRef(call);
  latest.current = call;
  const seldom = useMemo(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = (): void => clearTimeout(timer);
    const ask = (given: T): void => {
      forget();
      const now = (): void => {
        last = Date.now();
        latest.current(given);
      };
      const wait = last + every - Date.now();
      if (wait <= 0) now();
      else timer = setTimeout(now, wait);
    };
    return Object.assign(ask, { forget });
  }, [every]);
  useEffect(() => seldom.forget, [seldom]);
  return seldom;
}

/** How often what is dear follows the cursor: the address, which the whole page knows of, and what the service is asked, which it counts. */
const FOLLOW_MS = 500;

/** The last of values that come faster than others can follow. */
export function useFollowing<T>(value: T): T {
  const [followed, setFollowed] = useState(value);
  const follow = useSeldom(setFollowed as (value: T) => void, FOLLOW_MS);
  useEffect(() => follow(value), [value, follow]);
  return followed;
}

/** Where one stands: the address follows, and leads where somebody came by a link. */
export function useCursor({ at, set }: Pick<Address, 'at' | 'set'>): Cursor {
  const [state, setState] = useState({ at, from: at, generation: 0 });
  const { key } = useLocation();
  const came = useNavigationType() !== 'REPLACE';
  const tell = useSeldom((position: string | undefined) => set({ at: position }), FOLLOW_MS);
  useEffect(() => {
    if (!came) return;
    tell.forget();
    setState(({ generation }) => ({ at, from: at, generation: generation + 1 }));
    // What we write ourselves replaces the address and leads nowhere.
  }, [key]);
  const moveTo = useCallback<Cursor['moveTo']>(
    (position, anew) => {
      setState((before) => (anew ? { at: position, from: position, generation: before.generation + 1 } : { ...before, at: position }));
      tell(position);
    },
    [tell],
  );
  return { ...state, moveTo };
}

/** The log as it is looked at: filters and cursor in the address, events as one scrolls, how many there are. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router-dom';
import { call, type Answer } from '../api/client.js';
import { useRead, useWalk } from '../api/query.js';
import { HERE } from '../parts/time-zone-input.js';
import type { LogEvent } from './documents.js';
import { numberOf, positionAt } from './positions.js';

export const FILTERS = ['type', 'tag', 'actor', 'from', 'until'] as const;
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

export function useAddress(): Address {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback<Address['set']>(
    (changes) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const text = parameters.toString();
  return useMemo(() => {
    const given = new URLSearchParams(text);
    const filters = Object.fromEntries(FILTERS.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : []))) as Filters;
    return { filters, at: given.get('at') ?? undefined, pin: given.get('pin') ?? undefined, set };
  }, [text, set]);
}

/** Bare days are those of the reader's zone. */
const queryOf = (filters: Filters) => ({ ...filters, ...((filters.from ?? filters.until) && { timeZone: HERE }) });

export function useSummary(filters: Filters) {
  return useRead('summariseEvents', { query: queryOf(filters) }, { keepPrevious: true });
}

export interface Events {
  /** In the order of the log. */
  events: readonly LogEvent[];
  isPending: boolean;
  error: Error | null;
  retry(): void;
  older: { there: boolean; loading: boolean; load(): void };
  newer: { there: boolean; loading: boolean; load(): void };
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
    error: walk.error,
    retry: () => void walk.refetch(),
    older: { there: walk.hasPreviousPage, loading: walk.isFetchingPreviousPage, load: () => void walk.fetchPreviousPage() },
    newer: { there: walk.hasNextPage, loading: walk.isFetchingNextPage, load: () => void walk.fetchNextPage() },
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

/** Where one stands: the address follows, and leads where somebody came by a link. */
export function useCursor({ at, set }: Pick<Address, 'at' | 'set'>): Cursor {
  const [state, setState] = useState({ at, from: at, generation: 0 });
  const { key } = useLocation();
  const came = useNavigationType() !== 'REPLACE';
  useEffect(() => {
    if (came) setState(({ generation }) => ({ at, from: at, generation: generation + 1 }));
    // What we write ourselves replaces the address and leads nowhere.
  }, [key]);
  const moveTo = useCallback<Cursor['moveTo']>(
    (position, anew) => {
      setState((before) => (anew ? { at: position, from: position, generation: before.generation + 1 } : { ...before, at: position }));
      set({ at: position });
    },
    [set],
  );
  return { ...state, moveTo };
}

/**
 * What happens elsewhere shows here: the stream of changes says what, and what was read about it is read again. Lists do not jump: they tell how
 * many rows are new. The browser resumes the stream itself, by the id of the last event it got.
 */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { alreadyRead } from './client.js';
import { EVENT_TYPES } from './event-types.js';
import { gate } from './gate.js';
import { ME, useMay } from './me.js';
import type { ResourceName } from './resources.js';

interface Happened {
  type: string;
  position: string;
  subject: string;
}

interface LiveState {
  /** The stream has been gone for a while. */
  interrupted: boolean;
  /** How many events concern each resource since its list was read last. */
  news: Readonly<Partial<Record<ResourceName, number>>>;
  seen(resource: ResourceName): void;
}

const Context = createContext<LiveState>({ interrupted: false, news: {}, seen: () => undefined });

export const useLive = (): LiveState => useContext(Context);

/** Streams are named `meeting-{id}`. */
const RESOURCE_OF: Readonly<Record<string, ResourceName>> = {
  member: 'members',
  group: 'groups',
  membership: 'memberships',
  meeting: 'meetings',
  series: 'meeting-series',
  reflection: 'reflections',
  help: 'help-exchanges',
  action: 'actions',
  story: 'stories',
  introduction: 'introductions',
  review: 'alignment-reviews',
  key: 'keys',
  account: 'accounts',
};

/** What is not read again because something happened: the log tells itself how much of it is new. */
const LEFT_ALONE = new Set<unknown>([ME[1], 'listEvents', 'summariseEvents']);

const INTERRUPTED_MS = 4_000;
/** A browser resumes what was cut off, and gives up what was refused. */
const AGAIN_MS = 30_000;
/** What comes in a burst is read again once. */
const SETTLE_MS = 300;

export function Live({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  // Accounts outside the network, without a role, hear of nothing.
  const follows = useMay()('followChanges');
  const [interrupted, setInterrupted] = useState(false);
  const [news, setNews] = useState<LiveState['news']>({});
  const seen = useCallback((resource: ResourceName) => setNews(({ [resource]: _seen, ...rest }) => rest), []);

  useEffect(() => {
    if (!follows) return undefined;
    let gone: ReturnType<typeof setTimeout> | undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const touched = new Map<ResourceName, number>();

    const settle = (): void => {
      settling = undefined;
      void queries.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) => (first === 'read' ? !LEFT_ALONE.has(second) : second !== 'getList' && second !== 'getInfiniteList'),
      });
      const counts = Object.fromEntries(touched);
      touched.clear();
      setNews((before) => Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(counts)])].map((name) => [name, (before[name as ResourceName] ?? 0) + (counts[name] ?? 0)])));
    };

    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const open = (): void => {
      again = undefined;
      source = new EventSource('/api/v1/changes');
      source.onopen = () => {
        clearTimeout(gone);
        setInterrupted(false);
        if (missed) void queries.invalidateQueries();
        missed = false;
      };
      source.onerror = () => {
        clearTimeout(gone);
        gone = setTimeout(() => setInterrupted(true), INTERRUPTED_MS);
        if (source.readyState !== EventSource.CLOSED) return;
        missed = true;
        again = setTimeout(open, AGAIN_MS);
      };
      for (const type of EVENT_TYPES) source.addEventListener(type, take);
    };
    // Whoever has signed in again need not wait.
    const stopListening = gate.subscribe(() => {
      if (gate.current() || again === undefined) return;
      clearTimeout(again);
      open();
    });
    const take = ({ data }: MessageEvent<string>): void => {
      const { subject, type, position } = JSON.parse(data) as Happened;
      const resource = RESOURCE_OF[subject?.split('-')[0] ?? ''];
      if (resource && !alreadyRead(position)) touched.set(resource, (touched.get(resource) ?? 0) + 1);
      // Somebody's roles or groups may be others now.
      if (/^(Role|Member(Joined|Left)|Account)/.test(type.replace('relocon.', ''))) void queries.invalidateQueries({ queryKey: ME });
      settling ??= setTimeout(settle, SETTLE_MS);
    };
    open();
    return () => {
      stopListening();
      clearTimeout(again);
      clearTimeout(gone);
      clearTimeout(settling);
      source.close();
    };
  }, [queries, follows]);

  const state = useMemo(() => ({ interrupted, news, seen }), [interrupted, news, seen]);
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

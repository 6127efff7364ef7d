/**
 * What happens elsewhere shows here: the stream of changes says what, and what was read about it is read again. Lists do not jump: they tell how
 * many rows are new. The browser resumes the stream itself, by the id of the last event it got.
 */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { alreadyRead, readBefore } from './client.js';
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
  /** What of each resource is new, or has changed, since its list was read last. */
  news: Readonly<Partial<Record<ResourceName, ReadonlySet<string>>>>;
  seen(resource: ResourceName): void;
  /** How many events have been heard of. */
  heard: number;
}

const Context = createContext<LiveState>({ interrupted: false, news: {}, seen: () => undefined, heard: 0 });

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
/** While it goes on, as long as an import does, what is on the screen is read again so often at most. */
const BUSY_MS = 3_000;

export function Live({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  // Accounts outside the network, without a role, hear of nothing.
  const follows = useMay()('followChanges');
  const [interrupted, setInterrupted] = useState(false);
  const [news, setNews] = useState<LiveState['news']>({});
  const [heard, setHeard] = useState(0);
  const seen = useCallback((resource: ResourceName) => setNews(({ [resource]: _seen, ...rest }) => rest), []);

  useEffect(() => {
    if (!follows) return undefined;
    let gone: ReturnType<typeof setTimeout> | undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    let settled = 0;
    let mine = false;
    const touched = new Map<ResourceName, Set<string>>();
    let events = 0;

    const settle = (): void => {
      settling = undefined;
      settled = Date.now();
      if (mine) void queries.invalidateQueries({ queryKey: ME });
      mine = false;
      void queries.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) => (first === 'read' ? !LEFT_ALONE.has(second) : second !== 'getList' && second !== 'getInfiniteList'),
      });
      const more = [...touched];
      touched.clear();
      const sum = events;
      events = 0;
      setHeard((before) => before + sum);
      setNews((before) => ({ ...before, ...Object.fromEntries(more.map(([name, subjects]) => [name, new Set([...(before[name] ?? []), ...subjects])])) }));
    };

    // What could not be read meanwhile is read now. The log, page by page, reads on by itself.
    const readAgain = (): void => void queries.refetchQueries({ type: 'active', predicate: ({ queryKey, state: { status, data } }) => status === 'error' && (data === undefined || queryKey[2] !== 'pages') });
    // A stream may outlive what cut off everything else.
    window.addEventListener('online', readAgain);

    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const open = (): void => {
      again = undefined;
      source = new EventSource('/api/v1/changes');
      source.onopen = () => {
        clearTimeout(gone);
        setInterrupted(false);
        readAgain();
      };
      source.onerror = () => {
        clearTimeout(gone);
        gone = setTimeout(() => setInterrupted(true), INTERRUPTED_MS);
        if (source.readyState !== EventSource.CLOSED) return;
        missed = true;
        again = setTimeout(open, AGAIN_MS);
      };
      // What happened before it began is not told: what was read earlier is read again. What is resumed has missed nothing.
      source.addEventListener('begun', begun, { once: true });
      for (const type of EVENT_TYPES) source.addEventListener(type, take);
    };
    // Whoever has signed in again need not wait.
    const stopListening = gate.subscribe(() => {
      if (gate.current() || again === undefined) return;
      clearTimeout(again);
      open();
    });
    const begun = ({ data }: MessageEvent<string>): void => {
      if (missed || readBefore((JSON.parse(data) as Pick<Happened, 'position'>).position)) void queries.invalidateQueries();
      missed = false;
    };
    const take = ({ data }: MessageEvent<string>): void => {
      const { subject, type, position } = JSON.parse(data) as Happened;
      if (!alreadyRead(position)) events += 1;
      const resource = RESOURCE_OF[subject?.split('-')[0] ?? ''];
      if (resource && !alreadyRead(position)) touched.set(resource, (touched.get(resource) ?? new Set()).add(subject));
      // Somebody's roles or groups may be others now.
      if (/^(Role|Member(Joined|Left)|Account)/.test(type.replace('relocon.', ''))) mine = true;
      settling ??= setTimeout(settle, Math.max(SETTLE_MS, settled + BUSY_MS - Date.now()));
    };
    open();
    return () => {
      window.removeEventListener('online', readAgain);
      stopListening();
      clearTimeout(again);
      clearTimeout(gone);
      clearTimeout(settling);
      source.close();
    };
  }, [queries, follows]);

  const state = useMemo(() => ({ interrupted, news, seen, heard }), [interrupted, news, seen, heard]);
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

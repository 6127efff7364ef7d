/** The log for auditors: what was recorded, what it made of its document, and what it changed. */
import { Box, Card, Chip, Stack, Tab, Tabs, Typography, useMediaQuery, type Theme } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { useLive } from '../api/live.js';
import { useMay } from '../api/me.js';
import { NotFound } from '../layout/not-found.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { LOW } from '../theme.js';
import { ChangesPane } from './changes-pane.js';
import type { LogEvent } from '../parts/event-documents.js';
import { EventRows } from './event-rows.js';
import { titleOf } from './event-words.js';
import { EventFilters } from './filters.js';
import type { Revealed } from './personal.js';
import { numberOf, positionAt } from './positions.js';
import { Scrubber, type Moves } from './scrubber.js';
import { StatePane } from './state-pane.js';
import { NO_FILTERS, useCursor, useEvents, useFinder, useFollowing, useLogAddress, useSummary } from './use-history.js';
import { useKeys } from './use-keys.js';
import { useStates } from './use-states.js';

const PLAY_MS = 1_600;
/** What stands above the panes there, with filters folded: then the last event is in sight at once. */
const ABOVE_ON_A_PHONE = 412;
/** And on one that is held across, where they stand beside the panes: so that steps and the event one has come to are in sight together. */
const ABOVE_ACROSS = 136;

export default function History(): ReactNode {
  const may = useMay();
  return may('summariseEvents') ? <Log /> : <NotFound />;
}

function Log(): ReactNode {
  const t = useWords();
  const address = useLogAddress();
  const { filters, pin, set } = address;
  const { at, from, generation, moveTo } = useCursor(address);
  const log = useEvents(filters, from, generation);
  const { events } = log;
  const { data: summary, refetch: count } = useSummary(filters);
  const find = useFinder(filters, summary);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [going, setGoing] = useState(false);
  const [revealed, setRevealed] = useState<Revealed>({});
  const fresh = useNews(generation);

  const index = useMemo(() => (at === undefined ? events.length - 1 : Math.max(0, events.findLastIndex(({ position }) => position <= at))), [events, at]);
  const event = events[index];
  // Keys come faster than the address follows.
  const cursor = useRef(index);
  /** Steps that wait for more of the log. */
  const awaited = useRef(0);
  cursor.current = index;
  const followed = useFollowing(event);
  const states = useStates(followed?.withheld ? undefined : followed, pin);
  // The state before stays in sight, dimmed, until the next has come.
  const lasting = useRef(states);
  if (!states.isPending) lasting.current = states;
  const shown = lasting.current;
  const behind = states.isPending || followed !== event;

  const jump = (position: string | undefined): void => {
    awaited.current = 0;
    moveTo(position, position === undefined || !events.some((each) => each.position === position));
  };
  const select = ({ position }: LogEvent): void => jump(position);
  /** To an event that the filters may leave out: then without them. */
  const visit = ({ position }: Pick<LogEvent, 'position'>): void => {
    if (events.some((each) => each.position === position)) return jump(position);
    moveTo(position, true);
    set({ ...NO_FILTERS, at: position });
  };
  const moves: Moves = {
    toTime: (time) => void find(time).then((position) => position && jump(position)),
    toNumber(number) {
      // Any position of the log tells how they are written, also before it has been counted.
      const like = summary?.buckets[0]?.position ?? event?.position;
      if (like) jump(positionAt(number, like));
    },
    first: () => moves.toNumber(1),
    last() {
      void count();
      jump(undefined);
    },
    step(by) {
      const next = events[cursor.current + by];
      const { there, error } = by > 0 ? log.newer : log.older;
      awaited.current = next || !there || error ? 0 : awaited.current + by;
      if (!next) return by > 0 && !there ? setPlaying(false) : undefined;
      cursor.current += by;
      moveTo(next.position, false);
    },
  };
  useEffect(() => void (awaited.current = 0), [filters, generation, playing, log.older.error, log.newer.error]);
  // Steps beyond what has been read are made once it is.
  useEffect(() => {
    const by = awaited.current;
    awaited.current = 0;
    if (by !== 0) moves.step(by);
  }, [events]);
  const does = useStable({ ...moves, visit, clear: () => set(NO_FILTERS), pin: (position: string | undefined) => set({ pin: position }), reveal: (position: string, fields: Record<string, unknown>) => setRevealed((before) => ({ ...before, [position]: fields })) });
  usePlaying(playing, PLAY_MS / speed, () => moves.step(1), log.newer.loading || log.newer.error !== null);
  useKeys({ next: () => moves.step(1), previous: () => moves.step(-1), first: moves.first, last: moves.last, play: () => setPlaying(!playing), goTo: () => setGoing(true) });

  // While one steps fast, the panes beside the list are drawn now and then.
  const state = useMemo(() => <StatePane event={followed} states={shown} behind={behind} revealed={revealed} onRevealed={does.reveal} onVisit={does.visit} />, [followed, shown, behind, revealed, does]);
  const changes = useMemo(() => <ChangesPane event={followed} states={shown} behind={behind} revealed={revealed} pin={pin} onPin={does.pin} onVisit={does.visit} />, [followed, shown, behind, revealed, pin, does]);
  const panes: readonly { key: MessageKey; pane: ReactNode }[] = [
    { key: 'history.events', pane: <EventRows key={`${generation}${JSON.stringify(filters)}`} log={log} index={index} filtered={Object.keys(filters).length > 0} onSelect={select} onClear={does.clear} /> },
    { key: 'history.state', pane: state },
    { key: 'history.changes', pane: changes },
  ];
  return (
    <Stack sx={{ gap: 1.5, [LOW]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.3fr)', alignItems: 'start' } }}>
      <Title title={t('history.name')} />
      <Stack spacing={1.5}>
        <EventFilters filters={filters} onChange={set} />
        <Card variant="outlined" sx={{ p: 1.5 }}>
          <Scrubber summary={summary} event={event} moves={does} playing={playing} onPlay={setPlaying} speed={speed} onSpeed={setSpeed} going={going} onGoing={setGoing} />
        </Card>
        {fresh > 0 && <Chip color="primary" label={t('app.newer', { smart_count: fresh })} onClick={moves.last} sx={{ alignSelf: 'center' }} />}
      </Stack>
      {/* Where one has come, for whoever hears the page; while it plays that would be too much. */}
      <Box role="status" sx={visuallyHidden}>
        {event && !playing && `${titleOf(event)}, ${numberOf(event.position)}`}
      </Box>
      <Panes panes={panes} />
      <Typography variant="caption" color="text.secondary" sx={{ display: { xs: 'none', md: 'block' } }}>
        {t('history.keys')}
      </Typography>
    </Stack>
  );
}

/** Beside each other; one at a time where there is no room. */
function Panes({ panes }: { panes: readonly { key: MessageKey; pane: ReactNode }[] }): ReactNode {
  const t = useWords();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [tab, setTab] = useState(0);
  if (!wide) {
    return (
      <Card variant="outlined">
        <Tabs value={tab} onChange={(_event, chosen: number) => setTab(chosen)} variant="fullWidth">
          {panes.map(({ key }, each) => (
            <Tab key={key} id={`history-tab-${each}`} aria-controls={`history-pane-${each}`} label={t(key)} />
          ))}
        </Tabs>
        <Box role="tabpanel" id={`history-pane-${tab}`} aria-labelledby={`history-tab-${tab}`} sx={tab === 0 ? { height: `max(320px, calc(100dvh - ${ABOVE_ON_A_PHONE}px))`, [LOW]: { height: `max(160px, calc(100dvh - ${ABOVE_ACROSS}px))` } } : { p: 1.5, minHeight: 320 }}>
          {panes[tab]?.pane}
        </Box>
      </Card>
    );
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1.15fr 1fr 1fr', gap: 1.5, height: 'max(440px, calc(100dvh - 350px))' }}>
      {panes.map(({ key, pane }, each) => (
        <Card key={key} variant="outlined" component="section" aria-label={t(key)} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}>
          <Typography component="h2" variant="subtitle2" sx={{ px: 1.5, py: 1, borderBottom: 1, borderColor: 'divider' }}>
            {t(key)}
          </Typography>
          <Box tabIndex={each === 0 ? -1 : 0} sx={{ flex: 1, minHeight: 0, overflowY: each === 0 ? 'hidden' : 'auto', p: each === 0 ? 0 : 1.5 }}>
            {pane}
          </Box>
        </Card>
      ))}
    </Box>
  );
}

/** The same functions each time, which do what the latest do. */
function useStable<F extends object>(functions: F): F {
  const latest = useRef(functions);
  latest.current = functions;
  return useMemo(() => Object.fromEntries(Object.keys(latest.current).map((name) => [name, (...given: unknown[]) => (latest.current as Record<string, (...given: unknown[]) => unknown>)[name]?.(...given)])) as F, []);
}

/** Steps on by itself, and waits while more of the log is read. */
function usePlaying(playing: boolean, every: number, step: () => void, waits: boolean): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (!playing || waits) return undefined;
    const timer = setInterval(() => latest.current(), every);
    return () => clearInterval(timer);
  }, [playing, waits, every]);
}

/** How much has happened since the log was read from its head. */
function useNews(generation: number): number {
  const { heard } = useLive();
  const begun = useRef({ generation, heard });
  if (begun.current.generation !== generation) begun.current = { generation, heard };
  return heard - begun.current.heard;
}

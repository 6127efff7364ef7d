/** The events, of which only those in sight are drawn; more of the log is read as one scrolls, in both directions. */
import { Alert, Box, Button, LinearProgress, Skeleton, Typography } from '@mui/material';
import HistoryIcon from '@mui/icons-material/History';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { onceReached } from '../api/reached.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { useNamesBefore } from '../parts/names.js';
import { WhyUnread } from '../parts/read.js';
import { momentInWords } from '../parts/when.js';
import type { LogEvent } from '../parts/event-documents.js';
import { namedIn, Subject, titleOf, Who } from './event-words.js';
import { numberOf } from './positions.js';
import type { Events } from './use-history.js';

const ROW = 76;
/** So close to an end more is read. */
const NEAR = 20;

interface Props {
  log: Events;
  /** Index of the event the cursor stands at. */
  index: number;
  filtered: boolean;
  onSelect(event: LogEvent): void;
  onClear(): void;
}

export function EventRows({ log, index, filtered, onSelect, onClear }: Props): ReactNode {
  const t = useWords();
  const { events, older, newer } = log;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: events.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12, getItemKey: (each) => events[each]?.position ?? each });
  const first = useRef<string>(undefined);

  // What is read before the first row must not move the others.
  useLayoutEffect(() => {
    const before = first.current;
    first.current = events[0]?.position;
    const moved = before === undefined ? 0 : events.findIndex(({ position }) => position === before);
    if (moved > 0 && scroller.current) scroller.current.scrollTop += moved * ROW;
  }, [events]);

  // The names of a page are read as it comes, not row by row.
  const readNames = useNamesBefore();
  const named = useRef(new Set<LogEvent>());
  useEffect(() => {
    const fresh = events.filter((event) => !named.current.has(event));
    fresh.forEach((event) => named.current.add(event));
    for (const [resource, ids] of namedIn(fresh)) readNames(resource, ids);
  }, [events, readNames]);

  const choose = useRef(onSelect);
  choose.current = onSelect;
  const select = useCallback((event: LogEvent) => choose.current(event), []);

  const selected = events[index]?.position;
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  }, [selected, rows]);

  const drawn = rows.getVirtualItems();
  const [top, bottom] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  const [atTop, atBottom] = [top < NEAR, bottom > events.length - NEAR];
  useEffect(() => {
    for (const [near, { there, loading, error, load }] of [[atTop, older], [atBottom, newer]] as const) if (near && there && !loading && !error) load();
  }, [atTop, atBottom, older, newer]);

  if (log.error) return <WhyUnread of={log} sx={{ m: 1 }} />;
  if (log.isPending || (events.length === 0 && (older.there || newer.there))) return Array.from({ length: 8 }, (_none, key) => <Skeleton key={key} variant="rounded" height={ROW - 12} sx={{ m: 1 }} />);
  if (events.length === 0) {
    if (!filtered) return <Empty Icon={HistoryIcon} title={t('history.empty.title')} text={t('history.empty.text')} />;
    return (
      <Alert severity="info" sx={{ m: 1 }} action={<Button color="inherit" onClick={onClear}>{t('app.withoutFilters')}</Button>}>
        {t('app.nothingMatches')}
      </Alert>
    );
  }
  return (
    <Box sx={{ position: 'relative', height: '100%' }}>
      {atTop && <ReadingOn to={older} sx={{ top: 0 }} />}
      <Box ref={scroller} role="listbox" tabIndex={0} aria-label={t('history.events')} aria-activedescendant={drawn.some((row) => row.index === index) ? `event-${selected}` : undefined} sx={{ height: '100%', overflowY: 'auto', overflowAnchor: 'none', contain: 'strict' }}>
        <Box sx={{ position: 'relative' }} style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index: each, start, key }) => (
            <Row key={key} event={events[each] as LogEvent} selected={each === index} start={start} place={each} of={events.length} onSelect={select} />
          ))}
        </Box>
      </Box>
      {atBottom && <ReadingOn to={newer} sx={{ bottom: 0 }} />}
    </Box>
  );
}

/** Whoever is near an end of what has been read sees that it goes on, or why it does not. */
function ReadingOn({ to: { there, error, load }, sx }: { to: Events['older']; sx: object }): ReactNode {
  const t = useWords();
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => (error ? onceReached(() => latest.current()) : undefined), [error]);
  if (!there) return null;
  return <Box sx={{ position: 'absolute', left: 0, right: 0, zIndex: 1, ...sx }}>{error ? <WhyUnread of={{ error, refetch: load }} /> : <LinearProgress aria-label={t('app.loading')} />}</Box>;
}

/** While one scrolls, those that stay are not drawn anew. */
const Row = memo(function Row({ event, selected, start, place, of, onSelect }: { event: LogEvent; selected: boolean; start: number; place: number; of: number; onSelect(event: LogEvent): void }): ReactNode {
  const t = useWords();
  return (
    <Box
      id={`event-${event.position}`}
      role="option"
      aria-selected={selected}
      aria-posinset={place + 1}
      aria-setsize={of}
      onClick={() => onSelect(event)}
      style={{ transform: `translateY(${start}px)` }}
      sx={{
        position: 'absolute', top: 0, left: 0, right: 0, height: ROW, px: 1.5, py: 0.75, cursor: 'pointer', overflow: 'hidden',
        borderBottom: 1, borderColor: 'divider', borderLeft: '4px solid', borderLeftColor: selected ? 'primary.main' : 'transparent', bgcolor: selected ? 'action.selected' : undefined,
        '&:hover': { bgcolor: selected ? undefined : 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="body2" noWrap sx={{ fontWeight: 600, color: event.withheld ? 'text.secondary' : undefined }}>
          {titleOf(event)}
        </Typography>
        <Typography variant="caption" color="text.secondary" noWrap sx={{ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }}>
          {t('history.number', { number: numberOf(event.position) })}
        </Typography>
      </Box>
      <Typography variant="body2" component="div" noWrap>
        <Subject event={event} plain />
      </Typography>
      <Typography variant="caption" color="text.secondary" component="div" noWrap>
        {momentInWords(event.recordedtime)}
        {!event.withheld && (
          <>
            {' · '}
            <Who event={event} plain />
          </>
        )}
      </Typography>
    </Box>
  );
});

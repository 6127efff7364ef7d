/** What came of the same request: its commands, and the events of each; what an event caused stands below it. */
import { Box, List, ListItemButton, ListItemText, Skeleton, Typography } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { unreadAmong, useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { WhyUnread } from '../parts/read.js';
import type { LogEvent } from '../parts/event-documents.js';
import { Subject, titleOf } from './event-words.js';
import { numberOf, positionAt } from './positions.js';

/** What belongs together was recorded close together: so far to each side is looked. */
const AROUND = 250;
/** Neighbours look from the same place, so that whoever steps along reads once. */
const STEP = 100;

export interface Cause {
  event: LogEvent;
  depth: number;
}

/** Events of the same correlation, or of what they caused, in the order of the log: each below what caused it. */
export function treeOf(events: readonly LogEvent[], of: LogEvent): Cause[] {
  const ids = new Set(events.filter(({ correlationid }) => correlationid !== undefined && correlationid === of.correlationid).map(({ id }) => id));
  ids.add(of.id);
  if (of.causationid) ids.add(of.causationid);
  const kin = events.filter(({ id, causationid }) => ids.has(id) || (causationid !== undefined && ids.has(causationid)));
  const known = new Set(kin.map(({ id }) => id));
  const below = (cause: string | undefined, depth: number): Cause[] =>
    kin
      .filter(({ causationid }) => (causationid !== undefined && known.has(causationid) ? causationid : undefined) === cause)
      .flatMap((event) => [{ event, depth }, ...below(event.id, depth + 1)]);
  return below(undefined, 0);
}

export function Causes({ event, onSelect }: { event: LogEvent; onSelect(event: LogEvent): void }): ReactNode {
  const t = useWords();
  const place = Math.floor(numberOf(event.position) / STEP) * STEP;
  const before = useRead('listEvents', { query: { order: 'descending', after: positionAt(place, event.position), limit: AROUND } });
  const after = useRead('listEvents', { query: { ...(place > 0 && { after: positionAt(place - 1, event.position) }), limit: AROUND + STEP } });
  const unread = unreadAmong([before, after]);
  const tree = useMemo(() => (before.data && after.data ? treeOf([...before.data.items.toReversed(), ...after.data.items], event) : undefined), [before.data, after.data, event]);
  const commands = new Set(tree?.map(({ event: { commandid } }) => commandid));
  return (
    <Box>
      <Typography component="h4" variant="subtitle2">
        {t('history.causes')}
      </Typography>
      <WhyUnread of={unread} />
      {!tree && !unread.error && <Skeleton variant="rounded" height={48} />}
      {tree && (
        <Typography variant="body2" color="text.secondary">
          {tree.length > 1 ? t('history.causesCount', { smart_count: tree.length, commands: commands.size }) : t('history.alone', { around: AROUND })}
        </Typography>
      )}
      {tree && tree.length > 1 && (
        <List dense aria-label={t('history.causes')}>
          {tree.map(({ event: each, depth }) => (
            <ListItemButton key={each.id} selected={each.id === event.id} onClick={() => onSelect(each)} sx={{ pl: 1 + depth * 2, minHeight: 44 }}>
              <ListItemText primary={titleOf(each)} secondary={<>{t('history.number', { number: numberOf(each.position) })} · <Subject event={each} plain /></>} slotProps={{ secondary: { noWrap: true } }} />
            </ListItemButton>
          ))}
        </List>
      )}
    </Box>
  );
}

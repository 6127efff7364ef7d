/** What an event changed in its document, or what differs from the pinned position; and what the same command brought about. */
import { Alert, Box, Button, Chip, Divider, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import PushPinIcon from '@mui/icons-material/PushPin';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Behind, WhyUnread } from '../parts/read.js';
import { Causes } from './causes.js';
import { changesBetween, type Change } from './diff.js';
import type { LogEvent } from '../parts/event-documents.js';
import { showsAfter, type Revealed, type Shows } from './personal.js';
import { numberOf } from './positions.js';
import type { States } from './use-states.js';
import { Masked, pathInWords, Value } from './values.js';

interface Props {
  event: LogEvent | undefined;
  states: States;
  /** They are still of an event before. */
  behind: boolean;
  revealed: Revealed;
  pin: string | undefined;
  onPin(position: string | undefined): void;
  onVisit(event: Pick<LogEvent, 'position'>): void;
}

export function ChangesPane({ event, states, behind, revealed, pin, onPin, onVisit }: Props): ReactNode {
  const t = useWords();
  if (!event) return <Typography color="text.secondary">{t('history.choose')}</Typography>;
  return (
    <Stack spacing={2}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="body2" color="text.secondary">
          {pin ? (
            <>
              {t('history.comparedPinned')}{' '}
              <MuiLink component="button" onClick={() => onVisit({ position: pin })}>
                {t('history.number', { number: numberOf(pin) })}
              </MuiLink>
            </>
          ) : (
            t('history.comparedBefore')
          )}
        </Typography>
        <Stack direction="row" sx={{ gap: 0.5 }}>
          {pin !== event.position && (
            <Button size="small" startIcon={<PushPinIcon />} onClick={() => onPin(event.position)}>
              {t('history.pin')}
            </Button>
          )}
          {pin && (
            <Button size="small" onClick={() => onPin(undefined)}>
              {t('history.unpin')}
            </Button>
          )}
        </Stack>
      </Stack>
      {pin === event.position ? (
        <Alert severity="info">{t('history.pinned')}</Alert>
      ) : (
        <Behind is={behind}>
          <Changes states={states} shows={showsAfter(revealed)} />
        </Behind>
      )}
      <Divider />
      <Causes event={event} onSelect={onVisit} />
    </Stack>
  );
}

function Changes({ states: { document, isPending, unread, now, base }, shows }: { states: States; shows: Shows }): ReactNode {
  const t = useWords();
  if (!document) return <Typography color="text.secondary">{t('history.noDocument')}</Typography>;
  if (unread) return <WhyUnread of={unread} />;
  if (isPending) return <Skeleton variant="rounded" height={120} />;
  if (now === undefined && base === undefined) return <Typography color="text.secondary">{t('history.hidden')}</Typography>;
  const changes = changesBetween(base, now);
  if (changes.length === 0) return <Alert severity="info">{t('history.same')}</Alert>;
  return (
    <Stack component="ul" spacing={1} aria-label={t('history.changes')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {changes.map((change) => (
        <ChangeRow key={JSON.stringify(change.path)} change={change} shows={shows} />
      ))}
    </Stack>
  );
}

const COLORS = { added: 'success', removed: 'error', changed: 'warning' } as const;

function ChangeRow({ change: { path, kind, before, after }, shows }: { change: Change; shows: Shows }): ReactNode {
  const t = useWords();
  return (
    <Box component="li" sx={{ borderLeft: 3, borderColor: `${COLORS[kind]}.main`, pl: 1 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {pathInWords(path)}
        </Typography>
        <Chip size="small" variant="outlined" color={COLORS[kind]} label={t(`history.kinds_of_change.${kind}`)} />
      </Stack>
      <Typography variant="body2" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {before !== undefined && (
          <Box component="del" sx={{ color: 'text.secondary', mr: 1 }}>
            {shows(path, before) ? <Value path={path} value={before} /> : <Masked />}
          </Box>
        )}
        {after !== undefined && (
          <Box component="ins" sx={{ textDecoration: 'none' }}>
            {shows(path, after) ? <Value path={path} value={after} /> : <Masked />}
          </Box>
        )}
      </Typography>
    </Box>
  );
}

/** Whether the service is well: how far its views are and who writes them, what waits, and building anew. It reads itself again. */
import { Alert, Box, Chip, LinearProgress, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import RefreshIcon from '@mui/icons-material/Refresh';
import ReplayIcon from '@mui/icons-material/Replay';
import { useEffect, useState, type ReactNode } from 'react';
import { Title, useNotify } from 'react-admin';
import type { Answer } from '../api/client.js';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CommandButton } from '../parts/command-button.js';
import { WhyUnread } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Outbox } from './outbox.js';
import { Workers, Writer } from './writer.js';

type State = Answer<'listViews'>;
type View = State['views'][number];

const CALM_MS = 5_000;
const BUSY_MS = 700;

export default function Operations(): ReactNode {
  const may = useMay();
  return may('listViews') ? <Watching /> : <NotFound />;
}

function Watching(): ReactNode {
  const t = useWords();
  /** Views that were asked to be built anew, and whether they have been since. */
  const [asked, setAsked] = useState<Readonly<Record<string, 'under way' | 'done'>>>({});
  const busy = Object.values(asked).includes('under way');
  const read = useRead('listViews', {}, { every: busy ? BUSY_MS : CALM_MS, keepPrevious: true });
  const { data, dataUpdatedAt } = read;
  useEffect(() => {
    setAsked((before) => Object.fromEntries(Object.entries(before).map(([name, state]) => [name, data?.views.some((view) => view.name === name && view.rebuilt !== null) ? 'under way' : data ? 'done' : state])));
  }, [data, dataUpdatedAt]);
  if (!data) return read.error ? <WhyUnread of={read} /> : <Loading />;
  return (
    <Stack spacing={2}>
      <Title title={t('operations.name')} />
      <Health state={data} interrupted={read.error !== null} />
      <Parked parked={data.parked} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        <Workers workers={data.workers} />
        <Outbox every={CALM_MS} />
      </Box>
      <Section title={t('operations.views')}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {t('operations.viewsText')}
        </Typography>
        <TableContainer>
          <Table size="small" aria-label={t('operations.views')} sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('operations.view')}</TableCell>
                <TableCell sx={{ display: { xs: 'none', md: 'table-cell' } }} align="right">{t('operations.position')}</TableCell>
                <TableCell align="right">{t('operations.lag')}</TableCell>
                <TableCell sx={{ display: { xs: 'none', md: 'table-cell' } }}>{t('operations.writer')}</TableCell>
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.views.map((view) => (
                <ViewRow key={view.name} view={view} head={data.head} written={data.workers !== null} asked={asked[view.name]} onAsked={() => setAsked((before) => ({ ...before, [view.name]: 'under way' }))} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </Section>
    </Stack>
  );
}

const numberOf = (position: string): number => Number.parseInt(position.slice(position.indexOf('-') + 1), 36);

function Health({ state: { head, ready, fault, views, workers, parked }, interrupted }: { state: State; interrupted: boolean }): ReactNode {
  const t = useWords();
  const lag = Math.max(0, ...views.map((view) => view.lag));
  const unwritten = workers === null ? 0 : views.filter(({ writer }) => writer === null).length;
  const figures: readonly (readonly [string, string])[] = [
    [t('operations.head'), numberOf(head).toLocaleString()],
    [t('operations.farthest'), lag.toLocaleString()],
    [t('operations.waiting'), parked.length.toLocaleString()],
  ];
  return (
    <Stack spacing={1}>
      <Alert severity={fault ? 'error' : ready && parked.length === 0 && unwritten === 0 ? 'success' : 'warning'} role="status">
        {fault ? t('operations.fault', { fault }) : !ready ? t('operations.notReady') : unwritten > 0 ? t('operations.unwritten', { smart_count: unwritten }) : t(parked.length === 0 ? 'operations.well' : 'operations.parkedSome')}
        {interrupted && ` ${t('operations.interrupted')}`}
      </Alert>
      <Stack direction="row" sx={{ gap: 4, flexWrap: 'wrap' }}>
        {figures.map(([name, figure]) => (
          <Stack key={name}>
            <Typography variant="h5" component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>{figure}</Typography>
            <Typography variant="body2" color="text.secondary">{name}</Typography>
          </Stack>
        ))}
      </Stack>
    </Stack>
  );
}

function ViewRow({ view, head, written, asked, onAsked }: { view: View; head: string; written: boolean; asked: 'under way' | 'done' | undefined; onAsked(): void }): ReactNode {
  const t = useWords();
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const { name, position, lag, building, rebuilt, parked } = view;
  const reached = rebuilt ?? (building ? position : undefined);
  const share = reached === undefined ? undefined : Math.round((numberOf(reached) / Math.max(1, numberOf(head))) * 100);
  return (
    <>
      <TableRow sx={isNarrow ? { '& td, & th': { borderBottom: 0 } } : {}}>
        <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ fontWeight: 600 }}>{name}</Box>
          <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
            {building && <Chip size="small" color="warning" variant="outlined" label={t('operations.building')} />}
            {parked > 0 && <Chip size="small" color="error" variant="outlined" label={t('operations.parkedCount', { smart_count: parked })} />}
            {asked === 'done' && share === undefined && <Chip size="small" color="success" variant="outlined" label={t('operations.rebuilt')} />}
          </Stack>
          {(share !== undefined || asked === 'under way') && <LinearProgress {...(share !== undefined && { variant: 'determinate', value: share })} aria-label={t('operations.progress', { name, share: share ?? 0 })} sx={{ mt: 0.5 }} />}
        </TableCell>
        <TableCell sx={{ display: { xs: 'none', md: 'table-cell' }, fontVariantNumeric: 'tabular-nums' }} align="right">
          {numberOf(position).toLocaleString()}
        </TableCell>
        <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', color: lag > 0 ? 'warning.main' : undefined }}>
          {lag.toLocaleString()}
        </TableCell>
        {!isNarrow && (
          <TableCell>
            <Writer view={view} known={written} />
          </TableCell>
        )}
        <TableCell align="right">
          <CommandButton operation="rebuildView" path={{ name }} size="small" variant="text" Icon={RefreshIcon} label={t('operations.rebuild')} of={name} text={t('operations.rebuildText', { name })} done={t('operations.rebuildAsked', { name })} onDone={onAsked} />
        </TableCell>
      </TableRow>
      {isNarrow && (
        <TableRow>
          <TableCell colSpan={3} sx={{ pt: 0 }}>
            <Writer view={view} known={written} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

/** Documents that wait because an event could not be folded. */
function Parked({ parked }: { parked: State['parked'] }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  if (parked.length === 0) return null;
  return (
    <Section title={t('operations.parked')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('operations.parkedText')}
      </Typography>
      <Stack spacing={1.5}>
        {parked.map(({ collection, id, type, position, error, waiting }) => (
          <Stack key={`${collection}/${id}`} direction="row" sx={{ justifyContent: 'space-between', gap: 2, flexWrap: 'wrap', borderLeft: 3, borderColor: 'error.main', pl: 1.5 }}>
            <Stack sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {collection} · {id}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {t('operations.parkedAt', { type, number: numberOf(position), smart_count: waiting })}
              </Typography>
              <Typography variant="body2" color="error" sx={{ overflowWrap: 'anywhere' }}>
                {error}
              </Typography>
            </Stack>
            <span>
              <CommandButton operation="retryParked" path={undefined} size="small" Icon={ReplayIcon} label={t('operations.retry')} body={() => ({ collection, id })} onDone={({ well }) => notify(t(well ? 'operations.retried' : 'operations.stillParked'), { type: well ? 'success' : 'warning' })} />
            </span>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

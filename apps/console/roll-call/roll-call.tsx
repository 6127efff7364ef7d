/** The roll call: one tap, present; another outcome by the button beside; what is not sent yet waits, and says so. */
import { Alert, Box, Button, InputAdornment, LinearProgress, Paper, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import CloudUploadIcon from '@mui/icons-material/CloudUpload';
import DoneAllIcon from '@mui/icons-material/DoneAll';
import PersonAddIcon from '@mui/icons-material/PersonAdd';
import QrCode2Icon from '@mui/icons-material/QrCode2';
import SearchIcon from '@mui/icons-material/Search';
import UndoIcon from '@mui/icons-material/Undo';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { visuallyHidden } from '@mui/utils';
import { Title } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Answer } from '../api/client.js';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { useWords } from '../i18n/index.js';
import { useBelowBar } from '../parts/below-bar.js';
import { GroupName, MemberName } from '../parts/names.js';
import { CAME, OUTCOMES, type Outcome } from '../parts/outcome.js';
import { WhyUnread } from '../parts/read.js';
import { LOW } from '../theme.js';
import { When } from '../parts/when.js';
import { CloseDialog } from './close-dialog.js';
import { CorrectDialog } from './correct-dialog.js';
import { peopleWith, type Called } from './people.js';
import { PersonRow } from './person-row.js';
import { tapsOf, type Taps } from './taps.js';
import { VisitorDialog } from './visitor-dialog.js';

type Meeting = Answer<'readMeeting'>;

/** Of so many nobody scrolls to the end for what can be done besides tapping. */
const MANY = 20;
/** How soon one sees what somebody else taps. */
const OTHERS_MS = 4_000;
/** Whoever calls a roll so long before its meeting is asked whether they mean it. */
const EARLY_MS = 3 * 3_600_000;

export default function RollCall(): ReactNode {
  const { id = '' } = useParams();
  const may = useMay();
  const accountId = useMe()?.accountId;
  const { data: meeting, isPending } = useRead('readMeeting', { path: { id } });
  if (isPending || !accountId) return <Loading />;
  if (!meeting || !may('recordAttendance', { group: meeting.groupId }) || !may('readRoster', { group: meeting.groupId })) return <NotFound />;
  return <Call key={id} meeting={meeting} taps={tapsOf(accountId, id)} />;
}

function Call({ meeting, taps }: { meeting: Meeting; taps: Taps }): ReactNode {
  const t = useWords();
  const { id, groupId, status } = meeting;
  const queries = useQueryClient();
  const state = useSyncExternalStore(taps.subscribe, taps.current);
  const read = useRead('readRoster', { path: { id } }, { every: status === 'scheduled' ? OTHERS_MS : 60_000 });
  const roster = read.data;
  const [words, setWords] = useState('');
  const [openAlone, setOpenAlone] = useState(false);
  const [dialog, setDialog] = useState<{ kind: 'close' | 'visitor' } | { kind: 'correct'; person: Called; to?: Outcome }>();
  const [early, setEarly] = useState(() => status === 'scheduled' && Date.parse(meeting.startsAt) > Date.now() + EARLY_MS);
  const waiting = state.taps.filter(({ refused }) => !refused).length;

  useEffect(() => {
    if (roster) taps.seen(roster.people.flatMap(({ memberId, outcome }) => (outcome === null || outcome !== taps.current().sent[memberId] ? [] : [memberId])));
  }, [roster, taps]);
  // Live updates may be interrupted: what was sent is read again by itself.
  useEffect(() => {
    if (waiting === 0 && Object.keys(state.sent).length > 0) void queries.invalidateQueries({ queryKey: ['read', 'readRoster'] });
  }, [waiting, state.sent, queries]);

  if (!roster) return read.error ? <WhyUnread of={read} /> : <Loading />;
  if (early && waiting === 0 && roster.people.every(({ outcome }) => outcome === null)) {
    return (
      <Stack spacing={1.5} sx={{ maxWidth: 720, mx: 'auto' }}>
        <Title title={t('rollCall.title')} />
        <Heading meeting={meeting} />
        <Alert severity="info" action={<Button color="inherit" onClick={() => setEarly(false)}>{t('rollCall.early.go')}</Button>}>
          {t('rollCall.early.text')}
        </Alert>
      </Stack>
    );
  }
  const people = peopleWith(roster.people, state);
  const unrecorded = people.filter(({ outcome, apologised, expected, rsvp }) => outcome === undefined && !apologised && (expected || rsvp !== null));
  const shown = people.filter((person) => matches(person, words) && (!openAlone || person.outcome === undefined || person.tap));
  const correct = (person: Called, to?: Outcome): void => setDialog({ kind: 'correct', person, ...(to && { to }) });

  const commands = status === 'scheduled' && (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Button variant="outlined" startIcon={<PersonAddIcon />} onClick={() => setDialog({ kind: 'visitor' })}>
        {t('rollCall.visitor.add')}
      </Button>
      <CodeLink id={id} groupId={groupId} />
      <Button variant="contained" startIcon={<DoneAllIcon />} onClick={() => setDialog({ kind: 'close' })} sx={{ ml: { sm: 'auto' } }}>
        {t('rollCall.close.title')}
      </Button>
    </Stack>
  );

  return (
    <Stack spacing={1.5} sx={{ maxWidth: 720, mx: 'auto', pb: 1 }}>
      <Title title={t(status === 'closed' ? 'rollCall.correct.title' : 'rollCall.title')} />
      <Heading meeting={meeting} />
      {status === 'cancelled' && <Alert severity="warning">{t('rollCall.cancelled')}</Alert>}
      {status === 'closed' && <Alert severity="info">{t('rollCall.closed')}</Alert>}
      <Counts people={people} unrecorded={unrecorded.length} />
      {people.length > MANY && commands}
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
        <TextField
          type="search"
          hiddenLabel
          size="small"
          margin="none"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          sx={{ flex: 1 }}
          slotProps={{ htmlInput: { 'aria-label': t('rollCall.search') }, input: { placeholder: t('rollCall.search'), startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" /></InputAdornment> } }}
        />
        <ToggleButtonGroup exclusive size="small" value={openAlone} onChange={(_event, value: boolean | null) => value !== null && setOpenAlone(value)} aria-label={t('rollCall.which')}>
          <ToggleButton value={false} sx={{ minHeight: 40 }}>{t('rollCall.all')}</ToggleButton>
          <ToggleButton value={true} sx={{ minHeight: 40 }}>{t('rollCall.open', { count: unrecorded.length })}</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      <Paper variant="outlined" component="ul" aria-label={t('rollCall.people')} sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden', '& button': { scrollMarginTop: 100 } }}>
        {shown.map((person) => (
          <PersonRow key={person.memberId} person={person} status={status} onTap={(outcome) => taps.tap(person.memberId, outcome)} onCorrect={(to) => correct(person, to)} onSettled={() => taps.settle(person.memberId)} />
        ))}
        {shown.length === 0 && (
          <Typography component="li" color="text.secondary" sx={{ p: 2 }}>
            {t(people.length === 0 ? 'rollCall.nobodyExpected' : openAlone && !words ? 'rollCall.everybody' : 'rollCall.nobody')}
          </Typography>
        )}
      </Paper>
      <Box role="status" sx={visuallyHidden}>
        {words && t('rollCall.found', { smart_count: shown.length })}
      </Box>
      {people.length <= MANY && commands}
      <Waiting taps={taps} waiting={waiting} held={state.held} people={people} />
      {dialog?.kind === 'visitor' && <VisitorDialog already={people.filter(({ outcome }) => outcome !== undefined).map(({ memberId }) => memberId)} onChosen={(memberId) => taps.tap(memberId, 'visitor')} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'close' && <CloseDialog meeting={meeting} unrecorded={unrecorded} waiting={waiting} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'correct' && (
        <CorrectDialog
          meetingId={id}
          person={dialog.person}
          {...(dialog.to && { to: dialog.to })}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            taps.settle(dialog.person.memberId);
            setDialog(undefined);
          }}
        />
      )}
    </Stack>
  );
}

/** As the lists find people: whatever the case, and the marks over letters, which few phones have at hand. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function matches({ displayName }: Called, words: string): boolean {
  const name = plain(displayName ?? '');
  return plain(words)
    .split(/\s+/)
    .every((word) => name.includes(word));
}

function Heading({ meeting: { id, title, startsAt, groupId } }: { meeting: Meeting }): ReactNode {
  return (
    <Box>
      <Typography component={Link} to={`/meetings/${id}/show`} variant="h6" sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      <Typography component="div" variant="body2" color="text.secondary">
        <When at={startsAt} /> · <GroupName id={groupId} />
      </Typography>
    </Box>
  );
}

/** How far it has come, always in view: below the bar of the page, and in its place while that is put away. */
function Counts({ people, unrecorded }: { people: readonly Called[]; unrecorded: number }): ReactNode {
  const t = useWords();
  const belowBar = useBelowBar();
  const came = people.filter(({ outcome }) => outcome && CAME.includes(outcome)).length;
  const settled = people.length - unrecorded;
  const words = OUTCOMES.map((outcome) => ({ outcome, count: people.filter((person) => person.outcome === outcome).length })).filter(({ count }) => count > 0);
  return (
    <Paper variant="outlined" role="status" sx={{ ...belowBar, zIndex: 2, px: 1.5, py: 1, [LOW]: { py: 0.5 } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
        <Typography sx={{ fontWeight: 700, flex: 1, [LOW]: { flex: 'none' } }}>{t('rollCall.here', { smart_count: came })}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ [LOW]: { order: 1 } }}>
          {t('rollCall.settled', { settled, of: people.length })}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ width: '100%', [LOW]: { width: 'auto', flex: 1 } }}>
          {words.map(({ outcome, count }) => `${t(`outcomes.${outcome}`)} ${count}`).join(' · ') || (people.length > 0 && t('rollCall.hint'))}
        </Typography>
      </Stack>
      <LinearProgress variant="determinate" aria-hidden value={people.length === 0 ? 0 : (100 * settled) / people.length} sx={{ mt: 0.75, mb: 0.5, height: 6, borderRadius: 3 }} />
    </Paper>
  );
}

function CodeLink({ id, groupId }: { id: string; groupId: string }): ReactNode {
  const t = useWords();
  const may = useMay();
  if (!may('readCheckInCode', { group: groupId })) return null;
  return (
    <Button component={Link} to={`/meetings/${id}/check-in-code`} variant="outlined" startIcon={<QrCode2Icon />}>
      {t('checkIn.show')}
    </Button>
  );
}

/** The last tap, to be taken back, and what waits. */
function Waiting({ taps, waiting, held, people }: { taps: Taps; waiting: number; held: string | undefined; people: readonly Called[] }): ReactNode {
  const t = useWords();
  const { last } = taps;
  const name = people.find(({ memberId }) => memberId === last?.memberId)?.displayName;
  if (waiting === 0) return null;
  return (
    <Paper elevation={6} role="status" aria-label={t('rollCall.waiting.title')} sx={{ position: 'sticky', bottom: 8, zIndex: 2, px: 1.5, py: 0.5, bgcolor: 'background.paper', border: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 44 }}>
        <CloudUploadIcon color="action" />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2">{t('rollCall.waiting.count', { smart_count: waiting })}</Typography>
          <Typography variant="caption" color="text.secondary" component="div" noWrap={!held}>
            {held ?? (last ? <>{name ?? <MemberName id={last.memberId} plain />}: {t(`outcomes.${last.outcome}`)}</> : t('rollCall.waiting.kept'))}
          </Typography>
        </Box>
        {last ? (
          <Button startIcon={<UndoIcon />} onClick={() => taps.takeBack()} sx={{ minHeight: 44 }}>
            {t('rollCall.undo')}
          </Button>
        ) : (
          <Button onClick={() => taps.goOn(true)} sx={{ minHeight: 44 }}>
            {t('rollCall.waiting.now')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

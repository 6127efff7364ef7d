/** What a level rests on: events of the group, and documents at an address. */
import { Autocomplete, Button, Chip, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import EventIcon from '@mui/icons-material/BoltOutlined';
import { useState, type ReactNode } from 'react';
import { useGetMany } from 'react-admin';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { typeInWords } from '../parts/event-type.js';
import { dayOf } from '../parts/when.js';
import type { Evidence } from './score.js';

/** What evidence can name, by id. */
export type Events = ReadonlyMap<string, { words: string; offered: boolean }>;

/** As many names as are read at once. */
const NAMES = 100;

/** The most recent events of the group, in words: `Attendance recorded · Amara · “The first winter” · 3 Nov 2026`. Those who may not read of them see none. */
export function useEvidenceOf(groupId: string): Events {
  const may = useMay();
  const { data } = useRead('listEvents', { query: { tag: `group:${groupId}`, order: 'descending', limit: 500 } }, { enabled: may('listEvents') });
  const events = data?.items.map((event) => ({ event, ...(event.data as { memberId?: string; meetingId?: string; title?: string } | undefined) })) ?? [];
  const ids = (field: 'memberId' | 'meetingId'): string[] => [...new Set(events.flatMap((each) => each[field] ?? []))].slice(0, NAMES);
  const members = useGetMany<RecordOf<'members'>>('members', { ids: ids('memberId') }).data ?? [];
  const meetings = useGetMany<RecordOf<'meetings'>>('meetings', { ids: ids('meetingId') }).data ?? [];
  return new Map(
    events.map(({ event: { id, type, time, withheld, subject }, memberId, meetingId, title }) => {
      const who = members.find((member) => member?.id === memberId)?.displayName;
      const where = title ?? meetings.find((meeting) => meeting?.id === meetingId)?.title;
      const words = [typeInWords(type.replace('relocon.', '')), who, where && `“${where}”`, dayOf(time)].filter(Boolean).join(' · ');
      // A review is no evidence for itself.
      return [id, { words, offered: !withheld && !subject?.startsWith('review-') }];
    }),
  );
}

function useEvidenceInWords(events: Events): (evidence: Evidence) => string {
  const t = useWords();
  return (evidence) => (evidence.kind === 'document' ? evidence.title : (events.get(evidence.eventId)?.words ?? t('alignment.evidence.olderEvent')));
}

const keyOf = (evidence: Evidence): string => (evidence.kind === 'event' ? evidence.eventId : `${evidence.url} ${evidence.title}`);

export function EvidenceList({ evidence, events }: { evidence: readonly Evidence[]; events: Events }): ReactNode {
  const inWords = useEvidenceInWords(events);
  if (evidence.length === 0) return null;
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 0.5 }}>
      {evidence.map((each) => (
        <Stack key={keyOf(each)} component="li" direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          {each.kind === 'event' ? <EventIcon fontSize="small" color="action" /> : <DescriptionIcon fontSize="small" color="action" />}
          {each.kind === 'event' ? (
            <Typography variant="body2">{inWords(each)}</Typography>
          ) : (
            <MuiLink href={each.url} target="_blank" rel="noreferrer" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {each.title}
            </MuiLink>
          )}
        </Stack>
      ))}
    </Stack>
  );
}

interface InputProps {
  evidence: readonly Evidence[];
  events: Events;
  onChange(evidence: readonly Evidence[]): void;
}

export function EvidenceInput({ evidence, events, onChange }: InputProps): ReactNode {
  const t = useWords();
  const inWords = useEvidenceInWords(events);
  const [adding, setAdding] = useState<'event' | 'document'>();
  const add = (more: Evidence): void => {
    if (!evidence.some((each) => keyOf(each) === keyOf(more))) onChange([...evidence, more]);
    setAdding(undefined);
  };
  return (
    <Stack spacing={1}>
      {evidence.length > 0 && (
        <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap' }}>
          {evidence.map((each) => (
            <Chip key={keyOf(each)} size="small" {...(each.kind === 'event' ? { icon: <EventIcon /> } : { icon: <DescriptionIcon /> })} label={inWords(each)} onDelete={() => onChange(evidence.filter((other) => other !== each))} sx={{ maxWidth: '100%', minHeight: 28 }} />
          ))}
        </Stack>
      )}
      {adding === 'event' && <EventChoice events={events} onChoose={(eventId) => add({ kind: 'event', eventId })} />}
      {adding === 'document' && <DocumentFields onAdd={add} />}
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
        <Button size="small" onClick={() => setAdding(adding === 'event' ? undefined : 'event')} aria-expanded={adding === 'event'}>
          {t('alignment.evidence.addEvent')}
        </Button>
        <Button size="small" onClick={() => setAdding(adding === 'document' ? undefined : 'document')} aria-expanded={adding === 'document'}>
          {t('alignment.evidence.addDocument')}
        </Button>
      </Stack>
    </Stack>
  );
}

function EventChoice({ events, onChoose }: { events: Events; onChoose(eventId: string): void }): ReactNode {
  const t = useWords();
  return (
    <Autocomplete
      openOnFocus
      size="small"
      options={[...events].flatMap(([id, { words, offered }]) => (offered ? [{ id, words }] : []))}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ words }) => words}
      onChange={(_event, chosen) => chosen && onChoose(chosen.id)}
      noOptionsText={t('alignment.evidence.noEvents')}
      renderInput={(params) => <TextField {...params} autoFocus margin="none" label={t('alignment.evidence.event')} helperText={t('alignment.evidence.eventHint')} />}
    />
  );
}

const isAddress = (url: string): boolean => /^https?:\/\/\S+\.?\S+$/.test(url);

function DocumentFields({ onAdd }: { onAdd(document: Evidence): void }): ReactNode {
  const t = useWords();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const wrong = url.trim() !== '' && !isAddress(url.trim());
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'flex-start' } }}>
      <TextField autoFocus size="small" margin="none" label={t('alignment.evidence.title')} value={title} onChange={({ target }) => setTitle(target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} sx={{ flex: 1 }} />
      <TextField size="small" margin="none" type="url" label={t('alignment.evidence.url')} value={url} onChange={({ target }) => setUrl(target.value)} error={wrong} helperText={wrong ? t('alignment.evidence.urlWrong') : undefined} sx={{ flex: 1 }} />
      <Button variant="outlined" disabled={!title.trim() || !isAddress(url.trim())} onClick={() => onAdd({ kind: 'document', title: title.trim(), url: url.trim() })} sx={{ minHeight: 40 }}>
        {t('alignment.evidence.add')}
      </Button>
    </Stack>
  );
}

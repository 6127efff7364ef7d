/** What a level rests on: events of the group, and documents at an address. */
import { Autocomplete, Button, IconButton, Link as MuiLink, Stack, TextField, Tooltip, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import EventIcon from '@mui/icons-material/BoltOutlined';
import { useState, type ReactNode } from 'react';
import { useGetMany } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { documentOf, typeOf } from '../parts/event-documents.js';
import { typeInWords } from '../parts/event-type.js';
import { dayOf } from '../parts/when.js';
import type { Evidence } from './score.js';

/** What evidence can name, by id; `to` leads to what it is about. */
export type Events = ReadonlyMap<string, { words: string; to: string | undefined; offered: boolean }>;

/** As many names, or events, as are read at once. */
const MOST = 100;

/**
 * The most recent events of the group, and those that are named already, in words: `Attendance recorded · Amara · “The first winter” · 3 Nov 2026`.
 * Those who may not read of them see none.
 */
export function useEvidenceOf(groupId: string, named: readonly string[]): Events {
  const may = useMay();
  const tag = `group:${groupId}`;
  const { data: recent } = useRead('listEvents', { query: { tag, order: 'descending', limit: 500 } }, { enabled: may('listEvents') });
  const missing = recent ? named.filter((id) => !recent.items.some((event) => event.id === id)).slice(0, MOST) : [];
  const { data: earlier } = useRead('listEvents', { query: { tag, ids: missing.join(',') } }, { enabled: missing.length > 0, keepPrevious: true });
  const events = [...(recent?.items ?? []), ...(earlier?.items ?? [])].map((event) => ({ event, ...(event.data as { memberId?: string; meetingId?: string; title?: string } | undefined) }));
  const ids = (field: 'memberId' | 'meetingId'): string[] => [...new Set(events.flatMap((each) => each[field] ?? []))].slice(0, MOST);
  const members = useGetMany<RecordOf<'members'>>('members', { ids: ids('memberId') }).data ?? [];
  const meetings = useGetMany<RecordOf<'meetings'>>('meetings', { ids: ids('meetingId') }).data ?? [];
  return new Map(
    events.map(({ event, memberId, meetingId, title }) => {
      const { id, time, withheld, subject } = event;
      const who = members.find((member) => member?.id === memberId)?.displayName;
      const where = title ?? meetings.find((meeting) => meeting?.id === meetingId)?.title;
      const words = [typeInWords(typeOf(event)), who, where && `“${where}”`, dayOf(time)].filter(Boolean).join(' · ');
      // A review is no evidence for itself.
      return [id, { words, to: documentOf(event)?.to, offered: !withheld && !subject?.startsWith('review-') }];
    }),
  );
}

const keyOf = (evidence: Evidence): string => (evidence.kind === 'event' ? evidence.eventId : `${evidence.url} ${evidence.title}`);

/** @param onRemove absent where nobody may take anything away. */
export function EvidenceList({ evidence, events, onRemove }: { evidence: readonly Evidence[]; events: Events; onRemove?(evidence: Evidence): void }): ReactNode {
  const t = useWords();
  if (evidence.length === 0) return null;
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 0.5 }}>
      {evidence.map((each) => {
        const { words, to } = each.kind === 'event' ? (events.get(each.eventId) ?? { words: t('alignment.evidence.someEvent'), to: undefined }) : { words: each.title, to: undefined };
        const link = each.kind === 'document' ? { href: each.url, target: '_blank', rel: 'noreferrer' } : to && { component: Link, to };
        return (
          <Stack key={keyOf(each)} component="li" direction="row" sx={{ gap: 0.75, alignItems: 'center', overflowWrap: 'anywhere' }}>
            {each.kind === 'event' ? <EventIcon fontSize="small" color="action" /> : <DescriptionIcon fontSize="small" color="action" />}
            {link ? (
              <MuiLink variant="body2" {...link}>
                {words}
              </MuiLink>
            ) : (
              <Typography variant="body2">{words}</Typography>
            )}
            {onRemove && (
              <Tooltip title={t('alignment.evidence.remove')}>
                <IconButton size="small" aria-label={`${t('alignment.evidence.remove')}: ${words}`} onClick={() => onRemove(each)}>
                  <CloseIcon fontSize="small" />
                </IconButton>
              </Tooltip>
            )}
          </Stack>
        );
      })}
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
  const [adding, setAdding] = useState<'event' | 'document'>();
  const add = (more: Evidence): void => {
    if (!evidence.some((each) => keyOf(each) === keyOf(more))) onChange([...evidence, more]);
    setAdding(undefined);
  };
  return (
    <Stack spacing={1}>
      <EvidenceList evidence={evidence} events={events} onRemove={(gone) => onChange(evidence.filter((other) => other !== gone))} />
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

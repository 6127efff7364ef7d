/** What a level rests on: events of the group, and documents at an address. */
import { Autocomplete, Button, Chip, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import EventIcon from '@mui/icons-material/BoltOutlined';
import { useState, type ReactNode } from 'react';
import type { Item } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import type { EventsById } from './rubric.js';
import type { Evidence } from './score.js';

type LogEvent = Item<'listEvents'>;

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** `relocon.MeetingClosed` → `Meeting closed · 3 Nov 2026`, with a title where there is one. */
function eventInWords({ type, time, data }: LogEvent): string {
  const name = type.replace('relocon.', '').replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const { title } = (data ?? {}) as { title?: unknown };
  return [name, ...(typeof title === 'string' ? [`“${title}”`] : []), TIME.format(new Date(time))].join(' · ');
}

function useEvidenceInWords(events: EventsById): (evidence: Evidence) => string {
  const t = useWords();
  return (evidence) => {
    if (evidence.kind === 'document') return evidence.title;
    const event = events.get(evidence.eventId);
    return event ? eventInWords(event) : t('alignment.evidence.olderEvent');
  };
}

const keyOf = (evidence: Evidence): string => (evidence.kind === 'event' ? evidence.eventId : `${evidence.url} ${evidence.title}`);

export function EvidenceList({ evidence, events }: { evidence: readonly Evidence[]; events: EventsById }): ReactNode {
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
  events: EventsById;
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

function EventChoice({ events, onChoose }: { events: EventsById; onChoose(eventId: string): void }): ReactNode {
  const t = useWords();
  return (
    <Autocomplete
      openOnFocus
      size="small"
      options={[...events.values()].filter(({ withheld }) => !withheld)}
      getOptionKey={({ id }) => id}
      getOptionLabel={eventInWords}
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

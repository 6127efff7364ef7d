/** One entry of a timeline: what happened, in a sentence whose people, groups and meetings are links. */
import { Box, Button, Collapse, Link as MuiLink, Stack, Typography } from '@mui/material';
import AutoStoriesIcon from '@mui/icons-material/AutoStories';
import EventAvailableIcon from '@mui/icons-material/EventAvailable';
import GroupsIcon from '@mui/icons-material/Groups';
import HandshakeIcon from '@mui/icons-material/Handshake';
import LightbulbIcon from '@mui/icons-material/LightbulbOutlined';
import PersonIcon from '@mui/icons-material/Person';
import SchoolIcon from '@mui/icons-material/School';
import TaskAltIcon from '@mui/icons-material/TaskAlt';
import type { SvgIconComponent } from '@mui/icons-material';
import { Fragment, useId, useState, type ReactNode } from 'react';
import { useResourceDefinitions } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Answer, Item } from '../api/client.js';
import { en, type MessageKey } from '../i18n/en.js';
import { useWords } from '../i18n/index.js';
import { ValueChip } from '../parts/value-chip.js';
import { ValueStory } from '../parts/value-story.js';
import { dayInWords, dayOf } from '../parts/when.js';
import { lasting } from './days.js';
import { Sentence, type Gaps } from './sentence.js';

export type Entry = Item<'readTimeline'>;
export type Names = Answer<'readTimeline'>['names'];
export type Kind = Entry['kind'];

/** In the order in which they can be chosen. */
export const KINDS: readonly Kind[] = ['learned', 'taught', 'helped', 'acted', 'attendance', 'membership', 'profile'];

const LOOKS: Readonly<Record<Kind, { Icon: SvgIconComponent; color: string }>> = {
  learned: { Icon: LightbulbIcon, color: 'secondary.main' },
  taught: { Icon: SchoolIcon, color: 'primary.main' },
  helped: { Icon: HandshakeIcon, color: 'info.main' },
  acted: { Icon: TaskAltIcon, color: 'success.main' },
  attendance: { Icon: EventAvailableIcon, color: 'text.secondary' },
  membership: { Icon: GroupsIcon, color: 'text.secondary' },
  profile: { Icon: PersonIcon, color: 'text.secondary' },
};

/** Fields of `details`, by what happened. */
interface Details {
  [field: string]: unknown;
  skill?: string;
  skills?: string[];
  level?: number;
  minutes?: number;
  role?: string;
  rsvp?: keyof typeof en.members.timeline.rsvp;
  status?: string;
  fields?: string[];
  hoursPerMonth?: number;
  capacity?: number;
  value?: keyof typeof en.reflections.value;
  valueStatus?: keyof typeof en.reflections.valueStatus;
  visibility?: keyof typeof en.members.timeline.visibility;
  dueOn?: string;
  reflectionId?: string;
  corrected?: { from: { outcome: keyof typeof en.members.outcome } | null; reason: string | null; at: string };
}

const detailsOf = ({ details }: Entry): Details => details;

export function TimelineEntry({ entry, names }: { entry: Entry; names: Names }): ReactNode {
  const { Icon, color } = LOOKS[entry.kind];
  const { reflectionId } = detailsOf(entry);
  return (
    <Stack direction="row" sx={{ gap: 1.5, py: 1.25 }}>
      <Box aria-hidden sx={{ width: 36, height: 36, borderRadius: '50%', border: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'grid', placeItems: 'center', flexShrink: 0, color }}>
        <Icon fontSize="small" />
      </Box>
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere', pt: 0.5 }}>
        <Typography>
          <WhatHappened entry={entry} names={names} />
        </Typography>
        <Words entry={entry} />
        <Correction entry={entry} />
        <Around entry={entry} names={names} />
        {reflectionId !== undefined && <Opened reflectionId={reflectionId} />}
      </Box>
    </Stack>
  );
}

function patternOf({ kind, what }: Entry): MessageKey | undefined {
  const name = what === 'introduced' ? `${what}-${kind}` : what;
  return name in en.members.timeline.what ? (`members.timeline.what.${name}` as MessageKey) : undefined;
}

function WhatHappened({ entry, names }: { entry: Entry; names: Names }): ReactNode {
  const t = useWords();
  const { groupId, meetingId, memberIds = [], words, what } = entry;
  const { skill, skills, level, minutes, role, rsvp, fields, hoursPerMonth, capacity } = detailsOf(entry);
  const pattern = patternOf(entry);
  if (!pattern) return what;
  const title = words?.title;
  const gaps: Gaps = {
    group: groupId && <Named to={`/groups/${groupId}/show`} name={names.groups[groupId]} />,
    meeting: meetingId && <Named to={`/meetings/${meetingId}/show`} name={names.meetings[meetingId]} />,
    people: memberIds.length > 0 && <People ids={memberIds} names={names} />,
    title: title ? `“${title}”` : /^action-/.test(what) ? t('members.timeline.untitled') : undefined,
    skill: skill && <strong>{skill}</strong>,
    skills: skills?.length ? skills.join(', ') : undefined,
    level,
    duration: minutes === undefined ? undefined : lasting(minutes),
    role: role && t(`members.memberships.role.${role === 'facilitator' ? 'facilitator' : 'member'}`).toLowerCase(),
    rsvp: rsvp && t(`members.timeline.rsvp.${rsvp}`),
    fields: fields?.map((field) => (field in en.members.fields ? t(`members.fields.${field as 'displayName'}`).toLowerCase() : field)).join(', '),
    hours: hoursPerMonth,
    capacity,
  };
  // A gap that is false is empty.
  return <Sentence pattern={t(pattern)} gaps={Object.fromEntries(Object.entries(gaps).filter(([, value]) => value !== false))} />;
}

function Named({ to, name }: { to: string; name: string | null | undefined }): ReactNode {
  const t = useWords();
  return (
    <MuiLink component={Link} to={to}>
      {name ?? t('members.erased')}
    </MuiLink>
  );
}

function People({ ids, names }: { ids: readonly string[]; names: Names }): ReactNode {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Named to={`/members/${id}/show`} name={names.members[id]} />
    </span>
  ));
}

/** Words that stand in the sentence already. */
const TOLD = ['title'];

function Words({ entry: { words = {} } }: { entry: Entry }): ReactNode {
  const t = useWords();
  const said = Object.entries(words).filter(([name, text]) => text && !TOLD.includes(name));
  if (said.length === 0) return null;
  return (
    <Stack component="blockquote" sx={{ m: 0, mt: 0.75, pl: 1.5, borderLeft: 3, borderColor: 'divider', gap: 0.5 }}>
      {said.map(([name, text]) => (
        <Typography key={name} variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          {name !== 'what' && name in en.members.timeline.words && (
            <Typography component="span" variant="body2" color="text.secondary">
              {t(`members.timeline.words.${name as 'what'}`)}:{' '}
            </Typography>
          )}
          {text}
        </Typography>
      ))}
    </Stack>
  );
}

function Correction({ entry }: { entry: Entry }): ReactNode {
  const t = useWords();
  const { corrected } = detailsOf(entry);
  if (!corrected) return null;
  const { from, reason, at } = corrected;
  return (
    <Typography variant="body2" sx={{ mt: 0.5, color: 'warning.main' }}>
      {from ? t('members.timeline.corrected', { day: dayOf(at), from: t(`members.outcome.${from.outcome}`) }) : t('members.timeline.correctedFromNothing', { day: dayOf(at) })} {reason && t('members.looks.reason', { reason })}
    </Typography>
  );
}

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** When, where, and how it stands. */
function Around({ entry, names }: { entry: Entry; names: Names }): ReactNode {
  const t = useWords();
  const { groupId, meetingId, occurredAt, kind } = entry;
  const { minutes, role, status, value, valueStatus, visibility, dueOn } = detailsOf(entry);
  const inSentence = patternOf(entry) ? t(patternOf(entry) as MessageKey) : '';
  const said: ReactNode[] = [
    TIME.format(new Date(occurredAt)),
    kind === 'attendance' && minutes !== undefined && lasting(minutes),
    groupId && !inSentence.includes('{group}') && <Named key="group" to={`/groups/${groupId}/show`} name={names.groups[groupId]} />,
    meetingId && !inSentence.includes('{meeting}') && names.meetings[meetingId] && <Named key="meeting" to={`/meetings/${meetingId}/show`} name={names.meetings[meetingId]} />,
    dueOn && entry.what === 'action-committed' && t('members.timeline.due', { day: dayInWords(dueOn) }),
    kind === 'acted' && role === 'helper' && t('members.timeline.asHelper'),
    visibility && t('members.timeline.seenBy', { whom: t(`members.timeline.visibility.${visibility}`) }),
    kind === 'helped' && status && !['confirmed', 'offered'].includes(status) && status in en.members.timeline.help && t(`members.timeline.help.${status as 'recorded'}`),
  ].filter(Boolean);
  return (
    <Typography component="div" variant="body2" color="text.secondary" sx={{ mt: 0.5, lineHeight: 1.8 }}>
      {value && (
        <Box component="span" sx={{ mr: 1 }}>
          <ValueChip value={value} valueStatus={valueStatus ?? 'claimed'} />
        </Box>
      )}
      {said.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
      <ItsPage entry={entry} />
    </Typography>
  );
}

const PAGES = { reflectionId: 'reflections', storyId: 'stories', helpId: 'help-exchanges', actionId: 'actions', introductionId: 'introductions' } as const;

/** The way to the page of what it tells of. */
function ItsPage({ entry }: { entry: Entry }): ReactNode {
  const t = useWords();
  const resources = useResourceDefinitions();
  const found = Object.entries(PAGES).find(([field]) => field in entry.details);
  if (!found || !resources[found[1]]?.hasShow) return null;
  return (
    <>
      {' · '}
      <MuiLink component={Link} to={`/${found[1]}/${String(entry.details[found[0]])}/show`}>
        {t('members.timeline.open')}
      </MuiLink>
    </>
  );
}

/** The value story of a reflection, read once somebody wants it. */
function Opened({ reflectionId }: { reflectionId: string }): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Box sx={{ mt: 0.5 }}>
      <Button size="small" startIcon={<AutoStoriesIcon />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ ml: -0.5, minHeight: 36 }}>
        {t(open ? 'valueStory.close' : 'valueStory.open')}
      </Button>
      <Collapse in={open} id={id} unmountOnExit>
        <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, mt: 0.5, bgcolor: 'background.default' }}>
          <ValueStory of={reflectionId} />
        </Box>
      </Collapse>
    </Box>
  );
}

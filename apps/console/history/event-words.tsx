/** What an event and who did it are called. */
import { Fragment, type ReactNode } from 'react';
import { useWords, type MessageKey } from '../i18n/index.js';
import { typeInWords } from '../parts/event-type.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { splitStream, typeOf, type LogEvent } from '../parts/event-documents.js';

export const titleOf = (event: LogEvent): string => typeInWords(typeOf(event));

const KINDS: Readonly<Record<string, MessageKey>> = {
  member: 'history.kinds.member',
  group: 'history.kinds.group',
  membership: 'history.kinds.membership',
  meeting: 'history.kinds.meeting',
  series: 'history.kinds.series',
  reflection: 'history.kinds.reflection',
  help: 'history.kinds.help',
  action: 'history.kinds.action',
  story: 'history.kinds.story',
  introduction: 'history.kinds.introduction',
  review: 'history.kinds.review',
  'open-review': 'history.kinds.review',
  pulse: 'history.kinds.pulse',
  account: 'history.kinds.account',
  claim: 'history.kinds.claim',
  key: 'history.kinds.key',
  calendar: 'history.kinds.calendar',
  reveal: 'history.kinds.reveal',
  export: 'history.kinds.export',
};

type Named = readonly [resource: 'members' | 'groups' | 'meetings', id: string];

/** Where it is not in the name of the stream: whom or which group an event is about. */
const ABOUT: Readonly<Record<string, readonly [resource: Named[0], field: string]>> = {
  meeting: ['members', 'memberId'],
  series: ['groups', 'groupId'],
  reflection: ['members', 'authorId'],
  help: ['members', 'giverId'],
  action: ['members', 'ownerId'],
  story: ['members', 'authorId'],
  introduction: ['members', 'seekerId'],
  review: ['groups', 'groupId'],
  'open-review': ['groups', 'groupId'],
  pulse: ['groups', 'groupId'],
  account: ['members', 'memberId'],
  claim: ['members', 'memberId'],
  key: ['members', 'memberId'],
  calendar: ['members', 'memberId'],
};

/** The people, groups and meetings that an event is about, in the order in which they are read. */
function aboutOf({ subject, data }: LogEvent): Named[] {
  const { kind, id } = splitStream(subject ?? '');
  const [group = '', member = ''] = id.split('.');
  if (kind === 'member') return [['members', id]];
  if (kind === 'group') return [['groups', id]];
  if (kind === 'membership') return [['members', member], ['groups', group]];
  const [resource, field] = ABOUT[kind] ?? [];
  const whom = field && data?.[field];
  return [...(kind === 'meeting' ? [['meetings', id] as const] : []), ...(resource && typeof whom === 'string' ? [[resource, whom] as const] : [])];
}

/** Whose names stand in the rows of events. */
export function namedIn(events: readonly LogEvent[]): Map<Named[0], Set<string>> {
  const named = new Map<Named[0], Set<string>>([['members', new Set()], ['groups', new Set()], ['meetings', new Set()]]);
  for (const event of events) {
    for (const [resource, id] of aboutOf(event)) named.get(resource)?.add(id);
    if (event.actorkind === 'member' && event.actorid !== undefined) named.get('members')?.add(event.actorid);
  }
  return named;
}

const NAMES = { members: MemberName, groups: GroupName, meetings: MeetingName };

/** What an event is about. @param plain without links. */
export function Subject({ event, plain = false }: { event: LogEvent; plain?: boolean }): ReactNode {
  const t = useWords();
  if (event.subject === undefined) return t('history.withheld');
  const { kind } = splitStream(event.subject);
  const named = aboutOf(event).map(([resource, id]) => {
    const Name = NAMES[resource];
    return <Name key={id} id={id} plain={plain} />;
  });
  // A stream that bears no name of its own says what it is.
  const parts = ['member', 'group', 'membership', 'meeting'].includes(kind) ? named : [KINDS[kind] ? t(KINDS[kind]) : kind, ...named];
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      {part}
    </Fragment>
  ));
}

export function Who({ event: { actorkind, actorid, actorvia }, plain = false }: { event: LogEvent; plain?: boolean }): ReactNode {
  const t = useWords();
  if (actorkind === undefined) return '—';
  if (actorkind === 'member') return <MemberName id={actorid} plain={plain} />;
  if (actorkind === 'key') return t('history.actors.key');
  if (actorkind === 'account') return t('history.actors.account');
  return t(actorvia === 'import' ? 'history.actors.import' : 'history.actors.system');
}

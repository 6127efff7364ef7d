/** The kinds of rows an import takes: their columns, and the command each row becomes. */
import type { AnyCommand, Refusal } from '#event-sourcing';
import { foundGroup } from '#features/groups/groups.decider.js';
import { giveRsvp, scheduleMeeting } from '#features/meetings/meetings.decider.js';
import { recordAttendance } from '#features/meetings/roll-call.decider.js';
import { registerMember } from '#features/members/members.decider.js';
import { joinGroup, leaveGroup } from '#features/memberships/memberships.decider.js';

export type RowKind = 'groups' | 'members' | 'memberships' | 'meetings' | 'rsvps' | 'attendance';

/** Column → text; an empty cell is absent. Dates are RFC 3339 by now, values ours. */
export type RowFields = Readonly<Record<string, string>>;

/** The kinds of things rows name by foreign ids. */
export type Thing = 'group' | 'member' | 'meeting';

export interface Column {
  name: string;
  required?: boolean;
  /** How a cell is read before it reaches the command. */
  as?: 'instant' | 'list' | 'integer' | 'choice';
  /** The thing this cell names. */
  names?: Thing;
  /** Where the command's refusals point to, when not the column's own field. */
  field?: string;
  about: string;
}

type Values = Record<string, unknown>;

export interface Kind {
  kind: RowKind;
  columns: readonly Column[];
  /** The thing a row brings into being; its foreign id is given one of ours. */
  creates?: Thing;
  /** Commands of a row, in order; values are typed, ids ours. */
  commands(row: Values): { command: AnyCommand; input: Values }[];
}

const without = (row: Values, ...names: string[]): Values => Object.fromEntries(Object.entries(row).filter(([name, value]) => !names.includes(name) && value !== undefined));

/** In the order in which they must come: later ones name what earlier ones bring. */
export const kinds: readonly Kind[] = [
  {
    kind: 'groups',
    creates: 'group',
    columns: [
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'your id of the group' },
      { name: 'name', required: true, about: 'up to 200 characters' },
      { name: 'purpose', field: 'purpose', about: 'the purpose in the first charter' },
      { name: 'topics', as: 'list', field: 'domain', about: 'domain of the first charter, separated by ;' },
      { name: 'founded_at', as: 'instant', field: 'occurredAt', about: 'when the group began' },
      { name: 'time_zone', field: 'timeZone', about: 'IANA zone; the map’s or UTC where empty' },
    ],
    commands: ({ group_id: groupId, name, purpose, topics = [], founded_at: occurredAt, time_zone: timeZone }) => [
      { command: foundGroup, input: without({ groupId, name, timeZone, occurredAt, charter: purpose === undefined ? undefined : { purpose, domain: topics } }) },
    ],
  },
  {
    kind: 'members',
    creates: 'member',
    columns: [
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'your id of the person' },
      { name: 'display_name', required: true, field: 'displayName', about: 'up to 200 characters' },
      { name: 'email', about: 'e-mail address' },
      { name: 'first_seen_at', as: 'instant', field: 'occurredAt', about: 'when the person became known; their earliest join or answer if that is earlier' },
      { name: 'interests', as: 'list', about: 'separated by ;' },
      { name: 'time_zone', field: 'timeZone', about: 'IANA zone' },
    ],
    commands: ({ member_id: memberId, display_name: displayName, email, first_seen_at: occurredAt, interests, time_zone: timeZone }) => [
      { command: registerMember, input: without({ memberId, displayName, email, occurredAt, interests, timeZone }) },
    ],
  },
  {
    kind: 'memberships',
    columns: [
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'which group' },
      { name: 'joined_at', required: true, as: 'instant', field: 'occurredAt', about: 'when they joined' },
      { name: 'left_at', as: 'instant', about: 'when they left; empty while they belong' },
    ],
    commands: ({ member_id: memberId, group_id: groupId, joined_at: occurredAt, left_at: leftAt }) => [
      { command: joinGroup, input: without({ memberId, groupId, occurredAt }) },
      ...(leftAt === undefined ? [] : [{ command: leaveGroup, input: { memberId, groupId, occurredAt: leftAt } }]),
    ],
  },
  {
    kind: 'meetings',
    creates: 'meeting',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'your id of the meeting' },
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'which group' },
      { name: 'title', required: true, about: 'up to 300 characters' },
      { name: 'starts_at', required: true, as: 'instant', field: 'startsAt', about: 'when it starts' },
      { name: 'ends_at', as: 'instant', field: 'endsAt', about: 'when it ends; empty if unknown' },
      { name: 'scheduled_at', as: 'instant', field: 'occurredAt', about: 'when it was planned; its first answer or start if that is earlier' },
      { name: 'place', about: 'where' },
      { name: 'status', about: 'not used: what happened is told by answers and attendance' },
    ],
    commands: ({ meeting_id: meetingId, group_id: groupId, title, starts_at: startsAt, ends_at: endsAt, scheduled_at: occurredAt, place }) => [
      { command: scheduleMeeting, input: without({ meetingId, groupId, title, startsAt, endsAt, occurredAt, place }) },
    ],
  },
  {
    kind: 'rsvps',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'which meeting' },
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'response', required: true, as: 'choice', about: 'yes, no, maybe or waitlist' },
      { name: 'guests', as: 'integer', about: 'how many they bring' },
      { name: 'responded_at', as: 'instant', field: 'firstGivenAt', about: 'when first answered' },
      { name: 'changed_at', as: 'instant', field: 'occurredAt', about: 'when last changed' },
    ],
    commands: ({ meeting_id: meetingId, member_id: memberId, response, guests, responded_at: one, changed_at: other }) => {
      const times = [one, other].filter((at): at is string => typeof at === 'string').sort();
      return [{ command: giveRsvp, input: without({ meetingId, memberId, response, guests, firstGivenAt: times[0], occurredAt: times.at(-1) }) }];
    },
  },
  {
    kind: 'attendance',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'which meeting' },
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'attendance', required: true, as: 'choice', field: 'outcome', about: 'present, late, apologised, absent, substitute, visitor or notExpected' },
      { name: 'minutes', as: 'integer', about: 'how long they were there' },
      { name: 'recorded_at', about: 'not used: attendance occurs at the meeting’s start' },
    ],
    commands: ({ meeting_id: meetingId, member_id: memberId, attendance: outcome, minutes }) => [
      { command: recordAttendance, input: { meetingId, how: 'import', entries: [without({ memberId, outcome, minutes })] } },
    ],
  },
];

export function kindOf(name: string): Kind | undefined {
  return kinds.find((each) => each.kind === name);
}

/** Why a cell that names a thing cannot be taken. */
export const notKnown = (thing: Thing): string => `names a ${thing} that is not known; is its row missing or refused?`;

/** The column a refusal points to, and its reason in words. */
export function placeOf(kind: Kind, refusal: Refusal): { column: string; reason: string } {
  const naming = kind.columns.find(({ names }) => names !== undefined && refusal.type === `no-such-${names}`);
  if (naming?.names) return { column: naming.name, reason: notKnown(naming.names) };
  for (const { pointer, detail } of refusal.errors ?? []) {
    const parts = pointer.split('/').filter(Boolean);
    const column = kind.columns.find((each) => parts.includes(each.field ?? each.name));
    if (column) return { column: column.name, reason: refusal.type === 'invalid-input' ? detail : refusal.detail };
  }
  return { column: '', reason: refusal.detail };
}

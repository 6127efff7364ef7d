/** The commands that a row of each table becomes. */
import type { AnyCommand, Refusal } from '#event-sourcing';
import { foundGroup } from '#features/groups/groups.decider.js';
import { giveRsvp, scheduleMeeting } from '#features/meetings/meetings.decider.js';
import { recordAttendance } from '#features/meetings/roll-call.decider.js';
import { registerMember } from '#features/members/members.decider.js';
import { joinGroup, leaveGroup } from '#features/memberships/memberships.decider.js';
import { tables, type RowKind, type Table, type Thing } from '#import-files/tables.js';

type Values = Record<string, unknown>;

export interface Kind extends Table {
  /** Commands of a row, in order; values are typed, ids ours. */
  commands(row: Values): RowCommand[];
}

export interface RowCommand {
  command: AnyCommand;
  input: Values;
  /** The column its time is from, where it is not that of the kind. */
  at?: string;
}

const without = (row: Values, ...names: string[]): Values => Object.fromEntries(Object.entries(row).filter(([name, value]) => !names.includes(name) && value !== undefined));

const commands: Readonly<Record<RowKind, Kind['commands']>> = {
  groups: ({ group_id: groupId, name, purpose, topics = [], founded_at: occurredAt, time_zone: timeZone }) => [
    { command: foundGroup, input: without({ groupId, name, timeZone, occurredAt, charter: purpose === undefined ? undefined : { purpose, domain: topics } }) },
  ],
  members: ({ member_id: memberId, display_name: displayName, email, first_seen_at: occurredAt, interests, time_zone: timeZone }) => [
    { command: registerMember, input: without({ memberId, displayName, email, occurredAt, interests, timeZone }) },
  ],
  memberships: ({ member_id: memberId, group_id: groupId, joined_at: occurredAt, left_at: leftAt }) => [
    { command: joinGroup, input: without({ memberId, groupId, occurredAt }) },
    ...(leftAt === undefined ? [] : [{ command: leaveGroup, input: { memberId, groupId, occurredAt: leftAt }, at: 'left_at' }]),
  ],
  meetings: ({ meeting_id: meetingId, group_id: groupId, title, starts_at: startsAt, ends_at: endsAt, scheduled_at: occurredAt, place }) => [
    { command: scheduleMeeting, input: without({ meetingId, groupId, title, startsAt, endsAt, occurredAt, place }) },
  ],
  rsvps: ({ meeting_id: meetingId, member_id: memberId, response, guests, responded_at: one, changed_at: other }) => {
    const times = [one, other].filter((at): at is string => typeof at === 'string').sort();
    return [{ command: giveRsvp, input: without({ meetingId, memberId, response, guests, firstGivenAt: times[0], occurredAt: times.at(-1) }) }];
  },
  attendance: ({ meeting_id: meetingId, member_id: memberId, attendance: outcome, minutes }) => [
    { command: recordAttendance, input: { meetingId, how: 'import', entries: [without({ memberId, outcome, minutes })] } },
  ],
};

const kinds: readonly Kind[] = tables.map((table) => ({ ...table, commands: commands[table.kind] }));

export function kindOf(name: string): Kind | undefined {
  return kinds.find((each) => each.kind === name);
}

/** Why a cell that names a thing cannot be taken. */
export const notKnown = (thing: Thing): string => `names a ${thing} that is not known; is its row missing or refused?`;

/** Why a row cannot be taken: a column, empty where it is the row as a whole, and the reason in words. */
export interface RowFault {
  column: string;
  reason: string;
}

/** The columns a refusal of one of its commands points to, each once. @returns at least one. */
export function faultsIn(kind: Kind, refusal: Refusal, at?: string): RowFault[] {
  const naming = kind.columns.find(({ names }) => names !== undefined && refusal.type === `no-such-${names}`);
  if (naming?.names) return [{ column: naming.name, reason: notKnown(naming.names) }];
  const found = new Map<string, RowFault>();
  for (const { pointer, detail } of refusal.errors ?? []) {
    const parts = pointer.split('/').filter(Boolean);
    const column = at !== undefined && parts.includes('occurredAt') ? at : kind.columns.find((each) => parts.includes(each.field ?? each.name))?.name;
    if (column !== undefined && !found.has(column)) found.set(column, { column, reason: refusal.type === 'invalid-input' ? detail : refusal.detail });
  }
  return found.size > 0 ? [...found.values()] : [{ column: '', reason: refusal.detail }];
}

/** A member's comings and goings on their timeline. */
import type { RecordedEvent, TimelineEntry, TimelineSource } from '#event-sourcing';
import type { MembershipEvent } from './memberships.events.js';

const WHAT: Record<MembershipEvent['type'], string> = {
  MembershipRequested: 'requested-to-join',
  MembershipDeclined: 'request-declined',
  MemberJoined: 'joined',
  MemberLeft: 'left',
  RoleAssigned: 'role-assigned',
};

interface State {
  entries: readonly TimelineEntry[];
  /** How often the member has joined, by group. */
  joins: Readonly<Record<string, number>>;
}

export const membershipTimeline: TimelineSource<State> = {
  initial: { entries: [], joins: {} },
  evolve(state, recorded: RecordedEvent, memberId) {
    const event = recorded as MembershipEvent;
    const what = WHAT[event.type];
    if (what === undefined || event.data.memberId !== memberId) return state;
    const { groupId } = event.data;
    const joins = event.type === 'MemberJoined' ? { ...state.joins, [groupId]: (state.joins[groupId] ?? 0) + 1 } : state.joins;
    const returned = event.type === 'MemberJoined' && (joins[groupId] ?? 0) > 1;
    const entry: TimelineEntry = {
      id: event.id,
      kind: 'membership',
      occurredAt: event.occurredAt,
      what: returned ? 'returned' : what,
      groupId,
      details: event.type === 'RoleAssigned' ? { role: event.data.role } : {},
      eventIds: [event.id],
    };
    return { entries: [...state.entries, entry], joins };
  },
  entries: (state) => state.entries,
};

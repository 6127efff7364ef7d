/** A member's comings and goings on their timeline. */
import type { TimelineEntry, TimelineSource } from '#event-sourcing';
import type { MembershipEvent } from './memberships.events.js';

const WHAT: Record<MembershipEvent['type'], string> = {
  MembershipRequested: 'requested-to-join',
  MembershipDeclined: 'request-declined',
  MemberJoined: 'joined',
  MemberLeft: 'left',
  RoleAssigned: 'role-assigned',
};

export const membershipTimeline: TimelineSource = {
  entries(events, memberId) {
    const joined = new Set<string>();
    return (events as readonly MembershipEvent[]).flatMap((event): TimelineEntry[] => {
      const what = WHAT[event.type];
      if (what === undefined || event.data.memberId !== memberId) return [];
      const { groupId } = event.data;
      const returned = event.type === 'MemberJoined' && joined.has(groupId);
      if (event.type === 'MemberJoined') joined.add(groupId);
      return [
        {
          id: event.id,
          kind: 'membership',
          occurredAt: event.occurredAt,
          what: returned ? 'returned' : what,
          groupId,
          details: event.type === 'RoleAssigned' ? { role: event.data.role } : {},
          eventIds: [event.id],
        },
      ];
    });
  },
};

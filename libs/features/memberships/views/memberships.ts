/** Memberships with all their periods; leaving keeps everything. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { ended, membershipEvents, membershipId, type MembershipDocument, type MembershipEvent } from '../memberships.events.js';
import { membershipPolicy } from '../memberships.policy.js';

const shapes = [[], ['groupId'], ['memberId'], ['status'], ['groupId', 'status'], ['memberId', 'status'], ['groupId', 'memberId']];

export const membershipsView = defineView<MembershipDocument, typeof membershipEvents>({
  name: 'memberships',
  version: 1,
  events: membershipEvents,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'joinedAt' })), 'audience'),
  fields: { groupId: 'id', memberId: 'id', status: 'string', joinedAt: 'instant', audience: 'list' },
  // Both ids are in the group's and in the member's tag; the group's would bring everybody's joins.
  tag: (id) => `member:${id.split('.')[1]}`,
  ids: (event) => [membershipId(event.data)],
  evolve(before, event) {
    const doc = before ?? blank(event);
    switch (event.type) {
      case 'MembershipRequested':
        return { ...doc, status: 'requested', requestedAt: event.occurredAt };
      case 'MembershipDeclined':
        return { ...doc, status: doc.periods.length > 0 ? 'left' : 'declined', reason: event.data.reason ?? null };
      case 'MemberJoined':
        return { ...doc, status: 'active', role: 'member', periods: [...doc.periods, { from: event.occurredAt }], joinedAt: event.occurredAt, leftAt: null, reason: null };
      case 'MemberLeft':
        return { ...doc, status: 'left', periods: [...ended(doc.periods, event.occurredAt)], leftAt: event.occurredAt, reason: event.data.reason ?? null };
      case 'RoleAssigned':
        return { ...doc, role: event.data.role };
      default:
        event satisfies never;
        return doc;
    }
  },
});

function blank({ data }: MembershipEvent): MembershipDocument {
  const { groupId, memberId } = data;
  const doc: MembershipDocument = {
    id: membershipId(data),
    groupId,
    memberId,
    status: 'requested',
    role: 'member',
    periods: [],
    joinedAt: null,
    leftAt: null,
    requestedAt: null,
    reason: null,
    audience: [],
  };
  return { ...doc, audience: audienceFor(membershipPolicy.documents.memberships, doc) };
}

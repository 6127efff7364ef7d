/** Who may do what to memberships. */
import { definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';
import { MemberLeft, RoleAssigned, type MembershipDocument } from './memberships.events.js';

const memberships: DocumentPolicy<MembershipDocument> = {
  self: ({ memberId }) => memberId,
  group: ({ groupId }) => groupId,
  read: { any: [...STAFF, 'self', 'group'] },
  // Why somebody left or was declined is about them.
  fields: { reason: [...STAFF, 'self', 'facilitator'] },
};

export const membershipPolicy = definePolicy({
  commands: {
    requestMembership: ['administrator', 'integrator', 'self'],
    approveRequest: ['administrator', 'integrator', 'facilitator'],
    declineRequest: ['administrator', 'integrator', 'facilitator'],
    joinGroup: ['administrator', 'integrator', 'facilitator'],
    leaveGroup: ['administrator', 'integrator', 'self', 'facilitator'],
    assignRole: ['administrator', 'integrator'],
  },
  documents: { memberships },
  withdraws: [MemberLeft.type, RoleAssigned.type],
});

/** /api/v1/groups/{id}/join and its kin, and /api/v1/memberships */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import * as commands from './memberships.decider.js';
import { role } from './memberships.events.js';
import { membershipPolicy } from './memberships.policy.js';
import { membershipsView } from './views/memberships.js';

const memberId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const idField = 'groupId';

export const GroupMembershipsController = defineResource({
  path: 'groups',
  tag: 'Memberships',
  commands: [
    { verb: 'request', command: commands.requestMembership, records: 'MembershipRequested', idField, summary: 'Ask to join a group', example: { memberId } },
    { verb: 'approve', command: commands.approveRequest, records: 'MemberJoined', idField, summary: 'Approve a request to join', example: { memberId } },
    { verb: 'decline', command: commands.declineRequest, records: 'MembershipDeclined', idField, summary: 'Decline a request to join', example: { memberId, reason: 'The group is full until autumn.' } },
    { verb: 'join', command: commands.joinGroup, records: 'MemberJoined', idField, summary: 'Record that a member joined', description: 'Also for somebody who returns: they get a second period.', example: { memberId, occurredAt: '2026-01-12T18:00:00Z' } },
    { verb: 'leave', command: commands.leaveGroup, records: 'MemberLeft', idField, summary: 'Record that a member left', description: 'Everything recorded stays.', example: { memberId, reason: 'Moved away.' } },
    { verb: 'assign-role', command: commands.assignRole, records: 'RoleAssigned', idField, addressField: 'fromAddress', sensitive: true, scope: 'roles:write', summary: 'Make a member facilitator, or plain member again', example: { memberId, role: 'facilitator', reason: 'Elected at the autumn meeting.' } },
  ],
});

export const MembershipsController = defineResource({
  path: 'memberships',
  tag: 'Memberships',
  reads: {
    view: membershipsView,
    schema: z.strictObject({
      id: z.string().max(100).describe('`{groupId}.{memberId}`'),
      groupId: z.uuid(),
      memberId: z.uuid(),
      status: z.enum(['requested', 'declined', 'active', 'left']),
      role,
      periods: z.array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().optional() })).max(10_000).describe('[from, to); the last may be open.'),
      joinedAt: z.iso.datetime().nullable(),
      leftAt: z.iso.datetime().nullable(),
      requestedAt: z.iso.datetime().nullable(),
      reason: z.string().max(1_000).nullable().optional().describe('For the member, the group’s facilitators and staff.'),
    }),
    singular: 'membership',
    plural: 'memberships',
    example: { id: `${groupId}.${memberId}`, groupId, memberId, status: 'active', role: 'member', periods: [{ from: '2026-01-12T18:00:00.000Z' }], joinedAt: '2026-01-12T18:00:00.000Z', leftAt: null, requestedAt: null },
    policy: membershipPolicy.documents.memberships,
  },
});

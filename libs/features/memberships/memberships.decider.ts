/** What may be recorded of a membership: request → approved or declined → left → may return. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, streamName, text, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, refuseGroup } from '../groups/groups.events.js';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember } from '../members/members.events.js';
import {
  MemberJoined,
  MemberLeft,
  MembershipDeclined,
  membershipEvents,
  membershipId,
  MembershipRequested,
  membershipStanding,
  notAMember,
  role,
  RoleAssigned,
  type MembershipStanding,
} from './memberships.events.js';
import { membershipPolicy } from './memberships.policy.js';

export const memberships = defineDecider({
  name: 'membership',
  events: membershipEvents,
  initial: membershipStanding.initial,
  evolve: (state: MembershipStanding, event) => membershipStanding.evolve(state, event),
});

const may = membershipPolicy.commands;
const both = { groupId: z.uuid(), memberId: z.uuid() };
const occurredAt = instant.optional();
const reason = text(1_000).optional();
interface Both {
  groupId: string;
  memberId: string;
}
const ofMember = (input: Both) => input.memberId;
const ofGroup = (input: Both) => input.groupId;
const groupAndMember = ({ groupId, memberId }: Both) => ({
  group: { fold: groupStanding, stream: streamName('group', groupId) },
  member: { fold: memberStanding, stream: streamName('member', memberId) },
});

export const alreadyMember = defineRefusal('already-a-member', 'Already a member of this group');
export const alreadyRequested = defineRefusal('already-requested', 'A request is open already');
export const noOpenRequest = defineRefusal('no-open-request', 'There is no open request');
export const datesRunBackwards = defineRefusal('dates-run-backwards', 'That lies before what is recorded already', 422);

/** Within one membership dates never run backwards. */
function refuseDate(at: string, state: MembershipStanding, now: string): Refusal | undefined {
  if (at < state.changedAt) {
    return datesRunBackwards('Something later is recorded of this membership already, and within one membership dates never run backwards.', {
      errors: [{ pointer: '/occurredAt', detail: 'lies before the last change of this membership' }],
    });
  }
  return refuseFuture(at, now, 'occurredAt');
}

/** The present moment, or the last change where a clock ran ahead. */
function whenever(at: string | undefined, state: MembershipStanding, now: string): string {
  return at ?? (state.changedAt > now ? state.changedAt : now);
}

const joining = [noSuchGroup, groupArchived, noSuchMember, memberErased, alreadyMember, inFuture, datesRunBackwards] as const;

export const requestMembership = defineCommand(memberships, {
  name: 'requestMembership',
  input: z.strictObject({ ...both, occurredAt }),
  id: membershipId,
  needs: groupAndMember,
  policy: { allow: may.requestMembership, self: ofMember },
  refusals: [...joining, alreadyRequested],
  decide({ groupId, memberId, occurredAt: at }, state, { now, needs }) {
    const when = whenever(at, state, now);
    const refused = refuseGroup(needs.group) ?? refuseMember(needs.member) ?? refuseDate(when, state, now);
    if (refused) return refused;
    if (state.memberSince !== undefined) return alreadyMember('This member belongs to the group already.');
    if (state.requestedAt !== undefined) return alreadyRequested('This member has asked to join already; the request waits for an answer.');
    return [MembershipRequested.at(when, { groupId, memberId })];
  },
});

export const approveRequest = defineCommand(memberships, {
  name: 'approveRequest',
  input: z.strictObject({ ...both, occurredAt }),
  id: membershipId,
  needs: groupAndMember,
  policy: { allow: may.approveRequest, group: ofGroup },
  refusals: [...joining, noOpenRequest],
  decide({ groupId, memberId, occurredAt: at }, state, { now, needs }) {
    const when = whenever(at, state, now);
    const refused = refuseGroup(needs.group) ?? refuseMember(needs.member) ?? refuseDate(when, state, now);
    if (refused) return refused;
    if (state.memberSince !== undefined) return alreadyMember('This member belongs to the group already.');
    if (state.requestedAt === undefined) return noOpenRequest('This member has no open request to join this group.');
    return [MemberJoined.at(when, { groupId, memberId })];
  },
});

export const declineRequest = defineCommand(memberships, {
  name: 'declineRequest',
  input: z.strictObject({ ...both, reason, occurredAt }),
  id: membershipId,
  policy: { allow: may.declineRequest, group: ofGroup },
  refusals: [noOpenRequest, inFuture, datesRunBackwards],
  decide({ groupId, memberId, reason: why, occurredAt: at }, state, { now }) {
    const when = whenever(at, state, now);
    const refused = refuseDate(when, state, now);
    if (refused) return refused;
    if (state.requestedAt === undefined) return noOpenRequest('This member has no open request to join this group.');
    return [MembershipDeclined.at(when, { groupId, memberId, ...(why !== undefined && { reason: why }) })];
  },
});

export const joinGroup = defineCommand(memberships, {
  name: 'joinGroup',
  input: z.strictObject({ ...both, occurredAt }),
  id: membershipId,
  needs: groupAndMember,
  policy: { allow: may.joinGroup, group: ofGroup },
  refusals: joining,
  decide({ groupId, memberId, occurredAt: at }, state, { now, needs }) {
    const when = whenever(at, state, now);
    const refused = refuseGroup(needs.group) ?? refuseMember(needs.member);
    if (refused) return refused;
    if (state.memberSince !== undefined) return alreadyMember('This member belongs to the group already.');
    return refuseDate(when, state, now) ?? [MemberJoined.at(when, { groupId, memberId })];
  },
});

export const leaveGroup = defineCommand(memberships, {
  name: 'leaveGroup',
  input: z.strictObject({ ...both, reason, occurredAt }),
  id: membershipId,
  policy: { allow: may.leaveGroup, self: ofMember, group: ofGroup },
  refusals: [notAMember, inFuture, datesRunBackwards],
  decide({ groupId, memberId, reason: why, occurredAt: at }, state, { now }) {
    const when = whenever(at, state, now);
    if (state.memberSince === undefined) return notAMember('This member does not belong to the group, so they cannot leave it.');
    return refuseDate(when, state, now) ?? [MemberLeft.at(when, { groupId, memberId, ...(why !== undefined && { reason: why }) })];
  },
});

export const assignRole = defineCommand(memberships, {
  name: 'assignRole',
  /** `fromAddress`: the network address the request came from; the route gives it. */
  input: z.strictObject({ ...both, role, reason, fromAddress: z.string().max(64).optional(), occurredAt }),
  id: membershipId,
  policy: { allow: may.assignRole },
  refusals: [notAMember, inFuture, datesRunBackwards],
  decide({ groupId, memberId, role: wanted, reason: why, fromAddress, occurredAt: at }, state, { now }) {
    const when = whenever(at, state, now);
    if (state.memberSince === undefined) return notAMember('Only somebody who belongs to the group has a role in it.');
    const refused = refuseDate(when, state, now);
    if (refused) return refused;
    return state.role === wanted ? [] : [RoleAssigned.at(when, { groupId, memberId, role: wanted, ...(why !== undefined && { reason: why }), ...(fromAddress !== undefined && { fromAddress }) })];
  },
});

export const membershipCommands = [requestMembership, approveRequest, declineRequest, joinGroup, leaveGroup, assignRole] as const;

/** Checking in: somebody says themself that they are at a meeting, by the code that is shown there. */
import { z } from 'zod';
import { defineCommand, defineRefusal, plus, streamName } from '#event-sourcing';
import { memberErased, memberStanding, noSuchMember, refuseMember } from '../members/members.events.js';
import { membershipId, membershipStanding } from '../memberships/memberships.events.js';
import { AttendanceRecorded, noSuchMeeting, type AttendanceOutcome } from './meetings.events.js';
import { meetingCancelled, meetingClosed, ofMeeting, planOf } from './meetings.decider.js';
import { meetingPolicy } from './meetings.policy.js';
import { meetings } from './meetings.state.js';
import { alreadyRecorded, minutesOf, occurring } from './roll-call.decider.js';

export const checkInNotOpen = defineRefusal('check-in-not-open', 'Nobody checks in to this meeting now');
export const notOfTheGroup = defineRefusal('not-of-the-group', 'You do not belong to the group of this meeting');

const MINUTE_MS = 60_000;
const OPENS_BEFORE_MS = 30 * MINUTE_MS;
/** Of a meeting whose end is unknown. */
const OPEN_FOR_MS = 3 * 60 * MINUTE_MS;
/** However long it lasts. */
export const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** Whoever comes after that is late. */
const LATE_AFTER_MS = 10 * MINUTE_MS;

/** When people check in: half-open. */
export function checkInWindow({ startsAt, endsAt }: { startsAt: string; endsAt?: string | null | undefined }): { opensAt: string; closesAt: string } {
  const longest = plus(startsAt, LONGEST_MS);
  const end = endsAt ?? plus(startsAt, OPEN_FOR_MS);
  return { opensAt: plus(startsAt, -OPENS_BEFORE_MS), closesAt: end < longest ? end : longest };
}

const CAME: readonly AttendanceOutcome[] = ['present', 'late', 'substitute', 'visitor'];

export const checkIn = defineCommand(meetings, {
  name: 'checkIn',
  input: z.strictObject({ meetingId: z.uuid(), memberId: z.uuid() }),
  id: ofMeeting,
  needs: ({ memberId }, { plan }) => ({
    member: { fold: memberStanding, stream: streamName('member', memberId) },
    membership: { fold: membershipStanding, stream: plan && streamName('membership', membershipId({ groupId: plan.groupId, memberId })) },
  }),
  policy: { allow: meetingPolicy.commands.checkIn, self: ({ memberId }) => memberId },
  refusals: [noSuchMeeting, meetingCancelled, meetingClosed, checkInNotOpen, notOfTheGroup, alreadyRecorded, noSuchMember, memberErased],
  decide({ meetingId, memberId }, state, { now, needs }) {
    const plan = planOf(state);
    if ('refused' in plan) return plan;
    if (state.closed) return meetingClosed('The roll call of this meeting has ended: ask who facilitates it to put down that you were there.');
    const { opensAt, closesAt } = checkInWindow(plan);
    if (now < opensAt || now >= closesAt) return checkInNotOpen('People check in from half an hour before a meeting until it ends. If you were there, ask who facilitates it to put that down.');
    const refused = refuseMember(needs.member);
    if (refused) return refused;
    if (needs.membership.memberSince === undefined) return notOfTheGroup('Those who belong to the group check in themselves; ask who facilitates the meeting to put you down as a visitor.');
    const known = state.attendance[memberId]?.value.outcome;
    if (known !== undefined) return CAME.includes(known) ? [] : alreadyRecorded('Something else is recorded of you at this meeting already: ask who facilitates it to correct that.');
    const value = { outcome: now > plus(plan.startsAt, LATE_AFTER_MS) ? ('late' as const) : ('present' as const) };
    const minutes = minutesOf(plan, value);
    return [AttendanceRecorded.at(occurring(plan, now), { groupId: plan.groupId, meetingId, startsAt: plan.startsAt, memberId, ...value, ...(minutes !== undefined && { minutes }), how: 'code' })];
  },
});

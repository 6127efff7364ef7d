/** Planning a meeting, and answering to it. The roll call stands in roll-call.decider.ts. */
import { z } from 'zod';
import { defineCommand, defineRefusal, instant, line, localTime, minutesBetween, nowOrAfter, plus, streamName, text, timeZone, type NewEvent, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, refuseGroup } from '../groups/groups.events.js';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember } from '../members/members.events.js';
import { ApologyReceived, guests, MeetingCancelled, MeetingRescheduled, MeetingScheduled, meetingMode, noSuchMeeting, RsvpGiven, rsvpResponse } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { everybodyIn, meetings, type MeetingState } from './meetings.state.js';

export const alreadyScheduled = defineRefusal('already-scheduled', 'This meeting is scheduled already');
export const meetingCancelled = defineRefusal('meeting-cancelled', 'This meeting was cancelled');
export const endsBeforeStart = defineRefusal('ends-before-it-starts', 'The end lies before the start', 422);
export const meetingClosed = defineRefusal('meeting-closed', 'This meeting is closed');
export const attendanceExists = defineRefusal('attendance-exists', 'Attendance is recorded already');

const meetingId = z.uuid();
const memberId = z.uuid();
const occurredAt = instant.optional();
const reason = text(1_000).optional();
export const ofMeeting = (input: { meetingId: string }): string => input.meetingId;
export const ofItsGroup = (_input: unknown, state: MeetingState): string | undefined => state.plan?.groupId;

const may = meetingPolicy.commands;

const unknown = () => noSuchMeeting('There is no meeting with this id.');
const cancelled = () => meetingCancelled('This meeting was cancelled, so nothing more is recorded for it.');

/** What can be done to a meeting that stands; the plan, or why not. */
export function planOf(state: MeetingState): NonNullable<MeetingState['plan']> | Refusal {
  if (!state.plan) return unknown();
  return state.cancelledAt === undefined ? state.plan : cancelled();
}

/** A meeting lasts less than fifteen days: longer is a slip of the pen. */
const LONGEST_MINUTES = 15 * 24 * 60;

function refuseEnd(startsAt: string, endsAt: string | undefined): Refusal | undefined {
  if (endsAt === undefined) return undefined;
  const minutes = minutesBetween(startsAt, endsAt);
  if (minutes >= 0 && minutes <= LONGEST_MINUTES && endsAt > startsAt) return undefined;
  return endsBeforeStart('A meeting ends after it starts, and within fifteen days.', { errors: [{ pointer: '/endsAt', detail: 'must lie after the start, and within fifteen days' }] });
}

export function timesOf(startsAt: string, endsAt: string | undefined, zone: string) {
  return { startsAt, localStart: localTime(startsAt, zone), ...(endsAt !== undefined && { endsAt, localEnd: localTime(endsAt, zone) }) };
}

export const scheduleMeeting = defineCommand(meetings, {
  name: 'scheduleMeeting',
  input: z.strictObject({
    meetingId,
    groupId: z.uuid(),
    title: line(300),
    startsAt: instant,
    endsAt: instant.optional(),
    timeZone: timeZone.optional(),
    mode: meetingMode.optional(),
    place: line(300).optional(),
    occurredAt,
  }),
  mints: 'meetingId',
  id: ofMeeting,
  needs: ({ groupId }) => ({ group: { fold: groupStanding, stream: streamName('group', groupId) } }),
  policy: { allow: may.scheduleMeeting, group: (input) => input.groupId },
  refusals: [alreadyScheduled, noSuchGroup, groupArchived, endsBeforeStart, inFuture],
  decide({ meetingId: id, groupId, title, startsAt, endsAt, timeZone: zone, mode, place, occurredAt: at }, state, { now, needs }) {
    if (state.plan) return alreadyScheduled('This meeting is scheduled already; reschedule it instead.');
    const when = at ?? now;
    const refused = refuseGroup(needs.group) ?? refuseEnd(startsAt, endsAt) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const where = zone ?? needs.group.timeZone;
    return [
      MeetingScheduled.at(when, {
        groupId,
        meetingId: id,
        title,
        timeZone: where,
        ...timesOf(startsAt, endsAt, where),
        ...(mode !== undefined && { mode }),
        ...(place !== undefined && { place }),
      }),
    ];
  },
});

export const rescheduleMeeting = defineCommand(meetings, {
  name: 'rescheduleMeeting',
  input: z.strictObject({
    meetingId,
    title: line(300).optional(),
    startsAt: instant.optional(),
    endsAt: instant.nullable().optional(),
    timeZone: timeZone.optional(),
    mode: meetingMode.nullable().optional(),
    place: line(300).nullable().optional(),
  }),
  id: ofMeeting,
  policy: { allow: may.rescheduleMeeting, group: ofItsGroup },
  refusals: [noSuchMeeting, meetingCancelled, meetingClosed, attendanceExists, endsBeforeStart],
  decide({ meetingId: id, ...wanted }, state, { now }) {
    const plan = planOf(state);
    if ('refused' in plan) return plan;
    const startsAt = wanted.startsAt ?? plan.startsAt;
    if (startsAt !== plan.startsAt && Object.keys(state.attendance).length > 0) {
      return attendanceExists('Attendance is recorded for this meeting already, so it cannot be moved.', { errors: [{ pointer: '/startsAt', detail: 'cannot change once attendance is recorded' }] });
    }
    // A meeting that is moved keeps its length unless told otherwise.
    const moved = Date.parse(startsAt) - Date.parse(plan.startsAt);
    const endsAt = wanted.endsAt === null ? undefined : (wanted.endsAt ?? (plan.endsAt === undefined ? undefined : plus(plan.endsAt, moved)));
    if (state.closed && (startsAt !== plan.startsAt || endsAt !== plan.endsAt)) {
      const pointer = startsAt === plan.startsAt ? '/endsAt' : '/startsAt';
      return meetingClosed('This meeting is closed: it took place when it did. Its title, place and mode can still be corrected.', { errors: [{ pointer, detail: 'cannot change once the meeting is closed' }] });
    }
    const refused = refuseEnd(startsAt, endsAt);
    if (refused) return refused;
    const zone = wanted.timeZone ?? plan.timeZone;
    const next = {
      title: wanted.title ?? plan.title,
      timeZone: zone,
      startsAt,
      endsAt,
      mode: wanted.mode === null ? undefined : (wanted.mode ?? plan.mode),
      place: wanted.place === null ? undefined : (wanted.place ?? plan.place),
    };
    return rescheduling(id, state, next, now);
  },
});

type Plan = NonNullable<MeetingState['plan']>;
type Intended = Pick<Plan, 'title' | 'timeZone' | 'startsAt'> & { endsAt: Plan['endsAt'] | undefined; mode: Plan['mode'] | undefined; place: Plan['place'] | undefined };

/** What makes a meeting what it is to be: nothing where it is so already. @param seriesId where it follows its series. */
export function rescheduling(id: string, state: MeetingState, next: Intended, now: string, seriesId?: string): NewEvent[] {
  const plan = state.plan as Plan;
  const cleared = (['endsAt', 'mode', 'place'] as const).filter((field) => plan[field] !== undefined && next[field] === undefined);
  const changed = (['title', 'startsAt', 'endsAt', 'timeZone', 'mode', 'place'] as const).filter((field) => next[field] !== undefined && next[field] !== plan[field]);
  if (cleared.length === 0 && changed.length === 0) return [];
  const { startsAt, localStart, localEnd } = timesOf(next.startsAt, next.endsAt, next.timeZone);
  return [
    MeetingRescheduled.at(nowOrAfter(now, state.plannedAt), {
      groupId: plan.groupId,
      meetingId: id,
      startsAt,
      localStart,
      ...(localEnd !== undefined && { localEnd }),
      ...Object.fromEntries(changed.filter((field) => field !== 'startsAt').map((field) => [field, next[field]])),
      ...(cleared.length > 0 && { cleared }),
      ...(seriesId !== undefined && { seriesId }),
      memberIds: everybodyIn(state),
    }),
  ];
}

export const cancelMeeting = defineCommand(meetings, {
  name: 'cancelMeeting',
  input: z.strictObject({ meetingId, reason, occurredAt }),
  id: ofMeeting,
  policy: { allow: may.cancelMeeting, group: ofItsGroup },
  refusals: [noSuchMeeting, meetingCancelled, meetingClosed, attendanceExists, inFuture],
  decide({ meetingId: id, reason: why, occurredAt: at }, state, { now }) {
    if (!state.plan) return unknown();
    if (state.cancelledAt !== undefined) return meetingCancelled('This meeting was cancelled already.');
    if (Object.keys(state.attendance).length > 0) return attendanceExists('Attendance is recorded for this meeting already, so it took place and cannot be cancelled.');
    if (state.closed) return meetingClosed('This meeting is closed: it took place, and cannot be cancelled any more.');
    const { groupId, startsAt } = state.plan;
    const when = at ?? nowOrAfter(now, state.plannedAt);
    return (
      refuseFuture(when, now, 'occurredAt') ?? [
        MeetingCancelled.at(when, { groupId, meetingId: id, startsAt, ...(why !== undefined && { reason: why }), memberIds: everybodyIn(state) }),
      ]
    );
  },
});

const theMember = ({ memberId: id }: { memberId: string }) => ({ member: { fold: memberStanding, stream: streamName('member', id) } });
const ofTheMember = (input: { memberId: string }) => input.memberId;
const answering = [noSuchMeeting, meetingCancelled, noSuchMember, memberErased, inFuture] as const;

// An answer can precede joining and come after the start: nothing of it is refused ("Rules that are easy to get wrong" in domain.md).
export const giveRsvp = defineCommand(meetings, {
  name: 'giveRsvp',
  input: z.strictObject({ meetingId, memberId, response: rsvpResponse, guests: guests.default(0), firstGivenAt: instant.optional(), occurredAt }),
  id: ofMeeting,
  needs: theMember,
  policy: { allow: may.giveRsvp, self: ofTheMember, group: ofItsGroup },
  refusals: answering,
  decide({ meetingId: id, memberId: who, response, guests: others, firstGivenAt, occurredAt: at }, state, { now, needs }) {
    const known = state.answers[who];
    const when = at ?? nowOrAfter(now, known?.at, state.cancelledAt);
    if (!state.plan) return unknown();
    if (state.cancelledAt !== undefined && when >= state.cancelledAt) return cancelled();
    const refused = refuseMember(needs.member) ?? refuseFuture(when, now, 'occurredAt') ?? refuseFuture(firstGivenAt ?? when, now, 'firstGivenAt');
    if (refused) return refused;
    if (known && known.response === response && known.guests === others && known.at <= when) return [];
    const { groupId, startsAt } = state.plan;
    return [
      RsvpGiven.at(when, { groupId, meetingId: id, startsAt, memberId: who, response, guests: others, ...(firstGivenAt !== undefined && firstGivenAt < when && { firstGivenAt }) }),
    ];
  },
});

export const receiveApology = defineCommand(meetings, {
  name: 'receiveApology',
  input: z.strictObject({ meetingId, memberId, reason, occurredAt }),
  id: ofMeeting,
  needs: theMember,
  policy: { allow: may.receiveApology, self: ofTheMember, group: ofItsGroup },
  refusals: answering,
  decide({ meetingId: id, memberId: who, reason: why, occurredAt: at }, state, { now, needs }) {
    const when = at ?? nowOrAfter(now, state.cancelledAt);
    if (!state.plan) return unknown();
    if (state.cancelledAt !== undefined && when >= state.cancelledAt) return cancelled();
    const refused = refuseMember(needs.member) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    if (state.apologies[who] !== undefined) return [];
    const { groupId, startsAt } = state.plan;
    return [ApologyReceived.at(when, { groupId, meetingId: id, startsAt, memberId: who, ...(why !== undefined && { reason: why }) })];
  },
});

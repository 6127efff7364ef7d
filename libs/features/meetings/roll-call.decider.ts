/** The roll call of a meeting, its corrections and its end. */
import { z } from 'zod';
import { defineCommand, defineRefusal, inTheFuture, minutesBetween, streamName, text, type DecideContext, type ItemOutcome, type Needs, type NewEvent, type Refusal } from '#event-sourcing';
import { memberErased, memberStanding, noSuchMember, refuseMember, type MemberStanding } from '../members/members.events.js';
import {
  AttendanceCorrected,
  attendanceOutcome,
  AttendanceRecorded,
  MeetingClosed,
  minutesAttended,
  noSuchMeeting,
  recordedHow,
  type AttendanceValue,
} from './meetings.events.js';
import { meetingCancelled, meetingClosed, ofItsGroup, ofMeeting, planOf } from './meetings.decider.js';
import { meetingPolicy } from './meetings.policy.js';
import { everybodyIn, meetings, valueOf, type MeetingState } from './meetings.state.js';

export const meetingNotBegun = defineRefusal('meeting-not-begun', 'This meeting has not begun yet');
export const alreadyRecorded = defineRefusal('attendance-already-recorded', 'This attendance is recorded already');
export const minutesNotAllowed = defineRefusal('minutes-without-attendance', 'Minutes belong to somebody who came', 422);
export const minutesBeyondMeeting = defineRefusal('minutes-beyond-the-meeting', 'So many minutes lie beyond the meeting', 422);
export const nothingToCorrect = defineRefusal('nothing-to-correct', 'There is nothing to correct');
export const outcomesMissing = defineRefusal('outcomes-missing', 'Somebody has no outcome yet');

/** The largest roll call one request takes. */
export const MAX_ROLL_CALL = 500;

const may = meetingPolicy.commands;
const meetingId = z.uuid();
const memberId = z.uuid();

const CAME: readonly AttendanceValue['outcome'][] = ['present', 'late', 'substitute', 'visitor'];

type Plan = NonNullable<MeetingState['plan']>;

/** Attendance occurs at the meeting's start, or now, if recorded earlier ("Two times" in domain.md). */
export function occurring(plan: Plan, now: string): string {
  return plan.startsAt < now ? plan.startsAt : now;
}

/** Whoever came for the whole of a meeting of known length was there that long, unless somebody says otherwise. */
export function minutesOf(plan: Plan, { outcome, minutes }: AttendanceValue): number | undefined {
  if (minutes !== undefined) return minutes;
  const whole = (outcome === 'present' || outcome === 'substitute') && plan.endsAt !== undefined;
  return whole ? Math.min(1_440, minutesBetween(plan.startsAt, plan.endsAt as string)) : undefined;
}

/** People come early and stay; longer than this is a slip of the pen, which would count as hours attended. */
const BEYOND_MINUTES = 4 * 60;

function refuseMinutes({ startsAt, endsAt }: Plan, { outcome, minutes }: AttendanceValue): Refusal | undefined {
  if (minutes === undefined) return undefined;
  const most = endsAt === undefined ? undefined : minutesBetween(startsAt, endsAt) + BEYOND_MINUTES;
  if (CAME.includes(outcome)) {
    if (most === undefined || minutes <= most) return undefined;
    return minutesBeyondMeeting(`Nobody is at this meeting for more than ${most} minutes, its length and four hours: where it lasted longer, change its end before it is closed.`, { errors: [{ pointer: '/minutes', detail: `must be ${most} at most at this meeting` }] });
  }
  return minutesNotAllowed('Somebody who did not come has no minutes.', { errors: [{ pointer: '/minutes', detail: 'belongs to somebody who came' }] });
}

/** The same value again: minutes nobody gave do not make it another one. */
function sameValue(known: AttendanceValue, given: AttendanceValue): boolean {
  return known.outcome === given.outcome && (given.minutes === undefined || known.minutes === given.minutes);
}

const standings = (ids: readonly string[]): Record<string, { fold: typeof memberStanding; stream: string }> =>
  Object.fromEntries(ids.map((id) => [id, { fold: memberStanding, stream: streamName('member', id) }]));

function standingOf(context: DecideContext<Needs>, id: string): MemberStanding {
  return (context.needs as Record<string, MemberStanding>)[id] ?? memberStanding.initial;
}

const entry = z.strictObject({ memberId, outcome: attendanceOutcome, minutes: minutesAttended.optional() });

export const recordAttendance = defineCommand(meetings, {
  name: 'recordAttendance',
  input: z.strictObject({ meetingId, entries: z.array(entry).min(1).max(MAX_ROLL_CALL), how: recordedHow.default('api') }),
  id: ofMeeting,
  needs: ({ entries }) => standings(entries.map((each) => each.memberId)),
  policy: { allow: may.recordAttendance, group: ofItsGroup },
  refusals: [noSuchMeeting, meetingCancelled, meetingClosed, alreadyRecorded, minutesNotAllowed, minutesBeyondMeeting, noSuchMember, memberErased],
  decide({ meetingId: id, entries, how }, state, context) {
    const plan = planOf(state);
    if ('refused' in plan) return plan;
    if (state.closed) return meetingClosed('This meeting is closed: its roll call has ended, and what was recorded is only corrected.');
    const known = new Map(Object.entries(state.attendance).map(([who, { value }]) => [who, value]));
    const events: NewEvent[] = [];
    const results = entries.map((given): ItemOutcome => {
      const value = valueOf(given.outcome, given.minutes);
      const before = known.get(given.memberId);
      if (before && sameValue(before, value)) return { outcome: 'unchanged' };
      const refusal = refuseMember(standingOf(context, given.memberId)) ?? refuseMinutes(plan, value) ?? (before && alreadyRecorded('Another outcome is recorded for this member already; correct it, with a reason.'));
      if (refusal) return { outcome: 'refused', refusal };
      const full = valueOf(given.outcome, minutesOf(plan, value));
      known.set(given.memberId, full);
      events.push(AttendanceRecorded.at(occurring(plan, context.now), { groupId: plan.groupId, meetingId: id, startsAt: plan.startsAt, memberId: given.memberId, ...full, how }));
      return { outcome: 'recorded' };
    });
    return { events, results };
  },
});

export const correctAttendance = defineCommand(meetings, {
  name: 'correctAttendance',
  input: z.strictObject({ meetingId, memberId, outcome: attendanceOutcome, minutes: minutesAttended.optional(), reason: text(1_000) }),
  id: ofMeeting,
  needs: ({ memberId: who }) => ({ member: { fold: memberStanding, stream: streamName('member', who) } }),
  policy: { allow: may.correctAttendance, group: ofItsGroup },
  refusals: [noSuchMeeting, meetingCancelled, nothingToCorrect, minutesNotAllowed, minutesBeyondMeeting, noSuchMember, memberErased],
  decide({ meetingId: id, memberId: who, outcome, minutes, reason }, state, { now, needs }) {
    const plan = planOf(state);
    if ('refused' in plan) return plan;
    const given = valueOf(outcome, minutes);
    const refused = refuseMember(needs.member) ?? refuseMinutes(plan, given);
    if (refused) return refused;
    const known = state.attendance[who];
    // After closing, whoever was left open is corrected from nothing, at the meeting's start.
    const named = known ?? (state.closed && { eventId: state.closed.eventId, occurredAt: occurring(plan, now), value: null });
    if (!named) return nothingToCorrect('Nothing is recorded for this member at this meeting yet; record it in the roll call.');
    if (named.value && sameValue(named.value, given)) return [];
    const to = valueOf(outcome, minutesOf(plan, given));
    return [
      AttendanceCorrected.at(named.occurredAt, { groupId: plan.groupId, meetingId: id, startsAt: plan.startsAt, memberId: who, corrects: named.eventId, from: named.value, to, reason }),
    ];
  },
});

/** Who is expected or answered, and has neither an outcome nor apologised. */
function unsettled(state: MeetingState, expected: readonly string[]): string[] {
  return [...new Set([...everybodyIn(state), ...expected])].filter((who) => !state.attendance[who] && state.apologies[who] === undefined);
}

export const closeMeeting = defineCommand(meetings, {
  name: 'closeMeeting',
  input: z.strictObject({
    meetingId,
    /** Recorded as absent before closing. */
    absent: z.array(memberId).max(MAX_ROLL_CALL).default([]),
    /** Left without an outcome, for a later correction. */
    leaveOpen: z.array(memberId).max(MAX_ROLL_CALL).default([]),
    how: recordedHow.default('api'),
    /** Members of the group at its start; the route finds them. An import, which cannot ask anybody, is asked of those alone who answered. */
    expected: z.array(memberId).default([]),
  }),
  id: ofMeeting,
  needs: ({ absent, leaveOpen, expected }, state) => standings([...absent, ...leaveOpen, ...unsettled(state, expected)]),
  policy: { allow: may.closeMeeting, group: ofItsGroup },
  refusals: [noSuchMeeting, meetingCancelled, meetingClosed, meetingNotBegun, outcomesMissing, alreadyRecorded, noSuchMember, memberErased],
  decide({ meetingId: id, absent, leaveOpen, how, expected }, state, context) {
    const plan = planOf(state);
    if ('refused' in plan) return plan;
    if (state.closed) return meetingClosed('This meeting is closed already.');
    if (inTheFuture(plan.startsAt, context.now)) return meetingNotBegun(`This meeting begins at ${plan.startsAt}: close it afterwards, move it where it was held earlier, or cancel it where it is not held at all.`);
    const named = new Set([...absent, ...leaveOpen]);
    for (const who of named) {
      const refused = refuseMember(standingOf(context, who));
      if (refused) return refused;
      const recorded = state.attendance[who];
      if (recorded && !(recorded.value.outcome === 'absent' && absent.includes(who))) return alreadyRecorded('Somebody named here has an outcome already; correct it instead.');
    }
    // Of somebody who was erased nothing more is recorded, so nobody says anything of them.
    const missing = unsettled(state, expected).filter((who) => !named.has(who) && !standingOf(context, who).erased);
    if (missing.length > 0) {
      return outcomesMissing('Some who are expected or answered have no outcome: name each in absent or in leaveOpen.', { extra: { memberIds: missing } });
    }
    const newlyAbsent = [...new Set(absent)].filter((who) => !state.attendance[who]);
    const about = { groupId: plan.groupId, meetingId: id, startsAt: plan.startsAt };
    return [
      ...newlyAbsent.map((who) => AttendanceRecorded.at(occurring(plan, context.now), { ...about, memberId: who, outcome: 'absent' as const, how })),
      MeetingClosed.at(context.now, { ...about, leftOpen: [...new Set(leaveOpen)].filter((who) => !newlyAbsent.includes(who)) }),
    ];
  },
});

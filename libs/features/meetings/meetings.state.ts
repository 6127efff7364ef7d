/** What the commands of a meeting decide on. */
import { defineDecider, nowOrAfter, type EventOf } from '#event-sourcing';
import { meetingEvents, type AttendanceValue, type MeetingEvent, type RsvpResponse } from './meetings.events.js';

interface Answer {
  response: RsvpResponse;
  guests: number;
  at: string;
}

/** The value in force, and the event that set it. */
interface Attendance {
  value: AttendanceValue;
  eventId: string;
  occurredAt: string;
}

type Scheduled = EventOf<(typeof meetingEvents)[0]>['data'];
type Plan = Omit<Scheduled, 'meetingId'>;

/** What a meeting of a series can have of its own. */
export type Part = 'start' | 'length' | 'title' | 'mode' | 'place';

export interface MeetingState {
  plan: Plan | undefined;
  /** The latest `occurredAt` that set it; empty where there is none. */
  plannedAt: string;
  /** What was changed by itself, and no longer follows its series. */
  own: readonly Part[];
  cancelledAt: string | undefined;
  closed: { eventId: string } | undefined;
  /** By member: the latest answer by when it was given. */
  answers: Readonly<Record<string, Answer>>;
  apologies: Readonly<Record<string, string>>;
  attendance: Readonly<Record<string, Attendance>>;
}

const initial: MeetingState = { plan: undefined, plannedAt: '', own: [], cancelledAt: undefined, closed: undefined, answers: {}, apologies: {}, attendance: {} };

export const meetings = defineDecider({
  name: 'meeting',
  events: meetingEvents,
  edits: ['MeetingScheduled', 'MeetingRescheduled'],
  initial,
  evolve(state: MeetingState, event: MeetingEvent): MeetingState {
    switch (event.type) {
      case 'MeetingScheduled': {
        const { meetingId: _id, ...plan } = event.data;
        return { ...state, plan, plannedAt: event.occurredAt };
      }
      case 'MeetingRescheduled': {
        const { meetingId: _id, memberIds: _all, seriesId, cleared = [], ...changed } = event.data;
        const before = state.plan as Plan;
        const plan = { ...before, ...changed };
        for (const field of cleared) delete plan[field];
        if (cleared.includes('endsAt')) delete plan.localEnd;
        return { ...state, plan, plannedAt: nowOrAfter(event.occurredAt, state.plannedAt), own: seriesId === undefined ? [...new Set([...state.own, ...differing(before, plan)])] : state.own };
      }
      case 'MeetingCancelled':
        return { ...state, cancelledAt: event.occurredAt };
      case 'RsvpGiven': {
        const { memberId, response, guests } = event.data;
        if ((state.answers[memberId]?.at ?? '') > event.occurredAt) return state;
        return { ...state, answers: { ...state.answers, [memberId]: { response, guests, at: event.occurredAt } } };
      }
      case 'ApologyReceived':
        return { ...state, apologies: { ...state.apologies, [event.data.memberId]: event.occurredAt } };
      case 'AttendanceRecorded': {
        const { memberId, outcome, minutes } = event.data;
        return withAttendance(state, memberId, { value: valueOf(outcome, minutes), eventId: event.id, occurredAt: event.occurredAt });
      }
      case 'AttendanceCorrected':
        return withAttendance(state, event.data.memberId, { value: event.data.to, eventId: event.id, occurredAt: event.occurredAt });
      case 'MeetingClosed':
        return { ...state, closed: { eventId: event.id } };
      default:
        event satisfies never;
        return state;
    }
  },
});

/** How long a meeting lasts, in milliseconds; undefined: unknown. */
export function lengthOf({ startsAt, endsAt }: { startsAt: string; endsAt?: string | undefined }): number | undefined {
  return endsAt === undefined ? undefined : Date.parse(endsAt) - Date.parse(startsAt);
}

function differing(one: Plan, other: Plan): Part[] {
  const parts: readonly [Part, boolean][] = [
    ['start', one.startsAt !== other.startsAt || one.timeZone !== other.timeZone],
    ['length', lengthOf(one) !== lengthOf(other)],
    ['title', one.title !== other.title],
    ['mode', one.mode !== other.mode],
    ['place', one.place !== other.place],
  ];
  return parts.flatMap(([part, differs]) => (differs ? [part] : []));
}

export function valueOf(outcome: AttendanceValue['outcome'], minutes: number | undefined): AttendanceValue {
  return { outcome, ...(minutes !== undefined && { minutes }) };
}

function withAttendance(state: MeetingState, memberId: string, attendance: Attendance): MeetingState {
  return { ...state, attendance: { ...state.attendance, [memberId]: attendance } };
}

/** Everybody who answered, apologised or has an outcome. */
export function everybodyIn(state: MeetingState): string[] {
  return [...new Set([...Object.keys(state.answers), ...Object.keys(state.apologies), ...Object.keys(state.attendance)])];
}

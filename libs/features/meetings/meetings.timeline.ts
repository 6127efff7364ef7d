/** Meetings on a member's timeline, and the rates and hours they make. */
import { z } from 'zod';
import type { ProgressSource, RecordedEvent, TimelineEntry, TimelineSource } from '#event-sourcing';
import { activeAt, ended, MemberJoined, MemberLeft, type MembershipEvent, type Period } from '../memberships/memberships.events.js';
import { meetingEvents, type AttendanceOutcome, type AttendanceValue, type MeetingEvent } from './meetings.events.js';

/** What a member's own events tell of one meeting. */
interface Session {
  meetingId: string;
  groupId: string;
  startsAt: string;
  cancelled: boolean;
  rsvp?: { response: string; guests: number; at: string };
  apologised: boolean;
  value?: AttendanceValue;
  corrections: number;
  /** The last correction. */
  corrected?: { from: AttendanceValue | null; reason: string | null; at: string };
  eventIds: readonly string[];
}

type Sessions = Readonly<Record<string, Session>>;

const types = new Set<string>(meetingEvents.map((definition) => definition.type));

function withSession(sessions: Sessions, recorded: RecordedEvent, memberId: string): Sessions {
  if (!types.has(recorded.type)) return sessions;
  const event = recorded as MeetingEvent;
  if ('memberId' in event.data && event.data.memberId !== memberId) return sessions;
  const { meetingId, groupId, startsAt } = event.data;
  const known = sessions[meetingId] ?? { meetingId, groupId, startsAt, cancelled: false, apologised: false, corrections: 0, eventIds: [] };
  return { ...sessions, [meetingId]: { ...known, startsAt, eventIds: [...known.eventIds, event.id], ...changeOf(known, event) } };
}

function changeOf(known: Session, event: MeetingEvent): Partial<Session> {
  switch (event.type) {
    case 'RsvpGiven':
      return (known.rsvp?.at ?? '') > event.occurredAt ? {} : { rsvp: { response: event.data.response, guests: event.data.guests, at: event.occurredAt } };
    case 'ApologyReceived':
      return { apologised: true };
    case 'AttendanceRecorded':
      return { value: { outcome: event.data.outcome, ...(event.data.minutes !== undefined && { minutes: event.data.minutes }) } };
    case 'AttendanceCorrected':
      return { value: event.data.to, corrections: known.corrections + 1, corrected: { from: event.data.from, reason: event.data.reason, at: event.recordedAt } };
    case 'MeetingCancelled':
      return { cancelled: true };
    default:
      return {};
  }
}

/** An apology stands until the roll call says otherwise. */
function outcomeOf(session: Session): AttendanceOutcome | undefined {
  return session.value?.outcome ?? (session.apologised ? 'apologised' : undefined);
}

export const meetingTimeline: TimelineSource<Sessions> = {
  initial: {},
  evolve: withSession,
  entries: (sessions) => Object.values(sessions).map(entryOf),
};

function entryOf(session: Session): TimelineEntry {
  const outcome = outcomeOf(session);
  return {
    id: session.eventIds[0] as string,
    kind: 'attendance',
    // An answer alone is news of the day it was given.
    occurredAt: outcome || session.cancelled || !session.rsvp ? session.startsAt : session.rsvp.at,
    what: session.cancelled ? 'meeting-cancelled' : (outcome ?? (session.rsvp ? 'answered' : 'left-open')),
    groupId: session.groupId,
    meetingId: session.meetingId,
    details: {
      startsAt: session.startsAt,
      ...(outcome && { outcome }),
      ...(session.value?.minutes !== undefined && { minutes: session.value.minutes }),
      ...(session.rsvp && { rsvp: session.rsvp.response, guests: session.rsvp.guests }),
      ...(session.corrected && { corrections: session.corrections, corrected: session.corrected }),
    },
    eventIds: session.eventIds,
  };
}

interface Presence {
  sessions: Sessions;
  periods: Readonly<Record<string, readonly Period[]>>;
}

const EXPECTED: readonly (AttendanceOutcome | undefined)[] = ['present', 'late', 'substitute', 'apologised', 'absent'];
const CAME: readonly (AttendanceOutcome | undefined)[] = ['present', 'late', 'substitute'];
const WAS_THERE: readonly (AttendanceOutcome | undefined)[] = [...CAME, 'visitor'];

const count = z.int().min(0);
const rate = z.number().min(0).max(1).nullable().describe('Null where nothing was expected.');

/** Attendance rate = came / expected, commitment rate = (came + apologised) / expected ("Rules that are easy to get wrong" in domain.md). */
export const meetingProgress: ProgressSource<Presence> = {
  schema: {
    attendance: { expected: count, came: count, apologised: count, attendanceRate: rate, commitmentRate: rate },
    time: {
      attendedHours: z.number().min(0).nullable().describe('Of meetings whose minutes are known; null where they came, and no minutes are known.'),
      meetingsWithoutMinutes: count.describe('Meetings they came to for an unknown time.'),
    },
  },
  example: { attendance: { expected: 5, came: 4, apologised: 1, attendanceRate: 0.8, commitmentRate: 1 }, time: { attendedHours: 7.5, meetingsWithoutMinutes: 0 } },
  initial: { sessions: {}, periods: {} },
  evolve(state, event, memberId) {
    return { sessions: withSession(state.sessions, event, memberId), periods: withPeriod(state.periods, event, memberId) };
  },
  figures({ sessions, periods }, _memberId, { from, before, groupIds }) {
    const inWindow = Object.values(sessions).filter(
      ({ startsAt, cancelled, groupId }) => !cancelled && startsAt >= from && startsAt < before && (groupIds === undefined || groupIds.includes(groupId)),
    );
    const expected = inWindow.filter((session) => EXPECTED.includes(outcomeOf(session)) && activeAt(periods[session.groupId] ?? [], session.startsAt));
    const came = expected.filter((session) => CAME.includes(outcomeOf(session))).length;
    const apologised = expected.filter((session) => outcomeOf(session) === 'apologised').length;
    const attended = inWindow.filter((session) => session.value?.minutes !== undefined);
    const minutes = attended.reduce((sum, session) => sum + (session.value?.minutes ?? 0), 0);
    const withoutMinutes = inWindow.filter((session) => WAS_THERE.includes(outcomeOf(session)) && session.value?.minutes === undefined).length;
    return {
      attendance: {
        expected: expected.length,
        came,
        apologised,
        attendanceRate: expected.length === 0 ? null : came / expected.length,
        commitmentRate: expected.length === 0 ? null : (came + apologised) / expected.length,
      },
      // Unknown is not zero.
      time: { attendedHours: attended.length === 0 && withoutMinutes > 0 ? null : Math.round((minutes / 60) * 100) / 100, meetingsWithoutMinutes: withoutMinutes },
    };
  },
};

function withPeriod(periods: Presence['periods'], recorded: RecordedEvent, memberId: string): Presence['periods'] {
  if (recorded.type !== MemberJoined.type && recorded.type !== MemberLeft.type) return periods;
  const event = recorded as MembershipEvent;
  if (event.data.memberId !== memberId) return periods;
  const { groupId } = event.data;
  const known = periods[groupId] ?? [];
  return { ...periods, [groupId]: event.type === 'MemberJoined' ? [...known, { from: event.occurredAt }] : ended(known, event.occurredAt) };
}

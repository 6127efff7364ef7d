/** Meetings on a member's timeline, and the rates and hours they make. */
import { z } from 'zod';
import { foldEach, isIn, type ProgressSource, type RecordedEvent, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { activeAt, periodsBy } from '../memberships/memberships.events.js';
import { attendanceTold, hasCome, meetingEvents, outcomeOf, wasExpected, type AttendanceStanding, type AttendanceValue, type MeetingEvent } from './meetings.events.js';

/** What a member's own events tell of one meeting. */
interface Session extends AttendanceStanding {
  meetingId: string;
  groupId: string;
  startsAt: string;
  cancelled: boolean;
  rsvp?: { response: string; guests: number; at: string };
  corrections: number;
  /** The last correction. */
  corrected?: { from: AttendanceValue | null; reason: string | null; at: string };
  eventIds: readonly string[];
}

function sessionsOf(memberId: string, events: readonly RecordedEvent[]): Session[] {
  const of = ({ data }: MeetingEvent) => ('memberId' in data && data.memberId !== memberId ? undefined : data.meetingId);
  const sessions = foldEach(events, meetingEvents, of, (before: Session | undefined, event) => {
    const { meetingId, groupId, startsAt } = event.data;
    const known = before ?? { meetingId, groupId, startsAt, cancelled: false, corrections: 0, eventIds: [] };
    return { ...known, startsAt, eventIds: [...known.eventIds, event.id], ...attendanceTold(event), ...changeOf(known, event) };
  });
  return [...sessions.values()];
}

function changeOf(known: Session, event: MeetingEvent): Partial<Session> {
  switch (event.type) {
    case 'RsvpGiven':
      return (known.rsvp?.at ?? '') > event.occurredAt ? {} : { rsvp: { response: event.data.response, guests: event.data.guests, at: event.occurredAt } };
    case 'AttendanceCorrected':
      return { corrections: known.corrections + 1, corrected: { from: event.data.from, reason: event.data.reason, at: event.recordedAt } };
    case 'MeetingCancelled':
      return { cancelled: true };
    default:
      return {};
  }
}

export const meetingTimeline: TimelineSource = {
  entries: (events, memberId) => sessionsOf(memberId, events).map(entryOf),
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

const count = z.int().min(0);
const rate = z.number().min(0).max(1).nullable().describe('Null where nothing was expected.');

/** Attendance rate = came / expected, commitment rate = (came + apologised) / expected ("Rules that are easy to get wrong" in domain.md). */
export const meetingProgress: ProgressSource = {
  schema: {
    attendance: { expected: count, came: count, apologised: count, attendanceRate: rate, commitmentRate: rate },
    time: {
      attendedHours: z.number().min(0).nullable().describe('Of meetings whose minutes are known; null where they came, and no minutes are known.'),
      meetingsWithoutMinutes: count.describe('Meetings they came to for an unknown time.'),
    },
  },
  example: { attendance: { expected: 5, came: 4, apologised: 1, attendanceRate: 0.8, commitmentRate: 1 }, time: { attendedHours: 7.5, meetingsWithoutMinutes: 0 } },
  figures(events, memberId, { groupIds, ...window }) {
    const periods = periodsBy(events, (membership) => (membership.memberId === memberId ? membership.groupId : undefined));
    const inWindow = sessionsOf(memberId, events).filter(({ startsAt, cancelled, groupId }) => !cancelled && isIn(startsAt, window) && (groupIds === undefined || groupIds.includes(groupId)));
    const expected = inWindow.filter((session) => wasExpected(outcomeOf(session)) && activeAt(periods.get(session.groupId) ?? [], session.startsAt));
    const came = expected.filter((session) => hasCome(outcomeOf(session))).length;
    const apologised = expected.filter((session) => outcomeOf(session) === 'apologised').length;
    const attended = inWindow.filter((session) => session.value?.minutes !== undefined);
    const minutes = attended.reduce((sum, session) => sum + (session.value?.minutes ?? 0), 0);
    const withoutMinutes = inWindow.filter((session) => wasThere(session) && session.value?.minutes === undefined).length;
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

function wasThere(session: Session): boolean {
  const outcome = outcomeOf(session);
  return hasCome(outcome) || outcome === 'visitor';
}

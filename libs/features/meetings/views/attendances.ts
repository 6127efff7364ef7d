/** What is known of one person and one meeting: the answer, the apology, the outcome and every correction of it. */
import { audienceFor, defineView, listsFor, type RecordedEvent } from '#event-sourcing';
import {
  ApologyReceived,
  AttendanceCorrected,
  attendanceId,
  AttendanceRecorded,
  MeetingCancelled,
  MeetingRescheduled,
  membersConcerned,
  RsvpGiven,
  type AttendanceDocument,
} from '../meetings.events.js';
import { meetingPolicy } from '../meetings.policy.js';

const events = [RsvpGiven, ApologyReceived, AttendanceRecorded, AttendanceCorrected, MeetingRescheduled, MeetingCancelled] as const;

const shapes = [[], ['meetingId'], ['memberId'], ['groupId'], ['outcome'], ['memberId', 'groupId'], ['memberId', 'outcome'], ['groupId', 'outcome'], ['meetingId', 'outcome'], ['meetingId', 'memberId']];

export const attendancesView = defineView<AttendanceDocument, typeof events>({
  name: 'attendances',
  version: 1,
  events,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'startsAt' })), 'audience'),
  fields: { meetingId: 'id', memberId: 'id', groupId: 'id', outcome: 'string', startsAt: 'instant', audience: 'list' },
  tag: (id) => `meeting:${id.split('.')[0]}`,
  ids: (event) => membersConcerned(event).map((memberId) => attendanceId({ meetingId: event.data.meetingId, memberId })),
  evolve(before, event, id) {
    const doc = { ...(before ?? blank(event, id)), startsAt: event.data.startsAt };
    switch (event.type) {
      case 'RsvpGiven': {
        const { response, guests, firstGivenAt = event.occurredAt } = event.data;
        const first = doc.rsvp && doc.rsvp.firstGivenAt < firstGivenAt ? doc.rsvp.firstGivenAt : firstGivenAt;
        if (doc.rsvp && doc.rsvp.givenAt > event.occurredAt) return { ...doc, rsvp: { ...doc.rsvp, firstGivenAt: first } };
        return { ...doc, rsvp: { response, guests, givenAt: event.occurredAt, firstGivenAt: first } };
      }
      case 'ApologyReceived':
        return { ...doc, apology: { receivedAt: event.occurredAt, reason: event.data.reason ?? null }, outcome: doc.outcome ?? 'apologised' };
      case 'AttendanceRecorded':
        return { ...doc, outcome: event.data.outcome, minutes: event.data.minutes ?? null, how: event.data.how };
      case 'AttendanceCorrected': {
        const { from, to, reason } = event.data;
        const correction = { from, to, reason, correctedAt: event.recordedAt, eventId: event.id };
        return { ...doc, outcome: to.outcome, minutes: to.minutes ?? null, how: doc.how ?? 'api', corrections: [...doc.corrections, correction] };
      }
      case 'MeetingCancelled':
        return { ...doc, cancelled: true };
      case 'MeetingRescheduled':
        return doc;
      default:
        event satisfies never;
        return doc;
    }
  },
});

function blank({ data }: Pick<RecordedEvent, 'data'>, id: string): AttendanceDocument {
  const { meetingId, groupId, startsAt } = data as { meetingId: string; groupId: string; startsAt: string };
  const memberId = id.slice(meetingId.length + 1);
  const doc: AttendanceDocument = {
    id,
    meetingId,
    groupId,
    memberId,
    startsAt,
    cancelled: false,
    rsvp: null,
    apology: null,
    outcome: null,
    minutes: null,
    how: null,
    corrections: [],
    audience: [],
  };
  return { ...doc, audience: audienceFor(meetingPolicy.documents.attendances, doc) };
}

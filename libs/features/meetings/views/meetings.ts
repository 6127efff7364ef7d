/** Meetings as they are today, with the answers and outcomes counted. */
import { assign, defineView } from '#event-sourcing';
import { attendanceOutcome, meetingEvents, rsvpResponse, type MeetingDocument, type MeetingEvent } from '../meetings.events.js';

const shapes = [[], ['groupId'], ['status'], ['groupId', 'status'], ['cancelled'], ['groupId', 'cancelled'], ['seriesId']];

export const meetingsView = defineView<MeetingDocument, typeof meetingEvents>({
  name: 'meetings',
  version: 3,
  events: meetingEvents,
  lists: shapes.map((by) => ({ by, sort: 'startsAt' })),
  fields: { groupId: 'id', seriesId: 'id', status: 'string', cancelled: 'boolean', startsAt: 'instant' },
  edits: ['MeetingScheduled', 'MeetingRescheduled'],
  tag: (id) => `meeting:${id}`,
  ids: (event) => [event.data.meetingId],
  search: (doc) => [doc.title, doc.place],
  evolve(before, event) {
    if (event.type === 'MeetingScheduled') return scheduled(event);
    if (!before) return undefined;
    switch (event.type) {
      case 'MeetingRescheduled': {
        const { title, startsAt, endsAt, timeZone, localStart, localEnd, mode, place, cleared = [] } = event.data;
        const emptied = Object.fromEntries(cleared.flatMap((field) => (field === 'endsAt' ? [['endsAt', null], ['localEnd', null]] : [[field, null]])));
        return assign(changed(before, event), event, { title, startsAt, endsAt, timeZone, localStart, localEnd, mode, place, ...emptied });
      }
      case 'MeetingCancelled':
        return { ...changed(before, event), status: 'cancelled', cancelled: true };
      case 'MeetingClosed':
        return { ...before, status: 'closed' };
      case 'RsvpGiven': {
        const { memberId, response, guests } = event.data;
        if ((before._people[memberId]?.answeredAt ?? '') > event.occurredAt) return before;
        return counted(before, memberId, { response, guests, answeredAt: event.occurredAt });
      }
      case 'ApologyReceived':
        return counted(before, event.data.memberId, { apology: true });
      case 'AttendanceRecorded':
        return counted(before, event.data.memberId, { outcome: event.data.outcome });
      case 'AttendanceCorrected':
        return counted(before, event.data.memberId, { outcome: event.data.to.outcome });
      default:
        event satisfies never;
        return before;
    }
  },
});

function scheduled(event: Extract<MeetingEvent, { type: 'MeetingScheduled' }>): MeetingDocument {
  const { meetingId: id, groupId, title, startsAt, endsAt = null, timeZone, localStart, localEnd = null, mode = null, place = null, seriesId = null, occurrence = null } = event.data;
  const replaceable = { title, startsAt, endsAt, timeZone, localStart, localEnd, mode, place };
  return assign({ id, groupId, ...replaceable, seriesId, occurrence, status: 'scheduled', cancelled: false, rsvps: NO_ANSWERS, attendance: NO_OUTCOMES, _changed: { times: 0, at: event.recordedAt }, _people: {} }, event, replaceable);
}

function changed(doc: MeetingDocument, { recordedAt }: MeetingEvent): MeetingDocument {
  return { ...doc, _changed: { times: doc._changed.times + 1, at: recordedAt } };
}

type Person = MeetingDocument['_people'][string];

function counted(doc: MeetingDocument, memberId: string, change: Person): MeetingDocument {
  const before = doc._people[memberId] ?? {};
  const after = { ...before, ...change };
  return {
    ...doc,
    _people: { ...doc._people, [memberId]: after },
    rsvps: withAnswer(withAnswer(doc.rsvps, before, -1), after, 1),
    attendance: withOutcome(withOutcome(doc.attendance, before, -1), after, 1),
  };
}

const NO_ANSWERS = { ...Object.fromEntries(rsvpResponse.options.map((response) => [response, 0])), guests: 0 } as MeetingDocument['rsvps'];
const NO_OUTCOMES = Object.fromEntries(attendanceOutcome.options.map((outcome) => [outcome, 0])) as MeetingDocument['attendance'];

/** The counts with one person's answer put in (1) or taken out (-1); only those who come bring guests. */
function withAnswer(counts: MeetingDocument['rsvps'], { response, guests = 0 }: Person, by: 1 | -1): MeetingDocument['rsvps'] {
  if (!response) return counts;
  return { ...counts, [response]: counts[response] + by, guests: counts.guests + (response === 'yes' ? guests * by : 0) };
}

/** An apology counts until the roll call says otherwise. */
function withOutcome(counts: MeetingDocument['attendance'], { outcome, apology }: Person, by: 1 | -1): MeetingDocument['attendance'] {
  const stands = outcome ?? (apology ? 'apologised' : undefined);
  return stands ? { ...counts, [stands]: counts[stands] + by } : counts;
}

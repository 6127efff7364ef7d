/** Meetings as they are today, with the answers and outcomes counted. */
import { assign, defineView } from '#event-sourcing';
import { attendanceOutcome, meetingEvents, rsvpResponse, type MeetingDocument, type MeetingEvent } from '../meetings.events.js';

const shapes = [[], ['groupId'], ['status'], ['groupId', 'status']];

export const meetingsView = defineView<MeetingDocument, typeof meetingEvents>({
  name: 'meetings',
  version: 1,
  events: meetingEvents,
  lists: shapes.map((by) => ({ by, sort: 'startsAt' })),
  fields: { groupId: 'id', status: 'string', startsAt: 'instant' },
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
        return assign(before, event, { title, startsAt, endsAt, timeZone, localStart, localEnd, mode, place, ...emptied });
      }
      case 'MeetingCancelled':
        return { ...before, status: 'cancelled' };
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
  const { meetingId: id, groupId, title, startsAt, endsAt = null, timeZone, localStart, localEnd = null, mode = null, place = null } = event.data;
  const replaceable = { title, startsAt, endsAt, timeZone, localStart, localEnd, mode, place };
  return assign({ id, groupId, ...replaceable, status: 'scheduled', rsvps: countRsvps([]), attendance: countOutcomes([]), _people: {} }, event, replaceable);
}

type Person = MeetingDocument['_people'][string];

function counted(doc: MeetingDocument, memberId: string, change: Person): MeetingDocument {
  const _people = { ...doc._people, [memberId]: { ...doc._people[memberId], ...change } };
  const people = Object.values(_people);
  return { ...doc, _people, rsvps: countRsvps(people), attendance: countOutcomes(people) };
}

function countRsvps(people: readonly Person[]): MeetingDocument['rsvps'] {
  const counts = { ...Object.fromEntries(rsvpResponse.options.map((response) => [response, 0])), guests: 0 } as MeetingDocument['rsvps'];
  for (const { response, guests = 0 } of people) {
    if (!response) continue;
    counts[response]++;
    if (response === 'yes') counts.guests += guests;
  }
  return counts;
}

function countOutcomes(people: readonly Person[]): MeetingDocument['attendance'] {
  const counts = Object.fromEntries(attendanceOutcome.options.map((outcome) => [outcome, 0])) as MeetingDocument['attendance'];
  for (const { outcome, apology } of people) {
    const stands = outcome ?? (apology ? 'apologised' : undefined);
    if (stands) counts[stands]++;
  }
  return counts;
}

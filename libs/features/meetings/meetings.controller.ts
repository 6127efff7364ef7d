/** /api/v1/meetings and /api/v1/attendances */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import { expectedOf } from './expected.js';
import * as planning from './meetings.decider.js';
import { attendanceOutcome, guests, meetingMode, minutesAttended, recordedHow, rsvpResponse } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import * as rollCall from './roll-call.decider.js';
import { attendancesView } from './views/attendances.js';
import { meetingsView } from './views/meetings.js';

const memberId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const meetingId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const idField = 'meetingId';
const count = z.int().min(0);
const countsOf = <const T extends readonly string[]>(names: T) => z.strictObject(Object.fromEntries(names.map((name) => [name, count])) as Record<T[number], typeof count>);

export const MeetingsController = defineResource({
  path: 'meetings',
  tag: 'Meetings',
  reads: {
    view: meetingsView,
    policy: meetingPolicy.documents.meetings,
    schema: z.strictObject({
      id: z.uuid(),
      groupId: z.uuid(),
      title: z.string().max(300),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime().nullable().describe('Null: unknown.'),
      timeZone: z.string().max(64),
      localStart: z.string().max(40).describe('Wall-clock time in `timeZone`.'),
      localEnd: z.string().max(40).nullable(),
      mode: meetingMode.nullable(),
      place: z.string().max(300).nullable(),
      seriesId: z.uuid().nullable().describe('Of a meeting that repeats.'),
      occurrence: z.iso.date().nullable().describe('The local date it stands for in its series; stays when it is moved.'),
      status: z.enum(['scheduled', 'cancelled', 'closed']),
      cancelled: z.boolean().describe('As `status` tells it: figures count meetings that were not cancelled.'),
      rsvps: countsOf([...rsvpResponse.options, 'guests'] as const).describe('People by their latest answer, and guests of those who come.'),
      attendance: countsOf(attendanceOutcome.options).describe('People by outcome.'),
    }),
    singular: 'meeting',
    plural: 'meetings',
    externalKind: 'meeting',
    example: {
      id: meetingId,
      groupId,
      title: 'War stories: pricing that failed',
      startsAt: '2026-02-10T17:00:00.000Z',
      endsAt: '2026-02-10T19:00:00.000Z',
      timeZone: 'Europe/Berlin',
      localStart: '2026-02-10T18:00:00',
      localEnd: '2026-02-10T20:00:00',
      mode: 'inPerson',
      place: 'Alte Post, room 2',
      seriesId: null,
      occurrence: null,
      status: 'closed',
      cancelled: false,
      rsvps: { yes: 6, no: 2, maybe: 0, waitlist: 0, guests: 1 },
      attendance: { present: 5, late: 1, apologised: 2, absent: 0, substitute: 0, visitor: 1, notExpected: 0 },
    },
  },
  commands: [
    {
      verb: 'create',
      command: planning.scheduleMeeting, records: 'MeetingScheduled',
      summary: 'Schedule a meeting',
      example: { groupId, title: 'War stories: pricing that failed', startsAt: '2026-02-10T17:00:00Z', endsAt: '2026-02-10T19:00:00Z', mode: 'inPerson', place: 'Alte Post, room 2' },
    },
    {
      verb: 'edit',
      command: planning.rescheduleMeeting, records: 'MeetingRescheduled',
      idField,
      summary: 'Reschedule a meeting',
      description: 'Merge patch: null empties a field, absent fields stay. Once attendance is recorded the start no longer changes, and neither start nor end once the meeting is closed.',
      example: { startsAt: '2026-02-17T17:00:00Z' },
    },
    { verb: 'cancel', command: planning.cancelMeeting, records: 'MeetingCancelled', idField, summary: 'Cancel a meeting', example: { reason: 'The room is flooded.' } },
    { verb: 'give-rsvp', command: planning.giveRsvp, records: 'RsvpGiven', idField, summary: 'Say whether a member will come', example: { memberId, response: 'yes', guests: 1 } },
    { verb: 'receive-apology', command: planning.receiveApology, records: 'ApologyReceived', idField, summary: 'Record a member’s apology', example: { memberId, reason: 'Ill.' } },
    {
      verb: 'record-attendance',
      command: rollCall.recordAttendance, records: 'AttendanceRecorded',
      bulk: 'entries',
      idField,
      summary: 'Call the roll',
      description: 'Up to 500 people in one request. What is allowed commits together; each outcome is reported by index.',
      example: { entries: [{ memberId, outcome: 'present', minutes: 120 }], how: 'rollCall' },
    },
    {
      verb: 'correct-attendance',
      command: rollCall.correctAttendance, records: 'AttendanceCorrected',
      idField,
      summary: 'Correct what was recorded of one person',
      description: 'The old value, the new one and the reason are kept.',
      example: { memberId, outcome: 'late', minutes: 90, reason: 'Came at half past six.' },
    },
    {
      verb: 'close',
      command: rollCall.closeMeeting, records: 'MeetingClosed',
      idField,
      computed: ['expected'],
      prepare: expectedOf,
      summary: 'Close a meeting',
      description: 'Once it has begun. Everybody who is expected or answered has an outcome, has apologised, or is named here as absent or left open: the roster tells who has none, and so does the refusal, in `memberIds`.',
      example: { absent: [memberId], leaveOpen: [] },
    },
  ],
});

const value = z.strictObject({ outcome: attendanceOutcome, minutes: minutesAttended.optional() });

export const AttendancesController = defineResource({
  path: 'attendances',
  tag: 'Meetings',
  reads: {
    view: attendancesView,
    schema: z.strictObject({
      id: z.string().max(100).describe('`{meetingId}.{memberId}`'),
      meetingId: z.uuid(),
      groupId: z.uuid(),
      memberId: z.uuid(),
      startsAt: z.iso.datetime(),
      cancelled: z.boolean().describe('Whether the meeting was cancelled.'),
      rsvp: z.strictObject({ response: rsvpResponse, guests, givenAt: z.iso.datetime(), firstGivenAt: z.iso.datetime() }).nullable(),
      apology: z.strictObject({ receivedAt: z.iso.datetime(), reason: z.string().max(1_000).nullable() }).nullable(),
      outcome: attendanceOutcome.nullable().describe('Null: nothing recorded. An apology stands until the roll call says otherwise.'),
      minutes: minutesAttended.nullable().describe('Null: unknown.'),
      how: recordedHow.nullable(),
      corrections: z
        .array(z.strictObject({ from: value.nullable(), to: value, reason: z.string().max(1_000).nullable(), correctedAt: z.iso.datetime(), eventId: z.uuid() }))
        .max(1_000),
    }),
    singular: 'attendance',
    plural: 'attendances',
    example: {
      id: `${meetingId}.${memberId}`,
      meetingId,
      groupId,
      memberId,
      startsAt: '2026-02-10T17:00:00.000Z',
      cancelled: false,
      rsvp: { response: 'yes', guests: 0, givenAt: '2026-02-03T08:00:00.000Z', firstGivenAt: '2026-02-03T08:00:00.000Z' },
      apology: null,
      outcome: 'late',
      minutes: 90,
      how: 'rollCall',
      corrections: [
        { from: { outcome: 'present', minutes: 120 }, to: { outcome: 'late', minutes: 90 }, reason: 'Came at half past six.', correctedAt: '2026-02-11T09:00:00.000Z', eventId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e40' },
      ],
    },
    policy: meetingPolicy.documents.attendances,
  },
});

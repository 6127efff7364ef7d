import { given } from '#event-sourcing-testing';
import type { NewEvent } from '#event-sourcing';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import { MemberJoined, MemberLeft } from '../memberships/memberships.events.js';
import { codeShown, isCodeOf } from './check-in.code.js';
import { checkIn } from './check-in.decider.js';
import { AttendanceRecorded, MeetingCancelled, MeetingClosed, MeetingScheduled, type AttendanceOutcome } from './meetings.events.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const startsAt = '2026-02-10T17:00:00.000Z';
const BEFORE = '2026-02-01T09:00:00.000Z';
const about = { groupId, meetingId, startsAt };
const open = MeetingScheduled.at(BEFORE, { ...about, title: 'T', timeZone: 'UTC', localStart: '2026-02-10T17:00:00' });
const scheduled = MeetingScheduled.at(BEFORE, { ...open.data, endsAt: '2026-02-10T19:00:00.000Z', localEnd: '2026-02-10T19:00:00' });
const recorded = (outcome: AttendanceOutcome, how: 'code' | 'rollCall', minutes?: number, at = startsAt) => AttendanceRecorded.at(at, { ...about, memberId: ada, outcome, ...(minutes !== undefined && { minutes }), how });
const registered = MemberRegistered.at(BEFORE, { memberId: ada, displayName: 'Ada' });
const joined = MemberJoined.at(BEFORE, { groupId, memberId: ada });
const among = (...facts: readonly NewEvent[]) => given(...facts).alongside(`member-${ada}`, registered).alongside(`membership-${groupId}.${ada}`, joined);
const ask = { meetingId, memberId: ada };

describe('Checking in', () => {
  it('records somebody as present, for the length of the meeting, or late from ten minutes after its start', () => {
    among(scheduled).when(checkIn, ask, { now: '2026-02-10T16:40:00.000Z' }).then(recorded('present', 'code', 120, '2026-02-10T16:40:00.000Z'));
    among(scheduled).when(checkIn, ask, { now: '2026-02-10T17:10:00.000Z' }).then(recorded('present', 'code', 120));
    among(scheduled).when(checkIn, ask, { now: '2026-02-10T17:10:00.001Z' }).then(recorded('late', 'code'));
  });
  it('is open from half an hour before the start until the end, or three hours where that is unknown, a day at most', () => {
    const week = MeetingScheduled.at(BEFORE, { ...open.data, endsAt: '2026-02-17T17:00:00.000Z', localEnd: '2026-02-17T17:00:00' });
    for (const [meeting, first, last, over] of [
      [scheduled, '2026-02-10T16:30:00.000Z', '2026-02-10T18:59:59.999Z', '2026-02-10T19:00:00.000Z'],
      [open, '2026-02-10T16:30:00.000Z', '2026-02-10T19:59:59.999Z', '2026-02-10T20:00:00.000Z'],
      [week, '2026-02-10T16:30:00.000Z', '2026-02-11T16:59:59.999Z', '2026-02-11T17:00:00.000Z'],
    ] as const) {
      among(meeting).when(checkIn, ask, { now: '2026-02-10T16:29:59.999Z' }).thenRefused('check-in-not-open');
      for (const now of [first, last]) expect('refused' in among(meeting).when(checkIn, ask, { now }).decision).toBe(false);
      among(meeting).when(checkIn, ask, { now: over }).thenRefused('check-in-not-open');
    }
  });
  it('changes nothing for who is recorded as there, and leaves it to the facilitator to correct the rest', () => {
    const now = '2026-02-10T17:20:00.000Z';
    for (const outcome of ['present', 'late', 'substitute', 'visitor'] as const) among(scheduled, recorded(outcome, 'rollCall')).when(checkIn, ask, { now }).thenNothing();
    for (const outcome of ['absent', 'apologised', 'notExpected'] as const) among(scheduled, recorded(outcome, 'rollCall')).when(checkIn, ask, { now }).thenRefused('attendance-already-recorded');
  });
  it('needs a meeting that is neither cancelled nor closed, and somebody who belongs to its group', () => {
    const now = startsAt;
    given().when(checkIn, ask, { now }).thenRefused('no-such-meeting');
    among(scheduled, MeetingCancelled.at(BEFORE, { ...about, memberIds: [] })).when(checkIn, ask, { now }).thenRefused('meeting-cancelled');
    among(scheduled, MeetingClosed.at(startsAt, { ...about, leftOpen: [] })).when(checkIn, ask, { now }).thenRefused('meeting-closed');
    among(scheduled).alongside(`membership-${groupId}.${ada}`, MemberLeft.at(startsAt, { groupId, memberId: ada })).when(checkIn, ask, { now }).thenRefused('not-of-the-group');
    given(scheduled).alongside(`member-${ada}`, registered).when(checkIn, ask, { now }).thenRefused('not-of-the-group');
    among(scheduled).alongside(`member-${ada}`, PersonalDataErased.at(startsAt, { memberId: ada })).when(checkIn, ask, { now }).thenRefused('member-erased');
  });
});

describe('The code', () => {
  const runtime = { keyedHash: (purpose: string, text: string) => Buffer.from(`${purpose} ${text}`.split('').reverse().join('')).toString('base64url') };

  it('changes each minute, and holds for one more', () => {
    const { code, changesAt } = codeShown(runtime, meetingId, '2026-02-10T17:00:59.999Z');
    expect(code).toMatch(/^\d{6}$/);
    expect(changesAt).toBe('2026-02-10T17:01:00.000Z');
    expect(codeShown(runtime, meetingId, changesAt).code).not.toBe(code);
    const holds = (now: string) => isCodeOf(runtime, meetingId, code, now);
    expect(['2026-02-10T16:59:59.999Z', '2026-02-10T17:00:00.000Z', '2026-02-10T17:01:59.999Z', '2026-02-10T17:02:00.000Z'].map(holds)).toEqual([false, true, true, false]);
  });
});

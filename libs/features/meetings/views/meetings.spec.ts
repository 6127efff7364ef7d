import { foldInto } from '#event-sourcing';
import { recorded, viewOf } from '#event-sourcing-testing';
import * as facts from '../meetings.events.js';
import { attendancesView } from './attendances.js';
import { meetingsView } from './meetings.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const [ada, ben] = ['019a9d2c-7b40-7c3e-9f21-00000000000a', '019a9d2c-7b40-7c3e-9f21-00000000000b'] as const;
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const startsAt = day(20);
const about = { groupId, meetingId, startsAt };
type Facts = Parameters<typeof viewOf>[1];

const scheduled = facts.MeetingScheduled.at(day(1), { ...about, title: 'T', timeZone: 'UTC', localStart: '2026-01-20T00:00:00', endsAt: day(21), localEnd: '2026-01-21T00:00:00', mode: 'online', place: 'Room' });
const rsvp = (memberId: string, response: facts.RsvpResponse, n: number, guests = 0, firstGivenAt?: string) => facts.RsvpGiven.at(day(n), { ...about, memberId, response, guests, ...(firstGivenAt && { firstGivenAt }) });
const apology = (memberId: string, n: number, reason?: string) => facts.ApologyReceived.at(day(n), { ...about, memberId, ...(reason && { reason }) });
const attended = (memberId: string, outcome: facts.AttendanceOutcome, minutes?: number) => facts.AttendanceRecorded.at(startsAt, { ...about, memberId, outcome, how: 'rollCall', ...(minutes !== undefined && { minutes }) });
const corrected = (memberId: string, from: facts.AttendanceValue | null, to: facts.AttendanceValue, recordedAt: string, id: string) => ({ ...facts.AttendanceCorrected.at(startsAt, { ...about, memberId, corrects: meetingId, from, to, reason: 'r' }), recordedAt, id });

describe('The view of meetings', () => {
  const nobody = { present: 0, late: 0, apologised: 0, absent: 0, substitute: 0, visitor: 0, notExpected: 0 };
  const noAnswers = { yes: 0, no: 0, maybe: 0, waitlist: 0, guests: 0 };
  const { groupId: _g, meetingId: _m, ...plan } = scheduled.data;
  const blank = { id: meetingId, groupId, ...plan, seriesId: null, occurrence: null, status: 'scheduled', cancelled: false, rsvps: noAnswers, attendance: nobody };
  const one = (...events: Facts) => viewOf(meetingsView, events)[meetingId];
  it('begins with the plan; what is not known is null', () => {
    expect(one(scheduled)).toEqual(blank);
    const { endsAt: _e, localEnd: _l, mode: _o, place: _p, ...bare } = scheduled.data;
    expect(one(facts.MeetingScheduled.at(day(1), bare))).toEqual({ ...blank, endsAt: null, localEnd: null, mode: null, place: null });
    expect(one(rsvp(ada, 'yes', 2))).toBeUndefined();
  });
  it('is moved, renamed and emptied', () => {
    const moved = { groupId, meetingId, startsAt: day(25), localStart: '2026-01-25T00:00:00', memberIds: [] };
    expect(one(scheduled, facts.MeetingRescheduled.at(day(2), { ...moved, title: 'U', timeZone: 'Asia/Tokyo', endsAt: day(26), localEnd: '2026-01-26T00:00:00', mode: 'both', place: 'Hall' }))).toEqual({ ...blank, startsAt: day(25), localStart: '2026-01-25T00:00:00', title: 'U', timeZone: 'Asia/Tokyo', endsAt: day(26), localEnd: '2026-01-26T00:00:00', mode: 'both', place: 'Hall' });
    expect(one(scheduled, facts.MeetingRescheduled.at(day(2), { ...moved, cleared: ['endsAt', 'mode', 'place'] }))).toEqual({ ...blank, startsAt: day(25), localStart: '2026-01-25T00:00:00', endsAt: null, localEnd: null, mode: null, place: null });
  });
  it('counts the latest answer of each, and guests of those who come', () => {
    expect(one(scheduled, rsvp(ada, 'yes', 5, 2), rsvp(ben, 'no', 5, 3))).toMatchObject({ rsvps: { ...noAnswers, yes: 1, no: 1, guests: 2 } });
    expect(one(scheduled, rsvp(ada, 'yes', 5, 2), rsvp(ada, 'maybe', 6, 2))).toMatchObject({ rsvps: { ...noAnswers, maybe: 1 } });
    expect(one(scheduled, rsvp(ada, 'yes', 6, 2), rsvp(ada, 'waitlist', 5))).toMatchObject({ rsvps: { ...noAnswers, yes: 1, guests: 2 } });
    expect(one(scheduled, rsvp(ada, 'yes', 5), rsvp(ada, 'waitlist', 5))).toMatchObject({ rsvps: { ...noAnswers, waitlist: 1 } });
  });
  it('counts an apology until the roll call says otherwise, and the correction after it', () => {
    expect(one(scheduled, apology(ada, 5))).toMatchObject({ attendance: { ...nobody, apologised: 1 } });
    expect(one(scheduled, apology(ada, 5), attended(ada, 'late'), attended(ben, 'visitor'))).toMatchObject({ attendance: { ...nobody, late: 1, visitor: 1 } });
    expect(one(scheduled, attended(ada, 'late'), corrected(ada, { outcome: 'late' }, { outcome: 'present', minutes: 5 }, day(22), meetingId))).toMatchObject({ attendance: { ...nobody, present: 1 } });
  });
  it('is cancelled or closed', () => {
    expect(one(scheduled, facts.MeetingCancelled.at(day(3), { ...about, memberIds: [] }))).toEqual({ ...blank, status: 'cancelled', cancelled: true });
    expect(one(scheduled, facts.MeetingClosed.at(day(22), { ...about, leftOpen: [] }))).toEqual({ ...blank, status: 'closed' });
  });
  it('says of which series it is, whatever becomes of it', () => {
    const seriesId = '019a9d2c-7b40-7c3e-9f21-000000000060';
    const moved = facts.MeetingRescheduled.at(day(2), { groupId, meetingId, startsAt: day(25), localStart: '2026-01-25T00:00:00', memberIds: [], seriesId });
    expect(one(facts.MeetingScheduled.at(day(1), { ...scheduled.data, seriesId, occurrence: '2026-01-20' }), moved)).toEqual({ ...blank, startsAt: day(25), localStart: '2026-01-25T00:00:00', seriesId, occurrence: '2026-01-20' });
  });
  it('counts the changes of its plan, and knows when we learned of the last', () => {
    const moved = (n: number, recordedAt: string) => ({ ...facts.MeetingRescheduled.at(day(n), { groupId, meetingId, startsAt: day(25), localStart: '2026-01-25T00:00:00', memberIds: [] }), recordedAt });
    const changed = (...events: Facts) => recorded(events).reduce<facts.MeetingDocument | undefined>((doc, event) => foldInto(meetingsView, doc, event, meetingId), undefined)?._changed;
    expect(changed({ ...scheduled, recordedAt: day(2) }, rsvp(ada, 'yes', 5), attended(ada, 'present'))).toEqual({ times: 0, at: day(2) });
    expect(changed(scheduled, moved(4, day(6)), rsvp(ada, 'yes', 7))).toEqual({ times: 1, at: day(6) });
    expect(changed(scheduled, moved(4, day(6)), moved(3, day(8)), facts.MeetingCancelled.at(day(9), { ...about, memberIds: [] }))).toEqual({ times: 3, at: day(9) });
  });
  it('is found by title and place', () => {
    expect(meetingsView.search?.(blank as never)).toEqual(['T', 'Room']);
  });
});

describe('The view of attendances', () => {
  const id = `${meetingId}.${ada}`;
  const blank = { id, meetingId, groupId, memberId: ada, startsAt, cancelled: false, rsvp: null, apology: null, outcome: null, minutes: null, how: null, corrections: [], audience: [`member:${ada}`, `facilitators:${groupId}`] };
  const one = (...events: Facts) => viewOf(attendancesView, events)[id];
  it('keeps the latest answer and when the first was given', () => {
    expect(one(rsvp(ada, 'yes', 5, 1))).toEqual({ ...blank, rsvp: { response: 'yes', guests: 1, givenAt: day(5), firstGivenAt: day(5) } });
    expect(one(rsvp(ada, 'yes', 5), rsvp(ada, 'no', 6))).toMatchObject({ rsvp: { response: 'no', givenAt: day(6), firstGivenAt: day(5) } });
    expect(one(rsvp(ada, 'yes', 5), rsvp(ada, 'no', 3))).toMatchObject({ rsvp: { response: 'yes', givenAt: day(5), firstGivenAt: day(3) } });
    expect(one(rsvp(ada, 'yes', 5, 0, day(2)), rsvp(ada, 'no', 6))).toMatchObject({ rsvp: { response: 'no', firstGivenAt: day(2) } });
    expect(one(rsvp(ada, 'yes', 5), rsvp(ada, 'no', 5))).toMatchObject({ rsvp: { response: 'no' } });
  });
  it('lets an apology stand until the roll call says otherwise', () => {
    expect(one(apology(ada, 5, 'Ill'))).toEqual({ ...blank, apology: { receivedAt: day(5), reason: 'Ill' }, outcome: 'apologised' });
    expect(one(apology(ada, 5), attended(ada, 'late', 30))).toEqual({ ...blank, apology: { receivedAt: day(5), reason: null }, outcome: 'late', minutes: 30, how: 'rollCall' });
    expect(one(attended(ada, 'late'), apology(ada, 5))).toMatchObject({ outcome: 'late', minutes: null });
  });
  it('keeps every correction: old value, new value, reason and when it was learned', () => {
    const [first, second] = ['019a9d2c-7b40-7c3e-9f21-000000000041', '019a9d2c-7b40-7c3e-9f21-000000000042'] as const;
    expect(one(attended(ada, 'late', 30), corrected(ada, { outcome: 'late', minutes: 30 }, { outcome: 'present', minutes: 60 }, day(22), first), corrected(ada, { outcome: 'present', minutes: 60 }, { outcome: 'absent' }, day(23), second))).toEqual({
      ...blank,
      outcome: 'absent',
      how: 'rollCall',
      corrections: [
        { from: { outcome: 'late', minutes: 30 }, to: { outcome: 'present', minutes: 60 }, reason: 'r', correctedAt: day(22), eventId: first },
        { from: { outcome: 'present', minutes: 60 }, to: { outcome: 'absent' }, reason: 'r', correctedAt: day(23), eventId: second },
      ],
    });
    expect(one(corrected(ada, null, { outcome: 'late', minutes: 4 }, day(22), first))).toMatchObject({ outcome: 'late', minutes: 4, how: 'api' });
  });
  it('follows the meeting where it is moved or cancelled, for everybody named', () => {
    const moved = facts.MeetingRescheduled.at(day(6), { groupId, meetingId, startsAt: day(25), localStart: '2026-01-25T00:00:00', memberIds: [ada] });
    expect(one(rsvp(ada, 'yes', 5), moved)).toMatchObject({ startsAt: day(25), rsvp: { response: 'yes' } });
    expect(one(rsvp(ada, 'yes', 5), facts.MeetingCancelled.at(day(6), { ...about, memberIds: [ada, ben] }))).toMatchObject({ cancelled: true });
    expect(Object.keys(viewOf(attendancesView, [facts.MeetingCancelled.at(day(6), { ...about, memberIds: [ada, ben] })]))).toEqual([id, `${meetingId}.${ben}`]);
  });
  it('is found by its meeting’s tag', () => {
    expect(attendancesView.tag?.(id)).toBe(`meeting:${meetingId}`);
  });
});

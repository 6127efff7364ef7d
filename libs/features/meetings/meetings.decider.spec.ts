import { type NewEvent } from '#event-sourcing';
import { given, viewOf } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import * as planning from './meetings.decider.js';
import { ApologyReceived, AttendanceRecorded, MeetingCancelled, MeetingClosed, MeetingRescheduled, MeetingScheduled, RsvpGiven } from './meetings.events.js';
import { meetingsView } from './views/meetings.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const ben = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const FEBRUARY = '2026-02-01T09:00:00.000Z';
const startsAt = '2026-02-10T17:00:00.000Z';
const endsAt = '2026-02-10T19:00:00.000Z';
const about = { groupId, meetingId, startsAt };
const group = GroupFounded.at('2025-01-01T00:00:00.000Z', { groupId, name: 'G', timeZone: 'Europe/Berlin' });
const plan = { title: 'War stories', timeZone: 'Europe/Berlin', localStart: '2026-02-10T18:00:00', endsAt, localEnd: '2026-02-10T20:00:00', mode: 'inPerson' as const, place: 'Alte Post' };
const scheduled = MeetingScheduled.at(FEBRUARY, { ...about, ...plan });
const cancelled = MeetingCancelled.at(FEBRUARY, { ...about, memberIds: [] });
const closed = MeetingClosed.at(FEBRUARY, { ...about, leftOpen: [] });
const recorded = AttendanceRecorded.at(startsAt, { ...about, memberId: ada, outcome: 'present', how: 'rollCall' });
const rsvp = (response: 'yes' | 'no', at = FEBRUARY, guests = 0, memberId = ada) => RsvpGiven.at(at, { ...about, memberId, response, guests });
const among = (...facts: readonly NewEvent[]) =>
  given(...facts)
    .alongside(`group-${groupId}`, group)
    .alongside(`member-${ada}`, MemberRegistered.at(FEBRUARY, { memberId: ada, displayName: 'Ada' }));

describe('Scheduling a meeting', () => {
  const input = { meetingId, groupId, title: 'War stories', startsAt: '2026-02-10T18:00:00+01:00', endsAt };
  it('keeps local start and end and the zone beside the instants, the group’s zone unless another is given', () => {
    among().when(planning.scheduleMeeting, { ...input, mode: 'inPerson', place: 'Alte Post', occurredAt: FEBRUARY }).then(scheduled);
    among()
      .when(planning.scheduleMeeting, { ...input, timeZone: 'America/Denver' })
      .then(MeetingScheduled.at(NOW, { ...about, title: 'War stories', endsAt, timeZone: 'America/Denver', localStart: '2026-02-10T10:00:00', localEnd: '2026-02-10T12:00:00' }));
    among().when(planning.scheduleMeeting, { ...input, endsAt: undefined }).then(MeetingScheduled.at(NOW, { ...about, title: 'War stories', timeZone: 'Europe/Berlin', localStart: '2026-02-10T18:00:00' }));
  });
  it('plans today about a later date, but is not itself done in the future', () => {
    const { decision } = among().when(planning.scheduleMeeting, { ...input, startsAt: '2027-02-10T17:00:00Z', endsAt: undefined });
    expect((decision as NewEvent[])[0]?.occurredAt).toBe(NOW);
    among().when(planning.scheduleMeeting, { ...input, occurredAt: LATER }).thenRefused('in-the-future');
  });
  it('ends after it starts, within fifteen days', () => {
    const ending = (end: string) => among().when(planning.scheduleMeeting, { ...input, endsAt: end });
    ending('2026-02-10T17:00:00Z').thenRefused('ends-before-it-starts');
    ending('2026-02-10T16:59:00Z').thenRefused('ends-before-it-starts');
    ending('2026-02-25T17:01:00Z').thenRefused('ends-before-it-starts');
    expect('refused' in ending('2026-02-25T17:00:00Z').decision).toBe(false);
    expect('refused' in ending('2026-02-10T17:00:20Z').decision).toBe(false);
  });
  it('is done once, in an open group that exists', () => {
    among(scheduled).when(planning.scheduleMeeting, input).thenRefused('already-scheduled');
    given().when(planning.scheduleMeeting, input).thenRefused('no-such-group');
    among().alongside(`group-${groupId}`, GroupArchived.at(FEBRUARY, { groupId })).when(planning.scheduleMeeting, input).thenRefused('group-archived');
  });
});

describe('Rescheduling', () => {
  const moved = { groupId, meetingId, startsAt: '2026-07-10T17:00:00.000Z' };
  it('keeps the length unless told otherwise, and names everybody who answered', () => {
    among(scheduled, rsvp('yes'), ApologyReceived.at(FEBRUARY, { ...about, memberId: ben }))
      .when(planning.rescheduleMeeting, { meetingId, startsAt: moved.startsAt })
      .then(MeetingRescheduled.at(NOW, { ...moved, localStart: '2026-07-10T19:00:00', localEnd: '2026-07-10T21:00:00', endsAt: '2026-07-10T19:00:00.000Z', memberIds: [ada, ben] }));
    among(scheduled)
      .when(planning.rescheduleMeeting, { meetingId, startsAt: moved.startsAt, endsAt: '2026-07-10T18:00:00Z' })
      .then(MeetingRescheduled.at(NOW, { ...moved, localStart: '2026-07-10T19:00:00', localEnd: '2026-07-10T20:00:00', endsAt: '2026-07-10T18:00:00.000Z', memberIds: [] }));
  });
  it('changes title, zone, mode and place, and empties what may be empty', () => {
    const local = { localStart: '2026-02-10T18:00:00', localEnd: '2026-02-10T20:00:00' };
    among(scheduled)
      .when(planning.rescheduleMeeting, { meetingId, title: 'New', mode: null, place: 'Room 2' })
      .then(MeetingRescheduled.at(NOW, { ...about, ...local, title: 'New', place: 'Room 2', cleared: ['mode'], memberIds: [] }));
    among(scheduled)
      .when(planning.rescheduleMeeting, { meetingId, endsAt: null, place: null })
      .then(MeetingRescheduled.at(NOW, { ...about, localStart: local.localStart, cleared: ['endsAt', 'place'], memberIds: [] }));
    among(scheduled)
      .when(planning.rescheduleMeeting, { meetingId, timeZone: 'America/Denver' })
      .then(MeetingRescheduled.at(NOW, { ...about, localStart: '2026-02-10T10:00:00', localEnd: '2026-02-10T12:00:00', timeZone: 'America/Denver', memberIds: [] }));
  });
  it('builds on what was rescheduled before', () => {
    const before = MeetingRescheduled.at(FEBRUARY, { ...about, localStart: '2026-02-10T18:00:00', cleared: ['endsAt', 'place'], title: 'New', memberIds: [] });
    among(scheduled, before).when(planning.rescheduleMeeting, { meetingId, title: 'New', endsAt: null, place: null }).thenNothing();
    among(scheduled, before).when(planning.rescheduleMeeting, { meetingId, startsAt: moved.startsAt }).then(MeetingRescheduled.at(NOW, { ...moved, localStart: '2026-07-10T19:00:00', memberIds: [] }));
  });
  it('changes nothing where nothing differs', () => {
    among(scheduled).when(planning.rescheduleMeeting, { meetingId, title: 'War stories', startsAt, endsAt, mode: 'inPerson', place: 'Alte Post', timeZone: 'Europe/Berlin' }).thenNothing();
  });
  it('does not move a meeting once attendance exists, but may rename it', () => {
    among(scheduled, recorded).when(planning.rescheduleMeeting, { meetingId, startsAt: moved.startsAt }).thenRefused('attendance-exists');
    expect('refused' in among(scheduled, recorded).when(planning.rescheduleMeeting, { meetingId, title: 'Renamed', startsAt }).decision).toBe(false);
  });
  it('leaves the times of a closed meeting as they are, and may correct the rest', () => {
    for (const times of [{ startsAt: moved.startsAt }, { endsAt: '2026-02-10T20:00:00Z' }, { endsAt: null }]) among(scheduled, closed).when(planning.rescheduleMeeting, { meetingId, ...times }).thenRefused('meeting-closed', /took place/);
    among(scheduled, closed)
      .when(planning.rescheduleMeeting, { meetingId, title: 'Renamed', startsAt, endsAt, place: null })
      .then(MeetingRescheduled.at(NOW, { ...about, localStart: plan.localStart, localEnd: plan.localEnd, title: 'Renamed', cleared: ['place'], memberIds: [] }));
  });
  it('is of a meeting that stands', () => {
    among().when(planning.rescheduleMeeting, { meetingId, title: 'X' }).thenRefused('no-such-meeting');
    among(scheduled, cancelled).when(planning.rescheduleMeeting, { meetingId, title: 'X' }).thenRefused('meeting-cancelled');
    among(scheduled).when(planning.rescheduleMeeting, { meetingId, endsAt: '2026-02-10T16:00:00Z' }).thenRefused('ends-before-it-starts');
  });
});

describe('Cancelling', () => {
  it('names everybody who answered', () => {
    among(scheduled, rsvp('yes')).when(planning.cancelMeeting, { meetingId, reason: 'Flood' }).then(MeetingCancelled.at(NOW, { ...about, reason: 'Flood', memberIds: [ada] }));
    among(scheduled).when(planning.cancelMeeting, { meetingId, occurredAt: FEBRUARY }).then(cancelled);
  });
  it('is done once, and not to a meeting that took place', () => {
    among(scheduled, cancelled).when(planning.cancelMeeting, { meetingId }).thenRefused('meeting-cancelled', /already/);
    among(scheduled, recorded).when(planning.cancelMeeting, { meetingId }).thenRefused('attendance-exists');
    among(scheduled, closed).when(planning.cancelMeeting, { meetingId }).thenRefused('meeting-closed', /took place/);
    among().when(planning.cancelMeeting, { meetingId }).thenRefused('no-such-meeting');
    among(scheduled).when(planning.cancelMeeting, { meetingId, occurredAt: LATER }).thenRefused('in-the-future');
  });
});

describe('What is changed after a clock that ran ahead', () => {
  const AHEAD = '2026-03-01T12:03:00.000Z';
  const ahead = MeetingScheduled.at(AHEAD, { ...about, ...plan });
  const shown = (...facts: readonly NewEvent[]) => viewOf(meetingsView, facts)[meetingId];
  it('comes after what it changes, and is not lost behind it', () => {
    const moved = MeetingRescheduled.at(AHEAD, { groupId, meetingId, startsAt: '2026-07-10T17:00:00.000Z', localStart: '2026-07-10T19:00:00', localEnd: '2026-07-10T21:00:00', endsAt: '2026-07-10T19:00:00.000Z', memberIds: [] });
    among(ahead).when(planning.rescheduleMeeting, { meetingId, startsAt: moved.data.startsAt }).then(moved);
    expect(shown(ahead, moved)).toMatchObject({ startsAt: moved.data.startsAt, localStart: '2026-07-10T19:00:00', endsAt: '2026-07-10T19:00:00.000Z' });
    // Of a clock that ran ahead twice, the later; and once that is over, the present.
    among(scheduled, MeetingRescheduled.at(AHEAD, { ...about, localStart: plan.localStart, title: 'New', memberIds: [] }), MeetingRescheduled.at(FEBRUARY, { ...about, localStart: plan.localStart, place: 'Room 2', memberIds: [] }))
      .when(planning.rescheduleMeeting, { meetingId, title: 'Newer' })
      .then(MeetingRescheduled.at(AHEAD, { ...about, localStart: plan.localStart, localEnd: plan.localEnd, title: 'Newer', memberIds: [] }));
    expect(among(ahead).when(planning.rescheduleMeeting, { meetingId, title: 'New' }, { now: '2026-03-01T12:04:00.000Z' }).decision).toMatchObject([{ occurredAt: '2026-03-01T12:04:00.000Z' }]);
    among(ahead).when(planning.cancelMeeting, { meetingId }).then(MeetingCancelled.at(AHEAD, { ...about, memberIds: [] }));
  });
  it('holds of answers, and of a cancelling', () => {
    const answer = { meetingId, memberId: ada, response: 'no' };
    among(scheduled, rsvp('yes', AHEAD)).when(planning.giveRsvp, answer).then(rsvp('no', AHEAD));
    expect(shown(scheduled, rsvp('yes', AHEAD), rsvp('no', AHEAD))).toMatchObject({ rsvps: { yes: 0, no: 1 } });
    const cancelledAhead = MeetingCancelled.at(AHEAD, { ...about, memberIds: [] });
    among(scheduled, cancelledAhead).when(planning.giveRsvp, answer).thenRefused('meeting-cancelled');
    among(scheduled, cancelledAhead).when(planning.receiveApology, { meetingId, memberId: ada }).thenRefused('meeting-cancelled');
  });
});

describe('Answering', () => {
  const answer = { meetingId, memberId: ada, response: 'yes' };
  it('is taken before joining, after the start, and with guests', () => {
    among(scheduled).when(planning.giveRsvp, { ...answer, occurredAt: FEBRUARY }).then(rsvp('yes'));
    among(scheduled).when(planning.giveRsvp, { ...answer, guests: 2 }).then(rsvp('yes', NOW, 2));
  });
  it('keeps when the first answer was given, where that was earlier', () => {
    among(scheduled).when(planning.giveRsvp, { ...answer, firstGivenAt: FEBRUARY }).then(RsvpGiven.at(NOW, { ...about, memberId: ada, response: 'yes', guests: 0, firstGivenAt: FEBRUARY }));
    among(scheduled).when(planning.giveRsvp, { ...answer, firstGivenAt: NOW }).then(rsvp('yes', NOW));
    among(scheduled).when(planning.giveRsvp, { ...answer, firstGivenAt: LATER }).thenRefused('in-the-future');
  });
  it('is recorded when it differs, and the same again changes nothing', () => {
    among(scheduled, rsvp('yes')).when(planning.giveRsvp, answer).thenNothing();
    among(scheduled, rsvp('yes')).when(planning.giveRsvp, { ...answer, guests: 1 }).then(rsvp('yes', NOW, 1));
    among(scheduled, rsvp('yes')).when(planning.giveRsvp, { ...answer, response: 'no' }).then(rsvp('no', NOW));
    among(scheduled, rsvp('yes', NOW)).when(planning.giveRsvp, { ...answer, occurredAt: FEBRUARY }).then(rsvp('yes'));
    among(scheduled, rsvp('no', NOW), rsvp('yes', FEBRUARY)).when(planning.giveRsvp, { ...answer, response: 'no' }).thenNothing();
  });
  it('is refused of a cancelled meeting from the cancelling on', () => {
    among(scheduled, cancelled).when(planning.giveRsvp, answer).thenRefused('meeting-cancelled');
    among(scheduled, cancelled).when(planning.receiveApology, { meetingId, memberId: ada }).thenRefused('meeting-cancelled');
    among(scheduled, cancelled).when(planning.giveRsvp, { ...answer, occurredAt: '2026-01-31T00:00:00Z' }).then(rsvp('yes', '2026-01-31T00:00:00.000Z'));
    among(scheduled, cancelled).when(planning.receiveApology, { meetingId, memberId: ada, occurredAt: '2026-01-31T00:00:00Z' }).then(ApologyReceived.at('2026-01-31T00:00:00.000Z', { ...about, memberId: ada }));
  });
  it('apologises once, with a reason or without', () => {
    const apology = ApologyReceived.at(NOW, { ...about, memberId: ada, reason: 'Ill' });
    among(scheduled).when(planning.receiveApology, { meetingId, memberId: ada, reason: 'Ill' }).then(apology);
    among(scheduled, apology).when(planning.receiveApology, { meetingId, memberId: ada }).thenNothing();
  });
  it.each([['giveRsvp', planning.giveRsvp, answer], ['receiveApology', planning.receiveApology, { meetingId, memberId: ada }]] as const)('%s needs a meeting, a member and a past', (_name, command, input) => {
    among().when(command as never, input).thenRefused('no-such-meeting');
    given(scheduled).when(command as never, input).thenRefused('no-such-member');
    among(scheduled).alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(command as never, input).thenRefused('member-erased');
    among(scheduled).when(command as never, { ...input, occurredAt: LATER }).thenRefused('in-the-future');
  });
});

import { type NewEvent } from '#event-sourcing';
import { given } from '#event-sourcing-testing';
import { AttendanceRecorded, MeetingCancelled, MeetingClosed, MeetingRescheduled, MeetingScheduled, RsvpGiven } from './meetings.events.js';
import { followSeries, meetingOf } from './occurrences.decider.js';
import { MeetingSeriesChanged, MeetingSeriesEnded, MeetingSeriesExtended, MeetingSeriesPlanned } from './series.events.js';

const seriesId = '019a9d2c-7b40-7c3e-9f21-000000000060';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const NOW = '2026-03-01T12:00:00.000Z';
const FEBRUARY = '2026-02-01T09:00:00.000Z';
const occurrences = ['2026-03-24', '2026-03-31'] as const;
const [occurrence, next] = occurrences;
const series = { seriesId, groupId };
const planned = MeetingSeriesPlanned.at(FEBRUARY, {
  ...series, title: 'War stories', rule: { frequency: 'weekly', interval: 1, weekday: 'tuesday' }, startTime: '18:00', durationMinutes: 120, timeZone: 'Europe/Berlin', mode: 'inPerson', place: 'Alte Post',
  from: '2026-03-24', until: '2026-03-31', occurrences: [...occurrences],
});
const changed = (more: object, from: string = occurrence) => MeetingSeriesChanged.at(FEBRUARY, { ...series, from, ...more });
const ended = (from: string) => MeetingSeriesEnded.at(FEBRUARY, { ...series, from });

const meetingId = meetingOf({ seriesId, occurrence });
const about = { groupId, meetingId, startsAt: '2026-03-24T17:00:00.000Z' };
const scheduled = (at = FEBRUARY) => MeetingScheduled.at(at, { ...about, title: 'War stories', timeZone: 'Europe/Berlin', localStart: '2026-03-24T18:00:00', endsAt: '2026-03-24T19:00:00.000Z', localEnd: '2026-03-24T20:00:00', mode: 'inPerson', place: 'Alte Post', seriesId, occurrence });
/** As a facilitator changes one meeting. */
const byItself = (more: object) => MeetingRescheduled.at(FEBRUARY, { ...about, localStart: '2026-03-24T18:00:00', localEnd: '2026-03-24T20:00:00', memberIds: [], ...more });
/** As it follows its series. */
const following = (more: object) => MeetingRescheduled.at(NOW, { ...about, localStart: '2026-03-24T18:00:00', localEnd: '2026-03-24T20:00:00', seriesId, memberIds: [], ...more });
const at19 = { startsAt: '2026-03-24T18:00:00.000Z', localStart: '2026-03-24T19:00:00', endsAt: '2026-03-24T20:00:00.000Z', localEnd: '2026-03-24T21:00:00' };

const meeting = (...facts: readonly NewEvent[]) => ({
  of: (...ofSeries: readonly NewEvent[]) => given(...facts).alongside(`series-${seriesId}`, ...ofSeries).when(followSeries, { seriesId, occurrence }),
});

describe('A meeting of a series', () => {
  it('is scheduled for its date, at the same wall-clock time on both sides of a change of clocks', () => {
    meeting().of(planned).then(scheduled(NOW));
    given()
      .alongside(`series-${seriesId}`, planned)
      .when(followSeries, { seriesId, occurrence: next })
      // Clocks in Berlin go forward on the 29th of March: 18:00 is an hour earlier in UTC.
      .then(MeetingScheduled.at(NOW, { ...scheduled().data, meetingId: meetingOf({ seriesId, occurrence: next }), startsAt: '2026-03-31T16:00:00.000Z', localStart: '2026-03-31T18:00:00', endsAt: '2026-03-31T18:00:00.000Z', localEnd: '2026-03-31T20:00:00', occurrence: next }));
  });
  it('is scheduled once, under an id of its own', () => {
    meeting(scheduled()).of(planned).thenNothing();
    expect(meetingOf({ seriesId, occurrence: next })).not.toBe(meetingId);
    given().alongside(`series-${seriesId}`, planned).when(followSeries, { seriesId, occurrence: '2026-04-07' }).thenRefused('no-such-series');
    given().when(followSeries, { seriesId, occurrence }).thenRefused('no-such-series');
  });
  it('is one of those that came to it later', () => {
    const extended = MeetingSeriesExtended.at(FEBRUARY, { ...series, from: '2026-04-07', until: '2026-04-07', occurrences: ['2026-04-07'] });
    const { decision } = given().alongside(`series-${seriesId}`, planned, changed({ startTime: '19:00' }, next), extended).when(followSeries, { seriesId, occurrence: '2026-04-07' });
    expect(decision).toMatchObject([{ type: 'MeetingScheduled', data: { localStart: '2026-04-07T19:00:00', occurrence: '2026-04-07' } }]);
  });

  it('follows every change from its date on, and names everybody who answered', () => {
    meeting(scheduled(), RsvpGiven.at(FEBRUARY, { ...about, memberId: ada, response: 'yes', guests: 0 })).of(planned, changed({ startTime: '19:00' })).then(following({ ...at19, memberIds: [ada] }));
    meeting(scheduled()).of(planned, changed({ weekday: 'thursday' })).then(following({ startsAt: '2026-03-26T17:00:00.000Z', localStart: '2026-03-26T18:00:00', endsAt: '2026-03-26T19:00:00.000Z', localEnd: '2026-03-26T20:00:00' }));
    meeting(scheduled()).of(planned, changed({ durationMinutes: 90 })).then(following({ endsAt: '2026-03-24T18:30:00.000Z', localEnd: '2026-03-24T19:30:00' }));
    meeting(scheduled()).of(planned, changed({ title: 'New', mode: 'online', cleared: ['place'] })).then(following({ title: 'New', mode: 'online', cleared: ['place'] }));
    meeting(scheduled()).of(planned, changed({ startTime: '20:00' }, '2026-03-20'), changed({ startTime: '19:00' })).then(following(at19));
  });
  it('follows what concerns it, wherever it takes place by then, and ends with it', () => {
    const concerning = (occurrences: string[]) => ({ ...series, from: '2026-03-27', occurrences });
    meeting(scheduled()).of(planned, MeetingSeriesChanged.at(FEBRUARY, { ...concerning([occurrence, next]), startTime: '19:00' })).then(following(at19));
    meeting(scheduled()).of(planned, MeetingSeriesChanged.at(FEBRUARY, { ...series, from: occurrence, occurrences: [next], startTime: '19:00' })).thenNothing();
    meeting(scheduled()).of(planned, MeetingSeriesEnded.at(FEBRUARY, concerning([occurrence, next]))).then(MeetingCancelled.at(NOW, { ...about, memberIds: [] }));
    meeting(scheduled()).of(planned, MeetingSeriesEnded.at(FEBRUARY, { ...series, from: occurrence, occurrences: [next] })).thenNothing();
  });
  it('does not follow what holds from a later date on', () => {
    meeting(scheduled()).of(planned, changed({ startTime: '19:00' }, '2026-03-25')).thenNothing();
  });
  it('has followed already', () => {
    meeting(scheduled(), following(at19)).of(planned, changed({ startTime: '19:00' })).thenNothing();
    meeting(scheduled(), following(at19)).of(planned, changed({ startTime: '19:00' }), changed({ startTime: '18:00' })).then(following({ endsAt: '2026-03-24T19:00:00.000Z' }));
  });

  it('keeps what was changed of it by itself, and follows in the rest', () => {
    const moved = byItself({ startsAt: '2026-03-25T17:00:00.000Z', localStart: '2026-03-25T18:00:00', endsAt: '2026-03-25T19:00:00.000Z', localEnd: '2026-03-25T20:00:00' });
    meeting(scheduled(), moved).of(planned, changed({ startTime: '19:00' })).thenNothing();
    meeting(scheduled(), moved)
      .of(planned, changed({ startTime: '19:00', durationMinutes: 90, title: 'New' }))
      .then(following({ startsAt: '2026-03-25T17:00:00.000Z', localStart: '2026-03-25T18:00:00', title: 'New', endsAt: '2026-03-25T18:30:00.000Z', localEnd: '2026-03-25T19:30:00' }));
    meeting(scheduled(), byItself({ title: 'Summer party' })).of(planned, changed({ startTime: '19:00', title: 'New' })).then(following(at19));
    meeting(scheduled(), byItself({ cleared: ['place'] })).of(planned, changed({ place: 'Library', mode: 'both' })).then(following({ mode: 'both' }));
    meeting(scheduled(), byItself({ endsAt: '2026-03-24T21:00:00.000Z', localEnd: '2026-03-24T22:00:00' })).of(planned, changed({ startTime: '19:00', durationMinutes: 60 })).then(following({ ...at19, endsAt: '2026-03-24T22:00:00.000Z', localEnd: '2026-03-24T23:00:00' }));
    const { localEnd: _unknown, ...open } = byItself({ cleared: ['endsAt'] }).data;
    const { localEnd: _none, endsAt: _neither, ...begins } = at19;
    const { localEnd: _gone, ...follows } = following(begins).data;
    meeting(scheduled(), MeetingRescheduled.at(FEBRUARY, open)).of(planned, changed({ startTime: '19:00', durationMinutes: 60 })).then(MeetingRescheduled.at(NOW, follows));
    const inLondon = byItself({ timeZone: 'Europe/London', localStart: '2026-03-24T17:00:00', localEnd: '2026-03-24T19:00:00' });
    meeting(scheduled(), inLondon).of(planned, changed({ startTime: '19:00' })).thenNothing();
    // What it followed in is not its own.
    meeting(scheduled(), following(at19), byItself({ ...at19, title: 'Summer party' })).of(planned, changed({ startTime: '19:00' }), changed({ startTime: '18:00', title: 'New' })).then(following({ endsAt: '2026-03-24T19:00:00.000Z' }));
  });

  it('stays as it is once it was cancelled, closed, called the roll of, or has begun', () => {
    const later = changed({ startTime: '19:00' });
    meeting(scheduled(), MeetingCancelled.at(FEBRUARY, { ...about, memberIds: [] })).of(planned, later).thenRefused('meeting-cancelled');
    meeting(scheduled(), MeetingClosed.at(FEBRUARY, { ...about, leftOpen: [] })).of(planned, later).thenRefused('meeting-closed');
    meeting(scheduled(), AttendanceRecorded.at(FEBRUARY, { ...about, memberId: ada, outcome: 'present', how: 'rollCall' })).of(planned, later).thenRefused('attendance-exists');
    const begun = (now: string, ...ofSeries: readonly NewEvent[]) => given(scheduled()).alongside(`series-${seriesId}`, planned, ...ofSeries).when(followSeries, { seriesId, occurrence }, { now });
    begun('2026-03-24T17:00:00.000Z', later).thenRefused('too-late');
    begun('2026-03-24T17:00:00.000Z', ended(occurrence)).thenRefused('too-late');
    begun('2026-03-24T16:59:59.999Z', ended(occurrence)).then(MeetingCancelled.at('2026-03-24T16:59:59.999Z', { ...about, memberIds: [] }));
    // It is Tuesday noon; the Monday of this week is over.
    begun('2026-03-24T11:00:00.000Z', changed({ weekday: 'monday' })).thenRefused('too-late');
  });

  it('is cancelled where its series ends, wherever it was moved to', () => {
    const cancelled = MeetingCancelled.at(NOW, { ...about, memberIds: [ada] });
    const answered = RsvpGiven.at(FEBRUARY, { ...about, memberId: ada, response: 'yes', guests: 0 });
    meeting(scheduled(), answered).of(planned, ended(occurrence)).then(cancelled);
    meeting(scheduled(), answered, byItself({ startsAt: '2026-03-30T17:00:00.000Z', memberIds: [ada] })).of(planned, ended(occurrence)).then(MeetingCancelled.at(NOW, { ...cancelled.data, startsAt: '2026-03-30T17:00:00.000Z' }));
    meeting(scheduled()).of(planned, ended(next)).thenNothing();
    meeting(scheduled(), MeetingCancelled.at(FEBRUARY, { ...about, memberIds: [] })).of(planned, ended(occurrence)).thenNothing();
    meeting().of(planned, ended(occurrence)).thenNothing();
    meeting(scheduled()).of(planned, ended(next), ended(occurrence)).then(MeetingCancelled.at(NOW, { ...about, memberIds: [] }));
  });
});

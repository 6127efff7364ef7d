import fc from 'fast-check';
import { isRefusal, type NewEvent } from '#event-sourcing';
import { given, recorded as asRecorded } from '#event-sourcing-testing';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import { ApologyReceived, AttendanceCorrected, AttendanceRecorded, MeetingCancelled, MeetingClosed, MeetingScheduled, RsvpGiven, type AttendanceOutcome } from './meetings.events.js';
import { closeMeeting, correctAttendance, MAX_ROLL_CALL, recordAttendance } from './roll-call.decider.js';
import { meetings } from './meetings.state.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const ben = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const cleo = '019a9d2c-7b40-7c3e-9f21-00000000000c';
const NOW = '2026-03-01T12:00:00.000Z';
const startsAt = '2026-02-10T17:00:00.000Z';
const about = { groupId, meetingId, startsAt };
const open = MeetingScheduled.at('2026-02-01T09:00:00.000Z', { ...about, title: 'T', timeZone: 'UTC', localStart: '2026-02-10T17:00:00' });
const scheduled = MeetingScheduled.at('2026-02-01T09:00:00.000Z', { ...open.data, endsAt: '2026-02-10T19:00:00.000Z', localEnd: '2026-02-10T19:00:00' });
const cancelled = MeetingCancelled.at('2026-02-02T09:00:00.000Z', { ...about, memberIds: [] });
const closed = MeetingClosed.at(NOW, { ...about, leftOpen: [ben] });
const attended = (memberId: string, outcome: AttendanceOutcome, minutes?: number, how: 'api' | 'rollCall' | 'import' = 'api', at = startsAt) =>
  AttendanceRecorded.at(at, { ...about, memberId, outcome, ...(minutes !== undefined && { minutes }), how });
const among = (...facts: readonly NewEvent[]) =>
  [ada, ben, cleo].reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(startsAt, { memberId, displayName: 'X' })), given(...facts));
const roll = (...entries: object[]) => ({ meetingId, entries });
/** The id the kit gives the nth fact. */
const eventId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

describe('The roll call', () => {
  it('records each member’s outcome once, at the meeting’s start, one event a member', () => {
    among(scheduled)
      .when(recordAttendance, { ...roll({ memberId: ada, outcome: 'late', minutes: 90 }, { memberId: ben, outcome: 'absent' }), how: 'rollCall' })
      .then(attended(ada, 'late', 90, 'rollCall'), attended(ben, 'absent', undefined, 'rollCall'))
      .thenResults('recorded', 'recorded');
  });
  it('happens now, if recorded before the start', () => {
    among(scheduled).when(recordAttendance, roll({ memberId: ada, outcome: 'apologised' }), { now: '2026-02-09T08:00:00.000Z' }).then(attended(ada, 'apologised', undefined, 'api', '2026-02-09T08:00:00.000Z'));
    among(scheduled).when(recordAttendance, roll({ memberId: ada, outcome: 'absent' }), { now: startsAt }).then(attended(ada, 'absent'));
  });
  it('takes whoever came for the whole meeting as there for its length', () => {
    among(scheduled)
      .when(recordAttendance, roll({ memberId: ada, outcome: 'present' }, { memberId: ben, outcome: 'substitute' }, { memberId: cleo, outcome: 'late' }))
      .then(attended(ada, 'present', 120), attended(ben, 'substitute', 120), attended(cleo, 'late'));
    among(scheduled).when(recordAttendance, roll({ memberId: ada, outcome: 'present', minutes: 30 }, { memberId: ben, outcome: 'visitor' })).then(attended(ada, 'present', 30), attended(ben, 'visitor'));
    among(open).when(recordAttendance, roll({ memberId: ada, outcome: 'present' })).then(attended(ada, 'present'));
    const long = MeetingScheduled.at(startsAt, { ...open.data, endsAt: '2026-02-12T17:00:00.000Z', localEnd: '2026-02-12T17:00:00' });
    among(long).when(recordAttendance, roll({ memberId: ada, outcome: 'present' })).then(attended(ada, 'present', 1440));
  });
  it('takes minutes up to four hours past the length of a meeting, where its end is known', () => {
    // Two hours and four.
    const longest = roll({ memberId: ada, outcome: 'present', minutes: 360 }, { memberId: ben, outcome: 'late', minutes: 361 }, { memberId: cleo, outcome: 'visitor', minutes: 1_440 });
    among(scheduled).when(recordAttendance, longest).then(attended(ada, 'present', 360)).thenResults('recorded', 'minutes-beyond-the-meeting', 'minutes-beyond-the-meeting');
    among(open).when(recordAttendance, longest).then(attended(ada, 'present', 360), attended(ben, 'late', 361), attended(cleo, 'visitor', 1_440));
    among(scheduled, attended(ada, 'late')).when(correctAttendance, { meetingId, memberId: ada, outcome: 'late', minutes: 361, reason: 'r' }).thenRefused('minutes-beyond-the-meeting', /360 minutes/);
    expect('refused' in among(scheduled, attended(ada, 'late')).when(correctAttendance, { meetingId, memberId: ada, outcome: 'late', minutes: 360, reason: 'r' }).decision).toBe(false);
  });
  it('changes nothing with the same value again, within one request too', () => {
    among(scheduled, attended(ada, 'present', 120)).when(recordAttendance, roll({ memberId: ada, outcome: 'present' }, { memberId: ada, outcome: 'present', minutes: 120 })).thenNothing().thenResults('unchanged', 'unchanged');
    among(scheduled).when(recordAttendance, roll({ memberId: ada, outcome: 'absent' }, { memberId: ada, outcome: 'absent' })).then(attended(ada, 'absent')).thenResults('recorded', 'unchanged');
  });
  it('refuses another value, item by item, and keeps the rest', () => {
    among(scheduled, attended(ada, 'present', 120))
      .when(recordAttendance, roll({ memberId: ada, outcome: 'absent' }, { memberId: ada, outcome: 'present', minutes: 60 }, { memberId: ben, outcome: 'absent' }, { memberId: ben, outcome: 'late' }))
      .then(attended(ben, 'absent'))
      .thenResults('attendance-already-recorded', 'attendance-already-recorded', 'recorded', 'attendance-already-recorded');
  });
  it('refuses whom nobody knows, who was erased, and minutes of whoever did not come', () => {
    const stranger = '019a9d2c-7b40-7c3e-9f21-0000000000ff';
    among(scheduled)
      .alongside(`member-${ben}`, PersonalDataErased.at(NOW, { memberId: ben }))
      .when(
        recordAttendance,
        roll({ memberId: stranger, outcome: 'present' }, { memberId: ben, outcome: 'present' }, { memberId: ada, outcome: 'absent', minutes: 5 }, { memberId: cleo, outcome: 'apologised', minutes: 0 }, { memberId: cleo, outcome: 'notExpected', minutes: 1 }, { memberId: cleo, outcome: 'visitor', minutes: 5 }),
      )
      .then(attended(cleo, 'visitor', 5))
      .thenResults('no-such-member', 'member-erased', 'minutes-without-attendance', 'minutes-without-attendance', 'minutes-without-attendance', 'recorded');
  });
  it('says otherwise than an apology or an answer', () => {
    const said = [ApologyReceived.at(startsAt, { ...about, memberId: ada }), RsvpGiven.at(startsAt, { ...about, memberId: ada, response: 'no', guests: 0 })];
    among(scheduled, ...said).when(recordAttendance, roll({ memberId: ada, outcome: 'late' })).then(attended(ada, 'late'));
  });
  it('needs a meeting that is neither cancelled nor closed', () => {
    given().when(recordAttendance, roll({ memberId: ada, outcome: 'present' })).thenRefused('no-such-meeting');
    among(scheduled, cancelled).when(recordAttendance, roll({ memberId: ada, outcome: 'present' })).thenRefused('meeting-cancelled');
    among(scheduled, closed).when(recordAttendance, roll({ memberId: ada, outcome: 'present' })).thenRefused('meeting-closed');
  });
  it('takes at most as many as one request may carry', () => {
    const entries = (count: number) => ({ meetingId, entries: Array.from({ length: count }, () => ({ memberId: ada, outcome: 'present' })) });
    expect(recordAttendance.input.safeParse(entries(MAX_ROLL_CALL)).success).toBe(true);
    expect(recordAttendance.input.safeParse(entries(MAX_ROLL_CALL + 1)).success).toBe(false);
  });
});

describe('A correction', () => {
  const wanted = (outcome: AttendanceOutcome, minutes?: number, memberId = ada) => ({ meetingId, memberId, outcome, ...(minutes !== undefined && { minutes }), reason: 'She said so' });
  const corrected = (corrects: string, from: object | null, to: object, memberId = ada, at = startsAt) => AttendanceCorrected.at(at, { ...about, memberId, corrects, from: from as never, to: to as never, reason: 'She said so' });
  it('carries the event it names, old value, new value and reason, and when that occurred', () => {
    among(scheduled, attended(ada, 'late', 90)).when(correctAttendance, wanted('absent')).then(corrected(eventId(2), { outcome: 'late', minutes: 90 }, { outcome: 'absent' }));
    const early = '2026-02-09T08:00:00.000Z';
    among(scheduled, attended(ada, 'apologised', undefined, 'api', early)).when(correctAttendance, wanted('present', 60)).then(corrected(eventId(2), { outcome: 'apologised' }, { outcome: 'present', minutes: 60 }, ada, early));
  });
  it('names the correction before it', () => {
    among(scheduled, attended(ada, 'absent'), corrected(eventId(2), { outcome: 'absent' }, { outcome: 'late' })).when(correctAttendance, wanted('present')).then(corrected(eventId(3), { outcome: 'late' }, { outcome: 'present', minutes: 120 }));
  });
  it('is taken after closing, of whoever was left open too: with no old value, at the meeting’s start', () => {
    among(scheduled, attended(ada, 'absent'), closed).when(correctAttendance, wanted('late')).then(corrected(eventId(2), { outcome: 'absent' }, { outcome: 'late' }));
    among(scheduled, closed).when(correctAttendance, wanted('late', 10, ben)).then(corrected(eventId(2), null, { outcome: 'late', minutes: 10 }, ben));
    among(scheduled, closed, corrected(eventId(2), null, { outcome: 'late' }, ben)).when(correctAttendance, wanted('absent', undefined, ben)).then(corrected(eventId(3), { outcome: 'late' }, { outcome: 'absent' }, ben));
  });
  it('changes nothing with the same value', () => {
    among(scheduled, attended(ada, 'late', 90)).when(correctAttendance, wanted('late')).thenNothing();
    among(scheduled, attended(ada, 'late', 90)).when(correctAttendance, wanted('late', 90)).thenNothing();
    among(scheduled, attended(ada, 'late', 90)).when(correctAttendance, wanted('late', 91)).then(corrected(eventId(2), { outcome: 'late', minutes: 90 }, { outcome: 'late', minutes: 91 }));
  });
  it('needs something to correct, a member, and minutes only of whoever came', () => {
    among(scheduled).when(correctAttendance, wanted('late')).thenRefused('nothing-to-correct');
    among().when(correctAttendance, wanted('late')).thenRefused('no-such-meeting');
    among(scheduled, cancelled).when(correctAttendance, wanted('late')).thenRefused('meeting-cancelled');
    given(scheduled).when(correctAttendance, wanted('late')).thenRefused('no-such-member');
    among(scheduled, attended(ada, 'late')).alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(correctAttendance, wanted('late')).thenRefused('member-erased');
    among(scheduled, attended(ada, 'late')).when(correctAttendance, wanted('absent', 3)).thenRefused('minutes-without-attendance');
    expect(correctAttendance.input.safeParse({ ...wanted('late'), reason: '  ' }).success).toBe(false);
  });
});

describe('Closing', () => {
  const yes = (memberId: string) => RsvpGiven.at(startsAt, { ...about, memberId, response: 'yes', guests: 0 });
  it('lists who has no outcome until the facilitator says absent or leaves it open', () => {
    const { decision } = among(scheduled, yes(ada), yes(ben), attended(cleo, 'present')).when(closeMeeting, { meetingId, absent: [ada] }).thenRefused('outcomes-missing');
    expect(isRefusal(decision) && decision.extra).toEqual({ memberIds: [ben] });
    among(scheduled, yes(ada), yes(ben), attended(cleo, 'present'))
      .when(closeMeeting, { meetingId, absent: [ada, ada], leaveOpen: [ben, ben], how: 'rollCall' })
      .then(attended(ada, 'absent', undefined, 'rollCall'), MeetingClosed.at(NOW, { ...about, leftOpen: [ben] }));
  });
  it('asks for everybody expected as well, whether they answered or not', () => {
    const expected = [ada, ben, cleo];
    const facts = [scheduled, yes(ada), attended(cleo, 'present')];
    const { decision } = among(...facts).when(closeMeeting, { meetingId, expected }).thenRefused('outcomes-missing', /expected/);
    expect(isRefusal(decision) && decision.extra).toEqual({ memberIds: [ada, ben] });
    among(...facts).when(closeMeeting, { meetingId, expected, absent: [ben], leaveOpen: [ada] }).then(attended(ben, 'absent'), MeetingClosed.at(NOW, { ...about, leftOpen: [ada] }));
    among(scheduled, ApologyReceived.at(startsAt, { ...about, memberId: ada })).when(closeMeeting, { meetingId, expected: [ada] }).then(MeetingClosed.at(NOW, { ...about, leftOpen: [] }));
  });
  it('asks for nobody who was erased, of whom nothing more can be said', () => {
    among(scheduled, yes(ada)).alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(closeMeeting, { meetingId, expected: [ada] }).then(MeetingClosed.at(NOW, { ...about, leftOpen: [] }));
  });
  it('lets an apology stand', () => {
    among(scheduled, yes(ada), ApologyReceived.at(startsAt, { ...about, memberId: ada })).when(closeMeeting, { meetingId }).then(MeetingClosed.at(NOW, { ...about, leftOpen: [] }));
  });
  it('takes members the meeting has not heard of', () => {
    among(scheduled).when(closeMeeting, { meetingId, absent: [ada], leaveOpen: [ben] }).then(attended(ada, 'absent'), MeetingClosed.at(NOW, { ...about, leftOpen: [ben] }));
    among(scheduled).when(closeMeeting, { meetingId, absent: [ada], leaveOpen: [ada] }).then(attended(ada, 'absent'), MeetingClosed.at(NOW, { ...about, leftOpen: [] }));
  });
  it('does not change what is recorded', () => {
    among(scheduled, attended(ada, 'absent')).when(closeMeeting, { meetingId, absent: [ada] }).then(MeetingClosed.at(NOW, { ...about, leftOpen: [] }));
    among(scheduled, attended(ada, 'late')).when(closeMeeting, { meetingId, absent: [ada] }).thenRefused('attendance-already-recorded');
    among(scheduled, attended(ada, 'absent')).when(closeMeeting, { meetingId, leaveOpen: [ada] }).thenRefused('attendance-already-recorded');
  });
  it('waits for the start, five minutes of clock skew apart', () => {
    const at = (now: string) => among(scheduled).when(closeMeeting, { meetingId }, { now });
    at('2026-02-10T16:54:59.999Z').thenRefused('meeting-not-begun', /2026-02-10T17:00/);
    at('2026-02-10T16:55:00.000Z').then(MeetingClosed.at('2026-02-10T16:55:00.000Z', { ...about, leftOpen: [] }));
  });
  it('is done once, of a meeting that stands, naming members who exist', () => {
    among().when(closeMeeting, { meetingId }).thenRefused('no-such-meeting');
    among(scheduled, cancelled).when(closeMeeting, { meetingId }).thenRefused('meeting-cancelled');
    among(scheduled, closed).when(closeMeeting, { meetingId }).thenRefused('meeting-closed', /already/);
    given(scheduled).when(closeMeeting, { meetingId, absent: [ada] }).thenRefused('no-such-member');
    given(scheduled).alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(closeMeeting, { meetingId, leaveOpen: [ada] }).thenRefused('member-erased');
  });
});

describe('Any interleaving of roll calls, corrections and closing', () => {
  const outcome = fc.constantFrom<AttendanceOutcome>('present', 'late', 'apologised', 'absent', 'substitute', 'visitor', 'notExpected');
  const someone = fc.constantFrom(ada, ben, cleo);
  const step = fc.oneof(
    fc.record({ do: fc.constant('roll' as const), memberId: someone, outcome }),
    fc.record({ do: fc.constant('correct' as const), memberId: someone, outcome }),
    fc.record({ do: fc.constant('close' as const), memberId: someone, outcome }),
  );
  it('records each member at most once, corrects only what stands, and keeps every old value', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const facts: NewEvent[] = [scheduled];
        // By hand: what each member's outcome is, and whether the meeting is closed.
        const standing = new Map<string, AttendanceOutcome>();
        let isClosed = false;
        for (const each of steps) {
          const scenario = among(...facts);
          if (each.do === 'roll') {
            const { decision } = scenario.when(recordAttendance, roll({ memberId: each.memberId, outcome: each.outcome }));
            expect(isRefusal(decision)).toBe(isClosed);
            if (isRefusal(decision)) continue;
            const { events } = decision as { events: readonly NewEvent[] };
            expect(events).toHaveLength(standing.has(each.memberId) ? 0 : 1);
            if (!standing.has(each.memberId)) standing.set(each.memberId, each.outcome);
            facts.push(...events);
          } else if (each.do === 'correct') {
            const { decision } = scenario.when(correctAttendance, { meetingId, memberId: each.memberId, outcome: each.outcome, reason: 'r' });
            const possible = standing.has(each.memberId) || isClosed;
            expect(isRefusal(decision)).toBe(!possible);
            if (isRefusal(decision)) continue;
            const [event] = decision as readonly NewEvent<string, { from: { outcome: string } | null; to: { outcome: string } }>[];
            expect(event === undefined).toBe(standing.get(each.memberId) === each.outcome);
            if (!event) continue;
            expect(event.data.from?.outcome).toBe(standing.get(each.memberId));
            expect(event.data.to.outcome).toBe(each.outcome);
            standing.set(each.memberId, each.outcome);
            facts.push(event);
          } else {
            const { decision } = scenario.when(closeMeeting, { meetingId });
            expect(isRefusal(decision)).toBe(isClosed);
            if (!isRefusal(decision)) facts.push(...(decision as readonly NewEvent[]));
            isClosed = true;
          }
        }
        const state = asRecorded(facts).reduce((folded, event) => meetings.evolve(folded, event as never), meetings.initial);
        expect(Object.fromEntries(Object.entries(state.attendance).map(([memberId, { value }]) => [memberId, value.outcome]))).toEqual(Object.fromEntries(standing));
        for (const memberId of [ada, ben, cleo]) expect(facts.filter((fact) => fact.type === 'AttendanceRecorded' && (fact.data as { memberId: string }).memberId === memberId).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

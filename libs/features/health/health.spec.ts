/** How a group is doing: figures against a group told by hand, and against a count that shares no code. */
import fc from 'fast-check';
import type { NewEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { ActionCommitted, ActionCompleted, ActionDropped } from '../actions/actions.events.js';
import { AlignmentDecided } from '../alignment/alignment.events.js';
import { HelpConfirmed, HelpDisputed, HelpRecorded } from '../help/help.events.js';
import { ApologyReceived, AttendanceCorrected, AttendanceRecorded, MeetingCancelled, MeetingRescheduled, MeetingScheduled, RsvpGiven, type AttendanceOutcome } from '../meetings/meetings.events.js';
import { MemberJoined, MemberLeft, RoleAssigned } from '../memberships/memberships.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn } from '../reflections/reflections.events.js';
import { StoryAcknowledged, StoryTold, StoryWithdrawn } from '../stories/stories.events.js';
import { healthOf, monthsUpTo } from './health.figures.js';
import { historyAt, historyOf } from './health.fold.js';
import { networkOf, type Shows } from './network.js';

const id = (kind: number, n: number) => `019a9d2c-7b40-7c3e-9f21-${String(kind).padStart(4, '0')}${String(n).padStart(8, '0')}`;
const groupId = id(2, 0);
const member = (n: number) => id(1, n);
/** Days of 2026: 1 is 1 January, 32 is 1 February. */
const day = (n: number, hour = 12) => new Date(Date.UTC(2026, 0, n, hour)).toISOString();
const joined = (n: number, who: number) => MemberJoined.at(day(n), { groupId, memberId: member(who) });
const left = (n: number, who: number) => MemberLeft.at(day(n), { groupId, memberId: member(who) });
const meetingOn = (n: number) => ({ groupId, meetingId: id(3, n), startsAt: day(n, 18) });
const scheduled = (n: number) => MeetingScheduled.at(day(n - 3), { ...meetingOn(n), title: 'M', timeZone: 'UTC', localStart: day(n, 18).slice(0, 19) });
const attended = (n: number, who: number, outcome: AttendanceOutcome) => AttendanceRecorded.at(day(n, 18), { ...meetingOn(n), memberId: member(who), outcome, how: 'rollCall' });
const reflected = (n: number, who: number, on: number, more: object = {}) =>
  ReflectionRecorded.at(day(n), { reflectionId: id(4, 1000 * who + on), authorId: member(who), groupId, context: 'meeting', meetingId: id(3, on), what: 'w', soWhat: 's', learnedFrom: [], skills: [], value: 'immediate', visibility: 'group', ...more });
const help = (n: number, giver: number, receivers: number[]) => ({ helpId: id(5, n), giverId: member(giver), receiverIds: receivers.map(member), groupId, minutes: 60 });
const helped = (n: number, giver: number, receivers: number[], minutes = 60) => HelpRecorded.at(day(n), { ...help(n, giver, receivers), minutes });
const confirmed = (n: number, giver: number, receivers: number[], by: number, minutes = 60) => HelpConfirmed.at(day(n), { ...help(n, giver, receivers), minutes, confirmedBy: member(by) });
const disputed = (n: number, giver: number, receivers: number[], by: number) => HelpDisputed.at(day(n), { ...help(n, giver, receivers), disputedBy: member(by), reason: 'r' });
const due = (n: number) => ({ dueOn: day(n).slice(0, 10), dueAt: day(n, 23), timeZone: 'UTC' });
const action = (n: number, dueOn: number) => ({ actionId: id(6, n), ownerId: member(1), helperIds: [], groupId, due: due(dueOn) });
const storyOf = (n: number) => ({ storyId: id(7, n), tellerId: member(1), groupId });
const decided = (n: number, score: number) =>
  AlignmentDecided.at(day(n), {
    reviewId: id(8, n), groupId, formulaVersion: 1, window: { from: day(1), before: day(n) }, lastEventId: null, levels: [], ratios: [], activeMembers: 5, meetings: 3,
    judged: score, observed: null, score, provisional: true, verdict: score >= 75 ? 'aligned' : 'emerging', blockedBy: [], until: day(n + 365),
  });
const health = (facts: readonly NewEvent[], before = day(91, 0), months = 3) => healthOf(historyOf(recorded([...facts])), { before, timeZone: 'UTC', months });

describe('The health of a group', () => {
  const facts = [
    ...[1, 2, 3].map((who) => joined(2, who)),
    RoleAssigned.at(day(2), { groupId, memberId: member(1), role: 'facilitator' }),
    scheduled(10),
    attended(10, 1, 'present'),
    attended(10, 2, 'late'),
    ApologyReceived.at(day(9), { ...meetingOn(10), memberId: member(3) }),
    attended(10, 4, 'visitor'),
    reflected(11, 1, 10),
    reflected(11, 2, 10, { visibility: 'private' }),
    joined(33, 4),
    scheduled(40),
    attended(40, 1, 'present'),
    attended(40, 2, 'absent'),
    attended(40, 3, 'absent'),
    AttendanceCorrected.at(day(40, 18), { ...meetingOn(40), memberId: member(3), corrects: id(9, 1), from: { outcome: 'absent' }, to: { outcome: 'substitute' }, reason: 'r' }),
    scheduled(45),
    attended(45, 1, 'present'),
    MeetingCancelled.at(day(44), { ...meetingOn(45), memberIds: [] }),
    left(50, 3),
    scheduled(70),
    attended(70, 3, 'absent'),
  ];

  it('tells members over time, who came and who said sorry, by month', () => {
    const { months, members } = health(facts);
    expect(members).toEqual({ active: 3, facilitators: 1 });
    expect(months).toMatchObject([
      { month: '2026-01', active: 3, joined: 3, left: 0, meetings: 1, expected: 3, came: 2, apologised: 1, attendanceRate: 2 / 3, commitmentRate: 1 },
      // Cancelled meetings do not count, and a correction takes the place of what it corrects.
      { month: '2026-02', active: 3, joined: 1, left: 1, meetings: 1, expected: 3, came: 2, apologised: 0, attendanceRate: 2 / 3, commitmentRate: 2 / 3 },
      // Who has left is not expected; where nobody is, there is no rate.
      { month: '2026-03', active: 3, joined: 0, left: 0, meetings: 1, expected: 0, came: 0, attendanceRate: null, commitmentRate: null },
    ]);
  });

  it('counts what is kept private among five people and more alone', () => {
    expect(health(facts).months[0]).toMatchObject({ came: 2, reflectedOn: 1, reflectionRate: 0.5 });
    const five = [1, 2, 3, 4, 5];
    const many = [...five.map((who) => joined(2, who)), scheduled(10), ...five.map((who) => attended(10, who, 'present')), reflected(11, 1, 10), reflected(11, 2, 10, { visibility: 'private' })];
    expect(health(many).months[0]).toMatchObject({ came: 5, reflectedOn: 2, reflectionRate: 0.4 });
    const withdrawn = ReflectionWithdrawn.at(day(12), { reflectionId: id(4, 1010), authorId: member(1), groupId, memberIds: [] });
    expect(health([...many, withdrawn]).months[0]).toMatchObject({ reflectedOn: 1 });
  });

  it('has a meeting where its plan puts it, whatever start a late answer bears', () => {
    // It was moved to March afterwards, and the answer written down then.
    const answered = RsvpGiven.at(day(38), { ...meetingOn(70), meetingId: id(3, 40), memberId: member(1), response: 'yes', guests: 0 });
    const meetings = (...more: NewEvent[]) => health([scheduled(40), ...more]).months.map((month) => month.meetings);
    expect(meetings(answered)).toEqual([0, 1, 0]);
    const moved = (n: number, to: number) => MeetingRescheduled.at(day(n), { ...meetingOn(to), meetingId: id(3, 40), localStart: '2026-01-01T00:00:00', memberIds: [] });
    expect(meetings(moved(39, 70), answered)).toEqual([0, 0, 1]);
    // What was decided last counts, in whatever order it is told.
    expect(meetings(moved(39, 70), moved(38, 20))).toEqual([0, 0, 1]);
  });

  it('has members to the last moment of a month, and from the first', () => {
    const [atTurn] = [day(32, 0)];
    const turn = [MemberJoined.at(day(2), { groupId, memberId: member(1) }), MemberLeft.at(atTurn, { groupId, memberId: member(1) }), MemberJoined.at(atTurn, { groupId, memberId: member(2) })];
    expect(health(turn).months).toMatchObject([{ active: 1, joined: 1, left: 0 }, { active: 1, joined: 1, left: 1 }, { active: 1, joined: 0, left: 0 }]);
  });

  it('takes as long as there is history: of 8,000 exchanges, actions and meetings not minutes', () => {
    const facts = Array.from({ length: 8_000 }, (_, n) => [
      helped(n, 1, [2]), confirmed(n, 1, [2], 2),
      ActionCommitted.at(day(1), { ...action(n, 20), title: 't' }),
      MeetingScheduled.at(day(9), { groupId, meetingId: id(3, n), startsAt: day(10, 18), title: 'M', timeZone: 'UTC', localStart: '2026-01-01T00:00:00' }),
      AttendanceRecorded.at(day(10, 18), { groupId, meetingId: id(3, n), startsAt: day(10, 18), memberId: member(1), outcome: 'present', how: 'rollCall' }),
    ]).flat();
    const began = performance.now();
    expect(health([joined(2, 1), ...facts])).toMatchObject({ actions: { due: 8_000 }, months: [{ meetings: 8_000, came: 8_000 }, {}, {}] });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('tells what was given and received: once for the giver, once for each receiver who confirmed', () => {
    const exchanges = [helped(20, 1, [2, 3], 90), confirmed(20, 1, [2, 3], 2, 90), helped(60, 2, [1]), confirmed(60, 2, [1], 1), helped(61, 3, [1]), disputed(61, 3, [1], 1), helped(62, 3, [1])];
    const { help: balance, months } = health(exchanges);
    expect(balance).toEqual({ windowDays: 90, exchanges: 2, hoursGiven: 2.5, hoursReceived: 2.5, membersGiving: 2, membersReceiving: 2, membersGivingAndReceiving: 2 });
    expect(health([...exchanges, confirmed(20, 1, [2, 3], 3, 90)]).help).toMatchObject({ exchanges: 2, hoursGiven: 2.5, hoursReceived: 4, membersReceiving: 3 });
    expect(months.map(({ hoursGiven }) => hoursGiven)).toEqual([1.5, 0, 1]);
  });

  it('tells open actions, and how many that were due were done', () => {
    const committed = (n: number, on: number) => ActionCommitted.at(day(1), { ...action(n, on), title: 't' });
    const actions = [
      committed(1, 20), ActionCompleted.at(day(25), { ...action(1, 20), outcome: 'o' }),
      committed(2, 30),
      committed(3, 40), ActionDropped.at(day(39), { ...action(3, 40), reason: 'r' }),
      committed(4, 41), ActionDropped.at(day(42), { ...action(4, 41), reason: 'r' }),
      committed(5, 120),
    ];
    // Dropped in time it is not due any more; dropped later it was due, and not done.
    expect(health(actions).actions).toEqual({ open: 2, overdue: 1, windowDays: 90, due: 3, done: 1 });
  });

  it('tells stories that stand, and what was taken from them', () => {
    const told = (n: number) => StoryTold.at(day(n), { ...storyOf(n), title: 't', text: 'x', skills: [], toldTo: 'group' });
    const taken = (n: number, at: number) => StoryAcknowledged.at(day(at), { ...storyOf(n), memberId: member(2), took: 't' });
    const stories = [told(-30), taken(-30, 5), taken(-30, -20), told(50), told(51), StoryWithdrawn.at(day(52), storyOf(51))];
    expect(health(stories).stories).toEqual({ told: 2, windowDays: 90, toldLately: 1, acknowledgedLately: 1 });
  });

  it('tells the latest decision, and whether it is still in force', () => {
    expect(health([]).alignment).toBeNull();
    expect(health([decided(20, 80), decided(60, 68)]).alignment).toEqual({ reviewId: id(8, 60), at: day(60), until: day(425), score: 68, verdict: 'emerging', provisional: true, inForce: true });
    expect(health([decided(20, 80)], day(385)).alignment).toMatchObject({ inForce: true });
    expect(health([decided(20, 80)], day(386)).alignment).toMatchObject({ inForce: false });
  });

  it('has its north star in those who gave, received and put to use within 30 days', () => {
    const star = (more: readonly NewEvent[]) => health([...[1, 2, 3, 4].map((who) => joined(2, who)), ...more]).northStar;
    const swapped = [helped(70, 1, [2]), confirmed(70, 1, [2], 2), helped(71, 2, [1]), confirmed(71, 2, [1], 1)];
    const applied = reflected(72, 1, 10, { value: 'applied' });
    expect(star([])).toEqual({ windowDays: 30, activeMembers: 4, there: 0, share: 0 });
    expect(star([...swapped, applied])).toEqual({ windowDays: 30, activeMembers: 4, there: 1, share: 0.25 });
    expect(star([...swapped, reflected(72, 1, 10, { value: 'potential' })])).toMatchObject({ there: 0 });
    expect(star([...swapped, reflected(72, 1, 10, { value: 'potential' }), ReflectionRevised.at(day(73), { reflectionId: id(4, 1010), authorId: member(1), groupId, memberIds: [], value: 'transformative' })])).toMatchObject({ there: 1 });
    expect(star([...swapped, reflected(60, 1, 10, { value: 'applied' })])).toMatchObject({ there: 0 });
    expect(star([...swapped, applied, left(80, 1)])).toMatchObject({ activeMembers: 3, there: 0 });
    expect(health([]).northStar.share).toBeNull();
    // Who gave and received is no secret: that one of few is there would tell what they keep private, however many are active.
    const secret = reflected(72, 1, 10, { value: 'applied', visibility: 'private' });
    const round = (size: number) => Array.from({ length: size }, (_, n) => [helped(65 + n, n + 1, [((n + 1) % size) + 1]), confirmed(65 + n, n + 1, [((n + 1) % size) + 1], ((n + 1) % size) + 1)]).flat();
    expect(star([joined(3, 5), ...swapped, secret])).toMatchObject({ activeMembers: 5, there: 0 });
    expect(star([joined(3, 5), ...round(4), secret])).toMatchObject({ there: 0 });
    expect(star([joined(3, 5), ...round(5), secret])).toMatchObject({ activeMembers: 5, there: 1, share: 0.2 });
    // Five gave and received, and one of them has left.
    expect(star([joined(3, 5), ...round(5), left(80, 5), secret])).toMatchObject({ activeMembers: 4, there: 0 });
  });
});

describe('A group in the past', () => {
  it('is told with the visibility of today, and without what was withdrawn', () => {
    const about = { reflectionId: id(4, 1010), authorId: member(1), groupId, memberIds: [] };
    const facts = [joined(2, 1), scheduled(10), attended(10, 1, 'present'), reflected(11, 1, 10)];
    const reflectedOn = (...later: NewEvent[]) => healthOf(historyAt(recorded([...facts, ...later]), { occurredBefore: day(32, 0) }).history, { before: day(32, 0), timeZone: 'UTC', months: 1 }).months[0]?.reflectedOn;
    const shared = (n: number, visibility: 'private' | 'facilitator' | 'group') => ReflectionShared.at(day(n), { ...about, visibility });
    expect([reflectedOn(), reflectedOn(shared(60, 'facilitator'))]).toEqual([1, 1]);
    expect([reflectedOn(shared(60, 'private')), reflectedOn(ReflectionWithdrawn.at(day(60), about))]).toEqual([0, 0]);
    // What was private then stays so, whoever sees it now.
    expect(reflectedOn(shared(12, 'private'), shared(60, 'group'))).toBe(0);
  });
});

describe('Months', () => {
  it('are those of the group’s zone, the last one up to the moment', () => {
    expect(monthsUpTo('2026-03-01T00:00:00.000Z', 'America/New_York', 2)).toEqual([
      { month: '2026-01', from: '2026-01-01T05:00:00.000Z', before: '2026-02-01T05:00:00.000Z' },
      { month: '2026-02', from: '2026-02-01T05:00:00.000Z', before: '2026-03-01T00:00:00.000Z' },
    ]);
    // Clocks change within March; the year changes on the way back.
    expect(monthsUpTo('2026-03-31T22:00:00.000Z', 'Europe/Berlin', 1)).toEqual([{ month: '2026-03', from: '2026-02-28T23:00:00.000Z', before: '2026-03-31T22:00:00.000Z' }]);
    expect(monthsUpTo('2026-03-31T22:00:00.001Z', 'Europe/Berlin', 5).map(({ month }) => month)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04']);
  });
  it('leave nothing out and count nothing twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns'), fc.integer({ min: 1, max: 40 }), (hour, zone, count) => {
        const before = new Date(Date.UTC(2020, 0, 1) + hour * 3_600_000).toISOString();
        const months = monthsUpTo(before, zone, count);
        expect(months).toHaveLength(count);
        expect(months.at(-1)?.before).toBe(before);
        for (const [index, { from }] of months.slice(1).entries()) expect(months[index]?.before).toBe(from);
        for (const { from, before: end } of months) expect(from < end).toBe(true);
      }),
    );
  });
});

describe('Who learned from whom', () => {
  const named = (n: number, who: number, on: number, from: number[], more: object = {}) => reflected(n, who, on, { learnedFrom: from.map(member), ...more });
  const all: Shows = { reflection: () => true, help: () => true };
  const network = (facts: readonly NewEvent[], shows = all) => networkOf(historyOf(recorded([...facts])), shows).map(({ learnerId, teacherId, ...counts }) => [learnerId, teacherId, counts]);
  it('is counted by pairs, from reflections that name others and from confirmed help', () => {
    const facts = [named(10, 1, 1, [2, 3]), named(11, 1, 2, [2]), named(12, 2, 1, [1]), helped(20, 2, [1, 3], 45), confirmed(20, 2, [1, 3], 1, 45), helped(21, 3, [1])];
    expect(network(facts)).toEqual([
      [member(1), member(2), { reflections: 2, exchanges: 1, minutes: 45 }],
      [member(1), member(3), { reflections: 1, exchanges: 0, minutes: 0 }],
      [member(2), member(1), { reflections: 1, exchanges: 0, minutes: 0 }],
    ]);
  });
  it('follows revisions, and forgets what was withdrawn or disputed after all', () => {
    const about = { reflectionId: id(4, 1001), authorId: member(1), groupId };
    expect(network([named(10, 1, 1, [2]), ReflectionRevised.at(day(11), { ...about, memberIds: [member(2), member(3)], learnedFrom: [member(3)] })])).toMatchObject([[member(1), member(3), {}]]);
    expect(network([named(10, 1, 1, [2]), ReflectionWithdrawn.at(day(11), { ...about, memberIds: [member(2)] })])).toEqual([]);
    expect(network([helped(20, 2, [1]), confirmed(20, 2, [1], 1), disputed(20, 2, [1], 1)])).toEqual([]);
  });
  it('holds what its reader may see', () => {
    const facts = [named(10, 1, 1, [2]), named(11, 1, 2, [3], { visibility: 'private' }), ReflectionShared.at(day(12), { reflectionId: id(4, 1001), authorId: member(1), groupId, memberIds: [member(2)], visibility: 'network' }), helped(20, 2, [1]), confirmed(20, 2, [1], 1)];
    expect(network(facts, { reflection: (_id, { visibility }) => visibility === 'network', help: () => false })).toEqual([[member(1), member(2), { reflections: 1, exchanges: 0, minutes: 0 }]]);
    expect(network(facts, { reflection: () => false, help: (giver, receiver) => giver === member(2) && receiver === member(1) })).toEqual([[member(1), member(2), { reflections: 0, exchanges: 1, minutes: 60 }]]);
  });
});

/** The five ratios, each against a count by hand. */
import type { NewEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { ActionCommitted, ActionCompleted, ActionDropped, ActionRenegotiated } from '../actions/actions.events.js';
import { HelpConfirmed, HelpDisputed, HelpOffered, HelpRecorded } from '../help/help.events.js';
import { AttendanceCorrected, AttendanceRecorded, MeetingCancelled, MeetingRescheduled, MeetingScheduled, RsvpGiven, type AttendanceOutcome } from '../meetings/meetings.events.js';
import { PersonalDataErased, TimePledged } from '../members/members.events.js';
import { MemberJoined, MemberLeft } from '../memberships/memberships.events.js';
import { ReflectionRecorded, ReflectionShared, ReflectionWithdrawn, type Visibility } from '../reflections/reflections.events.js';
import { conclude, PRESENT } from './formula.js';
import { membersAmong, observedIn } from './observed.js';

const id = (kind: string, n: number) => `019a9d2c-7b40-7c3e-9f21-${kind}${String(n).padStart(12 - kind.length, '0')}`;
const groupId = id('20', 0);
const other = id('21', 0);
const person = (n: number) => id('a', n);
const meetingId = (n: number) => id('30', n);
const [ada, ben, cleo, dan] = [1, 2, 3, 4].map(person) as [string, string, string, string];
/** The window begins on day 0 and ends on day 180. */
const day = (n: number) => new Date(Date.UTC(2025, 8, 2, 12) + n * 86_400_000).toISOString();
const window = { from: day(0), before: day(180) };

const joined = (memberId: string, n = -30, group = groupId) => MemberJoined.at(day(n), { groupId: group, memberId });
const left = (memberId: string, n: number) => MemberLeft.at(day(n), { groupId, memberId });
const pledged = (memberId: string, hoursPerMonth: number, n = -30) => TimePledged.at(day(n), { memberId, hoursPerMonth });
const about = (n: number, at: number, group = groupId) => ({ groupId: group, meetingId: meetingId(n), startsAt: day(at) });
const scheduled = (n: number, at = 10 * n, group = groupId) => MeetingScheduled.at(day(at), { ...about(n, at, group), title: 'T', timeZone: 'UTC', localStart: '2026-01-01T12:00:00' });
const came = (n: number, memberId: string, minutes?: number, outcome: AttendanceOutcome = 'present', at = 10 * n) => AttendanceRecorded.at(day(at), { ...about(n, at), memberId, outcome, how: 'rollCall', ...(minutes !== undefined && { minutes }) });
const reflection = (n: number) => id('50', n);
const reflected = (n: number, authorId: string, on: number | undefined, visibility: Visibility = 'private') =>
  ReflectionRecorded.at(day(100), { reflectionId: reflection(n), authorId, groupId, context: on === undefined ? 'self' : 'meeting', ...(on !== undefined && { meetingId: meetingId(on) }), what: null, soWhat: null, learnedFrom: [], skills: [], value: 'immediate', visibility });
const exchange = (n: number, giverId: string, receiverIds: string[], group: string | null = groupId) => ({ helpId: id('60', n), giverId, receiverIds, minutes: 30, ...(group !== null && { groupId: group }) });
const helped = (n: number, giverId: string, receiverIds: string[], { at = 50, confirmedBy = receiverIds, group = groupId as string | null } = {}) => [
  HelpRecorded.at(day(at), exchange(n, giverId, receiverIds, group)),
  ...confirmedBy.map((each) => HelpConfirmed.at(day(at + 1), { ...exchange(n, giverId, receiverIds, group), confirmedBy: each })),
];
const due = (n: number) => ({ dueOn: day(n).slice(0, 10), dueAt: day(n), timeZone: 'UTC' });
const action = (n: number, on: number) => ({ actionId: id('70', n), ownerId: ada, helperIds: [], groupId, due: due(on) });
const committed = (n: number, on: number, group = groupId) => ActionCommitted.at(day(1), { ...action(n, on), groupId: group, title: 't' });
const completed = (n: number, on: number, at = on) => ActionCompleted.at(day(at), { ...action(n, on), outcome: 'done' });

const observed = (...facts: (NewEvent | readonly NewEvent[])[]) => observedIn(recorded(facts.flat()), groupId, window);
/** `numerator/denominator` of a ratio. */
const ratio = (name: string, ...facts: (NewEvent | readonly NewEvent[])[]) => {
  const { numerator, denominator } = observed(...facts).ratios.find((each) => each.name === name) as { numerator: number; denominator: number };
  return `${numerator}/${denominator}`;
};

describe('Hours attended of hours pledged', () => {
  const hours = (...facts: (NewEvent | readonly NewEvent[])[]) => ratio('hoursAttended', ...facts);
  it('count in minutes: 4 hours a month are 1,440 minutes in 180 days', () => {
    expect(hours(joined(ada), pledged(ada, 4), scheduled(1), came(1, ada, 90), scheduled(2), came(2, ada, 30, 'late'))).toBe('120/1440');
    expect(hours(joined(ada), joined(ben), pledged(ada, 4), pledged(ben, 1), scheduled(1), came(1, ada, 90), came(1, ben, 60, 'substitute'))).toBe('150/1800');
  });
  it('are pledged for the days of the window in which somebody was a member', () => {
    // 60 of 180 days: 4 · 60 · 60/30 = 480.
    expect(hours(joined(ada, 120), pledged(ada, 4))).toBe('0/480');
    expect(hours(joined(ada), left(ada, 60), pledged(ada, 4))).toBe('0/480');
    // Two periods of 30 days.
    expect(hours(joined(ada), left(ada, 30), joined(ada, 150), pledged(ada, 4))).toBe('0/480');
    expect(hours(joined(ada, -30), left(ada, -10), pledged(ada, 4))).toBe('0/0');
    expect(hours(joined(ada, 180), pledged(ada, 4))).toBe('0/0');
  });
  it('change with each pledge, from the day it was made', () => {
    // 2 · 60 · 90/30 + 6 · 60 · 90/30 = 360 + 1,080.
    expect(hours(joined(ada), pledged(ada, 2), pledged(ada, 6, 90))).toBe('0/1440');
    expect(hours(joined(ada), pledged(ada, 6, 90), pledged(ada, 2))).toBe('0/1440');
    expect(hours(joined(ada), pledged(ada, 6, 90))).toBe('0/1080');
    expect(hours(joined(ada), pledged(ada, 6), pledged(ada, 0, 90))).toBe('0/1080');
    expect(hours(joined(ada))).toBe('0/0');
  });
  it('are rounded once, half up, of what people wrote: 0.7 hours for two and a half days are 3.5 minutes', () => {
    const short = (hoursPerMonth: number, memberId = ada) => [joined(memberId, 177.5), pledged(memberId, hoursPerMonth)];
    expect(hours(short(0.7))).toBe('0/4');
    // 3.5 twice are 7; 0.2 · 60 · 2.5/30 = 1 and 0.29 · 5 = 1.45, rounded together.
    expect(hours(short(0.7), short(0.7, ben))).toBe('0/7');
    expect(hours(short(0.29), short(0.29, ben))).toBe('0/3');
    expect(hours(short(0.29))).toBe('0/1');
    expect(hours(short(6.55))).toBe('0/33');
  });
  it('are those of the group: not of visitors, of others, or of who was no member then', () => {
    const base = [joined(ada), pledged(ada, 4), scheduled(1)];
    expect(hours(base, came(1, ada, 90, 'visitor'))).toBe('0/1440');
    expect(hours(base, came(1, ben, 90))).toBe('0/1440');
    expect(hours(base, joined(ben, 11), came(1, ben, 90))).toBe('0/1440');
    expect(hours(base, joined(ben, -30, other), came(1, ben, 90), pledged(ben, 4))).toBe('0/1440');
  });
  it('leave out who came for an unknown time, meetings that were cancelled, and those outside the window', () => {
    const base = [joined(ada), pledged(ada, 4)];
    expect(hours(base, scheduled(1), came(1, ada))).toBe('0/1440');
    expect(hours(base, scheduled(1), MeetingCancelled.at(day(9), { ...about(1, 10), memberIds: [] }), came(1, ada, 90))).toBe('0/1440');
    for (const [at, counted] of [[-1, 0], [0, 90], [179, 90], [180, 0]] as const) expect([at, hours(base, scheduled(1, at), came(1, ada, 90, 'present', at))]).toEqual([at, `${counted}/1440`]);
    // Moved into the window.
    expect(hours(base, scheduled(1, -5), MeetingRescheduled.at(day(-5), { ...about(1, 5), localStart: '2026-01-01T12:00:00', memberIds: [] }), came(1, ada, 90, 'present', 5))).toBe('90/1440');
  });
  it('follow the last correction', () => {
    const correct = (to: { outcome: AttendanceOutcome; minutes?: number }) => AttendanceCorrected.at(day(10), { ...about(1, 10), memberId: ada, corrects: id('90', 1), from: null, to, reason: 'r' });
    const base = [joined(ada), pledged(ada, 4), scheduled(1), came(1, ada, 90)];
    expect(hours(base, correct({ outcome: 'late', minutes: 60 }))).toBe('60/1440');
    expect(hours(base, correct({ outcome: 'late', minutes: 60 }), correct({ outcome: 'absent' }))).toBe('0/1440');
  });
});

describe('Attendances with a reflection', () => {
  const base = [joined(ada), joined(ben), scheduled(1), scheduled(2), came(1, ada), came(1, ben, 60, 'late'), came(2, ada, 60, 'substitute'), came(2, ben, undefined, 'absent')];
  const reflections = (...facts: (NewEvent | readonly NewEvent[])[]) => ratio('attendancesReflectedOn', base, ...facts);
  it('count whoever came, and reflected on that meeting', () => {
    expect(reflections()).toBe('0/3');
    expect(reflections(reflected(1, ada, 1, 'group'), reflected(2, ben, 1, 'network'))).toBe('2/3');
    expect(reflections(reflected(1, ada, 1, 'group'), reflected(2, ada, 1, 'group'), reflected(3, ada, 2, 'facilitator'))).toBe('2/3');
  });
  it('count what its author keeps private where five people or more attended, so that it tells of none of them', () => {
    expect(reflections(reflected(1, ada, 1), reflected(2, ben, 1, 'group'))).toBe('1/3');
    const more = (size: number) => Array.from({ length: size }, (_, n) => [joined(person(10 + n)), came(1, person(10 + n))]).flat();
    expect(reflections(more(2), reflected(1, ada, 1))).toBe('0/5');
    expect(reflections(more(3), reflected(1, ada, 1))).toBe('1/6');
    // Visitors, and those who came before they joined, are none of them; who came twice is one.
    expect(reflections(more(2), joined(person(20), 11), came(1, person(20)), joined(person(21)), came(1, person(21), undefined, 'visitor'), reflected(1, ada, 1))).toBe('0/5');
    const shared = (visibility: Visibility) => ReflectionShared.at(day(101), { reflectionId: reflection(1), authorId: ada, groupId, memberIds: [], visibility });
    expect([reflections(reflected(1, ada, 1), shared('group')), reflections(reflected(1, ada, 1, 'group'), shared('private'))]).toEqual(['1/3', '0/3']);
  });
  it('take no reflection on something else, or of somebody who was not there', () => {
    expect(reflections(reflected(1, ada, undefined, 'group'), reflected(2, ben, 2, 'group'), reflected(3, cleo, 1, 'group'))).toBe('0/3');
  });
  it('take none that was withdrawn, unless there is another', () => {
    const withdrawn = ReflectionWithdrawn.at(day(101), { reflectionId: reflection(1), authorId: ada, groupId, memberIds: [] });
    expect(reflections(reflected(1, ada, 1, 'group'), withdrawn)).toBe('0/3');
    expect(reflections(reflected(1, ada, 1, 'group'), reflected(2, ada, 1, 'group'), withdrawn)).toBe('1/3');
  });
});

describe('Help', () => {
  const base = [joined(ada), joined(ben), joined(cleo), joined(dan), left(dan, 100)];
  const giving = (...facts: (NewEvent | readonly NewEvent[])[]) => ratio('membersGivingHelp', base, ...facts);
  const both = (...facts: (NewEvent | readonly NewEvent[])[]) => ratio('membersGivingAndReceiving', base, ...facts);
  it('counts members of today who gave some that was confirmed', () => {
    expect(giving()).toBe('0/3');
    expect(giving(helped(1, ada, [ben]), helped(2, ada, [cleo]), helped(3, dan, [ada]))).toBe('1/3');
    expect(giving(helped(1, ada, [ben]), helped(2, ben, [ada]))).toBe('2/3');
  });
  it('takes none that nobody confirmed, or that was only offered', () => {
    expect(giving(helped(1, ada, [ben], { confirmedBy: [] }))).toBe('0/3');
    expect(giving(HelpOffered.at(day(50), { helpId: id('60', 1), giverId: ada, receiverIds: [ben], groupId }))).toBe('0/3');
    expect(giving(helped(1, ada, [ben]), HelpDisputed.at(day(60), { ...exchange(1, ada, [ben]), disputedBy: ben, reason: 'r' }))).toBe('0/3');
    expect(giving(helped(1, ada, [ben, cleo]), HelpDisputed.at(day(60), { ...exchange(1, ada, [ben, cleo]), disputedBy: ben, reason: 'r' }))).toBe('1/3');
  });
  it('is that of the group, in the window', () => {
    expect(giving(helped(1, ada, [ben], { group: other }), helped(2, ben, [ada], { group: null }))).toBe('0/3');
    for (const [at, counted] of [[-1, 0], [0, 1], [179, 1], [180, 0]] as const) expect([at, giving(helped(1, ada, [ben], { at }))]).toEqual([at, `${counted}/3`]);
  });
  it('goes both ways for who gave, and confirmed that they received', () => {
    expect(both(helped(1, ada, [ben, cleo]), helped(2, ben, [ada]))).toBe('2/3');
    // Cleo did not say that she received any.
    expect(both(helped(1, ada, [ben, cleo], { confirmedBy: [ben] }), helped(2, ben, [ada]), helped(3, cleo, [ada]))).toBe('2/3');
    expect(both(helped(1, ada, [ben]))).toBe('0/3');
    expect(both(helped(1, dan, [ada]), helped(2, ada, [dan]))).toBe('1/3');
  });
});

describe('Actions', () => {
  const actions = (...facts: (NewEvent | readonly NewEvent[])[]) => ratio('dueActionsCompleted', ...facts);
  it('count where they are due in the window, and done by its end', () => {
    expect(actions()).toBe('0/0');
    expect(actions(committed(1, 20), committed(2, 30), completed(2, 30), committed(3, -1), committed(4, 180), completed(4, 180, 100))).toBe('1/2');
    expect(actions(committed(1, 20), completed(1, 20, 170))).toBe('1/1');
    expect(actions(committed(1, 20), completed(1, 20, 180))).toBe('0/1');
    expect(actions(committed(1, 20, other))).toBe('0/0');
  });
  it('count by the day they were moved to, and not where they were dropped in time', () => {
    const moved = (n: number, on: number, to: number) => ActionRenegotiated.at(day(10), { ...action(n, to), from: due(on) });
    expect(actions(committed(1, 20), moved(1, 20, 200))).toBe('0/0');
    expect(actions(committed(1, 200), moved(1, 200, 20))).toBe('0/1');
    expect(actions(committed(1, 20), ActionDropped.at(day(15), { ...action(1, 20), reason: 'r' }))).toBe('0/0');
    expect(actions(committed(1, 20), ActionDropped.at(day(25), { ...action(1, 20), reason: 'r' }))).toBe('0/1');
  });
});

describe('Members and meetings', () => {
  it('are those whose membership covers the window’s last moment', () => {
    // What happens at the end of a window belongs to the next.
    expect([observed(joined(ada), joined(ben, 180)).activeMembers, observed(joined(ada), left(ada, 180)).activeMembers, observed(joined(ada), left(ada, 179)).activeMembers]).toEqual([1, 1, 0]);
    expect(observed(joined(ada), joined(ben, 180), joined(cleo), left(cleo, 180), joined(dan, -30, other)).activeMembers).toBe(2);
    expect(membersAmong(recorded([joined(ada), left(ada, 5), joined(ada, 7), joined(ben), joined(cleo, 0, other)]), groupId)).toEqual([ada, ben]);
  });
  it('are meetings in the window that were held: not cancelled, with anybody’s attendance', () => {
    const absent = came(2, ada, undefined, 'absent');
    const answered = RsvpGiven.at(day(1), { ...about(3, 30), memberId: ada, response: 'yes', guests: 0 });
    expect(observed(joined(ada), scheduled(1), came(1, ada), scheduled(2), absent, scheduled(3), answered).meetings).toBe(2);
    expect(observed(joined(ada), scheduled(1), came(1, ada), MeetingCancelled.at(day(9), { ...about(1, 10), memberIds: [] }), scheduled(4, 200), came(4, ada, 60, 'present', 200)).meetings).toBe(0);
  });
});

describe('The last event that was counted', () => {
  const facts = (events: NewEvent[]) => recorded(events);
  it('is the one furthest on in the log, in whatever order they come, and none that does not count', () => {
    const events = facts([joined(ada), pledged(ada, 4), scheduled(1), came(1, ada, 90), pledged(ben, 9), PersonalDataErased.at(day(170), { memberId: ada }), joined(ben, -30, other), RsvpGiven.at(day(1), { ...about(1, 10), memberId: ada, response: 'yes', guests: 0 })]);
    const told = observedIn(events, groupId, window);
    expect(told.lastEventId).toBe(events[3]?.id);
    expect(observedIn(events.toReversed(), groupId, window)).toEqual(told);
    expect(observedIn([], groupId, window)).toEqual({
      window,
      lastEventId: null,
      ratios: ['hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted'].map((name) => ({ name, numerator: 0, denominator: 0 })),
      activeMembers: 0,
      meetings: 0,
    });
  });
});

it('gives the example of the domain page from facts: .80, .60, .70, .50, .65, so O = 65', () => {
  const people = Array.from({ length: 10 }, (_, n) => person(n + 1));
  const [first = ''] = people;
  // 10 people pledge 2 hours a month: 7,200 minutes in 180 days. 30 attendances of 192 minutes: 5,760.
  const facts = [
    ...people.flatMap((each) => [joined(each), pledged(each, 2)]),
    ...[1, 2, 3].flatMap((n) => [scheduled(n), ...people.map((each) => came(n, each, 192))]),
    // 18 of 30: six people on all three meetings.
    ...people.slice(0, 6).flatMap((each, index) => [1, 2, 3].map((n) => reflected(10 * index + n, each, n))),
    // Seven give; the first five of them receive as well.
    ...people.slice(1, 7).flatMap((each, index) => helped(index, each, [first])),
    ...helped(20, first, people.slice(1, 5)),
    // 13 of 20.
    ...Array.from({ length: 20 }, (_, n) => committed(n, 20 + n)),
    ...Array.from({ length: 13 }, (_, n) => completed(n, 20 + n)),
  ];
  const told = observed(facts);
  expect(told.ratios.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual(['5760/7200', '18/30', '7/10', '5/10', '13/20']);
  expect(told).toMatchObject({ activeMembers: 10, meetings: 3 });
  const levels = PRESENT.criteria.map(({ criterion }, index) => ({ criterion, counted: [4, 3, 3, 2, 3, 3, 2, 1][index] as number }));
  expect(conclude(PRESENT, levels, told)).toMatchObject({ judged: 70, observed: 65, score: 68, verdict: 'emerging', provisional: false });
});

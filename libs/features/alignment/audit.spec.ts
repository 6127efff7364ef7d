/** The audit of a decision: what was stored against what the events make of it. */
import { isRefusal, type NewEvent, type RecordedEvent } from '#event-sourcing';
import { administrator, recorded } from '#event-sourcing-testing';
import { AttendanceRecorded, MeetingScheduled } from '../meetings/meetings.events.js';
import { PersonalDataErased, TimePledged } from '../members/members.events.js';
import { MemberJoined } from '../memberships/memberships.events.js';
import { ReflectionRecorded, ReflectionWithdrawn } from '../reflections/reflections.events.js';
import { decideReview } from './alignment.decider.js';
import { AlignmentDecided, criterion, CriterionScored, ReviewOpened, type Evidence } from './alignment.events.js';
import { reviews } from './alignment.state.js';
import { auditOf } from './audit.js';
import { PRESENT, windowAt } from './formula.js';
import { observedIn } from './observed.js';

const id = (kind: string, n: number) => `019a9d2c-7b40-7c3e-9f21-${kind}${String(n).padStart(12 - kind.length, '0')}`;
const [reviewId, groupId] = [id('70', 0), id('20', 0)];
const people = [1, 2, 3, 4, 5].map((n) => id('a', n));
const [ada = ''] = people;
const day = (n: number) => new Date(Date.UTC(2025, 8, 2, 12) + n * 86_400_000).toISOString();
const NOW = day(180);
const about = (n: number) => ({ groupId, meetingId: id('30', n), startsAt: day(10 * n) });
const meeting = (n: number) => [MeetingScheduled.at(day(1), { ...about(n), title: 'T', timeZone: 'UTC', localStart: '2026-01-01T12:00:00' }), ...people.map((memberId) => AttendanceRecorded.at(day(10 * n), { ...about(n), memberId, outcome: 'present', minutes: 96, how: 'rollCall' }))];
const reflected = (n: number) => ReflectionRecorded.at(day(40), { reflectionId: id('50', n), authorId: people[n] as string, groupId, context: 'meeting', meetingId: id('30', 1), what: 'w', soWhat: 's', learnedFrom: [], skills: [], value: 'immediate', visibility: 'private' });

/** 5 people, 12 hours for 60 months of days: hours 1,440 / 1,800 = .8, reflections 3 / 15 = .2, help 0 / 5 twice: O = 25. */
const life: NewEvent[] = [...people.flatMap((memberId) => [MemberJoined.at(day(-5), { groupId, memberId }), TimePledged.at(day(-5), { memberId, hoursPerMonth: 1 })]), ...meeting(1), ...meeting(2), ...meeting(3), reflected(0), reflected(1), reflected(2)];
const evidenceId = '00000000-0000-7000-9000-000000000001';
const evidence: Evidence[] = [{ kind: 'event', eventId: evidenceId }];
const review: NewEvent[] = [ReviewOpened.at(NOW, { reviewId, groupId, formulaVersion: 1 }), ...criterion.options.map((each) => CriterionScored.at(NOW, { reviewId, groupId, criterion: each, level: each === 'trust' ? 4 : 2, evidence: each === 'trust' ? evidence : [] }))];

/** Decides as the service does: on what the log holds by then. */
function decidedOn(facts: readonly NewEvent[]): NewEvent {
  const events = recorded(facts);
  const state = events.filter(({ type }) => reviews.events.some((each) => each.type === type)).reduce<ReturnType<typeof reviews.evolve>>((folded, event) => reviews.evolve(folded, event as never), reviews.initial);
  const decision = decideReview.decide({ reviewId, explanation: 'e', observed: observedIn(events, groupId, windowAt(PRESENT, NOW)), latest: null, again: [] }, state, { now: NOW, actor: administrator, needs: { latest: reviews.initial } });
  if (isRefusal(decision) || 'results' in decision) throw new Error('refused');
  return decision[0] as NewEvent;
}

const decision = decidedOn([...life, ...review]);
const audited = (events: readonly RecordedEvent[]) => {
  const audit = auditOf(reviewId, events);
  if (!audit) throw new Error('not decided');
  return { agrees: audit.agrees, differing: audit.parts.filter(({ agrees }) => !agrees).map(({ part }) => part), parts: audit.parts };
};
/** What was recorded a day after it. */
const after = (...later: NewEvent[]) => audited(recorded([...life, ...review, decision, ...later.map((fact) => ({ ...fact, recordedAt: day(181) }))]));
const tampered = (more: object) => audited(recorded([...life, ...review, { ...decision, data: { ...(decision.data as object), ...more } }])).differing;

describe('An audit', () => {
  it('finds every part as it was stored', () => {
    const { agrees, parts } = after();
    expect(agrees).toBe(true);
    expect(parts.map(({ part }) => part)).toEqual([
      'levels', 'evidence', 'window', 'lastEventId', 'hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted',
      'activeMembers', 'meetings', 'judged', 'observed', 'score', 'provisional', 'verdict', 'blockedBy', 'explained', 'until',
    ]);
    const value = (part: string) => parts.find((each) => each.part === part)?.recomputed;
    expect(value('hoursAttended')).toEqual({ numerator: 1_440, denominator: 1_800 });
    expect(value('attendancesReflectedOn')).toEqual({ numerator: 3, denominator: 15 });
    // J = 50 + 15 / 4 · 2 = 57.5; S = 34.5 + 10 = 44.5
    expect(['judged', 'observed', 'score', 'verdict', 'evidence'].map(value)).toEqual([57.5, 25, 45, 'notYet', [evidenceId]]);
  });
  it('says which part does not follow from the log', () => {
    expect(tampered({ score: 75, verdict: 'aligned' })).toEqual(['score', 'verdict']);
    expect(tampered({ ratios: [{ name: 'hoursAttended', numerator: 1_441, denominator: 1_800 }] })).toEqual(['hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted']);
    expect(after().parts.find(({ part }) => part === 'membersGivingHelp')?.stored).toEqual({ numerator: 0, denominator: 5 });
    expect(audited(recorded([...life, ...review, { ...decision, data: { ...(decision.data as object), ratios: [] } }])).parts.find(({ part }) => part === 'membersGivingHelp')).toEqual({ part: 'membersGivingHelp', stored: null, recomputed: { numerator: 0, denominator: 5 }, agrees: false });
    expect(tampered({ observed: 25.01 })).toEqual(['observed']);
    expect(tampered({ blockedBy: ['trust'] })).toEqual(['blockedBy']);
    expect(tampered({ provisional: true })).toEqual(['provisional']);
    expect(tampered({ meetings: 4, activeMembers: 6 })).toEqual(['activeMembers', 'meetings']);
    expect(tampered({ window: { from: day(1), before: NOW } })).toEqual(['window']);
    expect(tampered({ until: day(181) })).toEqual(['until']);
    // 57.5 and 25 lie more than 25 apart.
    expect(tampered({ explanation: undefined })).toEqual(['explained']);
    expect(audited(recorded([...life, ...review, decision])).parts.find(({ part }) => part === 'explained')?.stored).toBe(true);
    const { levels } = decision.data as { levels: { criterion: string; level: number }[] };
    expect(tampered({ levels: levels.map((each) => ({ ...each, level: 1 })) })).toEqual(['levels']);
    expect(tampered({ levels: levels.map((each) => (each.criterion === 'trust' ? { ...each, evidence: [{ kind: 'event', eventId: id('80', 1) }] } : each)) })).toEqual(['levels', 'evidence']);
  });
  it('counts nothing after the last event that was counted: neither late facts, withdrawals, nor erased people', () => {
    const late = [AttendanceRecorded.at(day(30), { ...about(3), memberId: id('a', 9), outcome: 'present', minutes: 600, how: 'rollCall' }), ...meeting(4), MemberJoined.at(day(-9), { groupId, memberId: id('a', 9) }), TimePledged.at(day(-9), { memberId: ada, hoursPerMonth: 40 })];
    const withdrawn = ReflectionWithdrawn.at(NOW, { reflectionId: id('50', 0), authorId: ada, groupId, memberIds: [] });
    expect(after(...late, withdrawn, PersonalDataErased.at(NOW, { memberId: ada })).differing).toEqual([]);
    expect(after(CriterionScored.at(NOW, { reviewId, groupId, criterion: 'trust', level: 0, evidence: [] })).differing).toEqual([]);
  });
  it('notices what is missing before it', () => {
    const events = recorded([...life, ...review, decision]);
    expect(audited(events.filter(({ id: each }) => each !== evidenceId)).differing).toEqual(expect.arrayContaining(['evidence', 'hoursAttended', 'activeMembers']));
    // The last one that was counted: nothing tells where to stop.
    expect(audited(events.filter(({ position }) => position !== life.length)).differing).toEqual(expect.arrayContaining(['lastEventId', 'attendancesReflectedOn']));
  });
  it('notices what was not counted though it had been there, and a window that ended before the decision', () => {
    const missed = MeetingScheduled.at(day(170), { ...about(17), title: 'T', timeZone: 'UTC', localStart: '2026-01-01T12:00:00' });
    const facts = [...life, ...review, missed, decision];
    const lastOf = (at: string) => audited(recorded(facts.map((fact) => (fact === missed ? { ...fact, recordedAt: at } : fact)))).parts.find(({ part }) => part === 'lastEventId');
    expect(lastOf(day(170))).toMatchObject({ recomputed: '00000000-0000-7000-9000-000000000041', agrees: false });
    // While it was decided: whoever decides waits for nobody.
    expect(lastOf(day(180 - 1 / 1_440))).toMatchObject({ agrees: true });
    const early = { from: day(-1), before: day(179) };
    expect(tampered({ window: early })).toEqual(expect.arrayContaining(['window']));
  });
  it('reads words that were erased, and pledges of people who joined later, without counting them', () => {
    const stranger = id('a', 8);
    const all = [TimePledged.at(day(-9), { memberId: stranger, hoursPerMonth: 40 }), ...life];
    const again = decidedOn([...all, ...review]);
    expect(audited(recorded([...all, ...review, again, { ...MemberJoined.at(day(-9), { groupId, memberId: stranger }), recordedAt: day(181) }])).differing).toEqual([]);
    const erased = recorded([...life, ...review, decision]).map((event) => (event.type === ReflectionRecorded.type ? { ...event, data: { ...(event.data as object), what: null, soWhat: null } } : event));
    expect(audited(erased).differing).toEqual([]);
  });
  it('is of a decision, also about a group in which nothing happened', () => {
    expect(auditOf(reviewId, recorded([...life, ...review]))).toBeUndefined();
    expect(auditOf(id('70', 9), recorded([...life, ...review, decision]))).toBeUndefined();
    const bare = decidedOn(review.map((event) => (event.type === CriterionScored.type ? { ...event, data: { ...(event.data as object), evidence: [] } } : event)));
    expect(bare.data).toMatchObject({ lastEventId: null, provisional: true, judged: 50 });
    const empty = recorded([...review.map((event) => (event.type === CriterionScored.type ? { ...event, data: { ...(event.data as object), evidence: [] } } : event)), bare]);
    expect(audited(empty).differing).toEqual([]);
    expect(AlignmentDecided.schema.safeParse(bare.data).success).toBe(true);
  });
});

import { mayRead } from '#event-sourcing';
import { administrator, viewOf } from '#event-sourcing-testing';
import { AlignmentDecided, CriterionScored, DecisionAppealed, ReviewOpened, type Criterion, type Evidence } from '../alignment.events.js';
import { alignmentPolicy } from '../alignment.policy.js';
import { alignmentReviewsView } from './alignment-reviews.js';

const reviewId = '019a9d2c-7b40-7c3e-9f21-000000000070';
const secondId = '019a9d2c-7b40-7c3e-9f21-000000000071';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const ida = { kind: administrator.kind, id: administrator.id };
const max = { ...administrator, kind: 'member' as const, id: '019a9d2c-7b40-7c3e-9f21-00000000000d' };
const paper: Evidence = { kind: 'document', url: 'https://example.org/minutes', title: 'Minutes' };
const about = { reviewId, groupId };

type Facts = Parameters<typeof viewOf>[1];
const all = (...events: Facts) => viewOf(alignmentReviewsView, events) as Record<string, Record<string, unknown>>;
const one = (...events: Facts) => all(...events)[reviewId];
const opened = ReviewOpened.at(day(1), { ...about, formulaVersion: 1 });
const scored = (n: number, criterion: Criterion, level: number, more: object = {}) => CriterionScored.at(day(n), { ...about, criterion, level, evidence: [], ...more });
const inputs = { window: { from: day(1), before: day(9) }, lastEventId: null, ratios: [], activeMembers: 4, meetings: 2 };
const conclusion = { judged: 70, observed: null, score: 70, provisional: true, verdict: 'emerging' as const, blockedBy: [] };
const decided = (n: number, more: object = {}) => AlignmentDecided.at(day(n), { ...about, formulaVersion: 1, ...inputs, levels: [], ...conclusion, until: day(30), ...more });
const appealed = DecisionAppealed.at(day(12), { ...about, reason: 'r' });
const forStaff = ['facilitators:019a9d2c-7b40-7c3e-9f21-000000000020'];
const forGroup = ['group:019a9d2c-7b40-7c3e-9f21-000000000020'];
const blank = { id: reviewId, groupId, status: 'open', formulaVersion: 1, reviewer: ida, appealOf: null, openedAt: day(1), inForceUntil: null, levels: [], history: [], decision: null, appeal: null, audience: forStaff };
const { lastEventId: _kept, ...shownInputs } = inputs;
const decision = { at: day(10), by: ida, until: day(30), ...shownInputs, ...conclusion, explanation: null };

describe('The view of alignment reviews', () => {
  it('begins open, for facilitators', () => {
    expect(one(opened)).toEqual(blank);
    expect(one(scored(2, 'trust', 3))).toBeUndefined();
  });
  it('shows the last score of each criterion in the order of the table, and keeps all of them', () => {
    const trust = { criterion: 'trust', level: 3, counted: 2, evidence: [], note: null, scoredAt: day(2), scoredBy: ida };
    const stories = { criterion: 'storiesAreShared', level: 1, counted: 1, evidence: [], note: null, scoredAt: day(3), scoredBy: ida };
    const purpose = { criterion: 'learningIsThePurpose', level: 4, counted: 4, evidence: [paper], note: 'n', scoredAt: day(4), scoredBy: ida };
    const again = { ...trust, level: 0, counted: 0, scoredAt: day(5), scoredBy: { kind: 'member', id: max.id } };
    const facts = [opened, scored(2, 'trust', 3), scored(3, 'storiesAreShared', 1), scored(4, 'learningIsThePurpose', 4, { evidence: [paper], note: 'n' }), { ...scored(5, 'trust', 0), actor: max }];
    expect(one(...facts)).toEqual({ ...blank, levels: [purpose, again, stories], history: [trust, stories, purpose, again] });
    // The one that is later in the log, whatever time it bears.
    expect(one(...facts, scored(1, 'trust', 2))?.levels).toMatchObject([{ level: 4 }, { criterion: 'trust', level: 2 }, {}]);
  });
  it('is decided, in force until its date, for the group', () => {
    expect(one(opened, decided(10))).toEqual({ ...blank, status: 'decided', inForceUntil: day(30), decision, audience: forGroup });
    expect(one(opened, decided(10, { explanation: 'e' }))).toMatchObject({ decision: { explanation: 'e' } });
  });
  it('is appealed and still in force', () => {
    expect(one(opened, decided(10), appealed)).toEqual({ ...blank, status: 'appealed', inForceUntil: day(30), decision, appeal: { at: day(12), reason: 'r' }, audience: forGroup });
  });
  it('is replaced by the next decision about the group, an appeal’s or another', () => {
    const second = ReviewOpened.at(day(13), { ...about, reviewId: secondId, formulaVersion: 1, appealOf: reviewId, notBy: [ida] });
    const documents = all(opened, decided(10), appealed, second, decided(14, { reviewId: secondId, appealOf: reviewId, replaces: reviewId, until: day(31) }));
    expect(documents[reviewId]).toEqual({ ...blank, status: 'replaced', decision, appeal: { at: day(12), reason: 'r' }, audience: forGroup });
    expect(documents[secondId]).toMatchObject({ status: 'decided', appealOf: reviewId, inForceUntil: day(31) });
    const next = { reviewId: secondId, replaces: reviewId };
    expect(one(opened, decided(10), decided(14, next))).toMatchObject({ status: 'replaced', inForceUntil: null });
    expect(one(opened, decided(10), decided(14, next), appealed)).toMatchObject({ status: 'replaced', appeal: { reason: 'r' } });
  });
  it('bears words that were erased', () => {
    expect(one(opened, scored(2, 'trust', 1, { note: null }), decided(10, { explanation: null }), DecisionAppealed.at(day(12), { ...about, reason: null }))).toMatchObject({ levels: [{ note: null }], decision: { explanation: null }, appeal: { reason: null } });
  });
});

describe('Who may read a review', () => {
  const policy = alignmentPolicy.documents.alignmentReviews;
  const none = { groups: [], facilitates: [] };
  const readers = [{ ...none, role: 'auditor' as const }, { memberId: 'f', groups: [groupId], facilitates: [groupId] }, { ...none, memberId: 'm', groups: [groupId] }, { ...none, memberId: 'o' }];
  it.each([['open', [true, true, false, false]], ['decided', [true, true, true, false]], ['appealed', [true, true, true, false]], ['replaced', [true, true, true, false]]] as const)('%s', (status, expected) => {
    expect(readers.map((reader) => mayRead(policy, { ...blank, status } as never, reader))).toEqual(expected);
  });
});

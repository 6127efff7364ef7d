import { plus, type Actor, type NewEvent } from '#event-sourcing';
import { administrator, given } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import * as commands from './alignment.decider.js';
import { AlignmentDecided, criterion, CriterionScored, DecisionAppealed, ReviewOpened, ReviewReserved, type Criterion, type Evidence, type Ratio } from './alignment.events.js';

const reviewId = '019a9d2c-7b40-7c3e-9f21-000000000070';
const firstId = '019a9d2c-7b40-7c3e-9f21-000000000071';
const thirdId = '019a9d2c-7b40-7c3e-9f21-000000000072';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const otherId = '019a9d2c-7b40-7c3e-9f21-000000000021';
const eventId = '019a9d2c-7b40-7c3e-9f21-000000000080';
const lastEventId = '019a9d2c-7b40-7c3e-9f21-000000000081';
const JANUARY = '2026-01-10T09:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const A_YEAR_ON = '2027-03-01T12:00:00.000Z';
const about = { reviewId, groupId };
/** The actor of facts in a spec. */
const ida = { kind: administrator.kind, id: administrator.id };
const max: Actor = { kind: 'member', id: '019a9d2c-7b40-7c3e-9f21-00000000000d', role: 'admin', via: 'console' };
const founded = GroupFounded.at(JANUARY, { groupId, name: 'G', timeZone: 'UTC' });
const paper: Evidence = { kind: 'document', url: 'https://example.org/minutes', title: 'Minutes' };

const opened = (more: object = {}) => ReviewOpened.at(JANUARY, { ...about, formulaVersion: 1, ...more });
const scored = (which: Criterion, level: number, evidence: Evidence[] = [paper], more: object = {}) => CriterionScored.at(JANUARY, { ...about, criterion: which, level, evidence, ...more });
const scoredAll = (levels: readonly number[], evidence: Evidence[] = [paper]) => criterion.options.map((each, index) => scored(each, levels[index] as number, evidence));
/** J = 70 */
const EXAMPLE = [4, 3, 3, 2, 3, 3, 2, 1];
const ratiosOf = (...values: [number, number][]): Ratio[] =>
  values.map(([numerator, denominator], index) => ({ name: (['hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted'] as const)[index] as Ratio['name'], numerator, denominator }));
const window = { from: '2025-09-02T12:00:00.000Z', before: NOW };
const observing = (...values: [number, number][]) => ({ window, lastEventId, ratios: ratiosOf(...values), activeMembers: 10, meetings: 3 });
const observed = observing([5_760, 7_200], [18, 30], [7, 10], [5, 10], [13, 20]);
const levelsOf = (levels: readonly number[]) => criterion.options.map((each, index) => ({ criterion: each, level: levels[index] as number, counted: levels[index] as number, evidence: [paper] }));
const conclusion = { judged: 70, observed: 65, score: 68, provisional: false, verdict: 'emerging' as const, blockedBy: [] };
const decision = { ...about, formulaVersion: 1, ...observed, levels: levelsOf(EXAMPLE), ...conclusion, until: A_YEAR_ON };
const decided = (more: object = {}, at = NOW) => AlignmentDecided.at(at, { ...decision, ...more });
/** A decision about the group that somebody made before. */
const first = (more: object = {}) => [opened({ reviewId: firstId }), decided({ reviewId: firstId, ...more })];
const appealed = (id = firstId) => DecisionAppealed.at(NOW, { reviewId: id, groupId, reason: 'r' });
const byMax = { actor: max };
const known = given().alongside(`group-${groupId}`, founded);

describe('Opening a review', () => {
  const input = { reviewId, groupId };
  it('follows the present formula', () => {
    known.when(commands.openReview, input).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1 }));
    known.alongside(`review-${firstId}`, ...first()).when(commands.openReview, { ...input, latest: firstId }).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1 }));
  });
  it('needs a group that is there and open, and is done once', () => {
    given().when(commands.openReview, input).thenRefused('no-such-group');
    known.alongside(`group-${groupId}`, GroupArchived.at(JANUARY, { groupId })).when(commands.openReview, input).thenRefused('group-archived');
    given(opened()).alongside(`group-${groupId}`, founded).when(commands.openReview, input).thenRefused('already-opened');
  });

  describe('after an appeal', () => {
    const second = { ...input, appealOf: firstId, latest: firstId };
    const withFirst = known.alongside(`review-${firstId}`, ...first(), appealed());
    it('is for somebody else than who decided', () => {
      withFirst.when(commands.openReview, second, byMax).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1, appealOf: firstId, notBy: [ida] }));
      withFirst.when(commands.openReview, second).thenRefused('same-reviewer');
      // The same id of another kind is somebody else.
      withFirst.when(commands.openReview, second, { actor: { ...administrator, kind: 'account' } }).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1, appealOf: firstId, notBy: [ida] }));
    });
    it('is for somebody else than who alone scored, whatever they act through', () => {
      const byKey: Actor = { kind: 'key', id: 'k', role: 'admin', via: 'api' };
      const ofFirst = (fact: NewEvent, by: Actor = administrator) => ({ ...fact, actor: by, data: { ...(fact.data as object), reviewId: firstId } }) as NewEvent;
      const scoredBy = (...scores: NewEvent[]) => known.alongside(`review-${firstId}`, opened({ reviewId: firstId }), ...scores, decided({ reviewId: firstId }), appealed());
      const byMaxAlone = scoredBy(ofFirst(scored('trust', 2), max), ofFirst(scored('storiesAreShared', 2), max));
      byMaxAlone.when(commands.openReview, second, byMax).thenRefused('same-reviewer');
      byMaxAlone.when(commands.openReview, second, { actor: byKey }).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1, appealOf: firstId, notBy: [ida, { kind: max.kind, id: max.id }] }));
      // One of several who scored; a score that another one followed does not count.
      const byBoth = scoredBy(ofFirst(scored('trust', 2), max), ofFirst(scored('storiesAreShared', 2)));
      byBoth.when(commands.openReview, second, byMax).then(ReviewOpened.at(NOW, { ...about, formulaVersion: 1, appealOf: firstId, notBy: [ida] }));
      const byMaxAtLast = scoredBy(ofFirst(scored('trust', 3)), ofFirst(scored('trust', 2), max));
      byMaxAtLast.when(commands.openReview, second, byMax).thenRefused('same-reviewer');
      withFirst.when(commands.openReview, { ...second, again: [{ kind: 'key', id: 'k' }] }, { actor: byKey }).thenRefused('same-reviewer');
    });
    it('comes before any other review of the group, while the decision is in force', () => {
      withFirst.when(commands.openReview, { ...input, latest: firstId }, byMax).thenRefused('appeal-pending');
      expect(withFirst.when(commands.openReview, { ...input, latest: firstId }, byMax).decision).toMatchObject({ extra: { reviewId: firstId } });
      withFirst.when(commands.openReview, { ...input, latest: firstId }, { ...byMax, now: plus(A_YEAR_ON, -1) }).thenRefused('appeal-pending');
      withFirst.when(commands.openReview, { ...input, latest: firstId }, { ...byMax, now: A_YEAR_ON }).then(ReviewOpened.at(A_YEAR_ON, { ...about, formulaVersion: 1 }));
    });
    it('needs a decision about this group that was appealed and is in force', () => {
      known.when(commands.openReview, second, byMax).thenRefused('no-such-review');
      known.alongside(`review-${firstId}`, opened({ reviewId: firstId })).when(commands.openReview, second, byMax).thenRefused('no-such-review');
      known.alongside(`review-${firstId}`, ...first()).when(commands.openReview, second, byMax).thenRefused('not-appealed');
      given().alongside(`group-${otherId}`, GroupFounded.at(JANUARY, { groupId: otherId, name: 'O', timeZone: 'UTC' })).alongside(`review-${firstId}`, ...first(), appealed()).when(commands.openReview, { ...second, groupId: otherId }, byMax).thenRefused('no-such-review');
      withFirst.alongside(`review-${thirdId}`, opened({ reviewId: thirdId }), decided({ reviewId: thirdId })).when(commands.openReview, { ...second, latest: thirdId }, byMax).thenRefused('not-in-force');
      withFirst.when(commands.openReview, second, { ...byMax, now: A_YEAR_ON }).thenRefused('not-in-force');
    });
  });
});

describe('Judging a criterion', () => {
  const input = { reviewId, criterion: 'trust', level: 4 };
  it('keeps level, evidence and note', () => {
    given(opened()).when(commands.scoreCriterion, input).then(CriterionScored.at(NOW, { ...about, criterion: 'trust', level: 4, evidence: [] }));
    given(opened())
      .when(commands.scoreCriterion, { ...input, evidence: [{ kind: 'event', eventId }, { ...paper, title: ' Minutes ' }], note: ' n ', ofGroup: [eventId] })
      .then(CriterionScored.at(NOW, { ...about, criterion: 'trust', level: 4, evidence: [{ kind: 'event', eventId }, paper], note: 'n' }));
  });
  it('is done again by whoever judges otherwise, and changes nothing where nobody does', () => {
    const before = given(opened(), scored('trust', 4, [paper], { note: 'n' }));
    const same = { ...input, evidence: [paper], note: 'n' };
    before.when(commands.scoreCriterion, same).thenNothing();
    before.when(commands.scoreCriterion, same, byMax).then(CriterionScored.at(NOW, { ...about, criterion: 'trust', level: 4, evidence: [paper], note: 'n' }));
    for (const other of [{ level: 3 }, { evidence: [] }, { note: undefined }, { criterion: 'storiesAreShared' }]) expect(before.when(commands.scoreCriterion, { ...same, ...other }).decision).toHaveLength(1);
  });
  it('takes events of the group alone for evidence', () => {
    const events = [{ kind: 'event', eventId: lastEventId }, paper, { kind: 'event', eventId }];
    const refused = given(opened()).when(commands.scoreCriterion, { ...input, evidence: events, ofGroup: [lastEventId] }).thenRefused('no-such-evidence');
    expect(refused.decision).toMatchObject({ errors: [{ pointer: '/evidence/2/eventId' }] });
  });
  it('takes documents at addresses of the web', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'minutes', '']) expect([url, commands.scoreCriterion.input.safeParse({ ...input, evidence: [{ ...paper, url }] }).success]).toEqual([url, false]);
    expect(commands.scoreCriterion.input.safeParse({ ...input, evidence: [{ ...paper, url: 'http://example.org/a?b#c' }] }).success).toBe(true);
    expect(commands.scoreCriterion.input.safeParse({ ...input, level: 5 }).success).toBe(false);
  });
  it('needs a review that is open', () => {
    given().when(commands.scoreCriterion, input).thenRefused('no-such-review');
    given(opened(), ...scoredAll(EXAMPLE), decided()).when(commands.scoreCriterion, input).thenRefused('already-decided');
  });
  it('of an appeal is for somebody else than who decided the first', () => {
    const second = given(opened({ appealOf: firstId, notBy: [ida] }));
    second.when(commands.scoreCriterion, input).thenRefused('same-reviewer');
    second.when(commands.scoreCriterion, { ...input, again: [{ kind: max.kind, id: max.id }] }, byMax).thenRefused('same-reviewer');
    expect(second.when(commands.scoreCriterion, input, byMax).decision).toHaveLength(1);
  });
});

describe('Deciding', () => {
  const input = { reviewId, observed };
  const judged = given(opened(), ...scoredAll(EXAMPLE));
  it('gives the example of the domain page: J = 70, O = 65, S = 68, emerging, frozen with its inputs', () => {
    judged.when(commands.decideReview, input).then(
      AlignmentDecided.at(NOW, {
        reviewId,
        groupId,
        formulaVersion: 1,
        window: { from: '2025-09-02T12:00:00.000Z', before: NOW },
        lastEventId,
        ratios: [
          { name: 'hoursAttended', numerator: 5_760, denominator: 7_200 },
          { name: 'attendancesReflectedOn', numerator: 18, denominator: 30 },
          { name: 'membersGivingHelp', numerator: 7, denominator: 10 },
          { name: 'membersGivingAndReceiving', numerator: 5, denominator: 10 },
          { name: 'dueActionsCompleted', numerator: 13, denominator: 20 },
        ],
        activeMembers: 10,
        meetings: 3,
        levels: [
          { criterion: 'learningIsThePurpose', level: 4, counted: 4, evidence: [paper] },
          { criterion: 'practitionersHelpOthers', level: 3, counted: 3, evidence: [paper] },
          { criterion: 'membersCommitTime', level: 3, counted: 3, evidence: [paper] },
          { criterion: 'learningGoesBothWays', level: 2, counted: 2, evidence: [paper] },
          { criterion: 'trust', level: 3, counted: 3, evidence: [paper] },
          { criterion: 'storiesAreShared', level: 3, counted: 3, evidence: [paper] },
          { criterion: 'actionIsBuiltTogether', level: 2, counted: 2, evidence: [paper] },
          { criterion: 'keyPeopleAreConnected', level: 1, counted: 1, evidence: [paper] },
        ],
        judged: 70,
        observed: 65,
        score: 68,
        provisional: false,
        verdict: 'emerging',
        blockedBy: [],
        until: '2027-03-01T12:00:00.000Z',
      }),
    );
  });
  it('takes the last score of each criterion', () => {
    judged.when(commands.decideReview, input).then(decided());
    // 70 − 15 / 4 · 2 = 62.5; 0.6 · 62.5 + 26 = 63.5
    given(opened(), ...scoredAll(EXAMPLE), scored('learningIsThePurpose', 2))
      .when(commands.decideReview, input)
      .then(decided({ levels: levelsOf([2, ...EXAMPLE.slice(1)]), judged: 62.5, score: 64 }));
  });
  it('counts 3 and 4 without evidence as 2', () => {
    // 2,2,2,2,2,2,2,1: 50 − 1.25 = 48.75; 29.25 + 26 = 55.25
    given(opened(), ...scoredAll(EXAMPLE, []))
      .when(commands.decideReview, input)
      .then(decided({ levels: levelsOf(EXAMPLE).map((each) => ({ ...each, counted: Math.min(each.level, 2), evidence: [] })), judged: 48.75, score: 55 }));
  });
  it('is blocked from aligned by a ★ criterion at 1', () => {
    const levels = [4, 4, 4, 4, 1, 4, 4, 4];
    // J = 88.75; 53.25 + 40 = 93.25
    given(opened(), ...scoredAll(levels))
      .when(commands.decideReview, { reviewId, observed: observing([1, 1], [1, 1], [1, 1]) })
      .then(decided({ ratios: ratiosOf([1, 1], [1, 1], [1, 1]), levels: levelsOf(levels), judged: 88.75, observed: 100, score: 93, verdict: 'emerging', blockedBy: ['trust'] }));
  });
  it('is provisional where too little was observed', () => {
    const few = { ...observed, activeMembers: 4 };
    judged.when(commands.decideReview, { reviewId, observed: few }).then(decided({ activeMembers: 4, observed: null, score: 70, provisional: true }));
  });
  it('says in words why judged and observed differ by more than 25', () => {
    // O = 45: 25 exactly. O = 44.99…
    const apart = (numerator: number) => ({ reviewId, observed: observing([numerator, 100_000], [numerator, 100_000], [numerator, 100_000]) });
    judged.when(commands.decideReview, apart(45_000)).then(decided({ ratios: apart(45_000).observed.ratios, observed: 45, score: 60 }));
    const refused = judged.when(commands.decideReview, apart(44_999)).thenRefused('explanation-needed', /more than 25 apart/);
    expect(refused.decision).toMatchObject({ errors: [{ pointer: '/explanation' }], extra: { judged: 70, observed: 45, apart: 25.01 } });
    judged.when(commands.decideReview, { ...apart(44_999), explanation: ' New members. ' }).then(decided({ ratios: apart(44_999).observed.ratios, observed: 45, score: 60, explanation: 'New members.' }));
  });
  it('may be explained where nothing asks for it', () => {
    judged.when(commands.decideReview, { ...input, explanation: 'e' }).then(decided({ explanation: 'e' }));
  });
  it('needs all eight criteria', () => {
    const seven = given(opened(), ...scoredAll(EXAMPLE).slice(1)).when(commands.decideReview, input).thenRefused('criteria-missing');
    expect(seven.decision).toMatchObject({ extra: { criteria: ['learningIsThePurpose'] } });
    given(opened()).when(commands.decideReview, input).thenRefused('criteria-missing');
  });
  it('is done once, of a review that was opened', () => {
    given().when(commands.decideReview, input).thenRefused('no-such-review');
    given(opened(), ...scoredAll(EXAMPLE), decided()).when(commands.decideReview, input).thenRefused('already-decided');
  });
  it('names the decision it comes after, and of an appeal the one that was appealed', () => {
    judged.when(commands.decideReview, { ...input, latest: thirdId }).then(decided({ replaces: thirdId }));
    const second = given(opened({ appealOf: firstId, notBy: [ida] }), ...scoredAll(EXAMPLE));
    second.when(commands.decideReview, { ...input, latest: firstId }, byMax).then(decided({ appealOf: firstId, replaces: firstId }));
    second.when(commands.decideReview, { ...input, latest: firstId }).thenRefused('same-reviewer');
  });
  describe('while an appeal of the decision in force waits', () => {
    const byIda = { again: [ida] };
    const waiting = (...facts: NewEvent[]) => given(opened(), ...facts).alongside(`review-${firstId}`, ...first(), appealed());
    const asMax = (fact: NewEvent) => ({ ...fact, actor: max }) as NewEvent;
    it('answers the appeal, and is for somebody else, who scores anew what the first reviewer scored', () => {
      const byIdaAlone = waiting(...scoredAll(EXAMPLE));
      byIdaAlone.when(commands.decideReview, { ...input, latest: firstId, ...byIda }).thenRefused('same-reviewer');
      const refused = byIdaAlone.when(commands.decideReview, { ...input, latest: firstId, ...byIda }, byMax).thenRefused('same-reviewer', /scores anew/);
      expect(refused.decision).toMatchObject({ extra: { criteria: criterion.options } });
      waiting(...scoredAll(EXAMPLE), ...scoredAll(EXAMPLE).map(asMax))
        .when(commands.decideReview, { ...input, latest: firstId, ...byIda }, byMax)
        .then(decided({ appealOf: firstId, replaces: firstId }));
    });
    it('is any review once that decision is no longer in force', () => {
      waiting(...scoredAll(EXAMPLE)).when(commands.decideReview, { ...input, latest: firstId, ...byIda }, { now: A_YEAR_ON }).then(decided({ replaces: firstId, until: '2028-03-01T12:00:00.000Z' }, A_YEAR_ON));
    });
    it('is final', () => {
      given(opened(), ...scoredAll(EXAMPLE).map(asMax), decided({ appealOf: firstId, replaces: firstId })).when(commands.appealDecision, { reviewId, reason: 'r', latest: reviewId }).thenRefused('decision-final');
    });
  });
  it('is in force for twelve months of the calendar', () => {
    judged.when(commands.decideReview, input, { now: '2028-02-29T12:00:00.000Z' }).then(decided({ until: '2029-02-28T12:00:00.000Z' }, '2028-02-29T12:00:00.000Z'));
  });
});

describe('Appealing', () => {
  const input = { reviewId, reason: ' r ', latest: reviewId };
  const stands = given(opened(), ...scoredAll(EXAMPLE), decided());
  it('keeps the reason', () => {
    stands.when(commands.appealDecision, input).then(DecisionAppealed.at(NOW, { ...about, reason: 'r' }));
  });
  it('is of a decision', () => {
    given().when(commands.appealDecision, input).thenRefused('no-such-review');
    given(opened()).when(commands.appealDecision, input).thenRefused('not-decided');
  });
  it('is done once, and not of what an appeal decided', () => {
    given(opened(), decided(), appealed(reviewId)).when(commands.appealDecision, input).thenRefused('already-appealed');
    given(opened({ appealOf: firstId, notBy: [ida] }), decided({ appealOf: firstId })).when(commands.appealDecision, input).thenRefused('decision-final');
  });
  it('is possible while the decision is in force', () => {
    stands.when(commands.appealDecision, input, { now: plus(A_YEAR_ON, -1) }).then(DecisionAppealed.at(plus(A_YEAR_ON, -1), { ...about, reason: 'r' }));
    stands.when(commands.appealDecision, input, { now: A_YEAR_ON }).thenRefused('not-in-force');
    stands.when(commands.appealDecision, { ...input, latest: thirdId }).thenRefused('not-in-force');
  });
});

describe('The place of a group’s open review', () => {
  const reserved = (id = firstId) => ReviewReserved.at(JANUARY, { groupId, reviewId: id });
  const taken = ReviewReserved.at(NOW, about);
  it('is for whoever comes first, who may take it again', () => {
    given().when(commands.reserveReview, about).then(taken);
    given(reserved(reviewId)).when(commands.reserveReview, about).then(taken);
    const refused = given(reserved()).when(commands.reserveReview, about).thenRefused('review-open');
    expect(refused.decision).toMatchObject({ extra: { reviewId: firstId } });
  });
  it('is taken over from what holds nothing any more, unless somebody else was quicker', () => {
    given(reserved()).when(commands.reserveReview, { ...about, over: 0 }).then(taken);
    given(reserved(), reserved(thirdId)).when(commands.reserveReview, { ...about, over: 0 }).thenRefused('review-open');
  });
});

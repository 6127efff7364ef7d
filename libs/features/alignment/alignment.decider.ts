/** What may be recorded of an alignment review: opened, scored by one or several, decided by the formula, appealed once. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, line, plusMonths, streamName, text, type Actor, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, refuseGroup } from '../groups/groups.events.js';
import { AlignmentDecided, criterion, CriterionScored, DecisionAppealed, evidence as storedEvidence, level, ratio, ReviewOpened, reviewer, ReviewReserved, type Reviewer } from './alignment.events.js';
import { alignmentPolicy } from './alignment.policy.js';
import { isSame, makersOf, reviewerOf, reviews, type ReviewState } from './alignment.state.js';
import { conclude, formulaOf, judgements, missing, PRESENT } from './formula.js';

export const noSuchReview = defineRefusal('no-such-review', 'There is no such review', 404);
export const alreadyOpened = defineRefusal('already-opened', 'This review was opened already');
export const reviewOpen = defineRefusal('review-open', 'The group has an open review already');
export const appealPending = defineRefusal('appeal-pending', 'An appeal waits for its review');
export const notAppealed = defineRefusal('not-appealed', 'This decision was not appealed');
export const sameReviewer = defineRefusal('same-reviewer', 'Somebody else must do this');
export const alreadyDecided = defineRefusal('already-decided', 'This review is decided already');
export const noSuchEvidence = defineRefusal('no-such-evidence', 'There is no such event in this group', 422);
export const criteriaMissing = defineRefusal('criteria-missing', 'Not every criterion is judged');
export const explanationNeeded = defineRefusal('explanation-needed', 'An explanation is needed', 422);
export const notDecided = defineRefusal('not-decided', 'This review is not decided yet');
export const alreadyAppealed = defineRefusal('already-appealed', 'This decision was appealed already');
export const decisionFinal = defineRefusal('decision-final', 'The decision of an appeal is final');
export const notInForce = defineRefusal('not-in-force', 'This decision is not in force');

const reviewId = z.uuid();
const groupId = z.uuid();
/** The review of the group’s latest decision, as the log tells; null where there is none. */
const latest = z.uuid().nullable().default(null);
const [eventEvidence, documentEvidence] = storedEvidence.options;
const evidence = z.discriminatedUnion('kind', [eventEvidence, documentEvidence.extend({ title: line(200) })]);

const may = alignmentPolicy.commands;
const ofReview = (input: { reviewId: string }): string => input.reviewId;
const ofItsGroup = (_input: unknown, state: ReviewState): string | undefined => state.groupId;

const stream = (id: string | null | undefined): string | undefined => (id == null ? undefined : streamName('review', id));

/** Those who act now, or have scored, and are the same people as who made the review that was appealed; whatever they act through. */
const again = z.array(reviewer).max(100).default([]);

/** The review of an appeal is for others than who made the first. */
function refuseSame(actor: Actor, those: readonly Reviewer[]): Refusal | undefined {
  return those.some((each) => isSame(each, actor)) ? sameReviewer('You made the review that was appealed; somebody else opens, scores and decides the second one.') : undefined;
}

/** Why nothing more is judged in a review: unknown, decided, or for somebody else. */
function refuseReview(state: ReviewState, actor: Actor, those: readonly Reviewer[]): Refusal | undefined {
  if (state.groupId === undefined) return noSuchReview('There is no review with this id.');
  if (state.decision) return alreadyDecided('This review is decided; its decision stands with everything it was made of.');
  return state.appealOf === undefined ? undefined : refuseSame(actor, [...state.notBy, ...those]);
}

/** Whether a decision that was appealed waits for a second review. */
function waits({ appealed, decision }: ReviewState, now: string): boolean {
  return appealed && now < (decision?.until ?? '');
}

/** What was scored by who may not review an appeal must be scored anew. */
function refuseScores(scores: ReviewState['scores'], those: readonly Reviewer[]): Refusal | undefined {
  const criteria = criterion.options.filter((each) => those.some((other) => scores[each] && isSame(scores[each].by, other)));
  if (criteria.length === 0) return undefined;
  return sameReviewer('The decision in force was appealed meanwhile, so this one answers the appeal: somebody else scores anew what was scored by those who made the first.', { extra: { criteria } });
}

function about(id: string, state: ReviewState) {
  return { reviewId: id, groupId: state.groupId as string };
}

export const openReview = defineCommand(reviews, {
  name: 'openReview',
  input: z.strictObject({ reviewId, groupId, appealOf: z.uuid().optional().describe('The review whose decision was appealed: this is the second one.'), latest, again }),
  mints: 'reviewId',
  id: ofReview,
  needs: (input) => ({
    group: { fold: groupStanding, stream: streamName('group', input.groupId) },
    first: { fold: reviews, stream: stream(input.appealOf) },
    latest: { fold: reviews, stream: stream(input.latest) },
  }),
  policy: { allow: may.openReview },
  refusals: [alreadyOpened, noSuchGroup, groupArchived, noSuchReview, notAppealed, notInForce, sameReviewer, appealPending, reviewOpen],
  decide({ reviewId: id, groupId: of, appealOf, latest: last, again: those }, state, { now, actor, needs: { group, first, latest: standing } }) {
    if (state.groupId !== undefined) return alreadyOpened('This review was opened already.');
    const refused = refuseGroup(group);
    if (refused) return refused;
    const opened = { reviewId: id, groupId: of, formulaVersion: PRESENT.version };
    if (appealOf === undefined) {
      if (waits(standing, now)) return appealPending('The decision in force was appealed: name it in appealOf, so that somebody else reviews it.', { extra: { reviewId: last } });
      return [ReviewOpened.at(now, opened)];
    }
    const at = (detail: string) => ({ errors: [{ pointer: '/appealOf', detail }] });
    if (first.groupId !== of || !first.decision) return noSuchReview('There is no decision about this group with this id.', at('names no decision about this group'));
    if (!first.appealed) return notAppealed('Nobody has appealed this decision; open a review without appealOf.', at('was not appealed'));
    if (appealOf !== last || now >= first.decision.until) return notInForce('This decision is no longer in force; open a review without appealOf.', at('is not in force'));
    return refuseSame(actor, [...makersOf(first), ...those]) ?? [ReviewOpened.at(now, { ...opened, appealOf, notBy: makersOf(first) })];
  },
});

export const scoreCriterion = defineCommand(reviews, {
  name: 'scoreCriterion',
  input: z.strictObject({
    reviewId,
    criterion,
    level: level.describe('0 absent, 1 claimed, 2 occasional, 3 usual, 4 self-sustaining.'),
    evidence: z.array(evidence).max(20).default([]).describe('Events of the group, or documents; without any, 3 and 4 count as 2.'),
    note: text(2_000).optional(),
    /** Which of the events named are events of the group that whoever scores may read. */
    ofGroup: z.array(z.uuid()).max(20).default([]),
    again,
  }),
  id: ofReview,
  policy: { allow: may.scoreCriterion },
  refusals: [noSuchReview, alreadyDecided, sameReviewer, noSuchEvidence],
  decide({ reviewId: id, note, ofGroup, again: those, ...judged }, state, { now, actor }) {
    const refused = refuseReview(state, actor, those);
    if (refused) return refused;
    const errors = judged.evidence.flatMap((each, index) => (each.kind === 'event' && !ofGroup.includes(each.eventId) ? [{ pointer: `/evidence/${index}/eventId`, detail: 'names no event of this group' }] : []));
    if (errors.length > 0) return noSuchEvidence('Evidence is an event of the reviewed group that you may read, or a document.', { errors });
    const before = state.scores[judged.criterion];
    const unchanged = before && JSON.stringify([before.level, before.evidence, before.note, before.by]) === JSON.stringify([judged.level, judged.evidence, note ?? null, reviewerOf(actor)]);
    return unchanged ? [] : [CriterionScored.at(now, { ...about(id, state), ...judged, ...(note !== undefined && { note }) })];
  },
});

export const decideReview = defineCommand(reviews, {
  name: 'decideReview',
  input: z.strictObject({
    reviewId,
    explanation: text(5_000).optional().describe('Needed where J and O lie more than 25 apart.'),
    /** What the log tells of the group, in the window that ends now. */
    observed: z.strictObject({
      window: z.strictObject({ from: z.iso.datetime(), before: z.iso.datetime() }),
      lastEventId: z.uuid().nullable(),
      ratios: z.array(ratio).max(20),
      activeMembers: z.int().min(0),
      meetings: z.int().min(0),
    }),
    latest,
    again,
  }),
  id: ofReview,
  needs: (input) => ({ latest: { fold: reviews, stream: stream(input.latest) } }),
  policy: { allow: may.decideReview },
  refusals: [noSuchReview, alreadyDecided, sameReviewer, criteriaMissing, explanationNeeded],
  decide({ reviewId: id, explanation, observed, latest: last, again: those }, state, { now, actor, needs: { latest: standing } }) {
    const refused = refuseReview(state, actor, those);
    if (refused) return refused;
    // An appeal that came while this review was open: its decision is the second one.
    const appealOf = state.appealOf ?? (last !== null && waits(standing, now) ? last : undefined);
    if (appealOf !== undefined && state.appealOf === undefined) {
      const theirs = refuseSame(actor, those) ?? refuseScores(state.scores, those);
      if (theirs) return theirs;
    }
    const formula = formulaOf(state.formulaVersion);
    const criteria = missing(formula, state.scores);
    if (criteria.length > 0) return criteriaMissing('Judge every criterion before you decide.', { extra: { criteria } });
    const levels = judgements(formula, state.scores);
    const { mustExplain, apart, ...conclusion } = conclude(formula, levels, observed);
    if (mustExplain && explanation === undefined) {
      return explanationNeeded(`What you judged and what was observed lie more than ${formula.explainAbove} apart: say why.`, {
        errors: [{ pointer: '/explanation', detail: 'is needed' }],
        extra: { judged: conclusion.judged, observed: conclusion.observed, apart },
      });
    }
    return [
      AlignmentDecided.at(now, {
        ...about(id, state),
        formulaVersion: formula.version,
        ...observed,
        levels,
        ...conclusion,
        ...(explanation !== undefined && { explanation }),
        until: plusMonths(now, formula.monthsInForce),
        ...(appealOf !== undefined && { appealOf }),
        ...(last !== null && { replaces: last }),
      }),
    ];
  },
});

export const appealDecision = defineCommand(reviews, {
  name: 'appealDecision',
  input: z.strictObject({ reviewId, reason: text(2_000), latest }),
  id: ofReview,
  policy: { allow: may.appealDecision, group: ofItsGroup },
  refusals: [noSuchReview, notDecided, decisionFinal, alreadyAppealed, notInForce],
  decide({ reviewId: id, reason, latest: last }, state, { now }) {
    if (state.groupId === undefined) return noSuchReview('There is no review with this id.');
    if (!state.decision) return notDecided('This review is not decided yet; there is nothing to appeal.');
    if (state.appealOf !== undefined) return decisionFinal('This is the decision of an appeal already; ask for a new review instead.');
    if (state.appealed) return alreadyAppealed('This decision was appealed already.');
    if (id !== last || now >= state.decision.until) return notInForce('This decision is no longer in force; ask for a new review instead.');
    return [DecisionAppealed.at(now, { ...about(id, state), reason })];
  },
});

export interface Reservation {
  reviewId?: string;
  reservedAt?: string;
  /** Of the event that made it. */
  revision?: number;
}

/** Whose the place of a group’s open review is; a stream for each group. */
export const reservations = defineDecider({
  name: 'open-review',
  events: [ReviewReserved],
  initial: {},
  evolve: (_state: Reservation, event): Reservation => ({ reviewId: event.data.reviewId, reservedAt: event.recordedAt, revision: event.revision }),
});

export const reserveReview = defineCommand(reservations, {
  name: 'reserveReview',
  /** `over`: revision of a reservation that holds nothing any more. */
  input: z.strictObject({ groupId, reviewId, over: z.int().optional() }),
  id: (input) => input.groupId,
  policy: { allow: may.reserveReview },
  refusals: [reviewOpen],
  decide({ over, ...wanted }, state, { now }) {
    const taken = state.reviewId !== undefined && state.reviewId !== wanted.reviewId && state.revision !== over;
    return taken ? reviewOpen('A review of this group is open already; score and decide that one.', { extra: { reviewId: state.reviewId } }) : [ReviewReserved.at(now, wanted)];
  },
});

export const alignmentCommands = [openReview, scoreCriterion, decideReview, appealDecision, reserveReview] as const;

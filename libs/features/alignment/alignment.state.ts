/** What the commands of an alignment review decide on. */
import { defineDecider, type Actor } from '#event-sourcing';
import { alignmentEvents, type AlignmentEvent, type Criterion, type Evidence, type Reviewer } from './alignment.events.js';

export interface Score {
  level: number;
  evidence: readonly Evidence[];
  note: string | null;
  by: Reviewer;
}

export interface ReviewState {
  /** Undefined before it was opened. */
  groupId: string | undefined;
  formulaVersion: number;
  appealOf: string | undefined;
  /** Who made the review that was appealed. */
  notBy: readonly Reviewer[];
  /** The last score of each criterion. */
  scores: Readonly<Partial<Record<Criterion, Score>>>;
  decision: { by: Reviewer; until: string } | undefined;
  appealed: boolean;
}

const initial: ReviewState = { groupId: undefined, formulaVersion: 0, appealOf: undefined, notBy: [], scores: {}, decision: undefined, appealed: false };

export const reviews = defineDecider({
  name: 'review',
  events: alignmentEvents,
  initial,
  evolve(state: ReviewState, event: AlignmentEvent): ReviewState {
    switch (event.type) {
      case 'ReviewOpened': {
        const { groupId, formulaVersion, appealOf, notBy = [] } = event.data;
        return { ...state, groupId, formulaVersion, appealOf, notBy };
      }
      case 'CriterionScored': {
        const { criterion, level, evidence, note = null } = event.data;
        return { ...state, scores: { ...state.scores, [criterion]: { level, evidence, note, by: reviewerOf(event.actor) } } };
      }
      case 'AlignmentDecided':
        // Where an appeal came while this review was open, its decision answers it.
        return { ...state, appealOf: event.data.appealOf, decision: { by: reviewerOf(event.actor), until: event.data.until } };
      case 'DecisionAppealed':
        return { ...state, appealed: true };
      default:
        event satisfies never;
        return state;
    }
  },
});

/** Whose scores count. */
export function scorersOf({ scores }: ReviewState): Reviewer[] {
  return Object.values(scores).reduce<Reviewer[]>((known, { by }) => (known.some((each) => isSame(each, by)) ? known : [...known, by]), []);
}

/** Who made a review: whoever decided it, and whoever alone scored it. One of several who scored may review what was appealed. */
export function makersOf(state: ReviewState): Reviewer[] {
  const scorers = scorersOf(state);
  const { decision } = state;
  if (!decision) return [];
  return [decision.by, ...(scorers.length === 1 ? scorers.filter((each) => !isSame(each, decision.by)) : [])];
}

export function isSame(one: Reviewer, other: Reviewer): boolean {
  return one.kind === other.kind && one.id === other.id;
}

export function reviewerOf({ kind, id }: Actor): Reviewer {
  return { kind, id };
}

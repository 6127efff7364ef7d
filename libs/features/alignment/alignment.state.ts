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
  /** Who decided the review that was appealed. */
  notBy: Reviewer | undefined;
  /** The last score of each criterion. */
  scores: Readonly<Partial<Record<Criterion, Score>>>;
  decision: { by: Reviewer; until: string } | undefined;
  appealed: boolean;
}

const initial: ReviewState = { groupId: undefined, formulaVersion: 0, appealOf: undefined, notBy: undefined, scores: {}, decision: undefined, appealed: false };

export const reviews = defineDecider({
  name: 'review',
  events: alignmentEvents,
  initial,
  evolve(state: ReviewState, event: AlignmentEvent): ReviewState {
    switch (event.type) {
      case 'ReviewOpened': {
        const { groupId, formulaVersion, appealOf, notBy } = event.data;
        return { ...state, groupId, formulaVersion, appealOf, notBy };
      }
      case 'CriterionScored': {
        const { criterion, level, evidence, note = null } = event.data;
        return { ...state, scores: { ...state.scores, [criterion]: { level, evidence, note, by: reviewerOf(event.actor) } } };
      }
      case 'AlignmentDecided':
        return { ...state, decision: { by: reviewerOf(event.actor), until: event.data.until } };
      case 'DecisionAppealed':
        return { ...state, appealed: true };
      default:
        event satisfies never;
        return state;
    }
  },
});

export function reviewerOf({ kind, id }: Actor): Reviewer {
  return { kind, id };
}

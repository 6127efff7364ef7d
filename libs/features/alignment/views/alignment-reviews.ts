/** Alignment reviews with every score, their decision and what became of it. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { alignmentEvents, type AlignmentReviewDocument, type ScoreShown } from '../alignment.events.js';
import { alignmentPolicy } from '../alignment.policy.js';
import { reviewerOf } from '../alignment.state.js';
import { countedLevel, formulaOf } from '../formula.js';

const shapes = [
  { by: [], sort: 'openedAt' },
  { by: ['groupId'], sort: 'openedAt' },
  { by: ['status'], sort: 'openedAt' },
  { by: ['groupId', 'status'], sort: 'openedAt' },
  // From a moment on: the decisions that are in force then.
  { by: [], sort: 'inForceUntil' },
  { by: ['groupId'], sort: 'inForceUntil' },
];

export const alignmentReviewsView = defineView<AlignmentReviewDocument, typeof alignmentEvents>({
  name: 'alignmentReviews',
  version: 2,
  events: alignmentEvents,
  lists: listsFor(shapes, 'audience'),
  fields: { groupId: 'id', status: 'string', openedAt: 'instant', inForceUntil: 'instant', audience: 'list' },
  tag: (id) => `review:${id}`,
  ids({ type, data }) {
    return type === 'AlignmentDecided' ? [...new Set([data.reviewId, data.replaces, data.appealOf])].filter((id) => id !== undefined) : [data.reviewId];
  },
  evolve(before, event, id) {
    if (event.type === 'ReviewOpened') {
      const { groupId, formulaVersion, appealOf = null } = event.data;
      const opened = { id, groupId, formulaVersion, reviewer: reviewerOf(event.actor), appealOf, openedAt: event.occurredAt };
      return shown({ ...opened, status: 'open', inForceUntil: null, levels: [], history: [], decision: null, appeal: null, audience: [] });
    }
    if (!before) return undefined;
    switch (event.type) {
      case 'CriterionScored': {
        const { criterion, level, evidence, note = null } = event.data;
        const counted = countedLevel(formulaOf(before.formulaVersion), { level, evidence });
        return scored(before, { criterion, level, counted, evidence, note, scoredAt: event.occurredAt, scoredBy: reviewerOf(event.actor) });
      }
      case 'AlignmentDecided': {
        if (event.data.reviewId !== id) return { ...before, status: 'replaced', inForceUntil: null };
        const { until, window, ratios, activeMembers, meetings, judged, observed, score, provisional, verdict, blockedBy, explanation = null, appealOf = null } = event.data;
        const decision = { at: event.occurredAt, by: reviewerOf(event.actor), until, window, ratios, activeMembers, meetings, judged, observed, score, provisional, verdict, blockedBy, explanation };
        return shown({ ...before, status: 'decided', appealOf, inForceUntil: until, decision });
      }
      case 'DecisionAppealed':
        // Whoever appealed while another decision was made was late.
        return shown({ ...before, status: before.status === 'replaced' ? 'replaced' : 'appealed', appeal: { at: event.occurredAt, reason: event.data.reason } });
      default:
        event satisfies never;
        return before;
    }
  },
});

function scored(doc: AlignmentReviewDocument, score: ScoreShown): AlignmentReviewDocument {
  const last = new Map([...doc.levels, score].map((each) => [each.criterion, each]));
  const levels = formulaOf(doc.formulaVersion).criteria.flatMap(({ criterion }) => last.get(criterion) ?? []);
  return { ...doc, levels, history: [...doc.history, score] };
}

function shown(doc: AlignmentReviewDocument): AlignmentReviewDocument {
  return { ...doc, audience: audienceFor(alignmentPolicy.documents.alignmentReviews, doc) };
}

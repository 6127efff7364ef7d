/** Who may do what to alignment reviews. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import type { AlignmentReviewDocument } from './alignment.events.js';

const byAdministrator: Row = ['administrator'];

const alignmentReviews: DocumentPolicy<AlignmentReviewDocument> = {
  group: ({ groupId }) => groupId,
  // What is not decided yet is for those who answer for the group.
  read: { open: [...STAFF, 'facilitator'], decided: [...STAFF, 'group'] },
  row: ({ status }) => (status === 'open' ? 'open' : 'decided'),
};

export const alignmentPolicy = definePolicy({
  commands: {
    openReview: byAdministrator,
    scoreCriterion: byAdministrator,
    decideReview: byAdministrator,
    appealDecision: ['administrator', 'facilitator'],
    // The service itself, before a review is opened.
    reserveReview: [],
  },
  documents: { alignmentReviews },
  routes: { listAlignmentFormulas: [...STAFF, 'member'], auditAlignmentReview: [...STAFF, 'group'], previewDecision: [...STAFF, 'facilitator'] },
});

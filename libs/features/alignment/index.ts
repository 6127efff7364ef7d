import { defineFeature } from '#event-sourcing';
import { alignmentCommands } from './alignment.decider.js';
import { alignmentEvents, ReviewReserved } from './alignment.events.js';
import { alignmentPolicy } from './alignment.policy.js';
import { alignmentReviewsView } from './views/alignment-reviews.js';

export const alignment = defineFeature({
  name: 'alignment',
  policy: alignmentPolicy,
  scopes: ['alignment-reviews:read', 'alignment-reviews:write'],
  events: [...alignmentEvents, ReviewReserved],
  commands: alignmentCommands,
  views: [alignmentReviewsView],
  tags: { 'Alignment reviews': 'How far a group lives its purpose: judged, observed, decided by a formula, and audited.' },
  // Each reads all that was recorded of the group.
  costs: { 'GET /api/v1/alignment-reviews/:id/audit': 5, 'GET /api/v1/alignment-reviews/:id/preview': 5, 'POST /api/v1/alignment-reviews/:id/decide': 5, 'POST /api/v1/alignment-reviews/:id/score': 5 },
  controllers: () => import('./alignment.controller.js').then(({ AlignmentReviewsController, AlignmentAuditsController, AlignmentPreviewsController, AlignmentFormulasController }) => [AlignmentReviewsController, AlignmentAuditsController, AlignmentPreviewsController, AlignmentFormulasController]),
});

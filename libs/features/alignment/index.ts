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
  controllers: () => import('./alignment.controller.js').then(({ AlignmentReviewsController, AlignmentAuditsController, AlignmentFormulasController }) => [AlignmentReviewsController, AlignmentAuditsController, AlignmentFormulasController]),
});

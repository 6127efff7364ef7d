import { defineFeature } from '#event-sourcing';
import { timelinePolicy } from './timeline.policy.js';

/** Reads what the other features record of a member; records nothing itself. */
export const timeline = defineFeature({
  name: 'timeline',
  policy: timelinePolicy,
  scopes: ['timelines:read'],
  tags: { Timelines: 'A member’s history and progress, reconstructed from events.' },
  costs: { 'GET /api/v1/members/:id/timeline': 5, 'GET /api/v1/members/:id/progress': 5 },
  controllers: (features) => import('./timeline.controller.js').then(({ timelineController }) => [timelineController(features)]),
});

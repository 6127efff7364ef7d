import { defineFeature } from '#event-sourcing';
import { healthPolicy } from './health.policy.js';
import { learningTiesView } from './views/learning-ties.js';

/** Reads what the other features record in a group; records nothing itself. */
export const health = defineFeature({
  name: 'health',
  policy: healthPolicy,
  views: [learningTiesView],
  scopes: ['group-health:read'],
  tags: { 'Group health': 'How groups are doing, and who learned from whom.' },
  costs: { 'GET /api/v1/groups/:id/health': 5, 'GET /api/v1/groups/:id/network': 5 },
  controllers: () => import('./health.controller.js').then(({ HealthController, LearnersController }) => [HealthController, LearnersController]),
});

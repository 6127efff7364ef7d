import { defineFeature } from '#event-sourcing';
import { timelinePolicy } from './timeline.policy.js';

/** Reads what the other features record of a member; records nothing itself. */
export const timeline = defineFeature({
  name: 'timeline',
  policy: timelinePolicy,
  scopes: ['timelines:read'],
  controllers: (features) => import('./timeline.controller.js').then(({ timelineController }) => [timelineController(features)]),
});

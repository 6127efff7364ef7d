import { defineFeature } from '#event-sourcing';
import { timelinePolicy } from './timeline.policy.js';

/** Reads what the other features record of a member; records nothing itself. */
export const timeline = defineFeature({ name: 'timeline', policy: timelinePolicy, controllers: () => import('./timeline.controller.js').then(({ TimelineController }) => [TimelineController]) });

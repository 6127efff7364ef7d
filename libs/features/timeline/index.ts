import { defineFeature } from '#event-sourcing';

/** Reads what the other features record of a member; records nothing itself. */
export const timeline = defineFeature({ name: 'timeline', controllers: () => import('./timeline.controller.js').then(({ TimelineController }) => [TimelineController]) });

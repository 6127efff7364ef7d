import { defineFeature } from '#event-sourcing';
import { TimelineController } from './timeline.controller.js';

/** Reads what the other features record of a member; records nothing itself. */
export const timeline = defineFeature({ name: 'timeline', controllers: [TimelineController] });

import { defineFeature } from '#event-sourcing';
import { storyCommands } from './stories.decider.js';
import { storyEvents } from './stories.events.js';
import { storyPolicy } from './stories.policy.js';
import { storyProgress, storyTimeline } from './stories.timeline.js';
import { storiesView } from './views/stories.js';

export const stories = defineFeature({
  name: 'stories',
  policy: storyPolicy,
  scopes: ['stories:read', 'stories:write'],
  events: storyEvents,
  commands: storyCommands,
  views: [storiesView],
  timeline: storyTimeline,
  progress: storyProgress,
  tags: { Stories: 'Experience told so that others can use it, and what they took from it.' },
  controllers: () => import('./stories.controller.js').then(({ StoriesController }) => [StoriesController]),
});

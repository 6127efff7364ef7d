import { defineFeature } from '#event-sourcing';
import { reflectionCommands } from './reflections.decider.js';
import { reflectionEvents } from './reflections.events.js';
import { reflectionPolicy } from './reflections.policy.js';
import { reflectionProgress, reflectionTimeline } from './reflections.timeline.js';
import { reflectionsView } from './views/reflections.js';

export const reflections = defineFeature({
  name: 'reflections',
  policy: reflectionPolicy,
  scopes: ['reflections:read', 'reflections:write'],
  events: reflectionEvents,
  commands: reflectionCommands,
  views: [reflectionsView],
  timeline: reflectionTimeline,
  progress: reflectionProgress,
  tags: { Reflections: 'What members learned, in their own words.' },
  costs: { 'GET /api/v1/reflections/:id/value-story': 5 },
  controllers: () => Promise.all([import('./reflections.controller.js'), import('./value-story.controller.js')]).then(([{ ReflectionsController }, { ValueStoryController }]) => [ReflectionsController, ValueStoryController]),
});

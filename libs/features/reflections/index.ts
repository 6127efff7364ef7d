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
  controllers: () => import('./reflections.controller.js').then(({ ReflectionsController }) => [ReflectionsController]),
});

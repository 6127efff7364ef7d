import { defineFeature } from '#event-sourcing';
import { reflectionCommands } from './reflections.decider.js';
import { reflectionEvents } from './reflections.events.js';
import { reflectionProgress, reflectionTimeline } from './reflections.timeline.js';
import { reflectionDisclosure } from './who-may-read.js';
import { reflectionsView } from './views/reflections.js';

export const reflections = defineFeature({
  name: 'reflections',
  events: reflectionEvents,
  commands: reflectionCommands,
  views: [reflectionsView],
  timeline: reflectionTimeline,
  progress: reflectionProgress,
  disclosure: reflectionDisclosure,
  controllers: () => import('./reflections.controller.js').then(({ ReflectionsController }) => [ReflectionsController]),
});

import { defineFeature } from '#event-sourcing';
import { introductionCommands } from './introductions.decider.js';
import { introductionEvents } from './introductions.events.js';
import { introductionPolicy } from './introductions.policy.js';
import { introductionTimeline } from './introductions.timeline.js';
import { introductionsView } from './views/introductions.js';

export const introductions = defineFeature({
  name: 'introductions',
  policy: introductionPolicy,
  scopes: ['introductions:read', 'introductions:write'],
  events: introductionEvents,
  commands: introductionCommands,
  views: [introductionsView],
  timeline: introductionTimeline,
  tags: { Introductions: 'Who could learn from whom, and who was put in touch, with the reasons.' },
  costs: { 'GET /api/v1/members/:id/learn-from': 5 },
  controllers: () => Promise.all([import('./introductions.controller.js'), import('./learn-from.controller.js')]).then(([{ IntroductionsController }, { LearnFromController }]) => [IntroductionsController, LearnFromController]),
});

import { defineFeature } from '#event-sourcing';
import { helpCommands } from './help.decider.js';
import { helpEvents } from './help.events.js';
import { helpPolicy } from './help.policy.js';
import { helpProgress, helpTimeline } from './help.timeline.js';
import { helpView } from './views/help.js';

export const help = defineFeature({
  name: 'help',
  policy: helpPolicy,
  scopes: ['help-exchanges:read', 'help-exchanges:write'],
  events: helpEvents,
  commands: helpCommands,
  views: [helpView],
  timeline: helpTimeline,
  progress: helpProgress,
  tags: { 'Help exchanges': 'What members did for each other, and what of it whoever received it has confirmed.' },
  controllers: () => import('./help.controller.js').then(({ HelpExchangesController, HelpOffersController }) => [HelpExchangesController, HelpOffersController]),
});

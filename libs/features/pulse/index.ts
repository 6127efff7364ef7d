import { defineFeature } from '#event-sourcing';
import { closePulses } from './close-pulses.js';
import { pulseCommands } from './pulse.decider.js';
import { pulseEvents } from './pulse.events.js';
import { pulsePolicy } from './pulse.policy.js';
import { trustPulsesView } from './views/trust-pulses.js';

export const pulse = defineFeature({
  name: 'pulse',
  policy: pulsePolicy,
  scopes: ['trust-pulses:read', 'trust-pulses:write'],
  events: pulseEvents,
  commands: pulseCommands,
  views: [trustPulsesView],
  tasks: [closePulses],
  tags: { 'Trust pulses': 'Four questions a quarter, answered by nobody in particular; only totals are told, and only of five and more.' },
  // How often somebody answers, and when, is for nobody to know.
  untold: ['/api/v1/groups/:id/trust-pulse'],
  controllers: () => import('./pulse.controller.js').then(({ TrustPulseAnswersController, TrustPulseQuestionsController, TrustPulsesController }) => [TrustPulseQuestionsController, TrustPulseAnswersController, TrustPulsesController]),
});

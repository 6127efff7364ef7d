import { defineFeature } from '#event-sourcing';
import { actionCommands } from './actions.decider.js';
import { actionEvents } from './actions.events.js';
import { actionPolicy } from './actions.policy.js';
import { actionProgress, actionTimeline } from './actions.timeline.js';
import { actionsView } from './views/actions.js';

export const actions = defineFeature({
  name: 'actions',
  policy: actionPolicy,
  scopes: ['actions:read', 'actions:write'],
  events: actionEvents,
  commands: actionCommands,
  views: [actionsView],
  timeline: actionTimeline,
  progress: actionProgress,
  tags: { Actions: 'What members committed themselves to, and what came of it.' },
  // Of a past meeting it looks at every action the group ever had.
  costs: { 'GET /api/v1/meetings/:id/agenda': 5 },
  controllers: () => Promise.all([import('./actions.controller.js'), import('./agenda.controller.js')]).then(([{ ActionsController }, { AgendaController }]) => [ActionsController, AgendaController]),
});

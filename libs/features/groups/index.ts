import { defineFeature } from '#event-sourcing';
import { groupCommands } from './groups.decider.js';
import { groupEvents } from './groups.events.js';
import { groupPolicy } from './groups.policy.js';
import { groupsView } from './views/groups.js';

export const groups = defineFeature({
  name: 'groups',
  policy: groupPolicy,
  scopes: ['groups:read', 'groups:write'],
  events: groupEvents,
  commands: groupCommands,
  views: [groupsView],
  tags: { Groups: 'Circles with a charter.' },
  controllers: () => import('./groups.controller.js').then(({ GroupsController }) => [GroupsController]),
});

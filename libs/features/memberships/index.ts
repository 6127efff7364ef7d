import { defineFeature } from '#event-sourcing';
import { membershipCommands } from './memberships.decider.js';
import { membershipEvents } from './memberships.events.js';
import { membershipPolicy } from './memberships.policy.js';
import { membershipTimeline } from './memberships.timeline.js';
import { membershipsView } from './views/memberships.js';

export const memberships = defineFeature({
  name: 'memberships',
  policy: membershipPolicy,
  scopes: ['memberships:read', 'memberships:write'],
  events: membershipEvents,
  commands: membershipCommands,
  views: [membershipsView],
  timeline: membershipTimeline,
  tags: { Memberships: 'Who belongs to which group, in which periods and roles.' },
  controllers: () => import('./memberships.controller.js').then(({ GroupMembershipsController, MembershipsController }) => [GroupMembershipsController, MembershipsController]),
});

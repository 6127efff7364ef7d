import { defineFeature } from '#event-sourcing';
import { memberCommands } from './members.decider.js';
import { memberEvents } from './members.events.js';
import { memberPolicy } from './members.policy.js';
import { memberProgress, memberTimeline } from './members.timeline.js';
import { memberBlocksView } from './views/member-blocks.js';
import { membersView } from './views/members.js';

export const members = defineFeature({
  name: 'members',
  events: memberEvents,
  commands: memberCommands,
  views: [membersView, memberBlocksView],
  timeline: memberTimeline,
  progress: memberProgress,
  policy: memberPolicy,
  scopes: ['members:read', 'members:write'],
  tags: { Members: 'People: profile, skills offered and sought, time pledged.' },
  controllers: () => import('./members.controller.js').then(({ MembersController, MemberBlocksController }) => [MembersController, MemberBlocksController]),
});

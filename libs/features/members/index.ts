import { defineFeature } from '#event-sourcing';
import { MemberBlocksController, MembersController } from './members.controller.js';
import { memberCommands } from './members.decider.js';
import { memberEvents } from './members.events.js';
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
  // Who blocks whom is seen by nobody else.
  disclosure: {
    types: ['MemberBlocked', 'MemberUnblocked'],
    allows: (event, _document, reader) => reader.memberId === (event.data as { memberId: string }).memberId,
  },
  controllers: [MembersController, MemberBlocksController],
});

import { defineFeature } from '#event-sourcing';
import { GroupsController } from './groups.controller.js';
import { groupCommands } from './groups.decider.js';
import { groupEvents } from './groups.events.js';
import { groupsView } from './views/groups.js';

export const groups = defineFeature({ name: 'groups', events: groupEvents, commands: groupCommands, views: [groupsView], controllers: [GroupsController] });

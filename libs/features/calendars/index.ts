import { defineFeature } from '#event-sourcing';
import { calendarCommands } from './calendars.decider.js';
import { calendarEvents } from './calendars.events.js';
import { calendarPolicy } from './calendars.policy.js';

export const calendars = defineFeature({ name: 'calendars', policy: calendarPolicy, events: calendarEvents, commands: calendarCommands });

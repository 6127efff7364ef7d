import { defineFeature } from '#event-sourcing';
import { keyCommands } from './keys.decider.js';
import { keyEvents } from './keys.events.js';
import { keyPolicy } from './keys.policy.js';

export const keys = defineFeature({ name: 'keys', policy: keyPolicy, scopes: ['keys:read', 'keys:write'], events: keyEvents, commands: keyCommands });

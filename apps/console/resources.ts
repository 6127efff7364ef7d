/** The resources of the console: a folder each, and a line here. */
import { accounts } from './accounts/index.js';
import { groups } from './groups/index.js';
import { keys } from './keys/index.js';
import type { ResourceDefinition } from './layout/definitions.js';

export const resources: readonly ResourceDefinition<any>[] = [groups, accounts, keys];

/** The resources of the console: a folder each, and a line here. */
import { groups } from './groups/index.js';
import { members } from './members/index.js';
import type { ResourceDefinition } from './layout/definitions.js';

export const resources: readonly ResourceDefinition<any>[] = [groups, members];

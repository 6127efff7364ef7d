/** The resources of the console: a folder each, and a line here. */
import { groups } from './groups/index.js';
import type { ResourceDefinition } from './layout/definitions.js';
import { meetings } from './meetings/index.js';
import { series } from './series/index.js';

export const resources: readonly ResourceDefinition<any>[] = [groups, meetings, series];

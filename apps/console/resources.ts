/** The resources of the console: a folder each, and a line here. */
import { alignmentReviews } from './alignment/index.js';
import { groups } from './groups/index.js';
import type { ResourceDefinition } from './layout/definitions.js';
import { memberships } from './memberships/index.js';

export const resources: readonly ResourceDefinition<any>[] = [groups, memberships, alignmentReviews];

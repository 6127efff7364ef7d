/** The resources of the console: a folder each, and a line here. */
import { accounts } from './accounts/index.js';
import { actions } from './actions/index.js';
import { alignmentReviews } from './alignment/index.js';
import { groups } from './groups/index.js';
import { helpExchanges } from './help/index.js';
import { introductions } from './introductions/index.js';
import { keys } from './keys/index.js';
import type { ResourceDefinition } from './layout/definitions.js';
import { meetings } from './meetings/index.js';
import { members } from './members/index.js';
import { memberships } from './memberships/index.js';
import { reflections } from './reflections/index.js';
import { series } from './series/index.js';
import { stories } from './stories/index.js';

export const resources: readonly ResourceDefinition<any>[] = [groups, members, memberships, meetings, series, reflections, helpExchanges, actions, stories, introductions, alignmentReviews, accounts, keys];

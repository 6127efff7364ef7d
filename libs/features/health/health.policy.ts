/** Who may read how a group is doing, and who learned from whom. */
import { definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';
import type { LearningTiesDocument } from './health.events.js';

const learningTies: DocumentPolicy<LearningTiesDocument> = {
  // Across groups, it tells of groups that their reader may not belong to; without ties, it would tell that there is something private.
  read: { any: [...STAFF], withoutTies: [] },
  row: ({ ties }) => (ties.length > 0 ? 'any' : 'withoutTies'),
};

export const healthPolicy = definePolicy({
  documents: { learningTies },
  routes: { readGroupHealth: [...STAFF, 'facilitator', 'group'], readGroupNetwork: [...STAFF, 'facilitator', 'group'] },
});

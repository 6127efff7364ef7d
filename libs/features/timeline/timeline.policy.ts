/** Who may read a member's timeline and progress; a facilitator sees what comes from their groups. */
import { definePolicy, STAFF } from '#event-sourcing';

export const timelinePolicy = definePolicy({
  routes: { readTimeline: [...STAFF, 'self', 'facilitator'], readProgress: [...STAFF, 'self', 'facilitator'] },
});

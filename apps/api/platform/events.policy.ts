/** Who may read the log, and watch over the service. */
import { definePolicy, STAFF } from '#event-sourcing';

export const eventsPolicy = definePolicy({
  // A member reads what concerns them.
  routes: { listEvents: [...STAFF, 'member'], followChanges: [...STAFF, 'member'] },
});

export const operationsPolicy = definePolicy({
  routes: { listViews: [...STAFF], rebuildView: ['administrator'], retryParked: ['administrator'] },
});

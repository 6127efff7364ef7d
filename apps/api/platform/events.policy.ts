/** Who may read the log, and watch over the service. */
import { definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';

export const eventsPolicy = definePolicy({
  // A member reads what concerns them.
  routes: { listEvents: [...STAFF, 'member'], summariseEvents: [...STAFF], followChanges: [...STAFF, 'member'] },
});

export const operationsPolicy = definePolicy({
  routes: { listViews: [...STAFF], readOutbox: [...STAFF], rebuildView: ['administrator'], retryParked: ['administrator'] },
});

/** Who may bring in what was recorded elsewhere. */
export const importsPolicy = definePolicy({ routes: { importRows: ['administrator'] } });

const accessRecords: DocumentPolicy<{ memberId: string }> = {
  self: ({ memberId }) => memberId,
  read: { any: ['administrator', 'self'] },
  fields: { address: ['administrator'] },
};

/** Who may see who looked. */
export const accessPolicy = definePolicy({ documents: { accessRecords } });

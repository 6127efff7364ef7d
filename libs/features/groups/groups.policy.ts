/** Who may do what to groups. */
import { definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';
import type { GroupDocument } from './groups.events.js';

const groups: DocumentPolicy<GroupDocument> = {
  group: ({ id }) => id,
  read: { any: [...STAFF, 'member'] },
  fields: { externalId: STAFF, archiveReason: [...STAFF, 'facilitator'] },
};

export const groupPolicy = definePolicy({
  commands: {
    foundGroup: ['administrator', 'integrator'],
    describeGroup: ['administrator', 'integrator', 'facilitator'],
    adoptCharter: ['administrator', 'integrator', 'facilitator'],
    archiveGroup: ['administrator', 'integrator'],
    reopenGroup: ['administrator', 'integrator'],
  },
  documents: { groups },
});

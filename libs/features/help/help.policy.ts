/** Who may do what to help exchanges: they are known among those concerned, and to the group's facilitators. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import { HelpRecorded, type HelpDocument } from './help.events.js';

const byThem: Row = ['administrator', 'integrator', 'self'];

const help: DocumentPolicy<HelpDocument> = {
  self: ({ memberIds }) => memberIds,
  group: ({ groupId }) => groupId,
  read: { any: [...STAFF, 'self', 'facilitator'] },
};

export const helpPolicy = definePolicy({
  commands: {
    offerHelp: byThem,
    withdrawOffer: byThem,
    recordHelp: byThem,
    // What somebody received is for them to say.
    confirmHelp: ['self'],
    disputeHelp: ['self'],
  },
  documents: { help },
  // An offer may have been to more than those who received the help.
  withdraws: [HelpRecorded.type],
});

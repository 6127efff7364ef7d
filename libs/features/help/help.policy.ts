/** Who may do what to help exchanges: they are known among those concerned, and to the group's facilitators. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import { HelpRecorded, type HelpDocument, type HelpEvent } from './help.events.js';

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
  events: {
    // It names those as well whom it was offered to and did not reach: on their timelines the offer ends.
    [HelpRecorded.type]: {
      read: [...STAFF, 'self'],
      self({ data }) {
        const { giverId, receiverIds } = data as Extract<HelpEvent, { type: 'HelpRecorded' }>['data'];
        return [giverId, ...receiverIds];
      },
    },
  },
  // An offer may have been to more than those who received the help.
  withdraws: [HelpRecorded.type],
});

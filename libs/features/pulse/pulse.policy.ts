/** Who may do what about trust pulses: members answer for themselves, in their groups; what came of it is for the group and staff. */
import { definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';
import { pulseId, TrustPulseClosed, type TrustPulseDocument } from './pulse.events.js';

const trustPulses: DocumentPolicy<TrustPulseDocument> = { group: ({ groupId }) => groupId, read: { any: [...STAFF, 'group'] } };

export const pulsePolicy = definePolicy({
  // The service itself, when a quarter is over.
  commands: { closeTrustPulse: [] },
  documents: { trustPulses },
  events: { [TrustPulseClosed.type]: { read: [], document: { view: 'trustPulses', id: ({ data }) => pulseId(data as { groupId: string; quarter: string }), policy: trustPulses } } },
  routes: { readTrustPulseQuestions: ['member'], answerTrustPulse: ['group'] },
});

/** What came of the trust pulses: totals of the quarters in which five and more answered. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { pulseEvents, pulseId, type TrustPulseDocument } from '../pulse.events.js';
import { pulsePolicy } from '../pulse.policy.js';

export const trustPulsesView = defineView<TrustPulseDocument, typeof pulseEvents>({
  name: 'trustPulses',
  version: 1,
  events: pulseEvents,
  lists: listsFor([{ by: [], sort: 'quarter' }, { by: ['groupId'], sort: 'quarter' }], 'audience'),
  fields: { groupId: 'id', quarter: 'string', audience: 'list' },
  tag: (id) => `stream:pulse-${id}`,
  ids: (event) => [pulseId(event.data)],
  evolve(_before, event) {
    const doc: TrustPulseDocument = { id: pulseId(event.data), ...event.data, closedAt: event.occurredAt, eventId: event.id, audience: [] };
    return { ...doc, audience: audienceFor(pulsePolicy.documents.trustPulses, doc) };
  },
});

import { randomUUID } from 'node:crypto';
import { eventLogContract } from '#event-sourcing-testing';
import { openEventStoreLog } from './index.js';
import { StandIn } from './testing/stand-in.js';

const real = process.env.EVENTSTOREDB_URL;

eventLogContract('The event store log, on a stand-in,', async () => {
  const standIn = await StandIn.started();
  return { open: () => openEventStoreLog({ url: standIn.url }), dispose: () => standIn.stop() };
});

if (real) {
  eventLogContract('The event store log', async () => {
    const namespace = `test-${randomUUID()}`;
    return { open: () => openEventStoreLog({ url: real, namespace }), dispose: async () => undefined };
  });
}

/** /api/v1/operations/outbox: the mail that waits. */
import { z } from 'zod';
import { defineActions } from '#event-sourcing-nest';
import { operationsPolicy } from '../platform/events.policy.js';
import { action } from './asked.js';
import type { ReloconService } from './services.js';

const outbox = z.strictObject({
  delivery: z
    .enum(['server', 'folder', 'none'])
    .nullable()
    .describe('Where mail goes: to a mail server, into a folder and so to nobody, or nowhere yet, as no server is named. As the process that answers is told; null where it sends none and is told nothing.'),
  waiting: z.int().min(0).describe('Mails that were not sent yet.'),
  oldest: z
    .strictObject({
      since: z.iso.datetime(),
      tries: z.int().min(0).describe('How often sending it has failed.'),
      reason: z.string().max(100).nullable().describe('Why it failed last: a code, with that of the mail server where it has answered. Null where it has not failed yet.'),
    })
    .nullable()
    .describe('The mail that has waited longest.'),
});

export const OutboxController = defineActions<ReloconService>({
  path: 'operations/outbox',
  tag: 'Operations',
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'readOutbox',
      summary: 'Read how much mail waits',
      description: 'How many mails wait, since when, and why; neither to whom nor what they say. For administrators, auditors and integrators.',
      access: { row: operationsPolicy.routes.readOutbox, scope: 'operations:read' },
      answer: { name: 'Outbox', schema: outbox, example: { delivery: 'server', waiting: 2, oldest: { since: '2026-03-01T18:00:00.000Z', tries: 3, reason: 'EENVELOPE 550' } } },
      async run({ runtime: { people } }) {
        const { mails, oldest } = await people.outbox.waiting();
        return { delivery: people.delivery, waiting: mails, oldest };
      },
    }),
  ],
});

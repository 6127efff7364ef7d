/** POST /api/v1/reveals: personal fields of others that /api/v1/events masks, for a reason that is recorded first. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EVENT_INDEX, isRefusal, newId, parsePosition, type RecordedEvent, type Refusal } from '#event-sourcing';
import { actionOf, afterOwnWrite, defineActions, EXAMPLE_ID, EXAMPLE_POSITION, notFound, readerOf, type Reader } from '#event-sourcing-nest';
import { reason, revealPersonalData } from '#features/reveals/reveals.decider.js';
import { MOST_REVEALED } from '#features/reveals/reveals.events.js';
import { revealPolicy } from '#features/reveals/reveals.policy.js';
import type { CredentialedRequest } from './access.guard.js';
import type { Credential } from '../credentials/credentials.js';
import { Publisher } from './published-events.js';
import type { ReloconRuntime } from './runtime.js';
import { PERSONAL_SCOPE } from '../credentials/scopes.js';

const body = z.strictObject({
  positions: z.array(z.string().min(1).max(64)).min(1).max(MOST_REVEALED).describe('The `position` of each event, as /api/v1/events tells it.'),
  reason,
});

const revealed = z.strictObject({
  items: z.array(z.strictObject({ eventId: z.uuid(), position: z.string().max(20), fields: z.record(z.string().max(100), z.unknown()).describe('The fields that were masked, with their values.') })).max(MOST_REVEALED),
});

const action = actionOf<ReloconRuntime>();

export const RevealsController = defineActions<ReloconRuntime>({
  path: 'reveals',
  tag: 'Events',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'revealPersonalData',
      summary: 'See personal fields of others in events',
      description: 'Shows what /api/v1/events masks of events you may read; those that are withheld from you stay so. Recorded first, with your reason, for whom it concerns to see. For administrators and auditors; a key needs the scope events:personal.',
      access: { row: revealPolicy.commands.revealPersonalData, scope: PERSONAL_SCOPE, sensitive: true },
      body,
      example: { positions: [EXAMPLE_POSITION], reason: 'Amara asked which address we have of her.' },
      answer: { name: 'Revealed', schema: revealed, example: { items: [{ eventId: EXAMPLE_ID, position: EXAMPLE_POSITION, fields: { email: 'amara@example.org' } }] } },
      refusals: [notFound],
      async run({ runtime, request, body: { positions, reason: why } }) {
        const publisher = new Publisher(runtime);
        const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['events', ...publisher.rights.views]), readerOf(runtime, request)]);
        const wanted = [...new Set(positions)];
        const events = await readable(runtime, publisher, wanted, reader);
        if (isRefusal(events)) return events;
        const found = events.map((event) => ({ event, hidden: publisher.personalOfOthers(event, reader) }));
        const refused = await record(runtime, request, found.filter(({ hidden }) => hidden.length > 0), why);
        if (refused) return refused;
        return { items: found.map(({ event, hidden }, index) => ({ eventId: event.id, position: wanted[index], fields: Object.fromEntries(hidden.map(({ field, value }) => [field, value])) })) };
      },
    }),
  ],
});

/** The events at these positions as their reader may read them; one that is withheld is as if it were not there. */
async function readable(runtime: ReloconRuntime, publisher: Publisher, positions: readonly string[], reader: Reader): Promise<RecordedEvent[] | Refusal> {
  const events: RecordedEvent[] = [];
  const nothing = (index: number) => notFound('There is no such event, or it is not for you to see.', { errors: [{ pointer: `/positions/${index}`, detail: 'is no event that you may see' }] });
  for (const [index, text] of positions.entries()) {
    const position = parsePosition(runtime.log.id, text);
    if (isRefusal(position)) return nothing(index);
    const [event] = await runtime.codec.decode(await runtime.store.findEvents(EVENT_INDEX, { tags: ['all'], after: position - 1, before: position + 1, limit: 1 }));
    if (!event) return nothing(index);
    events.push(event);
  }
  const open = await publisher.rights.open(events, reader);
  const withheld = open.findIndex((event) => event === undefined);
  return withheld < 0 ? (open as RecordedEvent[]) : nothing(withheld);
}

async function record(runtime: ReloconRuntime, request: FastifyRequest, shown: readonly { event: RecordedEvent; hidden: readonly { subject: string }[] }[], reason: string): Promise<Refusal | undefined> {
  if (shown.length === 0) return undefined;
  const credential = (request as CredentialedRequest).credential as Credential;
  const subjects = [...new Set(shown.flatMap(({ hidden }) => hidden.map(({ subject }) => subject)))];
  const memberIds: string[] = [];
  for (const subject of subjects) if (await runtime.isMember(subject)) memberIds.push(subject);
  const outcome = await runtime.runner.execute(revealPersonalData, { revealId: newId(), memberIds, eventIds: shown.map(({ event }) => event.id), reason, fromAddress: request.ip }, { actor: credential.actor });
  if (isRefusal(outcome)) return outcome;
  for (const memberId of memberIds) runtime.accessRecords.note(credential, request.ip, { memberId, what: 'reveal', reason });
  return undefined;
}

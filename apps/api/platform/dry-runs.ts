/** Dry runs of imports come in one request each, whose body is larger than others: it is read of those alone who may import, one at a time. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { busy, RefusedError, type Refusal } from '#event-sourcing';
import { tooLarge } from '#event-sourcing-nest';
import type { AccessGuard } from './access.guard.js';
import { DRY_RUN, IMPORT_ACCESS } from './imports.controller.js';

const MEBIBYTE = 1_048_576;
/** Bytes of the rows of one import, some 75,000 of them; while they are decided they take twenty times as much memory. */
const MOST = 16 * MEBIBYTE;
/** Until one of a usual size is over. */
const RETRY_SECONDS = 5;

interface Hooks {
  addHook(name: 'onRoute', hook: (route: { url: string; method: string | string[]; bodyLimit?: number; onRequest?: unknown }) => void): void;
}

export function holdDryRuns(fastify: Hooks, guard: AccessGuard): void {
  let held = false;
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await guard.letIn(IMPORT_ACCESS, request, reply);
    const refusal = refuse(request, held);
    if (refusal) throw new RefusedError(refusal);
    const { raw } = reply;
    // Who has gone already will not be heard of again.
    if (raw.closed || raw.destroyed) return;
    held = true;
    raw.once('close', () => (held = false));
  };
  fastify.addHook('onRoute', (route) => {
    if (route.url !== DRY_RUN) return;
    route.bodyLimit = MOST;
    route.onRequest = [route.onRequest ?? [], admit].flat();
  });
}

function refuse({ headers }: FastifyRequest, held: boolean): Refusal | undefined {
  if (Number(headers['content-length']) > MOST) return tooLarge(`A dry run takes ${MOST / MEBIBYTE} MiB of rows at most: have relocon import --dry-run look at larger files, or import the first of them before you try the rest.`);
  return held ? busy('Another dry run is under way: try again when it is over.', { extra: { retryAfterSeconds: RETRY_SECONDS } }) : undefined;
}

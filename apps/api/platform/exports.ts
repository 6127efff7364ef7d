/** Taking the log away: recorded before the first line of it leaves. */
import type { FastifyRequest } from 'fastify';
import { admits, newId, RefusedError, STAFF } from '#event-sourcing';
import { invalid, must, notYours, type Reader } from '#event-sourcing-nest';
import { takeExport } from '#features/reveals/reveals.decider.js';
import { passwordNeeded, type CredentialedRequest } from './access.guard.js';
import { EVERYBODY } from './access-records.js';
import type { Credential } from '../credentials/credentials.js';
import type { ReloconRuntime } from './runtime.js';
import { EXPORT_SCOPE } from '../credentials/scopes.js';

interface Asked {
  stream?: string | undefined;
  tag?: string | undefined;
  reason?: string | undefined;
}

/** @throws RefusedError where it may not be taken, or not yet. */
export async function beginExport(runtime: ReloconRuntime, request: FastifyRequest, asked: Asked, reader: Reader): Promise<void> {
  const credential = (request as CredentialedRequest).credential as Credential;
  const memberId = memberIn(asked);
  if (credential.session) {
    const refused = passwordNeeded(credential.session, Date.parse(runtime.clock()));
    if (refused) throw new RefusedError(refused);
    if (asked.reason === undefined) throw new RefusedError(invalid('#reason: say why you take this away.', { errors: [{ pointer: '#reason', detail: 'is needed' }] }));
    must(await runtime.runner.execute(takeExport, { exportId: newId(), ...(memberId !== undefined && { memberId }), reason: asked.reason, fromAddress: request.ip }, { actor: credential.actor }));
  } else if (!credential.scopes?.has(EXPORT_SCOPE)) throw new RefusedError(notYours(`This key lacks the scope ${EXPORT_SCOPE}.`, { extra: { scope: EXPORT_SCOPE } }));
  // What members take is their own.
  if (admits(STAFF, reader) && memberId !== reader.memberId) runtime.accessRecords.note(credential, request.ip, { memberId: memberId ?? EVERYBODY, what: 'export', reason: asked.reason });
}

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OF_MEMBER = new RegExp(`^(?:member[:-])(${ID})$`);

/** The one member whose events were asked for. */
function memberIn({ stream, tag }: Asked): string | undefined {
  return OF_MEMBER.exec(tag ?? '')?.[1] ?? OF_MEMBER.exec(stream ?? '')?.[1];
}

/** Taking the log or a list away: recorded before the first line of it leaves, and cut off where the right to it ends on the way. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admits, EVENT_INDEX, newId, RefusedError, STAFF } from '#event-sourcing';
import { invalid, must, notYours, readerOf, RUNTIME, unauthenticated, unavailable, type Exports, type Reader, type Taken } from '#event-sourcing-nest';
import { PersonalDataErased } from '#features/members/members.events.js';
import { takeExport } from '#features/reveals/reveals.decider.js';
import { passwordNeeded, type CredentialedRequest } from './access.guard.js';
import { EVERYBODY } from './access-records.js';
import type { Credential } from '../credentials/credentials.js';
import { Limits } from './limits.js';
import type { ReloconRuntime } from './runtime.js';
import { EXPORT_SCOPE } from '../credentials/scopes.js';

@Injectable()
export class WatchedExports implements Exports {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ReloconRuntime,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  async begin(request: FastifyRequest, reply: FastifyReply, taken: Taken, reader: Reader | undefined): Promise<void> {
    this.limits.holdStream(request, reply);
    if (!reader) return;
    const credential = (request as CredentialedRequest).credential as Credential;
    if (!credential.session && !credential.scopes?.has(EXPORT_SCOPE)) throw new RefusedError(notYours(`This key lacks the scope ${EXPORT_SCOPE}.`, { extra: { scope: EXPORT_SCOPE } }));
    if (taken.freely) return;
    if (credential.session) await this.record(request, credential, taken);
    const whose = concerned(taken, reader);
    if (whose !== undefined) this.runtime.accessRecords.note(credential, request.ip, { memberId: whose, what: 'export', reason: taken.reason });
  }

  /** @throws RefusedError where a person has not said why, or not given their password lately. */
  private async record(request: FastifyRequest, { actor, session }: Credential, { list, filters = {}, reason, memberId }: Taken): Promise<void> {
    const { clock, runner } = this.runtime;
    const refused = passwordNeeded(session, Date.parse(clock()));
    if (refused) throw new RefusedError(refused);
    if (reason === undefined) throw new RefusedError(invalid('#reason: say why you take this away.', { errors: [{ pointer: '#reason', detail: 'is needed' }] }));
    const what = { ...(memberId !== undefined && { memberId }), ...(list !== undefined && { list }), ...(Object.keys(filters).length > 0 && { filters }) };
    must(await runner.execute(takeExport, { exportId: newId(), ...what, reason, fromAddress: request.ip }, { actor }));
  }

  async still(request: FastifyRequest, { actor }: Reader, since?: number): Promise<Reader> {
    const { credentials, projector, store, bindRights } = this.runtime;
    const now = (await credentials.of(request.headers, request.ip))?.actor;
    if (now?.kind !== actor.kind || now.id !== actor.id || now.role !== actor.role) throw new RefusedError(unauthenticated('What you may read has changed; ask again.'));
    if (since !== undefined) await bindRights(['events']);
    if (since !== undefined && projector.position(['events']) > since) {
      const [erased] = await store.findEvents(EVENT_INDEX, { tags: [`type:${PersonalDataErased.type}`], after: since, limit: 1 });
      if (erased) throw new RefusedError(unavailable('Somebody’s data were erased since this export began; ask again.'));
    }
    return readerOf(this.runtime, request);
  }
}

/** In whose access records it stands. What members take of the log is their own, and what they take of lists is what every list shows them. */
function concerned({ list, ofPeople, memberId }: Taken, reader: Reader): string | undefined {
  if (!ofPeople || (memberId !== undefined && memberId === reader.memberId)) return undefined;
  if (admits(STAFF, reader)) return memberId ?? EVERYBODY;
  return list === undefined ? undefined : memberId;
}

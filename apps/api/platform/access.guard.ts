import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admits, partyOf, RefusedError, rowInWords, type Row } from '#event-sourcing';
import { accessOf, notYours, RUNTIME, unauthenticated, type AuthenticatedRequest } from '#event-sourcing-nest';
import type { ReloconRuntime } from './runtime.js';

/** Lets in whoever a route is for; what depends on the object the route itself decides, by the same row. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(RUNTIME) private readonly runtime: ReloconRuntime) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler());
    if (access === 'everybody') return true;
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say whom it is for`);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & AuthenticatedRequest>();
    const credential = await this.runtime.credentials.of(request.headers, request.ip);
    if (!credential) {
      http.getResponse<FastifyReply>().header('www-authenticate', 'Bearer realm="relocon"');
      throw new RefusedError(unauthenticated('Send an API key as "Authorization: Bearer …"; relocon keys create makes one.'));
    }
    const { actor, scopes } = credential;
    if (scopes && !scopes.has(access.scope)) throw new RefusedError(notYours(`This key lacks the scope ${access.scope}.`, { extra: { scope: access.scope } }));
    if (!dependsOnTheObject(access.row) && !admits(access.row, partyOf(actor))) throw new RefusedError(notYours(`Only ${rowInWords(access.row)} may do this.`));
    request.actor = actor;
    if (scopes) request.scopes = scopes;
    return true;
  }
}

function dependsOnTheObject(row: Row): boolean {
  return row.some((relation) => relation === 'self' || relation === 'facilitator' || relation === 'group');
}

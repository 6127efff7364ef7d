import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedError } from '#event-sourcing';
import { RUNTIME, unauthenticated, type AuthenticatedRequest } from '#event-sourcing-nest';
import { Limits } from './limits.js';
import { isOpen } from './open-routes.js';
import type { ReloconRuntime } from './runtime.js';

/** Lets in whoever carries a key; everything under /api/v1 stands behind it. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ReloconRuntime,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & AuthenticatedRequest>();
    if (isOpen(request.url)) return true;
    const actor = await this.runtime.apiKeys.actorOf(request.headers.authorization);
    if (!actor) {
      await this.limits.unknown(request, http.getResponse<FastifyReply>());
      http.getResponse<FastifyReply>().header('www-authenticate', 'Bearer realm="relocon"');
      throw new RefusedError(unauthenticated('Send an API key as "Authorization: Bearer …"; relocon keys create makes one.'));
    }
    request.actor = actor;
    this.limits.known(request, http.getResponse<FastifyReply>(), actor);
    return true;
  }
}

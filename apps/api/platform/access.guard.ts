import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admits, partyOf, RefusedError, rowInWords, type Refusal, type Row } from '#event-sourcing';
import { accessOf, notYours, reauthenticationNeeded, RUNTIME, unauthenticated, type AuthenticatedRequest, type RouteAccess } from '#event-sourcing-nest';
import type { Config } from '../settings/config.js';
import type { Credential } from '../credentials/credentials.js';
import { CONFIG } from './health.controller.js';
import { Limits } from './limits.js';
import { originOf, refuseForeignOrigin, refuseInsecure } from '../settings/origin.js';
import type { ReloconRuntime } from './runtime.js';

/** A request the guard has let in. */
export type CredentialedRequest = AuthenticatedRequest & { credential?: Credential };

/** How lately the password must have been given for what is sensitive. */
export const LATELY_MS = 5 * 60_000;

/** Lets in whoever a route is for; what depends on the object the route itself decides, by the same row. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ReloconRuntime,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler());
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say whom it is for`);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & CredentialedRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (access === 'everybody') {
      this.limits.anybody(request, reply);
      this.refuseBrowser(request);
    } else if (!request.credential) await this.letIn(access, request, reply);
    return true;
  }

  /** Asks who it is, and whether the route is for them; of a large body before it is read. @throws RefusedError */
  async letIn(access: RouteAccess, request: FastifyRequest & CredentialedRequest, reply: FastifyReply): Promise<void> {
    const asked = this.runtime.credentials.of(request.headers, request.ip);
    const credential = asked instanceof Promise ? await asked : asked;
    if (!credential) {
      await this.limits.unknown(request, reply);
      reply.header('www-authenticate', 'Bearer realm="relocon"');
      throw new RefusedError(unauthenticated('Sign in, or send an API key as "Authorization: Bearer …"; relocon keys create makes one.'));
    }
    this.limits.known(request, reply, credential.actor);
    const foreign = credential.session && refuseForeignOrigin(request, originOf(this.config.RELOCON_ORIGIN, request));
    const refused = foreign ?? refuse(access, credential, () => Date.parse(this.runtime.clock()));
    if (refused) throw new RefusedError(refused);
    const { actor, scopes } = credential;
    request.credential = credential;
    request.actor = actor;
    if (scopes) request.scopes = scopes;
  }

  /** Where a session may begin: not where its cookie would be lost, and not at another site's bidding. @throws RefusedError */
  private refuseBrowser(request: FastifyRequest): void {
    if (!request.url.startsWith('/api/v1/')) return;
    const origin = originOf(this.config.RELOCON_ORIGIN, request);
    const { origin: from, 'sec-fetch-site': site } = request.headers;
    const refused = refuseInsecure(request, origin) ?? (from === undefined && site === undefined ? undefined : refuseForeignOrigin(request, origin));
    if (refused) throw new RefusedError(refused);
  }
}

function refuse({ row, scope, sensitive, early }: RouteAccess, { actor, scopes, session }: Credential, now: () => number): Refusal | undefined {
  if (session && session.stage !== 'signed-in' && !early) {
    return session.stage === 'second-factor'
      ? unauthenticated('Signing in is not finished: give the code of your second factor.')
      : unauthenticated('Signing in is not finished: set up a second factor first, at /api/v1/me/second-factor.');
  }
  if (scopes && !scopes.has(scope)) return notYours(`This key lacks the scope ${scope}.`, { extra: { scope } });
  if (!dependsOnTheObject(row) && !admits(row, partyOf(actor))) return notYours(`Only ${rowInWords(row)} may do this.`);
  return sensitive ? passwordNeeded(session, now()) : undefined;
}

/** For what is sensitive: whether somebody who signed in must give their password again. Keys have none; their scopes say what they may. */
export function passwordNeeded(session: Credential['session'], now: number): Refusal | undefined {
  if (!session || now - session.authenticatedAt <= LATELY_MS) return undefined;
  return reauthenticationNeeded('This needs your password again: give it at /api/v1/me/re-authenticate, then repeat the request within five minutes.');
}

function dependsOnTheObject(row: Row): boolean {
  return row.some((relation) => relation === 'self' || relation === 'facilitator' || relation === 'group');
}

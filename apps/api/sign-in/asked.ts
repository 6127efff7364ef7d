/** What the routes of signing in ask of a request, and answer with. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RefusedError, type CommandDefinition, type CommandOutcome, type Row } from '#event-sourcing';
import { actionOf, invalid, must, notYours, type RouteAccess } from '#event-sourcing-nest';
import { grantedRole, type AccountStanding } from '#features/accounts/accounts.events.js';
import { LATELY_MS, type CredentialedRequest } from '../platform/access.guard.js';
import { actorOf } from '../credentials/actor.js';
import { giveSession, sessionToken } from '../credentials/cookie.js';
import type { ReloconService } from './services.js';
import type { Session } from '../credentials/sessions.js';
import type { Seat, SignedIn } from './sign-in.js';

export const action = actionOf<ReloconService>();

/** Whoever signed in does it with their own account; keys are nobody's session. */
const THEIR_OWN: Row = ['self'];
export const signedIn: RouteAccess = { row: THEIR_OWN, scope: 'me' };
export const signingIn: RouteAccess = { ...signedIn, early: true };
export const sensitiveForThem: RouteAccess = { ...signedIn, sensitive: true };

export const password = z.string().min(1).max(1_000);
export const email = z.email().max(254);
/** 256 bits in base64url. */
export const linkToken = z.string().min(1).max(200);
export const code = z.string().min(6).max(20);

export function seatOf(request: FastifyRequest): Seat {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

export interface Signed {
  token: string;
  session: Session;
  accountId: string;
  account: AccountStanding;
}

/** The session of whoever asks. @throws RefusedError for keys. */
export function signedOf(request: FastifyRequest): Signed {
  const { credential } = request as CredentialedRequest;
  const token = sessionToken(request.headers);
  if (!credential?.session || !credential.account || token === undefined) throw new RefusedError(notYours('Only somebody who signed in can do this; an API key cannot.'));
  return { token, session: credential.session, accountId: credential.session.accountId, account: credential.account };
}

/** Gives a command in the name of an account. @throws RefusedError where it is refused. */
export async function giveAs<I>({ runner }: Pick<ReloconService, 'runner'>, accountId: string, account: AccountStanding, command: CommandDefinition<I, any, any>, input: I): Promise<CommandOutcome> {
  return must(await runner.execute(command, input, { actor: actorOf(accountId, account, 'console') }));
}

/** The epoch of a session that ended all others and goes on. What else ended sessions since it asked ends this one too. */
export function epochAfter({ events }: CommandOutcome, { epoch }: AccountStanding): number {
  return epoch + events.length;
}

export const state = z.strictObject({
  stage: z.enum(['signed-in', 'second-factor', 'enrol']).describe('What is left to do: nothing, the code of the second factor, or setting one up.'),
  accountId: z.uuid(),
  memberId: z.uuid().nullable(),
  roles: z.array(grantedRole).max(2),
  sessionId: z.uuid(),
  authenticatedUntil: z.iso.datetime().describe('Until then what is sensitive needs no password again.'),
});

export const stateExample = { stage: 'signed-in', accountId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60', memberId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', roles: [], sessionId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e61', authenticatedUntil: '2026-01-12T18:05:00.000Z' };
export const stateAnswer = { name: 'SignInState', schema: state, example: stateExample };

/** Sets the cookie, and tells how far signing in has come. */
export function signedInAnswer({ people }: ReloconService, reply: FastifyReply, { token, session }: SignedIn, account: AccountStanding): z.output<typeof state> {
  giveSession(reply, token, people.sessionLifeMs);
  return stateOf(session, account);
}

/** As above for a session that begins: the one this browser had ends, whoever’s it was. */
export async function newlySignedIn(runtime: ReloconService, request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<z.output<typeof state>> {
  const before = sessionToken(request.headers);
  if (before !== undefined) await runtime.sessions.end(before);
  return signedInAnswer(runtime, reply, signedIn, await runtime.people.signIn.account(signedIn.session.accountId));
}

/** Signs in whoever has just proved by a link that an account is theirs. */
export async function signedInByLink(runtime: ReloconService, request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<z.output<typeof state>> {
  const { signIn } = runtime.people;
  return newlySignedIn(runtime, request, reply, await signIn.open(accountId, await signIn.account(accountId), seatOf(request)));
}

export function stateOf(session: Session, { memberId, roles }: AccountStanding): z.output<typeof state> {
  const until = session.authenticatedAt + LATELY_MS;
  return { stage: session.stage, accountId: session.accountId, memberId: memberId ?? null, roles: [...roles], sessionId: session.id, authenticatedUntil: new Date(until).toISOString() };
}

export const linkRefused = () => invalid('This link does not work: it has expired, was used already, or a newer one was sent. Ask for a new one.', { errors: [{ pointer: '/token', detail: 'does not work any more' }] });

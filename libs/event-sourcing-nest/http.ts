/** What every route shares: who asks, how long to wait for one's own writes, how answers leave. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { admits, collectionName, isRefusal, parsePosition, RefusedError, rowInWords, type Actor, type Refusal, type Row, type Ties } from '#event-sourcing';
import { invalid, invalidInput, problemOf, unavailable, viewBuilding } from './problems.js';
import { notFound, notYours, type Reader } from './reader.js';
import { mayReadOf, viewNamed, type Runtime } from './runtime.js';

/** A request the guard has let in. */
export type AuthenticatedRequest = FastifyRequest & {
  actor?: Actor;
  /** Of a key. */
  scopes?: { has(scope: string): boolean };
};

export function actorOf(request: FastifyRequest): Actor {
  const { actor } = request as AuthenticatedRequest;
  if (!actor) throw new Error('a route under /api/v1 was reached without a key');
  return actor;
}

/** Who asks, as they are after the write that `Relocon-After` names. Without waiting, where nothing of them has to be looked up. */
export function readerOf(runtime: Runtime, request: FastifyRequest): Reader | Promise<Reader> {
  const { scopes } = request as AuthenticatedRequest;
  const actor = actorOf(request);
  const header = request.headers['relocon-after'];
  // What members may read depends on their groups, which a view tells as well.
  const reader = typeof header === 'string' && actor.kind === 'member' ? afterPosition(runtime, header, ['memberships'], undefined).then(() => runtime.readerOf(actor)) : runtime.readerOf(actor);
  return reader instanceof Promise ? reader.then((known) => within(known, scopes)) : within(reader, scopes);
}

function within(reader: Reader, scopes: Reader['scopes']): Reader {
  if (scopes) reader.scopes = scopes;
  return reader;
}

/** What a body or a query says, as its schema reads it. @throws RefusedError naming each field that is wrong. */
export function mustParse<S extends z.ZodType>(schema: S, value: unknown, where: 'body' | 'query'): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new RefusedError(invalidInput(parsed.error, where));
  return parsed.data;
}

/** @throws RefusedError, which the problem filter answers. */
export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusedError(value);
  return value;
}

/** A body of ours. @param headers what else its reader is told. */
export function sendJson(reply: FastifyReply, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  reply.headers({ ...headers, 'content-type': 'application/json; charset=utf-8' }).send(JSON.stringify(body));
}

/** The document that the `{id}` of the path names. @throws RefusedError, the same where there is none and where this reader may not see it. */
export async function documentAsked<D>(runtime: Runtime, request: FastifyRequest, view: string, reader: Reader, what: string): Promise<D> {
  const [stored] = await runtime.store.getMany(collectionName(viewNamed(runtime, view)), [(request.params as { id: string }).id]);
  if (!stored?.doc || !mayReadOf(runtime, view, stored.doc, reader)) throw new RefusedError(notFound(`There is no ${what} with this id that you may see.`));
  return stored.doc as D;
}

/** @throws RefusedError where a row does not let a reader do this with what they may see. */
export function mustAdmit(row: Row, reader: Reader, ties: Ties, what: string): void {
  if (!admits(row, reader, ties)) throw new RefusedError(notYours(`Only ${rowInWords(row)} may ${what}.`));
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): void {
  const wait = refusal.extra?.retryAfterSeconds;
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  else if (refusal.status === 503) reply.header('retry-after', '2');
  reply.status(refusal.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problemOf(refusal)));
}

/** How long a read waits for the position its `Relocon-After` names. */
const OWN_WRITE_WAIT_MS = 5_000;

/**
 * Waits until the views have seen the position of `Relocon-After`.
 *
 * @returns whether they have; a position past the head is refused.
 */
export function afterOwnWrite(runtime: Runtime, request: FastifyRequest, views: readonly string[]): boolean | Promise<boolean> {
  const bound = bindViews(runtime, views);
  const header = request.headers['relocon-after'];
  if (typeof header !== 'string') return bound ? bound.then(() => true) : true;
  return afterPosition(runtime, header, views, bound);
}

/** Waits until the views have seen every loss of rights. @throws RefusedError where one is being built. */
export function bindViews(runtime: Runtime, views: readonly string[]): Promise<void> | undefined {
  for (const view of views) {
    if (runtime.projector.isBuilding(view)) throw new RefusedError(viewBuilding('This view is being built from the log; try again shortly.', { extra: { position: runtime.projector.position([view]) } }));
  }
  return runtime.bindRights(views);
}

async function afterPosition(runtime: Runtime, header: string, views: readonly string[], bound: Promise<void> | undefined): Promise<boolean> {
  await bound;
  const position = must(parsePosition(runtime.log.id, header));
  if (runtime.projector.position(views) >= position) return true;
  if (position > (await runtime.log.head())) throw new RefusedError(invalid('Relocon-After: that position lies past the end of the log.', { errors: [{ pointer: '#Relocon-After', detail: 'lies past the end of the log' }] }));
  return runtime.projector.waitFor(position, views, OWN_WRITE_WAIT_MS);
}

export const notReady = () => unavailable('The stores cannot be reached right now; try again in a moment.');

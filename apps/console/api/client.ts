/**
 * The one way to the API: operations by their id, typed from its OpenAPI document.
 *
 * `call('archiveGroup', { path: { id }, body: { reason } })`
 */
import createClient, { type Client } from 'openapi-fetch';
import { isOthers } from './account.js';
import { askFor, leaving } from './gate.js';
import type { operations } from './openapi.js';
import { OPERATIONS } from './operations.js';
import { notOurs, othersPage, problemOf, unreached, type Problem } from './problem.js';

export type OperationId = keyof operations & keyof typeof OPERATIONS;

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined;
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined;
type Success<R> = R extends { 200: infer T } ? T : R extends { 201: infer T } ? T : undefined;

export type Path<O extends OperationId> = operations[O]['parameters'] extends { path: infer P } ? P : undefined;
export type Query<O extends OperationId> = operations[O]['parameters'] extends { query?: infer Q } ? NonNullable<Q> : undefined;
/** What an operation takes. */
export type Body<O extends OperationId> = operations[O] extends { requestBody?: infer B } ? Content<NonNullable<B>> : undefined;
/** What it answers. */
export type Answer<O extends OperationId> = Json<Success<operations[O]['responses']>>;
/** One of the items it lists. */
export type Item<O extends OperationId> = Answer<O> extends { items: (infer T)[] } ? T : never;

export type Given<O extends OperationId> = { headers?: Record<string, string>; signal?: AbortSignal } & (Path<O> extends undefined ? { path?: undefined } : { path: Path<O> }) & { query?: Query<O>; body?: Body<O> };

const client: Client<any> = createClient({ credentials: 'same-origin' });

/** The position of this tab's last write: reads wait until they tell of it. */
let written: string | undefined;

/** Up to where the earliest answer told since somebody signed in. */
let seen: string | undefined;

/** Whether something that was read tells of less than this position. */
export const readBefore = (position: string): boolean => seen !== undefined && seen < position;

/** Before somebody else reads. */
export const forgetSeen = (): void => void (seen = undefined);

/** Keys of what was sent and not answered: sent again with the same one, it is not done twice. */
const unanswered = new Map<string, string>();

/** Whether whoever reads now reads of this position: positions of one log are texts of one length. */
export const alreadyRead = (position: string): boolean => written !== undefined && position <= written;

/** What begins or ends a session is never held up by it, nor does what somebody chose ask for a password. */
const AT_THE_DOOR: readonly string[] = ['listPreferences', 'keepPreferences', 'signIn', 'giveSecondFactor', 'signOut', 'readMe', 'readSignInWays', 'reAuthenticate', 'redeemInvitation', 'requestPasswordReset', 'redeemPasswordReset', 'confirmAddress', 'consentToAddressChange', 'stopAddressChangeByLink', 'setUp', 'searchDirectory', 'readDirectoryEntry'];

/** Part of signing in for some, and sensitive for others: the password alone is asked for. */
const ON_THE_WAY_IN: readonly string[] = ['beginSecondFactor', 'confirmSecondFactor'];

/** @throws Problem */
export async function callForResponse<O extends OperationId>(operation: O, given: Given<O>): Promise<{ data: Answer<O>; response: Response }> {
  if (leaving.stays && !AT_THE_DOOR.includes(operation)) await leaving.stays;
  const { method, path } = OPERATIONS[operation];
  if (method !== 'get' && isOthers()) throw othersPage();
  const { path: inPath, query, body, headers, signal } = given as { path?: object; query?: object; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
  const sending = method === 'post' ? JSON.stringify([operation, inPath, query, body]) : undefined;
  const key = sending !== undefined ? { 'Idempotency-Key': unanswered.get(sending) ?? crypto.randomUUID() } : undefined;
  for (let tries = 0; ; tries++) {
    const after = method === 'get' && written && path.startsWith('/api/v1') ? { 'Relocon-After': written } : undefined;
    const sent = await client
      .request(method, path as never, { params: { path: inPath, query }, body: method === 'post' ? (body ?? {}) : body, headers: { ...key, ...after, ...headers }, ...(signal && { signal }), parseAs: 'stream' } as never)
      .catch((error: unknown) => {
        if (signal?.aborted) throw error;
        if (sending !== undefined && key) unanswered.set(sending, key['Idempotency-Key']);
        throw unreached(method !== 'get');
      });
    if (sending !== undefined) unanswered.delete(sending);
    const { response, error } = sent as { response: Response; error?: unknown };
    if (method === 'get' && response.status === 202 && tries < 10) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    const told = response.headers.get('relocon-seen');
    if (told !== null && (seen === undefined || told < seen)) seen = told;
    if (response.ok) {
      const data = (response.status === 204 ? undefined : await read(response, signal)) as Answer<O>;
      const position = (data as { position?: unknown } | undefined)?.position;
      if (method !== 'get' && typeof position === 'string') written = position;
      return { data, response };
    }
    const problem = problemOf(response.status, error);
    if (await goesOnAfter(problem, operation, { afterOwnWrite: after !== undefined, tries })) continue;
    throw problem;
  }
}

/** @throws Problem where what came is no answer of the service, or breaks off. */
async function read(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw error instanceof SyntaxError ? notOurs() : unreached(false);
  }
}

/** Whether the same request is worth sending again: after somebody has signed in, or given their password. */
export async function goesOnAfter(problem: Problem, operation: string, { afterOwnWrite = false, tries = 0 }: { afterOwnWrite?: boolean; tries?: number }): Promise<boolean> {
  // The position is of another log: one that was restored meanwhile.
  if (problem.status === 410 && afterOwnWrite) {
    written = undefined;
    return true;
  }
  if (AT_THE_DOOR.includes(operation)) return false;
  if (problem.kind === 'unauthenticated') {
    // The session has a new cookie since this was sent, or somebody has signed in beside this page.
    if (tries === 0 && (await call('readSignInWays').catch(() => undefined))?.stage === 'signed-in') return true;
    return !ON_THE_WAY_IN.includes(operation) && askFor('sign-in');
  }
  return problem.kind === 're-authentication-needed' && askFor('password');
}

/** @throws Problem */
export async function call<O extends OperationId>(operation: O, ...[given]: Path<O> extends undefined ? [given?: Given<O>] : [given: Given<O>]): Promise<Answer<O>> {
  return (await callForResponse(operation, (given ?? {}) as Given<O>)).data;
}

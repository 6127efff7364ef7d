/** RFC 9457 problem documents. None echoes input. */
import type { z } from 'zod';
import { defineRefusal, type Refusal } from '#event-sourcing';
import './in-words.js';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string; detail: string }[];
  [extension: string]: unknown;
}

/** Problem types are URIs that need not resolve; the last part is the stable name. */
export const PROBLEM_BASE = 'urn:relocon:problem:';

export const invalid = defineRefusal('invalid-input', 'The request is not valid', 400);
export const notJson = defineRefusal('not-json', 'The body is not JSON', 400);
export const unsupportedMedia = defineRefusal('unsupported-media-type', 'The body must be JSON', 415);
export const tooLarge = defineRefusal('too-large', 'The request is too large', 413);
export const unauthenticated = defineRefusal('unauthenticated', 'A sign-in or an API key is needed', 401);
export const reauthenticationNeeded = defineRefusal('re-authentication-needed', 'Your password is needed again', 403);
export const preconditionRequired = defineRefusal('precondition-required', 'If-Match is needed', 428);
export const tooManyRequests = defineRefusal('too-many-requests', 'Too many requests', 429);
export const unavailable = defineRefusal('unavailable', 'Not available right now', 503);
export const viewBuilding = defineRefusal('view-building', 'This list is being built', 503);
export const internal = defineRefusal('internal', 'Something went wrong', 500);
export const unsupportedQuery = defineRefusal('unsupported-query', 'This combination of filters and sort is not offered', 400);
export const noTimeTravel = defineRefusal('no-time-travel', 'Only the present is shown here', 400);
export const badCursor = defineRefusal('bad-cursor', 'That cursor does not belong to this list', 400);
export const otherMethod = defineRefusal('method-not-allowed', 'This address does not take that method', 405);
export const unknownRoute = defineRefusal('no-such-route', 'There is nothing at this address', 404);

export function problemOf(refusal: Refusal): Problem {
  return {
    type: PROBLEM_BASE + refusal.type,
    title: refusal.title,
    status: refusal.status,
    detail: refusal.detail,
    ...(refusal.errors && { errors: refusal.errors }),
    ...refusal.extra,
  };
}

/** What zod found wrong, with JSON pointers (RFC 6901) into the body, or `#` and the name of a parameter. */
export function invalidInput(error: z.ZodError, where: 'body' | 'query' = 'body'): Refusal {
  const errors = error.issues.slice(0, 50).flatMap((issue) => {
    const path = issue.path.map((part) => `/${escaped(String(part))}`).join('');
    const at = (pointer: string): string => (where === 'query' ? `#${pointer.slice(1)}` : pointer);
    if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, 20).map((key) => ({ pointer: at(`${path}/${escaped(key.slice(0, 100))}`), detail: `is not a ${where === 'query' ? 'parameter' : 'field'} of this request` }));
    return [{ pointer: at(path), detail: issue.message }];
  });
  const [first] = errors;
  return invalid(first ? `${first.pointer || 'The body'}: ${first.detail}.` : 'The request is not valid.', { errors });
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

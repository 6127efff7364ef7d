/** Cursors: sealed, and bound to reader, filters, sort and view version. */
import { createHash } from 'node:crypto';
import { seal, unseal, type Refusal, type Scalar } from '#event-sourcing';
import { badCursor } from './problems.js';

/** What a cursor continues: a place in one list of one reader. */
export function cursorScope(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

export function makeCursor<T = { value: Scalar; id: string }>(key: Buffer, scope: string, place: T): string {
  return seal(key, JSON.stringify(place), scope);
}

export function openCursor<T = { value: Scalar; id: string }>(key: Buffer, scope: string, cursor: string): T | Refusal {
  try {
    return JSON.parse(unseal(key, cursor, scope).toString('utf8')) as T;
  } catch {
    return badCursor('A cursor continues the list that gave it, with the same key, filters and sort; start again without it.');
  }
}

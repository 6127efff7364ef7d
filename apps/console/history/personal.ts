/** What documents hold of that which events mask: it stays masked beside them, too, until the event that tells it is revealed. */
import { leavesOf, type Leaf } from './diff.js';

/** Fields of documents, wherever in them, that hold personal fields of events. */
export const PERSONAL: ReadonlySet<string> = new Set(['displayName', 'email', 'pendingEmail', 'interests', 'reason', 'note', 'explanation', 'took', 'fromAddress']);

/** Personal fields that were revealed, by the position of their event. */
export type Revealed = Readonly<Record<string, Record<string, unknown>>>;

export type Shows = (path: readonly string[], value: Leaf) => boolean;

/** Whether a value of a document is shown: all but what is personal, and of that what somebody has revealed. */
export function showsAfter(revealed: Revealed): Shows {
  const known = new Set(Object.values(revealed).flatMap((fields) => [...leavesOf(fields).values()].map(({ value }) => value)));
  return (path, value) => !path.some((part) => PERSONAL.has(part)) || known.has(value);
}

import type { Actor, Refusal } from '#event-sourcing';
import { defineRefusal } from '#event-sourcing';

/** Who is asking, with what a read may depend on. */
export interface Reader {
  actor: Actor;
  /** Set when the key is bound to a member: that person's rights only. */
  memberId?: string;
  /** Groups the member belongs to today, and those they facilitate. */
  groups: readonly string[];
  facilitates: readonly string[];
}

/** Administrators, auditors and integrators: keys with a role rather than a person. */
export function isStaff(reader: Reader): boolean {
  return reader.memberId === undefined;
}

export const notFound = defineRefusal('not-found', 'Not found', 404);
export const notYours = defineRefusal('forbidden', 'Not allowed', 403);

/** Refuses everybody but keys with a role. */
export function staffOnly(reader: Reader): Refusal | undefined {
  return isStaff(reader) ? undefined : notYours('Only administrators, auditors and integrators may read this.');
}

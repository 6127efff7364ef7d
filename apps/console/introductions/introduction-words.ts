import type { Me } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';

export type Introduction = RecordOf<'introductions'>;

export const STATUSES = ['suggested', 'accepted', 'declined'] as const satisfies readonly Introduction['status'][];

/** The parts of a score and what each can come to, as the domain has it. */
export const PARTS = { skills: 50, reciprocity: 20, availability: 15, notMetRecently: 10, sameDomain: 5 } as const;

/** Whether this person is one of the two and has still to answer. */
export function waitsFor(me: Me | undefined, { status, memberIds, acceptedBy }: Introduction): boolean {
  return status === 'suggested' && !!me?.memberId && memberIds.includes(me.memberId) && !acceptedBy.includes(me.memberId);
}

/** Whether one who has accepted can still think better of it. */
export function mayDecline(me: Me | undefined, { status, memberIds }: Introduction): boolean {
  return status === 'suggested' && !!me?.memberId && memberIds.includes(me.memberId);
}

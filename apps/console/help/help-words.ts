import type { Me } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';

export type Help = RecordOf<'help-exchanges'>;

export const STATUSES = ['recorded', 'confirmed', 'disputed', 'offered', 'withdrawn'] as const satisfies readonly Help['status'][];

/** Whether this person received it and has not confirmed it. Nobody confirms their own help, nor for another. */
export function waitsFor(me: Me | undefined, { status, receiverIds, confirmedBy }: Help): boolean {
  const given = status === 'recorded' || status === 'confirmed' || status === 'disputed';
  return given && !!me?.memberId && receiverIds.includes(me.memberId) && !confirmedBy.includes(me.memberId);
}

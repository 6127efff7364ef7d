import type { RecordOf } from '../api/resources.js';

export type Action = RecordOf<'actions'>;

export const STATUSES = ['open', 'completed', 'dropped'] as const satisfies readonly Action['status'][];

export function isOverdue({ status, dueAt }: Pick<Action, 'status' | 'dueAt'>): boolean {
  return status === 'open' && Date.parse(dueAt) < Date.now();
}

/** A day some days from now, as the person sees it. */
export function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toLocaleDateString('sv');
}

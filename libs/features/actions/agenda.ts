/** What stands on the agenda of a meeting: what was committed to its group and is open. */
import { localTime } from '#event-sourcing';
import type { ActionDocument } from './actions.events.js';

export interface AgendaItem {
  actionId: string;
  title: string | null;
  ownerId: string;
  helperIds: string[];
  dueOn: string;
  /** Whether that day has come by the day of the meeting. */
  due: boolean;
  renegotiations: number;
}

/** When an agenda is read: a meeting to come, as of now; one that has begun, as of its start. */
export function agendaMoment(startsAt: string, now: string): string {
  return startsAt < now ? startsAt : now;
}

/** Those open at a moment with the due dates they had then, the earliest first. @param actions of the meeting's group, as they are today. */
export function agendaOf(actions: readonly ActionDocument[], startsAt: string, at: string): AgendaItem[] {
  return actions
    .filter(({ committedAt, endedAt }) => committedAt <= at && (endedAt === null || endedAt > at))
    .map(({ id: actionId, title, ownerId, helperIds, dueOn: dueToday, timeZone, renegotiated }) => {
      const later = renegotiated.findIndex((each) => each.at > at);
      const dueOn = renegotiated[later]?.from ?? dueToday;
      const due = dueOn <= localTime(startsAt, timeZone).slice(0, 10);
      return { actionId, title, ownerId, helperIds, dueOn, due, renegotiations: later < 0 ? renegotiated.length : later };
    })
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.actionId, b.actionId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

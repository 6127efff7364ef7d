/** Actions: what was committed to in the circles, and what became of it. */
import { localTime } from '#event-sourcing';
import { commitAction, completeAction, dropAction, renegotiateAction } from '#features/actions/actions.decider.js';
import { actions } from '../community/actions.js';
import type { Tale } from './tale.js';

export function planActions(tale: Tale): void {
  const { after, sitting } = tale.moments;
  for (const action of actions) {
    const { key, who, on, from, title, details, helpers = [], due, renegotiated = [], done, dropped } = action;
    const day = (days: number): string => localTime(after(on, days), sitting(on).circle.zone).slice(0, 10);
    tale.at(tale.moments.action(action), async () => {
      const about = { ownerId: tale.who(who), meetingId: tale.id('meeting', on), helperIds: helpers.map(tale.who), reflectionId: from && tale.id('note', from) };
      tale.call('action', key, await tale.give(commitAction, { ...about, title, details, dueOn: day(due) }, tale.as(who)));
    });
    const change = (days: number, command: Parameters<Tale['give']>[0], input: object): void =>
      tale.at(after(on, days), () => tale.give(command, { actionId: tale.id('action', key), ...input }, tale.as(who)));
    for (const { days, to, reason } of renegotiated) change(days, renegotiateAction, { dueOn: day(to), reason });
    if (done) change(done.days, completeAction, { outcome: done.outcome });
    if (dropped) change(dropped.days, dropAction, { reason: dropped.reason });
  }
}

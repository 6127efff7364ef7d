/** Actions on timelines, of owners and of helpers; and how many of those that were due their owners have done. */
import { z } from 'zod';
import { foldEach, type ProgressSource, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { actionEvents, actionsStanding, actionStanding, actsFor, isDueIn, type ActionEvent, type ActionStanding } from './actions.events.js';

interface Action extends ActionStanding {
  meetingId: string | undefined;
  /** Title, and outcome or reason once it ended. */
  texts: Record<string, string | null>;
  renegotiations: number;
  eventIds: readonly string[];
}

const untold = { meetingId: undefined, texts: {}, renegotiations: 0, eventIds: [] };

function told(known: Action | undefined, event: ActionEvent): Action | undefined {
  const standing = actionStanding.evolve(known, event);
  if (!standing) return undefined;
  const { meetingId, texts, renegotiations, eventIds } = known ?? untold;
  return { ...standing, meetingId, texts, renegotiations, ...changeOf(event, texts, renegotiations), eventIds: [...eventIds, event.id] };
}

function changeOf(event: ActionEvent, texts: Action['texts'], renegotiations: number): Partial<Action> {
  switch (event.type) {
    case 'ActionCommitted':
      return { meetingId: event.data.meetingId, texts: { title: event.data.title } };
    case 'ActionRenegotiated':
      return { renegotiations: renegotiations + 1 };
    case 'ActionCompleted':
      return { texts: { ...texts, outcome: event.data.outcome } };
    case 'ActionDropped':
      return { texts: { ...texts, reason: event.data.reason } };
  }
}

export const actionTimeline: TimelineSource = {
  entries: (events, memberId) => [...foldEach(events, actionEvents, ({ data }) => data.actionId, told)].flatMap(([id, action]) => (actsFor(action, memberId) ? [entryOf(id, action, memberId)] : [])),
};

const WHAT = { open: 'action-committed', completed: 'action-completed', dropped: 'action-dropped' } as const;

function entryOf(actionId: string, action: Action, memberId: string): TimelineEntry {
  const { ownerId, helperIds, groupId, meetingId, committedAt, endedAt, due, status, texts, renegotiations, eventIds } = action;
  const version = eventIds[0] as string;
  return {
    id: version,
    kind: 'acted',
    // What was committed to is news of that day until it ends.
    occurredAt: endedAt ?? committedAt,
    what: WHAT[status],
    ...(groupId !== undefined && { groupId }),
    ...(meetingId !== undefined && { meetingId }),
    memberIds: [ownerId, ...helperIds].filter((id) => id !== memberId),
    details: { actionId, role: ownerId === memberId ? 'owner' : 'helper', committedAt, dueOn: due.dueOn, renegotiations },
    // Nothing in them is ever replaced.
    words: { version, texts },
    eventIds,
  };
}

const count = z.int().min(0);

/**
 * Actions done / due ("A member's progress" in domain.md), of those a member owns. Due are those whose due date lies in the window, unless
 * they were dropped by then (`isDueIn`); done are those of them that were completed before the window's end, be it after they were due.
 */
export const actionProgress: ProgressSource = {
  schema: { acted: { done: count.describe('Of those due, completed by the end of the window.'), due: count.describe('Actions they own that were due in the window, and not dropped by then.') } },
  example: { acted: { done: 2, due: 3 } },
  figures(events, memberId, window) {
    const { before, groupIds } = window;
    const due = [...actionsStanding(events).values()].filter(
      (action) => action.ownerId === memberId && isDueIn(action, window) && (groupIds === undefined || (action.groupId !== undefined && groupIds.includes(action.groupId))),
    );
    const done = due.filter(({ status, endedAt = '' }) => status === 'completed' && endedAt < before);
    return { acted: { done: done.length, due: due.length } };
  },
};

/** Actions as they are today, with the due dates they had before. */
import { assign, audienceFor, defineView, listsFor } from '#event-sourcing';
import { actionEvents, type ActionDocument, type ActionEvent } from '../actions.events.js';
import { actionPolicy } from '../actions.policy.js';

const shapes = [[], ['ownerId'], ['memberIds'], ['groupId'], ['status'], ['ownerId', 'status'], ['memberIds', 'status'], ['groupId', 'status']];

export const actionsView = defineView<ActionDocument, typeof actionEvents>({
  name: 'actions',
  version: 1,
  events: actionEvents,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'dueAt' })), 'audience'),
  fields: { ownerId: 'id', memberIds: 'list', groupId: 'id', status: 'string', dueAt: 'instant', audience: 'list' },
  tag: (id) => `action:${id}`,
  ids: (event) => [event.data.actionId],
  evolve(before, event) {
    if (event.type === 'ActionCommitted') return committed(event);
    if (!before) return undefined;
    switch (event.type) {
      case 'ActionRenegotiated': {
        const { from, due, reason = null } = event.data;
        return assign({ ...before, renegotiated: [...before.renegotiated, { from: from.dueOn, to: due.dueOn, reason, at: event.occurredAt }] }, event, due);
      }
      case 'ActionCompleted':
        return { ...before, status: 'completed', outcome: event.data.outcome, endedAt: event.occurredAt };
      case 'ActionDropped':
        return { ...before, status: 'dropped', reason: event.data.reason, endedAt: event.occurredAt };
      default:
        event satisfies never;
        return before;
    }
  },
});

function committed(event: Extract<ActionEvent, { type: 'ActionCommitted' }>): ActionDocument {
  const { actionId: id, ownerId, helperIds, groupId = null, meetingId = null, reflectionId = null, title, details = null, due } = event.data;
  const doc: ActionDocument = {
    id,
    ownerId,
    helperIds,
    groupId,
    meetingId,
    reflectionId,
    title,
    details,
    ...due,
    renegotiated: [],
    status: 'open',
    outcome: null,
    reason: null,
    committedAt: event.occurredAt,
    endedAt: null,
    memberIds: [ownerId, ...helperIds],
    audience: [],
  };
  return assign({ ...doc, audience: audienceFor(actionPolicy.documents.actions, doc) }, event, due);
}

/** Who may do what to actions: their owners, and for them the facilitators of the group. */
import { asTheDocument, definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import { actionEvents, type ActionDocument } from './actions.events.js';

const byThem: Row = ['administrator', 'integrator', 'self', 'facilitator'];

/** Helpers read what they help with, and decide nothing about it. */
const actions: DocumentPolicy<ActionDocument> = {
  self: ({ memberIds }) => memberIds,
  group: ({ groupId }) => groupId,
  read: { any: [...STAFF, 'self', 'group'] },
  owner: ({ ownerId }) => ownerId,
  // The reflection it came from may be private: then nobody else meets its id.
  fields: { reflectionId: ['self'] },
};

export const actionPolicy = definePolicy({
  commands: { commitAction: byThem, renegotiateAction: byThem, completeAction: byThem, dropAction: byThem },
  documents: { actions },
  events: Object.fromEntries(actionEvents.map(({ type }) => [type, asTheDocument('actions', 'actionId', actions)])),
  routes: { readAgenda: [...STAFF, 'group'] },
});

/** Groups as they are today, with the charter in force. */
import { assign, defineView } from '#event-sourcing';
import { groupEvents, type GroupDocument } from '../groups.events.js';

export const groupsView = defineView<GroupDocument, typeof groupEvents>({
  name: 'groups',
  version: 2,
  events: groupEvents,
  lists: [
    { by: [], sort: 'name' },
    { by: [], sort: 'foundedAt' },
    { by: ['status'], sort: 'name' },
    { by: ['status'], sort: 'foundedAt' },
    { by: ['listed'], sort: 'name' },
  ],
  fields: { name: 'string', foundedAt: 'instant', status: 'string', listed: 'boolean' },
  edits: ['GroupFounded', 'GroupDescribed'],
  tag: (id) => `group:${id}`,
  ids: (event) => [event.data.groupId],
  search: (doc) => [doc.name, doc.place?.text, doc.charter?.purpose, ...(doc.charter?.domain ?? [])],
  evolve(doc, event) {
    if (event.type === 'GroupFounded') {
      const { groupId: id, name, timeZone } = event.data;
      const blank: GroupDocument = { id, name, timeZone, place: null, listed: false, foundedAt: event.occurredAt, status: 'active', archivedAt: null, archiveReason: null, charter: null, charterVersions: 0, _renamed: { times: 0, at: event.recordedAt } };
      return assign(blank, event, { name, timeZone });
    }
    if (!doc) return undefined;
    switch (event.type) {
      case 'GroupDescribed': {
        const { name, timeZone, place, listed, cleared = [] } = event.data;
        const described = assign(doc, event, { name, timeZone, listed, place: cleared.includes('place') ? null : place });
        return described.name === doc.name ? described : { ...described, _renamed: { times: doc._renamed.times + 1, at: event.recordedAt } };
      }
      case 'CharterAdopted': {
        const { version, purpose, domain, practice = null } = event.data;
        return assign({ ...doc, charterVersions: doc.charterVersions + 1 }, event, { charter: { version, purpose, domain, practice, adoptedAt: event.occurredAt } });
      }
      case 'GroupArchived':
        return assign(doc, event, { status: 'archived', archivedAt: event.occurredAt, archiveReason: event.data.reason ?? null });
      case 'GroupReopened':
        return assign(doc, event, { status: 'active', archivedAt: null, archiveReason: null });
      default:
        event satisfies never;
        return doc;
    }
  },
});

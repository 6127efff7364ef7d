/** Series as they are planned after their last change. */
import { defineView } from '#event-sourcing';
import { seriesEvents, type MeetingSeriesDocument } from '../series.events.js';
import { changed, earlierOf } from '../series.state.js';

export const meetingSeriesView = defineView<MeetingSeriesDocument, typeof seriesEvents>({
  name: 'meetingSeries',
  version: 1,
  events: seriesEvents,
  lists: [[], ['groupId']].map((by) => ({ by, sort: 'plannedAt' })),
  fields: { groupId: 'id', plannedAt: 'instant' },
  tag: (id) => `series:${id}`,
  ids: (event) => [event.data.seriesId],
  search: (doc) => [doc.title, doc.place],
  evolve(before, event) {
    if (event.type === 'MeetingSeriesPlanned') {
      const { seriesId: id, occurrences: _all, mode = null, place = null, ...plan } = event.data;
      return { id, ...plan, mode, place, changedFrom: null, endedFrom: null, plannedAt: event.occurredAt };
    }
    if (!before) return undefined;
    switch (event.type) {
      case 'MeetingSeriesChanged': {
        const { seriesId: _id, groupId: _group, from: changedFrom, occurrences: _concerned, ...changes } = event.data;
        const { mode, place, ...plan } = before;
        const next = changed({ ...plan, ...(mode !== null && { mode }), ...(place !== null && { place }) }, changes);
        return { ...next, mode: next.mode ?? null, place: next.place ?? null, changedFrom };
      }
      case 'MeetingSeriesExtended':
        return { ...before, until: event.data.until };
      case 'MeetingSeriesEnded':
        return { ...before, endedFrom: earlierOf(before.endedFrom, event.data.from) };
      default:
        event satisfies never;
        return before;
    }
  },
});

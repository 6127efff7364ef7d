/** From whom each member learned, across groups: shared reflections and confirmed help. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { HelpConfirmed, HelpDisputed, HelpRecorded } from '../../help/help.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn } from '../../reflections/reflections.events.js';
import type { KeptSource, LearningTiesDocument } from '../health.events.js';
import { healthPolicy } from '../health.policy.js';
import { tiesWith } from '../ties.js';

const events = [ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn, HelpRecorded, HelpConfirmed, HelpDisputed] as const;

export const learningTiesView = defineView<LearningTiesDocument, typeof events>({
  name: 'learningTies',
  version: 2,
  events,
  lists: listsFor([{ by: [], sort: 'lastAt' }], 'audience'),
  fields: { lastAt: 'instant', audience: 'list' },
  ids(event) {
    switch (event.type) {
      case 'HelpRecorded':
        return event.data.receiverIds;
      case 'HelpConfirmed':
        return [event.data.confirmedBy];
      case 'HelpDisputed':
        return [event.data.disputedBy];
      default:
        return [event.data.authorId];
    }
  },
  evolve(before, event, id) {
    const doc = before ?? { id, ties: [], lastAt: null, audience: [], _sources: [] };
    switch (event.type) {
      case 'HelpRecorded': {
        const { helpId, giverId, minutes } = event.data;
        return put(doc, { id: helpId, at: event.occurredAt, from: [giverId], minutes, counts: false });
      }
      case 'HelpConfirmed':
      case 'HelpDisputed':
        return changed(doc, event.data.helpId, { counts: event.type === 'HelpConfirmed' });
      case 'ReflectionRecorded': {
        const { reflectionId, learnedFrom, visibility } = event.data;
        return put(doc, { id: reflectionId, at: event.occurredAt, from: learnedFrom, counts: visibility !== 'private' });
      }
      case 'ReflectionRevised': {
        const { reflectionId, learnedFrom } = event.data;
        return learnedFrom ? changed(doc, reflectionId, { from: learnedFrom }) : doc;
      }
      case 'ReflectionShared':
        return changed(doc, event.data.reflectionId, { counts: event.data.visibility !== 'private' });
      case 'ReflectionWithdrawn':
        return changed(doc, event.data.reflectionId, { counts: false });
      default:
        event satisfies never;
        return doc;
    }
  },
});

function changed(doc: LearningTiesDocument, id: string, change: Partial<KeptSource>): LearningTiesDocument {
  const known = doc._sources[placeOf(doc, id)];
  return known?.id === id ? put(doc, { ...known, ...change }) : doc;
}

/** The document with one source more, or another in its place; only what that one changes is counted anew. */
function put(doc: LearningTiesDocument, source: KeptSource): LearningTiesDocument {
  const place = placeOf(doc, source.id);
  const known = doc._sources[place]?.id === source.id ? doc._sources[place] : undefined;
  const _sources = known ? doc._sources.with(place, source) : doc._sources.toSpliced(place, 0, source);
  const [gone, more] = [known, source].map((each) => (each && tells(each) ? [each] : [])) as [KeptSource[], KeptSource[]];
  const ties = tiesWith(doc.ties, more, gone);
  // The last of all may have gone, and what was the last before it is not known without a look at all of them.
  const lastAt = gone[0]?.at === doc.lastAt ? latest(null, _sources.filter(tells)) : latest(doc.lastAt, more);
  const next = { ...doc, ties, lastAt, _sources };
  return { ...next, audience: audienceFor(healthPolicy.documents.learningTies, next) };
}

function tells({ counts, from }: KeptSource): boolean {
  return counts && from.length > 0;
}

function latest(known: string | null, sources: readonly KeptSource[]): string | null {
  return sources.reduce((last, { at }) => (last !== null && last > at ? last : at), known);
}

/** Where a source stands, or would. */
function placeOf({ _sources }: LearningTiesDocument, id: string): number {
  let [from, to] = [0, _sources.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((_sources[middle] as KeptSource).id < id) from = middle + 1;
    else to = middle;
  }
  return from;
}

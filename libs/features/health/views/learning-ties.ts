/** From whom each member learned, across groups: shared reflections and confirmed help. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { HelpConfirmed, HelpDisputed } from '../../help/help.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn } from '../../reflections/reflections.events.js';
import type { LearningTiesDocument } from '../health.events.js';
import { healthPolicy } from '../health.policy.js';
import { tiesOf } from '../ties.js';

const events = [ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn, HelpConfirmed, HelpDisputed] as const;

export const learningTiesView = defineView<LearningTiesDocument, typeof events>({
  name: 'learningTies',
  version: 1,
  events,
  lists: listsFor([{ by: [], sort: 'lastAt' }], 'audience'),
  fields: { lastAt: 'instant', audience: 'list' },
  ids(event) {
    if (event.type === 'HelpConfirmed') return [event.data.confirmedBy];
    return [event.type === 'HelpDisputed' ? event.data.disputedBy : event.data.authorId];
  },
  evolve(before, event, id) {
    const doc = before ?? { id, ties: [], lastAt: null, audience: [], _reflections: {}, _help: {} };
    switch (event.type) {
      case 'HelpConfirmed': {
        const { helpId, giverId, minutes } = event.data;
        return counted({ ...doc, _help: { ...doc._help, [helpId]: { at: event.occurredAt, giverId, minutes } } });
      }
      case 'HelpDisputed': {
        const { [event.data.helpId]: _disputed, ...rest } = doc._help;
        return counted({ ...doc, _help: rest });
      }
      case 'ReflectionRecorded': {
        const { reflectionId, learnedFrom, visibility } = event.data;
        return counted({ ...doc, _reflections: { ...doc._reflections, [reflectionId]: { at: event.occurredAt, learnedFrom, shared: visibility !== 'private' } } });
      }
      case 'ReflectionRevised': {
        const { reflectionId, learnedFrom } = event.data;
        return learnedFrom ? changed(doc, reflectionId, { learnedFrom }) : doc;
      }
      case 'ReflectionShared':
        return changed(doc, event.data.reflectionId, { shared: event.data.visibility !== 'private' });
      case 'ReflectionWithdrawn':
        return changed(doc, event.data.reflectionId, { shared: false });
      default:
        event satisfies never;
        return doc;
    }
  },
});

type Reflected = LearningTiesDocument['_reflections'][string];

function changed(doc: LearningTiesDocument, reflectionId: string, change: Partial<Reflected>): LearningTiesDocument {
  const known = doc._reflections[reflectionId];
  return known ? counted({ ...doc, _reflections: { ...doc._reflections, [reflectionId]: { ...known, ...change } } }) : doc;
}

function counted(doc: LearningTiesDocument): LearningTiesDocument {
  const [reflections, help] = [Object.values(doc._reflections).filter(({ shared, learnedFrom }) => shared && learnedFrom.length > 0), Object.values(doc._help)];
  const lastAt = [...reflections, ...help].reduce<string | null>((last, { at }) => (last !== null && last > at ? last : at), null);
  const next = { ...doc, ties: tiesOf(reflections, help), lastAt };
  return { ...next, audience: audienceFor(healthPolicy.documents.learningTies, next) };
}

/** Who may do what to reflections, and which version of a text they get: rights are always today's. */
import { admits, asTheDocument, definePolicy, STAFF, type DocumentPolicy, type Party, type Row } from '#event-sourcing';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionValueConfirmed, ReflectionWithdrawn, shownUnder, type ReflectionDocument } from './reflections.events.js';

/** By visibility; `facilitator` and `group` are those of the context's group today. Nobody else reads what its author keeps private. */
const readBy: Record<ReflectionDocument['visibility'], Row> = {
  private: ['self'],
  facilitator: [...STAFF, 'self', 'facilitator'],
  group: [...STAFF, 'self', 'group'],
  network: [...STAFF, 'self', 'member'],
};

const reflections: DocumentPolicy<ReflectionDocument> = {
  self: ({ authorId }) => authorId,
  group: ({ groupId }) => groupId,
  read: readBy,
  row: ({ visibility }) => visibility,
  // What it builds on may be kept private; others see a chain as far as they may see each part of it, as a value story.
  // `memberIds` stands in its events: everybody who was ever named, also in versions that were shown to nobody.
  fields: { buildsOn: ['self'], memberIds: ['self'] },
};

const asShown = asTheDocument(
  'reflections',
  'reflectionId',
  reflections,
  ({ id, type }, document: ReflectionDocument, party) => (type !== ReflectionRecorded.type && type !== ReflectionRevised.type) || versionShownTo(id, document, party),
);

export const reflectionPolicy = definePolicy({
  // What somebody learned is for them to say.
  commands: { recordReflection: ['self'], reviseReflection: ['self'], shareReflection: ['self'], confirmReflectionValue: ['self'], withdrawReflection: ['self'] },
  documents: { reflections },
  withdraws: [ReflectionShared.type, ReflectionWithdrawn.type],
  events: {
    [ReflectionRecorded.type]: asShown,
    [ReflectionRevised.type]: asShown,
    [ReflectionShared.type]: asShown,
    [ReflectionValueConfirmed.type]: asShown,
    [ReflectionWithdrawn.type]: asShown,
  },
});

/** A past version of a text shows only to those it was itself shared with. */
export function versionShownTo(versionId: string | undefined, today: ReflectionDocument, party: Party): boolean {
  const { read } = reflectionPolicy.documents.reflections;
  return party.memberId === today.authorId || shownUnder(today, versionId).some((visibility) => admits(read[visibility] ?? [], party, { self: today.authorId, group: today.groupId }));
}

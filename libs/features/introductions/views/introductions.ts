/** Introductions with how far they have come. */
import { audienceFor, defineView, listsFor, type RecordedEvent } from '#event-sourcing';
import { introductionEvents, type IntroductionDocument, type IntroductionEvent } from '../introductions.events.js';
import { introductionPolicy } from '../introductions.policy.js';

const shapes = [
  ...[[], ['memberIds'], ['groupId'], ['status'], ['memberIds', 'status']].map((by) => ({ by, sort: 'suggestedAt' })),
  { by: ['memberIds', 'status'], sort: 'settledAt' },
];

export const introductionsView = defineView<IntroductionDocument, typeof introductionEvents>({
  name: 'introductions',
  version: 1,
  events: introductionEvents,
  lists: listsFor(shapes, 'audience'),
  fields: { memberIds: 'list', groupId: 'id', status: 'string', suggestedAt: 'instant', settledAt: 'instant', audience: 'list' },
  tag: (id) => `introduction:${id}`,
  ids: (event) => [event.data.introductionId],
  evolve(before, event) {
    if (event.type === 'IntroductionSuggested') return suggested(event);
    if (!before) return undefined;
    switch (event.type) {
      case 'IntroductionAccepted': {
        const acceptedBy = [...before.acceptedBy, event.data.memberId];
        return acceptedBy.length < 2 ? { ...before, acceptedBy } : { ...before, acceptedBy, status: 'accepted', settledAt: event.occurredAt };
      }
      case 'IntroductionDeclined':
        return { ...before, declinedBy: event.data.memberId, declineReason: event.data.reason ?? null, status: 'declined', settledAt: event.occurredAt };
      default:
        event satisfies never;
        return before;
    }
  },
});

function suggested({ data, occurredAt }: Extract<IntroductionEvent, { type: 'IntroductionSuggested' }> & Pick<RecordedEvent, 'occurredAt'>): IntroductionDocument {
  const { introductionId: id, seekerId, teacherId, groupId = null, score = null, parts = null, skills, reasonsForSeeker, reasonsForTeacher, note = null } = data;
  const doc: IntroductionDocument = {
    id,
    seekerId,
    teacherId,
    memberIds: [seekerId, teacherId],
    groupId,
    score,
    parts,
    skills,
    reasonsForSeeker,
    reasonsForTeacher,
    note,
    acceptedBy: [],
    declinedBy: null,
    declineReason: null,
    status: 'suggested',
    suggestedAt: occurredAt,
    settledAt: null,
    audience: [],
  };
  return { ...doc, audience: audienceFor(introductionPolicy.documents.introductions, doc) };
}

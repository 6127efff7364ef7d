/** Who may do what to stories: they belong to their tellers; to whom one is told never changes, so that its past versions are for the same people. */
import { asTheDocument, definePolicy, STAFF, type DocumentPolicy } from '#event-sourcing';
import { storyEvents, StoryWithdrawn, type StoryDocument } from './stories.events.js';

const stories: DocumentPolicy<StoryDocument> = {
  self: ({ tellerId }) => tellerId,
  group: ({ groupId }) => groupId,
  read: { group: [...STAFF, 'self', 'group'], network: [...STAFF, 'self', 'member'], withdrawn: ['self'] },
  row: ({ status, toldTo }) => (status === 'withdrawn' ? 'withdrawn' : toldTo),
};

export const storyPolicy = definePolicy({
  // What somebody lived through is for them to tell, and what somebody took from it for them to say.
  commands: { tellStory: ['self'], reviseStory: ['self'], acknowledgeStory: ['self'], withdrawStory: ['self'] },
  documents: { stories },
  withdraws: [StoryWithdrawn.type],
  events: Object.fromEntries(storyEvents.map(({ type }) => [type, asTheDocument('stories', 'storyId', stories)])),
});

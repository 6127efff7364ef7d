/** Stories as they are today, each with what others took from it and who may read it. */
import { assign, audienceFor, defineView, listsFor } from '#event-sourcing';
import { skillKey } from '../../members/members.events.js';
import { storyEvents, type StoryDocument, type StoryEvent } from '../stories.events.js';
import { storyPolicy } from '../stories.policy.js';

const shapes = [[], ['tellerId'], ['groupId'], ['aboutSkills'], ['toldTo'], ['tellerId', 'aboutSkills'], ['groupId', 'aboutSkills']];

export const storiesView = defineView<StoryDocument, typeof storyEvents>({
  name: 'stories',
  version: 1,
  events: storyEvents,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'toldAt' })), 'audience'),
  fields: { tellerId: 'id', groupId: 'id', aboutSkills: 'keys', toldTo: 'string', toldAt: 'instant', audience: 'list' },
  edits: ['StoryTold', 'StoryRevised'],
  tag: (id) => `story:${id}`,
  ids: (event) => [event.data.storyId],
  search: (doc) => [doc.title, doc.text, ...doc.skills],
  evolve(before, event) {
    if (event.type === 'StoryTold') return told(event);
    if (!before) return undefined;
    switch (event.type) {
      case 'StoryRevised': {
        const { title, text, skills } = event.data;
        return keyed({ ...assign(before, event, { title, text, skills }), revisions: before.revisions + 1, revisedAt: event.occurredAt });
      }
      case 'StoryAcknowledged': {
        const { memberId, took } = event.data;
        return { ...before, acknowledgements: [...before.acknowledgements, { memberId, took, at: event.occurredAt }] };
      }
      case 'StoryWithdrawn':
        return shown({ ...before, status: 'withdrawn' });
      default:
        event satisfies never;
        return before;
    }
  },
});

function told(event: Extract<StoryEvent, { type: 'StoryTold' }>): StoryDocument {
  const { storyId: id, tellerId, groupId = null, meetingId = null, title, text, skills, toldTo } = event.data;
  const doc: StoryDocument = {
    id,
    tellerId,
    groupId,
    meetingId,
    title,
    text,
    skills,
    aboutSkills: [],
    toldTo,
    status: 'told',
    revisions: 0,
    toldAt: event.occurredAt,
    revisedAt: null,
    acknowledgements: [],
    audience: [],
  };
  return keyed(shown(assign(doc, event, { title, text, skills })));
}

function keyed(doc: StoryDocument): StoryDocument {
  return { ...doc, aboutSkills: doc.skills.map(skillKey) };
}

function shown(doc: StoryDocument): StoryDocument {
  return { ...doc, audience: audienceFor(storyPolicy.documents.stories, doc) };
}

/** /api/v1/stories */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import * as commands from './stories.decider.js';
import { toldTo } from './stories.events.js';
import { storyPolicy } from './stories.policy.js';
import { storiesView } from './views/stories.js';

const tellerId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const memberId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const meetingId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const idField = 'storyId';

const words = {
  title: 'The year we priced by fear',
  text: 'We cut every offer before anybody had asked us to. Two clients told us years later that they had taken us for desperate, and gone elsewhere.',
};
const took = 'I will name a price and then be quiet.';

export const StoriesController = defineResource({
  path: 'stories',
  tag: 'Stories',
  reads: {
    view: storiesView,
    schema: z.strictObject({
      id: z.uuid(),
      tellerId: z.uuid(),
      groupId: z.uuid().nullable(),
      meetingId: z.uuid().nullable(),
      title: z.string().max(200).nullable().describe('Null once erased.'),
      text: z.string().max(20_000).nullable().describe('Null once erased.'),
      skills: z.array(z.string().max(100)).max(20),
      toldTo,
      status: z.enum(['told', 'withdrawn']),
      revisions: z.int().min(0).describe('How often it was revised; `asOf`, `knownAt` and `position` show the versions before.'),
      toldAt: z.iso.datetime(),
      revisedAt: z.iso.datetime().nullable(),
      acknowledgements: z.array(z.strictObject({ memberId: z.uuid(), took: z.string().max(1_000).nullable().describe('Null once erased.'), at: z.iso.datetime() })).max(10_000),
    }),
    singular: 'story',
    plural: 'stories',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60',
      tellerId,
      groupId,
      meetingId,
      ...words,
      skills: ['pricing'],
      toldTo: 'group',
      status: 'told',
      revisions: 0,
      toldAt: '2026-02-10T18:30:00.000Z',
      revisedAt: null,
      acknowledgements: [{ memberId, took, at: '2026-02-11T07:00:00.000Z' }],
    },
    policy: storyPolicy.documents.stories,
    neverShown: ['aboutSkills'],
  },
  commands: [
    {
      verb: 'create',
      command: commands.tellStory, records: 'StoryTold',
      summary: 'Tell a story',
      description: 'Told by whoever lived it, to a group they belong to or belonged to, or to the whole network.',
      example: { tellerId, toldTo: 'group', meetingId, ...words, skills: ['pricing'], occurredAt: '2026-02-10T18:30:00Z' },
    },
    {
      verb: 'edit',
      command: commands.reviseStory, records: 'StoryRevised',
      idField,
      summary: 'Revise a story',
      description: 'Merge patch: absent fields stay. Earlier versions are kept, for whoever may read the story.',
      example: { title: 'The year we priced by fear, and what it cost' },
    },
    {
      verb: 'acknowledge',
      command: commands.acknowledgeStory, records: 'StoryAcknowledged',
      idField,
      summary: 'Say what you took from a story',
      description: 'By members who may read it today, other than its teller, once each.',
      example: { memberId, took },
    },
    { verb: 'withdraw', command: commands.withdrawStory, records: 'StoryWithdrawn', idField, summary: 'Withdraw a story', description: 'It stays with its teller; nobody else meets it any more, nor what they took from it.', example: {} },
  ],
});

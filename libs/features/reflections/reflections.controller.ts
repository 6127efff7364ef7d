/** /api/v1/reflections */
import { z } from 'zod';
import { defineResource, type ReadRoutes } from '#event-sourcing-nest';
import * as commands from './reflections.decider.js';
import { contextKind, reflectionValue, usefulness, visibility, type ReflectionDocument } from './reflections.events.js';
import { reflectionPolicy, versionShownTo } from './reflections.policy.js';
import { byItsAction } from './value-status.js';
import { reflectionsView } from './views/reflections.js';

const authorId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const teacher = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const meetingId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const idField = 'reflectionId';
const words = z.string().max(1_000).nullable();

const texts = {
  what: 'We lost two clients because nobody had asked what they could pay.',
  soWhat: 'I set prices by cost and call it fairness; it is guessing.',
  nowWhat: 'Ask three clients before Friday.',
};

export const reflection = z.strictObject({
  id: z.uuid(),
  authorId: z.uuid(),
  groupId: z.uuid().nullable(),
  context: z.strictObject({ kind: contextKind, id: z.uuid().nullable() }),
  meetingId: z.uuid().nullable(),
  what: words.describe('Null once erased.'),
  soWhat: words.describe('Null once erased.'),
  nowWhat: words,
  learnedFrom: z.array(z.uuid()).max(20),
  skills: z.array(z.string().max(100)).max(20),
  value: reflectionValue,
  valueStatus: z.enum(['claimed', 'corroborated']).describe('Corroborated: applied, by a completed action of theirs; realised, by another member who confirmed it.'),
  confirmedBy: z.array(z.uuid()).max(10_000),
  buildsOn: z.uuid().nullable().optional().describe('For its author alone; others see chains in the value story.'),
  usefulness: usefulness.nullable(),
  visibility,
  status: z.enum(['recorded', 'withdrawn']),
  reflectedAt: z.iso.datetime(),
  revisedAt: z.iso.datetime().nullable(),
});

export const reflectionReads: ReadRoutes<ReflectionDocument> = {
  view: reflectionsView,
  schema: reflection,
  singular: 'reflection',
  plural: 'reflections',
  example: {
    id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e50',
    authorId,
    groupId,
    context: { kind: 'meeting', id: meetingId },
    meetingId,
    ...texts,
    learnedFrom: [teacher],
    skills: ['pricing'],
    value: 'potential',
    valueStatus: 'claimed',
    confirmedBy: [],
    buildsOn: null,
    usefulness: 4,
    visibility: 'group',
    status: 'recorded',
    reflectedAt: '2026-02-10T19:30:00.000Z',
    revisedAt: null,
  },
  policy: reflectionPolicy.documents.reflections,
  neverShown: ['aboutSkills'],
  join: byItsAction,
  alsoIf: (past, today, reader) => versionShownTo(past._versions.at(-1)?.eventId, today, reader),
};

export const ReflectionsController = defineResource({
  path: 'reflections',
  tag: 'Reflections',
  reads: reflectionReads,
  commands: [
    {
      verb: 'create',
      command: commands.recordReflection, records: 'ReflectionRecorded',
      summary: 'Record a reflection',
      description: 'By its author alone. Private unless said otherwise: then nobody else ever reads it.',
      example: { authorId, context: { kind: 'meeting', id: meetingId }, ...texts, learnedFrom: [teacher], skills: ['pricing'], value: 'potential', usefulness: 4, visibility: 'group' },
    },
    {
      verb: 'edit',
      command: commands.reviseReflection, records: 'ReflectionRevised',
      idField,
      summary: 'Revise a reflection',
      description: 'Merge patch: null empties a field, absent fields stay. Earlier versions are kept, for those they were shared with.',
      example: { value: 'applied', nowWhat: null },
    },
    { verb: 'share', command: commands.shareReflection, records: 'ReflectionShared', idField, summary: 'Show a reflection to more people, or to fewer', example: { visibility: 'network' } },
    {
      verb: 'confirm-value',
      command: commands.confirmReflectionValue, records: 'ReflectionValueConfirmed',
      idField,
      summary: 'Confirm the value another member claims',
      example: { memberId: teacher },
    },
    { verb: 'withdraw', command: commands.withdrawReflection, records: 'ReflectionWithdrawn', idField, summary: 'Withdraw a reflection', example: {} },
  ],
});

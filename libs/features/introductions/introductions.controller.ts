/** /api/v1/introductions */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import { foundFor, foundForAnswer } from './candidates.js';
import * as commands from './introductions.decider.js';
import { scoreParts } from './introductions.events.js';
import { introductionPolicy } from './introductions.policy.js';
import { introductionsView } from './views/introductions.js';

const seekerId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const teacherId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const idField = 'introductionId';
const reasons = z.array(z.string().max(300)).max(20).optional();

export const IntroductionsController = defineResource({
  path: 'introductions',
  tag: 'Introductions',
  reads: {
    view: introductionsView,
    schema: z.strictObject({
      id: z.uuid(),
      seekerId: z.uuid().describe('Who could learn.'),
      teacherId: z.uuid().describe('Who could teach.'),
      memberIds: z.array(z.uuid()).max(2).describe('Both.'),
      groupId: z.uuid().nullable().describe('The group it was suggested in.'),
      score: z.int().min(0).max(100).nullable().optional().describe('As it was when suggested; null where nothing offered was sought. For the two and staff only.'),
      parts: scoreParts.nullable().optional().describe('For the two and staff only.'),
      skills: z.array(z.string().max(100)).max(20).describe('Sought by the one and offered by the other.'),
      reasonsForSeeker: reasons.describe('Why, said to the seeker. For the two and staff only.'),
      reasonsForTeacher: reasons.describe('Why, said to the teacher. For the two and staff only.'),
      note: z.string().max(1_000).nullable().describe('Of whoever suggested it; null: none, or erased.'),
      acceptedBy: z.array(z.uuid()).max(2),
      declinedBy: z.uuid().nullable(),
      declineReason: z.string().max(1_000).nullable().optional().describe('For the two and staff only; null: none, or erased.'),
      status: z.enum(['suggested', 'accepted', 'declined']).describe('`suggested`: somebody has still to answer. `accepted`: both want it.'),
      suggestedAt: z.iso.datetime(),
      settledAt: z.iso.datetime().nullable().describe('When both had accepted, or one declined.'),
    }),
    singular: 'introduction',
    plural: 'introductions',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e70',
      seekerId,
      teacherId,
      memberIds: [seekerId, teacherId],
      groupId,
      score: 83,
      parts: { skills: 50, reciprocity: 10, availability: 7.5, notMetRecently: 10, sameDomain: 5 },
      skills: ['bookkeeping'],
      reasonsForSeeker: ['Offers bookkeeping at level 5, which you seek.', 'You have never met.'],
      reasonsForTeacher: ['Seeks bookkeeping up to level 3, which you offer.', 'You have never met.'],
      note: 'You both lost a winter to a spreadsheet.',
      acceptedBy: [seekerId],
      declinedBy: null,
      declineReason: null,
      status: 'suggested',
      suggestedAt: '2026-02-12T09:00:00.000Z',
      settledAt: null,
    },
    policy: introductionPolicy.documents.introductions,
  },
  commands: [
    {
      verb: 'create',
      command: commands.suggestIntroduction, records: 'IntroductionSuggested',
      computed: ['found'],
      prepare: foundFor,
      summary: 'Suggest that two members meet',
      description: 'By whoever seeks, who has then accepted it, or for both of them in a group. Score and reasons are worked out here, and kept as they are now.',
      example: { seekerId, teacherId, groupId, note: 'You both lost a winter to a spreadsheet.' },
    },
    {
      verb: 'accept',
      command: commands.acceptIntroduction, records: 'IntroductionAccepted',
      idField,
      computed: ['found'],
      prepare: foundForAnswer,
      summary: 'Accept an introduction',
      description: 'Once both have, they are introduced. Not where one of the two is not available any more; declining is open then too.',
      example: { memberId: teacherId },
    },
    {
      verb: 'decline',
      command: commands.declineIntroduction, records: 'IntroductionDeclined',
      idField,
      summary: 'Decline an introduction',
      description: 'Also one that was accepted, until the other has answered. The other one reads the reason, if one is given.',
      example: { memberId: teacherId, reason: 'I have no evening free before summer.' },
    },
  ],
});

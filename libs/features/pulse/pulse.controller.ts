/** /api/v1/trust-pulse, where members answer, and /api/v1/trust-pulses, what came of it. */
import { z } from 'zod';
import { admits, partyOf, rowInWords, streamName } from '#event-sourcing';
import { actionOf, actorOf, defineActions, defineResource, EXAMPLE_ID, notYours, readerOf, type Runtime } from '#event-sourcing-nest';
import { groupArchived, groupStanding, noSuchGroup, refuseGroup } from '../groups/groups.events.js';
import { membershipId, membershipStanding } from '../memberships/memberships.events.js';
import { alreadyTakenPart, pulseClosed, pulses } from './pulse.decider.js';
import { pulseId, quarter, TrustPulseClosed } from './pulse.events.js';
import { pulsePolicy } from './pulse.policy.js';
import { answers, QUESTIONS, SCALE } from './pulse.questions.js';
import { quarterOf } from './quarters.js';
import { trustPulsesView } from './views/trust-pulses.js';
import { WaitingAnswers } from './waiting-answers.js';

const TAG = 'Trust pulses';
const action = actionOf<Runtime>();

const questions = z.strictObject({
  version: z.int().min(1),
  items: z.array(z.strictObject({ item: z.string().max(50), text: z.string().max(200) })).max(10),
  scale: z.array(z.string().max(50)).length(SCALE.length).describe('What the answers 0 to 4 mean.'),
  groups: z.array(z.strictObject({ groupId: z.uuid(), quarter: quarter.describe('The present one, in UTC, so that no change of a zone ends it.'), takenPart: z.boolean().describe('Whether you have; nobody else learns it.') })).max(100_000),
});

export const TrustPulseQuestionsController = defineActions<Runtime>({
  path: 'trust-pulse',
  tag: TAG,
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'readTrustPulseQuestions',
      summary: 'Read the questions of the trust pulse',
      description: 'With your groups, the quarter that each is in, and whether you have taken part. For every member.',
      access: { row: pulsePolicy.routes.readTrustPulseQuestions, scope: 'trust-pulses:read' },
      own: true,
      answer: { name: 'TrustPulseQuestions', schema: questions, example: { ...QUESTIONS, scale: SCALE, groups: [{ groupId: EXAMPLE_ID, quarter: '2026-Q4', takenPart: false }] } },
      async run({ runtime, request }) {
        const { memberId = '', groups } = await readerOf(runtime, request);
        const standings = await Promise.all(groups.map(async (groupId) => ({ groupId, ...(await runtime.runner.fold(groupStanding, streamName('group', groupId))) })));
        const now = runtime.clock();
        const present = standings.filter(({ archived }) => !archived).map(({ groupId }) => ({ groupId, quarter: quarterOf(now) }));
        const taken = await new WaitingAnswers(runtime).takenPart(present, memberId);
        return { ...QUESTIONS, scale: SCALE, groups: present.map((pulse) => ({ ...pulse, takenPart: taken.includes(pulse) })) };
      },
    }),
  ],
});

export const TrustPulseAnswersController = defineActions<Runtime>({
  path: 'groups',
  tag: TAG,
  actions: [
    action({
      method: 'POST',
      path: ':id/trust-pulse',
      operationId: 'answerTrustPulse',
      summary: 'Answer the trust pulse of a group',
      description:
        'Once each quarter, which begins and ends in UTC, for oneself, as a member of the group. The answers are counted and not kept: nothing of them is recorded, and nobody learns what was counted before the quarter is over, nor after it where fewer than five have answered. No Idempotency-Key is kept either: the same request again answers `already-taken-part`, which says that the first was counted.',
      access: { row: pulsePolicy.routes.answerTrustPulse, scope: 'trust-pulses:write' },
      body: answers,
      example: { mistakes: 3, asking: 4, promises: 2, confidences: 4 },
      refusals: [noSuchGroup, groupArchived, pulseClosed, alreadyTakenPart],
      async run({ runtime, request, body, id: groupId }) {
        const { runner } = runtime;
        const party = partyOf(actorOf(request));
        const { memberId } = party;
        const row = pulsePolicy.routes.answerTrustPulse;
        const groups = memberId !== undefined && (await runner.fold(membershipStanding, streamName('membership', membershipId({ groupId, memberId })))).memberSince !== undefined ? [groupId] : [];
        if (memberId === undefined || !admits(row, { ...party, groups }, { group: groupId })) return notYours(`Only ${rowInWords(row)} may do this.`);
        const group = await runner.fold(groupStanding, streamName('group', groupId));
        const refused = refuseGroup(group);
        if (refused) return refused;
        const pulse = { groupId, quarter: quarterOf(runtime.clock()) };
        // It can be, where this clock is more than an hour behind the one that counted them.
        if ((await runner.fold(pulses, streamName('pulse', pulseId(pulse)))).closed) return pulseClosed('The answers of this quarter have been counted already; the next quarter has a pulse of its own.');
        return (await new WaitingAnswers(runtime).take(pulse, memberId, body)) ? undefined : alreadyTakenPart('Your answers of this quarter have been counted; nobody can change or see them.');
      },
    }),
  ],
});

const { totals } = TrustPulseClosed.schema.shape;

export const TrustPulsesController = defineResource({
  path: 'trust-pulses',
  tag: TAG,
  reads: {
    view: trustPulsesView,
    schema: z.strictObject({
      id: z.string().max(50),
      groupId: z.uuid(),
      quarter,
      questions: z.int().min(1).describe('The version of the question set.'),
      answered: z.int().min(5),
      totals: totals.describe('How many gave each answer, from 0 to 4.'),
      closedAt: z.iso.datetime().describe('The last instant of the quarter.'),
      eventId: z.uuid().describe('The event it came from, which a review can name as evidence.'),
    }),
    singular: 'trust pulse',
    plural: 'trust pulses',
    example: {
      id: `${EXAMPLE_ID}.2026-Q3`,
      groupId: EXAMPLE_ID,
      quarter: '2026-Q3',
      questions: 1,
      answered: 7,
      totals: [
        { item: 'mistakes', answers: [0, 1, 1, 3, 2] },
        { item: 'asking', answers: [0, 0, 1, 2, 4] },
        { item: 'promises', answers: [1, 1, 2, 2, 1] },
        { item: 'confidences', answers: [0, 0, 0, 3, 4] },
      ],
      closedAt: '2026-09-30T21:59:59.999Z',
      eventId: EXAMPLE_ID,
    },
    policy: pulsePolicy.documents.trustPulses,
  },
});

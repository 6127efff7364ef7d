/** GET /api/v1/members/{id}/learn-from: whom a member could learn from, and why. */
import { z } from 'zod';
import { actionOf, defineActions, must, mustAdmit, notFound, notYours, readerOf, wholeNumber, type Runtime } from '#event-sourcing-nest';
import { MATCHING_VIEWS, suggestionsFor } from './candidates.js';
import { scoreParts } from './introductions.events.js';
import { introductionPolicy } from './introductions.policy.js';

const query = z.strictObject({
  groupId: z.uuid().optional().describe('Only people of this group, to which the member belongs.'),
  limit: wholeNumber(1, 50).default(10).describe('At most this many suggestions.'),
});

const suggestions = z.strictObject({
  memberId: z.uuid(),
  items: z
    .array(
      z.strictObject({
        memberId: z.uuid(),
        displayName: z.string().max(200).nullable(),
        score: z.int().min(0).max(100),
        parts: scoreParts.describe('What the score is the sum of, before it is rounded.'),
        skills: z.array(z.string().max(100)).max(20).describe('Sought, and offered by them.'),
        reasons: z.array(z.string().max(300)).max(20),
      }),
    )
    .max(50)
    .describe('Best first.'),
});

const example = {
  memberId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11',
  items: [
    {
      memberId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12',
      displayName: 'Jonas Weber',
      score: 83,
      parts: { skills: 50, reciprocity: 10, availability: 7.5, notMetRecently: 10, sameDomain: 5 },
      skills: ['bookkeeping'],
      reasons: ['Offers bookkeeping at level 5, which you seek.', 'Seeks pricing, which you offer.', 'Has pledged time, and takes another introduction.', 'You have never met.', 'Belongs to a group about food co-operatives, as you do.'],
    },
  ],
};

const row = introductionPolicy.routes.learnFrom;

const action = actionOf<Runtime>();

export const LearnFromController = defineActions<Runtime>({
  path: 'members',
  tag: 'Introductions',
  actions: [
    action({
      method: 'GET',
      path: ':id/learn-from',
      operationId: 'learnFrom',
      summary: 'Suggest whom a member could learn from',
      description:
        'Those who offer a skill the member seeks, best first. The score, out of 100, is 50·share of sought skills covered + 20·share of what they seek that the member offers + 15·share of their introductions still free, where they pledged time + 10 unless the two met or were introduced in the last 90 days + 5 where groups of both have a domain in common. Never somebody who belongs to no group, has no introduction free, is blocked either way, or with whom an introduction was declined in the last 90 days.',
      access: { row, scope: 'introductions:read' },
      reads: MATCHING_VIEWS,
      query,
      own: (reader, memberId) => reader.memberId === memberId,
      answer: { name: 'Suggestions', schema: suggestions, example },
      refusals: [notYours, notFound],
      async run({ runtime, request, id: memberId, query: asked, asExport }) {
        const reader = await readerOf(runtime, request);
        mustAdmit(row, reader, { self: memberId }, 'read this');
        const items = must(await suggestionsFor(runtime, memberId, asked)).map(({ reasonsForSeeker: reasons, ...suggestion }) => ({ ...suggestion, reasons }));
        if (reader.memberId !== memberId && !asExport) runtime.looked?.(request, { memberId, what: 'learn-from' });
        return { memberId, items };
      },
    }),
  ],
});

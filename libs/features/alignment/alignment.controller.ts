/** /api/v1/alignment-reviews, the audit of each, and the formulas they follow. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admits, notAPosition, positionOfAnotherLog, RefusedError, STAFF, streamName, type Actor } from '#event-sourcing';
import { actionOf, afterOwnWrite, component, defineActions, defineResource, documentAsked, EXAMPLE_ID, For, invalid, jsonSchema, mustAdmit, notFound, notYours, pathId, readerOf, Refuses, relo, RUNTIME, sendJson, tagController, viewBuilding, type Runtime } from '#event-sourcing-nest';
import * as commands from './alignment.decider.js';
import { criterion, evidence, level, ratio, reviewer, verdict, type AlignmentReviewDocument, type Evidence } from './alignment.events.js';
import { alignmentPolicy } from './alignment.policy.js';
import { makersOf, reviewerOf, reviews, scorersOf, type ReviewState } from './alignment.state.js';
import { auditOf, type Audit } from './audit.js';
import { conclude, FORMULAS, formulaOf, judgements, missing } from './formula.js';
import { everythingAbout, evidenceOfGroup, latestDecision, standingOf } from './from-the-log.js';
import { reserve } from './open-review.js';
import { sameAs } from './reviewers.js';
import { alignmentReviewsView } from './views/alignment-reviews.js';

const tag = 'Alignment reviews';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const idField = 'reviewId';
const policy = alignmentPolicy.documents.alignmentReviews;
const { routes } = alignmentPolicy;

const score = z.strictObject({
  criterion,
  level,
  counted: level.describe('As the formula counts it: 3 and 4 without evidence count as 2.'),
  evidence: z.array(evidence).max(20),
  note: z.string().max(2_000).nullable().describe('Null: none, or erased.'),
  scoredAt: z.iso.datetime(),
  scoredBy: reviewer,
});

const RATIOS = [
  'What the group’s own events tell of the window; those with a denominator of 0 are left out of the mean.',
  'Attendances are those of members who came (present, late or substitute) to a meeting inside a period of theirs.',
  '`hoursAttended`: their known minutes, of the minutes members pledged (pledge · days / 30 inside their periods, all together rounded half up).',
  '`attendancesReflectedOn`: attendances whose member reflected on that meeting, of all attendances. A reflection that was withdrawn counts for nothing. One that its author keeps private counts where five different people or more attended: the numerator may hold reflections that /api/v1/events withholds.',
  '`membersGivingHelp`: active members who gave help in the window that a receiver confirmed, of all active members.',
  '`membersGivingAndReceiving`: those of them who also confirmed that they received some, of all active members.',
  '`dueActionsCompleted`: actions completed before the window’s end, of those whose due date lies in it and that were not dropped by then.',
].join(' ');

const decision = z.strictObject({
  at: z.iso.datetime(),
  by: reviewer,
  until: z.iso.datetime(),
  window: z.strictObject({ from: z.iso.datetime(), before: z.iso.datetime() }).describe('[from, before)'),
  ratios: z.array(ratio).max(20).describe(RATIOS),
  activeMembers: z.int().min(0).describe('Members whose period covers the last moment of the window.'),
  meetings: z.int().min(0).describe('Those that began in the window, were not cancelled, and of which somebody’s attendance is recorded.'),
  judged: z.number().min(0).max(100).describe('J'),
  observed: z.number().min(0).max(100).nullable().describe('O, rounded to two digits; null where too little was observed.'),
  score: z.int().min(0).max(100).describe('S'),
  provisional: z.boolean().describe('Whether too little was observed, so that S is J.'),
  verdict,
  blockedBy: z.array(criterion).max(8).describe('★ criteria at 0 or 1, which keep a group from being aligned.'),
  explanation: z.string().max(5_000).nullable().describe('Null: none, or erased.'),
});

const exampleScore = {
  criterion: 'practitionersHelpOthers',
  level: 3,
  counted: 3,
  evidence: [{ kind: 'document', url: 'https://example.org/minutes/2026-02-10', title: 'Minutes of February' }],
  note: 'Every meeting ends with offers of help.',
  scoredAt: '2026-03-01T12:00:00.000Z',
  scoredBy: { kind: 'member', id: EXAMPLE_ID },
};

/** A review as its own stream tells; of one that is not there the command itself says so. */
function reviewOf({ runner }: Runtime, reviewId: string): Promise<ReviewState> {
  return runner.fold(reviews, streamName('review', reviewId));
}

type Of<Input = object> = Input & { reviewId: string };


export const AlignmentReviewsController = defineResource({
  path: 'alignment-reviews',
  tag,
  reads: {
    view: alignmentReviewsView,
    policy,
    schema: z.strictObject({
      id: z.uuid(),
      groupId: z.uuid(),
      status: z.enum(['open', 'decided', 'appealed', 'replaced']).describe('replaced: another decision about the group came after it.'),
      formulaVersion: z.int().min(1),
      reviewer: reviewer.describe('Who opened it.'),
      appealOf: z.uuid().nullable().describe('The review whose decision was appealed.'),
      openedAt: z.iso.datetime(),
      inForceUntil: z.iso.datetime().nullable().describe('Until then the decision is in force; null where there is none, or another replaced it.'),
      levels: z.array(score).max(8).describe('The last score of each criterion, which counts.'),
      history: z.array(score).max(10_000).describe('Every score, oldest first.'),
      decision: decision.nullable(),
      appeal: z.strictObject({ at: z.iso.datetime(), reason: z.string().max(2_000).nullable() }).nullable(),
    }),
    singular: 'alignment review',
    plural: 'alignment reviews',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e70',
      groupId,
      status: 'decided',
      formulaVersion: 1,
      reviewer: { kind: 'member', id: EXAMPLE_ID },
      appealOf: null,
      openedAt: '2026-03-01T11:00:00.000Z',
      inForceUntil: '2027-03-01T12:30:00.000Z',
      levels: [exampleScore],
      history: [exampleScore],
      decision: {
        at: '2026-03-01T12:30:00.000Z',
        by: { kind: 'member', id: EXAMPLE_ID },
        until: '2027-03-01T12:30:00.000Z',
        window: { from: '2025-09-02T12:30:00.000Z', before: '2026-03-01T12:30:00.000Z' },
        ratios: [
          { name: 'hoursAttended', numerator: 4_608, denominator: 5_760 },
          { name: 'attendancesReflectedOn', numerator: 18, denominator: 30 },
          { name: 'membersGivingHelp', numerator: 7, denominator: 10 },
          { name: 'membersGivingAndReceiving', numerator: 5, denominator: 10 },
          { name: 'dueActionsCompleted', numerator: 13, denominator: 20 },
        ],
        activeMembers: 10,
        meetings: 3,
        judged: 70,
        observed: 65,
        score: 68,
        provisional: false,
        verdict: 'emerging',
        blockedBy: [],
        explanation: null,
      },
      appeal: null,
    },
  },
  commands: [
    {
      verb: 'create',
      command: commands.openReview, records: 'ReviewOpened',
      computed: ['latest', 'again'],
      async prepare(runtime: Runtime, opening: Of<{ groupId: string; appealOf?: string }>, actor: Actor) {
        const latest = await latestDecision(runtime, opening.groupId);
        const first = opening.appealOf === undefined ? [] : makersOf(await reviewOf(runtime, opening.appealOf));
        const known = { latest, again: await sameAs(runtime, [reviewerOf(actor)], first) };
        return (await reserve(runtime, { ...opening, ...known }, actor)) ?? known;
      },
      summary: 'Open an alignment review',
      description: 'A group has one open review at a time. After an appeal somebody else opens the second one, which names the first in `appealOf`.',
      example: { groupId },
    },
    {
      verb: 'score',
      command: commands.scoreCriterion, records: 'CriterionScored',
      idField,
      computed: ['ofGroup', 'again'],
      async prepare(runtime: Runtime, scored: Of<{ evidence: readonly Evidence[] }>, actor: Actor) {
        const { groupId: of, notBy } = await reviewOf(runtime, scored.reviewId);
        return of === undefined ? undefined : { ofGroup: await evidenceOfGroup(runtime, of, scored.evidence, actor), again: await sameAs(runtime, [reviewerOf(actor)], notBy) };
      },
      summary: 'Judge one criterion',
      description: 'With what the judgement rests on. Judged again, the later score counts, and the earlier ones are kept.',
      example: { criterion: exampleScore.criterion, level: exampleScore.level, evidence: exampleScore.evidence, note: exampleScore.note },
    },
    {
      verb: 'decide',
      command: commands.decideReview, records: 'AlignmentDecided',
      idField,
      computed: ['observed', 'latest', 'again'],
      async prepare(runtime: Runtime, { reviewId }: Of, actor: Actor) {
        const review = await reviewOf(runtime, reviewId);
        const { groupId: of, formulaVersion } = review;
        if (of === undefined) return undefined;
        const standing = await standingOf(runtime, of, formulaOf(formulaVersion));
        const first = standing.latest === null ? [] : makersOf(await reviewOf(runtime, standing.latest));
        return { ...standing, again: await sameAs(runtime, [...scorersOf(review), reviewerOf(actor)], [...review.notBy, ...first]) };
      },
      summary: 'Decide an alignment review',
      description: 'By the formula, once every criterion is judged: what was observed is counted from the log at this moment. The decision is kept with its inputs, and is in force for twelve months, or until the next one. Where the decision in force was appealed meanwhile, this one answers the appeal, and is for others than who made the first.',
      example: { explanation: 'The log misses the help that was given before we began to record it.' },
    },
    {
      verb: 'appeal',
      command: commands.appealDecision, records: 'DecisionAppealed',
      idField,
      computed: ['latest'],
      async prepare(runtime: Runtime, { reviewId }: Of) {
        const { groupId: of } = await reviewOf(runtime, reviewId);
        return of === undefined ? undefined : { latest: await latestDecision(runtime, of) };
      },
      summary: 'Appeal a decision',
      description: 'Once, while it is in force. Somebody else then opens a second review, whose decision replaces this one and is final.',
      example: { reason: 'Two of our meetings were recorded late.' },
    },
  ],
});

const audit = z.strictObject({
  agrees: z.boolean().describe('Whether every part does.'),
  parts: z
    .array(
      z.strictObject({
        part: z.string().max(100).describe('levels, evidence (the events named, and those that are there), window, lastEventId (the last event that was counted; for administrators, auditors and integrators alone), each ratio, activeMembers, meetings, judged (J), observed (O), score (S), provisional, verdict, blockedBy, explained (whether a reason is there, or had to be), until'),
        stored: z.unknown(),
        recomputed: z.unknown(),
        agrees: z.boolean(),
      }),
    )
    .max(100),
});

const exampleRatio = { numerator: 18, denominator: 30 };
const auditExample = { agrees: true, parts: [{ part: 'attendancesReflectedOn', stored: exampleRatio, recomputed: exampleRatio, agrees: true }] };

@Controller('api/v1/alignment-reviews')
export class AlignmentAuditsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/audit')
  @ApiOperation({
    operationId: 'auditAlignmentReview',
    summary: 'Audit a decision',
    description: 'Recomputes it from the log, up to the last event that was counted, and says of each part whether it agrees with what was stored.',
  })
  @pathId()
  @relo('single')
  @For(routes.auditAlignmentReview, 'alignment-reviews:read')
  @ApiResponse({ status: 200, description: 'Each part, as it was stored and as it comes out again.', content: { 'application/json': { schema: component('AlignmentAudit', jsonSchema(audit, 'output')), example: auditExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notYours, notFound, commands.notDecided, viewBuilding)
  async audit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    await afterOwnWrite(runtime, request, ['alignmentReviews']);
    const reader = await readerOf(runtime, request);
    const { id, groupId: of } = await documentAsked<AlignmentReviewDocument>(runtime, request, 'alignmentReviews', reader, 'alignment review');
    mustAdmit(routes.auditAlignmentReview, reader, { group: of }, 'audit it');
    const audited = auditOf(id, await everythingAbout(runtime, of));
    if (!audited) throw new RefusedError(commands.notDecided('This review is not decided yet; there is nothing to audit.'));
    sendJson(reply, admits(STAFF, reader) ? audited : withoutLastEvent(audited));
  }
}

tagController(AlignmentAuditsController, tag);

const { window, ratios, activeMembers, meetings, judged, observed, score: ofHundred, provisional, blockedBy } = decision.shape;

const preview = z.strictObject({
  window,
  ratios,
  activeMembers,
  meetings,
  missing: z.array(criterion).max(8).describe('Criteria that nobody has judged yet; they count as 0 here, and nothing is decided without them.'),
  judged,
  observed,
  apart: z.number().min(0).max(100).nullable().describe('How far J and O lie apart; null where too little was observed.'),
  score: ofHundred,
  provisional,
  verdict,
  blockedBy,
  mustExplain: z.boolean().describe('Whether J and O lie so far apart that whoever decides must say why.'),
});

const previewExample = {
  window: { from: '2025-09-02T12:30:00.000Z', before: '2026-03-01T12:30:00.000Z' },
  ratios: [{ name: 'attendancesReflectedOn', ...exampleRatio }],
  activeMembers: 10,
  meetings: 3,
  missing: ['trust'],
  judged: 55,
  observed: 65,
  apart: 10,
  score: 59,
  provisional: false,
  verdict: 'emerging',
  blockedBy: [],
  mustExplain: false,
};

@Controller('api/v1/alignment-reviews')
export class AlignmentPreviewsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/preview')
  @ApiOperation({
    operationId: 'previewDecision',
    summary: 'Preview the decision of a review',
    description: 'What the formula would make of it now: what was observed, counted from the log at this moment, and what follows from it and from what was judged so far. It decides nothing; of a review that is decided it tells what would come out today.',
  })
  @pathId()
  @relo('single')
  @For(routes.previewDecision, 'alignment-reviews:read')
  @ApiResponse({ status: 200, description: 'What would be decided at this moment.', content: { 'application/json': { schema: component('DecisionPreview', jsonSchema(preview, 'output')), example: previewExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notYours, notFound, viewBuilding)
  async preview(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    await afterOwnWrite(runtime, request, ['alignmentReviews']);
    const reader = await readerOf(runtime, request);
    const { id, groupId: of } = await documentAsked<AlignmentReviewDocument>(runtime, request, 'alignmentReviews', reader, 'alignment review');
    mustAdmit(routes.previewDecision, reader, { group: of }, 'preview its decision');
    const review = await reviewOf(runtime, id);
    const formula = formulaOf(review.formulaVersion);
    const { observed: counted } = await standingOf(runtime, of, formula);
    const { lastEventId: _lastEventId, ...shown } = counted;
    sendJson(reply, { ...shown, missing: missing(formula, review.scores), ...conclude(formula, judgements(formula, review.scores), counted) });
  }
}

tagController(AlignmentPreviewsController, tag);

/** The last event may be of a reflection that its author keeps private; that it is the group’s is not for the group to know. */
function withoutLastEvent({ agrees, parts }: Audit): Audit {
  return { agrees, parts: parts.filter(({ part }) => part !== 'lastEventId') };
}

const whole = z.int().min(0);

const formula = z.strictObject({
  version: z.int().min(1),
  criteria: z.array(z.strictObject({ criterion, weight: whole, star: z.boolean() })).max(20).describe('★: at `blocksUpTo` or below it keeps a group from being aligned.'),
  highestLevel: whole,
  evidence: z.strictObject({ from: whole, withoutCountsAs: whole }).describe('From this level on evidence is needed; without it the criterion counts as the other.'),
  blocksUpTo: whole,
  windowDays: whole,
  least: z.strictObject({ ratios: whole, members: whole, meetings: whole }).describe('With fewer of any, what was observed is insufficient.'),
  percent: z.strictObject({ judged: whole, observed: whole }).describe('What J and O weigh in S.'),
  alignedFrom: whole,
  emergingFrom: whole,
  explainAbove: whole.describe('J and O further apart than this must be explained.'),
  monthsInForce: whole,
});

const action = actionOf<Runtime>();

export const AlignmentFormulasController = defineActions<Runtime>({
  path: 'alignment-formulas',
  tag,
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'listAlignmentFormulas',
      summary: 'List the formulas of alignment reviews',
      description: 'Weights, thresholds and windows, oldest version first; new reviews follow the last. A version never changes.',
      access: { row: routes.listAlignmentFormulas, scope: 'alignment-reviews:read' },
      own: true,
      answer: { name: 'AlignmentFormulas', schema: z.strictObject({ items: z.array(formula).max(100), next: z.null() }), example: { items: FORMULAS, next: null } },
      run: async () => ({ items: FORMULAS, next: null }),
    }),
  ],
});

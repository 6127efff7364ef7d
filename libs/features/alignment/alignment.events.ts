/** Alignment reviews: a judged, explained score of how far a group lives the purpose, frozen with its inputs. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, type EventOf, type Hidden } from '#event-sourcing';

export const criterion = z.enum([
  'learningIsThePurpose',
  'practitionersHelpOthers',
  'membersCommitTime',
  'learningGoesBothWays',
  'trust',
  'storiesAreShared',
  'actionIsBuiltTogether',
  'keyPeopleAreConnected',
]);
export type Criterion = z.output<typeof criterion>;

/** absent, claimed, occasional, usual, self-sustaining */
export const level = z.int().min(0).max(4);

/** What a level rests on: an event of the log, or a document at an address. */
export const evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), eventId: z.uuid() }),
  z.strictObject({ kind: z.literal('document'), url: z.url({ protocol: /^https?$/ }).max(2_000), title: z.string().min(1).max(200) }),
]);
export type Evidence = z.output<typeof evidence>;

export const ratioName = z.enum(['hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted']);
export type RatioName = z.output<typeof ratioName>;

/** Counts or whole minutes; a ratio whose denominator is 0 is left out of the mean. */
export const ratio = z.strictObject({ name: ratioName, numerator: z.int().min(0), denominator: z.int().min(0) });
export type Ratio = z.output<typeof ratio>;

export const verdict = z.enum(['aligned', 'emerging', 'notYet']);
export type Verdict = z.output<typeof verdict>;

/** Whoever opened, scored or decided, as the actor of the event. */
export const reviewer = z.strictObject({ kind: z.enum(['member', 'account', 'key', 'system']), id: z.string().min(1).max(100) });
export type Reviewer = z.output<typeof reviewer>;

const about = { reviewId: ref('review'), groupId: ref('group') };
const storedInstant = z.iso.datetime();
const evidences = z.array(evidence).max(20);

export const ReviewOpened = defineEvent({
  type: 'ReviewOpened',
  summary: 'Somebody began to review how far a group lives the purpose.',
  data: {
    ...about,
    formulaVersion: open(z.int().min(1)),
    /** The review whose decision was appealed. */
    appealOf: ref('review').optional(),
    /** Who made that one: somebody else reviews this time. */
    notBy: open(z.array(reviewer).max(100)).optional(),
  },
});

export const CriterionScored = defineEvent({
  type: 'CriterionScored',
  summary: 'A reviewer judged one criterion, with what the judgement rests on.',
  data: { ...about, criterion: open(criterion), level: open(level), evidence: open(evidences), note: personal(z.string().min(1).max(2_000), 'actor').optional() },
});

export const AlignmentDecided = defineEvent({
  type: 'AlignmentDecided',
  summary: 'A review ended with a score and a verdict, frozen with what they were computed from.',
  data: {
    ...about,
    formulaVersion: open(z.int().min(1)),
    window: open(z.strictObject({ from: storedInstant, before: storedInstant })),
    /** The last event that was counted; null where the group had none. */
    lastEventId: open(z.uuid().nullable()),
    levels: open(z.array(z.strictObject({ criterion, level, counted: level, evidence: evidences })).max(20)),
    ratios: open(z.array(ratio).max(20)),
    activeMembers: open(z.int().min(0)),
    meetings: open(z.int().min(0)),
    /** J, of 100, in quarters. */
    judged: open(z.number().min(0).max(100)),
    /** O, of 100, rounded to two digits for people; null: insufficient. The ratios are the exact value. */
    observed: open(z.number().min(0).max(100).nullable()),
    score: open(z.int().min(0).max(100)),
    provisional: open(z.boolean()),
    verdict: open(verdict),
    /** ★ criteria that keep the group from being aligned. */
    blockedBy: open(z.array(criterion).max(8)),
    explanation: personal(z.string().min(1).max(5_000), 'actor').optional(),
    /** In force until then, or until the next decision. */
    until: open(storedInstant),
    appealOf: ref('review').optional(),
    /** The review whose decision was in force, or the last, before this one. */
    replaces: ref('review').optional(),
  },
});

export const DecisionAppealed = defineEvent({
  type: 'DecisionAppealed',
  summary: 'Somebody of the group asked for a second review by somebody else.',
  data: { ...about, reason: personal(z.string().min(1).max(2_000), 'actor') },
});

export const alignmentEvents = [ReviewOpened, CriterionScored, AlignmentDecided, DecisionAppealed] as const;

export type AlignmentEvent = EventOf<(typeof alignmentEvents)[number]>;

/** The one open review that a group can have is this one: the stream is `open-review-{groupId}`. */
export const ReviewReserved = defineEvent({ type: 'ReviewReserved', summary: 'A review took the place of the one that a group can have open.', data: about });

/** One judgement of one criterion, as a document shows it. */
export interface ScoreShown {
  criterion: Criterion;
  level: number;
  /** As the formula counts it: less, where evidence is missing. */
  counted: number;
  evidence: Evidence[];
  /** Null: none, or erased. */
  note: string | null;
  scoredAt: string;
  scoredBy: Reviewer;
}

/** A document of the view `alignmentReviews`. */
export type AlignmentReviewDocument = Hidden & {
  id: string;
  groupId: string;
  /** replaced: another decision about the group came after it. */
  status: 'open' | 'decided' | 'appealed' | 'replaced';
  formulaVersion: number;
  /** Who opened it. */
  reviewer: Reviewer;
  appealOf: string | null;
  openedAt: string;
  /** Until then the decision is in force; null where there is none, or another replaced it. */
  inForceUntil: string | null;
  /** The last score of each criterion, which counts. */
  levels: ScoreShown[];
  /** Every score, in the order of the log. */
  history: ScoreShown[];
  decision: null | {
    at: string;
    by: Reviewer;
    until: string;
    window: { from: string; before: string };
    ratios: Ratio[];
    activeMembers: number;
    meetings: number;
    judged: number;
    observed: number | null;
    score: number;
    provisional: boolean;
    verdict: Verdict;
    blockedBy: Criterion[];
    explanation: string | null;
  };
  appeal: null | { at: string; reason: string | null };
  /** Who may see it, as the policy says. */
  audience: string[];
};

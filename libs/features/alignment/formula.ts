/** What an alignment review makes of its inputs: one versioned table, and functions without doubles ("Alignment review" in domain.md). */
import { plus, type Window } from '#event-sourcing';
import type { Criterion, Evidence, Ratio, Verdict } from './alignment.events.js';
import { distance, fraction, isAbove, roundedHalfUp, roundedUp, sum, times, type Fraction } from './fraction.js';

export interface Formula {
  version: number;
  /** Weights make 100 together; `star`: a low level keeps a group from being aligned. */
  criteria: readonly { criterion: Criterion; weight: number; star: boolean }[];
  highestLevel: number;
  /** From this level on evidence is needed; without it the criterion counts as the other. */
  evidence: { from: number; withoutCountsAs: number };
  /** The level up to which a ★ criterion blocks. */
  blocksUpTo: number;
  windowDays: number;
  /** With fewer of any, what was observed is insufficient. */
  least: { ratios: number; members: number; meetings: number };
  /** What J and O weigh in S. */
  percent: { judged: number; observed: number };
  alignedFrom: number;
  emergingFrom: number;
  /** J and O further apart than this must be explained. */
  explainAbove: number;
  monthsInForce: number;
}

/** Oldest first. A version stays as it is for good: decisions were made by it. */
export const FORMULAS: readonly Formula[] = [
  {
    version: 1,
    criteria: [
      { criterion: 'learningIsThePurpose', weight: 15, star: true },
      { criterion: 'practitionersHelpOthers', weight: 15, star: true },
      { criterion: 'membersCommitTime', weight: 15, star: false },
      { criterion: 'learningGoesBothWays', weight: 15, star: false },
      { criterion: 'trust', weight: 15, star: true },
      { criterion: 'storiesAreShared', weight: 10, star: false },
      { criterion: 'actionIsBuiltTogether', weight: 10, star: false },
      { criterion: 'keyPeopleAreConnected', weight: 5, star: false },
    ],
    highestLevel: 4,
    evidence: { from: 3, withoutCountsAs: 2 },
    blocksUpTo: 1,
    windowDays: 180,
    least: { ratios: 3, members: 5, meetings: 3 },
    percent: { judged: 60, observed: 40 },
    alignedFrom: 75,
    emergingFrom: 50,
    explainAbove: 25,
    monthsInForce: 12,
  },
];

/** The one that new reviews follow. */
export const PRESENT = FORMULAS.at(-1) as Formula;

/** @throws where a later release wrote what this one cannot know. */
export function formulaOf(version: number): Formula {
  const formula = FORMULAS.find((each) => each.version === version);
  if (!formula) throw new Error(`there is no version ${version} of the formula of alignment reviews`);
  return formula;
}

const DAY_MS = 86_400_000;

/** The days whose events are counted by a decision at a moment. */
export function windowAt({ windowDays }: Formula, before: string): Window {
  return { from: plus(before, -windowDays * DAY_MS), before };
}

export function countedLevel({ evidence: needed }: Formula, { level, evidence }: { level: number; evidence: readonly Evidence[] }): number {
  return level >= needed.from && evidence.length === 0 ? needed.withoutCountsAs : level;
}

/** A criterion as it was judged, and as it counts. */
export interface Judgement {
  criterion: Criterion;
  level: number;
  counted: number;
  evidence: Evidence[];
}

export type Scores = Readonly<Partial<Record<Criterion, { level: number; evidence: readonly Evidence[] }>>>;

/** What was judged, in the order of the table. */
export function judgements(formula: Formula, scores: Scores): Judgement[] {
  return formula.criteria.flatMap(({ criterion }) => {
    const score = scores[criterion];
    return score ? [{ criterion, level: score.level, counted: countedLevel(formula, score), evidence: [...score.evidence] }] : [];
  });
}

/** Criteria that nobody has judged. */
export function missing(formula: Formula, scores: Scores): Criterion[] {
  return formula.criteria.flatMap(({ criterion }) => (scores[criterion] ? [] : [criterion]));
}

/** J, of 100. */
export function judgedBy({ criteria, highestLevel }: Formula, levels: readonly Pick<Judgement, 'criterion' | 'counted'>[]): Fraction {
  const countedOf = new Map(levels.map(({ criterion, counted }) => [criterion, counted]));
  const points = criteria.reduce((total, { criterion, weight }) => total + weight * (countedOf.get(criterion) ?? 0), 0);
  return fraction(BigInt(points), BigInt(highestLevel));
}

export interface Counts {
  ratios: readonly Ratio[];
  activeMembers: number;
  meetings: number;
}

/** O, of 100: the mean of the ratios, each capped at 1; undefined where too little was observed. */
export function observedBy({ least }: Formula, { ratios, activeMembers, meetings }: Counts): Fraction | undefined {
  const known = ratios.filter(({ denominator }) => denominator > 0);
  if (known.length < least.ratios || activeMembers < least.members || meetings < least.meetings) return undefined;
  const capped = known.map(({ numerator, denominator }) => fraction(BigInt(Math.min(numerator, denominator)), BigInt(denominator)));
  return times(sum(capped), fraction(100n, BigInt(known.length)));
}

export interface Conclusion {
  judged: number;
  /** Rounded to two digits; null: insufficient. */
  observed: number | null;
  score: number;
  provisional: boolean;
  verdict: Verdict;
  blockedBy: Criterion[];
}

/** What follows from what was judged and observed; `apart`: by how much the two differ, rounded up to two digits; `mustExplain`: too much to go without a word. */
export function conclude(formula: Formula, levels: readonly Pick<Judgement, 'criterion' | 'counted'>[], counts: Counts): Conclusion & { apart: number | null; mustExplain: boolean } {
  const judged = judgedBy(formula, levels);
  const observed = observedBy(formula, counts);
  const apart = observed && distance(judged, observed);
  const percent = (value: Fraction, share: number) => times(value, fraction(BigInt(share), 100n));
  const score = roundedHalfUp(observed ? sum([percent(judged, formula.percent.judged), percent(observed, formula.percent.observed)]) : judged);
  const stars = new Set(formula.criteria.flatMap(({ criterion, star }) => (star ? [criterion] : [])));
  const blockedBy = levels.flatMap(({ criterion, counted }) => (stars.has(criterion) && counted <= formula.blocksUpTo ? [criterion] : []));
  return {
    judged: Number(judged.n) / Number(judged.d),
    observed: observed ? roundedHalfUp(times(observed, fraction(100n))) / 100 : null,
    score,
    provisional: observed === undefined,
    verdict: score >= formula.alignedFrom && blockedBy.length === 0 ? 'aligned' : score >= formula.emergingFrom ? 'emerging' : 'notYet',
    blockedBy,
    apart: apart ? roundedUp(times(apart, fraction(100n))) / 100 : null,
    mustExplain: apart !== undefined && isAbove(apart, fraction(BigInt(formula.explainAbove))),
  };
}

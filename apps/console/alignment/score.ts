/** What the formula of a review makes of its levels, while somebody judges: of 100 ("Alignment review" in the domain). What counts is the decision of the service. */
import type { Answer, Item } from '../api/client.js';
import type { RecordOf } from '../api/resources.js';

export type Review = RecordOf<'alignment-reviews'>;
export type Formula = Item<'listAlignmentFormulas'>;
export type Criterion = Review['levels'][number]['criterion'];
export type Evidence = Review['levels'][number]['evidence'][number];
export type Ratio = Answer<'previewDecision'>['ratios'][number];

export interface Judgement {
  level: number;
  evidence: readonly Evidence[];
}

export interface Standing {
  judged: number;
  observed: number | null;
  score: number;
  provisional: boolean;
  verdict: 'aligned' | 'emerging' | 'notYet';
  blockedBy: readonly Criterion[];
}

export interface Conclusion extends Standing {
  missing: readonly Criterion[];
  mustExplain: boolean;
}

export function countedLevel({ evidence: needed }: Formula, { level, evidence }: Judgement): number {
  return level >= needed.from && evidence.length === 0 ? needed.withoutCountsAs : level;
}

/** Against what doubles cannot hold. */
const TINY = 1e-9;

export function conclude(formula: Formula, judgements: ReadonlyMap<Criterion, Judgement>, observed: number | null): Conclusion {
  const counted = formula.criteria.map(({ criterion, weight, star }) => {
    const judgement = judgements.get(criterion);
    return { criterion, weight, star, level: judgement && countedLevel(formula, judgement) };
  });
  const judged = counted.reduce((sum, { weight, level = 0 }) => sum + (weight * level) / formula.highestLevel, 0);
  const score = Math.floor((observed === null ? judged : (formula.percent.judged * judged + formula.percent.observed * observed) / 100) + 0.5 + TINY);
  const blockedBy = counted.flatMap(({ criterion, star, level }) => (star && level !== undefined && level <= formula.blocksUpTo ? [criterion] : []));
  return {
    judged,
    observed,
    score,
    provisional: observed === null,
    verdict: score >= formula.alignedFrom && blockedBy.length === 0 ? 'aligned' : score >= formula.emergingFrom ? 'emerging' : 'notYet',
    blockedBy,
    missing: counted.flatMap(({ criterion, level }) => (level === undefined ? [criterion] : [])),
    mustExplain: observed !== null && Math.abs(judged - observed) > formula.explainAbove + TINY,
  };
}

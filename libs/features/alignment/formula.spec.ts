/** The formula of alignment reviews: the example of the domain page, each edge, and any inputs against whole numbers that share no code. */
import fc from 'fast-check';
import { criterion, type Criterion, type Evidence, type Ratio } from './alignment.events.js';
import { conclude, countedLevel, FORMULAS, formulaOf, judgements, missing, PRESENT, windowAt } from './formula.js';
import { exactly, fraction, isAbove, minus, roundedHalfUp, sum, times } from './fraction.js';

const paper: Evidence = { kind: 'document', url: 'https://example.org/minutes', title: 'Minutes' };
const NAMES = ['hoursAttended', 'attendancesReflectedOn', 'membersGivingHelp', 'membersGivingAndReceiving', 'dueActionsCompleted'] as const;
/** In the order of the domain page. */
const levelsOf = (...levels: number[]) => criterion.options.map((each, index) => ({ criterion: each, counted: levels[index] as number }));
const all = (level: number) => levelsOf(...criterion.options.map(() => level));
const ratiosOf = (...ratios: [number, number][]): Ratio[] => ratios.map(([numerator, denominator], index) => ({ name: NAMES[index] as Ratio['name'], numerator, denominator }));
const enough = { activeMembers: 5, meetings: 3 };
const decided = (levels: ReturnType<typeof levelsOf>, ratios: Ratio[], counts = enough) => conclude(PRESENT, levels, { ratios, ...counts });
/** J = 70 */
const EXAMPLE = [4, 3, 3, 2, 3, 3, 2, 1];

describe('The table', () => {
  it('is that of the domain page', () => {
    expect(FORMULAS.map(({ version }) => version)).toEqual([1]);
    expect(PRESENT).toEqual(formulaOf(1));
    expect(PRESENT.criteria.map(({ weight, star }) => `${weight}${star ? ' ★' : ''}`)).toEqual(['15 ★', '15 ★', '15', '15', '15 ★', '10', '10', '5']);
    expect(PRESENT.criteria.map((each) => each.criterion)).toEqual(criterion.options);
    expect(() => formulaOf(2)).toThrow('version 2');
  });
  it('counts 180 days', () => {
    expect(windowAt(PRESENT, '2026-03-01T12:30:00.000Z')).toEqual({ from: '2025-09-02T12:30:00.000Z', before: '2026-03-01T12:30:00.000Z' });
  });
});

describe('The example of the domain page', () => {
  it('gives J = 70, O = 65, S = 68, emerging', () => {
    expect(decided(levelsOf(...EXAMPLE), ratiosOf([80, 100], [60, 100], [70, 100], [50, 100], [65, 100]))).toEqual({
      judged: 70,
      observed: 65,
      apart: 5,
      score: 68,
      provisional: false,
      verdict: 'emerging',
      blockedBy: [],
      mustExplain: false,
    });
  });
  it('would not come out with doubles', () => {
    expect((100 * (0.8 + 0.6 + 0.7 + 0.5 + 0.65)) / 5).not.toBe(65);
  });
});

describe('Evidence', () => {
  it('is what 3 and 4 need; without it they count as 2', () => {
    expect([0, 1, 2, 3, 4].map((level) => countedLevel(PRESENT, { level, evidence: [] }))).toEqual([0, 1, 2, 2, 2]);
    expect([0, 1, 2, 3, 4].map((level) => countedLevel(PRESENT, { level, evidence: [paper] }))).toEqual([0, 1, 2, 3, 4]);
  });
  it('stands with the judgement, in the order of the table', () => {
    expect(judgements(PRESENT, { trust: { level: 4, evidence: [] }, learningIsThePurpose: { level: 3, evidence: [paper] } })).toEqual([
      { criterion: 'learningIsThePurpose', level: 3, counted: 3, evidence: [paper] },
      { criterion: 'trust', level: 4, counted: 2, evidence: [] },
    ]);
    expect(missing(PRESENT, { trust: { level: 0, evidence: [] } })).toEqual(criterion.options.filter((each) => each !== 'trust'));
  });
});

describe('S', () => {
  /** J = 70: S = 42 + 0.4 · O. */
  const withO = (numerator: number, denominator: number) => decided(levelsOf(...EXAMPLE), ratiosOf([numerator, denominator], [numerator, denominator], [numerator, denominator]));
  it('is rounded half up: 74.5 is 75, and what lies below is 74', () => {
    // 42 + 0.4 · 81.25 = 74.5
    expect(withO(8_125, 10_000)).toMatchObject({ score: 75, verdict: 'aligned' });
    expect(withO(8_124, 10_000)).toMatchObject({ score: 74, verdict: 'emerging' });
    expect(withO(8_124_999_999_999, 10_000_000_000_000)).toMatchObject({ score: 74, observed: 81.25 });
  });
  it('is aligned from 75, emerging from 50', () => {
    // All 3: J = 75. All 2: J = 50.
    expect(decided(all(3), ratiosOf([75, 100], [75, 100], [75, 100]))).toMatchObject({ judged: 75, observed: 75, score: 75, verdict: 'aligned' });
    expect(decided(all(2), ratiosOf([50, 100], [50, 100], [50, 100]))).toMatchObject({ score: 50, verdict: 'emerging' });
    // 0.6 · 50 + 0.4 · 48.75 = 49.5, and 0.4 · 48.74 a little less.
    expect(decided(all(2), ratiosOf([4_875, 10_000], [4_875, 10_000], [4_875, 10_000]))).toMatchObject({ score: 50, verdict: 'emerging' });
    expect(decided(all(2), ratiosOf([4_874, 10_000], [4_874, 10_000], [4_874, 10_000]))).toMatchObject({ score: 49, verdict: 'notYet' });
  });
  it('lies between 0 and 100', () => {
    expect(decided(all(4), ratiosOf([1, 1], [1, 1], [1, 1]))).toMatchObject({ judged: 100, observed: 100, score: 100, verdict: 'aligned' });
    expect(decided(all(0), ratiosOf([0, 1], [0, 1], [0, 1]))).toMatchObject({ judged: 0, observed: 0, score: 0, verdict: 'notYet' });
  });
});

describe('A ★ criterion at 0 or 1', () => {
  const everything = ratiosOf([1, 1], [1, 1], [1, 1]);
  const but = (which: Criterion, level: number) => all(4).map((each) => (each.criterion === which ? { ...each, counted: level } : each));
  it.each(['learningIsThePurpose', 'practitionersHelpOthers', 'trust'] as const)('keeps a group from being aligned: %s', (which) => {
    // J = 85 + 15 · level / 4
    expect(decided(but(which, 0), everything)).toMatchObject({ judged: 85, score: 91, verdict: 'emerging', blockedBy: [which] });
    expect(decided(but(which, 1), everything)).toMatchObject({ judged: 88.75, score: 93, verdict: 'emerging', blockedBy: [which] });
    expect(decided(but(which, 2), everything)).toMatchObject({ judged: 92.5, verdict: 'aligned', blockedBy: [] });
  });
  it('blocks nothing else: without a star it does not block, and a low score stays low', () => {
    expect(decided(but('membersCommitTime', 0), everything)).toMatchObject({ verdict: 'aligned', blockedBy: [] });
    expect(decided(all(0), ratiosOf([0, 1], [0, 1], [0, 1]))).toMatchObject({ verdict: 'notYet', blockedBy: ['learningIsThePurpose', 'practitionersHelpOthers', 'trust'] });
  });
});

describe('What was observed', () => {
  const half: [number, number] = [1, 2];
  const insufficient = { observed: null, provisional: true, mustExplain: false };
  it('is insufficient with fewer than three ratios, five members or three meetings; S is J then', () => {
    const three = ratiosOf(half, half, half);
    expect(decided(levelsOf(...EXAMPLE), three)).toMatchObject({ observed: 50, provisional: false, score: 62 });
    expect(decided(levelsOf(...EXAMPLE), ratiosOf(half, half))).toMatchObject({ ...insufficient, judged: 70, score: 70, verdict: 'emerging' });
    expect(decided(levelsOf(...EXAMPLE), three, { activeMembers: 4, meetings: 3 })).toMatchObject({ ...insufficient, score: 70 });
    expect(decided(levelsOf(...EXAMPLE), three, { activeMembers: 5, meetings: 2 })).toMatchObject({ ...insufficient, score: 70 });
  });
  it('leaves out ratios with a zero denominator, and so may have too few', () => {
    expect(decided(levelsOf(...EXAMPLE), ratiosOf([0, 0], half, half, [1, 1], [0, 0]))).toMatchObject({ observed: 66.67, provisional: false });
    expect(decided(levelsOf(...EXAMPLE), ratiosOf([0, 0], half, half, [0, 0], [7, 0]))).toMatchObject(insufficient);
  });
  it('takes no ratio for more than 1', () => {
    expect(decided(levelsOf(...EXAMPLE), ratiosOf([9_000, 100], half, [0, 1]))).toMatchObject({ observed: 50 });
  });
  it('is J alone where J is no whole number, half up', () => {
    // 100 − 5 / 4 · 2 = 97.5 with the last criterion at 2; 98.75 at 3.
    expect(decided(levelsOf(4, 4, 4, 4, 4, 4, 4, 2), [])).toMatchObject({ judged: 97.5, score: 98, provisional: true });
    expect(decided(levelsOf(4, 4, 4, 4, 4, 4, 4, 3), [])).toMatchObject({ judged: 98.75, score: 99 });
    expect(decided(levelsOf(4, 4, 4, 4, 4, 4, 4, 1), [])).toMatchObject({ judged: 96.25, score: 96 });
  });
});

describe('|J − O|', () => {
  const apart = (levels: ReturnType<typeof levelsOf>, numerator: number, denominator: number) => decided(levels, ratiosOf([numerator, denominator], [numerator, denominator], [numerator, denominator])).mustExplain;
  it('of exactly 25 needs no word, and anything more does', () => {
    // J = 70, O = 45 and O = 95.
    expect(apart(levelsOf(...EXAMPLE), 45, 100)).toBe(false);
    expect(apart(levelsOf(...EXAMPLE), 449_999_999_999, 1_000_000_000_000)).toBe(true);
    expect(apart(levelsOf(...EXAMPLE), 95, 100)).toBe(false);
    expect(apart(levelsOf(...EXAMPLE), 950_000_000_001, 1_000_000_000_000)).toBe(true);
    // O = 75 against J = 50, where doubles are a little above.
    expect((100 * (1 + 0.6 + 0.8 + 0.6)) / 4 - 50).toBeGreaterThan(25);
    expect(decided(all(2), ratiosOf([10, 10], [6, 10], [8, 10], [6, 10]))).toMatchObject({ judged: 50, observed: 75, mustExplain: false });
  });
});

describe('For any levels and ratios', () => {
  const ratio = fc.oneof(fc.tuple(fc.nat(50), fc.nat(40)), fc.tuple(fc.nat(2 ** 40), fc.nat(2 ** 40)));
  const anything = fc.record({ levels: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }), ratios: fc.array(ratio, { minLength: 0, maxLength: 5 }), activeMembers: fc.integer({ min: 3, max: 7 }), meetings: fc.integer({ min: 1, max: 5 }) });

  it('comes out what whole numbers over one denominator say', () => {
    fc.assert(
      fc.property(anything, ({ levels, ratios, activeMembers, meetings }) => {
        const told = decided(levelsOf(...levels), ratiosOf(...ratios), { activeMembers, meetings });
        const weights = [15n, 15n, 15n, 15n, 15n, 10n, 10n, 5n];
        const quarters = levels.reduce((total, level, index) => total + (weights[index] as bigint) * BigInt(level), 0n);
        const known = ratios.filter(([, denominator]) => denominator > 0);
        const sufficient = known.length >= 3 && activeMembers >= 5 && meetings >= 3;
        // O = 100 · over / (known · whole), with everything over the product of all denominators.
        const whole = known.reduce((product, [, denominator]) => product * BigInt(denominator), 1n);
        const over = known.reduce((total, [numerator, denominator]) => total + (whole / BigInt(denominator)) * BigInt(numerator > denominator ? denominator : numerator), 0n);
        const count = BigInt(Math.max(known.length, 1));
        // 20 · count · whole · S, before it is rounded: S = 3/20 · quarters + 40 · over / (count · whole).
        const [exact, unit] = sufficient ? [3n * quarters * count * whole + 800n * over, 20n * count * whole] : [quarters, 4n];
        const nearest = Array.from({ length: 101 }, (_, each) => BigInt(each)).filter((each) => 2n * exact >= (2n * each - 1n) * unit && 2n * exact < (2n * each + 1n) * unit);
        expect([BigInt(told.score)]).toEqual(nearest);
        expect(told.judged * 4).toBe(Number(quarters));
        expect(told.provisional).toBe(!sufficient);
        const blocked = [levels[0], levels[1], levels[4]].some((level) => (level as number) < 2);
        expect(told.verdict).toBe(told.score < 50 ? 'notYet' : told.score < 75 || blocked ? 'emerging' : 'aligned');
        const difference = quarters * count * whole - 400n * over;
        expect(told.mustExplain).toBe(sufficient && (difference > 100n * count * whole || -difference > 100n * count * whole));
        if (sufficient) {
          // In hundredths of a point, half up.
          const hundredths = BigInt(Math.round((told.observed as number) * 100));
          expect(2n * 10_000n * over >= (2n * hundredths - 1n) * count * whole && 2n * 10_000n * over < (2n * hundredths + 1n) * count * whole).toBe(true);
        } else expect(told.observed).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('Fractions', () => {
  it('are exact', () => {
    expect(sum([fraction(1n, 10n), fraction(2n, 10n)])).toEqual({ n: 3n, d: 10n });
    expect(times(fraction(2n, 3n), fraction(3n, 4n))).toEqual({ n: 1n, d: 2n });
    expect(minus(fraction(1n, 3n), fraction(1n, 2n))).toEqual({ n: -1n, d: 6n });
    expect(sum([])).toEqual({ n: 0n, d: 1n });
    expect([isAbove(fraction(1n, 3n), fraction(333n, 1_000n)), isAbove(fraction(1n, 3n), fraction(2n, 6n))]).toEqual([true, false]);
  });
  it('round half up', () => {
    expect([fraction(149n, 2n), fraction(1_489n, 20n), fraction(0n), fraction(1n, 2n), fraction(7n)].map(roundedHalfUp)).toEqual([75, 74, 0, 1, 7]);
  });
  it('take a number as it is written', () => {
    expect([0, 0.7, 6.5, 744, 12.25, 1e-7, 1.5e-7].map(exactly)).toEqual([fraction(0n), fraction(7n, 10n), fraction(13n, 2n), fraction(744n), fraction(49n, 4n), fraction(1n, 10_000_000n), fraction(15n, 100_000_000n)]);
  });
});

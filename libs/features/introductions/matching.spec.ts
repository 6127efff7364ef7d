/** The score by hand, at its edges, and against a count of its own for any two people. */
import fc from 'fast-check';
import { byScore, match, type Met, type Person, type Skill, type Teacher } from './matching.js';

const level = (skill: string, reached: number | null = null): Skill => ({ skill, level: reached });
const skills = (...names: string[]) => names.map((name) => level(name));
const seeker = (more: Partial<Person> = {}): Person => ({ id: 'ada', offers: [], seeks: skills('pricing'), domains: [], ...more });
/** Offers what is sought, and nothing else speaks for them. */
const teacher = (more: Partial<Teacher> = {}): Teacher => ({ id: 'ben', offers: skills('pricing'), seeks: [], domains: [], hoursPerMonth: null, capacity: 2, load: 0, ...more });
const scored = (one: Person, other: Teacher, met: Met = 'recently') => match(one, other, met)?.score;
const parts = (one: Person, other: Teacher, met: Met = 'recently') => match(one, other, met)?.parts;

describe('The score', () => {
  it('is 50·skills + 20·reciprocity + 15·availability + 10·not met recently + 5·same domain', () => {
    // 1 of 2 sought: 25. 1 of 2 returned: 10. 1 of 2 places free: 7.5. Never met: 10. One domain shared: 5. In all 57.5.
    const ada = seeker({ seeks: skills('pricing', 'bookkeeping'), offers: skills('hiring'), domains: ['boats', 'food'] });
    const ben = teacher({ seeks: skills('hiring', 'law'), hoursPerMonth: 4, capacity: 2, load: 1, domains: ['food', 'law'] });
    expect(match(ada, ben, 'never')).toEqual({
      score: 58,
      parts: { skills: 25, reciprocity: 10, availability: 7.5, notMetRecently: 10, sameDomain: 5 },
      skills: ['pricing'],
      reasonsForSeeker: ['Offers pricing, which you seek.', 'Seeks hiring, which you offer.', 'Has pledged time, and takes another introduction.', 'You have never met.', 'Belongs to a group about food, as you do.'],
      reasonsForTeacher: ['Seeks pricing, which you offer.', 'Offers hiring, which you seek.', 'You have never met.', 'Belongs to a group about food, as you do.'],
    });
  });
  it('reaches 100, and is 50 where nothing but the skills speaks for it', () => {
    const best = teacher({ seeks: skills('hiring'), hoursPerMonth: 1, domains: ['food'] });
    expect(scored(seeker({ offers: skills('hiring'), domains: ['food'] }), best, 'before')).toBe(100);
    expect(match(seeker(), teacher(), 'recently')).toMatchObject({ score: 50, parts: { skills: 50, reciprocity: 0, availability: 0, notMetRecently: 0, sameDomain: 0 } });
  });
  it('is of those alone who offer something that is sought', () => {
    expect(match(seeker(), teacher({ offers: skills('law') }), 'never')).toBeUndefined();
    expect(match(seeker({ seeks: [] }), teacher(), 'never')).toBeUndefined();
    expect(match(seeker(), teacher({ offers: [] }), 'never')).toBeUndefined();
  });
  it('shows its parts with two digits, and is made of the unrounded ones', () => {
    // 1 of 3 is 16.666…, 1 of 3 back is 6.666…, 1 of 3 places is 5: 28.333…
    const ada = seeker({ seeks: skills('pricing', 'law', 'tax'), offers: skills('hiring') });
    const ben = teacher({ seeks: skills('hiring', 'boats', 'wood'), hoursPerMonth: 1, capacity: 3, load: 2 });
    expect(match(ada, ben, 'recently')).toMatchObject({ score: 28, parts: { skills: 16.67, reciprocity: 6.67, availability: 5 } });
  });
  it('rounds halves up, also those that a sum of fractions misses', () => {
    // 50·5/12 + 20 + 15·1/9 = 20.833… + 20 + 1.666… = 42.5, which floating point makes 42.49999999999999.
    const sought = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    const ada = seeker({ seeks: skills(...sought), offers: skills('hiring') });
    const ben = teacher({ offers: skills(...sought.slice(0, 5)), seeks: skills('hiring'), hoursPerMonth: 1, capacity: 9, load: 8 });
    expect(scored(ada, ben)).toBe(43);
    expect(scored(seeker({ seeks: skills('pricing', 'b', 'c', 'd') }), teacher())).toBe(13);
  });
});

describe('Skills', () => {
  it('are covered whatever their case, at the level sought or above, where both are known', () => {
    const covered = (sought: number | null, offered: number | null) => parts(seeker({ seeks: [level('Pricing', sought), level('law')] }), teacher({ offers: [level('PRICING', offered), level('law')] }))?.skills;
    expect([covered(3, 3), covered(3, 4), covered(3, 2), covered(null, 1), covered(5, null), covered(null, null)]).toEqual([50, 50, 25, 50, 50, 50]);
  });
  it('fit both ways by the same rule', () => {
    const back = (sought: number | null, offered: number | null) => parts(seeker({ offers: [level('Law', offered)] }), teacher({ seeks: [level('law', sought)] }))?.reciprocity;
    expect([back(2, 3), back(3, 2), back(null, 1)]).toEqual([20, 0, 20]);
  });
});

describe('Availability', () => {
  const availability = (more: Partial<Teacher>) => parts(seeker(), teacher({ hoursPerMonth: 6, ...more }))?.availability;
  it('is the share of free places, for whoever has pledged time', () => {
    expect(availability({ capacity: 4, load: 0 })).toBe(15);
    expect(availability({ capacity: 4, load: 1 })).toBe(11.25);
    expect(availability({ capacity: 4, load: 4 })).toBe(0);
    expect(availability({ hoursPerMonth: null })).toBe(0);
    expect(availability({ hoursPerMonth: 0 })).toBe(0);
  });
  it('is nothing where there are no places, or fewer than are taken', () => {
    expect(availability({ capacity: 0 })).toBe(0);
    expect(availability({ capacity: 1, load: 3 })).toBe(0);
  });
});

describe('Having met', () => {
  it('counts where it was lately, and is told', () => {
    expect(parts(seeker(), teacher(), 'recently')?.notMetRecently).toBe(0);
    expect(match(seeker(), teacher(), 'recently')?.reasonsForSeeker).toEqual(['Offers pricing, which you seek.']);
    expect(match(seeker(), teacher(), 'before')).toMatchObject({ score: 60, reasonsForSeeker: expect.arrayContaining(['You have not met in the last 90 days.']), reasonsForTeacher: expect.arrayContaining(['You have not met in the last 90 days.']) });
  });
});

describe('A domain in common', () => {
  it('is the same word in any case, and one is enough', () => {
    const same = (mine: string[], theirs: string[]) => parts(seeker({ domains: mine }), teacher({ domains: theirs }))?.sameDomain;
    expect([same(['Food'], ['law', 'FOOD']), same(['food', 'law'], ['food', 'law']), same(['food'], ['foods']), same([], []), same(['food'], [])]).toEqual([5, 5, 0, 0, 0]);
  });
});

describe('Reasons', () => {
  it('name levels that are known', () => {
    const { reasonsForSeeker, reasonsForTeacher } = match(seeker({ seeks: [level('pricing', 3)] }), teacher({ offers: [level('Pricing', 4)] }), 'recently') as NonNullable<ReturnType<typeof match>>;
    expect([reasonsForSeeker, reasonsForTeacher]).toEqual([['Offers pricing at level 4, which you seek.'], ['Seeks pricing up to level 3, which you offer.']]);
  });
  it('stay few and short, however much speaks for it', () => {
    const many = Array.from({ length: 40 }, (_, index) => level(String(index).padEnd(100, 'x'), 5));
    const both = { offers: many, seeks: many, domains: ['d'.repeat(100)] };
    const made = match(seeker(both), teacher({ ...both, hoursPerMonth: 1 }), 'never') as NonNullable<ReturnType<typeof match>>;
    expect(made).toMatchObject({ score: 100 });
    expect(made.skills).toHaveLength(20);
    for (const reasons of [made.reasonsForSeeker, made.reasonsForTeacher]) {
      expect(reasons.length).toBeLessThanOrEqual(20);
      expect(reasons.every((reason) => reason.length <= 300)).toBe(true);
    }
  });
});

describe('Suggestions', () => {
  it('come best first, and of one score by id', () => {
    const all = [{ id: 'c', score: 50 }, { id: 'b', score: 90 }, { id: 'd', score: 50 }, { id: 'a', score: 50 }];
    expect([...all].sort(byScore).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd']);
  });
});

it('agrees with a count by hand, for any two people', () => {
  const name = fc.constantFrom('law', 'Law', 'tax', 'wood', 'boats', 'bread');
  const some = fc.uniqueArray(fc.record({ skill: name, level: fc.option(fc.integer({ min: 1, max: 5 })) }), { maxLength: 5, selector: ({ skill }) => skill.toLowerCase() });
  const domains = fc.array(fc.constantFrom('food', 'Food', 'ships', 'cloth'), { maxLength: 3 });
  const hours = fc.option(fc.constantFrom(0, 0.5, 6));
  const place = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(some, some, domains, some, some, domains, hours, place, place, fc.constantFrom<Met>('never', 'before', 'recently'), (seeks, offers, mine, theirOffers, theirSeeks, theirs, hoursPerMonth, capacity, load, met) => {
      const made = match({ id: 'a', seeks, offers, domains: mine }, { id: 'b', offers: theirOffers, seeks: theirSeeks, domains: theirs, hoursPerMonth, capacity, load }, met);
      let covered = 0;
      for (const wanted of seeks) for (const has of theirOffers) if (wanted.skill.toLowerCase() === has.skill.toLowerCase() && !((has.level ?? 9) < (wanted.level ?? 0))) covered++;
      let back = 0;
      for (const wanted of theirSeeks) for (const has of offers) if (wanted.skill.toLowerCase() === has.skill.toLowerCase() && !((has.level ?? 9) < (wanted.level ?? 0))) back++;
      if (covered === 0) return expect(made).toBeUndefined();
      // In parts of 2·s·t·k, whole numbers all of them: numerators as they are, denominators multiplied out.
      const [s, t, k] = [BigInt(seeks.length), BigInt(Math.max(1, theirSeeks.length)), BigInt(Math.max(1, capacity))];
      const places = hoursPerMonth === null || hoursPerMonth === 0 || load >= capacity ? 0n : BigInt(capacity - load);
      const sameWord = mine.some((one) => theirs.some((other) => one.toLowerCase() === other.toLowerCase()));
      const sum = 50n * BigInt(covered) * t * k + 20n * BigInt(back) * s * k + 15n * places * s * t + (met === 'recently' ? 0n : 10n) * s * t * k + (sameWord ? 5n : 0n) * s * t * k;
      let score = 0;
      while (BigInt(2 * score + 1) * s * t * k <= 2n * sum) score++;
      expect(made?.score).toBe(score);
      const { skills: bySkills, reciprocity, availability, notMetRecently, sameDomain } = made?.parts as NonNullable<typeof made>['parts'];
      expect(Math.abs(bySkills + reciprocity + availability + notMetRecently + sameDomain - score)).toBeLessThan(0.52);
      expect(made?.skills).toHaveLength(covered);
    }),
    { numRuns: 2_000 },
  );
});

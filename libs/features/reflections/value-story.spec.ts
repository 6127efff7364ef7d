/** Value stories, against a table and against a walk by hand. */
import fc from 'fast-check';
import type { ReflectionDocument } from './reflections.events.js';
import { chaptersOf, valuesOf } from './value-story.js';

interface Written {
  id: string;
  buildsOn: string | null;
  shown?: boolean;
  at?: number;
}

const docs = (written: readonly Written[]) => written.map(({ id, buildsOn, at = 0 }) => ({ id, buildsOn, reflectedAt: new Date(at).toISOString() }) as ReflectionDocument);
const told = (written: readonly Written[], id: string) => {
  const hidden = new Set(written.filter(({ shown = true }) => !shown).map((each) => each.id));
  return chaptersOf(docs(written), id, (each) => !hidden.has(each.id)).map(({ reflection, buildsOn }) => (buildsOn === null ? reflection.id : `${reflection.id} on ${buildsOn}`));
};

describe('A value story', () => {
  // a ← b ← c, a ← d, and x, which stands alone.
  const chain: Written[] = [{ id: 'c', buildsOn: 'b', at: 3 }, { id: 'a', buildsOn: null, at: 1 }, { id: 'x', buildsOn: null, at: 0 }, { id: 'd', buildsOn: 'a', at: 2 }, { id: 'b', buildsOn: 'a', at: 2 }];
  it('is the same from wherever in it one asks: oldest first, one beside the other where two build on one', () => {
    for (const id of ['a', 'b', 'c', 'd']) expect([id, told(chain, id)]).toEqual([id, ['a', 'b on a', 'd on a', 'c on b']]);
    expect(told(chain, 'x')).toEqual(['x']);
    expect(told(chain, 'nothing')).toEqual([]);
  });
  it('leaves out what is not told, without a gap', () => {
    const without = (...ids: string[]) => chain.map((each) => ({ ...each, shown: !ids.includes(each.id) }));
    expect(told(without('b'), 'c')).toEqual(['a', 'd on a', 'c on a']);
    expect(told(without('a'), 'c')).toEqual(['b', 'd', 'c on b']);
    expect(told(without('a', 'b'), 'c')).toEqual(['d', 'c']);
    expect(told(without('c'), 'a')).toEqual(['a', 'b on a', 'd on a']);
  });
  it('goes by when it was written down, not by what builds on what', () => {
    expect(told([{ id: 'a', buildsOn: null, at: 5 }, { id: 'b', buildsOn: 'a', at: 4 }], 'a')).toEqual(['b on a', 'a']);
  });
  it('begins where what it builds on is not the author’s, or not known', () => {
    expect(told([{ id: 'b', buildsOn: 'somebody else’s' }, { id: 'c', buildsOn: 'b' }, { id: 'd', buildsOn: 'somebody else’s' }], 'c')).toEqual(['b', 'c on b']);
  });

  it('tells all that hangs together, and of each the nearest before it that is told, for any chains', () => {
    const written = fc.array(fc.record({ on: fc.option(fc.nat(30), { nil: null }), shown: fc.boolean(), at: fc.nat(5) }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(written, fc.nat(24), (rows, place) => {
        // Each builds on one before it, or on none.
        const all: Written[] = rows.map(({ on, shown, at }, index) => ({ id: `r${index}`, buildsOn: on === null || on >= index ? null : `r${on}`, shown, at }));
        const asked = `r${place % all.length}`;
        const parent = (id: string) => all.find((each) => each.id === id)?.buildsOn ?? null;
        const lineOf = (id: string): string[] => (parent(id) === null ? [id] : [id, ...lineOf(parent(id) as string)]);
        const expected = all
          .filter(({ id, shown }) => shown && lineOf(id).at(-1) === lineOf(asked).at(-1))
          .sort((a, b) => (a.at as number) - (b.at as number) || (a.id < b.id ? -1 : 1))
          .map(({ id }) => {
            const nearest = lineOf(id).slice(1).find((each) => all.find((other) => other.id === each)?.shown);
            return nearest === undefined ? id : `${id} on ${nearest}`;
          });
        expect(told(all, asked)).toEqual(expected);
      }),
    );
  });
});

describe('The values of a story', () => {
  it('are those reached, from immediate to transformative, corroborated where one of them is', () => {
    const claims = (...pairs: [string, string][]) => valuesOf(pairs.map(([value, valueStatus]) => ({ value, valueStatus })) as never);
    expect(claims(['realised', 'claimed'], ['immediate', 'claimed'], ['applied', 'claimed'], ['applied', 'corroborated'])).toEqual([
      { value: 'immediate', valueStatus: 'claimed' },
      { value: 'applied', valueStatus: 'corroborated' },
      { value: 'realised', valueStatus: 'claimed' },
    ]);
    expect(claims()).toEqual([]);
  });
});

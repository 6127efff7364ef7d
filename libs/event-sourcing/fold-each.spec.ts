import fc from 'fast-check';
import { z } from 'zod';
import { recorded } from '#event-sourcing-testing';
import { defineEvent, open, ref } from './event.js';
import { foldEach } from './fold-each.js';

const data = { thing: ref('thing'), n: open(z.int()) };
const Added = defineEvent({ type: 'Added', summary: 'Something was added.', data });
const Doubled = defineEvent({ type: 'Doubled', summary: 'What there is was doubled.', data });
const Ignored = defineEvent({ type: 'Ignored', summary: 'Nothing of ours.', data });
const DAY = '2026-01-01T00:00:00.000Z';
const things = ['a', 'b', 'c'];

it('folds each from its own events, as if the others were not there', () => {
  const fact = fc.record({ of: fc.constantFrom(Added, Doubled, Ignored), thing: fc.constantFrom(...things), n: fc.integer({ min: -1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const events = recorded(facts.map(({ of, thing, n }) => of.at(DAY, { thing, n })));
      // Who has nothing has nothing to double, and what is negative is about nobody.
      const sums = foldEach(events, [Added, Doubled], (event) => (event.data.n < 0 ? undefined : event.data.thing), (known: number | undefined, event) => (event.type === 'Added' ? (known ?? 0) + event.data.n : known && 2 * known));
      const expected = new Map<string, number>();
      for (const { of, thing, n } of facts) {
        if (of === Added && n >= 0) expected.set(thing, (expected.get(thing) ?? 0) + n);
        if (of === Doubled && n >= 0 && expected.has(thing)) expected.set(thing, (expected.get(thing) as number) * 2);
      }
      expect([...sums]).toEqual([...expected]);
    }),
  );
});

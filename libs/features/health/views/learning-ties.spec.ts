import fc from 'fast-check';
import type { NewEvent } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import { HelpConfirmed, HelpDisputed, HelpRecorded } from '../../help/help.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn } from '../../reflections/reflections.events.js';
import { learningTiesView } from './learning-ties.js';

const [ada, ben, cleo] = ['a', 'b', 'c'].map((each) => `019a9d2c-7b40-7c3e-9f21-00000000000${each}`) as [string, string, string];
const reflectionId = '019a9d2c-7b40-7c3e-9f21-000000000050';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const told = ReflectionRecorded.at(day(2), { reflectionId, authorId: ada, context: 'self', what: 'w', soWhat: 's', learnedFrom: [ben], skills: [], value: 'immediate', visibility: 'network' });
const about = { reflectionId, authorId: ada, memberIds: [ben, cleo] };
const help = { helpId: '019a9d2c-7b40-7c3e-9f21-000000000060', giverId: ben, receiverIds: [ada, cleo], minutes: 45 };
const helped = HelpRecorded.at(day(4), help);
const of = (learner: string, ...events: Parameters<typeof viewOf>[1]) => viewOf(learningTiesView, events)[learner];

describe('From whom a member learned, across groups', () => {
  it('counts shared reflections and confirmed help', () => {
    expect(of(ada, told, helped, HelpConfirmed.at(day(5), { ...help, confirmedBy: ada }))).toEqual({ id: ada, ties: [{ teacherId: ben, reflections: 1, exchanges: 1, minutes: 45 }], lastAt: day(4), audience: ['administrator', 'auditor', 'integrator'] });
    expect(of(cleo, helped, HelpConfirmed.at(day(5), { ...help, confirmedBy: cleo }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 0, exchanges: 1, minutes: 45 }] });
  });
  it('tells nothing of what is private, withdrawn or disputed', () => {
    const nothing = { id: ada, ties: [], lastAt: null, audience: [] };
    const secret = ReflectionRecorded.at(day(2), { ...told.data, visibility: 'private' });
    expect(of(ada, secret)).toEqual(nothing);
    expect(of(ada, told, ReflectionShared.at(day(3), { ...about, visibility: 'private' }))).toEqual(nothing);
    expect(of(ada, secret, ReflectionShared.at(day(3), { ...about, visibility: 'facilitator' }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }], lastAt: day(2) });
    expect(of(ada, told, ReflectionWithdrawn.at(day(3), about))).toEqual(nothing);
    expect(of(ada, helped)).toEqual(nothing);
    expect(of(ada, helped, HelpConfirmed.at(day(5), { ...help, confirmedBy: cleo }))).toEqual(nothing);
    expect(of(ada, helped, HelpConfirmed.at(day(5), { ...help, confirmedBy: ada }), HelpDisputed.at(day(6), { ...help, disputedBy: ada, reason: 'r' }))).toEqual(nothing);
  });
  it('follows whom a reflection names', () => {
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, learnedFrom: [cleo, ben] }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }, { teacherId: cleo, reflections: 1 }] });
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, learnedFrom: [] }))).toMatchObject({ ties: [], lastAt: null });
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, what: 'x' }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }] });
  });
  it('agrees with a count of everything from the beginning, whatever happens to what', () => {
    const step = fc.record({ what: fc.constantFrom('told', 'revised', 'shared', 'hidden', 'withdrawn', 'helped', 'confirmed', 'disputed'), n: fc.integer({ min: 0, max: 3 }), from: fc.subarray([ben, cleo]), on: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const facts: NewEvent[] = [];
        const sources = new Map<string, { on: number; from: string[]; minutes?: number; counts: boolean }>();
        for (const { what, n, from, on } of steps) {
          const helping = what === 'helped' || what === 'confirmed' || what === 'disputed';
          const id = `019a9d2c-7b40-7c3e-9f21-0000000000${helping ? 6 : 5}${n}`;
          const known = sources.get(id);
          const first = what === 'told' || what === 'helped';
          if (first === (known !== undefined)) continue;
          const exchange = { helpId: id, giverId: ben, receiverIds: [ada], minutes: 10 + n };
          const reflection = { reflectionId: id, authorId: ada, memberIds: [ben, cleo] };
          if (what === 'told') facts.push(ReflectionRecorded.at(day(on), { ...told.data, reflectionId: id, learnedFrom: from, visibility: n % 2 ? 'private' : 'group' }));
          if (what === 'helped') facts.push(HelpRecorded.at(day(on), exchange));
          if (first) sources.set(id, what === 'told' ? { on, from, counts: n % 2 === 0 } : { on, from: [ben], minutes: 10 + n, counts: false });
          if (!known) continue;
          if (what === 'revised') facts.push(ReflectionRevised.at(day(9), { ...reflection, learnedFrom: from }));
          if (what === 'shared' || what === 'hidden') facts.push(ReflectionShared.at(day(9), { ...reflection, visibility: what === 'shared' ? 'group' : 'private' }));
          if (what === 'withdrawn') facts.push(ReflectionWithdrawn.at(day(9), reflection));
          if (what === 'confirmed') facts.push(HelpConfirmed.at(day(9), { ...exchange, confirmedBy: ada }));
          if (what === 'disputed') facts.push(HelpDisputed.at(day(9), { ...exchange, disputedBy: ada, reason: 'r' }));
          if (what === 'revised') known.from = from;
          else known.counts = what === 'shared' || what === 'confirmed';
        }
        const counted = [...sources.values()].filter(({ counts, from }) => counts && from.length > 0);
        const ties = [ben, cleo].flatMap((teacherId) => {
          const theirs = counted.filter(({ from }) => from.includes(teacherId));
          const [reflections, helps] = [theirs.filter(({ minutes }) => minutes === undefined), theirs.filter(({ minutes }) => minutes !== undefined)];
          return theirs.length === 0 ? [] : [{ teacherId, reflections: reflections.length, exchanges: helps.length, minutes: helps.reduce((sum, { minutes = 0 }) => sum + minutes, 0) }];
        });
        const lastAt = counted.length === 0 ? null : day(Math.max(...counted.map(({ on }) => on)));
        if (facts.length > 0) expect(of(ada, ...(facts as Parameters<typeof viewOf>[1]))).toMatchObject({ ties, lastAt });
      }),
    );
  });
  it('takes as long as there are events: of 8,000 reflections not minutes', () => {
    const many = Array.from({ length: 8_000 }, (_, n) => ReflectionRecorded.at(day(2), { ...told.data, reflectionId: `019a9d2c-7b40-7c3e-9f22-${String(n).padStart(12, '0')}` }));
    const began = performance.now();
    expect(of(ada, ...many)).toMatchObject({ ties: [{ teacherId: ben, reflections: 8_000 }] });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

import { viewOf } from '#event-sourcing-testing';
import { HelpConfirmed, HelpDisputed } from '../../help/help.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionWithdrawn } from '../../reflections/reflections.events.js';
import { learningTiesView } from './learning-ties.js';

const [ada, ben, cleo] = ['a', 'b', 'c'].map((each) => `019a9d2c-7b40-7c3e-9f21-00000000000${each}`) as [string, string, string];
const reflectionId = '019a9d2c-7b40-7c3e-9f21-000000000050';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const told = ReflectionRecorded.at(day(2), { reflectionId, authorId: ada, context: 'self', what: 'w', soWhat: 's', learnedFrom: [ben], skills: [], value: 'immediate', visibility: 'network' });
const about = { reflectionId, authorId: ada, memberIds: [ben, cleo] };
const help = { helpId: '019a9d2c-7b40-7c3e-9f21-000000000060', giverId: ben, receiverIds: [ada, cleo], minutes: 45 };
const of = (learner: string, ...events: Parameters<typeof viewOf>[1]) => viewOf(learningTiesView, events)[learner];

describe('From whom a member learned, across groups', () => {
  it('counts shared reflections and confirmed help', () => {
    expect(of(ada, told, HelpConfirmed.at(day(5), { ...help, confirmedBy: ada }))).toEqual({ id: ada, ties: [{ teacherId: ben, reflections: 1, exchanges: 1, minutes: 45 }], lastAt: day(5), audience: ['administrator', 'auditor', 'integrator'] });
    expect(of(cleo, HelpConfirmed.at(day(5), { ...help, confirmedBy: cleo }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 0, exchanges: 1, minutes: 45 }] });
  });
  it('tells nothing of what is private, withdrawn or disputed', () => {
    const nothing = { id: ada, ties: [], lastAt: null, audience: [] };
    const secret = ReflectionRecorded.at(day(2), { ...told.data, visibility: 'private' });
    expect(of(ada, secret)).toEqual(nothing);
    expect(of(ada, told, ReflectionShared.at(day(3), { ...about, visibility: 'private' }))).toEqual(nothing);
    expect(of(ada, secret, ReflectionShared.at(day(3), { ...about, visibility: 'facilitator' }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }], lastAt: day(2) });
    expect(of(ada, told, ReflectionWithdrawn.at(day(3), about))).toEqual(nothing);
    expect(of(ada, HelpConfirmed.at(day(5), { ...help, confirmedBy: ada }), HelpDisputed.at(day(6), { ...help, disputedBy: ada, reason: 'r' }))).toEqual(nothing);
  });
  it('follows whom a reflection names', () => {
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, learnedFrom: [cleo, ben] }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }, { teacherId: cleo, reflections: 1 }] });
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, learnedFrom: [] }))).toMatchObject({ ties: [], lastAt: null });
    expect(of(ada, told, ReflectionRevised.at(day(3), { ...about, what: 'x' }))).toMatchObject({ ties: [{ teacherId: ben, reflections: 1 }] });
  });
});

import { mayRead, withheldFrom } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import * as facts from '../introductions.events.js';
import { introductionPolicy } from '../introductions.policy.js';
import { introductionsView } from './introductions.js';

const introductionId = '019a9d2c-7b40-7c3e-9f21-000000000070';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const [ada, ben, cleo] = ['a', 'b', 'c'].map((each) => `019a9d2c-7b40-7c3e-9f21-00000000000${each}`) as [string, string, string];
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const about = { introductionId, seekerId: ada, teacherId: ben };
const parts = { skills: 50, reciprocity: 0, availability: 7.5, notMetRecently: 10, sameDomain: 0 };
const why = { skills: ['Law'], reasonsForSeeker: ['a'], reasonsForTeacher: ['b'] };
const suggested = (more: object = {}) => facts.IntroductionSuggested.at(day(1), { ...about, score: 68, parts, ...why, note: 'n', ...more });
const accepted = (memberId: string, n: number) => facts.IntroductionAccepted.at(day(n), { ...about, memberId });
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(introductionsView, events)[introductionId] as never;
const blank = {
  id: introductionId, seekerId: ada, teacherId: ben, memberIds: [ada, ben], groupId: null, score: 68, parts, ...why, note: 'n',
  acceptedBy: [], declinedBy: null, declineReason: null, status: 'suggested', suggestedAt: day(1), settledAt: null, audience: [`member:${ada}`, `member:${ben}`],
};

describe('The view of introductions', () => {
  it('begins with what was suggested, and why', () => {
    expect(one(suggested())).toEqual(blank);
    expect(one(facts.IntroductionSuggested.at(day(1), { ...about, skills: [], reasonsForSeeker: [], reasonsForTeacher: [] }))).toEqual({ ...blank, score: null, parts: null, skills: [], reasonsForSeeker: [], reasonsForTeacher: [], note: null });
    expect(one(accepted(ben, 2))).toBeUndefined();
  });
  it('is accepted once both want it', () => {
    expect(one(suggested(), accepted(ben, 2))).toEqual({ ...blank, acceptedBy: [ben] });
    expect(one(suggested(), accepted(ben, 2), accepted(ada, 3))).toEqual({ ...blank, acceptedBy: [ben, ada], status: 'accepted', settledAt: day(3) });
  });
  it('is declined by one', () => {
    expect(one(suggested(), accepted(ada, 2), facts.IntroductionDeclined.at(day(3), { ...about, memberId: ben, reason: 'r' }))).toEqual({ ...blank, acceptedBy: [ada], declinedBy: ben, declineReason: 'r', status: 'declined', settledAt: day(3) });
    expect(one(suggested(), facts.IntroductionDeclined.at(day(3), { ...about, memberId: ada }))).toEqual({ ...blank, declinedBy: ada, status: 'declined', settledAt: day(3) });
  });
  it('bears what was erased', () => {
    expect(one(suggested({ note: null }), facts.IntroductionDeclined.at(day(3), { ...about, memberId: ada, reason: null }))).toMatchObject({ note: null, declineReason: null });
  });
  it('is for the two, and for facilitators of the group it was suggested in', () => {
    expect(one(suggested({ groupId }))).toEqual({ ...blank, groupId, audience: [`member:${ada}`, `member:${ben}`, `facilitators:${groupId}`] });
  });
});

describe('Who may read', () => {
  const { introductions } = introductionPolicy.documents;
  const none = { groups: [], facilitates: [] };
  const facilitator = { memberId: cleo, groups: [groupId], facilitates: [groupId] };
  it('the two and staff read all of it', () => {
    for (const party of [{ memberId: ada, ...none }, { memberId: ben, ...none }, { role: 'admin', ...none }, { role: 'auditor', ...none }, { role: 'integrator', ...none }] as const) {
      expect([party, mayRead(introductions, one(suggested()), party), withheldFrom(introductions, one(suggested()), party)]).toEqual([party, true, []]);
    }
  });
  it('facilitators of its group read what became of it, and not what was said to the two', () => {
    expect(mayRead(introductions, one(suggested({ groupId })), facilitator)).toBe(true);
    expect(withheldFrom(introductions, one(suggested({ groupId })), facilitator)).toEqual(['score', 'parts', 'reasonsForSeeker', 'reasonsForTeacher', 'declineReason']);
    expect(mayRead(introductions, one(suggested()), facilitator)).toBe(false);
    expect(mayRead(introductions, one(suggested({ groupId })), { ...facilitator, facilitates: [] })).toBe(false);
  });
});

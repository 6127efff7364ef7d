import { mayRead, type Party } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import { HelpConfirmed, HelpDisputed, HelpOffered, HelpOfferWithdrawn, HelpRecorded } from '../help.events.js';
import { helpPolicy } from '../help.policy.js';
import { helpView } from './help.js';

const [helpId, groupId, meetingId] = ['60', '20', '30'].map((n) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`) as [string, string, string];
const [ada, ben, cleo] = ['a', 'b', 'c'].map((n) => `019a9d2c-7b40-7c3e-9f21-00000000000${n}`) as [string, string, string];
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const about = { helpId, giverId: ada, receiverIds: [ben, cleo], groupId };
const exchanged = { ...about, meetingId, minutes: 45, skill: 'Pricing' };
const offered = HelpOffered.at(day(1), { ...about, minutes: 90, skill: 'Law', note: 'Any evening.' });
const given = HelpRecorded.at(day(3), { ...exchanged, note: 'Margins.' });
const confirmed = (confirmedBy: string, n = 4) => HelpConfirmed.at(day(n), { ...exchanged, confirmedBy });
const disputed = (disputedBy: string, n = 4, reason: string | null = 'We never met.') => HelpDisputed.at(day(n), { ...exchanged, disputedBy, reason });
const one = (...facts: Parameters<typeof viewOf>[1]) => viewOf(helpView, facts)[helpId] as Record<string, unknown>;
const STAFF = ['administrator', 'auditor', 'integrator'];

const asGiven = {
  id: helpId, giverId: ada, receiverIds: [ben, cleo], groupId, meetingId, skill: 'Pricing', aboutSkills: ['pricing'], minutes: 45, note: 'Margins.', status: 'recorded', confirmedBy: [], disputes: [],
  givenAt: day(3), happenedAt: day(3), memberIds: [ada, ben, cleo], audience: [`member:${ada}`, `member:${ben}`, `member:${cleo}`, `facilitators:${groupId}`],
};
const asOffered = { ...asGiven, meetingId: null, skill: 'Law', aboutSkills: ['law'], minutes: 90, note: 'Any evening.', status: 'offered', givenAt: null, happenedAt: day(1) };

describe('The view of help exchanges', () => {
  it('begins with the offer, or with what was given', () => {
    expect(one(offered)).toEqual(asOffered);
    expect(one(given)).toEqual(asGiven);
    expect(one(HelpOffered.at(day(1), { helpId, giverId: ada, receiverIds: [ben] }))).toMatchObject({ groupId: null, skill: null, aboutSkills: [], minutes: null, note: null, audience: [`member:${ada}`, `member:${ben}`] });
    for (const fact of [HelpOfferWithdrawn.at(day(2), about), confirmed(ben), disputed(ben)]) expect(one(fact)).toBeUndefined();
  });
  it('tells what became of an offer; those whom it helped may be fewer', () => {
    expect(one(offered, HelpOfferWithdrawn.at(day(2), about))).toEqual({ ...asOffered, status: 'withdrawn' });
    expect(one(offered, given)).toEqual(asGiven);
    expect(one(offered, HelpRecorded.at(day(3), { ...exchanged, receiverIds: [cleo] }))).toEqual({
      ...asGiven, receiverIds: [cleo], memberIds: [ada, cleo], note: 'Any evening.', audience: [`member:${ada}`, `member:${cleo}`, `facilitators:${groupId}`],
    });
  });
  it('tells what each receiver says: one confirmation is enough, and disputes stay', () => {
    const dispute = (memberId: string, n = 4) => ({ memberId, reason: 'We never met.', disputedAt: day(n) });
    expect(one(given, confirmed(ben))).toEqual({ ...asGiven, status: 'confirmed', confirmedBy: [ben] });
    expect(one(given, disputed(ben))).toEqual({ ...asGiven, status: 'disputed', disputes: [dispute(ben)] });
    expect(one(given, disputed(ben), confirmed(cleo))).toEqual({ ...asGiven, status: 'confirmed', confirmedBy: [cleo], disputes: [dispute(ben)] });
    expect(one(given, disputed(ben), disputed(ben, 5), confirmed(ben, 6))).toEqual({ ...asGiven, status: 'confirmed', confirmedBy: [ben], disputes: [dispute(ben), dispute(ben, 5)] });
    expect(one(given, confirmed(ben), confirmed(ben), confirmed(cleo), disputed(cleo, 5))).toEqual({ ...asGiven, status: 'confirmed', confirmedBy: [ben], disputes: [dispute(cleo, 5)] });
  });
  it('bears what was erased', () => {
    expect(one(HelpRecorded.at(day(3), { ...exchanged, note: null }), disputed(ben, 4, null))).toMatchObject({ note: null, disputes: [{ memberId: ben, reason: null }] });
  });
});

describe('Who may read', () => {
  const party = (memberId: string, groups: string[] = [], facilitates: string[] = []): Party => ({ memberId, groups, facilitates });
  const readers = [...STAFF.map((role) => ({ role: role === 'administrator' ? 'admin' : role, groups: [], facilitates: [] }) as Party), party(ada), party(ben), party('x', [groupId], [groupId]), party('x', [groupId]), party('x')];
  const may = (doc: object) => readers.map((reader) => mayRead(helpPolicy.documents.help, doc as never, reader));
  it('is staff, whoever gave or received it, and the facilitators of its group', () => {
    expect(may(asGiven)).toEqual([true, true, true, true, true, true, false, false]);
    expect(may({ ...asGiven, groupId: null, memberIds: [ada, cleo] })).toEqual([true, true, true, true, false, false, false, false]);
  });
});

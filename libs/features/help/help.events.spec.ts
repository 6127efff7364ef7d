/** What other slices count of help. */
import { recorded } from '#event-sourcing-testing';
import { HelpConfirmed, HelpDisputed, helpGiven, HelpOffered, HelpOfferWithdrawn, HelpRecorded, helpStatus } from './help.events.js';

const [helpId, otherId, groupId, meetingId] = ['60', '61', '20', '30'].map((n) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`) as [string, string, string, string];
const [ada, ben, cleo] = ['a', 'b', 'c'].map((n) => `019a9d2c-7b40-7c3e-9f21-00000000000${n}`) as [string, string, string];
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const about = { helpId, giverId: ada, receiverIds: [ben, cleo], groupId, meetingId };
const exchanged = { ...about, minutes: 45, skill: 'Pricing' };
const given = HelpRecorded.at(day(2), exchanged);
const confirmed = (confirmedBy: string, n = 3) => HelpConfirmed.at(day(n), { ...exchanged, confirmedBy });
const disputed = (disputedBy: string, n = 3) => HelpDisputed.at(day(n), { ...exchanged, disputedBy, reason: null });
const folded = (...facts: Parameters<typeof recorded>[0]) => Object.fromEntries(helpGiven(recorded(facts)));
const counted = (confirmedBy: string[], disputedBy: string[]) => ({ [helpId]: { giverId: ada, receiverIds: [ben, cleo], groupId, minutes: 45, skill: 'Pricing', at: day(2), confirmedBy, disputedBy } });

describe('Help as it is counted', () => {
  it('begins when it was given, not when it was offered, and an offer that was withdrawn is none', () => {
    const offer = HelpOffered.at(day(1), { ...about, receiverIds: [ben], minutes: 90 });
    expect(folded(offer)).toEqual({});
    expect(folded(offer, HelpOfferWithdrawn.at(day(2), about))).toEqual({});
    expect(folded(offer, given)).toEqual(counted([], []));
    const { groupId: _group, meetingId: _meeting, skill: _skill, ...alone } = exchanged;
    expect(folded(HelpRecorded.at(day(2), alone))).toEqual({ [helpId]: { ...counted([], [])[helpId], groupId: undefined, skill: undefined } });
  });
  it('has each receiver’s last answer, whatever the others say', () => {
    expect(folded(given, confirmed(ben), disputed(cleo))).toEqual(counted([ben], [cleo]));
    expect(folded(given, disputed(ben), confirmed(ben))).toEqual(counted([ben], []));
    expect(folded(given, confirmed(ben), disputed(ben))).toEqual(counted([], [ben]));
    expect(folded(given, confirmed(ben), confirmed(cleo), confirmed(ben), disputed(cleo), disputed(cleo))).toEqual(counted([ben], [cleo]));
  });
  it('keeps exchanges apart, and answers to one that time travel hides are none', () => {
    expect(folded(given, HelpRecorded.at(day(4), { ...exchanged, helpId: otherId, minutes: 5 }), HelpConfirmed.at(day(5), { ...exchanged, helpId: otherId, confirmedBy: ben }))).toEqual({
      ...counted([], []),
      [otherId]: { ...counted([ben], [])[helpId], minutes: 5, at: day(4) },
    });
    expect(folded(confirmed(ben), disputed(cleo))).toEqual({});
  });
  it('is confirmed by one receiver at least, and disputed where some dispute it and none confirms it', () => {
    expect([helpStatus([], []), helpStatus([], [ben]), helpStatus([cleo], [ben]), helpStatus([cleo], [])]).toEqual(['recorded', 'disputed', 'confirmed', 'confirmed']);
  });
});

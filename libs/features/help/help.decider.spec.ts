import { type NewEvent } from '#event-sourcing';
import { given, memberActor } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { MeetingScheduled } from '../meetings/meetings.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import * as commands from './help.decider.js';
import { HelpConfirmed, HelpDisputed, HelpOffered, HelpOfferWithdrawn, HelpRecorded } from './help.events.js';

const id = (n: string) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`;
const [helpId, groupId, otherGroupId, meetingId, stranger] = ['60', '20', '21', '30', '99'].map(id) as [string, string, string, string, string];
const [ada, ben, cleo] = ['0a', '0b', '0c'].map(id) as [string, string, string];
const THEN = '2026-02-10T20:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const among = (...facts: readonly NewEvent[]) =>
  [ada, ben, cleo]
    .reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(THEN, { memberId, displayName: 'X' })), given(...facts))
    .alongside(`group-${groupId}`, GroupFounded.at(THEN, { groupId, name: 'G', timeZone: 'UTC' }))
    .alongside(`meeting-${meetingId}`, MeetingScheduled.at(THEN, { groupId, meetingId, startsAt: THEN, title: 'T', timeZone: 'UTC', localStart: '2026-02-10T20:00:00' }));
const archived = [`group-${groupId}`, GroupArchived.at(THEN, { groupId })] as const;
const erased = (memberId: string) => [`member-${memberId}`, PersonalDataErased.at(THEN, { memberId })] as const;
const [byAda, byBen, byCleo] = [ada, ben, cleo].map((who) => ({ actor: memberActor(who) })) as [object, object, object];

/** Ada helps Ben and Cleo. */
const about = { helpId, giverId: ada, receiverIds: [ben, cleo] };
const offered = (more: object = {}, at = THEN) => HelpOffered.at(at, { ...about, ...more });
const withdrawn = HelpOfferWithdrawn.at(NOW, about);
const recorded = (more: object = {}, at = NOW) => HelpRecorded.at(at, { ...about, minutes: 45, ...more });
const confirmed = (confirmedBy: string, more: object = {}) => HelpConfirmed.at(NOW, { ...about, minutes: 45, ...more, confirmedBy });
const disputed = (disputedBy: string, reason = 'We never met.') => HelpDisputed.at(NOW, { ...about, minutes: 45, disputedBy, reason });

describe('Offering help', () => {
  const offer = about;
  it('says to whom, and if one likes how long, about what and in which group', () => {
    among().when(commands.offerHelp, offer, byAda).then(offered({}, NOW));
    among()
      .when(commands.offerHelp, { ...offer, receiverIds: [ben, cleo, ben], groupId, minutes: 1_440, skill: ' Pricing ', note: ' Any evening. ', occurredAt: THEN }, byAda)
      .then(offered({ groupId, minutes: 1_440, skill: 'Pricing', note: 'Any evening.' }));
  });
  it('is to others whom we know', () => {
    among().when(commands.offerHelp, { ...offer, receiverIds: [ben, ada] }).thenRefused('helped-oneself');
    among().when(commands.offerHelp, { ...offer, giverId: stranger }).thenRefused('no-such-member');
    among().when(commands.offerHelp, { ...offer, receiverIds: [ben, stranger] }).thenRefused('no-such-member');
    among().alongside(...erased(ada)).when(commands.offerHelp, offer).thenRefused('member-erased');
    among().alongside(...erased(cleo)).when(commands.offerHelp, offer).thenRefused('member-erased');
  });
  it('is in a group that is there and open, whoever belongs to it', () => {
    among().when(commands.offerHelp, { ...offer, groupId }).then(offered({ groupId }, NOW));
    among().when(commands.offerHelp, { ...offer, groupId: otherGroupId }).thenRefused('no-such-group');
    among().alongside(...archived).when(commands.offerHelp, { ...offer, groupId }).thenRefused('group-archived');
  });
  it('is recorded once, and not before it happens', () => {
    for (const fact of [offered(), recorded()]) among(fact).when(commands.offerHelp, offer).thenRefused('help-already-recorded');
    among().when(commands.offerHelp, { ...offer, occurredAt: LATER }).thenRefused('in-the-future');
  });
  it('takes minutes from one to a day, and one to fifty people', () => {
    const accepts = (more: object) => commands.offerHelp.input.safeParse({ ...offer, ...more }).success;
    expect([0, 1, 1_440, 1_441, 1.5].map((minutes) => accepts({ minutes }))).toEqual([false, true, true, false, false]);
    expect([0, 1, 50, 51].map((length) => accepts({ receiverIds: Array.from({ length }, () => ben) }))).toEqual([false, true, true, false]);
  });
});

describe('Withdrawing an offer', () => {
  it('is done once, while nothing came of it', () => {
    among(offered({ minutes: 30, skill: 'Law', groupId })).when(commands.withdrawOffer, { helpId }, byAda).then(HelpOfferWithdrawn.at(NOW, { ...about, groupId }));
    among(offered()).when(commands.withdrawOffer, { helpId, occurredAt: THEN }, byAda).then(HelpOfferWithdrawn.at(THEN, about));
    among(offered(), withdrawn).when(commands.withdrawOffer, { helpId }, byAda).thenRefused('offer-withdrawn');
    among(offered(), recorded()).when(commands.withdrawOffer, { helpId }, byAda).thenRefused('help-already-recorded');
    among(recorded()).when(commands.withdrawOffer, { helpId }).thenRefused('help-already-recorded');
    among().when(commands.withdrawOffer, { helpId }).thenRefused('no-such-exchange');
    among(offered()).when(commands.withdrawOffer, { helpId, occurredAt: LATER }).thenRefused('in-the-future');
  });
});

describe('Recording help', () => {
  const record = { ...about, minutes: 45 };
  it('says who helped whom for how long, and if one likes about what', () => {
    among().when(commands.recordHelp, record, byAda).then(recorded());
    among()
      .when(commands.recordHelp, { ...record, receiverIds: [ben, cleo, ben], skill: 'Pricing', note: 'Margins.', groupId, occurredAt: THEN }, byAda)
      .then(recorded({ skill: 'Pricing', note: 'Margins.', groupId }, THEN));
  });
  it('is a confirmation too where a receiver does it, and only then', () => {
    among().when(commands.recordHelp, { ...record, note: 'Margins.', skill: 'Law', meetingId, occurredAt: THEN }, byBen).then(recorded({ note: 'Margins.', skill: 'Law', groupId, meetingId }, THEN), confirmed(ben, { skill: 'Law', groupId, meetingId }));
    among().when(commands.recordHelp, record).then(recorded());
    among().when(commands.recordHelp, record, { actor: { kind: 'key', id: ben, role: 'integrator', via: 'api' } }).then(recorded());
  });
  it('is of others whom we know', () => {
    among().when(commands.recordHelp, { ...record, receiverIds: [ada] }, byAda).thenRefused('helped-oneself');
    among().when(commands.recordHelp, { ...record, giverId: stranger }).thenRefused('no-such-member');
    among().when(commands.recordHelp, { ...record, receiverIds: [ben, stranger] }).thenRefused('no-such-member');
    among().alongside(...erased(ben)).when(commands.recordHelp, record).thenRefused('member-erased');
  });
  it('may be in a group, archived since or not, whoever belongs to it', () => {
    among().alongside(...archived).when(commands.recordHelp, { ...record, groupId }).then(recorded({ groupId }));
    among().when(commands.recordHelp, { ...record, groupId: otherGroupId }).thenRefused('no-such-group');
  });
  it('may be at a meeting, which says in which group', () => {
    among().when(commands.recordHelp, { ...record, meetingId }).then(recorded({ groupId, meetingId }));
    among().when(commands.recordHelp, { ...record, meetingId, groupId }).then(recorded({ groupId, meetingId }));
    among().when(commands.recordHelp, { ...record, meetingId: stranger }).thenRefused('no-such-meeting');
    among().alongside(`group-${otherGroupId}`, GroupFounded.at(THEN, { groupId: otherGroupId, name: 'H', timeZone: 'UTC' })).when(commands.recordHelp, { ...record, meetingId, groupId: otherGroupId }).thenRefused('meeting-of-another-group');
  });
  it('is done once, after it was given', () => {
    for (const fact of [recorded(), offered()]) among(fact).when(commands.recordHelp, record).thenRefused('help-already-recorded');
    among().when(commands.recordHelp, { ...record, occurredAt: LATER }).thenRefused('in-the-future');
    expect(commands.recordHelp.input.safeParse({ ...about }).success).toBe(false);
  });

  describe('that was offered before', () => {
    const offerId = helpId;
    const newId = stranger;
    const cameTrue = { ...record, helpId: newId, offerId };
    it('keeps the offer’s id, and what the offer said unless something else is said', () => {
      expect(commands.recordHelp.id({ ...record, helpId: newId, offerId })).toBe(offerId);
      among(offered({ groupId, skill: 'Law', minutes: 90 })).when(commands.recordHelp, cameTrue, byAda).then(recorded({ groupId, skill: 'Law' }));
      among(offered({ groupId: otherGroupId, skill: 'Law' })).when(commands.recordHelp, { ...cameTrue, skill: 'Tax', meetingId }, byAda).then(recorded({ groupId, meetingId, skill: 'Tax' }));
      among(offered({ groupId: otherGroupId })).when(commands.recordHelp, { ...cameTrue, groupId }, byAda).then(recorded({ groupId }));
    });
    it('may have helped fewer', () => {
      const fewer = { receiverIds: [cleo] };
      among(offered()).when(commands.recordHelp, { ...cameTrue, ...fewer }, byAda).then(recorded({ ...fewer, offeredTo: [ben] }));
      among(offered()).when(commands.recordHelp, { ...cameTrue, ...fewer }, byCleo).then(recorded({ ...fewer, offeredTo: [ben] }), confirmed(cleo, fewer));
      // What follows is between those it reached.
      const given = [offered(), recorded({ ...fewer, offeredTo: [ben] })];
      among(...given).when(commands.confirmHelp, { helpId, memberId: cleo }, byCleo).then(confirmed(cleo, fewer));
      among(...given).when(commands.disputeHelp, { helpId, memberId: cleo, reason: 'We never met.' }, byCleo).then(HelpDisputed.at(NOW, { ...disputed(cleo).data, ...fewer }));
      for (const command of [commands.confirmHelp, commands.disputeHelp]) among(...given).when(command as typeof commands.disputeHelp, { helpId, memberId: ben, ...(command === commands.disputeHelp && { reason: 'r' }) }, byBen).thenRefused('no-such-exchange');
    });
    it('is by the same member to none but those it was offered to; others learn nothing of the offer', () => {
      for (const wrong of [{ giverId: cleo, receiverIds: [ben] }, { receiverIds: [ben, stranger] }]) among(offered()).when(commands.recordHelp, { ...cameTrue, ...wrong }).thenRefused('no-such-exchange');
      among().when(commands.recordHelp, cameTrue).thenRefused('no-such-exchange');
      among(recorded()).when(commands.recordHelp, cameTrue).thenRefused('no-such-exchange');
      among(offered(), recorded()).when(commands.recordHelp, { ...cameTrue, giverId: cleo, receiverIds: [ben] }).thenRefused('no-such-exchange');
    });
    it('is recorded once, unless the offer was withdrawn', () => {
      among(offered(), recorded({ receiverIds: [ben] })).when(commands.recordHelp, cameTrue).thenRefused('help-already-recorded');
      among(offered(), withdrawn).when(commands.recordHelp, cameTrue).thenRefused('offer-withdrawn');
      among(offered()).alongside(...erased(ben)).when(commands.recordHelp, cameTrue).thenRefused('member-erased');
    });
  });
});

describe('Confirming help', () => {
  const confirm = (memberId: string) => ({ helpId, memberId });
  it('is done by each receiver, once', () => {
    among(recorded({ skill: 'Law', groupId, meetingId })).when(commands.confirmHelp, confirm(ben), byBen).then(confirmed(ben, { skill: 'Law', groupId, meetingId }));
    among(recorded(), confirmed(ben)).when(commands.confirmHelp, confirm(ben), byBen).thenNothing();
    among(recorded(), confirmed(ben)).when(commands.confirmHelp, confirm(cleo), byCleo).then(confirmed(cleo));
  });
  it('is never done by whoever gave it', () => {
    for (const facts of [[recorded()], [offered()], [offered(), recorded()]]) among(...facts).when(commands.confirmHelp, confirm(ada), byAda).thenRefused('cannot-confirm-oneself');
  });
  it('may follow a dispute', () => {
    among(recorded(), disputed(ben)).when(commands.confirmHelp, confirm(ben), byBen).then(confirmed(ben));
    among(recorded(), disputed(ben), confirmed(ben)).when(commands.confirmHelp, confirm(ben), byBen).thenNothing();
  });
  it('is of help that was given, by somebody it concerns', () => {
    among().when(commands.confirmHelp, confirm(ben)).thenRefused('no-such-exchange');
    among(recorded()).when(commands.confirmHelp, confirm(stranger)).thenRefused('no-such-exchange');
    among(offered(), recorded({ receiverIds: [ben] })).when(commands.confirmHelp, confirm(cleo)).thenRefused('no-such-exchange');
    among(offered()).when(commands.confirmHelp, confirm(ben)).thenRefused('not-given-yet');
    among(offered(), withdrawn).when(commands.confirmHelp, confirm(ben)).thenRefused('offer-withdrawn');
    among(recorded()).alongside(...erased(ben)).when(commands.confirmHelp, confirm(ben)).thenRefused('member-erased');
    among(recorded()).alongside(...erased(ada)).when(commands.confirmHelp, confirm(ben)).then(confirmed(ben));
  });
});

describe('Disputing help', () => {
  const dispute = (memberId: string, reason = 'We never met.') => ({ helpId, memberId, reason });
  it('is done by each receiver, with a reason', () => {
    among(recorded()).when(commands.disputeHelp, dispute(ben, ' We never met. '), byBen).then(disputed(ben));
    among(recorded(), disputed(ben)).when(commands.disputeHelp, dispute(cleo), byCleo).then(disputed(cleo));
    expect(commands.disputeHelp.input.safeParse({ helpId, memberId: ben }).success).toBe(false);
  });
  it('changes nothing where it says the same again, and keeps another reason', () => {
    among(recorded(), disputed(ben)).when(commands.disputeHelp, dispute(ben), byBen).thenNothing();
    among(recorded(), disputed(ben)).when(commands.disputeHelp, dispute(ben, 'It was an hour less.'), byBen).then(disputed(ben, 'It was an hour less.'));
  });
  it('comes too late after one’s own confirmation, not after another’s', () => {
    among(recorded(), confirmed(ben)).when(commands.disputeHelp, dispute(ben), byBen).thenRefused('already-confirmed');
    among(recorded(), disputed(ben), confirmed(ben)).when(commands.disputeHelp, dispute(ben), byBen).thenRefused('already-confirmed');
    among(recorded(), confirmed(ben)).when(commands.disputeHelp, dispute(cleo), byCleo).then(disputed(cleo));
  });
  it('is never done by whoever gave it, nor by whom it does not concern', () => {
    among(recorded()).when(commands.disputeHelp, dispute(ada), byAda).thenRefused('cannot-confirm-oneself');
    among(recorded()).when(commands.disputeHelp, dispute(stranger)).thenRefused('no-such-exchange');
    among().when(commands.disputeHelp, dispute(ben)).thenRefused('no-such-exchange');
    among(offered()).when(commands.disputeHelp, dispute(ben)).thenRefused('not-given-yet');
    among(recorded()).alongside(...erased(ben)).when(commands.disputeHelp, dispute(ben)).thenRefused('member-erased');
  });
});

describe('Who may', () => {
  const self = (command: { policy: { self?(input: never, state: never): unknown } }, input: object, ...facts: readonly NewEvent[]) =>
    command.policy.self?.(input as never, facts.reduce((state, fact) => commands.help.evolve(state, fact as never), commands.help.initial) as never);
  it('offer and withdraw: whoever gives; record: whoever gave or received; answer: each for themselves', () => {
    expect(self(commands.offerHelp, about)).toBe(ada);
    expect(self(commands.withdrawOffer, { helpId }, offered())).toBe(ada);
    expect(self(commands.withdrawOffer, { helpId })).toBeUndefined();
    expect(self(commands.recordHelp, about)).toEqual([ada, ben, cleo]);
    for (const command of [commands.confirmHelp, commands.disputeHelp]) expect(self(command, { helpId, memberId: ben }, recorded())).toBe(ben);
  });
});

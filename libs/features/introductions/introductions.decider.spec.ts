import type { NewEvent } from '#event-sourcing';
import { administrator, given, memberActor } from '#event-sourcing-testing';
import { IntroductionCapacitySet, MemberBlocked, MemberRegistered, MemberUnblocked, PersonalDataErased } from '../members/members.events.js';
import { MemberJoined, MemberLeft } from '../memberships/memberships.events.js';
import * as commands from './introductions.decider.js';
import { IntroductionAccepted, IntroductionDeclined, IntroductionSuggested } from './introductions.events.js';

const introductionId = '019a9d2c-7b40-7c3e-9f21-000000000070';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const [ada, ben, cleo] = ['a', 'b', 'c'].map((each) => `019a9d2c-7b40-7c3e-9f21-00000000000${each}`) as [string, string, string];
const THEN = '2026-02-10T20:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const [byAda, byBen, byCleo, byAdmin] = [{ actor: memberActor(ada) }, { actor: memberActor(ben) }, { actor: memberActor(cleo) }, { actor: administrator }];

/** Ada seeks, Ben could teach. */
const both = { introductionId, seekerId: ada, teacherId: ben };
const match = { score: 58, parts: { skills: 25, reciprocity: 10, availability: 7.5, notMetRecently: 10, sameDomain: 5 }, skills: ['pricing'], reasonsForSeeker: ['Offers pricing, which you seek.'], reasonsForTeacher: ['Seeks pricing, which you offer.'] };
const found = { match, seekerLoad: 0, teacherLoad: 0, teacherBelongs: true, pending: false };
const input = { ...both, found };
const people = (...facts: readonly NewEvent[]) => [ada, ben, cleo].reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(THEN, { memberId, displayName: 'X' })), given(...facts));
const takes = (memberId: string, capacity: number, at = THEN) => [`member-${memberId}`, IntroductionCapacitySet.at(at, { memberId, capacity })] as const;
const blocks = (memberId: string, blockedMemberId: string) => [`member-${memberId}`, MemberBlocked.at(THEN, { memberId, blockedMemberId })] as const;
const suggested = (more: object = {}) => IntroductionSuggested.at(NOW, { ...both, ...match, ...more });
const accepted = (memberId: string, more: object = {}) => IntroductionAccepted.at(NOW, { ...both, memberId, ...more });
const declined = (memberId: string, more: object = {}) => IntroductionDeclined.at(NOW, { ...both, memberId, ...more });

describe('Suggesting an introduction', () => {
  const suggest = commands.suggestIntroduction;
  it('keeps the score, its parts, the skills and why, for each of the two', () => {
    people().when(suggest, input, byAdmin).then(suggested());
    people().when(suggest, { ...input, note: ' You both lost a winter. ' }, byAdmin).then(suggested({ note: 'You both lost a winter.' }));
  });
  it('accepts for whoever suggests it for themselves', () => {
    people().when(suggest, input, byAda).then(suggested(), accepted(ada));
    people().when(suggest, input, byBen).then(suggested(), accepted(ben));
    people().when(suggest, input, byCleo).then(suggested());
  });
  it('needs a note where the teacher offers nothing that is sought', () => {
    const { match: _none, ...unmatched } = found;
    people().when(suggest, { ...both, found: unmatched }, byAda).thenRefused('note-needed');
    people()
      .when(suggest, { ...both, found: unmatched, note: 'She has done it.' }, byAda)
      .then(IntroductionSuggested.at(NOW, { ...both, skills: [], reasonsForSeeker: [], reasonsForTeacher: [], note: 'She has done it.' }), accepted(ada));
  });
  it('is of two different members who are known', () => {
    people().when(suggest, { ...input, teacherId: ada }, byAda).thenRefused('introduced-to-oneself');
    given().alongside(`member-${ada}`, MemberRegistered.at(THEN, { memberId: ada, displayName: 'X' })).when(suggest, input, byAda).thenRefused('no-such-member');
    given().alongside(`member-${ben}`, MemberRegistered.at(THEN, { memberId: ben, displayName: 'X' })).when(suggest, input, byAdmin).thenRefused('no-such-member');
    for (const memberId of [ada, ben]) people().alongside(`member-${memberId}`, PersonalDataErased.at(THEN, { memberId })).when(suggest, input, byAdmin).thenRefused('member-erased');
  });
  it('in a group is of two who belong to it today', () => {
    const inGroup = { ...input, groupId };
    const joined = (memberId: string) => [`membership-${groupId}.${memberId}`, MemberJoined.at(THEN, { groupId, memberId })] as const;
    people().alongside(...joined(ada)).alongside(...joined(ben)).when(suggest, inGroup, byAda).then(suggested({ groupId }), accepted(ada, { groupId }));
    people().alongside(...joined(ada)).when(suggest, inGroup, byAda).thenRefused('not-in-the-group');
    people().alongside(...joined(ben)).when(suggest, inGroup, byAda).thenRefused('not-in-the-group');
    people().alongside(...joined(ada)).alongside(...joined(ben)).alongside(`membership-${groupId}.${ben}`, MemberLeft.at(NOW, { groupId, memberId: ben })).when(suggest, inGroup, byAdmin).thenRefused('not-in-the-group');
  });
  it('is done once, and not while another of the two waits for an answer', () => {
    people(suggested()).when(suggest, input, byAdmin).thenRefused('already-suggested');
    for (const by of [byAda, byBen]) people().when(suggest, { ...input, found: { ...found, pending: true } }, by).thenRefused('already-pending');
    // What waits between the two is for them to know.
    for (const by of [byCleo, byAdmin]) people().when(suggest, { ...input, found: { ...found, pending: true } }, by).thenRefused('not-available');
  });
  it('takes at most as many at a time as each says: two unless they say otherwise', () => {
    const loaded = (more: object) => ({ ...input, found: { ...found, ...more } });
    people().when(suggest, loaded({ teacherLoad: 1, seekerLoad: 1 }), byAdmin).then(suggested());
    people().when(suggest, loaded({ teacherLoad: 2 }), byAdmin).thenRefused('not-available');
    people().when(suggest, loaded({ seekerLoad: 2 }), byAdmin).thenRefused('not-available');
    people().alongside(...takes(ben, 3)).when(suggest, loaded({ teacherLoad: 2 }), byAdmin).then(suggested());
    people().alongside(...takes(ben, 0)).when(suggest, input, byAdmin).thenRefused('not-available');
    // A capacity of an earlier day, told later, changes nothing.
    people().alongside(...takes(ben, 3, NOW)).alongside(...takes(ben, 0)).when(suggest, loaded({ teacherLoad: 2 }), byAdmin).then(suggested());
  });
  it('tells whoever has no place left themselves', () => {
    people().when(suggest, { ...input, found: { ...found, seekerLoad: 2 } }, byAda).thenRefused('no-place-left');
    people().alongside(...takes(ada, 0)).when(suggest, input, byAda).thenRefused('no-place-left');
  });
  it('is not repeated for a while to whoever declined it, who may suggest it themselves', () => {
    const lately = { ...input, found: { ...found, declinedBy: ben } };
    people().when(suggest, lately, byAda).thenRefused('declined-lately', /90 days/);
    people().when(suggest, lately, byBen).then(suggested(), accepted(ben));
    people().when(suggest, { ...input, found: { ...found, declinedBy: ada } }, byAda).then(suggested(), accepted(ada));
    // What one said to the other is for the two to know.
    const { decision: full } = people().when(suggest, { ...input, found: { ...found, teacherLoad: 2 } }, byCleo).thenRefused('not-available');
    for (const by of [byCleo, byAdmin]) expect(people().when(suggest, lately, by).decision).toEqual(full);
  });
  it('is never of somebody who has left', () => {
    people().when(suggest, { ...input, found: { ...found, teacherBelongs: false } }, byAda).thenRefused('not-available');
  });
  it('says of a block, either way, to the letter what it says of somebody who is fully loaded', () => {
    for (const by of [byAda, byCleo, byAdmin]) {
      const { decision: full } = people().when(suggest, { ...input, found: { ...found, teacherLoad: 2 } }, by).thenRefused('not-available');
      expect(people().alongside(...blocks(ben, ada)).when(suggest, input, by).decision).toEqual(full);
      expect(people().alongside(...blocks(ada, ben)).when(suggest, input, by).decision).toEqual(full);
      expect(people().alongside(...takes(ben, 0)).when(suggest, input, by).decision).toEqual(full);
      expect(people().when(suggest, { ...input, found: { ...found, teacherBelongs: false } }, by).decision).toEqual(full);
      if (by !== byAda) expect(people().when(suggest, { ...input, found: { ...found, pending: true } }, by).decision).toEqual(full);
    }
    people().alongside(...blocks(ben, cleo)).when(suggest, input, byAdmin).then(suggested());
    const unblocked = (blockedMemberId: string) => [`member-${ben}`, MemberUnblocked.at(NOW, { memberId: ben, blockedMemberId })] as const;
    people().alongside(...blocks(ben, ada)).alongside(...unblocked(ada)).when(suggest, input, byAdmin).then(suggested());
    people().alongside(...blocks(ben, ada)).alongside(...blocks(ben, cleo)).alongside(...unblocked(cleo)).when(suggest, input, byAdmin).thenRefused('not-available');
  });
  it('names the field that is to be changed', () => {
    const { match: _none, ...unmatched } = found;
    const stranger = '019a9d2c-7b40-7c3e-9f21-0000000000ff';
    for (const [more, pointer] of [[{ teacherId: ada }, '/teacherId'], [{ teacherId: stranger }, '/teacherId'], [{ seekerId: stranger }, '/seekerId'], [{ groupId }, '/groupId'], [{ found: unmatched }, '/note']] as const) {
      expect(people().when(suggest, { ...input, ...more }, byAdmin).decision).toMatchObject({ refused: true, errors: [{ pointer, detail: expect.stringMatching(/^\w+ .+/) }] });
    }
  });
  it('tells of everything else in the same order, whether or not somebody blocks somebody', () => {
    const { match: _none, ...unmatched } = found;
    for (const scenario of [people(), people().alongside(...blocks(ben, ada)), people().alongside(...takes(ben, 0))]) {
      scenario.when(suggest, { ...both, found: unmatched }, byAda).thenRefused('note-needed');
      scenario.when(suggest, { ...input, found: { ...found, pending: true } }, byAda).thenRefused('already-pending');
      scenario.when(suggest, { ...input, found: { ...found, seekerLoad: 2 } }, byAda).thenRefused('no-place-left');
      scenario.when(suggest, { ...input, groupId }, byAda).thenRefused('not-in-the-group');
      scenario.when(suggest, { ...both, found: { ...unmatched, pending: true } }, byCleo).thenRefused('note-needed');
    }
  });
});

describe('Accepting', () => {
  const accept = commands.acceptIntroduction;
  it('is done by each of the two, once', () => {
    people(suggested()).when(accept, { introductionId, memberId: ben }, byBen).then(accepted(ben));
    people(suggested(), accepted(ben)).when(accept, { introductionId, memberId: ada }, byAda).then(accepted(ada));
    people(suggested(), accepted(ben)).when(accept, { introductionId, memberId: ben }, byBen).thenNothing();
    people(suggested(), accepted(ben), accepted(ada)).when(accept, { introductionId, memberId: ben }, byBen).thenNothing();
  });
  it('carries the group', () => {
    const joined = (memberId: string) => [`membership-${groupId}.${memberId}`, MemberJoined.at(THEN, { groupId, memberId })] as const;
    people(suggested({ groupId })).alongside(...joined(ada)).alongside(...joined(ben)).when(accept, { introductionId, memberId: ben }, byBen).then(accepted(ben, { groupId }));
  });
  it('is refused, in the words of a suggestion, where the two cannot be introduced any more', () => {
    const { decision: full } = people().when(commands.suggestIntroduction, { ...input, found: { ...found, teacherLoad: 2 } }, byAdmin).thenRefused('not-available');
    const waiting = people(suggested(), accepted(ada));
    const answer = { introductionId, memberId: ben };
    const erased = (memberId: string) => waiting.alongside(`member-${memberId}`, PersonalDataErased.at(NOW, { memberId }));
    for (const [scenario, more] of [[waiting.alongside(...blocks(ada, ben)), {}], [waiting.alongside(...blocks(ben, ada)), {}], [erased(ada), {}], [waiting, { found: { teacherBelongs: false } }]] as const) {
      expect(scenario.when(accept, { ...answer, ...more }, byBen).thenRefused('not-available').decision).toEqual(full);
      scenario.when(commands.declineIntroduction, answer, byBen).then(declined(ben));
    }
    const unblocked = [`member-${ada}`, MemberUnblocked.at(NOW, { memberId: ada, blockedMemberId: ben })] as const;
    waiting.alongside(...blocks(ada, ben)).alongside(...unblocked).when(accept, answer, byBen).then(accepted(ben));
    waiting.alongside(...blocks(ada, cleo)).when(accept, answer, byBen).then(accepted(ben));
    // Who has accepted already learns nothing new.
    waiting.alongside(...blocks(ben, ada)).when(accept, { introductionId, memberId: ada }, byAda).thenNothing();
  });
  it('in a group is of two who still belong to it', () => {
    const joined = (memberId: string) => [`membership-${groupId}.${memberId}`, MemberJoined.at(THEN, { groupId, memberId })] as const;
    const left = (memberId: string) => [`membership-${groupId}.${memberId}`, MemberLeft.at(NOW, { groupId, memberId })] as const;
    const both = people(suggested({ groupId }), accepted(ada, { groupId })).alongside(...joined(ada)).alongside(...joined(ben));
    both.when(accept, { introductionId, memberId: ben }, byBen).then(accepted(ben, { groupId }));
    for (const who of [ada, ben]) both.alongside(...left(who)).when(accept, { introductionId, memberId: ben }, byBen).thenRefused('not-available');
    both.alongside(...left(ada)).when(commands.declineIntroduction, { introductionId, memberId: ben }, byBen).then(declined(ben, { groupId }));
  });
  it('comes too late once one has declined', () => {
    people(suggested(), declined(ada)).when(accept, { introductionId, memberId: ben }, byBen).thenRefused('already-answered', /declined/);
    people(suggested(), accepted(ben), declined(ada)).when(accept, { introductionId, memberId: ben }, byBen).thenRefused('already-answered', /declined/);
  });
  it('is of an introduction of one’s own', () => {
    people().when(accept, { introductionId, memberId: ben }, byBen).thenRefused('no-such-introduction');
    people(suggested()).when(accept, { introductionId, memberId: cleo }, byCleo).thenRefused('no-such-introduction');
    people(suggested(), declined(ada)).when(accept, { introductionId, memberId: cleo }, byCleo).thenRefused('no-such-introduction');
    people(suggested()).alongside(`member-${ben}`, PersonalDataErased.at(NOW, { memberId: ben })).when(accept, { introductionId, memberId: ben }, byBen).thenRefused('member-erased');
  });
});

describe('Declining', () => {
  const decline = commands.declineIntroduction;
  it('is done by one of the two, with or without a reason', () => {
    people(suggested()).when(decline, { introductionId, memberId: ben }, byBen).then(declined(ben));
    people(suggested({ groupId }), accepted(ada, { groupId })).when(decline, { introductionId, memberId: ben, reason: ' Not before summer. ' }, byBen).then(declined(ben, { groupId, reason: 'Not before summer.' }));
  });
  it('takes back what one has accepted, until the other has too', () => {
    people(suggested(), accepted(ada)).when(decline, { introductionId, memberId: ada }, byAda).then(declined(ada));
    people(suggested(), accepted(ada), accepted(ben)).when(decline, { introductionId, memberId: ada }, byAda).thenRefused('already-answered', /accepted/);
  });
  it('is done once', () => {
    people(suggested(), declined(ben)).when(decline, { introductionId, memberId: ben, reason: 'Again' }, byBen).thenNothing();
    people(suggested(), declined(ben)).when(decline, { introductionId, memberId: ada }, byAda).thenRefused('already-answered', /declined/);
  });
  it('is of an introduction of one’s own', () => {
    people().when(decline, { introductionId, memberId: ben }, byBen).thenRefused('no-such-introduction');
    people(suggested()).when(decline, { introductionId, memberId: cleo }, byCleo).thenRefused('no-such-introduction');
    people(suggested()).alongside(`member-${ben}`, PersonalDataErased.at(NOW, { memberId: ben })).when(decline, { introductionId, memberId: ben }, byBen).thenRefused('member-erased');
  });
});

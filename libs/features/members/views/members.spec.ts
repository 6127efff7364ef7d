import { viewOf } from '#event-sourcing-testing';
import * as facts from '../members.events.js';
import { memberBlocksView } from './member-blocks.js';
import { membersView } from './members.js';

const memberId = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const ben = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const cleo = '019a9d2c-7b40-7c3e-9f21-00000000000c';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const registered = facts.MemberRegistered.at(day(1), { memberId, displayName: 'Ada', email: 'ada@example.org' });
const blank = { id: memberId, displayName: 'Ada', email: 'ada@example.org', interests: null, timeZone: null, offers: [], seeks: [], offersSkills: [], seeksSkills: [], hoursPerMonth: null, introductionCapacity: 2, registeredAt: day(1), erased: false };
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(membersView, events)[memberId];

describe('The view of members', () => {
  it('begins with what was registered', () => {
    expect(one(registered)).toEqual(blank);
  });
  it('replaces and empties what was changed', () => {
    expect(one(registered, facts.MemberProfileChanged.at(day(2), { memberId, displayName: 'Ada L', timeZone: 'UTC', interests: ['boats'], cleared: ['email'] }))).toEqual({ ...blank, displayName: 'Ada L', timeZone: 'UTC', interests: ['boats'], email: null });
  });
  it('never lets an earlier date overwrite a later one', () => {
    expect(one(registered, facts.TimePledged.at(day(5), { memberId, hoursPerMonth: 5 }), facts.TimePledged.at(day(4), { memberId, hoursPerMonth: 4 }), facts.IntroductionCapacitySet.at(day(3), { memberId, capacity: 7 }))).toEqual({ ...blank, hoursPerMonth: 5, introductionCapacity: 7 });
    expect(one(registered, facts.TimePledged.at(day(5), { memberId, hoursPerMonth: 5 }), facts.TimePledged.at(day(5), { memberId, hoursPerMonth: 6 }))).toMatchObject({ hoursPerMonth: 6 });
    expect(one(registered, facts.SkillOfferWithdrawn.at(day(5), { memberId, skill: 'Law' }), facts.SkillOffered.at(day(4), { memberId, skill: 'Law' }))).toEqual(blank);
  });
  it('keeps skills by name in any case, the last offer’s level, in the order they came', () => {
    expect(
      one(
        registered,
        facts.SkillOffered.at(day(2), { memberId, skill: 'Pricing', level: 1 }),
        facts.SkillOffered.at(day(3), { memberId, skill: 'Law' }),
        facts.SkillOffered.at(day(4), { memberId, skill: 'PRICING', level: 5 }),
        facts.SkillSought.at(day(2), { memberId, skill: 'Tax' }),
        facts.SkillSought.at(day(2), { memberId, skill: 'Welding' }),
        facts.SkillSearchEnded.at(day(3), { memberId, skill: 'tax' }),
        facts.SkillSought.at(day(4), { memberId, skill: 'Sales', level: 2 }),
        facts.SkillSought.at(day(5), { memberId, skill: 'SALES', level: 3 }),
      ),
    ).toEqual({
      ...blank,
      offers: [{ skill: 'Law', level: null }, { skill: 'PRICING', level: 5 }],
      offersSkills: ['law', 'pricing'],
      seeks: [{ skill: 'Welding', level: null }, { skill: 'SALES', level: 3 }],
      seeksSkills: ['welding', 'sales'],
    });
    expect(one(registered, facts.SkillOffered.at(day(2), { memberId, skill: 'Law' }), facts.SkillOfferWithdrawn.at(day(3), { memberId, skill: 'LAW' }))).toEqual(blank);
  });
  it('forgets what was personal with the person', () => {
    expect(one(registered, facts.SkillOffered.at(day(2), { memberId, skill: 'Law' }), facts.TimePledged.at(day(2), { memberId, hoursPerMonth: 4 }), facts.PersonalDataErased.at(day(3), { memberId }))).toEqual({ ...blank, displayName: null, email: null, hoursPerMonth: 4, erased: true });
  });
  it('says nothing of blocks, or of somebody never registered', () => {
    expect(one(registered, facts.MemberBlocked.at(day(2), { memberId, blockedMemberId: ben }), facts.MemberUnblocked.at(day(3), { memberId, blockedMemberId: ben }))).toEqual(blank);
    expect(one(facts.TimePledged.at(day(2), { memberId, hoursPerMonth: 4 }))).toBeUndefined();
  });
  it('is found by name, interests and skills', () => {
    const doc = { ...blank, interests: ['boats'], offers: [{ skill: 'Law', level: null }], seeks: [{ skill: 'Tax', level: null }] };
    expect(membersView.search?.(doc)).toEqual(['Ada', 'boats', 'Law', 'Tax']);
    expect(membersView.search?.({ ...blank, displayName: null })).toEqual([null]);
  });
});

describe('The view of blocks', () => {
  const blocks = (...events: Parameters<typeof viewOf>[1]) => viewOf(memberBlocksView, events)[memberId];
  const block = (blockedMemberId: string, n = 2) => facts.MemberBlocked.at(day(n), { memberId, blockedMemberId });
  it('lists whom a member blocks', () => {
    expect(blocks(block(ben), block(cleo), block(ben, 3))).toEqual({ id: memberId, blockedMemberIds: [cleo, ben] });
    expect(blocks(block(ben), block(cleo), facts.MemberUnblocked.at(day(3), { memberId, blockedMemberId: ben }))).toEqual({ id: memberId, blockedMemberIds: [cleo] });
    expect(blocks(facts.MemberUnblocked.at(day(3), { memberId, blockedMemberId: ben }))).toEqual({ id: memberId, blockedMemberIds: [] });
  });
  it('is there for who blocks nobody', () => {
    expect(blocks(registered)).toEqual({ id: memberId, blockedMemberIds: [] });
  });
  it('forgets them with the person', () => {
    expect(blocks(block(ben), facts.PersonalDataErased.at(day(3), { memberId }))).toBeUndefined();
    expect(blocks(facts.MemberBlocked.at(day(2), { memberId, blockedMemberId: null }))).toEqual({ id: memberId, blockedMemberIds: [] });
  });
});

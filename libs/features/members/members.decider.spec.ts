import fc from 'fast-check';
import { type NewEvent } from '#event-sourcing';
import { given, memberActor, viewOf } from '#event-sourcing-testing';
import * as commands from './members.decider.js';
import {
  IntroductionCapacitySet,
  MemberBlocked,
  MemberProfileChanged,
  MemberRegistered,
  MemberUnblocked,
  PersonalDataErased,
  SkillOffered,
  SkillOfferWithdrawn,
  SkillSearchEnded,
  SkillSought,
  TimePledged,
  valueAt,
  valueNow,
  withValue,
  type History,
} from './members.events.js';
import { membersView } from './views/members.js';

const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const ben = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const JANUARY = '2026-01-10T09:00:00.000Z';
const FEBRUARY = '2026-02-10T09:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const registered = MemberRegistered.at(JANUARY, { memberId: ada, displayName: 'Ada', email: 'ada@example.org', timeZone: 'Europe/Berlin' });
const erased = PersonalDataErased.at(FEBRUARY, { memberId: ada });

describe('Registering a member', () => {
  it('records who they are, when they say it was', () => {
    given().when(commands.registerMember, { memberId: ada, displayName: ' Ada  Lund\n', interests: ['boats'], occurredAt: '2026-01-10T10:00:00+01:00' }).then(MemberRegistered.at(JANUARY, { memberId: ada, displayName: 'Ada Lund', interests: ['boats'] }));
  });
  it('happens now unless said otherwise', () => {
    given().when(commands.registerMember, { memberId: ada, displayName: 'Ada' }).then(MemberRegistered.at(NOW, { memberId: ada, displayName: 'Ada' }));
  });
  it('is done once', () => {
    given(registered).when(commands.registerMember, { memberId: ada, displayName: 'Ada' }).thenRefused('already-registered');
  });
  it('is not done of somebody who was erased', () => {
    given(registered, erased).when(commands.registerMember, { memberId: ada, displayName: 'Ada' }).thenRefused('member-erased');
  });
  it('allows five minutes of clock skew, and not more', () => {
    given().when(commands.registerMember, { memberId: ada, displayName: 'Ada', occurredAt: '2026-03-01T12:05:00Z' }).then(MemberRegistered.at('2026-03-01T12:05:00.000Z', { memberId: ada, displayName: 'Ada' }));
    given().when(commands.registerMember, { memberId: ada, displayName: 'Ada', occurredAt: LATER }).thenRefused('in-the-future');
  });
});

describe('What is changed after a clock that ran ahead', () => {
  const AHEAD = '2026-03-01T12:03:00.000Z';
  it.each([
    ['a name', commands.changeProfile, { displayName: 'Ada Lund' }, [MemberRegistered.at(AHEAD, { memberId: ada, displayName: 'Ada' })], { displayName: 'Ada Lund' }],
    ['an address', commands.changeProfile, { email: null }, [registered, MemberProfileChanged.at(AHEAD, { memberId: ada, email: 'lund@example.org' }), MemberProfileChanged.at(FEBRUARY, { memberId: ada, displayName: 'A' })], { email: null }],
    ['an offer', commands.offerSkill, { skill: 'Law', level: 3 }, [registered, SkillOffered.at(AHEAD, { memberId: ada, skill: 'law' })], { offers: [{ skill: 'Law', level: 3 }] }],
    ['an offer, withdrawn', commands.withdrawSkillOffer, { skill: 'law' }, [registered, SkillOffered.at(AHEAD, { memberId: ada, skill: 'law' })], { offers: [] }],
    ['a search', commands.seekSkill, { skill: 'law', level: 2 }, [registered, SkillSearchEnded.at(AHEAD, { memberId: ada, skill: 'law' })], { seeks: [{ skill: 'law', level: 2 }] }],
    ['a search, ended', commands.endSkillSearch, { skill: 'law' }, [registered, SkillSought.at(AHEAD, { memberId: ada, skill: 'law' })], { seeks: [] }],
    ['a pledge', commands.pledgeTime, { hoursPerMonth: 8 }, [registered, TimePledged.at(AHEAD, { memberId: ada, hoursPerMonth: 5 })], { hoursPerMonth: 8 }],
    ['a capacity', commands.setIntroductionCapacity, { capacity: 0 }, [registered, IntroductionCapacitySet.at(AHEAD, { memberId: ada, capacity: 3 })], { introductionCapacity: 0 }],
  ] as const)('comes after what it changes, and is not lost behind it: %s', (_what, command, input, facts, shown) => {
    const { decision } = given(...facts).when(command as never, { memberId: ada, ...input } as never);
    expect(decision).toMatchObject([{ occurredAt: AHEAD }]);
    expect(viewOf(membersView, [...facts, ...(decision as readonly NewEvent[])])[ada]).toMatchObject(shown);
  });
});

describe('Changing a profile', () => {
  it('records what differs, and what was emptied', () => {
    given(registered)
      .when(commands.changeProfile, { memberId: ada, displayName: 'Ada Lund', email: null, timeZone: 'Europe/Berlin' })
      .then(MemberProfileChanged.at(NOW, { memberId: ada, displayName: 'Ada Lund', cleared: ['email'] }));
  });
  it('records nothing where nothing differs', () => {
    given(registered).when(commands.changeProfile, { memberId: ada, displayName: 'Ada', interests: null }).thenNothing();
    given(registered, MemberProfileChanged.at(FEBRUARY, { memberId: ada, displayName: 'Ada L', cleared: ['email'] })).when(commands.changeProfile, { memberId: ada, displayName: 'Ada L', email: null }).thenNothing();
    given(registered, MemberProfileChanged.at(FEBRUARY, { memberId: ada, interests: ['a', 'b'] })).when(commands.changeProfile, { memberId: ada, interests: ['a', 'b'] }).thenNothing();
  });
  it('notices a change of order in interests, and a value that replaces one emptied', () => {
    given(registered, MemberProfileChanged.at(FEBRUARY, { memberId: ada, interests: ['a', 'b'], cleared: ['timeZone'] }))
      .when(commands.changeProfile, { memberId: ada, interests: ['b', 'a'], timeZone: 'Asia/Tokyo' })
      .then(MemberProfileChanged.at(NOW, { memberId: ada, interests: ['b', 'a'], timeZone: 'Asia/Tokyo' }));
  });
});

describe('Skills', () => {
  const offered = (level?: number, at = JANUARY, skill = 'Pricing') => SkillOffered.at(at, { memberId: ada, skill, ...(level !== undefined && { level }) });
  it('are offered, and offered again at another level', () => {
    given(registered).when(commands.offerSkill, { memberId: ada, skill: 'Pricing', level: 2 }).then(offered(2, NOW));
    given(registered, offered(2)).when(commands.offerSkill, { memberId: ada, skill: 'Pricing', level: 3 }).then(offered(3, NOW));
    given(registered, offered(2)).when(commands.offerSkill, { memberId: ada, skill: 'Pricing' }).then(offered(undefined, NOW));
  });
  it('are the same in any case; the same offer again changes nothing', () => {
    given(registered, offered(2)).when(commands.offerSkill, { memberId: ada, skill: 'PRICING', level: 2 }).thenNothing();
    given(registered, offered()).when(commands.offerSkill, { memberId: ada, skill: 'pricing' }).thenNothing();
  });
  it('are compared with what was on offer then, not with what came later', () => {
    given(registered, offered(2, FEBRUARY)).when(commands.offerSkill, { memberId: ada, skill: 'Pricing', level: 2, occurredAt: JANUARY }).then(offered(2, JANUARY));
    given(registered, offered(2, JANUARY), offered(4, FEBRUARY)).when(commands.offerSkill, { memberId: ada, skill: 'Pricing', level: 2, occurredAt: '2026-01-20T00:00:00Z' }).thenNothing();
  });
  it('are withdrawn only while on offer', () => {
    const withdrawn = SkillOfferWithdrawn.at(FEBRUARY, { memberId: ada, skill: 'Pricing' });
    given(registered, offered()).when(commands.withdrawSkillOffer, { memberId: ada, skill: 'pricing' }).then(SkillOfferWithdrawn.at(NOW, { memberId: ada, skill: 'pricing' }));
    given(registered).when(commands.withdrawSkillOffer, { memberId: ada, skill: 'Pricing' }).thenRefused('skill-not-offered');
    given(registered, offered(), withdrawn).when(commands.withdrawSkillOffer, { memberId: ada, skill: 'Pricing' }).thenRefused('skill-not-offered');
    given(registered, offered(), withdrawn).when(commands.offerSkill, { memberId: ada, skill: 'Pricing' }).then(offered(undefined, NOW));
    given(registered, offered(1, FEBRUARY)).when(commands.withdrawSkillOffer, { memberId: ada, skill: 'Pricing', occurredAt: JANUARY }).thenRefused('skill-not-offered');
  });
  it('are sought up to a level, and sought again up to another', () => {
    const sought = (level?: number, at = JANUARY) => SkillSought.at(at, { memberId: ada, skill: 'Law', ...(level !== undefined && { level }) });
    given(registered).when(commands.seekSkill, { memberId: ada, skill: 'Law', level: 4 }).then(sought(4, NOW));
    given(registered, sought(4)).when(commands.seekSkill, { memberId: ada, skill: 'LAW', level: 4 }).thenNothing();
    given(registered, sought(4)).when(commands.seekSkill, { memberId: ada, skill: 'Law', level: 2 }).then(sought(2, NOW));
    given(registered, sought(4)).when(commands.seekSkill, { memberId: ada, skill: 'Law' }).then(sought(undefined, NOW));
    given(registered, sought(4, FEBRUARY)).when(commands.seekSkill, { memberId: ada, skill: 'Law', level: 4, occurredAt: JANUARY }).then(sought(4, JANUARY));
    for (const level of [0, 6, 2.5]) expect(commands.seekSkill.input.safeParse({ memberId: ada, skill: 'Law', level }).success).toBe(false);
  });
  it('are sought until the search ends', () => {
    const sought = (at = JANUARY) => SkillSought.at(at, { memberId: ada, skill: 'Law' });
    const ended = SkillSearchEnded.at(FEBRUARY, { memberId: ada, skill: 'law' });
    given(registered).when(commands.seekSkill, { memberId: ada, skill: 'Law' }).then(sought(NOW));
    given(registered, sought()).when(commands.seekSkill, { memberId: ada, skill: 'LAW' }).thenNothing();
    given(registered, sought()).when(commands.endSkillSearch, { memberId: ada, skill: 'law', occurredAt: FEBRUARY }).then(ended);
    given(registered, sought(), ended).when(commands.endSkillSearch, { memberId: ada, skill: 'Law' }).thenRefused('skill-not-sought');
    given(registered, sought(), ended).when(commands.seekSkill, { memberId: ada, skill: 'Law' }).then(sought(NOW));
    given(registered).when(commands.endSkillSearch, { memberId: ada, skill: 'Law' }).thenRefused('skill-not-sought');
  });
});

describe('Pledge and capacity', () => {
  it('are recorded when they differ from what was in force then', () => {
    const pledged = (hoursPerMonth: number, at = JANUARY) => TimePledged.at(at, { memberId: ada, hoursPerMonth });
    given(registered).when(commands.pledgeTime, { memberId: ada, hoursPerMonth: 0 }).then(pledged(0, NOW));
    given(registered, pledged(8)).when(commands.pledgeTime, { memberId: ada, hoursPerMonth: 8 }).thenNothing();
    given(registered, pledged(8, FEBRUARY)).when(commands.pledgeTime, { memberId: ada, hoursPerMonth: 8, occurredAt: JANUARY }).then(pledged(8, JANUARY));
    const capacity = (value: number, at = JANUARY) => IntroductionCapacitySet.at(at, { memberId: ada, capacity: value });
    given(registered).when(commands.setIntroductionCapacity, { memberId: ada, capacity: 2 }).then(capacity(2, NOW));
    given(registered, capacity(2)).when(commands.setIntroductionCapacity, { memberId: ada, capacity: 2 }).thenNothing();
    given(registered, capacity(2)).when(commands.setIntroductionCapacity, { memberId: ada, capacity: 0 }).then(capacity(0, NOW));
  });
});

describe('Blocking', () => {
  const theirs = MemberRegistered.at(JANUARY, { memberId: ben, displayName: 'Ben' });
  const blocked = MemberBlocked.at(FEBRUARY, { memberId: ada, blockedMemberId: ben });
  const block = { memberId: ada, blockedMemberId: ben };
  const byAda = { actor: memberActor(ada) };
  it('is of somebody else who exists', () => {
    given(registered).alongside(`member-${ben}`, theirs).when(commands.blockMember, block, byAda).then(MemberBlocked.at(NOW, block));
    given(registered, blocked).alongside(`member-${ben}`, theirs).when(commands.blockMember, block, byAda).thenNothing();
    given(registered).when(commands.blockMember, block, byAda).thenRefused('no-such-member');
    given(registered).alongside(`member-${ada}`, registered).when(commands.blockMember, { memberId: ada, blockedMemberId: ada }, byAda).thenRefused('cannot-block-oneself');
    given(registered).alongside(`member-${ben}`, theirs, PersonalDataErased.at(NOW, { memberId: ben })).when(commands.blockMember, block, byAda).thenRefused('member-erased');
  });
  it('can be lifted, once', () => {
    const unblocked = MemberUnblocked.at(NOW, block);
    given(registered, blocked).when(commands.unblockMember, block, byAda).then(unblocked);
    given(registered, blocked, unblocked).when(commands.unblockMember, block, byAda).thenRefused('not-blocked');
    given(registered).when(commands.unblockMember, block, byAda).thenRefused('not-blocked');
  });
});

describe('Every command about a member', () => {
  const inputs: [string, (typeof commands.memberCommands)[number], object][] = [
    ['changeProfile', commands.changeProfile, { displayName: 'X' }],
    ['offerSkill', commands.offerSkill, { skill: 'X' }],
    ['withdrawSkillOffer', commands.withdrawSkillOffer, { skill: 'X' }],
    ['seekSkill', commands.seekSkill, { skill: 'X' }],
    ['endSkillSearch', commands.endSkillSearch, { skill: 'X' }],
    ['pledgeTime', commands.pledgeTime, { hoursPerMonth: 1 }],
    ['setIntroductionCapacity', commands.setIntroductionCapacity, { capacity: 1 }],
    ['blockMember', commands.blockMember, { blockedMemberId: ben }],
    ['unblockMember', commands.unblockMember, { blockedMemberId: ben }],
  ];
  it.each(inputs)('%s needs a member who exists and is not erased', (_name, command, input) => {
    given().when(command as never, { memberId: ada, ...input }).thenRefused('no-such-member');
    given(registered, erased).when(command as never, { memberId: ada, ...input }).thenRefused('member-erased');
  });
  const dated = inputs.filter(([name]) => !['changeProfile', 'blockMember', 'unblockMember'].includes(name));
  it.each(dated)('%s is not about the future', (_name, command, input) => {
    given(registered).when(command as never, { memberId: ada, ...input, occurredAt: LATER }).thenRefused('in-the-future');
  });
});

describe('A history of values', () => {
  it('has in force at any instant what the latest entry before it set; of one instant, the later in the log', () => {
    const instant = fc.integer({ min: 0, max: 9 }).map((day) => `2026-01-0${day}T00:00:00.000Z`);
    fc.assert(
      fc.property(fc.array(fc.tuple(instant, fc.integer())), instant, (facts, at) => {
        const history = facts.reduce<History<number>>((folded, [when, value]) => withValue(folded, when, value), []);
        let expected: { when: string; value: number } | undefined;
        let latest: { when: string; value: number } | undefined;
        for (const [when, value] of facts) {
          if (when <= at && (!expected || when >= expected.when)) expected = { when, value };
          if (!latest || when >= latest.when) latest = { when, value };
        }
        expect(valueAt(history, at)).toBe(expected?.value);
        expect(valueNow(history)).toBe(latest?.value);
      }),
    );
  });
});

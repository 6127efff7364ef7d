/** What may be recorded of a member. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, nowOrAfter, streamName, timeZone } from '#event-sourcing';
import {
  displayName,
  email,
  hoursPerMonth,
  inFuture,
  interests,
  introductionCapacity,
  IntroductionCapacitySet,
  MemberBlocked,
  memberErased,
  memberEvents,
  MemberProfileChanged,
  MemberRegistered,
  memberStanding,
  MemberUnblocked,
  noSuchMember,
  openness,
  refuseFuture,
  refuseMember,
  skill,
  skillKey,
  skillLevel,
  SkillOffered,
  SkillOfferWithdrawn,
  SkillSearchEnded,
  SkillSought,
  TimePledged,
  valueAt,
  withValue,
  type History,
  type Openness,
} from './members.events.js';
import { memberPolicy } from './members.policy.js';

interface Profile {
  displayName?: string | null;
  email?: string | null;
  interests?: string[] | null;
  timeZone?: string | null;
}

interface State extends Openness {
  profile: Profile;
  /** The latest `occurredAt` that set any of it. */
  profileAt: string;
  /** By `skillKey`: the level offered (0: none said), or false once withdrawn. */
  offers: Readonly<Record<string, History<number | false>>>;
  /** By `skillKey`: the level wanted (0: none said), or false once the search has ended. */
  seeks: Readonly<Record<string, History<number | false>>>;
  pledge: History<number>;
}

const initial: State = { ...openness.initial, profile: {}, profileAt: '', offers: {}, seeks: {}, pledge: [] };

function set<T>(of: Readonly<Record<string, History<T>>>, name: string, at: string, value: T): Record<string, History<T>> {
  const key = skillKey(name);
  return { ...of, [key]: withValue(of[key] ?? [], at, value) };
}

export const members = defineDecider({
  name: 'member',
  events: memberEvents,
  edits: ['MemberRegistered', 'MemberProfileChanged'],
  initial,
  evolve(before: State, event): State {
    const state = { ...before, ...openness.evolve(before, event) };
    switch (event.type) {
      case 'MemberRegistered': {
        const { memberId: _id, ...profile } = event.data;
        return { ...state, profile, profileAt: event.occurredAt };
      }
      case 'MemberProfileChanged': {
        const { memberId: _id, cleared = [], ...changed } = event.data;
        return { ...state, profileAt: nowOrAfter(event.occurredAt, state.profileAt), profile: { ...state.profile, ...changed, ...Object.fromEntries(cleared.map((field) => [field, null])) } };
      }
      case 'SkillOffered':
        return { ...state, offers: set(state.offers, event.data.skill, event.occurredAt, event.data.level ?? 0) };
      case 'SkillOfferWithdrawn':
        return { ...state, offers: set<number | false>(state.offers, event.data.skill, event.occurredAt, false) };
      case 'SkillSought':
        return { ...state, seeks: set(state.seeks, event.data.skill, event.occurredAt, event.data.level ?? 0) };
      case 'SkillSearchEnded':
        return { ...state, seeks: set<number | false>(state.seeks, event.data.skill, event.occurredAt, false) };
      case 'TimePledged':
        return { ...state, pledge: withValue(state.pledge, event.occurredAt, event.data.hoursPerMonth) };
      case 'MemberBlocked':
      case 'MemberUnblocked':
      case 'IntroductionCapacitySet':
        return state;
      case 'PersonalDataErased':
        return { ...initial, registered: true, erased: true };
      default:
        event satisfies never;
        return state;
    }
  },
});

const memberId = z.uuid();
const occurredAt = instant.optional();
const self = (input: { memberId: string }) => input.memberId;
const may = memberPolicy.commands;

export const alreadyRegistered = defineRefusal('already-registered', 'This member is already registered');
export const skillNotOffered = defineRefusal('skill-not-offered', 'This member does not offer that skill');
export const skillNotSought = defineRefusal('skill-not-sought', 'This member does not seek that skill');
export const selfBlocked = defineRefusal('cannot-block-oneself', 'Nobody can block themselves', 422);
export const notBlocked = defineRefusal('not-blocked', 'That member is not blocked');

const ofAMember = [noSuchMember, memberErased, inFuture] as const;

export const registerMember = defineCommand(members, {
  name: 'registerMember',
  input: z.strictObject({ memberId, displayName, email: email.optional(), interests: interests.optional(), timeZone: timeZone.optional(), occurredAt }),
  mints: 'memberId',
  id: self,
  policy: { allow: may.registerMember },
  refusals: [alreadyRegistered, memberErased, inFuture],
  decide({ occurredAt: at, ...profile }, state, { now }) {
    if (state.erased) return memberErased('The personal data of this member were erased; nothing more is recorded about them.');
    if (state.registered) return alreadyRegistered('This member is registered already; change the profile instead.');
    return refuseFuture(at ?? now, now, 'occurredAt') ?? [MemberRegistered.at(at ?? now, profile)];
  },
});

export const changeProfile = defineCommand(members, {
  name: 'changeProfile',
  input: z.strictObject({
    memberId,
    displayName: displayName.optional(),
    email: email.nullable().optional(),
    interests: interests.nullable().optional(),
    timeZone: timeZone.nullable().optional(),
  }),
  id: self,
  policy: { allow: may.changeProfile, self },
  refusals: [noSuchMember, memberErased],
  decide({ memberId: id, ...wanted }, state, { now }) {
    const refused = refuseMember(state);
    if (refused) return refused;
    const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && !same(value, state.profile[field as keyof Profile] ?? null));
    if (differing.length === 0) return [];
    const cleared = differing.flatMap(([field, value]) => (value === null ? [field as 'email' | 'interests' | 'timeZone'] : []));
    return [
      MemberProfileChanged.at(nowOrAfter(now, state.profileAt), {
        memberId: id,
        ...Object.fromEntries(differing.filter(([, value]) => value !== null)),
        ...(cleared.length > 0 && { cleared }),
      }),
    ];
  },
});

/** When it happens: as said, else now, where that is not before what it replaces. */
function whenOf(said: string | undefined, now: string, history: History<unknown> | undefined): string {
  return said ?? nowOrAfter(now, history?.at(-1)?.at);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export const offerSkill = defineCommand(members, {
  name: 'offerSkill',
  input: z.strictObject({ memberId, skill, level: skillLevel.optional(), occurredAt }),
  id: self,
  policy: { allow: may.offerSkill, self },
  refusals: ofAMember,
  decide({ memberId: id, skill: name, level, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.offers[skillKey(name)]);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    if (valueAt(state.offers[skillKey(name)] ?? [], when) === (level ?? 0)) return [];
    return [SkillOffered.at(when, { memberId: id, skill: name, ...(level !== undefined && { level }) })];
  },
});

export const withdrawSkillOffer = defineCommand(members, {
  name: 'withdrawSkillOffer',
  input: z.strictObject({ memberId, skill, occurredAt }),
  id: self,
  policy: { allow: may.withdrawSkillOffer, self },
  refusals: [...ofAMember, skillNotOffered],
  decide({ memberId: id, skill: name, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.offers[skillKey(name)]);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const offered = valueAt(state.offers[skillKey(name)] ?? [], when);
    if (offered === undefined || offered === false) return skillNotOffered('This skill was not on offer then, so there is nothing to withdraw.');
    return [SkillOfferWithdrawn.at(when, { memberId: id, skill: name })];
  },
});

export const seekSkill = defineCommand(members, {
  name: 'seekSkill',
  input: z.strictObject({ memberId, skill, level: skillLevel.optional().describe('The level they want to reach.'), occurredAt }),
  id: self,
  policy: { allow: may.seekSkill, self },
  refusals: ofAMember,
  decide({ memberId: id, skill: name, level, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.seeks[skillKey(name)]);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    if (valueAt(state.seeks[skillKey(name)] ?? [], when) === (level ?? 0)) return [];
    return [SkillSought.at(when, { memberId: id, skill: name, ...(level !== undefined && { level }) })];
  },
});

export const endSkillSearch = defineCommand(members, {
  name: 'endSkillSearch',
  input: z.strictObject({ memberId, skill, occurredAt }),
  id: self,
  policy: { allow: may.endSkillSearch, self },
  refusals: [...ofAMember, skillNotSought],
  decide({ memberId: id, skill: name, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.seeks[skillKey(name)]);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const sought = valueAt(state.seeks[skillKey(name)] ?? [], when);
    if (sought === undefined || sought === false) return skillNotSought('This skill was not sought then, so there is no search to end.');
    return [SkillSearchEnded.at(when, { memberId: id, skill: name })];
  },
});

export const pledgeTime = defineCommand(members, {
  name: 'pledgeTime',
  input: z.strictObject({ memberId, hoursPerMonth, occurredAt }),
  id: self,
  policy: { allow: may.pledgeTime, self },
  refusals: ofAMember,
  decide({ memberId: id, hoursPerMonth: hours, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.pledge);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    return valueAt(state.pledge, when) === hours ? [] : [TimePledged.at(when, { memberId: id, hoursPerMonth: hours })];
  },
});

export const setIntroductionCapacity = defineCommand(members, {
  name: 'setIntroductionCapacity',
  input: z.strictObject({ memberId, capacity: introductionCapacity, occurredAt }),
  id: self,
  policy: { allow: may.setIntroductionCapacity, self },
  refusals: ofAMember,
  decide({ memberId: id, capacity, occurredAt: at }, state, { now }) {
    const when = whenOf(at, now, state.capacity);
    const refused = refuseMember(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    return valueAt(state.capacity, when) === capacity ? [] : [IntroductionCapacitySet.at(when, { memberId: id, capacity })];
  },
});

export const blockMember = defineCommand(members, {
  name: 'blockMember',
  input: z.strictObject({ memberId, blockedMemberId: z.uuid() }),
  id: self,
  policy: { allow: may.blockMember, self },
  needs: ({ blockedMemberId }) => ({ blocked: { fold: memberStanding, stream: streamName('member', blockedMemberId) } }),
  refusals: [noSuchMember, memberErased, selfBlocked],
  decide({ memberId: id, blockedMemberId }, state, { now, needs }) {
    const refused = refuseMember(state) ?? refuseMember(needs.blocked);
    if (refused) return refused;
    if (id === blockedMemberId) return selfBlocked('You cannot block yourself.');
    return state.blocked.includes(blockedMemberId) ? [] : [MemberBlocked.at(now, { memberId: id, blockedMemberId })];
  },
});

export const unblockMember = defineCommand(members, {
  name: 'unblockMember',
  input: z.strictObject({ memberId, blockedMemberId: z.uuid() }),
  id: self,
  policy: { allow: may.unblockMember, self },
  refusals: [noSuchMember, memberErased, notBlocked],
  decide({ memberId: id, blockedMemberId }, state, { now }) {
    const refused = refuseMember(state);
    if (refused) return refused;
    if (!state.blocked.includes(blockedMemberId)) return notBlocked('You have not blocked this member.');
    return [MemberUnblocked.at(now, { memberId: id, blockedMemberId })];
  },
});

export const memberCommands = [
  registerMember,
  changeProfile,
  offerSkill,
  withdrawSkillOffer,
  seekSkill,
  endSkillSearch,
  pledgeTime,
  blockMember,
  unblockMember,
  setIntroductionCapacity,
] as const;

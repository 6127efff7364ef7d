/** Members: what is recorded of a person, and the little that other features need to know of it. */
import { z } from 'zod';
import { defineEvent, defineRefusal, inTheFuture, line, open, personal, ref, streamName, type EventOf, type Fold, type Hidden, type Need, type RecordedEvent, type Refusal } from '#event-sourcing';

export const displayName = line(200);
export const email = z.email().max(254);
export const interests = z.array(line(100)).max(100);
/** A skill as it is shown; compare two of them by `skillKey`. */
export const skill = line(100);
export const skillLevel = z.int().min(1).max(5);
/** 744 hours are a month of 31 days. */
export const hoursPerMonth = z.number().min(0).max(744);
export const introductionCapacity = z.int().min(0).max(20);
/** How many introductions at a time a member takes who has not said otherwise ("Who to learn from" in domain.md). */
export const DEFAULT_INTRODUCTION_CAPACITY = 2;

/** Skills that differ in upper and lower case only are the same skill. */
export function skillKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const clearable = z.enum(['email', 'interests', 'timeZone']);
const storedLine = (max: number) => z.string().min(1).max(max);
const storedInterests = z.array(storedLine(100)).max(100);
// A zone that a later runtime drops stays readable, so the stored form asks for text only.
const storedZone = z.string().min(1).max(64);

export const MemberRegistered = defineEvent({
  type: 'MemberRegistered',
  summary: 'A person became known to the network.',
  data: {
    memberId: ref('member'),
    displayName: personal(storedLine(200), 'memberId'),
    email: personal(z.string().max(254), 'memberId').optional(),
    interests: personal(storedInterests, 'memberId').optional(),
    timeZone: open(storedZone).optional(),
  },
});

export const MemberProfileChanged = defineEvent({
  type: 'MemberProfileChanged',
  summary: 'A member changed parts of their profile; `cleared` names what they emptied.',
  data: {
    memberId: ref('member'),
    displayName: personal(storedLine(200), 'memberId').optional(),
    email: personal(z.string().max(254), 'memberId').optional(),
    interests: personal(storedInterests, 'memberId').optional(),
    timeZone: open(storedZone).optional(),
    cleared: open(z.array(clearable).max(3)).optional(),
  },
});

export const SkillOffered = defineEvent({
  type: 'SkillOffered',
  summary: 'A member offers to teach a skill; offered again, the level is replaced.',
  data: { memberId: ref('member'), skill: open(storedLine(100)), level: open(skillLevel).optional() },
});

export const SkillOfferWithdrawn = defineEvent({
  type: 'SkillOfferWithdrawn',
  summary: 'A member offers a skill no longer.',
  data: { memberId: ref('member'), skill: open(storedLine(100)) },
});

export const SkillSought = defineEvent({
  type: 'SkillSought',
  summary: 'A member wants to learn a skill; `level` is the one they want to reach. Sought again, it is replaced.',
  data: { memberId: ref('member'), skill: open(storedLine(100)), level: open(skillLevel).optional() },
});

export const SkillSearchEnded = defineEvent({
  type: 'SkillSearchEnded',
  summary: 'A member seeks a skill no longer.',
  data: { memberId: ref('member'), skill: open(storedLine(100)) },
});

export const TimePledged = defineEvent({
  type: 'TimePledged',
  summary: 'A member pledged hours a month for learning and teaching.',
  data: { memberId: ref('member'), hoursPerMonth: open(hoursPerMonth) },
});

// The blocked member is no tag: nobody but the blocker may learn of it.
export const MemberBlocked = defineEvent({
  type: 'MemberBlocked',
  summary: 'A member does not want to be put in touch with another; seen by nobody else.',
  data: { memberId: ref('member'), blockedMemberId: personal(z.uuid(), 'memberId') },
});

export const MemberUnblocked = defineEvent({
  type: 'MemberUnblocked',
  summary: 'A member lifted a block; seen by nobody else.',
  data: { memberId: ref('member'), blockedMemberId: personal(z.uuid(), 'memberId') },
});

export const IntroductionCapacitySet = defineEvent({
  type: 'IntroductionCapacitySet',
  summary: 'A member said how many introductions at a time they take.',
  data: { memberId: ref('member'), capacity: open(introductionCapacity) },
});

export const PersonalDataErased = defineEvent({
  type: 'PersonalDataErased',
  summary: 'What was personal about a member was forgotten for good.',
  data: { memberId: ref('member') },
});

export const memberEvents = [
  MemberRegistered,
  MemberProfileChanged,
  SkillOffered,
  SkillOfferWithdrawn,
  SkillSought,
  SkillSearchEnded,
  TimePledged,
  MemberBlocked,
  MemberUnblocked,
  IntroductionCapacitySet,
  PersonalDataErased,
] as const;

export type MemberEvent = EventOf<(typeof memberEvents)[number]>;

export interface MemberStanding {
  registered: boolean;
  erased: boolean;
}

/** Whether a member exists and is still a person we know; fold it over `member-{id}`. */
export const memberStanding: Fold<MemberStanding> = {
  initial: { registered: false, erased: false },
  evolve(state, event: RecordedEvent) {
    if (event.type === MemberRegistered.type) return { ...state, registered: true };
    return event.type === PersonalDataErased.type ? { ...state, erased: true } : state;
  },
};

export const noSuchMember = defineRefusal('no-such-member', 'There is no such member', 404);
export const memberErased = defineRefusal('member-erased', 'This member’s data were erased', 410);
export const inFuture = defineRefusal('in-the-future', 'That lies in the future', 422);

/** Why nothing new can be recorded of a member: unknown, or erased. */
export function refuseMember(standing: MemberStanding): Refusal | undefined {
  if (standing.erased) return memberErased('The personal data of this member were erased; nothing more is recorded about them.');
  return standing.registered ? undefined : noSuchMember('There is no member with this id.');
}

const standingOf = (id: string) => `member ${id}`;

/** What a command needs to know of members it names. */
export function standingsOf(ids: readonly string[] = []): Record<string, Need<MemberStanding>> {
  return Object.fromEntries(ids.map((id) => [standingOf(id), { fold: memberStanding, stream: streamName('member', id) }]));
}

/**
 * Everybody a list of a command names must be known, and somebody else than one member.
 *
 * @param oneself how that one is refused.
 * @param needs those of `standingsOf`, among others.
 */
export function refuseOthers(field: string, ids: readonly string[] = [], { than, oneself, needs }: { than: string | undefined; oneself(): Refusal; needs: object }): Refusal | undefined {
  for (const [index, id] of ids.entries()) {
    const refused = id === than ? oneself() : refuseMember((needs as Readonly<Record<string, MemberStanding>>)[standingOf(id)] ?? memberStanding.initial);
    if (refused) return { ...refused, errors: [{ pointer: `/${field}/${index}`, detail: 'names nobody who can be named here' }] };
  }
  return undefined;
}

/** Refuses what is said to happen later than now, clock skew apart. `field` is the command's field that says when. */
export function refuseFuture(at: string, now: string, field: string): Refusal | undefined {
  if (!inTheFuture(at, now)) return undefined;
  return inFuture('Only what has happened can be recorded, and this lies in the future.', { errors: [{ pointer: `/${field}`, detail: 'lies in the future' }] });
}

/** The values something had, by when each began; at one instant the later in the log counts. */
export type History<T> = readonly { readonly at: string; readonly value: T }[];

/** The value in force at an instant; undefined before the first. */
export function valueAt<T>(history: History<T>, at: string): T | undefined {
  return history.findLast((entry) => entry.at <= at)?.value;
}

/** The value in force now: what the latest `occurredAt` set. */
export function valueNow<T>(history: History<T>): T | undefined {
  return history.at(-1)?.value;
}

/** The history with one more value, wherever in time it falls. */
export function withValue<T>(history: History<T>, at: string, value: T): History<T> {
  const before = history.filter((entry) => entry.at <= at);
  return [...before, { at, value }, ...history.slice(before.length)];
}

export interface Openness extends MemberStanding {
  /** How many introductions at a time they take, where they have said so. */
  capacity: History<number>;
  /** Whom they do not want to be put in touch with; null once erased. */
  blocked: readonly (string | null)[];
}

/** How many introductions a member takes, and with whom none; fold it over `member-{id}`. */
export const openness: Fold<Openness> = {
  initial: { ...memberStanding.initial, capacity: [], blocked: [] },
  evolve(before, recorded: RecordedEvent) {
    const state = { ...before, ...memberStanding.evolve(before, recorded) };
    const event = recorded as MemberEvent;
    switch (event.type) {
      case 'IntroductionCapacitySet':
        return { ...state, capacity: withValue(state.capacity, event.occurredAt, event.data.capacity) };
      case 'MemberBlocked':
        return { ...state, blocked: [...state.blocked, event.data.blockedMemberId] };
      case 'MemberUnblocked':
        return { ...state, blocked: state.blocked.filter((id) => id !== event.data.blockedMemberId) };
      default:
        return state;
    }
  },
};

/** A document of the view `members`. Null in displayName, email and interests of an erased member means erased. */
export type MemberDocument = Hidden & {
  id: string;
  displayName: string | null;
  email: string | null;
  interests: string[] | null;
  timeZone: string | null;
  offers: { skill: string; level: number | null }[];
  /** With the level they want to reach; null: none said. */
  seeks: { skill: string; level: number | null }[];
  /** Null: no pledge yet. */
  hoursPerMonth: number | null;
  introductionCapacity: number;
  registeredAt: string;
  erased: boolean;
  /** `skillKey` of each offer and search, for filters; empty once erased. */
  offersSkills: string[];
  seeksSkills: string[];
};

/** A document of the view `memberBlocks`: for that member alone. */
export type MemberBlocksDocument = Hidden & { id: string; blockedMemberIds: string[] };

/** What a member was called according to these events; null where none of them tells, or once erased. */
export function nameAmong(events: readonly RecordedEvent[], memberId: string): string | null {
  let names: History<string | null> = [];
  for (const recorded of events) {
    const event = recorded as MemberEvent;
    if (event.type !== 'MemberRegistered' && event.type !== 'MemberProfileChanged') continue;
    if (event.data.memberId === memberId && event.data.displayName !== undefined) names = withValue(names, event.occurredAt, event.data.displayName);
  }
  return valueNow(names) ?? null;
}

/** Names by member id from stored documents of the view `members`; whoever is erased has none. */
export function namesOf(stored: readonly { id: string; doc: unknown }[]): Map<string, string | null> {
  return new Map(stored.flatMap(({ id, doc }) => (doc ? [[id, (doc as MemberDocument).displayName] as const] : [])));
}

/** What may be recorded of a reflection: all of it by its author, but for the confirmation of its value. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, line, nowOrAfter, streamName, text, type DecideContext, type Fold, type Needs, type RecordedEvent, type Refusal } from '#event-sourcing';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember, refuseOthers, standingsOf, type MemberStanding } from '../members/members.events.js';
import { StoryWithdrawn } from '../stories/stories.events.js';
import { membershipId, membershipStanding, type MembershipStanding } from '../memberships/memberships.events.js';
import {
  contextKind,
  noSuchReflection,
  ReflectionRecorded,
  reflectionEvents,
  ReflectionRevised,
  ReflectionShared,
  reflectionStanding,
  ReflectionValueConfirmed,
  reflectionValue,
  ReflectionWithdrawn,
  usefulness,
  visibility,
  type ReflectionEvent,
  type ReflectionStanding,
  type Visibility,
} from './reflections.events.js';
import { reflectionPolicy } from './reflections.policy.js';

/** Nothing of how it stands before it is recorded. */
interface State extends Partial<ReflectionStanding> {
  actionId: string | undefined;
  what: string | null;
  soWhat: string | null;
  nowWhat: string | null;
  skills: readonly string[];
  usefulness: number | null;
  /** Whoever was ever named. */
  named: readonly string[];
  /** The latest `occurredAt` that set any of it. */
  changedAt: string;
  confirmedBy: readonly string[];
}

const initial: State = {
  actionId: undefined,
  what: null,
  soWhat: null,
  nowWhat: null,
  skills: [],
  usefulness: null,
  named: [],
  changedAt: '',
  confirmedBy: [],
};

export const reflections = defineDecider({
  name: 'reflection',
  events: reflectionEvents,
  edits: ['ReflectionRecorded', 'ReflectionRevised'],
  initial,
  evolve(before: State, event: ReflectionEvent): State {
    const state: State = { ...before, ...reflectionStanding.evolve(before as ReflectionStanding, event) };
    switch (event.type) {
      case 'ReflectionRecorded': {
        const { actionId, what, soWhat, nowWhat = null, learnedFrom, skills, usefulness: useful = null } = event.data;
        return { ...state, actionId, what, soWhat, nowWhat, skills, usefulness: useful, named: learnedFrom, changedAt: event.occurredAt };
      }
      case 'ReflectionRevised': {
        const { memberIds: named, cleared = [], reflectionId: _id, authorId: _author, groupId: _group, meetingId: _meeting, actionId: _action, before: _before, ...changed } = event.data;
        return {
          ...state,
          ...changed,
          ...Object.fromEntries(cleared.map((field) => [field, null])),
          named,
          changedAt: nowOrAfter(event.occurredAt, state.changedAt),
          // A confirmation is of the value that was claimed.
          confirmedBy: state.value === before.value ? state.confirmedBy : [],
        };
      }
      case 'ReflectionValueConfirmed':
        return { ...state, confirmedBy: [...state.confirmedBy, event.data.confirmedBy] };
      case 'ReflectionShared':
      case 'ReflectionWithdrawn':
        return state;
      default:
        event satisfies never;
        return state;
    }
  },
});

export const alreadyReflected = defineRefusal('already-recorded', 'This reflection is recorded already');
export const noSuchContext = defineRefusal('no-such-context', 'There is nothing to reflect on with this id', 404);
export const visibilityNeedsGroup = defineRefusal('visibility-needs-a-group', 'This visibility needs a group', 422);
export const learnedFromOneself = defineRefusal('learned-from-oneself', 'A member learns from others', 422);
export const reflectionWithdrawn = defineRefusal('reflection-withdrawn', 'This reflection was withdrawn');
export const ownValue = defineRefusal('cannot-confirm-oneself', 'Nobody confirms their own value', 422);
export const valueNotRealised = defineRefusal('value-not-realised', 'Only realised value is confirmed by others');

const reflectionId = z.uuid();
const occurredAt = instant.optional();
const words = text(1_000);
const learnedFrom = z.array(z.uuid()).max(20);
const skills = z.array(line(100)).max(20);

const ofReflection = (input: { reflectionId: string }) => input.reflectionId;
const theAuthor = (_input: unknown, state: State): string | undefined => state.authorId;
const may = reflectionPolicy.commands;

/** Any thing one can reflect on: whether it is there, in which group, and who may know of it. */
interface Context {
  exists: boolean;
  groupId?: string | undefined;
  /** Those whose own it is: who gave and received help, who owns an action and helps with it, who tells a story or has acknowledged it. */
  concerned: readonly string[];
  /** Who else. */
  known: 'everybody' | 'group' | 'nobody';
}

const contextFold: Fold<Context> = {
  initial: { exists: false, concerned: [], known: 'everybody' },
  evolve({ groupId: of, concerned, known }, { type, data }: RecordedEvent) {
    const { groupId = of, giverId, receiverIds = [], ownerId, helperIds = [], tellerId, toldTo, memberId } = data as { groupId?: string; giverId?: string; receiverIds?: readonly string[]; ownerId?: string; helperIds?: readonly string[]; tellerId?: string; toldTo?: string; memberId?: string };
    const context = { exists: true, groupId };
    if (giverId !== undefined) return { ...context, concerned: [giverId, ...receiverIds], known: 'nobody' };
    if (ownerId !== undefined) return { ...context, concerned: [ownerId, ...helperIds], known: 'group' };
    if (tellerId === undefined) return { ...context, concerned, known };
    const told = { ...context, concerned: [...new Set([tellerId, ...concerned, ...(memberId === undefined ? [] : [memberId])])] };
    return { ...told, known: type === StoryWithdrawn.type ? 'nobody' : toldTo === 'group' ? 'group' : toldTo === 'network' ? 'everybody' : known };
  },
};

/** Whoever may not know of a thing learns nothing of it from reflecting. */
function mayKnow({ exists, concerned, known }: Context, authorId: string, { memberSince }: MembershipStanding): boolean {
  return exists && (known === 'everybody' || concerned.includes(authorId) || (known === 'group' && memberSince !== undefined));
}

const context = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  ...contextKind.exclude(['self']).options.map((kind) => z.strictObject({ kind: z.literal(kind), id: z.uuid() })),
]) as z.ZodType<{ kind: z.output<typeof contextKind>; id?: string }>;

/** Everybody named must be known, and somebody else than the author. */
function refuseNamed(ids: readonly string[] | undefined, authorId: string | undefined, { needs }: DecideContext<Needs>): Refusal | undefined {
  return refuseOthers('learnedFrom', ids, { than: authorId, oneself: () => learnedFromOneself('Name the people you learned from; you yourself are not one of them.'), needs });
}

function refuseVisibility(wanted: Visibility, groupId: string | undefined): Refusal | undefined {
  if (groupId !== undefined || wanted === 'private' || wanted === 'network') return undefined;
  return visibilityNeedsGroup('Facilitators and group are those of the group it is about; a reflection on one’s own has none.', { errors: [{ pointer: '/visibility', detail: 'needs a group' }] });
}

/** Present and not withdrawn, or why not. */
function refuseReflection(state: State): Refusal | undefined {
  if (state.authorId === undefined) return noSuchReflection('There is no reflection with this id.');
  return state.withdrawn ? reflectionWithdrawn('This reflection was withdrawn; write a new one.') : undefined;
}

function about(id: string, state: State) {
  return { reflectionId: id, authorId: state.authorId as string, ...(state.groupId !== undefined && { groupId: state.groupId }) };
}

export const recordReflection = defineCommand(reflections, {
  name: 'recordReflection',
  input: z.strictObject({
    reflectionId,
    authorId: z.uuid(),
    context: context.default({ kind: 'self' }),
    what: words,
    soWhat: words,
    nowWhat: words.optional(),
    learnedFrom: learnedFrom.default([]),
    skills: skills.default([]),
    value: reflectionValue.default('immediate'),
    buildsOn: z.uuid().optional(),
    usefulness: usefulness.optional(),
    visibility: visibility.default('private'),
    occurredAt,
  }),
  mints: 'reflectionId',
  id: ofReflection,
  policy: { allow: may.recordReflection, self: (input) => input.authorId },
  needs: (input): Needs => ({
    author: { fold: memberStanding, stream: streamName('member', input.authorId) },
    context: { fold: contextFold, stream: input.context.id && streamName(input.context.kind, input.context.id) },
    membership: { fold: membershipStanding, stream: ({ context: on }: { context?: Context }) => on?.groupId && streamName('membership', membershipId({ groupId: on.groupId, memberId: input.authorId })) },
    buildsOn: { fold: reflectionStanding, stream: input.buildsOn && streamName('reflection', input.buildsOn) },
    ...standingsOf(input.learnedFrom),
  }),
  refusals: [alreadyReflected, noSuchMember, memberErased, noSuchContext, noSuchReflection, visibilityNeedsGroup, learnedFromOneself, inFuture],
  decide({ reflectionId: id, context: on, occurredAt: at, nowWhat, buildsOn, usefulness: useful, ...given }, state, decideContext) {
    const when = at ?? decideContext.now;
    const needs = decideContext.needs as unknown as { author: MemberStanding; context: Context; membership: MembershipStanding; buildsOn: ReflectionStanding | undefined };
    if (state.authorId !== undefined) return alreadyReflected('This reflection is recorded already; revise it instead.');
    if (on.id !== undefined && !mayKnow(needs.context, given.authorId, needs.membership)) return noSuchContext('There is nothing with this id to reflect on.', { errors: [{ pointer: '/context/id', detail: 'names nothing we know' }] });
    if (buildsOn !== undefined && (needs.buildsOn?.authorId !== given.authorId || needs.buildsOn.withdrawn)) {
      return noSuchReflection('A reflection builds on an earlier one of the same author, and there is none with this id.', { errors: [{ pointer: '/buildsOn', detail: 'names no reflection of yours' }] });
    }
    const { groupId } = needs.context;
    const refused =
      refuseMember(needs.author) ??
      refuseNamed(given.learnedFrom, given.authorId, decideContext as DecideContext<Needs>) ??
      refuseVisibility(given.visibility, groupId) ??
      refuseFuture(when, decideContext.now, 'occurredAt');
    if (refused) return refused;
    return [
      ReflectionRecorded.at(when, {
        reflectionId: id,
        ...given,
        learnedFrom: [...new Set(given.learnedFrom)],
        context: on.kind,
        ...(on.id !== undefined && { [`${on.kind}Id`]: on.id }),
        ...(groupId !== undefined && { groupId }),
        ...(nowWhat !== undefined && { nowWhat }),
        ...(buildsOn !== undefined && { buildsOn }),
        ...(useful !== undefined && { usefulness: useful }),
      }),
    ];
  },
});

export const reviseReflection = defineCommand(reflections, {
  name: 'reviseReflection',
  input: z.strictObject({
    reflectionId,
    what: words.optional(),
    soWhat: words.optional(),
    nowWhat: words.nullable().optional(),
    learnedFrom: learnedFrom.optional(),
    skills: skills.optional(),
    value: reflectionValue.optional(),
    usefulness: usefulness.nullable().optional(),
  }),
  id: ofReflection,
  policy: { allow: may.reviseReflection, self: theAuthor },
  needs: (input): Needs => standingsOf(input.learnedFrom),
  refusals: [noSuchReflection, reflectionWithdrawn, noSuchMember, memberErased, learnedFromOneself],
  decide({ reflectionId: id, learnedFrom: named, ...others }, state, decideContext) {
    const wanted = { ...others, ...(named && { learnedFrom: [...new Set(named)] }) };
    const refused = refuseReflection(state) ?? refuseNamed(named, state.authorId, decideContext as DecideContext<Needs>);
    if (refused) return refused;
    const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(state[field as keyof State]));
    if (differing.length === 0) return [];
    const cleared = differing.flatMap(([field, value]) => (value === null ? [field as 'nowWhat' | 'usefulness'] : []));
    const memberIds = [...new Set([...state.named, ...(wanted.learnedFrom ?? [])])];
    return [
      ReflectionRevised.at(nowOrAfter(decideContext.now, state.changedAt), {
        ...about(id, state),
        memberIds,
        ...(memberIds.length > state.named.length && wholeOf({ ...state, ...Object.fromEntries(cleared.map((field) => [field, null])) })),
        ...Object.fromEntries(differing.filter(([, value]) => value !== null)),
        ...(cleared.length > 0 && { cleared }),
      }),
    ];
  },
});

/** All that whoever is named for the first time has not met. */
function wholeOf({ what, soWhat, nowWhat, skills: about, value = 'immediate', learnedFrom: named = [], at: reflectedAt = '', visibility: seen = 'private', meetingId, actionId }: State) {
  const texts = Object.fromEntries(Object.entries({ what, soWhat, nowWhat }).filter(([, words]) => words !== null)) as { what?: string; soWhat?: string; nowWhat?: string };
  return { ...texts, skills: [...about], value, learnedFrom: [...named], before: { reflectedAt, visibility: seen }, ...(meetingId !== undefined && { meetingId }), ...(actionId !== undefined && { actionId }) };
}

export const shareReflection = defineCommand(reflections, {
  name: 'shareReflection',
  input: z.strictObject({ reflectionId, visibility }),
  id: ofReflection,
  policy: { allow: may.shareReflection, self: theAuthor },
  refusals: [noSuchReflection, reflectionWithdrawn, visibilityNeedsGroup],
  decide({ reflectionId: id, visibility: wanted }, state, { now }) {
    const refused = refuseReflection(state) ?? refuseVisibility(wanted, state.groupId);
    if (refused) return refused;
    return state.visibility === wanted ? [] : [ReflectionShared.at(now, { ...about(id, state), memberIds: [...state.named], visibility: wanted })];
  },
});

export const confirmReflectionValue = defineCommand(reflections, {
  name: 'confirmReflectionValue',
  input: z.strictObject({ reflectionId, memberId: z.uuid() }),
  id: ofReflection,
  needs: ({ memberId }, { groupId }) => ({
    member: { fold: memberStanding, stream: streamName('member', memberId) },
    membership: { fold: membershipStanding, stream: groupId && streamName('membership', membershipId({ groupId, memberId })) },
  }),
  policy: { allow: may.confirmReflectionValue, self: (input) => input.memberId },
  refusals: [noSuchReflection, reflectionWithdrawn, ownValue, valueNotRealised, noSuchMember, memberErased],
  decide({ reflectionId: id, memberId }, state, { now, needs }) {
    if (state.authorId === memberId) return ownValue('Somebody else confirms what your reflection brought about.');
    // Whoever may not read it learns nothing of it either.
    if (state.authorId === undefined || !maySee(state, needs.membership)) return noSuchReflection('There is no reflection with this id that you may see.');
    const refused = refuseReflection(state) ?? refuseMember(needs.member);
    if (refused) return refused;
    if (state.value !== 'realised') return valueNotRealised('Members confirm value that is claimed as realised; this reflection claims another.');
    return state.confirmedBy.includes(memberId) ? [] : [ReflectionValueConfirmed.at(now, { ...about(id, state), memberIds: [...state.named], confirmedBy: memberId })];
  },
});

function maySee(state: State, membership: MembershipStanding): boolean {
  if (state.visibility === 'network') return true;
  if (state.visibility === 'private') return false;
  return state.visibility === 'group' ? membership.memberSince !== undefined : membership.facilitator;
}

export const withdrawReflection = defineCommand(reflections, {
  name: 'withdrawReflection',
  input: z.strictObject({ reflectionId }),
  id: ofReflection,
  policy: { allow: may.withdrawReflection, self: theAuthor },
  refusals: [noSuchReflection, reflectionWithdrawn],
  decide({ reflectionId: id }, state, { now }) {
    return refuseReflection(state) ?? [ReflectionWithdrawn.at(now, { ...about(id, state), memberIds: [...state.named] })];
  },
});

export const reflectionCommands = [recordReflection, reviseReflection, shareReflection, confirmReflectionValue, withdrawReflection] as const;

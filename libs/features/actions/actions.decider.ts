/** What may be recorded of an action: by its owner, or on their behalf. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, endOfDay, instant, line, plus, streamName, text, timeZone, type Actor, type DecideContext, type Fold, type Needs, type RecordedEvent, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, type GroupStanding } from '../groups/groups.events.js';
import { meetingOfAnotherGroup, meetingPlace, noSuchMeeting, refusePlace, type MeetingPlace } from '../meetings/meetings.events.js';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember, refuseOthers, standingsOf, type MemberStanding } from '../members/members.events.js';
import { membershipStanding, membershipStream, notAMember, type MembershipStanding } from '../memberships/memberships.events.js';
import { noSuchReflection, type ReflectionEvent } from '../reflections/reflections.events.js';
import { ActionCommitted, ActionCompleted, ActionDropped, actionEvents, ActionRenegotiated, actionStanding, type ActionStanding, type DueDate } from './actions.events.js';
import { actionPolicy } from './actions.policy.js';

type State = ActionStanding | undefined;

export const actions = defineDecider({ name: 'action', events: actionEvents, ...actionStanding });

export const noSuchAction = defineRefusal('no-such-action', 'There is no such action', 404);
export const alreadyCommitted = defineRefusal('already-committed', 'This action was committed to already');
export const actionCompleted = defineRefusal('action-completed', 'This action was completed');
export const actionDropped = defineRefusal('action-dropped', 'This action was dropped');
export const beforeCommitment = defineRefusal('before-the-commitment', 'That lies before the commitment', 422);
export const helpsOneself = defineRefusal('helps-oneself', 'The owner of an action is not its helper', 422);
export const nothingNow = defineRefusal('nothing-to-do-now', 'This reflection says nothing to do now', 422);

const actionId = z.uuid();
const occurredAt = instant.optional();
const dueOn = z.iso.date().describe('The day by which it is to be done.');
const zone = timeZone.optional();
const may = actionPolicy.commands;
const ofAction = (input: { actionId: string }) => input.actionId;
const itsOwner = (_input: unknown, state: State) => state?.ownerId;
const itsGroup = (_input: unknown, state: State) => state?.groupId;

interface Source {
  /** Undefined where there is none that stands. */
  authorId: string | undefined;
  nowWhat: boolean;
}

const reflectionFold: Fold<Source> = {
  initial: { authorId: undefined, nowWhat: false },
  evolve(state, recorded: RecordedEvent) {
    const event = recorded as ReflectionEvent;
    switch (event.type) {
      case 'ReflectionRecorded':
        return { authorId: event.data.authorId, nowWhat: event.data.nowWhat !== undefined };
      case 'ReflectionRevised':
        return { ...state, nowWhat: !event.data.cleared?.includes('nowWhat') && (event.data.nowWhat !== undefined || state.nowWhat) };
      case 'ReflectionWithdrawn':
        return reflectionFold.initial;
      default:
        return state;
    }
  },
};

function dueBy(day: string, timeZoneOfIt: string): DueDate {
  return { dueOn: day, dueAt: plus(endOfDay(day, timeZoneOfIt), -1), timeZone: timeZoneOfIt };
}

/** What is due on a day is due at its end: a day before the commitment is a slip of the pen. */
function refuseDue(due: DueDate, committedAt: string): Refusal | undefined {
  if (due.dueAt >= committedAt) return undefined;
  return beforeCommitment('An action is due on the day it is committed to, or later.', { errors: [{ pointer: '/dueOn', detail: 'lies before the commitment' }] });
}

function isThemselves({ kind, id, role }: Actor, ownerId: string): boolean {
  return role === 'system' || (kind === 'member' && id === ownerId);
}

/**
 * Who has no tie to a group commits to nothing there, and is committed to nothing, by whomever: it would stand on the agendas of the group, and on
 * the timeline of its owner.
 */
function refuseStranger({ ownerId, groupId }: { ownerId: string; groupId?: string | undefined }, { people }: MeetingPlace, { periods }: MembershipStanding, actor: Actor): Refusal | undefined {
  if (periods.length > 0 || people.includes(ownerId)) return undefined;
  if (!isThemselves(actor, ownerId)) {
    return notAMember('The owner of a group’s action belongs to it, once did, or answered or came to the meeting it was made in; leave the group out for one of their own.', {
      errors: [{ pointer: '/ownerId', detail: 'names nobody the group has or had' }],
    });
  }
  return notAMember('You can commit yourself in groups that you belong to, or once did, and in meetings that you answered or came to; leave the group out for an action of your own.', {
    errors: [{ pointer: groupId === undefined ? '/meetingId' : '/groupId', detail: 'is of a group its owner never belonged to' }],
  });
}

/** A reflection may be private: nobody but its author opens an action from it, or learns that it is there. */
function refuseSource(ownerId: string, { authorId, nowWhat }: Source, actor: Actor): Refusal | undefined {
  const errors = [{ pointer: '/reflectionId', detail: 'names no reflection it can come from' }];
  if (!isThemselves(actor, ownerId) || authorId !== ownerId) return noSuchReflection('An action comes from a reflection of its owner’s, who says so themselves; there is none with this id.', { errors });
  return nowWhat ? undefined : nothingNow('This reflection does not say what to do now; add that to it first.', { errors });
}

export const commitAction = defineCommand(actions, {
  name: 'commitAction',
  input: z.strictObject({
    actionId,
    ownerId: z.uuid(),
    title: line(300),
    details: text(2_000).optional(),
    dueOn,
    timeZone: zone.describe('Zone of the day; that of the meeting or the group where not given, else UTC.'),
    groupId: z.uuid().optional().describe('The group it is a commitment to.'),
    meetingId: z.uuid().optional().describe('The meeting it was made in; it is a commitment to that meeting’s group.'),
    reflectionId: z.uuid().optional().describe('Your reflection whose `nowWhat` it comes from; nothing of it is copied, and nobody else learns of it.'),
    helperIds: z.array(z.uuid()).max(20).default([]),
    occurredAt,
  }),
  mints: 'actionId',
  id: ofAction,
  policy: {
    allow: may.commitAction,
    self: (input) => input.ownerId,
    group: ({ groupId, meetingId }) => groupId ?? (meetingId && { fold: meetingPlace, stream: streamName('meeting', meetingId) }),
  },
  needs: (input): Needs => ({
    owner: { fold: memberStanding, stream: streamName('member', input.ownerId) },
    group: { fold: groupStanding, stream: input.groupId && streamName('group', input.groupId) },
    meeting: { fold: meetingPlace, stream: input.meetingId && streamName('meeting', input.meetingId) },
    membership: { fold: membershipStanding, stream: ({ meeting }: { meeting?: MeetingPlace }) => membershipStream(input.groupId ?? meeting?.groupId, input.ownerId) },
    reflection: { fold: reflectionFold, stream: input.reflectionId && streamName('reflection', input.reflectionId) },
    ...standingsOf(input.helperIds),
  }),
  refusals: [alreadyCommitted, noSuchMember, memberErased, noSuchGroup, groupArchived, noSuchMeeting, meetingOfAnotherGroup, notAMember, noSuchReflection, nothingNow, helpsOneself, beforeCommitment, inFuture],
  decide(input, state, { now, actor, needs }: DecideContext<Needs>) {
    const { actionId: id, ownerId, title, details, meetingId, reflectionId, helperIds } = input;
    const { owner, group, meeting, membership, reflection } = needs as unknown as { owner: MemberStanding; group: GroupStanding; meeting: MeetingPlace; membership: MembershipStanding; reflection: Source };
    if (state) return alreadyCommitted('This action was committed to already; renegotiate it instead.');
    const when = input.occurredAt ?? now;
    const groupId = meeting.groupId ?? input.groupId;
    const due = dueBy(input.dueOn, input.timeZone ?? meeting.timeZone ?? (group.timeZone || 'UTC'));
    const refused =
      refuseMember(owner) ??
      refusePlace(input, meeting, group) ??
      (groupId === undefined ? undefined : refuseStranger(input, meeting, membership, actor)) ??
      (reflectionId === undefined ? undefined : refuseSource(ownerId, reflection, actor)) ??
      refuseOthers('helperIds', helperIds, { than: ownerId, oneself: () => helpsOneself('Name the people who help; the owner is not one of them.'), needs }) ??
      refuseFuture(when, now, 'occurredAt') ??
      refuseDue(due, when);
    if (refused) return refused;
    return [
      ActionCommitted.at(when, {
        actionId: id,
        ownerId,
        helperIds: [...new Set(helperIds)],
        ...(groupId !== undefined && { groupId }),
        ...(meetingId !== undefined && { meetingId }),
        ...(reflectionId !== undefined && { reflectionId }),
        due,
        title,
        ...(details !== undefined && { details }),
      }),
    ];
  },
});

/** An action that is open, or why nothing more happens to it. */
function openOf(action: State): ActionStanding | Refusal {
  if (!action) return noSuchAction('There is no action with this id.');
  if (action.status === 'completed') return actionCompleted('This action was completed already, and stays so; commit to a new one.');
  return action.status === 'dropped' ? actionDropped('This action was dropped; commit to a new one.') : action;
}

/** When it happens: as said, else now, where that is not before a commitment made by a clock that runs ahead. */
function whenOf(said: string | undefined, now: string, { committedAt }: ActionStanding): string {
  return said ?? (now < committedAt ? committedAt : now);
}

function refuseEnd(when: string, now: string, { committedAt }: ActionStanding): Refusal | undefined {
  if (when < committedAt) return beforeCommitment('An action ends after it was committed to.', { errors: [{ pointer: '/occurredAt', detail: 'lies before the commitment' }] });
  return refuseFuture(when, now, 'occurredAt');
}

function about(id: string, { ownerId, helperIds, groupId, reflectionId, due }: ActionStanding) {
  return { actionId: id, ownerId, helperIds: [...helperIds], ...(groupId !== undefined && { groupId }), ...(reflectionId !== undefined && { reflectionId }), due };
}

const theirs = { self: itsOwner, group: itsGroup };
const ended = [noSuchAction, actionCompleted, actionDropped, beforeCommitment] as const;

export const renegotiateAction = defineCommand(actions, {
  name: 'renegotiateAction',
  input: z.strictObject({ actionId, dueOn, timeZone: zone.describe('Zone of the day; the action’s own where not given.'), reason: text(1_000).optional() }),
  id: ofAction,
  policy: { allow: may.renegotiateAction, ...theirs },
  refusals: ended,
  decide({ actionId: id, dueOn: day, timeZone: wanted, reason }, state, { now }) {
    const action = openOf(state);
    if ('refused' in action) return action;
    const { due: from } = action;
    const due = dueBy(day, wanted ?? from.timeZone);
    if (due.dueOn === from.dueOn && due.timeZone === from.timeZone) return [];
    return refuseDue(due, action.committedAt) ?? [ActionRenegotiated.at(whenOf(undefined, now, action), { ...about(id, action), due, from, ...(reason !== undefined && { reason }) })];
  },
});

export const completeAction = defineCommand(actions, {
  name: 'completeAction',
  input: z.strictObject({ actionId, outcome: text(2_000).describe('What came of it.'), occurredAt }),
  id: ofAction,
  policy: { allow: may.completeAction, ...theirs },
  refusals: [...ended, inFuture],
  decide({ actionId: id, outcome, occurredAt: said }, state, { now }) {
    const action = openOf(state);
    if ('refused' in action) return action;
    const when = whenOf(said, now, action);
    return refuseEnd(when, now, action) ?? [ActionCompleted.at(when, { ...about(id, action), outcome })];
  },
});

export const dropAction = defineCommand(actions, {
  name: 'dropAction',
  input: z.strictObject({ actionId, reason: text(1_000), occurredAt }),
  id: ofAction,
  policy: { allow: may.dropAction, ...theirs },
  refusals: [...ended, inFuture],
  decide({ actionId: id, reason, occurredAt: said }, state, { now }) {
    const action = openOf(state);
    if ('refused' in action) return action;
    const when = whenOf(said, now, action);
    return refuseEnd(when, now, action) ?? [ActionDropped.at(when, { ...about(id, action), reason })];
  },
});

export const actionCommands = [commitAction, renegotiateAction, completeAction, dropAction] as const;

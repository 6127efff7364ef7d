/** What may be recorded of a story: told, revised and withdrawn by its teller, acknowledged by others who may read it. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, line, streamName, text, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, type GroupStanding } from '../groups/groups.events.js';
import { meetingOfAnotherGroup, meetingPlace, noSuchMeeting, refusePlace, type MeetingPlace } from '../meetings/meetings.events.js';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember } from '../members/members.events.js';
import { membershipStanding, membershipStream, notAMember, type MembershipStanding } from '../memberships/memberships.events.js';
import { StoryAcknowledged, storyEvents, StoryRevised, StoryTold, StoryWithdrawn, toldTo, type StoryEvent, type ToldTo } from './stories.events.js';
import { storyPolicy } from './stories.policy.js';

interface State {
  tellerId: string | undefined;
  groupId: string | undefined;
  toldTo: ToldTo;
  title: string | null;
  text: string | null;
  skills: readonly string[];
  toldAt: string;
  /** `occurredAt` of the present version. */
  changedAt: string;
  /** By member: what they took from it. */
  took: Readonly<Record<string, string | null>>;
  withdrawn: boolean;
}

const initial: State = { tellerId: undefined, groupId: undefined, toldTo: 'group', title: null, text: null, skills: [], toldAt: '', changedAt: '', took: {}, withdrawn: false };

export const stories = defineDecider({
  name: 'story',
  events: storyEvents,
  edits: ['StoryTold', 'StoryRevised'],
  initial,
  evolve(state: State, event: StoryEvent): State {
    switch (event.type) {
      case 'StoryTold': {
        const { storyId: _id, meetingId: _meeting, ...told } = event.data;
        return { ...state, ...told, toldAt: event.occurredAt, changedAt: event.occurredAt };
      }
      case 'StoryRevised': {
        const { storyId: _id, tellerId: _teller, groupId: _group, ...changed } = event.data;
        return { ...state, ...changed, changedAt: event.occurredAt };
      }
      case 'StoryAcknowledged':
        return { ...state, took: { ...state.took, [event.data.memberId]: event.data.took } };
      case 'StoryWithdrawn':
        return { ...state, withdrawn: true };
      default:
        event satisfies never;
        return state;
    }
  },
});

export const noSuchStory = defineRefusal('no-such-story', 'There is no such story', 404);
export const alreadyTold = defineRefusal('already-told', 'This story is told already');
export const storyNeedsGroup = defineRefusal('story-needs-a-group', 'A story told to a group needs one', 422);
export const storyWithdrawn = defineRefusal('story-withdrawn', 'This story was withdrawn');
export const ownStory = defineRefusal('cannot-acknowledge-oneself', 'Nobody acknowledges their own story', 422);
export const beforeStory = defineRefusal('before-the-story', 'That lies before the story was told', 422);
export const alreadyAcknowledged = defineRefusal('already-acknowledged', 'This story is acknowledged already');

const storyId = z.uuid();
const occurredAt = instant.optional();
const title = line(200);
const body = text(20_000);
const skills = z.array(line(100)).max(20);

const ofStory = (input: { storyId: string }) => input.storyId;
const theTeller = (_input: unknown, state: State): string | undefined => state.tellerId;
const may = storyPolicy.commands;

/** Present and not withdrawn, or why not. */
function refuseStory(state: State): Refusal | undefined {
  if (state.tellerId === undefined) return noSuchStory('There is no story with this id.');
  return state.withdrawn ? storyWithdrawn('This story was withdrawn; tell a new one.') : undefined;
}

function about(id: string, state: State) {
  return { storyId: id, tellerId: state.tellerId as string, ...(state.groupId !== undefined && { groupId: state.groupId }) };
}

export const tellStory = defineCommand(stories, {
  name: 'tellStory',
  input: z.strictObject({
    storyId,
    tellerId: z.uuid(),
    toldTo: toldTo.describe('`group`: its members of today. `network`: every member who signs in. This never changes.'),
    groupId: z.uuid().optional().describe('Needed for a group, where no meeting tells it.'),
    meetingId: z.uuid().optional().describe('Where it was told; its group is the story’s.'),
    title,
    text: body,
    skills: skills.default([]).describe('What it teaches.'),
    occurredAt,
  }),
  mints: 'storyId',
  id: ofStory,
  policy: { allow: may.tellStory, self: (input) => input.tellerId },
  needs: ({ tellerId, groupId, meetingId }) => ({
    teller: { fold: memberStanding, stream: streamName('member', tellerId) },
    group: { fold: groupStanding, stream: groupId && streamName('group', groupId) },
    meeting: { fold: meetingPlace, stream: meetingId && streamName('meeting', meetingId) },
    membership: { fold: membershipStanding, stream: ({ meeting }: { meeting?: MeetingPlace }) => membershipStream(groupId ?? meeting?.groupId, tellerId) },
  }),
  refusals: [alreadyTold, noSuchMember, memberErased, storyNeedsGroup, noSuchGroup, groupArchived, noSuchMeeting, meetingOfAnotherGroup, notAMember, inFuture],
  decide({ storyId: id, groupId: named, meetingId, occurredAt: at, ...given }, state, { now, needs }) {
    if (state.tellerId !== undefined) return alreadyTold('This story is told already; revise it instead.');
    const when = at ?? now;
    const groupId = named ?? needs.meeting.groupId;
    const refused = refuseMember(needs.teller) ?? refuseTelling({ toldTo: given.toldTo, groupId: named, meetingId }, needs) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    return [StoryTold.at(when, { storyId: id, ...given, ...(groupId !== undefined && { groupId }), ...(meetingId !== undefined && { meetingId }) })];
  },
});

/** A story is told in a group that its teller belongs to or belonged to, if in any. */
function refuseTelling(
  { toldTo: whom, ...place }: { toldTo: ToldTo; groupId: string | undefined; meetingId: string | undefined },
  { group, meeting, membership }: { group: GroupStanding; meeting: MeetingPlace; membership: MembershipStanding },
): Refusal | undefined {
  const refused = refusePlace(place, meeting, group);
  if (refused) return refused;
  if (place.groupId === undefined && place.meetingId === undefined) {
    return whom === 'network' ? undefined : storyNeedsGroup('Name the group you tell it to, or the meeting you told it at; or tell it to the whole network.', { errors: [{ pointer: '/groupId', detail: 'is needed for a story told to a group' }] });
  }
  if (membership.periods.length > 0) return undefined;
  return notAMember('You can tell stories in groups that you belong to, or once did; to tell this one to the whole network, name no group.', { errors: [{ pointer: place.groupId === undefined ? '/meetingId' : '/groupId', detail: 'is of a group its teller never belonged to' }] });
}

export const reviseStory = defineCommand(stories, {
  name: 'reviseStory',
  input: z.strictObject({ storyId, title: title.optional(), text: body.optional(), skills: skills.optional() }),
  id: ofStory,
  policy: { allow: may.reviseStory, self: theTeller },
  refusals: [noSuchStory, storyWithdrawn],
  decide({ storyId: id, ...wanted }, state, { now }) {
    const refused = refuseStory(state);
    if (refused) return refused;
    const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(state[field as keyof State]));
    if (differing.length === 0) return [];
    // A teller's clock may run some minutes ahead: a version never lies before the one it replaces.
    const when = state.changedAt > now ? state.changedAt : now;
    return [StoryRevised.at(when, { ...about(id, state), ...Object.fromEntries(differing) })];
  },
});

export const acknowledgeStory = defineCommand(stories, {
  name: 'acknowledgeStory',
  input: z.strictObject({ storyId, memberId: z.uuid(), took: text(1_000).describe('What you took from it.'), occurredAt }),
  id: ofStory,
  policy: { allow: may.acknowledgeStory, self: (input) => input.memberId },
  needs: ({ memberId }, { groupId }) => ({
    member: { fold: memberStanding, stream: streamName('member', memberId) },
    membership: { fold: membershipStanding, stream: membershipStream(groupId, memberId) },
  }),
  refusals: [noSuchStory, ownStory, beforeStory, alreadyAcknowledged, noSuchMember, memberErased, inFuture],
  decide({ storyId: id, memberId, took, occurredAt: at }, state, { now, needs }) {
    if (state.tellerId === memberId) return ownStory('It is for others to say what they took from your story.');
    // Whoever may not read it learns nothing of it either.
    if (state.tellerId === undefined || !mayRead(state, needs.membership)) return noSuchStory('There is no story with this id that you may read.');
    // A teller's clock may run some minutes ahead.
    const when = at ?? (now < state.toldAt ? state.toldAt : now);
    const refused = refuseMember(needs.member) ?? refuseTaking(when, state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const before = state.took[memberId];
    if (before === took) return [];
    if (before !== undefined) return alreadyAcknowledged('You have said what you took from this story; write a reflection for what it has become to you since.');
    return [StoryAcknowledged.at(when, { ...about(id, state), toldTo: state.toldTo, memberId, took })];
  },
});

function refuseTaking(when: string, { toldAt }: State): Refusal | undefined {
  return when < toldAt ? beforeStory('A story is acknowledged after it was told.', { errors: [{ pointer: '/occurredAt', detail: 'lies before the story was told' }] }) : undefined;
}

/** Whether somebody else than its teller may read it today. */
function mayRead(state: State, membership: MembershipStanding): boolean {
  return !state.withdrawn && (state.toldTo === 'network' || membership.memberSince !== undefined);
}

export const withdrawStory = defineCommand(stories, {
  name: 'withdrawStory',
  input: z.strictObject({ storyId }),
  id: ofStory,
  policy: { allow: may.withdrawStory, self: theTeller },
  refusals: [noSuchStory, storyWithdrawn],
  decide({ storyId: id }, state, { now }) {
    return refuseStory(state) ?? [StoryWithdrawn.at(now, { ...about(id, state), memberIds: Object.keys(state.took) })];
  },
});

export const storyCommands = [tellStory, reviseStory, acknowledgeStory, withdrawStory] as const;

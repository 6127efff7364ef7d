import { type NewEvent } from '#event-sourcing';
import { given, memberActor } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { MeetingScheduled } from '../meetings/meetings.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import { MemberJoined, MemberLeft, MembershipRequested } from '../memberships/memberships.events.js';
import * as commands from './stories.decider.js';
import { StoryAcknowledged, StoryRevised, StoryTold, StoryWithdrawn } from './stories.events.js';

const storyId = '019a9d2c-7b40-7c3e-9f21-000000000060';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const otherGroup = '019a9d2c-7b40-7c3e-9f21-000000000021';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const unknown = '019a9d2c-7b40-7c3e-9f21-0000000000ff';
const [ada, ben, cleo] = ['019a9d2c-7b40-7c3e-9f21-00000000000a', '019a9d2c-7b40-7c3e-9f21-00000000000b', '019a9d2c-7b40-7c3e-9f21-00000000000c'] as const;
const THEN = '2026-02-10T20:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const SKEWED = '2026-03-01T12:05:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';

const founded = (id: string) => [`group-${id}`, GroupFounded.at(THEN, { groupId: id, name: 'G', timeZone: 'UTC' })] as const;
const meeting = MeetingScheduled.at(THEN, { groupId, meetingId, startsAt: THEN, title: 'T', timeZone: 'UTC', localStart: '2026-02-10T20:00:00' });
const membership = (memberId: string, ...facts: readonly NewEvent[]) => [`membership-${groupId}.${memberId}`, ...facts] as const;
const joined = (memberId: string) => MemberJoined.at(THEN, { groupId, memberId });
const left = (memberId: string) => MemberLeft.at(NOW, { groupId, memberId });
/** Two groups, a meeting of the first, three people who are known. */
const among = (...facts: readonly NewEvent[]) =>
  [ada, ben, cleo]
    .reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(THEN, { memberId, displayName: 'X' })), given(...facts))
    .alongside(...founded(groupId))
    .alongside(...founded(otherGroup))
    .alongside(`meeting-${meetingId}`, meeting);
const byAda = { actor: memberActor(ada) };
const byBen = { actor: memberActor(ben) };
const words = { title: 'The year we priced by fear', text: 'We cut every offer.' };
const told = (more: object = {}, at = THEN) => StoryTold.at(at, { storyId, tellerId: ada, ...words, skills: [], toldTo: 'network', ...more });
const inGroup = (more: object = {}) => told({ toldTo: 'group', groupId, ...more });
const about = { storyId, tellerId: ada };
const aboutGroup = { ...about, groupId };
const withdrawn = (memberIds: string[] = []) => StoryWithdrawn.at(NOW, { ...about, memberIds });

describe('Telling a story', () => {
  const input = { storyId, tellerId: ada, ...words, toldTo: 'network' };
  const toGroup = { ...input, toldTo: 'group', groupId };
  it('is done to the whole network, now or some time ago', () => {
    among().when(commands.tellStory, { ...input, title: ' The year we\npriced by fear', text: ' We cut every offer.\n' }, byAda).then(told({}, NOW));
    among().when(commands.tellStory, { ...input, skills: ['Pricing'], occurredAt: THEN }, byAda).then(told({ skills: ['Pricing'] }));
  });
  it('is done to a group one belongs to, or once did', () => {
    among().alongside(...membership(ada, joined(ada))).when(commands.tellStory, { ...toGroup, occurredAt: THEN }, byAda).then(inGroup());
    among().alongside(...membership(ada, joined(ada), left(ada))).when(commands.tellStory, { ...toGroup, occurredAt: THEN }, byAda).then(inGroup());
  });
  it('takes the group from the meeting it was told at', () => {
    const atMeeting = { ...input, toldTo: 'group', meetingId, occurredAt: THEN };
    among().alongside(...membership(ada, joined(ada))).when(commands.tellStory, atMeeting, byAda).then(inGroup({ meetingId }));
    among().alongside(...membership(ada, joined(ada))).when(commands.tellStory, { ...atMeeting, groupId }, byAda).then(inGroup({ meetingId }));
    among().alongside(...membership(ada, joined(ada))).when(commands.tellStory, { ...atMeeting, toldTo: 'network' }, byAda).then(told({ groupId, meetingId }));
  });
  it('may name the group for a story to the whole network', () => {
    among().alongside(...membership(ada, joined(ada))).when(commands.tellStory, { ...input, groupId, occurredAt: THEN }, byAda).then(told({ groupId }));
  });
  it('is not done to a group that is archived, unless in a meeting of it', () => {
    const archived = among().alongside(...membership(ada, joined(ada))).alongside(`group-${groupId}`, GroupArchived.at(NOW, { groupId }));
    for (const toldTo of ['group', 'network']) {
      expect(archived.when(commands.tellStory, { ...toGroup, toldTo }, byAda).thenRefused('group-archived').decision).toMatchObject({ errors: [{ pointer: '/groupId' }] });
    }
    archived.when(commands.tellStory, { ...toGroup, meetingId, occurredAt: THEN }, byAda).then(inGroup({ meetingId }));
    archived.when(commands.tellStory, { ...input, toldTo: 'group', meetingId, occurredAt: THEN }, byAda).then(inGroup({ meetingId }));
    archived.when(commands.tellStory, { ...input, occurredAt: THEN }, byAda).then(told());
  });
  it('needs a group where it is told to one', () => {
    among().when(commands.tellStory, { ...input, toldTo: 'group' }, byAda).thenRefused('story-needs-a-group', /whole network/);
  });
  it('names no group one never belonged to, for whomever', () => {
    among().when(commands.tellStory, toGroup, byAda).thenRefused('not-a-member', /name no group/);
    among().when(commands.tellStory, { ...toGroup, toldTo: 'network' }, byAda).thenRefused('not-a-member');
    among().when(commands.tellStory, { ...input, toldTo: 'group', meetingId }, byAda).thenRefused('not-a-member');
    // Who asked to join belongs to it no more than others do.
    among().alongside(...membership(ada, MembershipRequested.at(THEN, { groupId, memberId: ada }))).when(commands.tellStory, toGroup, byAda).thenRefused('not-a-member');
    among().alongside(...membership(ben, joined(ben))).when(commands.tellStory, toGroup, byAda).thenRefused('not-a-member');
  });
  it('names a group and a meeting that are known, and go together', () => {
    const member = membership(ada, joined(ada));
    among().when(commands.tellStory, { ...toGroup, groupId: unknown }, byAda).thenRefused('no-such-group');
    among().alongside(...member).when(commands.tellStory, { ...toGroup, meetingId: unknown }, byAda).thenRefused('no-such-meeting');
    among().when(commands.tellStory, { ...input, meetingId: unknown }, byAda).thenRefused('no-such-meeting');
    among().alongside(`membership-${otherGroup}.${ada}`, joined(ada)).when(commands.tellStory, { ...toGroup, groupId: otherGroup, meetingId }, byAda).thenRefused('meeting-of-another-group');
  });
  it('is done once, by somebody known, about the past', () => {
    among(told()).when(commands.tellStory, input, byAda).thenRefused('already-told');
    given().when(commands.tellStory, input, byAda).thenRefused('no-such-member');
    among().alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(commands.tellStory, input, byAda).thenRefused('member-erased');
    among().when(commands.tellStory, { ...input, occurredAt: LATER }, byAda).thenRefused('in-the-future');
  });
  it('takes 200 characters of title, 20,000 of text and 20 skills, and says to whom', () => {
    const takes = (more: object) => commands.tellStory.input.safeParse({ ...input, ...more }).success;
    expect([takes({ title: 'x'.repeat(200) }), takes({ title: 'x'.repeat(201) }), takes({ title: ' \n ' })]).toEqual([true, false, false]);
    expect([takes({ text: '💡'.repeat(20_000) }), takes({ text: 'x'.repeat(20_001) }), takes({ text: '  ' })]).toEqual([true, false, false]);
    expect([takes({ skills: Array.from({ length: 20 }, () => 'x') }), takes({ skills: Array.from({ length: 21 }, () => 'x') })]).toEqual([true, false]);
    expect([takes({ toldTo: undefined }), takes({ toldTo: 'facilitator' })]).toEqual([false, false]);
  });
});

describe('Revising', () => {
  const revised = (more: object, at = NOW) => StoryRevised.at(at, { ...about, ...more });
  it('records what differs, and nothing where nothing does', () => {
    among(told()).when(commands.reviseStory, { storyId, title: 'Another', text: words.text, skills: ['Law'] }, byAda).then(revised({ title: 'Another', skills: ['Law'] }));
    among(told(), revised({ title: 'Another' })).when(commands.reviseStory, { storyId, title: words.title }, byAda).then(revised({ title: words.title }));
    among(told(), revised({ title: 'Another' })).when(commands.reviseStory, { storyId, title: 'Another', ...{ text: words.text }, skills: [] }, byAda).thenNothing();
    among(inGroup()).when(commands.reviseStory, { storyId, text: 'We cut all.' }, byAda).then(StoryRevised.at(NOW, { ...aboutGroup, text: 'We cut all.' }));
  });
  it('never lies before the version it replaces, whatever the clock of whoever told it', () => {
    among(told({}, SKEWED)).when(commands.reviseStory, { storyId, text: 'We cut all.' }, byAda).then(revised({ text: 'We cut all.' }, SKEWED));
  });
  it('is of a story that stands, and changes neither to whom nor where', () => {
    among().when(commands.reviseStory, { storyId, title: 'x' }, byAda).thenRefused('no-such-story');
    among(told(), withdrawn()).when(commands.reviseStory, { storyId, title: 'x' }, byAda).thenRefused('story-withdrawn');
    for (const field of [{ toldTo: 'group' }, { groupId }, { tellerId: ben }, { title: null }]) expect(commands.reviseStory.input.safeParse({ storyId, ...field }).success).toBe(false);
  });
});

describe('Acknowledging', () => {
  const took = 'I will name a price and be quiet.';
  const input = { storyId, memberId: ben, took };
  const acknowledged = StoryAcknowledged.at(NOW, { ...about, toldTo: 'network', memberId: ben, took });
  const inTheGroup = StoryAcknowledged.at(NOW, { ...aboutGroup, toldTo: 'group', memberId: ben, took });
  it('is done by whoever may read it today', () => {
    among(told()).when(commands.acknowledgeStory, { ...input, took: ` ${took} ` }, byBen).then(acknowledged);
    among(inGroup()).alongside(...membership(ben, joined(ben))).when(commands.acknowledgeStory, input, byBen).then(inTheGroup);
    // Told to everybody, in a group that its reader does not know.
    among(told({ groupId })).when(commands.acknowledgeStory, input, byBen).then(StoryAcknowledged.at(NOW, { ...aboutGroup, toldTo: 'network', memberId: ben, took }));
    among(told()).when(commands.acknowledgeStory, { ...input, occurredAt: THEN }, byBen).then(StoryAcknowledged.at(THEN, acknowledged.data));
  });
  it('is not there for whoever may not', () => {
    among().when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(inGroup()).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(inGroup()).alongside(...membership(cleo, joined(cleo))).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(inGroup()).alongside(...membership(ben, joined(ben), left(ben))).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(inGroup()).alongside(...membership(ben, MembershipRequested.at(THEN, { groupId, memberId: ben }))).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(told(), withdrawn()).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
    among(told(), acknowledged, withdrawn([ben])).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-story');
  });
  it('is never done by its teller', () => {
    among(told()).when(commands.acknowledgeStory, { ...input, memberId: ada }, byAda).thenRefused('cannot-acknowledge-oneself');
  });
  it('is done once: the same words again change nothing, others are refused', () => {
    among(told(), acknowledged).when(commands.acknowledgeStory, { ...input, took: `${took}\n` }, byBen).thenNothing();
    among(told(), acknowledged).when(commands.acknowledgeStory, { ...input, took: 'Something else.' }, byBen).thenRefused('already-acknowledged');
    among(told(), acknowledged).when(commands.acknowledgeStory, { ...input, memberId: cleo }, { actor: memberActor(cleo) }).then(StoryAcknowledged.at(NOW, { ...acknowledged.data, memberId: cleo }));
    // What was erased stays acknowledged.
    among(told(), StoryAcknowledged.at(NOW, { ...acknowledged.data, took: null })).when(commands.acknowledgeStory, input, byBen).thenRefused('already-acknowledged');
  });
  it('is done after it was told', () => {
    const early = '2026-02-10T19:59:59.999Z';
    expect(among(told()).when(commands.acknowledgeStory, { ...input, occurredAt: early }, byBen).thenRefused('before-the-story', /after it was told/).decision).toMatchObject({ errors: [{ pointer: '/occurredAt' }] });
    among(told(), StoryRevised.at(NOW, { ...about, title: 'Better' })).when(commands.acknowledgeStory, { ...input, occurredAt: THEN }, byBen).then(StoryAcknowledged.at(THEN, acknowledged.data));
    // The clock of whoever told it ran ahead.
    among(told({}, SKEWED)).when(commands.acknowledgeStory, input, byBen).then(StoryAcknowledged.at(SKEWED, acknowledged.data));
  });
  it('is done by somebody known, about the past, in 1,000 characters', () => {
    given(told()).when(commands.acknowledgeStory, input, byBen).thenRefused('no-such-member');
    among(told()).alongside(`member-${ben}`, PersonalDataErased.at(NOW, { memberId: ben })).when(commands.acknowledgeStory, input, byBen).thenRefused('member-erased');
    among(told()).when(commands.acknowledgeStory, { ...input, occurredAt: LATER }, byBen).thenRefused('in-the-future');
    const takes = (text: string) => commands.acknowledgeStory.input.safeParse({ ...input, took: text }).success;
    expect([takes('x'.repeat(1_000)), takes('x'.repeat(1_001)), takes(' ')]).toEqual([true, false, false]);
  });
});

describe('Withdrawing', () => {
  it('is done once, and told to whoever acknowledged it', () => {
    const acknowledged = (memberId: string) => StoryAcknowledged.at(NOW, { ...about, toldTo: 'network', memberId, took: 'x' });
    among(told()).when(commands.withdrawStory, { storyId }, byAda).then(withdrawn());
    among(told(), acknowledged(cleo), acknowledged(ben)).when(commands.withdrawStory, { storyId }, byAda).then(withdrawn([cleo, ben]));
    among(inGroup()).when(commands.withdrawStory, { storyId }, byAda).then(StoryWithdrawn.at(NOW, { ...aboutGroup, memberIds: [] }));
    among(told(), withdrawn()).when(commands.withdrawStory, { storyId }, byAda).thenRefused('story-withdrawn');
    among().when(commands.withdrawStory, { storyId }, byAda).thenRefused('no-such-story');
  });
});

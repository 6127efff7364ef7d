import { type NewEvent } from '#event-sourcing';
import { given, memberActor, viewOf } from '#event-sourcing-testing';
import { ActionCommitted } from '../actions/actions.events.js';
import { HelpRecorded } from '../help/help.events.js';
import { MeetingScheduled } from '../meetings/meetings.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import { MemberJoined, MemberLeft, RoleAssigned } from '../memberships/memberships.events.js';
import { StoryAcknowledged, StoryRevised, StoryTold, StoryWithdrawn } from '../stories/stories.events.js';
import * as commands from './reflections.decider.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionValueConfirmed, ReflectionWithdrawn, type Visibility } from './reflections.events.js';
import { reflectionsView } from './views/reflections.js';

const reflectionId = '019a9d2c-7b40-7c3e-9f21-000000000050';
const earlierId = '019a9d2c-7b40-7c3e-9f21-000000000051';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const ada = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const ben = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const cleo = '019a9d2c-7b40-7c3e-9f21-00000000000c';
const THEN = '2026-02-10T20:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const meeting = MeetingScheduled.at(THEN, { groupId, meetingId, startsAt: THEN, title: 'T', timeZone: 'UTC', localStart: '2026-02-10T20:00:00' });
const among = (...facts: readonly NewEvent[]) =>
  [ada, ben, cleo].reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(THEN, { memberId, displayName: 'X' })), given(...facts)).alongside(`meeting-${meetingId}`, meeting);
const byAda = { actor: memberActor(ada) };
const empty = { learnedFrom: [], skills: [], value: 'immediate' as const, visibility: 'private' as const };
const recorded = (more: object = {}, at = THEN) => ReflectionRecorded.at(at, { reflectionId, authorId: ada, context: 'self', what: 'w', soWhat: 's', ...empty, ...more });
const inGroup = (more: object = {}) => recorded({ context: 'meeting', meetingId, groupId, ...more });
const about = { reflectionId, authorId: ada };
const aboutGroup = { ...about, groupId };

describe('Recording a reflection', () => {
  const input = { reflectionId, authorId: ada, what: ' w ', soWhat: 's' };
  it('is private, on one’s own and of immediate value unless said otherwise', () => {
    among().when(commands.recordReflection, input, byAda).then(recorded({}, NOW));
    among().when(commands.recordReflection, { ...input, occurredAt: THEN }, byAda).then(recorded());
  });
  it('carries the group of what it is about', () => {
    among()
      .when(commands.recordReflection, { ...input, context: { kind: 'meeting', id: meetingId }, nowWhat: 'n', learnedFrom: [ben, cleo, ben], skills: ['Pricing'], value: 'applied', usefulness: 0, visibility: 'group' }, byAda)
      .then(recorded({ context: 'meeting', meetingId, groupId, nowWhat: 'n', learnedFrom: [ben, cleo], skills: ['Pricing'], value: 'applied', usefulness: 0, visibility: 'group' }, NOW));
  });
  it('is about something we know', () => {
    among().when(commands.recordReflection, { ...input, context: { kind: 'meeting', id: earlierId } }, byAda).thenRefused('no-such-context');
    among().when(commands.recordReflection, { ...input, context: { kind: 'help', id: meetingId } }, byAda).thenRefused('no-such-context');
    expect(commands.recordReflection.input.safeParse({ ...input, context: { kind: 'meeting' } }).success).toBe(false);
    expect(commands.recordReflection.input.safeParse({ ...input, context: { kind: 'self', id: meetingId } }).success).toBe(false);
  });
  it('is about help that one gave or received: others know of none', () => {
    const helpId = '019a9d2c-7b40-7c3e-9f21-000000000060';
    const helped = (giverId: string, receiverIds: string[]) => among().alongside(`help-${helpId}`, HelpRecorded.at(THEN, { helpId, giverId, receiverIds, groupId, minutes: 30 }));
    const onHelp = { ...input, context: { kind: 'help', id: helpId } };
    for (const scenario of [helped(ada, [ben]), helped(ben, [cleo, ada])]) scenario.when(commands.recordReflection, onHelp, byAda).then(recorded({ context: 'help', helpId, groupId }, NOW));
    helped(ben, [cleo]).when(commands.recordReflection, onHelp, byAda).thenRefused('no-such-context');
  });
  describe('is about what its author may read: of the rest nobody learns that it is there', () => {
    const thingId = '019a9d2c-7b40-7c3e-9f21-000000000061';
    const joined = MemberJoined.at(THEN, { groupId, memberId: ada });
    const asMember = (scenario: ReturnType<typeof among>, ...facts: NewEvent[]) => scenario.alongside(`membership-${groupId}.${ada}`, joined, ...facts);
    const left = MemberLeft.at(NOW, { groupId, memberId: ada });
    it('an action', () => {
      const due = { dueOn: '2026-04-01', dueAt: NOW, timeZone: 'UTC' };
      const action = (more: object) => among().alongside(`action-${thingId}`, ActionCommitted.at(THEN, { actionId: thingId, ownerId: ben, helperIds: [], due, title: 't', ...more }));
      const on = { ...input, context: { kind: 'action', id: thingId } };
      const ofGroup = recorded({ context: 'action', actionId: thingId, groupId }, NOW);
      for (const own of [{ ownerId: ada }, { helperIds: [cleo, ada] }]) action(own).when(commands.recordReflection, on, byAda).then(recorded({ context: 'action', actionId: thingId }, NOW));
      asMember(action({ groupId })).when(commands.recordReflection, on, byAda).then(ofGroup);
      for (const other of [action({}), action({ groupId }), asMember(action({})), asMember(action({ groupId }), left)]) other.when(commands.recordReflection, on, byAda).thenRefused('no-such-context');
    });
    it('a story', () => {
      const told = { storyId: thingId, tellerId: ben, groupId };
      const story = (toldTo: 'group' | 'network', ...more: NewEvent[]) => among().alongside(`story-${thingId}`, StoryTold.at(THEN, { ...told, title: 't', text: 't', skills: [], toldTo }), ...more);
      const took = (memberId: string) => StoryAcknowledged.at(THEN, { ...told, toldTo: 'group', memberId, took: 't' });
      const withdrawn = StoryWithdrawn.at(NOW, { ...told, memberIds: [] });
      const on = { ...input, context: { kind: 'story', id: thingId } };
      const reflected = recorded({ context: 'story', storyId: thingId, groupId }, NOW);
      for (const scenario of [story('network'), story('network', StoryRevised.at(NOW, { ...told, title: 'x' })), asMember(story('group')), story('group', took(ada)), story('group', took(ada), withdrawn)]) scenario.when(commands.recordReflection, on, byAda).then(reflected);
      for (const other of [story('group'), asMember(story('group'), left), story('group', took(cleo)), story('network', withdrawn), asMember(story('group', withdrawn))]) other.when(commands.recordReflection, on, byAda).thenRefused('no-such-context');
    });
  });
  it('shows to facilitators or a group only where there is one', () => {
    for (const visibility of ['facilitator', 'group']) among().when(commands.recordReflection, { ...input, visibility }, byAda).thenRefused('visibility-needs-a-group');
    among().when(commands.recordReflection, { ...input, visibility: 'network' }, byAda).then(recorded({ visibility: 'network' }, NOW));
    among().when(commands.recordReflection, { ...input, context: { kind: 'meeting', id: meetingId }, visibility: 'facilitator' }, byAda).then(recorded({ context: 'meeting', meetingId, groupId, visibility: 'facilitator' }, NOW));
  });
  it('names others, who are known', () => {
    among().when(commands.recordReflection, { ...input, learnedFrom: [ben, ada] }, byAda).thenRefused('learned-from-oneself');
    among().when(commands.recordReflection, { ...input, learnedFrom: [ben, earlierId] }, byAda).thenRefused('no-such-member');
    among().alongside(`member-${ben}`, PersonalDataErased.at(NOW, { memberId: ben })).when(commands.recordReflection, { ...input, learnedFrom: [ben] }, byAda).thenRefused('member-erased');
  });
  it('builds on an earlier one of the same author that stands', () => {
    const earlier = ReflectionRecorded.at(THEN, { ...recorded().data, reflectionId: earlierId });
    const building = { ...input, buildsOn: earlierId };
    among().alongside(`reflection-${earlierId}`, earlier).when(commands.recordReflection, building, byAda).then(recorded({ buildsOn: earlierId }, NOW));
    among().when(commands.recordReflection, building, byAda).thenRefused('no-such-reflection');
    among().alongside(`reflection-${earlierId}`, ReflectionRecorded.at(THEN, { ...earlier.data, authorId: ben })).when(commands.recordReflection, building, byAda).thenRefused('no-such-reflection');
    among().alongside(`reflection-${earlierId}`, earlier, ReflectionWithdrawn.at(THEN, { ...about, reflectionId: earlierId, memberIds: [] })).when(commands.recordReflection, building, byAda).thenRefused('no-such-reflection');
  });
  it('is done once, by somebody known, about the past', () => {
    among(recorded()).when(commands.recordReflection, input, byAda).thenRefused('already-recorded');
    given().when(commands.recordReflection, input, byAda).thenRefused('no-such-member');
    among().alongside(`member-${ada}`, PersonalDataErased.at(NOW, { memberId: ada })).when(commands.recordReflection, input, byAda).thenRefused('member-erased');
    among().when(commands.recordReflection, { ...input, occurredAt: LATER }, byAda).thenRefused('in-the-future');
  });
  it('has at most 1,000 characters a part, and at least one in the required ones', () => {
    for (const field of ['what', 'soWhat', 'nowWhat']) {
      expect(commands.recordReflection.input.safeParse({ ...input, [field]: 'x'.repeat(1000) }).success).toBe(true);
      expect(commands.recordReflection.input.safeParse({ ...input, [field]: 'x'.repeat(1001) }).success).toBe(false);
      expect(commands.recordReflection.input.safeParse({ ...input, [field]: '  ' }).success).toBe(false);
    }
    expect(commands.recordReflection.input.safeParse({ ...input, usefulness: 5 }).success).toBe(false);
  });
});

describe('Revising', () => {
  const revised = (more: object, memberIds: string[] = []) => ReflectionRevised.at(NOW, { ...about, memberIds, ...more });
  it('records what differs, and what was emptied', () => {
    among(recorded({ nowWhat: 'n', usefulness: 3 })).when(commands.reviseReflection, { reflectionId, what: 'other', soWhat: 's', nowWhat: null, usefulness: null }, byAda).then(revised({ what: 'other', cleared: ['nowWhat', 'usefulness'] }));
    among(recorded()).when(commands.reviseReflection, { reflectionId, usefulness: 0, skills: ['Law'], value: 'potential' }, byAda).then(revised({ usefulness: 0, skills: ['Law'], value: 'potential' }));
  });
  it('tells everybody who was ever named, and all of it to whoever has met nothing of it yet', () => {
    const whole = { what: 'w', soWhat: 's', skills: [], value: 'immediate', before: { reflectedAt: THEN, visibility: 'private' } };
    among(recorded({ learnedFrom: [ben] })).when(commands.reviseReflection, { reflectionId, learnedFrom: [cleo] }, byAda).then(revised({ ...whole, learnedFrom: [cleo] }, [ben, cleo]));
    among(inGroup({ nowWhat: 'n', skills: ['Law'], visibility: 'group' }))
      .when(commands.reviseReflection, { reflectionId, what: 'v', nowWhat: null, learnedFrom: [cleo] }, byAda)
      .then(ReflectionRevised.at(NOW, { ...aboutGroup, memberIds: [cleo], meetingId, soWhat: 's', what: 'v', skills: ['Law'], value: 'immediate', before: { reflectedAt: THEN, visibility: 'group' }, learnedFrom: [cleo], cleared: ['nowWhat'] }));
    among(recorded({ learnedFrom: [ben] }), revised({ learnedFrom: [cleo] }, [ben, cleo])).when(commands.reviseReflection, { reflectionId, learnedFrom: [] }, byAda).then(revised({ learnedFrom: [] }, [ben, cleo]));
  });
  it('comes after what it changes, also where a clock ran ahead: nothing of it is lost', () => {
    const AHEAD = '2026-03-01T12:04:00.000Z';
    const secret = recorded({ what: 'secret', learnedFrom: [ben], skills: ['Divorce'] }, AHEAD);
    const { decision } = among(secret).when(commands.reviseReflection, { reflectionId, what: 'clean', learnedFrom: [], skills: [] }, byAda);
    expect(decision).toMatchObject([{ occurredAt: AHEAD }]);
    expect(viewOf(reflectionsView, [secret, ...(decision as readonly NewEvent[])])[reflectionId]).toMatchObject({ what: 'clean', learnedFrom: [], skills: [] });
  });
  it('names everybody once', () => {
    among(recorded()).when(commands.reviseReflection, { reflectionId, learnedFrom: [ben, ben] }, byAda).then(revised({ what: 'w', soWhat: 's', skills: [], value: 'immediate', before: { reflectedAt: THEN, visibility: 'private' }, learnedFrom: [ben] }, [ben]));
    among(recorded({ learnedFrom: [ben] })).when(commands.reviseReflection, { reflectionId, learnedFrom: [ben, ben] }, byAda).thenNothing();
  });
  it('changes nothing where nothing differs', () => {
    among(recorded()).when(commands.reviseReflection, { reflectionId, what: 'w', nowWhat: null, usefulness: null, learnedFrom: [], value: 'immediate' }, byAda).thenNothing();
    among(recorded({ nowWhat: 'n' }), revised({ cleared: ['nowWhat'] })).when(commands.reviseReflection, { reflectionId, nowWhat: null }, byAda).thenNothing();
  });
  it('is of a reflection that stands, naming others who are known', () => {
    among().when(commands.reviseReflection, { reflectionId, what: 'x' }, byAda).thenRefused('no-such-reflection');
    among(recorded(), ReflectionWithdrawn.at(NOW, { ...about, memberIds: [] })).when(commands.reviseReflection, { reflectionId, what: 'x' }, byAda).thenRefused('reflection-withdrawn');
    among(recorded()).when(commands.reviseReflection, { reflectionId, learnedFrom: [ada] }, byAda).thenRefused('learned-from-oneself');
    among(recorded()).when(commands.reviseReflection, { reflectionId, learnedFrom: [earlierId] }, byAda).thenRefused('no-such-member');
  });
});

describe('Sharing', () => {
  it('widens and narrows, and tells whoever was named', () => {
    const shared = (visibility: Visibility) => ReflectionShared.at(NOW, { ...aboutGroup, memberIds: [ben], visibility });
    among(inGroup({ learnedFrom: [ben] })).when(commands.shareReflection, { reflectionId, visibility: 'group' }, byAda).then(shared('group'));
    among(inGroup({ learnedFrom: [ben] }), shared('network')).when(commands.shareReflection, { reflectionId, visibility: 'private' }, byAda).then(shared('private'));
    among(inGroup({ learnedFrom: [ben] }), shared('network')).when(commands.shareReflection, { reflectionId, visibility: 'network' }, byAda).thenNothing();
    among(recorded()).when(commands.shareReflection, { reflectionId, visibility: 'private' }, byAda).thenNothing();
  });
  it('needs a reflection that stands, and a group for its audiences', () => {
    among(recorded()).when(commands.shareReflection, { reflectionId, visibility: 'group' }, byAda).thenRefused('visibility-needs-a-group');
    among().when(commands.shareReflection, { reflectionId, visibility: 'network' }, byAda).thenRefused('no-such-reflection');
    among(recorded(), ReflectionWithdrawn.at(NOW, { ...about, memberIds: [] })).when(commands.shareReflection, { reflectionId, visibility: 'network' }, byAda).thenRefused('reflection-withdrawn');
  });
});

describe('Confirming value', () => {
  const member = (...facts: readonly NewEvent[]) => [`membership-${groupId}.${ben}`, ...facts] as const;
  const joined = MemberJoined.at(THEN, { groupId, memberId: ben });
  const facilitator = RoleAssigned.at(THEN, { groupId, memberId: ben, role: 'facilitator' });
  const confirm = { reflectionId, memberId: ben };
  const byBen = { actor: memberActor(ben) };
  const confirmed = ReflectionValueConfirmed.at(NOW, { ...aboutGroup, memberIds: [], confirmedBy: ben });
  const realised = (visibility: Visibility) => inGroup({ value: 'realised', visibility });
  it('is done by whoever may see it', () => {
    among(realised('group')).alongside(...member(joined)).when(commands.confirmReflectionValue, confirm, byBen).then(confirmed);
    among(realised('facilitator')).alongside(...member(joined, facilitator)).when(commands.confirmReflectionValue, confirm, byBen).then(confirmed);
    among(realised('network')).when(commands.confirmReflectionValue, { reflectionId, memberId: ben }, byBen).then(confirmed);
    among(realised('private')).alongside(...member(joined, facilitator)).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    among(realised('facilitator')).alongside(...member(joined)).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    among(realised('group')).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    among(realised('group')).alongside(...member(joined, MemberLeft.at(NOW, { groupId, memberId: ben }))).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    const otherGroup = '019a9d2c-7b40-7c3e-9f21-000000000021';
    among(realised('group')).alongside(`membership-${otherGroup}.${ben}`, joined).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
  });
  it('is never done by its author, and once by each other', () => {
    among(realised('network')).when(commands.confirmReflectionValue, { reflectionId, memberId: ada }, byAda).thenRefused('cannot-confirm-oneself');
    among(realised('network'), confirmed).when(commands.confirmReflectionValue, { reflectionId, memberId: ben }, byBen).thenNothing();
  });
  it('is of realised value, and of the value that was claimed', () => {
    among(inGroup({ value: 'applied', visibility: 'network' })).when(commands.confirmReflectionValue, { reflectionId, memberId: ben }, byBen).thenRefused('value-not-realised');
    const back = [ReflectionRevised.at(NOW, { ...aboutGroup, memberIds: [], value: 'applied' }), ReflectionRevised.at(NOW, { ...aboutGroup, memberIds: [], value: 'realised' })];
    among(realised('network'), confirmed, ...back).when(commands.confirmReflectionValue, { reflectionId, memberId: ben }, byBen).then(confirmed);
    const reworded = ReflectionRevised.at(NOW, { ...aboutGroup, memberIds: [], what: 'other' });
    among(realised('network'), confirmed, reworded).when(commands.confirmReflectionValue, { reflectionId, memberId: ben }, byBen).thenNothing();
  });
  it('is of a reflection that stands, by somebody known', () => {
    among().when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    among(realised('network'), ReflectionWithdrawn.at(NOW, { ...aboutGroup, memberIds: [] })).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-reflection');
    given(realised('network')).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('no-such-member');
    given(realised('network')).alongside(`member-${ben}`, MemberRegistered.at(THEN, { memberId: ben, displayName: 'X' }), PersonalDataErased.at(NOW, { memberId: ben })).when(commands.confirmReflectionValue, confirm, byBen).thenRefused('member-erased');
  });
});

describe('Withdrawing', () => {
  it('is done once', () => {
    const withdrawn = ReflectionWithdrawn.at(NOW, { ...about, memberIds: [] });
    among(recorded()).when(commands.withdrawReflection, { reflectionId }, byAda).then(withdrawn);
    among(recorded(), withdrawn).when(commands.withdrawReflection, { reflectionId }, byAda).thenRefused('reflection-withdrawn');
    among().when(commands.withdrawReflection, { reflectionId }, byAda).thenRefused('no-such-reflection');
  });
});

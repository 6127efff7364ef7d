import type { Actor, AnyCommand, NewEvent } from '#event-sourcing';
import { administrator, given, memberActor } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { AttendanceRecorded, MeetingRescheduled, MeetingScheduled, RsvpGiven } from '../meetings/meetings.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import { MemberJoined, MemberLeft, MembershipRequested } from '../memberships/memberships.events.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionWithdrawn } from '../reflections/reflections.events.js';
import * as commands from './actions.decider.js';
import { ActionCommitted, ActionCompleted, ActionDropped, ActionRenegotiated } from './actions.events.js';

const id = (n: string) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`;
const [actionId, groupId, otherGroupId, meetingId, reflectionId, ada, ben, cleo, stranger] = ['60', '20', '21', '30', '50', '0a', '0b', '0c', 'ff'].map(id) as [string, string, string, string, string, string, string, string, string];
const THEN = '2026-02-10T20:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const byAda = { actor: memberActor(ada) };

const meeting = MeetingScheduled.at(THEN, { groupId, meetingId, startsAt: THEN, title: 'T', timeZone: 'America/Denver', localStart: '2026-02-10T13:00:00' });
const nowWhat = ReflectionRecorded.at(THEN, { reflectionId, authorId: ada, context: 'self', what: 'w', soWhat: 's', nowWhat: 'n', learnedFrom: [], skills: [], value: 'potential', visibility: 'private' });
const joined = (memberId: string) => [`membership-${groupId}.${memberId}`, MemberJoined.at(THEN, { groupId, memberId })] as const;
/** Three people who are known, of whom Ada and Ben belong to the group. */
const among = (...facts: readonly NewEvent[]) =>
  [ada, ben, cleo]
    .reduce((scenario, memberId) => scenario.alongside(`member-${memberId}`, MemberRegistered.at(THEN, { memberId, displayName: 'X' })), given(...facts))
    .alongside(`group-${groupId}`, GroupFounded.at(THEN, { groupId, name: 'G', timeZone: 'Europe/Berlin' }))
    .alongside(`meeting-${meetingId}`, meeting)
    .alongside(...joined(ada))
    .alongside(...joined(ben));

// The end of 20 March in each zone, by hand: UTC+1 in Berlin, UTC−6 in Denver (daylight saving time began on 8 March).
const BERLIN = { dueOn: '2026-03-20', dueAt: '2026-03-20T22:59:59.999Z', timeZone: 'Europe/Berlin' };
const DENVER = { dueOn: '2026-03-20', dueAt: '2026-03-21T05:59:59.999Z', timeZone: 'America/Denver' };
const UTC = { dueOn: '2026-03-20', dueAt: '2026-03-20T23:59:59.999Z', timeZone: 'UTC' };
const about = { actionId, ownerId: ada, helperIds: [ben], groupId };
const committed = (more: object = {}, at = THEN) => ActionCommitted.at(at, { ...about, due: BERLIN, title: 't', ...more });

describe('Committing to an action', () => {
  const input = { actionId, ownerId: ada, title: ' t ', dueOn: '2026-03-20' };
  const alone = (more: object = {}, at = NOW) => ActionCommitted.at(at, { actionId, ownerId: ada, helperIds: [], due: UTC, title: 't', ...more });
  it('is to a group, in a meeting, or on one’s own; the day ends in its zone', () => {
    among().when(commands.commitAction, input, byAda).then(alone());
    among().when(commands.commitAction, { ...input, groupId }, byAda).then(alone({ groupId, due: BERLIN }));
    among().when(commands.commitAction, { ...input, meetingId }, byAda).then(alone({ groupId, meetingId, due: DENVER }));
    among().when(commands.commitAction, { ...input, meetingId, groupId }, byAda).then(alone({ groupId, meetingId, due: DENVER }));
    among().when(commands.commitAction, { ...input, groupId, timeZone: 'UTC' }, byAda).then(alone({ groupId }));
    const moved = MeetingRescheduled.at(THEN, { groupId, meetingId, startsAt: THEN, localStart: '2026-02-10T21:00:00', timeZone: 'Europe/Berlin', memberIds: [] });
    const renamed = MeetingRescheduled.at(THEN, { groupId, meetingId, startsAt: THEN, localStart: '2026-02-10T21:00:00', title: 'U', memberIds: [] });
    among().alongside(`meeting-${meetingId}`, moved, renamed).when(commands.commitAction, { ...input, meetingId }, byAda).then(alone({ groupId, meetingId, due: BERLIN }));
  });
  it('is by nobody whom the group never had, whoever writes it down', () => {
    const forCleo = { ...input, ownerId: cleo };
    const byAdmin = { actor: administrator };
    const byImport = { actor: { kind: 'key', id: stranger, role: 'integrator', via: 'import' } as Actor };
    for (const by of [byAda, byAdmin, byImport]) {
      const { decision } = among().when(commands.commitAction, { ...forCleo, groupId }, by).thenRefused('not-a-member', /belong/);
      expect(decision).toMatchObject({ errors: [{ pointer: '/ownerId' }] });
      among().alongside(`membership-${groupId}.${cleo}`, MembershipRequested.at(THEN, { groupId, memberId: cleo })).when(commands.commitAction, { ...forCleo, groupId }, by).thenRefused('not-a-member');
      among().when(commands.commitAction, { ...forCleo, groupId, meetingId }, by).thenRefused('not-a-member');
      // A visitor of the meeting is somebody the group knows.
      const came = AttendanceRecorded.at(THEN, { groupId, meetingId, startsAt: THEN, memberId: cleo, outcome: 'visitor', how: 'rollCall' });
      among().alongside(`meeting-${meetingId}`, came).when(commands.commitAction, { ...forCleo, meetingId }, by).then(alone({ ownerId: cleo, groupId, meetingId, due: DENVER }));
      among().alongside(`meeting-${meetingId}`, came).when(commands.commitAction, { ...forCleo, groupId }, by).thenRefused('not-a-member');
      // Whoever once belonged to it may have committed to it then.
      among().alongside(...joined(cleo)).alongside(`membership-${groupId}.${cleo}`, MemberLeft.at(NOW, { groupId, memberId: cleo })).when(commands.commitAction, { ...forCleo, groupId }, by).then(alone({ ownerId: cleo, groupId, due: BERLIN }));
      among().when(commands.commitAction, forCleo, by).then(alone({ ownerId: cleo }));
    }
  });
  it('puts nothing before a group that its owner has nothing to do with', () => {
    const byCleo = { actor: memberActor(cleo) };
    const own = { ...input, ownerId: cleo };
    for (const [place, pointer] of [[{ groupId }, '/groupId'], [{ meetingId }, '/meetingId'], [{ groupId, meetingId }, '/groupId']] as const) {
      expect(among().when(commands.commitAction, { ...own, ...place }, byCleo).thenRefused('not-a-member', /leave the group out/).decision).toMatchObject({ errors: [{ pointer }] });
    }
    among().when(commands.commitAction, own, byCleo).then(alone({ ownerId: cleo }));
    among().alongside(...joined(cleo)).when(commands.commitAction, { ...own, groupId }, byCleo).then(alone({ ownerId: cleo, groupId, due: BERLIN }));
    // In a meeting, whoever answered it or was there.
    const facts = [
      RsvpGiven.at(THEN, { groupId, meetingId, startsAt: THEN, memberId: cleo, response: 'yes', guests: 0 }),
      AttendanceRecorded.at(THEN, { groupId, meetingId, startsAt: THEN, memberId: cleo, outcome: 'visitor', how: 'rollCall' }),
    ];
    for (const fact of facts) {
      among().alongside(`meeting-${meetingId}`, fact).when(commands.commitAction, { ...own, meetingId }, byCleo).then(alone({ ownerId: cleo, groupId, meetingId, due: DENVER }));
      among().alongside(`meeting-${meetingId}`, fact).when(commands.commitAction, { ...own, groupId }, byCleo).thenRefused('not-a-member');
    }
  });
  it('has helpers and details, and may be recorded late', () => {
    among()
      .when(commands.commitAction, { ...input, details: 'd', helperIds: [ben, cleo, ben], occurredAt: THEN }, byAda)
      .then(alone({ helperIds: [ben, cleo], details: 'd' }, THEN));
  });
  it('is to a group that is open, in a meeting of that group', () => {
    among().when(commands.commitAction, { ...input, groupId: otherGroupId }, byAda).thenRefused('no-such-group');
    among().when(commands.commitAction, { ...input, meetingId: stranger }, byAda).thenRefused('no-such-meeting');
    among().when(commands.commitAction, { ...input, meetingId, groupId: otherGroupId }, byAda).thenRefused('meeting-of-another-group');
    const archived = among().alongside(`group-${groupId}`, GroupArchived.at(THEN, { groupId }));
    archived.when(commands.commitAction, { ...input, groupId }, byAda).thenRefused('group-archived');
    archived.when(commands.commitAction, { ...input, meetingId }, byAda).then(alone({ groupId, meetingId, due: DENVER }));
  });
  it('is made once, by somebody known, with others who are known', () => {
    among(committed()).when(commands.commitAction, input, byAda).thenRefused('already-committed');
    given().when(commands.commitAction, input, byAda).thenRefused('no-such-member');
    among().when(commands.commitAction, { ...input, helperIds: [ben, ada] }, byAda).thenRefused('helps-oneself');
    among().when(commands.commitAction, { ...input, helperIds: [ben, stranger] }, byAda).thenRefused('no-such-member');
    const erased = (memberId: string) => among().alongside(`member-${memberId}`, PersonalDataErased.at(NOW, { memberId }));
    erased(ada).when(commands.commitAction, input, byAda).thenRefused('member-erased');
    erased(ben).when(commands.commitAction, { ...input, helperIds: [ben] }, byAda).thenRefused('member-erased');
  });
  it('was made in the past, to be done that day or later', () => {
    among().when(commands.commitAction, { ...input, occurredAt: LATER }, byAda).thenRefused('in-the-future');
    among().when(commands.commitAction, { ...input, dueOn: '2026-02-28' }, byAda).thenRefused('before-the-commitment');
    among().when(commands.commitAction, { ...input, dueOn: '2026-03-01' }, byAda).then(alone({ due: { dueOn: '2026-03-01', dueAt: '2026-03-01T23:59:59.999Z', timeZone: 'UTC' } }));
    for (const dueOn of ['2026-02-30', '2026-3-1', 'soon']) expect(commands.commitAction.input.safeParse({ ...input, dueOn }).success).toBe(false);
  });

  describe('from a reflection', () => {
    const from = { ...input, reflectionId };
    const stream = `reflection-${reflectionId}`;
    const revised = (more: object) => ReflectionRevised.at(THEN, { reflectionId, authorId: ada, memberIds: [], ...more });
    it('names it, and copies nothing of it', () => {
      among().alongside(stream, nowWhat).when(commands.commitAction, from, byAda).then(alone({ reflectionId }));
    });
    it('is of one’s own that stands', () => {
      among().when(commands.commitAction, from, byAda).thenRefused('no-such-reflection');
      among().alongside(stream, nowWhat).when(commands.commitAction, { ...from, ownerId: ben }, { actor: memberActor(ben) }).thenRefused('no-such-reflection');
      among().alongside(stream, nowWhat, ReflectionWithdrawn.at(NOW, { reflectionId, authorId: ada, memberIds: [] })).when(commands.commitAction, from, byAda).thenRefused('no-such-reflection');
    });
    it('is for its author to say: nobody else learns whether there is one', () => {
      const others: Actor[] = [administrator, memberActor(ben), { kind: 'key', id: stranger, role: 'integrator', via: 'api' }, { kind: 'account', id: ada, role: 'admin', via: 'api' }];
      for (const actor of others) {
        const refusals = [among().alongside(stream, nowWhat), among()].map((scenario) => scenario.when(commands.commitAction, from, { actor }).thenRefused('no-such-reflection').decision);
        expect(refusals[0]).toEqual(refusals[1]);
      }
    });
    it('says what to do now', () => {
      const without = ReflectionRecorded.at(THEN, { ...nowWhat.data, nowWhat: undefined });
      among().alongside(stream, without).when(commands.commitAction, from, byAda).thenRefused('nothing-to-do-now');
      among().alongside(stream, nowWhat, revised({ cleared: ['nowWhat'] })).when(commands.commitAction, from, byAda).thenRefused('nothing-to-do-now');
      among().alongside(stream, without, revised({ nowWhat: 'n' }), revised({ what: 'v' })).when(commands.commitAction, from, byAda).then(alone({ reflectionId }));
    });
  });
});

describe('Renegotiating', () => {
  const input = { actionId, dueOn: '2026-04-03' };
  // Summer time began in Berlin on 29 March.
  const APRIL = { dueOn: '2026-04-03', dueAt: '2026-04-03T21:59:59.999Z', timeZone: 'Europe/Berlin' };
  it('keeps the old date', () => {
    among(committed()).when(commands.renegotiateAction, { ...input, reason: ' r ' }, byAda).then(ActionRenegotiated.at(NOW, { ...about, due: APRIL, from: BERLIN, reason: 'r' }));
    const moved = ActionRenegotiated.at(NOW, { ...about, due: APRIL, from: BERLIN });
    among(committed({ reflectionId }), ActionRenegotiated.at(NOW, { ...moved.data, reflectionId })).when(commands.renegotiateAction, { actionId, dueOn: '2026-03-20' }, byAda).then(ActionRenegotiated.at(NOW, { ...about, reflectionId, due: BERLIN, from: APRIL }));
  });
  it('to the same date changes nothing; to the same day elsewhere does', () => {
    among(committed()).when(commands.renegotiateAction, { actionId, dueOn: '2026-03-20' }, byAda).thenNothing();
    among(committed()).when(commands.renegotiateAction, { actionId, dueOn: '2026-03-20', reason: 'r' }, byAda).thenNothing();
    among(committed()).when(commands.renegotiateAction, { actionId, dueOn: '2026-03-20', timeZone: 'America/Denver' }, byAda).then(ActionRenegotiated.at(NOW, { ...about, due: DENVER, from: BERLIN }));
  });
  it('is of one that is open, to the day of the commitment or later', () => {
    among().when(commands.renegotiateAction, input, byAda).thenRefused('no-such-action');
    among(committed(), ActionCompleted.at(NOW, { ...about, due: BERLIN, outcome: 'o' })).when(commands.renegotiateAction, input, byAda).thenRefused('action-completed');
    among(committed(), ActionDropped.at(NOW, { ...about, due: BERLIN, reason: 'r' })).when(commands.renegotiateAction, input, byAda).thenRefused('action-dropped');
    among(committed()).when(commands.renegotiateAction, { actionId, dueOn: '2026-02-09' }, byAda).thenRefused('before-the-commitment');
  });
});

describe('Ending', () => {
  const done = (at = NOW) => ActionCompleted.at(at, { ...about, due: BERLIN, outcome: 'o' });
  const dropped = (at = NOW) => ActionDropped.at(at, { ...about, due: BERLIN, reason: 'r' });
  const complete = { actionId, outcome: ' o ' };
  const drop = { actionId, reason: ' r ' };
  const both: [AnyCommand, object, (at?: string) => NewEvent][] = [[commands.completeAction, complete, done], [commands.dropAction, drop, dropped]];
  it('is with an outcome, or with a reason', () => {
    among(committed()).when(commands.completeAction, complete, byAda).then(done());
    among(committed()).when(commands.dropAction, drop, byAda).then(dropped());
    expect(commands.completeAction.input.safeParse({ actionId }).success).toBe(false);
    expect(commands.dropAction.input.safeParse({ actionId }).success).toBe(false);
  });
  it('names the reflection it came from, and the due date as it stands', () => {
    const due = { ...BERLIN, dueOn: '2026-03-21', dueAt: '2026-03-21T22:59:59.999Z' };
    among(committed({ reflectionId }), ActionRenegotiated.at(NOW, { ...about, reflectionId, due, from: BERLIN })).when(commands.completeAction, complete, byAda).then(ActionCompleted.at(NOW, { ...about, reflectionId, due, outcome: 'o' }));
  });
  it('may be recorded late, but never before the commitment or in the future', () => {
    for (const [command, input, fact] of both) {
      among(committed()).when(command, { ...input, occurredAt: THEN }, byAda).then(fact(THEN));
      among(committed()).when(command, { ...input, occurredAt: '2026-02-10T19:59:59.999Z' }, byAda).thenRefused('before-the-commitment');
      among(committed()).when(command, { ...input, occurredAt: LATER }, byAda).thenRefused('in-the-future');
      // Somebody’s clock ran ahead when they committed to it.
      among(committed({}, '2026-03-01T12:04:00.000Z')).when(command, input, byAda).then(fact('2026-03-01T12:04:00.000Z'));
    }
  });
  it('happens once', () => {
    for (const [command, input] of both) {
      among().when(command, input, byAda).thenRefused('no-such-action');
      among(committed(), done()).when(command, input, byAda).thenRefused('action-completed');
      among(committed(), dropped()).when(command, input, byAda).thenRefused('action-dropped');
    }
  });
});

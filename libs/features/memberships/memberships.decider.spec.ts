import fc from 'fast-check';
import { isRefusal, type NewEvent } from '#event-sourcing';
import { given, recorded } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import * as commands from './memberships.decider.js';
import { activeAt, ended, MemberJoined, MemberLeft, MembershipDeclined, MembershipRequested, membershipStanding, RoleAssigned, type Period } from './memberships.events.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const memberId = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const both = { groupId, memberId };
const [JANUARY, FEBRUARY, MARCH] = ['2026-01-10T09:00:00.000Z', '2026-02-10T09:00:00.000Z', '2026-02-20T09:00:00.000Z'] as const;
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const group = GroupFounded.at(JANUARY, { groupId, name: 'G', timeZone: 'UTC' });
const member = MemberRegistered.at(JANUARY, { memberId, displayName: 'Ada' });
const among = (...facts: readonly NewEvent[]) => given(...facts).alongside(`group-${groupId}`, group).alongside(`member-${memberId}`, member);
const joined = (at: string = JANUARY) => MemberJoined.at(at, both);
const left = (at: string = FEBRUARY) => MemberLeft.at(at, both);
const requested = (at: string = JANUARY) => MembershipRequested.at(at, both);

describe('Joining', () => {
  it('begins a period, and another one after leaving', () => {
    among().when(commands.joinGroup, { ...both, occurredAt: JANUARY }).then(joined());
    among().when(commands.joinGroup, both).then(joined(NOW));
    among(joined(), left()).when(commands.joinGroup, { ...both, occurredAt: MARCH }).then(joined(MARCH));
  });
  it('twice is refused in words a person understands', () => {
    among(joined()).when(commands.joinGroup, both).thenRefused('already-a-member', /belongs to the group already/);
  });
  it('needs a group that is open and a member who is known', () => {
    given().alongside(`member-${memberId}`, member).when(commands.joinGroup, both).thenRefused('no-such-group');
    given().alongside(`group-${groupId}`, group).when(commands.joinGroup, both).thenRefused('no-such-member');
    among().alongside(`group-${groupId}`, GroupArchived.at(FEBRUARY, { groupId })).when(commands.joinGroup, both).thenRefused('group-archived');
    among().alongside(`member-${memberId}`, PersonalDataErased.at(FEBRUARY, { memberId })).when(commands.joinGroup, both).thenRefused('member-erased');
  });
  it('answers an open request', () => {
    among(requested()).when(commands.joinGroup, both).then(joined(NOW));
  });
});

describe('Dates of one membership', () => {
  it('never run backwards; the same instant is allowed', () => {
    among(joined(), left(FEBRUARY)).when(commands.joinGroup, { ...both, occurredAt: JANUARY }).thenRefused('dates-run-backwards');
    among(joined(), left(FEBRUARY)).when(commands.joinGroup, { ...both, occurredAt: FEBRUARY }).then(joined(FEBRUARY));
    among(joined(FEBRUARY)).when(commands.leaveGroup, { ...both, occurredAt: JANUARY }).thenRefused('dates-run-backwards');
    among(requested(FEBRUARY)).when(commands.approveRequest, { ...both, occurredAt: JANUARY }).thenRefused('dates-run-backwards');
    among(requested(FEBRUARY)).when(commands.declineRequest, { ...both, occurredAt: JANUARY }).thenRefused('dates-run-backwards');
    among(joined(FEBRUARY)).when(commands.assignRole, { ...both, role: 'facilitator', occurredAt: JANUARY }).thenRefused('dates-run-backwards');
  });
  it('are not in the future', () => {
    for (const [command, facts, more] of [
      [commands.joinGroup, [], {}],
      [commands.requestMembership, [], {}],
      [commands.approveRequest, [requested()], {}],
      [commands.declineRequest, [requested()], {}],
      [commands.leaveGroup, [joined()], {}],
      [commands.assignRole, [joined()], { role: 'facilitator' }],
    ] as const) {
      among(...facts).when(command as never, { ...both, ...more, occurredAt: LATER }).thenRefused('in-the-future');
    }
  });
  it('follow a clock that ran ahead', () => {
    const ahead = '2026-03-01T12:04:00.000Z';
    among(joined(), left(ahead)).when(commands.joinGroup, both).then(joined(ahead));
  });
});

describe('Requests', () => {
  it('are made once, and not by members', () => {
    among().when(commands.requestMembership, both).then(requested(NOW));
    among(requested()).when(commands.requestMembership, both).thenRefused('already-requested');
    among(joined()).when(commands.requestMembership, both).thenRefused('already-a-member');
    given().alongside(`member-${memberId}`, member).when(commands.requestMembership, both).thenRefused('no-such-group');
    given().alongside(`group-${groupId}`, group).when(commands.requestMembership, both).thenRefused('no-such-member');
  });
  it('are approved or declined while open', () => {
    const declined = MembershipDeclined.at(NOW, { ...both, reason: 'Full' });
    among(requested()).when(commands.approveRequest, both).then(joined(NOW));
    among(requested()).when(commands.declineRequest, { ...both, reason: ' Full ' }).then(declined);
    among(requested()).when(commands.declineRequest, both).then(MembershipDeclined.at(NOW, both));
    for (const command of [commands.approveRequest, commands.declineRequest] as const) {
      among().when(command as never, both).thenRefused('no-open-request');
      among(requested(), MembershipDeclined.at(FEBRUARY, both)).when(command as never, both).thenRefused('no-open-request');
      among(requested(), joined(), left()).when(command as never, both).thenRefused('no-open-request');
    }
    among(requested(), joined()).when(commands.approveRequest, both).thenRefused('already-a-member');
    among(requested(), MembershipDeclined.at(FEBRUARY, both)).when(commands.requestMembership, both).then(requested(NOW));
    given(requested()).alongside(`group-${groupId}`, group).when(commands.approveRequest, both).thenRefused('no-such-member');
    given(requested()).alongside(`member-${memberId}`, member).when(commands.approveRequest, both).thenRefused('no-such-group');
  });
});

describe('Leaving', () => {
  it('ends the period, with a reason or without', () => {
    among(joined()).when(commands.leaveGroup, { ...both, reason: 'Moves away' }).then(MemberLeft.at(NOW, { ...both, reason: 'Moves away' }));
    among(joined()).when(commands.leaveGroup, both).then(left(NOW));
  });
  it('is for members only, even of an archived group', () => {
    among().when(commands.leaveGroup, both).thenRefused('not-a-member');
    among(joined(), left()).when(commands.leaveGroup, both).thenRefused('not-a-member');
    among(joined()).alongside(`group-${groupId}`, GroupArchived.at(FEBRUARY, { groupId })).when(commands.leaveGroup, both).then(left(NOW));
  });
});

describe('Roles', () => {
  const facilitator = RoleAssigned.at(FEBRUARY, { ...both, role: 'facilitator' });
  it('are held by members, and end with their period', () => {
    among(joined()).when(commands.assignRole, { ...both, role: 'facilitator' }).then(RoleAssigned.at(NOW, { ...both, role: 'facilitator' }));
    among(joined(), facilitator).when(commands.assignRole, { ...both, role: 'facilitator' }).thenNothing();
    among(joined()).when(commands.assignRole, { ...both, role: 'member' }).thenNothing();
    among(joined(), facilitator).when(commands.assignRole, { ...both, role: 'member' }).then(RoleAssigned.at(NOW, { ...both, role: 'member' }));
    among().when(commands.assignRole, { ...both, role: 'facilitator' }).thenRefused('not-a-member');
    among(joined(), facilitator, left(MARCH), joined(MARCH)).when(commands.assignRole, { ...both, role: 'facilitator' }).then(RoleAssigned.at(NOW, { ...both, role: 'facilitator' }));
  });
  it('make a facilitator only of whoever belongs to the group now', () => {
    const standing = (...facts: Parameters<typeof recorded>[0]) => recorded(facts).reduce(membershipStanding.evolve, membershipStanding.initial);
    expect(standing(joined(), facilitator).facilitator).toBe(true);
    expect(standing(joined(), facilitator, left(MARCH)).facilitator).toBe(false);
    expect(standing(joined(), facilitator, left(MARCH), joined(MARCH)).facilitator).toBe(false);
    expect(standing(joined(), facilitator, RoleAssigned.at(MARCH, { ...both, role: 'member' })).facilitator).toBe(false);
  });
});

describe('Periods', () => {
  it('contain their beginning and not their end', () => {
    const periods: Period[] = [{ from: JANUARY, to: FEBRUARY }, { from: MARCH }];
    expect([JANUARY, '2026-02-10T08:59:59.999Z', FEBRUARY, '2026-02-19T00:00:00.000Z', MARCH, NOW].map((at) => activeAt(periods, at))).toEqual([true, true, false, false, true, true]);
    expect(activeAt(periods, '2026-01-10T08:59:59.999Z')).toBe(false);
    expect(activeAt([], NOW)).toBe(false);
  });
  it('are ended once', () => {
    expect(ended([{ from: JANUARY }], FEBRUARY)).toEqual([{ from: JANUARY, to: FEBRUARY }]);
    expect(ended([{ from: JANUARY, to: FEBRUARY }], MARCH)).toEqual([{ from: JANUARY, to: FEBRUARY }]);
    expect(ended([], MARCH)).toEqual([]);
  });
  it('stay in order and disjoint under any commands, and every refused command leaves them as they were', () => {
    const step = fc.record({ command: fc.constantFrom('requestMembership', 'approveRequest', 'declineRequest', 'joinGroup', 'leaveGroup'), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const facts: NewEvent[] = [];
        for (const { command, day } of steps) {
          const { decision } = among(...facts).when(commands[command as 'joinGroup'], { ...both, occurredAt: `2026-02-${String(day).padStart(2, '0')}T00:00:00Z` });
          if (!isRefusal(decision)) facts.push(...(decision as typeof facts));
        }
        const { periods, memberSince } = recorded(facts).reduce(membershipStanding.evolve, membershipStanding.initial);
        const instants = periods.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
        expect(instants).toEqual([...instants].sort());
        expect(periods.slice(0, -1).every(({ to }) => to !== undefined)).toBe(true);
        expect(memberSince).toBe(periods.at(-1)?.to === undefined ? periods.at(-1)?.from : undefined);
        expect(periods).toHaveLength(facts.filter((fact) => fact.type === 'MemberJoined').length);
      }),
    );
  });
});

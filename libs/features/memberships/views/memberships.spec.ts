import { viewOf } from '#event-sourcing-testing';
import { MemberJoined, MemberLeft, MembershipDeclined, MembershipRequested, RoleAssigned } from '../memberships.events.js';
import { membershipsView } from './memberships.js';

const both = { groupId: '019a9d2c-7b40-7c3e-9f21-000000000020', memberId: '019a9d2c-7b40-7c3e-9f21-00000000000a' };
const id = `${both.groupId}.${both.memberId}`;
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const blank = { id, ...both, status: 'requested', role: 'member', periods: [], joinedAt: null, leftAt: null, requestedAt: null, reason: null, audience: [`member:${both.memberId}`, `group:${both.groupId}`] };
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(membershipsView, events)[id];
const joined = (n: number) => MemberJoined.at(day(n), both);
const left = (n: number, reason?: string) => MemberLeft.at(day(n), { ...both, ...(reason && { reason }) });

describe('The view of memberships', () => {
  it('keeps both periods of a member who returns', () => {
    expect(one(joined(1), left(2, 'Moves'), joined(5))).toEqual({ ...blank, status: 'active', periods: [{ from: day(1), to: day(2) }, { from: day(5) }], joinedAt: day(5) });
  });
  it('tells when and why somebody left', () => {
    expect(one(joined(1), left(2, 'Moves'))).toEqual({ ...blank, status: 'left', periods: [{ from: day(1), to: day(2) }], joinedAt: day(1), leftAt: day(2), reason: 'Moves' });
    expect(one(joined(1), left(2))).toMatchObject({ reason: null });
  });
  it('follows a request to its answer', () => {
    const requested = MembershipRequested.at(day(1), both);
    const declined = MembershipDeclined.at(day(2), { ...both, reason: 'Full' });
    expect(one(requested)).toEqual({ ...blank, requestedAt: day(1) });
    expect(one(requested, declined)).toEqual({ ...blank, status: 'declined', requestedAt: day(1), reason: 'Full' });
    expect(one(requested, MembershipDeclined.at(day(2), both))).toMatchObject({ reason: null });
    expect(one(requested, joined(3))).toMatchObject({ status: 'active', requestedAt: day(1), reason: null });
    expect(one(joined(1), left(2), MembershipRequested.at(day(3), both), MembershipDeclined.at(day(4), both))).toMatchObject({ status: 'left', leftAt: day(2) });
  });
  it('holds a role until the next period', () => {
    const facilitator = RoleAssigned.at(day(2), { ...both, role: 'facilitator' });
    expect(one(joined(1), facilitator)).toMatchObject({ role: 'facilitator' });
    expect(one(joined(1), facilitator, left(3))).toMatchObject({ role: 'facilitator', status: 'left' });
    expect(one(joined(1), facilitator, left(3), joined(4))).toMatchObject({ role: 'member' });
  });
  it('is found by its member’s tag, also where time travel hides the beginning', () => {
    expect(membershipsView.tag?.(id)).toBe(`member:${both.memberId}`);
    expect(one(left(3))).toMatchObject({ status: 'left', periods: [] });
  });
});

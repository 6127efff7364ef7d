import { mayRead, withheldFrom, type Party } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import { ActionCommitted, ActionCompleted, ActionDropped, actionEvents, ActionRenegotiated } from '../actions.events.js';
import { actionPolicy } from '../actions.policy.js';
import { actionsView } from './actions.js';

const id = (n: string) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`;
const [actionId, groupId, meetingId, reflectionId, ada, ben, cleo] = ['60', '20', '30', '50', '0a', '0b', '0c'].map(id) as [string, string, string, string, string, string, string];
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const due = (n: number) => ({ dueOn: `2026-01-${n}`, dueAt: `2026-01-${n}T23:59:59.999Z`, timeZone: 'UTC' });
const about = { actionId, ownerId: ada, helperIds: [ben], groupId, reflectionId };
const committed = ActionCommitted.at(day(1), { ...about, meetingId, due: due(20), title: 't', details: 'd' });
const blank = {
  id: actionId, ownerId: ada, helperIds: [ben], groupId, meetingId, reflectionId, title: 't', details: 'd', dueOn: '2026-01-20', dueAt: '2026-01-20T23:59:59.999Z', timeZone: 'UTC',
  renegotiated: [], status: 'open', outcome: null, reason: null, committedAt: day(1), endedAt: null, memberIds: [ada, ben], audience: [`member:${ada}`, `member:${ben}`, `group:${groupId}`],
};
const renegotiated = (n: number, from: number, to: number, reason?: string) => ActionRenegotiated.at(day(n), { ...about, due: due(to), from: due(from), ...(reason && { reason }) });
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(actionsView, events)[actionId];

describe('The view of actions', () => {
  it('begins open, for owner, helpers and the group', () => {
    expect(one(committed)).toEqual(blank);
    expect(one(renegotiated(2, 20, 25))).toBeUndefined();
    const { meetingId: _m, groupId: _g, reflectionId: _r, details: _d, ...alone } = committed.data;
    expect(one(ActionCommitted.at(day(1), alone))).toEqual({ ...blank, meetingId: null, groupId: null, reflectionId: null, details: null, audience: [`member:${ada}`, `member:${ben}`] });
  });
  it('keeps every due date it had', () => {
    expect(one(committed, renegotiated(2, 20, 25, 'r'), renegotiated(3, 25, 22))).toEqual({
      ...blank,
      ...due(22),
      renegotiated: [{ from: '2026-01-20', to: '2026-01-25', reason: 'r', at: day(2) }, { from: '2026-01-25', to: '2026-01-22', reason: null, at: day(3) }],
    });
  });
  it('ends with an outcome, or with a reason', () => {
    expect(one(committed, ActionCompleted.at(day(9), { ...about, due: due(20), outcome: 'o' }))).toEqual({ ...blank, status: 'completed', outcome: 'o', endedAt: day(9) });
    expect(one(committed, ActionDropped.at(day(9), { ...about, due: due(20), reason: 'r' }))).toEqual({ ...blank, status: 'dropped', reason: 'r', endedAt: day(9) });
  });
  it('bears words that were erased', () => {
    const erased = ActionCommitted.at(day(1), { ...committed.data, title: null, details: null });
    expect(one(erased, ActionCompleted.at(day(9), { ...about, due: due(20), outcome: null }))).toEqual({ ...blank, title: null, details: null, status: 'completed', endedAt: day(9) });
  });
});

describe('Who may read', () => {
  const { documents: { actions }, events } = actionPolicy;
  const party = (memberId: string, groups: string[] = []): Party => ({ memberId, groups, facilitates: [] });
  const doc = blank as never;
  const alone = { ...blank, groupId: null } as never;
  it('owner, helpers and the group; without a group, owner and helpers', () => {
    const everybody: Party[] = [party(ada), party(ben), party(cleo, [groupId]), party(cleo, [id('21')]), { role: 'auditor', groups: [], facilitates: [] }];
    expect(everybody.map((each) => mayRead(actions, doc, each))).toEqual([true, true, true, false, true]);
    expect(everybody.map((each) => mayRead(actions, alone, each))).toEqual([true, true, false, false, true]);
  });
  it('which reflection it came from is for its owner alone', () => {
    const everybody: Party[] = [party(ada), party(ben), party(cleo, [groupId]), { role: 'admin', groups: [], facilitates: [] }, { role: 'admin', memberId: ada, groups: [], facilitates: [] }];
    expect(everybody.map((each) => withheldFrom(actions, doc, each))).toEqual([[], ['reflectionId'], ['reflectionId'], ['reflectionId'], []]);
  });
  it('discloses every event by the document of today', () => {
    expect(Object.keys(events).sort()).toEqual(actionEvents.map((each) => each.type).sort());
    for (const { document } of Object.values(events)) expect([document?.view, document?.id({ data: { actionId } } as never), document?.policy]).toEqual(['actions', actionId, actions]);
  });
});

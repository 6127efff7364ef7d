import type { NewEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { progressOf, timelineOf } from '../timeline/fold.js';
import { ActionCommitted, ActionCompleted, ActionDropped, ActionRenegotiated } from './actions.events.js';
import { actions } from './index.js';

const id = (n: string) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`;
const [actionId, groupId, otherGroupId, meetingId, ada, ben, cleo] = ['60', '20', '21', '30', '0a', '0b', '0c'].map(id) as [string, string, string, string, string, string, string];
const eventId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const due = (n: number) => ({ dueOn: day(n).slice(0, 10), dueAt: day(n).replace('00:00:00.000', '23:59:59.999'), timeZone: 'UTC' });
const about = { actionId, ownerId: ada, helperIds: [ben], groupId };
const committed = (more: object = {}) => ActionCommitted.at(day(1), { ...about, due: due(20), title: 't', ...more });
const renegotiated = (n: number, to: number, more: object = {}) => ActionRenegotiated.at(day(n), { ...about, due: due(to), from: due(20), ...more });
const completed = (n: number, more: object = {}) => ActionCompleted.at(day(n), { ...about, due: due(20), outcome: 'o', ...more });
const dropped = (at: string, more: object = {}) => ActionDropped.at(at, { ...about, due: due(20), reason: 'r', ...more });

describe('Actions on a timeline', () => {
  const told = (facts: NewEvent[], memberId = ada) => timelineOf([actions], recorded(facts), memberId);
  it('are one entry each: a commitment, until it ends', () => {
    expect(told([committed({ meetingId }), renegotiated(5, 25)])).toEqual([
      {
        id: eventId(1), kind: 'acted', occurredAt: day(1), what: 'action-committed', groupId, meetingId, memberIds: [ben],
        details: { actionId, role: 'owner', committedAt: day(1), dueOn: '2026-01-25', renegotiations: 1 }, words: { version: eventId(1), texts: { title: 't' } }, eventIds: [eventId(1), eventId(2)],
      },
    ]);
    expect(told([committed(), completed(9)])[0]).toMatchObject({ occurredAt: day(9), what: 'action-completed', words: { version: eventId(1), texts: { title: 't', outcome: 'o' } } });
    expect(told([committed(), dropped(day(9))])[0]).toMatchObject({ occurredAt: day(9), what: 'action-dropped', words: { version: eventId(1), texts: { title: 't', reason: 'r' } } });
  });
  it('are told of their helpers too, and of nobody else', () => {
    expect(told([committed()], ben)[0]).toMatchObject({ memberIds: [ada], details: { role: 'helper' } });
    expect(told([committed()], cleo)).toEqual([]);
  });
  it('name no reflection, and need their beginning', () => {
    expect(JSON.stringify(told([committed({ reflectionId: id('50') })]))).not.toContain(id('50'));
    expect(told([completed(9)])).toEqual([]);
  });
});

describe('Actions done / due', () => {
  const window = { from: day(1), before: day(31), own: true };
  const figures = (facts: NewEvent[], more: object = {}, memberId = ada) => progressOf([actions], recorded(facts), memberId, { ...window, ...more }).acted;
  it('count those due in the window, and of them those completed before its end', () => {
    expect(figures([])).toEqual({ done: 0, due: 0 });
    expect(figures([committed()])).toEqual({ done: 0, due: 1 });
    expect(figures([committed(), completed(10)])).toEqual({ done: 1, due: 1 });
    // Late is done, as long as the window lasts.
    expect(figures([committed(), completed(30)])).toEqual({ done: 1, due: 1 });
    expect(figures([committed(), completed(31)])).toEqual({ done: 0, due: 1 });
  });
  it('go by the due date as it was renegotiated, and hold a day or do not', () => {
    expect(figures([committed()], { from: day(20) })).toEqual({ done: 0, due: 1 });
    expect(figures([committed()], { from: day(21) })).toEqual({ done: 0, due: 0 });
    expect(figures([committed()], { before: day(20) })).toEqual({ done: 0, due: 0 });
    expect(figures([committed()], { before: day(21) })).toEqual({ done: 0, due: 1 });
    expect(figures([committed(), renegotiated(5, 40)])).toEqual({ done: 0, due: 0 });
    expect(figures([committed(), renegotiated(5, 40), completed(6, { due: due(40) })])).toEqual({ done: 0, due: 0 });
  });
  it('leave out what was dropped in time, and not what was dropped after it was due', () => {
    expect(figures([committed(), dropped(due(20).dueAt)])).toEqual({ done: 0, due: 0 });
    expect(figures([committed(), dropped(day(21))])).toEqual({ done: 0, due: 1 });
  });
  it('are the owner’s, and of the groups asked for', () => {
    expect(figures([committed()], {}, ben)).toEqual({ done: 0, due: 0 });
    expect(figures([committed()], { groupIds: [groupId] })).toEqual({ done: 0, due: 1 });
    expect(figures([committed()], { groupIds: [otherGroupId] })).toEqual({ done: 0, due: 0 });
    expect(figures([committed({ groupId: undefined })], { groupIds: [groupId] })).toEqual({ done: 0, due: 0 });
  });
});

import type { ActionDocument } from './actions.events.js';
import { agendaMoment, agendaOf } from './agenda.js';

const day = (n: number, time = '12:00:00.000Z') => `2026-03-${String(n).padStart(2, '0')}T${time}`;
const action = (id: string, more: Partial<ActionDocument> = {}) =>
  ({ id, title: id, ownerId: 'ada', helperIds: [], dueOn: '2026-03-20', timeZone: 'UTC', committedAt: day(1), endedAt: null, renegotiated: [], ...more }) as unknown as ActionDocument;
const told = (actions: ActionDocument[], at = day(10), startsAt = at) => agendaOf(actions, startsAt, at).map(({ actionId, dueOn, due, renegotiations }) => [actionId, dueOn, due, renegotiations]);

describe('The agenda of a meeting', () => {
  it('is as of now for one to come, and as of its start for one that has begun', () => {
    expect(agendaMoment(day(12), day(10))).toBe(day(10));
    expect(agendaMoment(day(8), day(10))).toBe(day(8));
  });
  it('has what is open, the earliest due first, and says what is due by then', () => {
    const actions = [action('late', { dueOn: '2026-04-01' }), action('b', { dueOn: '2026-03-10' }), action('a', { dueOn: '2026-03-10' }), action('early', { dueOn: '2026-03-02' }), action('next', { dueOn: '2026-03-11' })];
    expect(told(actions)).toEqual([['early', '2026-03-02', true, 0], ['a', '2026-03-10', true, 0], ['b', '2026-03-10', true, 0], ['next', '2026-03-11', false, 0], ['late', '2026-04-01', false, 0]]);
    // By the day of the meeting, which may be some days from now; and by the calendar where it is due.
    expect(told(actions, day(10), day(11)).filter(([, , due]) => due)).toHaveLength(4);
    expect(told([action('a', { dueOn: '2026-03-11', timeZone: 'Asia/Tokyo' })], day(10, '16:00:00.000Z'))).toEqual([['a', '2026-03-11', true, 0]]);
  });
  it('has what was open at the start of one that has begun, due as it was then', () => {
    const renegotiated = [{ from: '2026-03-05', to: '2026-03-12', reason: null, at: day(4) }, { from: '2026-03-12', to: '2026-03-20', reason: null, at: day(11) }];
    const actions = [
      action('afterwards', { committedAt: day(10, '12:00:00.001Z') }),
      action('just then', { committedAt: day(10) }),
      action('ended before', { endedAt: day(10) }),
      action('ended after', { endedAt: day(10, '12:00:00.001Z') }),
      action('moved', { renegotiated }),
    ];
    expect(told(actions)).toEqual([['moved', '2026-03-12', false, 1], ['ended after', '2026-03-20', false, 0], ['just then', '2026-03-20', false, 0]]);
    expect(told([action('moved', { renegotiated })], day(3))).toEqual([['moved', '2026-03-05', false, 0]]);
    expect(told([action('moved', { renegotiated })], day(11))).toEqual([['moved', '2026-03-20', false, 2]]);
  });
});

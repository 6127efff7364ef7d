import { viewOf } from '#event-sourcing-testing';
import * as facts from '../series.events.js';
import { meetingSeriesView } from './series.js';

const seriesId = '019a9d2c-7b40-7c3e-9f21-000000000060';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const about = { seriesId, groupId };
const rule = { frequency: 'monthly', interval: 2, weekday: 'friday', nth: -1 } as const;
const plan = { title: 'T', rule, startTime: '18:00', durationMinutes: 120, timeZone: 'Europe/Berlin', from: '2026-02-01', until: '2026-06-30' };
const planned = facts.MeetingSeriesPlanned.at(day(1), { ...about, ...plan, mode: 'both', place: 'Hall', occurrences: ['2026-02-27', '2026-04-24', '2026-06-26'] });
const blank = { id: seriesId, groupId, ...plan, mode: 'both', place: 'Hall', changedFrom: null, endedFrom: null, plannedAt: day(1) };
const changed = (n: number, more: object) => facts.MeetingSeriesChanged.at(day(n), { ...about, from: '2026-04-01', ...more });
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(meetingSeriesView, events)[seriesId];

describe('The view of series', () => {
  it('begins with the plan', () => {
    expect(one(planned)).toEqual(blank);
    const { mode: _mode, place: _place, ...bare } = planned.data;
    expect(one(facts.MeetingSeriesPlanned.at(day(1), bare))).toEqual({ ...blank, mode: null, place: null });
    expect(one(changed(2, { title: 'U' }))).toBeUndefined();
  });
  it('shows what is planned after the last change, and from when on', () => {
    expect(one(planned, changed(2, { title: 'U', weekday: 'monday', nth: 1, startTime: '19:00', durationMinutes: 60, mode: 'online', place: 'Room' }))).toEqual({ ...blank, title: 'U', rule: { ...rule, weekday: 'monday', nth: 1 }, startTime: '19:00', durationMinutes: 60, mode: 'online', place: 'Room', changedFrom: '2026-04-01' });
    expect(one(planned, changed(2, { cleared: ['mode', 'place'] }), changed(3, { place: 'Room', from: '2026-06-01' }))).toEqual({ ...blank, mode: null, place: 'Room', changedFrom: '2026-06-01' });
  });
  it('goes on and ends', () => {
    expect(one(planned, facts.MeetingSeriesExtended.at(day(2), { ...about, from: '2026-08-28', until: '2026-09-30', occurrences: ['2026-08-28'] }))).toEqual({ ...blank, until: '2026-09-30' });
    expect(one(planned, facts.MeetingSeriesEnded.at(day(2), { ...about, from: '2026-06-01', reason: 'r' }))).toEqual({ ...blank, endedFrom: '2026-06-01' });
  });
  it('tells no more of what a change or an end concerns than from when on', () => {
    expect(one(planned, changed(2, { title: 'U', occurrences: ['2026-04-24'] }))).toEqual({ ...blank, title: 'U', changedFrom: '2026-04-01' });
    const ended = (n: number, from: string) => facts.MeetingSeriesEnded.at(day(n), { ...about, from, occurrences: [] });
    expect(one(planned, ended(2, '2026-06-01'), ended(3, '2026-07-01'))).toEqual({ ...blank, endedFrom: '2026-06-01' });
  });
  it('is found by title and place, and by its tag', () => {
    expect(meetingSeriesView.search?.(blank as never)).toEqual(['T', 'Hall']);
    expect(meetingSeriesView.tag?.(seriesId)).toBe(`series:${seriesId}`);
  });
});

/** Planning meetings that repeat, and what becomes of "this and following". Each meeting then follows its series (occurrences.decider.ts). */
import { z } from 'zod';
import { defineCommand, defineRefusal, line, localTime, streamName, text, timeZone, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, refuseGroup } from '../groups/groups.events.js';
import { meetingMode } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { durationMinutes, MeetingSeriesChanged, MeetingSeriesEnded, MeetingSeriesExtended, MeetingSeriesPlanned, startTime } from './series.events.js';
import { datesAfter, datesBetween, monthsAfter, nth, rule, weekday } from './series.rule.js';
import { changed, hasEnded, meetingFor, occurrencesFrom, series, takesPlaceOn, type Changes, type SeriesPlan, type SeriesState } from './series.state.js';

export const noSuchSeries = defineRefusal('no-such-series', 'There is no such series', 404);
export const alreadyPlanned = defineRefusal('already-planned', 'This series is planned already');
export const seriesEnded = defineRefusal('series-ended', 'This series has ended');
export const inThePast = defineRefusal('in-the-past', 'That lies in the past', 422);
export const tooFarAhead = defineRefusal('too-far-ahead', 'A series is planned for twelve months at most', 422);
export const noOccurrence = defineRefusal('no-occurrence', 'No meeting falls into that time', 422);
export const repeatsByWeek = defineRefusal('repeats-by-week', 'This series repeats by week', 422);

/** How far ahead a series is planned; `extendSeries` brings it on as time passes. */
const MONTHS_AHEAD = 12;

const may = meetingPolicy.commands;
const seriesId = z.uuid();
const date = z.iso.date({ error: 'must be a date such as 2026-03-01' });
const from = date.describe('Today or later: what takes place on this date or after it, as its series plans it. The date that an occurrence stands for, where that is over, means the day to which the series has moved it.');
const id = (input: { seriesId: string }): string => input.seriesId;
const ofItsGroup = (_input: unknown, state: SeriesState): string | undefined => state.plan?.groupId;

function planIn(state: SeriesState): SeriesPlan | Refusal {
  return state.plan ?? noSuchSeries('There is no series with this id.');
}

const today = (now: string, zone: string): string => localTime(now, zone).slice(0, 10);

function refuseDates({ from: first, until }: { from?: string; until?: string }, now: string, zone: string): Refusal | undefined {
  const day = today(now, zone);
  if (first !== undefined && first < day) return inThePast('What is over stays as it is: name today or a later date.', { errors: [{ pointer: '/from', detail: 'lies in the past' }] });
  if (until === undefined || until <= monthsAfter(day, MONTHS_AHEAD)) return undefined;
  return tooFarAhead('A series is planned for twelve months from today at most, and extended later.', { errors: [{ pointer: '/until', detail: 'lies more than twelve months ahead' }] });
}

/** From when on is meant: a date that is over means the meeting that stands for it, where the series has moved that to a later day. */
function fromOf({ occurrences }: SeriesState, asked: string, day: string): string {
  const named = asked < day ? occurrences.find(({ date: standsFor }) => standsFor === asked) : undefined;
  const moved = named && takesPlaceOn(named);
  return moved !== undefined && moved >= day ? moved : asked;
}

export const planSeries = defineCommand(series, {
  name: 'planSeries',
  input: z.strictObject({
    seriesId,
    groupId: z.uuid(),
    title: line(300),
    rule,
    startTime: startTime.describe('Wall-clock time in `timeZone`, the same all year.'),
    durationMinutes,
    timeZone: timeZone.optional().describe('Without it, the group’s.'),
    mode: meetingMode.optional(),
    place: line(300).optional(),
    from: date.describe('Today or later; the first meeting is the first that falls on this date or after it.'),
    until: date.describe('At most twelve months from today.'),
  }),
  mints: 'seriesId',
  id,
  needs: ({ groupId }) => ({ group: { fold: groupStanding, stream: streamName('group', groupId) } }),
  policy: { allow: may.planSeries, group: (input) => input.groupId },
  refusals: [alreadyPlanned, noSuchGroup, groupArchived, inThePast, tooFarAhead, noOccurrence],
  decide({ timeZone: zone, ...input }, state, { now, needs }) {
    if (state.plan) return alreadyPlanned('This series is planned already; change it instead.');
    const where = zone ?? needs.group.timeZone;
    const refused = refuseGroup(needs.group) ?? refuseDates(input, now, where);
    if (refused) return refused;
    const occurrences = datesBetween(input.rule, input.from, input.until);
    if (occurrences.length === 0) return noOccurrence('No such day lies between these dates: name a later end.', { errors: [{ pointer: '/until', detail: 'comes before the first meeting' }] });
    return [MeetingSeriesPlanned.at(now, { ...input, timeZone: where, occurrences })];
  },
});

export const changeSeries = defineCommand(series, {
  name: 'changeSeries',
  input: z.strictObject({
    seriesId,
    from,
    title: line(300).optional(),
    weekday: weekday.optional().describe('Each meeting moves within its week, or within its month.'),
    nth: nth.optional().describe('For a series that repeats by month.'),
    startTime: startTime.optional(),
    durationMinutes: durationMinutes.optional(),
    mode: meetingMode.nullable().optional(),
    place: line(300).nullable().optional(),
  }),
  id,
  policy: { allow: may.changeSeries, group: ofItsGroup },
  refusals: [noSuchSeries, seriesEnded, inThePast, noOccurrence, repeatsByWeek],
  decide({ seriesId: seriesAsked, from: asked, mode, place, ...wanted }, state, { now }) {
    const plan = planIn(state);
    if ('refused' in plan) return plan;
    const first = fromOf(state, asked, today(now, plan.timeZone));
    const refused = refuseDates({ from: first }, now, plan.timeZone);
    if (refused) return refused;
    if (hasEnded(state, first)) return seriesEnded('This series has no meetings from that date on; plan another one.');
    if (wanted.nth !== undefined && plan.rule.frequency === 'weekly') return repeatsByWeek('This series repeats by week, and not by the month.', { errors: [{ pointer: '/nth', detail: 'is for a series that repeats by month' }] });
    const concerned = occurrencesFrom(state, first);
    if (concerned.length === 0) return noOccurrence('This series has no meeting from that date on; extend it first.', { errors: [{ pointer: '/from', detail: 'comes after the last meeting' }] });
    const cleared = ([['mode', mode], ['place', place]] as const).flatMap(([field, value]) => (value === null ? [field] : []));
    const changes: Changes = { ...wanted, ...(mode && { mode }), ...(place && { place }), ...(cleared.length > 0 && { cleared }) };
    if (concerned.every((each) => isSame(meetingFor(each), meetingFor({ ...each, plan: changed(each.plan, changes) })))) return [];
    return [MeetingSeriesChanged.at(now, { seriesId: seriesAsked, groupId: plan.groupId, from: first, occurrences: concerned.map(({ date: standsFor }) => standsFor), ...changes })];
  },
});

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export const extendSeries = defineCommand(series, {
  name: 'extendSeries',
  input: z.strictObject({ seriesId, until: date.describe('At most twelve months from today.') }),
  id,
  needs: (_input, { plan }) => ({ group: { fold: groupStanding, stream: plan && streamName('group', plan.groupId) } }),
  policy: { allow: may.extendSeries, group: ofItsGroup },
  refusals: [noSuchSeries, seriesEnded, groupArchived, tooFarAhead, noOccurrence],
  decide({ seriesId: seriesAsked, until }, state, { now, needs }) {
    const plan = planIn(state);
    if ('refused' in plan) return plan;
    if (state.endedFrom !== undefined) return seriesEnded('This series has ended; plan another one.');
    const refused = refuseGroup(needs.group) ?? refuseDates({ until }, now, plan.timeZone);
    if (refused) return refused;
    const last = state.occurrences.at(-1) as SeriesState['occurrences'][number];
    // Nobody met in a series that nobody had extended: nothing is planned for what is over.
    const occurrences = datesAfter(last.plan.rule, last.date, today(now, plan.timeZone), until);
    const [first] = occurrences;
    if (first === undefined) return noOccurrence('This series has no further day until then: name a later end.', { errors: [{ pointer: '/until', detail: 'comes before the next meeting' }] });
    return [MeetingSeriesExtended.at(now, { seriesId: seriesAsked, groupId: plan.groupId, from: first, until, occurrences })];
  },
});

export const endSeries = defineCommand(series, {
  name: 'endSeries',
  input: z.strictObject({ seriesId, from, reason: text(1_000).optional() }),
  id,
  policy: { allow: may.endSeries, group: ofItsGroup },
  refusals: [noSuchSeries, inThePast],
  decide({ seriesId: seriesAsked, from: asked, reason }, state, { now }) {
    const plan = planIn(state);
    if ('refused' in plan) return plan;
    const first = fromOf(state, asked, today(now, plan.timeZone));
    const refused = refuseDates({ from: first }, now, plan.timeZone);
    if (refused) return refused;
    const occurrences = occurrencesFrom(state, first).map(({ date: standsFor }) => standsFor);
    if (hasEnded(state, first) && occurrences.length === 0) return [];
    return [MeetingSeriesEnded.at(now, { seriesId: seriesAsked, groupId: plan.groupId, from: first, occurrences, ...(reason !== undefined && { reason }) })];
  },
});

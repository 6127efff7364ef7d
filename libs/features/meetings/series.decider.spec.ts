import fc from 'fast-check';
import { type NewEvent } from '#event-sourcing';
import { given } from '#event-sourcing-testing';
import { GroupArchived, GroupFounded } from '../groups/groups.events.js';
import { followSeries } from './occurrences.decider.js';
import * as commands from './series.decider.js';
import { MeetingSeriesChanged, MeetingSeriesEnded, MeetingSeriesExtended, MeetingSeriesPlanned } from './series.events.js';
import { weekday } from './series.rule.js';

const seriesId = '019a9d2c-7b40-7c3e-9f21-000000000060';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
// A Sunday.
const NOW = '2026-03-01T12:00:00.000Z';
const JANUARY = '2026-01-10T09:00:00.000Z';
const about = { seriesId, groupId };
const group = GroupFounded.at('2025-01-01T00:00:00.000Z', { groupId, name: 'G', timeZone: 'Europe/Berlin' });
const among = (...facts: readonly NewEvent[]) => given(...facts).alongside(`group-${groupId}`, group);
const archived = (...facts: readonly NewEvent[]) => among(...facts).alongside(`group-${groupId}`, GroupArchived.at(JANUARY, { groupId }));

const tuesdays = { frequency: 'weekly', interval: 1, weekday: 'tuesday' } as const;
const lastFridays = { frequency: 'monthly', interval: 1, weekday: 'friday', nth: -1 } as const;
const plan = { title: 'War stories', rule: tuesdays, startTime: '18:00', durationMinutes: 120, from: '2026-03-01', until: '2026-03-31' };
const five = ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31'];
const planned = (more: object = {}) => MeetingSeriesPlanned.at(JANUARY, { ...about, ...plan, timeZone: 'Europe/Berlin', occurrences: five, ...more });
const ended = (from: string) => MeetingSeriesEnded.at(JANUARY, { ...about, from });

describe('Planning a series', () => {
  const input = { ...about, ...plan };
  it('names the date of every meeting, in the group’s zone unless another is given', () => {
    among().when(commands.planSeries, input).then(MeetingSeriesPlanned.at(NOW, { ...input, timeZone: 'Europe/Berlin', occurrences: five }));
    const monthly = { ...input, rule: lastFridays, timeZone: 'America/Denver', mode: 'inPerson' as const, place: 'Alte Post', until: '2026-06-30' };
    among().when(commands.planSeries, monthly).then(MeetingSeriesPlanned.at(NOW, { ...monthly, occurrences: ['2026-03-27', '2026-04-24', '2026-05-29', '2026-06-26'] }));
  });
  it('reaches from today, where it meets, to twelve months ahead', () => {
    const ending = (until: string) => among().when(commands.planSeries, { ...input, until });
    expect((ending('2027-03-01').decision as readonly NewEvent<string, { occurrences: string[] }>[])[0]?.data.occurrences).toHaveLength(52);
    ending('2027-03-02').thenRefused('too-far-ahead');
    among().when(commands.planSeries, { ...input, from: '2026-02-28' }).thenRefused('in-the-past');
    // At noon in Greenwich it is tomorrow already in Kiritimati.
    among().when(commands.planSeries, { ...input, timeZone: 'Pacific/Kiritimati' }).thenRefused('in-the-past');
    expect('refused' in among().when(commands.planSeries, { ...input, timeZone: 'Pacific/Kiritimati', from: '2026-03-02' }).decision).toBe(false);
  });
  it('takes 53 meetings at most: a year of weeks', () => {
    const { decision } = among().when(commands.planSeries, { ...input, from: '2026-03-03', until: '2027-03-02' }, { now: '2026-03-03T12:00:00.000Z' });
    const [event] = decision as readonly NewEvent<string, { occurrences: string[] }>[];
    expect(event?.data.occurrences).toHaveLength(53);
    expect(MeetingSeriesPlanned.schema.safeParse(event?.data).success).toBe(true);
  });
  it('has a meeting at all, in an open group that exists, and is planned once', () => {
    among().when(commands.planSeries, { ...input, until: '2026-03-02' }).thenRefused('no-occurrence');
    given().when(commands.planSeries, { ...input, timeZone: 'UTC' }).thenRefused('no-such-group');
    archived().when(commands.planSeries, input).thenRefused('group-archived');
    among(planned()).when(commands.planSeries, input).thenRefused('already-planned');
  });
  it('repeats by a rule that every week or month has a day for, at a time of day', () => {
    const takes = (more: object) => commands.planSeries.input.safeParse({ ...input, ...more }).success;
    for (const rule of [{ ...tuesdays, interval: 12 }, { ...lastFridays, nth: 4 }]) expect([rule, takes({ rule })]).toEqual([rule, true]);
    for (const rule of [{ ...tuesdays, nth: 1 }, { ...tuesdays, interval: 0 }, { ...tuesdays, interval: 13 }, { ...lastFridays, nth: 5 }, { ...lastFridays, nth: 0 }, { ...lastFridays, nth: undefined }, { ...tuesdays, weekday: 'Tuesday' }, { ...tuesdays, frequency: 'daily' }]) {
      expect([rule, takes({ rule })]).toEqual([rule, false]);
    }
    for (const startTime of ['24:00', '18:60', '8:00', '18:00:00', '18:00\n']) expect([startTime, takes({ startTime })]).toEqual([startTime, false]);
    for (const durationMinutes of [0, 1_441, 1.5]) expect([durationMinutes, takes({ durationMinutes })]).toEqual([durationMinutes, false]);
    expect(takes({ durationMinutes: 1_440, startTime: '00:00' })).toBe(true);
  });
});

describe('Changing this and following', () => {
  const input = { seriesId, from: '2026-03-17' };
  const changed = (more: object, from = input.from) => MeetingSeriesChanged.at(NOW, { ...about, from, ...more });
  /** With the dates that those concerned stand for. */
  const of = (occurrences: readonly string[], { data }: ReturnType<typeof changed>) => MeetingSeriesChanged.at(NOW, { ...data, occurrences: [...occurrences] });
  const three = five.slice(2);
  it('records what is to hold from a date on', () => {
    among(planned()).when(commands.changeSeries, { ...input, startTime: '19:00', weekday: 'thursday', durationMinutes: 90, title: 'New', mode: 'online', place: 'Library' }).then(of(three, changed({ startTime: '19:00', weekday: 'thursday', durationMinutes: 90, title: 'New', mode: 'online', place: 'Library' })));
    among(planned({ mode: 'inPerson', place: 'Alte Post' })).when(commands.changeSeries, { ...input, mode: null, place: null }).then(of(three, changed({ cleared: ['mode', 'place'] })));
    among(planned({ rule: lastFridays, occurrences: ['2026-03-27'] })).when(commands.changeSeries, { ...input, nth: 1 }).then(of(['2026-03-27'], changed({ nth: 1 })));
    // From any date: the meetings that stand for it or a later one are meant.
    among(planned()).when(commands.changeSeries, { seriesId, from: '2026-03-29', startTime: '19:00' }).then(of(['2026-03-31'], changed({ startTime: '19:00' }, '2026-03-29')));
  });
  it('changes nothing where nothing differs', () => {
    among(planned({ mode: 'inPerson' })).when(commands.changeSeries, { ...input, startTime: '18:00', weekday: 'tuesday', title: 'War stories', mode: 'inPerson', place: null, durationMinutes: 120 }).thenNothing();
    among(planned(), changed({ startTime: '19:00' }, '2026-03-10')).when(commands.changeSeries, { ...input, startTime: '19:00' }).thenNothing();
    among(planned(), changed({ startTime: '19:00' })).when(commands.changeSeries, { seriesId, from: '2026-03-10', startTime: '19:00' }).then(of(five.slice(1), changed({ startTime: '19:00' }, '2026-03-10')));
  });
  it('concerns meetings that are still to come, of a series that has any', () => {
    given().when(commands.changeSeries, { ...input, startTime: '19:00' }).thenRefused('no-such-series');
    among(planned()).when(commands.changeSeries, { seriesId, from: '2026-02-28', startTime: '19:00' }).thenRefused('in-the-past');
    among(planned()).when(commands.changeSeries, { seriesId, from: '2026-04-01', startTime: '19:00' }).thenRefused('no-occurrence');
    among(planned(), ended('2026-03-17')).when(commands.changeSeries, { ...input, startTime: '19:00' }).thenRefused('series-ended');
    among(planned(), ended('2026-03-18')).when(commands.changeSeries, { ...input, startTime: '19:00' }).then(of(['2026-03-17'], changed({ startTime: '19:00' })));
    among(planned(), ended('2026-03-14')).when(commands.changeSeries, { seriesId, from: '2026-03-12', startTime: '19:00' }).thenRefused('no-occurrence');
    among(planned()).when(commands.changeSeries, { ...input, nth: 1 }).thenRefused('repeats-by-week');
  });
});

describe('Extending a series', () => {
  it('goes on in step, as the last meetings are planned', () => {
    const extended = (from: string, until: string, ...occurrences: string[]) => MeetingSeriesExtended.at(NOW, { ...about, from, until, occurrences });
    among(planned()).when(commands.extendSeries, { seriesId, until: '2026-04-15' }).then(extended('2026-04-07', '2026-04-15', '2026-04-07', '2026-04-14'));
    // The week of the last Tuesday has its meeting already, on a Friday by now.
    const friday = MeetingSeriesChanged.at(JANUARY, { ...about, from: '2026-03-17', weekday: 'friday' });
    among(planned(), friday).when(commands.extendSeries, { seriesId, until: '2026-04-15' }).then(extended('2026-04-10', '2026-04-15', '2026-04-10'));
    among(planned(), MeetingSeriesExtended.at(JANUARY, { ...about, from: '2026-04-07', until: '2026-04-10', occurrences: ['2026-04-07'] })).when(commands.extendSeries, { seriesId, until: '2026-04-21' }).then(extended('2026-04-14', '2026-04-21', '2026-04-14', '2026-04-21'));
    among(planned({ rule: lastFridays, occurrences: ['2026-03-27'] })).when(commands.extendSeries, { seriesId, until: '2026-05-31' }).then(extended('2026-04-24', '2026-05-31', '2026-04-24', '2026-05-29'));
  });
  it('plans nothing for a time that is over', () => {
    among(planned({ rule: { ...tuesdays, interval: 2 }, occurrences: ['2026-01-06'], until: '2026-01-06' })).when(commands.extendSeries, { seriesId, until: '2026-03-31' }).then(MeetingSeriesExtended.at(NOW, { ...about, from: '2026-03-03', until: '2026-03-31', occurrences: ['2026-03-03', '2026-03-17', '2026-03-31'] }));
  });
  it('is for a series that goes on, in an open group, to twelve months ahead', () => {
    const until = '2026-05-31';
    given().when(commands.extendSeries, { seriesId, until }).thenRefused('no-such-series');
    among(planned(), ended('2026-12-01')).when(commands.extendSeries, { seriesId, until }).thenRefused('series-ended');
    archived(planned()).when(commands.extendSeries, { seriesId, until }).thenRefused('group-archived');
    among(planned()).when(commands.extendSeries, { seriesId, until: '2027-03-02' }).thenRefused('too-far-ahead');
    among(planned()).when(commands.extendSeries, { seriesId, until: '2026-04-06' }).thenRefused('no-occurrence');
  });
});

describe('Ending a series', () => {
  it('records from which date on there is none, and why', () => {
    among(planned()).when(commands.endSeries, { seriesId, from: '2026-03-17', reason: 'No room.' }).then(MeetingSeriesEnded.at(NOW, { ...about, from: '2026-03-17', occurrences: five.slice(2), reason: 'No room.' }));
    // Also where its last meeting is over: then nobody extends it.
    among(planned()).when(commands.endSeries, { seriesId, from: '2026-06-01' }).then(MeetingSeriesEnded.at(NOW, { ...about, from: '2026-06-01', occurrences: [] }));
  });
  it('can come earlier, not later', () => {
    among(planned(), ended('2026-03-17')).when(commands.endSeries, { seriesId, from: '2026-03-10' }).then(MeetingSeriesEnded.at(NOW, { ...about, from: '2026-03-10', occurrences: ['2026-03-10'] }));
    for (const from of ['2026-03-17', '2026-03-24']) among(planned(), ended('2026-03-17')).when(commands.endSeries, { seriesId, from }).thenNothing();
  });
  it('is of a series there is, and not in the past', () => {
    given().when(commands.endSeries, { seriesId, from: '2026-03-17' }).thenRefused('no-such-series');
    among(planned()).when(commands.endSeries, { seriesId, from: '2026-02-28' }).thenRefused('in-the-past');
  });
});

describe('A series whose days have moved within their months', () => {
  /** The second Tuesdays of March to June, the last Tuesdays by now: the 31st of March stands for the 10th, the 30th of June for the 9th. */
  const second = { ...tuesdays, frequency: 'monthly' as const, nth: 2 as const };
  const dates = ['2026-03-10', '2026-04-14', '2026-05-12', '2026-06-09'];
  const monthly = planned({ rule: second, until: '2026-06-30', occurrences: dates });
  const later = MeetingSeriesChanged.at(JANUARY, { ...about, from: '2026-03-01', occurrences: dates, nth: -1 as const });
  const end = (from: string, occurrences: readonly string[], now = NOW) => MeetingSeriesEnded.at(now, { ...about, from, occurrences: [...occurrences] });
  const now = '2026-03-12T09:00:00.000Z';
  it('ends and changes from the day on which its meetings take place', () => {
    among(monthly, later).when(commands.endSeries, { seriesId, from: '2026-03-12' }, { now }).then(end('2026-03-12', dates, now));
    among(monthly, later).when(commands.endSeries, { seriesId, from: '2026-04-01' }, { now }).then(end('2026-04-01', dates.slice(1), now));
    among(monthly, later).when(commands.changeSeries, { seriesId, from: '2026-03-31', startTime: '19:00' }, { now }).then(MeetingSeriesChanged.at(now, { ...about, from: '2026-03-31', occurrences: dates, startTime: '19:00' }));
    among(monthly, later).when(commands.endSeries, { seriesId, from: '2026-03-31' }, { now: '2026-03-31T12:00:00.000Z' }).then(end('2026-03-31', dates, '2026-03-31T12:00:00.000Z'));
  });
  it('takes a date that is over for the meeting that stands for it, while that is to come', () => {
    among(monthly, later).when(commands.changeSeries, { seriesId, from: '2026-03-10', startTime: '19:00' }, { now }).then(MeetingSeriesChanged.at(now, { ...about, from: '2026-03-31', occurrences: dates, startTime: '19:00' }));
    among(monthly, later).when(commands.endSeries, { seriesId, from: '2026-03-10' }, { now }).then(end('2026-03-31', dates, now));
    for (const from of ['2026-03-09', '2026-03-11']) among(monthly, later).when(commands.endSeries, { seriesId, from }, { now }).thenRefused('in-the-past');
    among(monthly, later).when(commands.endSeries, { seriesId, from: '2026-03-10' }, { now: '2026-04-01T12:00:00.000Z' }).thenRefused('in-the-past');
    among(monthly).when(commands.endSeries, { seriesId, from: '2026-03-10' }, { now }).thenRefused('in-the-past');
  });
  it('leaves what takes place before that day, also where it stands for a later one', () => {
    // The last Tuesdays, the first ones by now: the 2nd of June stands for the 30th.
    const last = planned({ rule: { ...second, nth: -1 as const }, until: '2026-06-30', occurrences: ['2026-05-26', '2026-06-30'] });
    const earlier = MeetingSeriesChanged.at(JANUARY, { ...about, from: '2026-03-01', occurrences: ['2026-05-26', '2026-06-30'], nth: 1 as const });
    among(last, earlier).when(commands.endSeries, { seriesId, from: '2026-06-15' }).then(end('2026-06-15', []));
    among(last, earlier).when(commands.endSeries, { seriesId, from: '2026-06-02' }).then(end('2026-06-02', ['2026-06-30']));
    among(last, earlier).when(commands.changeSeries, { seriesId, from: '2026-06-15', startTime: '19:00' }).thenRefused('no-occurrence');
  });
  it('goes on from what was recorded when dates alone were named, and ends what was left then', () => {
    const { occurrences: _named, ...bare } = later.data;
    among(monthly, MeetingSeriesChanged.at(JANUARY, bare), ended('2026-04-01')).when(commands.endSeries, { seriesId, from: '2026-04-01' }).thenNothing();
    // The 31st of March was not cancelled with the others: it stands for the 10th.
    among(monthly, later, ended('2026-03-12')).when(commands.endSeries, { seriesId, from: '2026-03-12' }, { now }).then(end('2026-03-12', ['2026-03-10'], now));
  });
  it('concerns the same meetings for any rule, change and day: those that take place then or later', () => {
    const rules = fc.record({ frequency: fc.constantFrom('weekly' as const, 'monthly' as const), first: fc.constantFrom(...weekday.options), then: fc.constantFrom(...weekday.options), nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const), thenNth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const) });
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 130 }), (any, days) => {
        const isMonthly = any.frequency === 'monthly';
        const rule = isMonthly ? { frequency: 'monthly' as const, interval: 1, weekday: any.first, nth: any.nth } : { frequency: 'weekly' as const, interval: 1, weekday: any.first };
        const { decision } = among().when(commands.planSeries, { seriesId, groupId, title: 'T', rule, startTime: '18:00', durationMinutes: 60, from: '2026-03-02', until: '2026-06-30' });
        const facts = [...(decision as readonly NewEvent[])];
        const change = among(...facts).when(commands.changeSeries, { seriesId, from: '2026-03-01', weekday: any.then, ...(isMonthly && { nth: any.thenNth }) }).decision;
        facts.push(...(change as readonly NewEvent[]));
        const from = new Date(Date.parse('2026-03-01') + days * 86_400_000).toISOString().slice(0, 10);
        const [event] = among(...facts).when(commands.endSeries, { seriesId, from }).decision as readonly NewEvent<string, { occurrences: string[] }>[];
        // Each meeting as it is scheduled: the day its clock shows.
        const all = (facts[0]?.data as { occurrences: string[] }).occurrences;
        const taking = all.filter((occurrence) => {
          const { decision: scheduled } = given().alongside(`series-${seriesId}`, ...facts).when(followSeries, { seriesId, occurrence });
          return ((scheduled as readonly NewEvent<string, { localStart: string }>[])[0]?.data.localStart.slice(0, 10) as string) >= from;
        });
        expect(event?.data.occurrences).toEqual(taking);
      }),
      { numRuns: 200 },
    );
  });
});

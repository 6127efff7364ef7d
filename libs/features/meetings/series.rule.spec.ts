import fc from 'fast-check';
import ICAL from 'ical.js';
import { instantOf } from '#event-sourcing';
import { dateInPeriodOf, datesAfter, datesBetween, monthsAfter, weekday, type Rule } from './series.rule.js';

const weekly = (day: Rule['weekday'], interval = 1): Rule => ({ frequency: 'weekly', interval, weekday: day });
const monthly = (day: Rule['weekday'], nth: 1 | 2 | 3 | 4 | -1, interval = 1): Rule => ({ frequency: 'monthly', interval, weekday: day, nth });

describe('The dates of a series', () => {
  it('are one in each week, from the first that falls on the beginning or after it, the end included', () => {
    // The 3rd of March 2026 is a Tuesday.
    expect(datesBetween(weekly('tuesday'), '2026-03-03', '2026-03-24')).toEqual(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24']);
    expect(datesBetween(weekly('tuesday'), '2026-03-04', '2026-03-23')).toEqual(['2026-03-10', '2026-03-17']);
    expect(datesBetween(weekly('tuesday', 2), '2026-03-04', '2026-04-07')).toEqual(['2026-03-10', '2026-03-24', '2026-04-07']);
    expect(datesBetween(weekly('sunday'), '2026-03-02', '2026-03-08')).toEqual(['2026-03-08']);
  });
  it('are one in each month: the second, or the last, of a weekday', () => {
    expect(datesBetween(monthly('tuesday', 2), '2026-03-01', '2026-06-30')).toEqual(['2026-03-10', '2026-04-14', '2026-05-12', '2026-06-09']);
    expect(datesBetween(monthly('tuesday', 2), '2026-03-11', '2026-04-30')).toEqual(['2026-04-14']);
    expect(datesBetween(monthly('sunday', -1), '2026-01-31', '2026-05-31')).toEqual(['2026-02-22', '2026-03-29', '2026-04-26', '2026-05-31']);
    expect(datesBetween(monthly('monday', 1, 3), '2026-01-01', '2026-12-31')).toEqual(['2026-01-05', '2026-04-06', '2026-07-06', '2026-10-05']);
  });
  it('are none where none falls between', () => {
    expect(datesBetween(weekly('tuesday'), '2026-03-04', '2026-03-09')).toEqual([]);
    expect(datesBetween(monthly('tuesday', 1), '2026-03-04', '2026-04-06')).toEqual([]);
    expect(datesBetween(weekly('tuesday'), '2026-03-10', '2026-03-03')).toEqual([]);
  });
  it('go on in step with the last one, also after a pause', () => {
    expect(datesAfter(weekly('tuesday', 2), '2026-03-03', '2026-03-04', '2026-04-14')).toEqual(['2026-03-17', '2026-03-31', '2026-04-14']);
    expect(datesAfter(weekly('tuesday', 2), '2026-03-03', '2026-04-01', '2026-04-28')).toEqual(['2026-04-14', '2026-04-28']);
    // Moved to a later day of the week, it comes no sooner for that.
    expect(datesAfter(weekly('friday'), '2026-03-03', '2026-03-04', '2026-03-20')).toEqual(['2026-03-13', '2026-03-20']);
    expect(datesAfter(monthly('monday', -1), '2026-03-03', '2026-03-04', '2026-04-30')).toEqual(['2026-04-27']);
  });
  it('move within their week or month', () => {
    expect(['monday', 'tuesday', 'sunday'].map((day) => dateInPeriodOf('2026-03-03', weekly(day as Rule['weekday'])))).toEqual(['2026-03-02', '2026-03-03', '2026-03-08']);
    expect(dateInPeriodOf('2026-03-10', monthly('friday', -1))).toBe('2026-03-27');
    expect(dateInPeriodOf('2026-02-28', monthly('sunday', 1))).toBe('2026-02-01');
  });
  it('reach twelve months ahead, in leap years too', () => {
    expect(monthsAfter('2026-03-01', 12)).toBe('2027-03-01');
    expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28');
  });
});

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia'];
const MINUTE = 60_000;

const clocks = new Map(ZONES.map((zone) => [zone, new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })]));

/** What a clock in a zone shows, by the runtime's own means: `2026-03-01T18:00`. */
function clock(instant: number, zone: string): string {
  const parts = (clocks.get(zone) as Intl.DateTimeFormat).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** Every instant at which a clock in a zone shows this, wherever in the world it hangs. */
function instantsShowing(local: string, zone: string): number[] {
  const offsets = Array.from({ length: (27 * 60) / 15 + 1 }, (_, index) => (14 * 60 - index * 15) * MINUTE);
  return offsets.map((offset) => Date.parse(`${local}Z`) - offset).filter((instant) => clock(instant, zone) === local);
}

/** The same dates as ical.js finds them: the first one by the rule of every period, the others in step with it. */
function datesByRrule(rule: Rule, from: string, until: string): string[] {
  const byDay = `${rule.frequency === 'monthly' ? rule.nth : ''}${rule.weekday.slice(0, 2).toUpperCase()}`;
  const walk = (interval: number, start: string) => ICAL.Recur.fromString(`FREQ=${rule.frequency.toUpperCase()};INTERVAL=${interval};BYDAY=${byDay}`).iterator(ICAL.Time.fromDateString(start));
  const first = walk(1, from).next()?.toString() as string;
  const iterator = walk(rule.interval, first);
  const dates: string[] = [];
  for (let next = iterator.next()?.toString(); next !== undefined && next <= until; next = iterator.next()?.toString()) dates.push(next);
  return dates;
}

describe('Any series', () => {
  const day = fc.constantFrom(...weekday.options);
  const interval = fc.integer({ min: 1, max: 12 });
  const anyRule: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ frequency: fc.constant('weekly' as const), interval, weekday: day }),
    fc.record({ frequency: fc.constant('monthly' as const), interval, weekday: day, nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const) }),
  );
  const anyDate = fc.date({ min: new Date('2005-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
  const later = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  /** Clocks are changed at night. */
  const anyTime = fc.oneof(fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '03:00', '18:00'), fc.nat(1_439).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`));

  it('meets on the dates that another implementation of RFC 5545 finds', () => {
    fc.assert(
      fc.property(anyRule, anyDate, fc.integer({ min: 0, max: 366 }), (rule, from, days) => {
        expect(datesBetween(rule, from, later(from, days))).toEqual(datesByRrule(rule, from, later(from, days)));
      }),
      { numRuns: 500 },
    );
  });

  it('shows the same time on the clock on both sides of a change, but for times that a change leaves out; and never meets twice on a day', () => {
    const holds = (rule: Rule, from: string, zone: string, time: string) => {
      const dates = datesBetween(rule, from, later(from, 366));
      const shown = dates.map((date) => {
        const local = `${date}T${time}`;
        const instant = Date.parse(instantOf(`${local}:00`, zone));
        const there = clock(instant, zone);
        if (there !== local) {
          // The clock went from before it to after it.
          expect([local, zone, instantsShowing(local, zone)]).toEqual([local, zone, []]);
          expect(Date.parse(`${there}Z`)).toBeGreaterThan(Date.parse(`${local}Z`));
        } else {
          // Shown twice, the first counts.
          for (const earlier of [30, 60]) expect([local, zone, clock(instant - earlier * MINUTE, zone)]).not.toEqual([local, zone, local]);
        }
        return there.slice(0, 10);
      });
      expect(new Set(shown).size).toBe(dates.length);
    };
    fc.assert(fc.property(anyRule, anyDate, fc.constantFrom(...ZONES), anyTime, holds), {
      numRuns: 150,
      examples: [
        [weekly('sunday'), '2026-01-01', 'Europe/Berlin', '02:30'],
        [weekly('sunday'), '2026-01-01', 'America/New_York', '01:30'],
        [weekly('sunday'), '2026-01-01', 'Australia/Lord_Howe', '02:15'],
        [monthly('sunday', 1), '2026-01-01', 'Australia/Sydney', '02:30'],
        [weekly('friday'), '2026-01-01', 'Africa/Cairo', '00:30'],
        // The 30th of December 2011 was left out as a whole.
        [weekly('friday'), '2011-06-01', 'Pacific/Apia', '18:00'],
      ],
    });
  });
});

/** On which dates a series meets: pure dates, without clock or zone. Each period of its rule, a week or a month, has one of them. */
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';

export const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
/** Which of a month's weekdays; -1 is the last. Not every month has a fifth. */
export const nth = z.literal([1, 2, 3, 4, -1]).meta({ minimum: -1, maximum: 4 });
const interval = z.int().min(1).max(12);

export const rule = z.discriminatedUnion('frequency', [z.strictObject({ frequency: z.literal('weekly'), interval, weekday }), z.strictObject({ frequency: z.literal('monthly'), interval, weekday, nth })]);
export type Rule = z.output<typeof rule>;

/** Its date in the period that `date` lies in: weeks begin on Monday. */
export function dateInPeriodOf(date: string, rule: Rule): string {
  return inPeriod(Temporal.PlainDate.from(date), rule).toString();
}

/** Its dates from `from` to `until`, both included: the first one there is, and every `interval` periods from that. */
export function datesBetween(rule: Rule, from: string, until: string): string[] {
  const start = Temporal.PlainDate.from(from);
  const inFirst = inPeriod(start, rule);
  const first = (Temporal.PlainDate.compare(inFirst, start) < 0 ? periodAfter(start, rule, 1) : inFirst).toString();
  return first > until ? [] : [first, ...datesAfter(rule, first, from, until)];
}

/** Its dates every `interval` periods from the one that `last` lies in, as far as they lie from `from` to `until`, both included. */
export function datesAfter(rule: Rule, last: string, from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = Temporal.PlainDate.from(last); ; ) {
    date = periodAfter(date, rule, rule.interval);
    if (date.toString() > until) return dates;
    if (date.toString() >= from) dates.push(date.toString());
  }
}

/** A date so many months later: the last day of a month where there is no such day in it. */
export function monthsAfter(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

function inPeriod(date: Temporal.PlainDate, rule: Rule): Temporal.PlainDate {
  const day = weekday.options.indexOf(rule.weekday) + 1;
  if (rule.frequency === 'weekly') return date.add({ days: day - date.dayOfWeek });
  if (rule.nth === -1) {
    const end = date.with({ day: date.daysInMonth });
    return end.subtract({ days: (end.dayOfWeek - day + 7) % 7 });
  }
  const start = date.with({ day: 1 });
  return start.add({ days: ((day - start.dayOfWeek + 7) % 7) + (rule.nth - 1) * 7 });
}

function periodAfter(date: Temporal.PlainDate, rule: Rule, count: number): Temporal.PlainDate {
  return inPeriod(rule.frequency === 'weekly' ? date.add({ weeks: count }) : date.with({ day: 1 }).add({ months: count }), rule);
}

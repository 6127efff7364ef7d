/** The clock of the story, and the days on which its circles meet, counted back from the moment at which the story ends. */
import { instantOf, localTime, plus } from '#event-sourcing';
import type { Circle } from '../community/circles.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days on which nobody meets; an evening that would fall on one is held on the next day that is none. */
const HOLIDAYS = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];

/** Give it to the engine that the story is told to. */
export class StoryClock {
  constructor(private at: string) {}
  readonly now = (): string => this.at;
  set(at: string): void {
    this.at = at;
  }
}

export const daysAfter = (day: string, days: number): string => plus(`${day}T00:00:00.000Z`, days * DAY).slice(0, 10);

export const isHoliday = (day: string): boolean => HOLIDAYS.includes(day.slice(5));

type Meets = Pick<Circle, 'zone' | 'weekday' | 'from'>;

/** When an evening begins that is planned for a day. */
export function startOn(circle: Pick<Meets, 'zone' | 'from'>, day: string): string {
  return isHoliday(day) ? startOn(circle, daysAfter(day, 1)) : instantOf(`${day}T${circle.from}:00`, circle.zone);
}

/** The day for which a circle's evening is planned. Week 0 is its last day of the week of which two days later all is written down. */
export function dayOf(circle: Meets, week: number, now: string): string {
  let day = localTime(now, circle.zone).slice(0, 10);
  while (new Date(day).getUTCDay() !== circle.weekday || startOn(circle, day) > plus(now, -2 * DAY)) day = daysAfter(day, -1);
  return daysAfter(day, -7 * week);
}

/** Months and lengths of time as the reader's language has them. */
const MONTH = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
const SHORT_MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });

export const monthOf = (at: string): string => MONTH.format(new Date(at));

/** Minutes as people say them: `45 min`, `2 h`, `1 h 35 min`. */
export function lasting(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

export interface Month {
  /** `Mar` */
  label: string;
  /** Its first day, and its last or the last that counts: `2026-03-01`. */
  from: string;
  until: string;
}

/** The months up to that of a day, oldest first; the last one ends with the day. */
export function monthsUpTo(day: string, count: number): Month[] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => {
    const first = new Date(Date.UTC(year, month - count + index, 1));
    const last = new Date(Date.UTC(year, month - count + index + 1, 0));
    const until = last.toISOString().slice(0, 10);
    return { label: SHORT_MONTH.format(first), from: first.toISOString().slice(0, 10), until: until < day ? until : day };
  });
}

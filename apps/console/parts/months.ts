import { listOf } from './list-of.js';

const MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
const MONTH_AND_YEAR = new Intl.DateTimeFormat(undefined, { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** `2026-03` as `Mar`; with its year where there is more than one of it. */
export function monthsInWords(months: readonly string[]): string[] {
  const format = months.length > 12 ? MONTH_AND_YEAR : MONTH;
  return months.map((month) => format.format(new Date(`${month}-01T00:00:00Z`)));
}

/** The days from the first of a month to the last of it, or of a later one, as lists take them. */
function daysOf(month: string, last = month): { from: string; until: string } {
  const [year, number] = last.split('-').map(Number) as [number, number];
  return { from: `${month}-01`, until: `${last}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}` };
}

/** The list of the meetings of a group that health counts in these months of its zone. */
export function heldInMonths(groupId: string, timeZone: string, month: string, last = month): string {
  return listOf('meetings', { groupId, cancelled: 'false', ...daysOf(month, last), timeZone });
}

/** The list of the confirmed help in a group that health counts in a month of its zone. */
export function helpedInMonth(groupId: string, timeZone: string, month: string): string {
  return listOf('help-exchanges', { groupId, status: 'confirmed', ...daysOf(month), timeZone });
}

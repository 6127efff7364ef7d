const MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
const MONTH_AND_YEAR = new Intl.DateTimeFormat(undefined, { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** `2026-03` as `Mar`; with its year where there is more than one of it. */
export function monthsInWords(months: readonly string[]): string[] {
  const format = months.length > 12 ? MONTH_AND_YEAR : MONTH;
  return months.map((month) => format.format(new Date(`${month}-01T00:00:00Z`)));
}

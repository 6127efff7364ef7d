/** Calendar quarters, each in the zone of a group. */
import { localTime, startOfDay } from '#event-sourcing';

/** The quarter in which an instant lies, such as `2026-Q4`. */
export function quarterOf(at: string, zone: string): string {
  const [year, month] = localTime(at, zone).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first instant after a quarter. */
export function endOfQuarter(quarter: string, zone: string): string {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return startOfDay(number === 4 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${String(year).padStart(4, '0')}-${String(3 * number + 1).padStart(2, '0')}-01`, zone);
}

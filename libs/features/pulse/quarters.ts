/** Calendar quarters in UTC, for every group: what is counted in a quarter must not depend on a zone that somebody can change meanwhile. */
import { startOfDay } from '#event-sourcing';

const ZONE = 'UTC';

/** The quarter in which an instant lies, such as `2026-Q4`. */
export function quarterOf(at: string): string {
  const [year, month] = at.split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first instant after a quarter. */
export function endOfQuarter(quarter: string): string {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return startOfDay(number === 4 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${String(year).padStart(4, '0')}-${String(3 * number + 1).padStart(2, '0')}-01`, ZONE);
}

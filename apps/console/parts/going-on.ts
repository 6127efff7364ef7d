/** Which meetings are over. */

/** What began longer ago is over: its roll is called from its own page. */
export const LONGEST_MS = 12 * 3_600_000;
/** How long one lasts that has no end. */
const USUAL_MS = 3 * 3_600_000;

export function isOver({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }, now: number): boolean {
  return (endsAt ? Date.parse(endsAt) : Date.parse(startsAt) + USUAL_MS) <= now;
}

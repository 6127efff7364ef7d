/** Instants and the time a clock shows in a zone. */
const DAY_MS = 86_400_000;

/** The wall-clock time of an instant in a zone: `2026-03-01T18:00`. */
export function localIn(zone: string, at: string): string {
  return new Date(at).toLocaleString('sv', { timeZone: zone }).slice(0, 16).replace(' ', 'T');
}

/** The instant of a wall-clock time in a zone; where clocks are put forward over it the later one, where they show it twice the earlier. */
export function instantIn(zone: string, local: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const candidates = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => asUtc - offsetAt(near, zone));
  const found = candidates.find((each) => localIn(zone, new Date(each).toISOString()) === local.slice(0, 16));
  return new Date(found ?? (candidates[0] as number)).toISOString();
}

function offsetAt(at: number, zone: string): number {
  return Date.parse(`${new Date(at).toLocaleString('sv', { timeZone: zone }).replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000;
}

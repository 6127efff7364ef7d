/** What requests cost, in the units that limits count. A route that neither its slice nor this names costs by its method and shape. */
import type { Feature } from '#event-sourcing';

const READ = 1;
const LIST = 2;
const COMMAND = 2;
/** Everything that matches, or everything up to the head. */
const EXPORT = 20;
/** So many entries of a bulk command cost one more. */
const ENTRIES_A_UNIT = 10;

const NAMED: Readonly<Record<string, number>> = {
  'GET /api/v1/events': 5,
  'GET /api/v1/events/summary': 10,
  'GET /api/v1/changes': 5,
  'GET /calendars/:token.ics': 5,
  // A thousand rows: what they cost to record is paid for by the batch.
  'POST /api/v1/imports': 10,
  // As many thousands as there are, one such request at a time.
  'POST /api/v1/imports/dry-run': 50,
  'POST /api/v1/operations/views/:name/rebuild': 50,
  'POST /api/v1/operations/parked/retry': 5,
};

/** Who watches the process must hear from it under any load. */
const NEVER_COUNTED: readonly string[] = ['/health', '/ready'];
/** A page of the console is some thirty files, which browsers keep. */
const FILES = '/assets/';

/** What asking this route costs before anything is known of the request; undefined where it is not counted. @param ofSlices what slices say of theirs. */
export function costOfRoute(method: string, route: string, ofSlices: Feature['costs']): number | undefined {
  if (NEVER_COUNTED.includes(route) || route.startsWith(FILES)) return undefined;
  const asked = `${isRead(method) ? 'GET' : method} ${route}`;
  const named = NAMED[asked] ?? ofSlices[asked];
  if (named !== undefined) return named;
  if (!route.startsWith('/api/v1/')) return READ;
  if (!isRead(method)) return COMMAND;
  return /\/:[^/]+$/.test(route) ? READ : LIST;
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** What asking this route in a form that holds everything costs. @param cost in any other form. */
export function costOfExport(cost: number, method: string): number {
  return isRead(method) && cost >= LIST ? EXPORT : cost;
}

/** What the lists in a body cost on top. */
export function costOfEntries(body: unknown): number {
  if (typeof body !== 'object' || body === null) return 0;
  let entries = 0;
  for (const field in body) {
    const value = (body as Record<string, unknown>)[field];
    if (Array.isArray(value)) entries += value.length;
  }
  return Math.floor(entries / ENTRIES_A_UNIT);
}

/** How many events there are, by type and over time: what a scrubber over the log is drawn from. */
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { EVENT_INDEX, formatPosition, START, type LoggedEvent, type ViewStore } from '#event-sourcing';

/** So many are counted, the newest first; what is older is told to be there. */
export const MOST_COUNTED = 200_000;
const PAGE = 1_000;
const BUCKETS = 200;

export const summary = z.strictObject({
  total: z.int().min(0).describe('How many match, of those that were counted.'),
  complete: z.boolean().describe(`False where there are more than ${MOST_COUNTED.toLocaleString('en')} to look at: then the newest are counted.`),
  types: z.array(z.strictObject({ type: z.string().max(100), count: z.int().min(1) })).max(1_000).describe('The most frequent first.'),
  first: z.iso.datetime().nullable().describe('When the first was recorded.'),
  last: z.iso.datetime().nullable().describe('When the last was recorded.'),
  buckets: z
    .array(z.strictObject({ from: z.iso.datetime(), position: z.string().max(20).describe('Of its newest event.'), count: z.int().min(1) }))
    .max(BUCKETS)
    .describe('From first to last in 200 parts of the same length; those without an event are left out.'),
});

export type Summary = z.output<typeof summary>;

/** What is counted of an event. */
export interface Counted {
  type: string;
  position: number;
  recordedAt: string;
}

/**
 * What matches, the newest first, of no more than `MOST_COUNTED`.
 *
 * @param passes which of a page count.
 * @param stopped whether nobody waits for it any more.
 */
export async function countedOf(store: ViewStore, tags: readonly string[], seen: number, passes: (page: readonly LoggedEvent[]) => Promise<readonly Counted[]>, stopped: () => boolean): Promise<{ counted: Counted[]; complete: boolean }> {
  const counted: Counted[] = [];
  for (let [before, looked] = [seen + 1, 0]; ; ) {
    const page = await store.findEvents(EVENT_INDEX, { tags, after: START, before, descending: true, limit: PAGE });
    counted.push(...(await passes(page)));
    const last = page.at(-1);
    looked += page.length;
    if (!last || page.length < PAGE) return { counted, complete: true };
    if (looked >= MOST_COUNTED || stopped()) return { counted, complete: false };
    before = last.position;
    await breathe();
  }
}

/** @param counted the newest first. */
export function summaryOf(counted: readonly Counted[], complete: boolean, logId: string): Summary {
  const byType = new Map<string, number>();
  let [first, last] = [Infinity, -Infinity];
  const times = counted.map(({ recordedAt }) => Date.parse(recordedAt));
  for (const [index, { type }] of counted.entries()) {
    byType.set(type, (byType.get(type) ?? 0) + 1);
    first = Math.min(first, times[index] as number);
    last = Math.max(last, times[index] as number);
  }
  const width = Math.max(1, (last - first + 1) / BUCKETS);
  const buckets = new Map<number, { position: number; count: number }>();
  for (const [index, { position }] of counted.entries()) {
    const bucket = Math.floor(((times[index] as number) - first) / width);
    const there = buckets.get(bucket);
    if (there) there.count += 1;
    else buckets.set(bucket, { position, count: 1 });
  }
  const instant = (ms: number): string => new Date(ms).toISOString();
  return {
    total: counted.length,
    complete,
    types: [...byType].map(([type, count]) => ({ type, count })).sort((one, other) => other.count - one.count || (one.type < other.type ? -1 : 1)),
    first: counted.length === 0 ? null : instant(first),
    last: counted.length === 0 ? null : instant(last),
    buckets: [...buckets].sort(([one], [other]) => one - other).map(([bucket, { position, count }]) => ({ from: instant(Math.floor(first + bucket * width)), position: formatPosition(logId, position), count })),
  };
}

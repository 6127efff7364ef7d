/** Moving house: a log and a vault copied into others, byte for byte, and compared at the end. */
import { createHash } from 'node:crypto';
import { START, type EventLog, type LoggedEvent } from './event-log.js';
import type { Vault } from './vault.js';

/** The target holds something else, or did not take what it was given. */
export class CopyError extends Error {
  override name = 'CopyError';
}

export interface Copied {
  events: number;
  /** SHA-256, in hexadecimal, over stream, revision, id, type and body of every event in log order. */
  hash: string;
}

/** Appends that may be under way at once where the target keeps their order. */
const TOGETHER = 64;
/** Bytes of bodies in one append; far from the limit of a log. */
const MOST_BYTES = 262_144;

/**
 * Copies every event in log order; streams, revisions, ids, types and bodies stay. What the target holds already must be the beginning of the
 * source: then the copy goes on behind it.
 *
 * @throws CopyError where the target holds anything else, or where the two differ at the end.
 */
export async function copyLog(from: EventLog, to: EventLog, onProgress: (events: number) => void = () => undefined): Promise<Copied> {
  let there = 0;
  const source = eventsOf(from)[Symbol.asyncIterator]();
  for await (const event of eventsOf(to)) {
    const { value } = await source.next();
    if (!value || lineOf(value) !== lineOf(event)) throw new CopyError(`the target log ${to.id} holds events that are not the beginning of the log ${from.id}: name an empty one`);
    there++;
  }
  onProgress(there);
  const underWay = new Set<Promise<unknown>>();
  for await (const group of groupsOf(source)) {
    const [first] = group as [LoggedEvent];
    const appending = to.append(first.stream, group.map(({ id, type, body }) => ({ id, type, body })), first.revision - 1).then(() => onProgress(group.length));
    underWay.add(appending);
    void appending.finally(() => underWay.delete(appending)).catch(() => undefined);
    // A log that this process alone writes takes appends in the order they come.
    if (!to.exclusive || underWay.size >= TOGETHER) await Promise.all(underWay);
  }
  await Promise.all(underWay);
  const [was, is] = [await digestOf(from), await digestOf(to)];
  if (was.hash !== is.hash || was.events !== is.events) throw new CopyError(`the copy differs: ${was.events} events with hash ${was.hash} in the source, ${is.events} with ${is.hash} in the target`);
  return is;
}

/** How many events a log holds, and a hash over all of them. @param onProgress told how many were read since it was told last. */
export async function digestOf(log: Pick<EventLog, 'readAll'>, onProgress: (events: number) => void = () => undefined): Promise<Copied> {
  const { add, digest } = hashing();
  for await (const batch of log.readAll(START)) {
    batch.forEach(add);
    onProgress(batch.length);
  }
  return digest();
}

/** The same, event by event. */
export function hashing(): { add(event: LoggedEvent): void; digest(): Copied } {
  const hash = createHash('sha256');
  let events = 0;
  return {
    add(event) {
      hash.update(lineOf(event));
      events++;
    },
    digest: () => ({ events, hash: hash.digest('hex') }),
  };
}

/**
 * Copies what has not expired.
 *
 * @param keep of a space and key: false leaves the entry out.
 * @returns the number of entries, each compared with the source.
 * @throws CopyError where an entry did not arrive.
 */
export async function copyVault(from: Vault, to: Vault, keep: (space: string, key: string) => boolean = () => true): Promise<number> {
  let entries = 0;
  for await (const page of from.everything()) {
    const bySpace = new Map<string, typeof page>();
    for (const entry of page) if (keep(entry.space, entry.key)) bySpace.set(entry.space, [...(bySpace.get(entry.space) ?? []), entry]);
    for (const [space, some] of bySpace) {
      await to.put(space, some.map(({ key, value, expiresAt }) => ({ key, value, ...(expiresAt !== undefined && { expiresAt }) })));
      const arrived = new Map((await to.getMany(space, some.map(({ key }) => key))).map(({ key, value }) => [key, value]));
      for (const { key, value } of some) if (arrived.get(key) !== value) throw new CopyError(`an entry of the vault's space ${space} did not arrive`);
      entries += some.length;
    }
  }
  return entries;
}

async function* eventsOf(log: EventLog): AsyncGenerator<LoggedEvent> {
  for await (const batch of log.readAll(START)) yield* batch;
}

/** Events of one stream that follow each other in the log. */
async function* groupsOf(events: AsyncIterator<LoggedEvent>): AsyncGenerator<LoggedEvent[]> {
  let group: LoggedEvent[] = [];
  let bytes = 0;
  for (;;) {
    const { value, done } = await events.next();
    if (group.length > 0 && (done || (value as LoggedEvent).stream !== group[0]?.stream || bytes > MOST_BYTES)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    if (done) return;
    group.push(value as LoggedEvent);
    bytes += (value as LoggedEvent).body.length;
  }
}

function lineOf({ stream, revision, id, type, body }: LoggedEvent): string {
  return `${JSON.stringify([stream, revision, id, type, body])}\n`;
}

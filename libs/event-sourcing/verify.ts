/** Whether a log and a vault fit together: everything sealed in the one can be opened with the keys of the other. */
import type { EventCodec } from './codec.js';
import { hashing, type Copied } from './copy.js';
import { START, type EventLog, type LoggedEvent } from './event-log.js';

export interface Verified extends Copied {
  /** When the last event was recorded; undefined for an empty log. */
  recordedAt: string | undefined;
  /** Events that cannot be read. */
  unreadable: number;
  /** The first of them, in words. */
  examples: string[];
}

const EXAMPLES = 10;

/** Reads a whole log and opens every sealed field. @param onProgress told how many events were read since it was told last. */
export async function verifyLog(log: Pick<EventLog, 'readAll'>, codec: EventCodec, onProgress: (events: number) => void = () => undefined): Promise<Verified> {
  const { add, digest } = hashing();
  const found: Omit<Verified, keyof Copied> = { recordedAt: undefined, unreadable: 0, examples: [] };
  for await (const batch of log.readAll(START)) {
    batch.forEach(add);
    try {
      found.recordedAt = (await codec.decode(batch)).at(-1)?.recordedAt;
    } catch {
      for (const event of batch) await look(event, codec, found);
    }
    onProgress(batch.length);
  }
  return { ...digest(), ...found };
}

async function look(event: LoggedEvent, codec: EventCodec, found: Pick<Verified, 'unreadable' | 'examples'>): Promise<void> {
  try {
    await codec.decode([event]);
  } catch (error) {
    if (found.unreadable++ < EXAMPLES) found.examples.push(`event ${event.id} (${event.type}, revision ${event.revision} of ${event.stream}): ${(error as Error).message}`);
  }
}

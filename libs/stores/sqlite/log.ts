/** The embedded event log: one SQLite file, written by one thread, read where it is asked. */
import {
  checkAppend,
  ConflictError,
  START,
  StoreUnavailableError,
  type Appended,
  type EventLog,
  type EventToAppend,
  type LoggedEvent,
  type Subscription,
  type SubscriptionHandlers,
} from '#event-sourcing';
import { Reader } from './reader.js';
import { Writer } from './writer.js';

const NEWEST_FORMAT = 1;
const COLUMNS = 'e.position, s.name AS stream, e.revision, e.id, e.type, e.body FROM events e JOIN streams s ON s.id = e.stream';

/** Events kept for followers. */
const RECENT = 1_000;

const BY_STREAM = `SELECT ${COLUMNS} WHERE e.stream = ? AND e.revision >= ? ORDER BY e.revision`;
const ONWARD = `SELECT ${COLUMNS} WHERE e.position > ? ORDER BY e.position LIMIT ?`;

type AppendResult = Appended | { conflict: number } | { error: string };

/** The embedded log, with what only it can tell. */
export interface SqliteLog extends EventLog {
  readonly file: string;
  /** A pragma's value on the live writing connection. */
  pragma(name: string): Promise<unknown>;
}

/** @param onBatch told how many appends shared each transaction. */
export async function openSqliteLog({ file, onBatch }: { file: string; onBatch?(appends: number): void }): Promise<SqliteLog> {
  const { writer, ready } = await Writer.open({ file, kind: 'log', synchronous: 'FULL', ...(onBatch && { onBatch }) });
  if ((ready.format as number) > NEWEST_FORMAT) {
    await writer.close();
    throw new Error(`${file} was written by a newer release (format ${String(ready.format)}, this one reads up to ${NEWEST_FORMAT}): use that release`);
  }
  return new EmbeddedLog(file, ready.id as string, writer);
}

class EmbeddedLog implements SqliteLog {
  readonly exclusive = true;
  private readonly reader: Reader;
  private readonly followers = new Set<() => void>();
  private last: number;
  private readonly sought: { stream: string; resolve(id: number | undefined): void; reject(error: Error): void }[] = [];
  /** What this process appended last, without a gap up to `last`: followers need not read it back. */
  private recent: LoggedEvent[] = [];

  constructor(
    readonly file: string,
    readonly id: string,
    private readonly writer: Writer,
  ) {
    this.reader = new Reader(file);
    this.last = lastIn(this.reader);
  }

  async append(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended> {
    checkAppend(events, events.reduce((bytes, { body }) => bytes + Buffer.byteLength(body), 0));
    const result = await this.writer.run<AppendResult>({ stream, expected: expectedRevision, events: events.map(({ id, type, body }) => ({ id, type, body })) });
    this.reader.refresh();
    if ('conflict' in result) throw new ConflictError(stream, expectedRevision, result.conflict);
    if ('error' in result) throw new Error(result.error);
    if (result.position > this.last) this.appended(stream, events, result);
    return result;
  }

  private appended(stream: string, events: readonly EventToAppend[], { revision, position }: Appended): void {
    const before = events.length - 1;
    // An append whose outcome was lost on the way leaves a gap.
    if (position - before !== this.last + 1) this.recent = [];
    events.forEach(({ id, type, body }, index) => this.recent.push({ position: position - before + index, stream, revision: revision - before + index, id, type, body }));
    if (this.recent.length > 2 * RECENT) this.recent = this.recent.slice(-RECENT);
    this.last = position;
    for (const wake of this.followers) wake();
  }

  async readStream(stream: string, fromRevision = 0): Promise<LoggedEvent[]> {
    // Most streams a command asks for are new: one look-up tells.
    const found = await this.streamId(stream);
    return found === undefined ? [] : this.reader.all(BY_STREAM, [found, Math.max(0, fromRevision)]).map(toEvent);
  }

  /** Streams asked for in one turn of the event loop are looked up together. */
  private streamId(stream: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      if (this.sought.push({ stream, resolve, reject }) > 1) return;
      setImmediate(() => {
        const sought = this.sought.splice(0);
        try {
          const rows = this.reader.all<{ name: string; id: number }>('SELECT name, id FROM streams WHERE name IN (SELECT value FROM json_each(?))', [JSON.stringify(sought.map((each) => each.stream))]);
          const ids = new Map(rows.map(({ name, id }) => [name, id]));
          for (const each of sought) each.resolve(ids.get(each.stream));
        } catch (cause) {
          for (const each of sought) each.reject(new StoreUnavailableError('the embedded log cannot be read', 2, { cause }));
        }
      });
    });
  }

  async *readAll(after: number, { batchSize = 1000 } = {}): AsyncIterable<LoggedEvent[]> {
    yield* batches((position) => this.batch(position, batchSize), after, this.last);
  }

  subscribe(after: number, handlers: SubscriptionHandlers, { batchSize = 1000 } = {}): Subscription {
    let closed = false;
    let wake = (): void => undefined;
    const follower = (): void => wake();
    this.followers.add(follower);
    const follow = async (): Promise<void> => {
      let caughtUp = false;
      for (let position = after; !closed; ) {
        // The promise is made before the read, so that no append between the two goes unnoticed.
        const more = new Promise<void>((resolve) => (wake = resolve));
        const batch = this.batch(position, batchSize);
        const final = batch.at(-1);
        if (final) {
          await handlers.onBatch(batch);
          position = final.position;
          continue;
        }
        if (!caughtUp) handlers.onCaughtUp?.();
        caughtUp = true;
        await more;
      }
    };
    const ended = follow()
      .catch((error: unknown) => handlers.onError?.(error))
      .finally(() => this.followers.delete(follower));
    return {
      async close() {
        closed = true;
        wake();
        await ended;
      },
    };
  }

  async head(): Promise<number> {
    return this.last;
  }

  pragma(name: string): Promise<unknown> {
    return this.writer.pragma(name);
  }

  async close(): Promise<void> {
    for (const wake of this.followers) wake();
    this.reader.close();
    await this.writer.close();
  }

  private batch(after: number, size: number): LoggedEvent[] {
    const first = this.recent[0]?.position ?? Infinity;
    if (first <= after + 1) return this.recent.slice(after + 1 - first, after + 1 - first + size);
    try {
      return eventsAfter(this.reader, after, size);
    } catch (cause) {
      throw new StoreUnavailableError('the embedded log cannot be read', 2, { cause });
    }
  }
}

/** Batches after a position, up to another. */
export async function* batches(next: (after: number) => LoggedEvent[], after: number, end: number): AsyncGenerator<LoggedEvent[]> {
  for (let position = after; position < end; ) {
    const batch = next(position).filter((event) => event.position <= end);
    const final = batch.at(-1);
    if (!final) return;
    yield batch;
    position = final.position;
  }
}

export function lastIn(reader: Reader): number {
  return reader.get<{ last: number | null }>('SELECT max(position) AS last FROM events')?.last ?? START;
}

export function eventsAfter(reader: Reader, position: number, limit: number): LoggedEvent[] {
  return reader.all(ONWARD, [position, limit]).map(toEvent);
}

function toEvent(row: unknown): LoggedEvent {
  const { position, stream, revision, id, type, body } = row as LoggedEvent;
  return { position, stream, revision, id, type, body };
}

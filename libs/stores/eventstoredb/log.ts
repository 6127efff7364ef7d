/** The event log in EventStoreDB, also named KurrentDB. */
import { binaryEvent, ErrorType, NO_STREAM as NEW_STREAM, type AppendResult, type ResolvedEvent, type WrongExpectedVersionError } from '@eventstore/db-client';
import {
  AppendTooLargeError,
  checkAppend,
  ConflictError,
  NO_STREAM,
  StoreUnavailableError,
  Turns,
  type Appended,
  type EventLog,
  type EventToAppend,
  type LoggedEvent,
  type Subscription,
  type SubscriptionHandlers,
} from '#event-sourcing';
import { Connection, pauseBefore } from './connection.js';
import { positionOf, toLogged } from './events.js';
import { faultOf, isOfType } from './faults.js';
import { Feed } from './feed.js';
import { Head } from './head.js';
import { logId } from './log-id.js';
import { areThose, IdTakenError, SentEvents } from './sent-events.js';
import { follow } from './subscription.js';

const NAMESPACE = /^[a-z0-9][a-z0-9_-]*$/i;
/** A read that goes on by itself gives up when nothing has come for so many timeouts. */
const PATIENCE = 3;

export interface EventStoreLogOptions {
  /** `esdb://`, `esdb+discover://`, `kurrentdb://` or `kurrentdb+discover://`, with credentials, TLS and cluster in it. */
  url: string;
  /** Streams are stored as `<namespace>.<stream>`; letters, digits, `-` and `_`. */
  namespace?: string;
  /** How long one call, or the silence of a long one, may last. */
  timeoutMs?: number;
}

/**
 * Opens the log of a namespace, and creates it where there is none.
 *
 * @throws when the address or namespace is none, the server refuses access, or a newer release wrote the log; StoreUnavailableError when the
 * server does not answer within the timeout.
 */
export async function openEventStoreLog({ url, namespace = 'relocon', timeoutMs = 5_000 }: EventStoreLogOptions): Promise<EventLog> {
  if (!NAMESPACE.test(namespace)) throw new Error('the namespace of a log has letters, digits, - and _ only');
  const opened = Date.now();
  const connection = new Connection(url, timeoutMs);
  try {
    return new EventStoreLog(await logId(connection, namespace), `${namespace}.`, connection, opened);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

class EventStoreLog implements EventLog {
  readonly exclusive = false;
  private readonly end: Head;
  private readonly sent = new SentEvents();
  private readonly turns = new Turns();
  private readonly feeds = new Set<Feed>();

  /** @param opened when this process began to know what it sends, in milliseconds. */
  constructor(
    readonly id: string,
    private readonly prefix: string,
    private readonly connection: Connection,
    private readonly opened: number,
  ) {
    this.end = new Head(connection, prefix);
  }

  async append(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended> {
    // The server takes an append of nothing for a success, and the client hangs after an id that is none.
    checkAppend(events, sizeOf(events));
    const { connection } = this;
    const deadline = Date.now() + connection.timeoutMs;
    // Calls overtake each other, but appends to one stream build upon each other.
    return this.turns.inTurn(stream, async () => {
      const left = deadline - Date.now();
      if (left <= 0) throw new StoreUnavailableError('the event store does not answer');
      const known = this.sent.recall(stream, events, expectedRevision) ?? (await this.storedEarlier(stream, events, expectedRevision));
      return known ?? this.send(stream, events, expectedRevision, left);
    });
  }

  /** Events that an earlier process may have sent, if it did. @throws IdTakenError when it sent something else under their ids. */
  private async storedEarlier(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended | undefined> {
    if (!events.some(({ id }) => mayBeOlderThan(this.opened, id) && !this.sent.has(id))) return undefined;
    const ids = new Set(events.map(({ id }) => id.toLowerCase()));
    const stored = (await this.readStream(stream)).filter((event) => ids.has(event.id));
    const [first] = stored;
    if (!first) return undefined;
    return this.confirmed(stored, events, expectedRevision);
  }

  private async send(stream: string, events: readonly EventToAppend[], expectedRevision: number, timeoutMs: number): Promise<Appended> {
    const { connection, sent } = this;
    const before = this.end.seen;
    sent.sending(stream, events, expectedRevision);
    const { position } = await connection
      .call(
        (client) =>
          client.appendToStream(
            this.prefix + stream,
            events.map(({ id, type, body }) => binaryEvent({ id, type, data: Buffer.from(body, 'utf8') })),
            { expectedRevision: expectedRevision === NO_STREAM ? NEW_STREAM : BigInt(expectedRevision), requiresLeader: true, deadline: timeoutMs },
          ),
        timeoutMs,
      )
      .catch((error: unknown): AppendResult => {
        const fault = appendFault(error, stream, events, expectedRevision);
        if (!(fault instanceof StoreUnavailableError)) sent.refused(events);
        throw fault;
      });
    const at = position && positionOf(position);
    // The server answers with an old position when it has these ids at this revision, whatever their content.
    const appended = at !== undefined && at > before ? { revision: expectedRevision + events.length, position: at } : await this.readBack(stream, events, expectedRevision);
    sent.stored(events, appended.position);
    this.end.note(appended.position);
    return appended;
  }

  private async readBack(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended> {
    return this.confirmed(await this.read(stream, expectedRevision + 1, events.length), events, expectedRevision);
  }

  private confirmed(stored: readonly LoggedEvent[], events: readonly EventToAppend[], expectedRevision: number): Appended {
    const last = stored.at(-1);
    if (!last || stored[0]?.revision !== expectedRevision + 1 || !areThose(stored, events)) {
      this.sent.refused(events);
      throw new IdTakenError(events[0]?.id ?? '');
    }
    return { revision: last.revision, position: last.position };
  }

  /**
   * @throws StoreUnavailableError when the server cannot answer in time, and when the stream was deleted for good.
   */
  async readStream(stream: string, fromRevision = 0): Promise<LoggedEvent[]> {
    return this.read(stream, Math.max(0, fromRevision));
  }

  private read(stream: string, fromRevision: number, maxCount?: number): Promise<LoggedEvent[]> {
    return this.connection.patiently(async () => {
      const events: LoggedEvent[] = [];
      try {
        for await (const piece of this.connection.read<ResolvedEvent>((client) =>
          client.readStream(this.prefix + stream, { fromRevision: BigInt(fromRevision), requiresLeader: true, ...(maxCount !== undefined && { maxCount }) }),
        )) {
          for (const { event } of piece) {
            const logged = toLogged(event, this.prefix);
            if (logged) events.push(logged);
          }
        }
      } catch (error) {
        if (!isOfType(error, ErrorType.STREAM_NOT_FOUND)) throw error;
      }
      return events;
    }, stream);
  }

  /** @throws StoreUnavailableError when the server cannot answer; a read under way goes on by itself after a short interruption. */
  async *readAll(after: number, { batchSize = 1_000 } = {}): AsyncIterable<LoggedEvent[]> {
    const end = await this.head();
    if (after >= end) return;
    // The client's own read of everything knows no filter.
    const feed = this.feed({ after, batchSize, patienceMs: PATIENCE * this.connection.timeoutMs });
    try {
      // The last event may be gone by the time the read comes there.
      for (let last = after; last < end && !(feed.empty && feed.seen >= end); ) {
        const events = await feed.take(end);
        if (!events) throw new StoreUnavailableError('the event log was closed');
        last = events.at(-1)?.position ?? last;
        const batch = events.filter((event) => event.position <= end);
        if (batch.length > 0) yield batch;
      }
    } finally {
      this.feeds.delete(feed);
      feed.close();
    }
  }

  subscribe(after: number, handlers: SubscriptionHandlers, { batchSize = 1_000 } = {}): Subscription {
    const feed = this.feed({ after, batchSize, onFault: (error) => handlers.onFault?.(error) });
    const subscription = follow(feed, () => this.headSometime(feed), {
      ...handlers,
      onBatch: (events) => {
        this.end.note(events.at(-1)?.position ?? after);
        return handlers.onBatch(events);
      },
    });
    return {
      close: () => {
        this.feeds.delete(feed);
        return subscription.close();
      },
    };
  }

  /** @throws StoreUnavailableError when the server cannot answer in time. */
  head(): Promise<number> {
    return this.connection.patiently(() => this.end.find());
  }

  /** The head, as soon as somebody can tell. */
  private async headSometime(feed: Feed): Promise<number> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.head();
      } catch (error) {
        if (!this.feeds.has(feed)) throw error;
        await this.connection.pause(pauseBefore(attempt));
      }
    }
  }

  private feed(options: { after: number; batchSize: number; patienceMs?: number; onFault?(error: unknown): void }): Feed {
    const feed = new Feed({ connection: this.connection, prefix: this.prefix, ...options });
    this.feeds.add(feed);
    return feed;
  }

  async close(): Promise<void> {
    for (const feed of this.feeds) feed.close();
    this.feeds.clear();
    await this.connection.close();
  }
}

/** What a failed append means. */
function appendFault(error: unknown, stream: string, events: readonly EventToAppend[], expectedRevision: number): Error {
  if (isOfType(error, ErrorType.WRONG_EXPECTED_VERSION)) {
    const { actualVersion } = error as WrongExpectedVersionError;
    return new ConflictError(stream, expectedRevision, typeof actualVersion === 'bigint' && actualVersion <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(actualVersion) : NO_STREAM);
  }
  if (isOfType(error, ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)) return new AppendTooLargeError(sizeOf(events));
  return faultOf(error, stream);
}

/** What the server counts of an append: bodies, and names of types in UTF-16. */
function sizeOf(events: readonly EventToAppend[]): number {
  return events.reduce((sum, { body, type }) => sum + Buffer.byteLength(body) + 2 * type.length, 0);
}

/** The time is in the first 48 bits of a UUID of version 7. Of another one nothing is known. */
function mayBeOlderThan(milliseconds: number, id: string): boolean {
  return id[14] !== '7' || Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) < milliseconds;
}

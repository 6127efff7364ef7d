/** Our events from a position on, as they come: one server subscription at a time, begun again wherever it ended. */
import { START as FROM_START, streamNameFilter, type AllStreamResolvedEvent, type AllStreamSubscription, type Position, type ReadPosition } from '@eventstore/db-client';
import { START, StoreUnavailableError, type LoggedEvent } from '#event-sourcing';
import { pauseBefore, type Connection } from './connection.js';
import { placeOf, positionOf, toLogged } from './events.js';
import { faultOf, isInvalidPosition } from './faults.js';
import { placeAtOrBefore } from './head.js';

/** Of the store's events, ours or not, the server looks at so many between two checkpoints. */
const CHECKPOINT_EVERY = 1_000;
/** The server drops a follower that is more than 32 events behind (code 10, "Consumer too slow"), so events are taken at once and wait here. */
const MOST_EVENTS = 4_096;
const MOST_BYTES = 32 * 1_048_576;

export interface FeedOptions {
  connection: Connection;
  prefix: string;
  /** Events after this position. */
  after: number;
  /** Events at most to a taking. */
  batchSize: number;
  /** Told of each fault; the feed goes on. */
  onFault?(error: unknown): void;
  /** It must bring something at least so often, or it fails; forever patient unless given. */
  patienceMs?: number;
}

export class Feed {
  private queue: LoggedEvent[] = [];
  private bytes = 0;
  /** Where the next subscription begins: after the last event taken or the last checkpoint, whichever came later. */
  private resume: ReadPosition;
  /** Something has come: the server took the place it was to begin at. */
  private begun = false;
  private aligned = false;
  private live = false;
  private session = 0;
  private end = (): void => undefined;
  private attempts = 0;
  private progress = Date.now();
  private overflowed = false;
  private changed = false;
  private closed = false;
  private failure: Error | undefined;
  private retry: NodeJS.Timeout | undefined;
  private wake = (): void => undefined;
  private readonly most: number;
  private readonly forget: () => void;
  /** Every event of ours up to here has been taken in. */
  seen: number;

  constructor(private readonly options: FeedOptions) {
    const { after, connection, batchSize } = options;
    this.seen = after;
    this.resume = after > START ? placeOf(after) : FROM_START;
    this.most = Math.max(MOST_EVENTS, 2 * batchSize);
    this.forget = connection.onReplaced(() => {
      if (this.live) this.ended(this.session, new StoreUnavailableError('the connection to the event store was given up'));
    });
    this.connect();
  }

  /** Nothing waits to be taken. */
  get empty(): boolean {
    return this.queue.length === 0;
  }

  /**
   * What has come, at least one event unless something else has changed; undefined once it is closed.
   *
   * @param full up to which position to wait for whole batches.
   * @throws StoreUnavailableError when patience has run out.
   */
  async take(full = START): Promise<LoggedEvent[] | undefined> {
    const { batchSize } = this.options;
    const ready = (): boolean => (full > this.seen ? this.queue.length >= batchSize || this.overflowed : this.queue.length > 0 || this.changed);
    while (!ready() && !this.closed && !this.failure) await new Promise<void>((resolve) => (this.wake = resolve));
    this.changed = false;
    if (this.closed) return undefined;
    const batch = this.queue.splice(0, batchSize);
    if (this.failure && batch.length === 0) throw this.failure;
    for (const { body } of batch) this.bytes -= body.length;
    if (this.overflowed && this.queue.length <= this.most / 4) {
      this.overflowed = false;
      this.connect();
    }
    return batch;
  }

  /** Lets whoever takes look again. */
  nudge(): void {
    this.changed = true;
    this.wake();
  }

  close(): void {
    this.closed = true;
    this.forget();
    clearTimeout(this.retry);
    this.disconnect();
    this.wake();
  }

  private connect(): void {
    if (this.closed || this.failure) return;
    const { connection, prefix, patienceMs } = this.options;
    const session = ++this.session;
    this.live = true;
    const client = connection.current;
    // A filtered log may be silent for long, so that only the beginning tells whether the server is there, unless somebody waits for an end.
    const watch = setTimeout(() => {
      this.ended(session, new StoreUnavailableError('the event store does not answer'));
      connection.replace(client);
    }, connection.timeoutMs);
    const alive = (): void => {
      if (session !== this.session) return;
      this.progress = Date.now();
      if (patienceMs === undefined) clearTimeout(watch);
      else watch.refresh();
    };
    const stream: AllStreamSubscription = client.subscribeToAll({
      fromPosition: this.resume,
      requiresLeader: true,
      filter: streamNameFilter({
        prefixes: [prefix],
        maxSearchWindow: CHECKPOINT_EVERY,
        checkpointInterval: 1,
        checkpointReached: (_, position) => {
          alive();
          // Events that came before it may still be on their way through the stream: passing over those would lose them.
          if (session === this.session && stream.readableLength === 0) this.passed(position);
        },
      }),
    });
    this.end = () => {
      clearTimeout(watch);
      stream.unsubscribe().catch(() => undefined);
    };
    stream.on('confirmation', alive);
    stream.on('data', (resolved: AllStreamResolvedEvent) => {
      if (session !== this.session) return;
      alive();
      this.attempts = 0;
      this.received(resolved);
    });
    stream.on('error', (error) => this.ended(session, error));
    stream.on('end', () => this.ended(session, undefined));
    stream.on('close', () => this.ended(session, undefined));
  }

  private disconnect(): void {
    this.session++;
    this.live = false;
    this.end();
    this.end = () => undefined;
  }

  private received({ event }: AllStreamResolvedEvent): void {
    if (!event) return;
    try {
      const position = positionOf(event.position);
      const logged = toLogged(event, this.options.prefix);
      this.begun = true;
      const repeated = position <= this.seen;
      this.resume = event.position;
      this.seen = Math.max(this.seen, position);
      if (repeated || !logged) return;
      this.queue.push(logged);
      this.bytes += logged.body.length;
    } catch (error) {
      this.fail(error as Error);
    }
    if (this.queue.length >= this.most || this.bytes >= MOST_BYTES) {
      this.overflowed = true;
      this.disconnect();
    }
    this.wake();
  }

  /** A checkpoint says: everything before this place has been looked at. Its two halves may differ, and an event may yet be written there. */
  private passed(position: Position): void {
    this.begun = true;
    this.resume = position;
    const before = positionOf(position) - (position.prepare < position.commit ? 1 : 0);
    if (before <= this.seen) return;
    this.seen = before;
    this.nudge();
  }

  /** However often a subscription tells of its end, it is begun again once. */
  private ended(session: number, error: unknown): void {
    if (session !== this.session || this.closed || this.overflowed || this.failure) return;
    this.disconnect();
    const fault = faultOf(error ?? new Error('the server ended the subscription'));
    const { patienceMs, onFault } = this.options;
    if (isInvalidPosition(error ?? fault) && !this.begun && !this.aligned) return this.align();
    onFault?.(fault);
    const impatient = patienceMs !== undefined && (Date.now() - this.progress > patienceMs || !(fault instanceof StoreUnavailableError));
    if (impatient) this.fail(fault);
    else this.retry = setTimeout(() => this.connect(), pauseBefore(this.attempts++));
  }

  /** Any number may be asked for, but the server begins only where an event stands. */
  private align(): void {
    this.aligned = true;
    const { connection, after } = this.options;
    connection
      .patiently(() => placeAtOrBefore(connection, after))
      .then(
        (place) => {
          this.resume = place ?? FROM_START;
          this.connect();
        },
        (error: unknown) => {
          this.aligned = false;
          this.ended(this.session, error);
        },
      );
  }

  private fail(error: Error): void {
    this.failure = error;
    this.disconnect();
    this.wake();
  }
}

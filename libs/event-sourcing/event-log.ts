/**
 * The event log: the only truth. Adapters live in `libs/stores`; every one passes `eventLogContract`.
 *
 * Positions are safe integers that grow with every committed event of one log (not necessarily by one).
 * Revisions count the events of one stream from 0.
 */

/** The revision a stream without events has: append with it to say "this stream is new". */
export const NO_STREAM = -1;

/** The position before the first event of every log. */
export const START = 0;

/**
 * An event as a log keeps it. `body` is the canonical JSON (RFC 8785) of `{ data, id, metadata, type }`, personal fields
 * still encrypted; adapters store and return it byte for byte and never look inside.
 */
export interface EventToAppend {
  /** A UUID (version 7 where we mint it). */
  id: string;
  type: string;
  body: string;
}

export interface LoggedEvent extends EventToAppend {
  stream: string;
  revision: number;
  position: number;
}

export interface Appended {
  /** Revision and position of the last event of this append. */
  revision: number;
  position: number;
}

export interface Subscription {
  /** Resolves once no further batch will be delivered. */
  close(): Promise<void>;
}

export interface SubscriptionHandlers {
  /** Called with at least one event, in log order, never while the previous call is pending. */
  onBatch(events: LoggedEvent[]): Promise<void>;
  /** Called when catching up has reached the head for the first time after a (re)start. */
  onCaughtUp?(): void;
  /** Called with faults the adapter recovers from by itself: the subscription goes on where it was, with nothing lost or repeated. */
  onFault?(error: unknown): void;
  /** Called with the error of a rejected `onBatch`, or of a log that cannot be read further, which ends the subscription. */
  onError?(error: unknown): void;
}

export interface EventLog {
  /** Names this log for good: eight characters of [0-9a-z], made when the log is created. */
  readonly id: string;
  /** True when every append of this log goes through this process, so that what it has read cannot be stale. */
  readonly exclusive: boolean;

  /**
   * Appends all events or none.
   *
   * @throws ConflictError with the actual revision when the stream's last revision is not `expectedRevision` (NO_STREAM for a new one).
   * @throws AppendTooLargeError when the bodies together exceed 1 MiB.
   * @throws StoreUnavailableError when the outcome is unknown or the log cannot be reached; a retry must carry the same ids and revision.
   */
  append(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended>;

  /** Events of one stream from a revision (inclusive) on, in order; empty for a stream that does not exist. */
  readStream(stream: string, fromRevision?: number): Promise<LoggedEvent[]>;

  /** The committed events after a position (exclusive), in log order, in batches of at most `batchSize`; ends at the head as of the call. */
  readAll(after: number, options?: { batchSize?: number }): AsyncIterable<LoggedEvent[]>;

  /** Delivers everything after a position: first what is there, then what comes. */
  subscribe(after: number, handlers: SubscriptionHandlers, options?: { batchSize?: number }): Subscription;

  /** The position of the last committed event, START for an empty log. */
  head(): Promise<number>;

  close(): Promise<void>;
}

/** What commands need of a log. */
export type CommandLog = Pick<EventLog, 'exclusive' | 'append' | 'readStream'>;

/** Somebody else wrote first. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  constructor(
    readonly stream: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`stream ${stream} is at revision ${actualRevision}, not ${expectedRevision}`);
  }
}

export const MAX_APPEND_BYTES = 1_048_576;

/** An append is refused as a whole, never split. */
export class AppendTooLargeError extends Error {
  override name = 'AppendTooLargeError';
  constructor(readonly bytes: number) {
    super(`an append of ${bytes} bytes exceeds the limit of ${MAX_APPEND_BYTES}`);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What every log refuses before it writes.
 *
 * @param bytes what the events count for in this log.
 * @throws AppendTooLargeError, and for an append without events or with an id that is no UUID.
 */
export function checkAppend(events: readonly EventToAppend[], bytes: number): void {
  if (events.length === 0) throw new Error('an append needs at least one event');
  if (!events.every(({ id }) => UUID.test(id))) throw new Error('an event id must be a UUID');
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLargeError(bytes);
}

/** A store cannot answer now; `retryAfterSeconds` goes to the caller. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';
  constructor(
    message: string,
    readonly retryAfterSeconds = 2,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Nothing was written, and that is known: a disk is full. Asking again at once changes nothing. */
export class NotWrittenError extends StoreUnavailableError {
  override name = 'NotWrittenError';
}

/** The address of a store cannot be used as it is; says why, in words for whoever set it. */
export class StoreAddressError extends Error {
  override name = 'StoreAddressError';
}

/** The way to the server: bounds every call, and takes a new client when one hangs. */
import type { EventStoreDBClient, StreamingRead } from '@eventstore/db-client';
import { StoreUnavailableError } from '#event-sourcing';
import { newClient } from './connection-string.js';
import { faultOf } from './faults.js';

/** Events a read holds before it lets the server wait. */
const PIECE = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** How long to wait before trying again, a little different for everybody. @param attempt from 0. */
export function pauseBefore(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (0.5 + Math.random() / 2);
}

export class Connection {
  private client: EventStoreDBClient;
  private generation = 0;
  private closed = false;
  /** Ends whatever waits. */
  private readonly waits = new Set<(error: Error) => void>();
  private readonly listeners = new Set<() => void>();

  /** @throws when the address is none. */
  constructor(
    private readonly url: string,
    readonly timeoutMs: number,
  ) {
    this.client = this.takeClient();
  }

  get current(): EventStoreDBClient {
    return this.client;
  }

  /**
   * Its answer, within the timeout.
   *
   * @param timeoutMs less than the usual, for who has waited already.
   * @throws StoreUnavailableError when it does not come in time; what it was to do may happen nevertheless.
   */
  call<T>(work: (client: EventStoreDBClient) => Promise<T>, timeoutMs = this.timeoutMs): Promise<T> {
    const { client } = this;
    if (this.closed) return Promise.reject(closedError());
    return this.inTime(work(client), timeoutMs, () => this.replace(client));
  }

  /**
   * What a read brings, as it comes. The timeout bounds each silence, not the whole.
   *
   * @throws StoreUnavailableError when nothing comes in time, and whatever the client throws.
   */
  async *read<E>(open: (client: EventStoreDBClient) => StreamingRead<E>): AsyncGenerator<E[]> {
    const { client } = this;
    if (this.closed) throw closedError();
    const stream = open(client);
    let piece: E[] = [];
    let ended = false;
    let failure: unknown;
    let wake = (): void => undefined;
    stream.on('data', (event: E) => {
      if (piece.push(event) >= PIECE) stream.pause();
      wake();
    });
    stream.on('end', () => {
      ended = true;
      wake();
    });
    const failed = (error: unknown): void => {
      failure ??= error;
      wake();
    };
    stream.on('error', failed);
    // What the client ends itself ends without a word.
    const forget = this.onReplaced(() => failed(new StoreUnavailableError('the connection to the event store was given up')));
    try {
      for (;;) {
        if (piece.length === 0 && !ended && failure === undefined) await this.inTime(new Promise<void>((resolve) => (wake = resolve)), this.timeoutMs, () => this.replace(client));
        const taken = piece;
        piece = [];
        stream.resume();
        if (taken.length > 0) yield taken;
        else if (failure !== undefined) throw failure;
        else if (ended) return;
      }
    } finally {
      forget();
      stream.cancel().catch(() => undefined);
    }
  }

  /** What only asks may be asked again: tries until the timeout while the server cannot answer. @param stream named in errors. @throws faults of the port. */
  async patiently<T>(work: () => Promise<T>, stream?: string): Promise<T> {
    const deadline = Date.now() + this.timeoutMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const fault = faultOf(error, stream);
        const pause = pauseBefore(attempt);
        if (!(fault instanceof StoreUnavailableError) || this.closed || Date.now() + pause > deadline) throw fault;
        await this.pause(pause);
      }
    }
  }

  /** Waits. @throws StoreUnavailableError when the connection is closed meanwhile. */
  pause(milliseconds: number): Promise<void> {
    let done = (): void => undefined;
    const timer = setTimeout(() => done(), milliseconds);
    return this.inTime(new Promise<void>((resolve) => (done = resolve)), milliseconds + this.timeoutMs, () => undefined).finally(() => clearTimeout(timer));
  }

  /** An answer or, after a time, none. @param late called when it is none. */
  inTime<T>(answer: Promise<T>, milliseconds: number, late: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.waits.delete(end);
      };
      const end = (error: Error): void => {
        settle();
        reject(error);
      };
      const timer = setTimeout(() => {
        end(new StoreUnavailableError('the event store does not answer'));
        late();
      }, milliseconds);
      this.waits.add(end);
      answer.then(resolve, reject).finally(settle);
      if (this.closed) end(closedError());
    });
  }

  /** Takes a new client in the place of one that hangs, unless that has been done. */
  replace(client: EventStoreDBClient): void {
    if (client !== this.client || this.closed) return;
    this.client = this.takeClient();
    discard(client);
    for (const listener of this.listeners) listener();
  }

  /** @param listener told that what was begun with the client before goes on no longer. */
  onReplaced(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const end of [...this.waits]) end(closedError());
    await discard(this.client);
  }

  private takeClient(): EventStoreDBClient {
    const client = newClient(this.url, this.generation++);
    // Left alone, the client sends the appends of the whole process through one call and keeps them in one table. When that call fails on any
    // client, it rejects all of them, and the answer to one that another client had sent then throws where nobody can catch it; and what waited to
    // be written is rejected where nobody listens. Told that the server lacks that call, it makes one for each append.
    Object.assign(client, { supports: () => Promise.resolve(false) });
    return client;
  }
}

function closedError(): StoreUnavailableError {
  return new StoreUnavailableError('the event log was closed');
}

/** How long to wait for a client that is discovering its cluster, or whose calls do not end. */
const DISCARD_MS = 500;

/** Ends what runs on a client and hangs up: disposing of it alone leaves the connection open. */
async function discard(client: EventStoreDBClient): Promise<void> {
  const { getChannel } = client as unknown as { getChannel(): Promise<{ close(): void }> };
  const hungUp = Promise.all([getChannel(), client.dispose()])
    // An append that has just begun would throw on a closed channel where nobody can catch it.
    .then(([channel]) => new Promise<void>((resolve) => setImmediate(() => resolve(channel.close()))))
    .catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([hungUp, new Promise((resolve) => (timer = setTimeout(resolve, DISCARD_MS)))]);
  clearTimeout(timer);
}

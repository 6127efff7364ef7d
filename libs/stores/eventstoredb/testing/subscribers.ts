/** Subscriptions to everything, filtered: what is there, then what comes. */
import type { EventEmitter } from 'node:events';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Database, Kept } from './database.js';
import { caughtUp, checkpoint, confirmation, eventMessage, invalidPosition, type Failure } from './messages.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** "Consumer too slow": a follower that is further behind than this is dropped. */
export const LIVE_BUFFER = 32;
export const tooSlow: Failure = { code: status.ABORTED, details: 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.' };

export class Subscriber {
  private index = 0;
  private live = false;
  private sinceCheckpoint = 0;
  private running = false;
  private over = false;
  private readonly unwatch: () => void;

  constructor(
    private readonly call: Call,
    private readonly database: Database,
    private readonly accepts: (event: Kept) => boolean,
    private readonly checkpointEvery: number,
    private readonly hold: () => Promise<void>,
  ) {
    this.unwatch = database.watch(() => void this.run());
    call.on('cancelled', () => this.stop());
  }

  /** @param after the last position it has; from the beginning unless given. An event stands after (c, p) when it is at c and p lies before it. */
  start(after: { commit: number; prepare: number } | undefined): void {
    this.call.write(confirmation());
    if (after) {
      const index = this.database.indexAt(after.commit);
      if (index === undefined) return this.drop(invalidPosition);
      this.index = after.prepare >= after.commit && this.database.all[index] ? index + 1 : index;
    }
    void this.run();
  }

  drop(failure: Failure): void {
    if (this.over) return;
    this.stop();
    this.call.emit('error', failure);
  }

  get stopped(): boolean {
    return this.over;
  }

  private stop(): void {
    this.over = true;
    this.unwatch();
  }

  private async run(): Promise<void> {
    const { all } = this.database;
    if (this.live && all.length - this.index > LIVE_BUFFER) return this.drop(tooSlow);
    if (this.running) return;
    this.running = true;
    while (!this.over) {
      await this.hold();
      const event = all[this.index];
      if (!event) {
        if (this.live) break;
        // At the end the checkpoint lies where the next event will stand, before it: its halves differ.
        this.live = true;
        this.call.write(checkpoint(this.database.endPosition, 0));
        this.call.write(caughtUp());
        continue;
      }
      this.index++;
      let room = true;
      if (this.accepts(event)) room = this.call.write(eventMessage(event));
      if (++this.sinceCheckpoint >= this.checkpointEvery) {
        this.sinceCheckpoint = 0;
        room = this.call.write(checkpoint(event.position, event.position));
      }
      if (!room && !this.over) await roomIn(this.call);
    }
    this.running = false;
  }
}

/** Waits until a stream takes more, or is over. */
export function roomIn(call: EventEmitter): Promise<void> {
  const names = ['drain', 'cancelled', 'close'];
  return new Promise((resolve) => {
    const done = (): void => {
      for (const name of names) call.off(name, done);
      resolve();
    };
    for (const name of names) call.once(name, done);
  });
}

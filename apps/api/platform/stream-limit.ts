import type { ServerResponse } from 'node:http';
import type { Refusal } from '#event-sourcing';
import { tooManyRequests } from '#event-sourcing-nest/problems.js';

/** A process takes as many as so many callers may have. */
const CALLERS = 100;

/** How many answers that go on for long one caller may have at a time, and all together. */
export class StreamLimit {
  private readonly open = new Map<string, number>();
  private all = 0;

  /** @param each 0 for any number. */
  constructor(private readonly each: number) {}

  /** Takes a place until the answer has ended, however it ends. */
  hold(caller: string, raw: ServerResponse): Refusal | undefined {
    if (this.each === 0) return undefined;
    const theirs = this.open.get(caller) ?? 0;
    if (theirs >= this.each) return tooManyRequests(`At most ${this.each} streams and exports at a time for one caller: end one of yours first.`);
    if (this.all >= this.each * CALLERS) return tooManyRequests('The service has as many streams and exports open as it takes: try again later.');
    // Who has gone already will not be heard of again.
    if (raw.closed || raw.destroyed) return undefined;
    this.open.set(caller, theirs + 1);
    this.all++;
    raw.once('close', () => this.release(caller));
    return undefined;
  }

  /** How many are open. */
  get count(): number {
    return this.all;
  }

  private release(caller: string): void {
    this.all--;
    const left = (this.open.get(caller) as number) - 1;
    if (left > 0) this.open.set(caller, left);
    else this.open.delete(caller);
  }
}

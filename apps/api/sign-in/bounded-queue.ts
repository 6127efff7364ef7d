/** A queue for work that is dear: what cannot even wait is refused at once. */
import { busy, RefusedError } from '#event-sourcing';

export class BoundedQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param concurrency how many run at a time; @param length how many wait for them at most. */
  constructor(
    private readonly concurrency: number,
    private readonly length: number,
  ) {}

  /** @throws RefusedError (`too-busy`) where the queue is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  /** Whoever waited takes over the place of the one who left. */
  private async enter(): Promise<void> {
    if (this.running < this.concurrency) {
      this.running++;
      return;
    }
    if (this.waiting.length >= this.length) throw new RefusedError(busy('Too many people are signing in at this moment; please try again in a few seconds.'));
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

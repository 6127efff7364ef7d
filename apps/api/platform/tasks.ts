/** What comes due with time: each task of each slice, when the service starts and every hour. */
import type { ReloconRuntime } from './runtime.js';

const HOUR_MS = 3_600_000;

type Needed = Pick<ReloconRuntime, 'features' | 'vault' | 'runner' | 'clock' | 'keyedHash' | 'logger'>;

export class Tasks {
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtime: Needed,
    private readonly everyMs = HOUR_MS,
  ) {}

  start(): void {
    this.running = true;
    void this.round().then(() => {
      if (this.running) this.timer = setTimeout(() => this.start(), this.everyMs);
    });
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    await this.underWay;
  }

  /** Every task once, after those under way. One that fails holds up none of the others, and is tried again with the next round. */
  round(): Promise<void> {
    this.underWay = this.underWay.then(() => this.runAll());
    return this.underWay;
  }

  private async runAll(): Promise<void> {
    const { features, logger } = this.runtime;
    for (const task of features.flatMap(({ tasks }) => tasks)) {
      await task.run(this.runtime).catch((error: unknown) => logger.error({ err: error, task: task.name }, 'a task could not be done; it is tried again within the hour'));
    }
  }
}

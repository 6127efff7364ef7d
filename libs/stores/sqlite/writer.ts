/** The calling side of a writer thread: jobs queue up while a transaction runs and then share the next one. */
import { Worker } from 'node:worker_threads';
import { NotWrittenError, StoreUnavailableError } from '#event-sourcing';

interface Waiting {
  job: object;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  ready?: Record<string, unknown>;
  results?: unknown[];
  failed?: string;
  pragma?: unknown;
  closed?: true;
}

export class Writer {
  private queue: Waiting[] = [];
  private running: Waiting[] | undefined;
  private dead: Error | undefined;
  private idle: (() => void) | undefined;
  private readonly askedPragmas: Pick<Waiting, 'resolve' | 'reject'>[] = [];
  private answerClosed: (() => void) | undefined;

  private constructor(
    private readonly worker: Worker,
    private readonly maxJobs: number,
    private readonly onBatch: (jobs: number) => void,
  ) {}

  /** @returns the writer and what the thread told of the database it opened. */
  static async open(options: {
    file: string;
    kind: 'log' | 'vault' | 'views';
    synchronous: 'FULL' | 'NORMAL';
    maxJobs?: number;
    onBatch?(jobs: number): void;
  }): Promise<{ writer: Writer; ready: Record<string, unknown> }> {
    const { file, kind, synchronous } = options;
    const worker = new Worker(new URL('./writer-thread.mjs', import.meta.url), { workerData: { file, kind, synchronous }, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    const writer = new Writer(worker, options.maxJobs ?? 512, options.onBatch ?? (() => undefined));
    const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: Message) => resolve(message.ready ?? {}));
    });
    worker.removeAllListeners('error');
    worker.on('message', (message: Message) => writer.answered(message));
    worker.on('error', (error) => writer.died(error));
    worker.on('exit', () => writer.died(new Error('the writer thread ended')));
    return { writer, ready };
  }

  /** Resolves with the job's result once its transaction is on disk. */
  run<T>(job: object): Promise<T> {
    if (this.dead) return Promise.reject(closedStore(this.dead));
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ job, resolve: resolve as (result: unknown) => void, reject });
      // All that is asked for in this turn of the event loop goes along.
      if (this.queue.length === 1 && !this.running) setImmediate(() => this.next());
    });
  }

  /** What the live writing connection says; null where it could not do it. */
  pragma(name: string): Promise<unknown> {
    if (this.dead) return Promise.reject(closedStore(this.dead));
    return new Promise((resolve, reject) => {
      this.askedPragmas.push({ resolve, reject });
      this.worker.postMessage({ pragma: name });
    });
  }

  async close(): Promise<void> {
    if (this.dead) return;
    if (this.running || this.queue.length > 0) await new Promise<void>((resolve) => (this.idle = resolve));
    const closed = new Promise<void>((resolve) => (this.answerClosed = resolve));
    this.worker.postMessage({ close: true });
    await closed;
    this.dead = new Error('closed');
  }

  private next(): void {
    if (this.running || this.dead) return;
    if (this.queue.length === 0) return this.idle?.();
    this.running = this.queue.splice(0, this.maxJobs);
    this.onBatch(this.running.length);
    this.worker.postMessage({ jobs: this.running.map((waiting) => waiting.job) });
  }

  private answered({ results, failed, pragma, closed }: Message): void {
    if (pragma !== undefined) return this.askedPragmas.shift()?.resolve(pragma);
    if (closed) return this.answerClosed?.();
    const done = this.running ?? [];
    this.running = undefined;
    done.forEach((waiting, index) => (results ? waiting.resolve(results[index]) : waiting.reject(new NotWrittenError(`the embedded store could not write: ${failed}`))));
    this.next();
  }

  private died(error: unknown): void {
    this.dead ??= error instanceof Error ? error : new Error(String(error));
    for (const waiting of [...(this.running ?? []), ...this.queue.splice(0), ...this.askedPragmas.splice(0)]) waiting.reject(new StoreUnavailableError('the writer thread of the embedded store has ended', 2, { cause: this.dead }));
    this.running = undefined;
    this.idle?.();
    this.answerClosed?.();
  }
}

function closedStore(cause: Error): StoreUnavailableError {
  return new StoreUnavailableError('the embedded store is closed', 2, { cause });
}

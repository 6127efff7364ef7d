/** The calling side of the thread that hashes passwords: one for the process, started when it is needed first. */
import { Worker } from 'node:worker_threads';

export interface Argon2Parameters {
  /** In KiB. */
  memoryCost: number;
  timeCost: number;
  parallelism: number;
}

type Job = { password: string } & ({ parameters: Argon2Parameters } | { against: string });

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

let thread: Thread | undefined;

/** @returns the hash in PHC string format. */
export function hash(password: string, parameters: Argon2Parameters): Promise<string> {
  return run<string>({ password, parameters });
}

/** Whether this is the password that was hashed, with the parameters the hash names. */
export function verify(against: string, password: string): Promise<boolean> {
  return run<boolean>({ password, against });
}

function run<T>(job: Job): Promise<T> {
  thread ??= new Thread(() => (thread = undefined));
  return thread.run<T>(job);
}

class Thread {
  private readonly worker = new Worker(new URL('./hashing-thread.mjs', import.meta.url));
  /** Answered in the order they were asked. */
  private readonly waiting: Waiting[] = [];

  constructor(ended: () => void) {
    let reason: Error | undefined;
    this.worker.on('message', ({ result, failed }: { result?: never; failed?: string }) => {
      const { resolve, reject } = this.waiting.shift() as Waiting;
      // What nobody waits for keeps no process running.
      if (this.waiting.length === 0) this.worker.unref();
      if (failed === undefined) resolve(result as never);
      else reject(new Error(failed));
    });
    this.worker.on('error', (error: Error) => (reason = error));
    this.worker.on('exit', () => {
      ended();
      for (const { reject } of this.waiting.splice(0)) reject(new Error('the thread that hashes passwords has ended', { cause: reason }));
    });
  }

  run<T>(job: Job): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ resolve: resolve as Waiting['resolve'], reject });
      this.worker.ref();
      this.worker.postMessage(job);
    });
  }
}

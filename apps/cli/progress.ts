/** A bar with rate and time left on a terminal; plain lines elsewhere. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  step(what: string, rows: number): void;
  stop(): void;
}

const PLAIN_EVERY_MS = 2_000;

/** @param total undefined where nobody knows it before the end. */
export function startProgress(total: number | undefined, say: (line: string) => void): Progress {
  return process.stderr.isTTY && total !== undefined ? bar(total) : plain(total, say);
}

function bar(total: number): Progress {
  const started = Date.now();
  const single = new SingleBar({ format: '{bar} {percentage}% | {value}/{total} | {rate} rows/s | {eta_formatted} left | {file}', stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  single.start(total, 0, { rate: 0, file: '' });
  let done = 0;
  return {
    step(file, rows) {
      done += rows;
      single.update(done, { file, rate: rateOf(done, started) });
    },
    stop: () => single.stop(),
  };
}

function plain(total: number | undefined, say: (line: string) => void): Progress {
  const started = Date.now();
  let done = 0;
  let said = started;
  return {
    step(file, rows) {
      done += rows;
      if (Date.now() - said < PLAIN_EVERY_MS) return;
      said = Date.now();
      const rate = rateOf(done, started);
      if (total === undefined) say(`${file}: ${done}, ${rate}/s`);
      else say(`${file}: ${done} of ${total} rows, ${rate} rows/s, ${rate > 0 ? Math.ceil((total - done) / rate) : '?'} s left`);
    },
    stop: () => undefined,
  };
}

function rateOf(done: number, started: number): number {
  return Math.round((done * 1000) / Math.max(1, Date.now() - started));
}

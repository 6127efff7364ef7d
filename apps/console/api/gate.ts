/**
 * What a request may have to wait for: signing in again after the session has ended, or the password once more before something sensitive.
 * The page stays as it is meanwhile, with whatever was written on it.
 */
export type Wanted = 'sign-in' | 'password';

interface Waiting {
  wanted: Wanted;
  done: Promise<boolean>;
  settle(passed: boolean): void;
}

/** Somebody who signs out: the page they were on asks for nothing more, and whoever comes next is not led there. */
interface Leaving {
  /** While they do. Resolves only where they could not be signed out. */
  stays?: Promise<void> | undefined;
  from: string;
}

export const leaving: Leaving = { from: '' };

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

/** @returns whether they did; all who ask at once wait for the same answer. Whoever signs in has given their password, too. */
export function askFor(wanted: Wanted): Promise<boolean> {
  if (waiting && (waiting.wanted === wanted || waiting.wanted === 'sign-in')) return waiting.done;
  const before = waiting;
  let settle: (passed: boolean) => void = () => undefined;
  const done = new Promise<boolean>((resolve) => (settle = resolve));
  const mine: Waiting = {
    wanted,
    done,
    settle(passed) {
      if (waiting === mine) tell(undefined);
      settle(passed);
    },
  };
  // Their session ended while they were asked for their password.
  if (before) void done.then((passed) => before.settle(passed));
  tell(mine);
  return done;
}

function tell(next: Waiting | undefined): void {
  waiting = next;
  for (const each of listeners) each();
}

export const gate = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): Waiting | undefined => waiting,
};

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

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

/** @returns whether they did; all who ask at once wait for the same answer. */
export function askFor(wanted: Wanted): Promise<boolean> {
  if (waiting?.wanted === wanted) return waiting.done;
  waiting?.settle(false);
  let settle: (passed: boolean) => void = () => undefined;
  const done = new Promise<boolean>((resolve) => (settle = resolve));
  waiting = {
    wanted,
    done,
    settle(passed) {
      waiting = undefined;
      for (const each of listeners) each();
      settle(passed);
    },
  };
  for (const each of listeners) each();
  return waiting.done;
}

export const gate = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): Waiting | undefined => waiting,
};

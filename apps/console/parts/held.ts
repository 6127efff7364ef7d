/** What somebody has opened in a row of a list goes with the row: the rows stay what they are until it is closed, where a phone is turned. */
import { createContext, useCallback, useContext, useEffect, useState } from 'react';

/** Holds the rows it stands in, and gives what lets go of them. */
const Held = createContext<() => () => void>(() => () => undefined);

export const HeldProvider = Held.Provider;

/** Holds the rows around it while something is open. */
export function useHolds(open: boolean): void {
  const hold = useContext(Held);
  useEffect(() => (open ? hold() : undefined), [open, hold]);
}

/** What is given, but where it changes while rows are held, what it was before; and how to hold them, for the provider. */
export function useUnlessHeld<T>(now: T): [T, () => () => void] {
  const [holders, setHolders] = useState(0);
  const [shown, setShown] = useState(now);
  if (holders === 0 && shown !== now) setShown(now);
  const hold = useCallback(() => {
    setHolders((count) => count + 1);
    return () => setHolders((count) => count - 1);
  }, []);
  return [shown, hold];
}

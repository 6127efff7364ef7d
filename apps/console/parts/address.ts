/**
 * What of a page is in its address, so that it can be linked to. A change begins with what the address says by now: while a page is slow to be drawn,
 * what is on the screen is older.
 */
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

export type ChangeAddress = (set: Readonly<Record<string, string | undefined>>, how?: { replace?: boolean }) => void;

/** @returns what the address says, and how to change it, by the same function each time: undefined takes a name out of it. */
export function useAddress(): [URLSearchParams, ChangeAddress] {
  const [parameters, setParameters] = useSearchParams();
  const latest = useRef(setParameters);
  latest.current = setParameters;
  const change = useCallback<ChangeAddress>((set, { replace = true } = {}) => {
    const after = new URLSearchParams(window.location.hash.split('?')[1]);
    for (const [name, value] of Object.entries(set)) {
      if (value === undefined) after.delete(name);
      else after.set(name, value);
    }
    latest.current(after, { replace });
  }, []);
  return [parameters, change];
}

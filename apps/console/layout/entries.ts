/**
 * Entries of the browser's history. The router counts those it makes; one that somebody made by writing an address, or by a link in a letter, it does
 * not know, and could not ask there before changes are left behind. So these are counted, too.
 */
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

const numberOf = (): number | undefined => (history.state as { idx?: number } | null)?.idx;

let last = 0;

/** To be called before there is a router, which hears of the same events. */
export function countEntries(): void {
  window.addEventListener('popstate', () => {
    if (numberOf() === undefined) history.replaceState({ ...(history.state as object | null), idx: last + 1 }, '');
  });
}

export function useLastEntry(): void {
  const { key } = useLocation();
  useEffect(() => void (last = numberOf() ?? last), [key]);
}

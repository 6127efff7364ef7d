/**
 * Entries of the browser's history. The router counts those it makes; one that somebody made by writing an address, or by a link in a letter, it does
 * not know, and could not ask there before changes are left behind. So these are counted, too.
 */
interface Entry {
  idx?: number;
}

/** To be called before there is a router, which hears of the same events. */
export function countEntries(): void {
  const numberOf = (state: Entry | null): number | undefined => state?.idx;
  let last = numberOf(history.state as Entry | null) ?? 0;
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (state: Entry | null, ...rest) => {
      change(state, ...rest);
      last = numberOf(state) ?? last;
    };
  }
  window.addEventListener('popstate', () => {
    const state = history.state as Entry | null;
    const number = numberOf(state);
    if (number === undefined) history.replaceState({ ...state, idx: last + 1 }, '');
    else last = number;
  });
}

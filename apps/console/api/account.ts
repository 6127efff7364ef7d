/**
 * Whose pages a tab shows. All tabs of a browser share one session: where somebody signs out in one, or somebody else signs in, what stands in the
 * others is not theirs any more, and nothing that is pressed there may be done in the name of another.
 */
const KEY = 'relocon.account';

/** Whose pages this tab shows. */
let own: string | undefined;

/** Without storage there is one tab, as far as we can tell. */
const inBrowser = (): string | null | undefined => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return undefined;
  }
};

export function holdAccount(accountId: string): void {
  own = accountId;
  try {
    localStorage.setItem(KEY, accountId);
  } catch {
    own = undefined;
  }
}

export function releaseAccount(): void {
  own = undefined;
  if (inBrowser() !== undefined) localStorage.removeItem(KEY);
}

/** Whether they have signed out in another tab, or somebody else has signed in there. */
export const isOthers = (): boolean => own !== undefined && inBrowser() !== own;

/** A tab that shows what is somebody else's begins anew. */
export function followAccount(): void {
  const look = (): void => {
    if (!isOthers()) return;
    history.replaceState(history.state, '', '#/');
    location.reload();
  };
  window.addEventListener('storage', ({ key }) => (key === KEY || key === null) && look());
  document.addEventListener('visibilitychange', look);
}

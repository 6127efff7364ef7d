import { useEffect } from 'react';
import { useMe } from '../api/me.js';
import { keepChoices, takeChoicesOf } from '../api/preferences.js';

/** What the person chose, in whatever browser of theirs: read when they come and whenever they come back to this page. */
export function Choices(): null {
  const accountId = useMe()?.accountId;
  useEffect(() => {
    if (accountId === undefined) return undefined;
    const onChange = (): void => void (document.visibilityState === 'visible' ? takeChoicesOf(accountId) : keepChoices());
    void takeChoicesOf(accountId);
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [accountId]);
  return null;
}

/**
 * Half-written forms, kept in this browser: they survive a reload and the end of a session, but not signing out. Each account has its own, so that
 * whoever signs in next meets nothing of them.
 */
export interface Draft {
  /** When it was written last. */
  at: string;
  values: object;
}

const PREFIX = 'relocon.draft.';

export const draftKey = (accountId: string, form: string): string => `${PREFIX}${accountId}.${form}`;

export function readDraft(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Draft;
  } catch {
    return undefined;
  }
}

export function writeDraft(key: string, values: object): Draft | undefined {
  const draft = { at: new Date().toISOString(), values };
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return draft;
  } catch {
    // Full, or not allowed: then there is no draft, and nothing says so.
    return undefined;
  }
}

export function discardDraft(key: string): void {
  localStorage.removeItem(key);
}

export function discardDraftsOf(accountId: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(draftKey(accountId, ''))) discardDraft(key);
}

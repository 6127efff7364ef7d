/**
 * What somebody chose for themselves (colours, columns, saved queries), where react-admin keeps it: in the browser, so that it is there at once
 * and without a connection, and with the service, so that every browser of theirs shows it. Whatever else react-admin keeps stays in the browser.
 */
import { localStorageStore, type Store } from 'react-admin';
import { call } from './client.js';
import { Problem } from './problem.js';

const KEPT = /^(theme|[\w-]{1,60}\.(savedQueries|datatable|datatable_columnRanks))$/;
/** Whose choices the browser holds, and which of them the service has not heard of. */
const [OWNER, UNSENT] = ['@owner', '@unsent'];
/** Who clicks through colours means the last one. */
const SETTLE_MS = 400;
/** What the service takes as one value. */
const LONGEST = 8_000;

const local = localStorageStore(undefined, 'relocon');
let settling: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> = Promise.resolve();

const unsent = (): string[] => local.getItem<string[]>(UNSENT) ?? [];

function changed(name: string): void {
  if (!KEPT.test(name)) return;
  local.setItem(UNSENT, [...new Set([...unsent(), name])]);
  if (local.getItem(OWNER) === undefined) return;
  clearTimeout(settling);
  settling = setTimeout(() => void send(), SETTLE_MS);
}

/** One after the other, so that the last choice is the last to arrive. */
function send(): Promise<void> {
  clearTimeout(settling);
  sending = sending.then(async () => {
    const names = unsent();
    if (names.length === 0) return;
    local.removeItem(UNSENT);
    try {
      await call('keepPreferences', { body: { changes: names.map((name) => ({ name, value: asText(local.getItem(name)) })) } });
    } catch (error) {
      // What the service refuses stays in this browser alone; what did not reach it is sent another time.
      if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429) return;
      local.setItem(UNSENT, [...new Set([...unsent(), ...names])]);
    }
  });
  return sending;
}

function asText(value: unknown): string | null {
  const text = value === undefined ? null : JSON.stringify(value);
  return text !== null && text.length > LONGEST ? null : text;
}

/** Before anything is shown to somebody: of what another chose here, filters of lists included, nothing is left. */
export function holdChoicesFor(accountId: string): void {
  if ((local.getItem(OWNER) ?? accountId) !== accountId) local.reset();
  local.setItem(OWNER, accountId);
}

/** The choices of whoever has signed in take the place of those the browser had; what was chosen here and never arrived is sent first. */
export async function takeChoicesOf(accountId: string): Promise<void> {
  holdChoicesFor(accountId);
  await send();
  try {
    const { items } = await call('listPreferences');
    const waiting = unsent();
    const theirs = new Map(items.map(({ name, value }) => [name, value]));
    for (const name of Object.keys(local.listItems?.() ?? {})) if (KEPT.test(name) && !theirs.has(name) && !waiting.includes(name)) local.removeItem(name);
    for (const [name, value] of theirs) if (KEPT.test(name) && !waiting.includes(name) && value !== JSON.stringify(local.getItem(name))) local.setItem(name, JSON.parse(value));
  } catch {
    // Without a connection the browser's own do; they are asked for again when somebody comes back to the page.
  }
}

/** Before somebody leaves. */
export const keepChoices = send;

export const choices: Store = {
  ...local,
  setItem(name, value) {
    local.setItem(name, value);
    changed(name);
  },
  removeItem(name) {
    local.removeItem(name);
    changed(name);
  },
};

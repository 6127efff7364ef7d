/** The embedded vault: a file of its own. */
import type { Vault, VaultEntry } from '#event-sourcing';
import { Reader } from './reader.js';
import { Writer } from './writer.js';

const SOME = 'SELECT key, value FROM entries WHERE space = ? AND key IN (SELECT value FROM json_each(?)) AND (expires IS NULL OR expires > ?)';
const PAGE = 'SELECT key, value FROM entries WHERE space = ? AND key > ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?';

const ONWARD = 'SELECT space, key, value, expires FROM entries WHERE (space, key) > (?, ?) AND (expires IS NULL OR expires > ?) ORDER BY space, key LIMIT ?';
const PAGE_SIZE = 1_000;

type Expiring = VaultEntry & { expiresAt?: number };

/** @param now milliseconds since 1970, for expiry. */
export async function openSqliteVault({ file, now = Date.now }: { file: string; now?(): number }): Promise<Vault> {
  const { writer } = await Writer.open({ file, kind: 'vault', synchronous: 'FULL' });
  const reader = new Reader(file);
  const run = async <T>(job: object): Promise<T> => {
    try {
      return await writer.run<T>(job);
    } finally {
      reader.refresh();
    }
  };
  return {
    shared: false,
    ...reading(reader, now),
    async putIfAbsent(space, entries: readonly Expiring[]) {
      if (entries.length === 0) return [];
      const inTheWay = await run<(string | null)[]>({ op: 'putIfAbsent', space, entries, now: now() });
      return entries.map(({ key, value }, index) => ({ key, value: inTheWay[index] ?? value, inserted: inTheWay[index] === null }));
    },
    put: (space, entries: readonly Expiring[]) => run({ op: 'put', space, entries, now: now() }),
    replace: (space, key, from, to) => run<boolean>({ op: 'replace', space, key, from, to, now: now() }),
    delete: (space, keys) => run({ op: 'delete', space, keys, now: now() }),
    // Where others read just then, it is for the next time.
    scrub: async () => void (await writer.pragma('wal_checkpoint(TRUNCATE)')),
    async close() {
      reader.close();
      await writer.close();
    },
  };
}

/** What can be asked of a vault's file. */
export function reading(reader: Reader, now: () => number): Pick<Vault, 'getMany' | 'list' | 'everything'> {
  const entry = (row: unknown): VaultEntry => ({ key: (row as VaultEntry).key, value: (row as VaultEntry).value });
  return {
    async getMany(space, keys) {
      return reader.all(SOME, [space, JSON.stringify(keys), now()]).map(entry);
    },
    async list(space, { after = '', limit = 100 } = {}) {
      return reader.all(PAGE, [space, after, now(), limit]).map(entry);
    },
    async *everything() {
      for (let last = { space: '', key: '' }; ; ) {
        const page = reader.all<{ space: string; key: string; value: string; expires: number | null }>(ONWARD, [last.space, last.key, now(), PAGE_SIZE]);
        if (page.length > 0) yield page.map(({ space, key, value, expires }) => ({ space, key, value, ...(expires !== null && { expiresAt: expires }) }));
        if (page.length < PAGE_SIZE) return;
        last = page.at(-1) as typeof last;
      }
    },
  };
}

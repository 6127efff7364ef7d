/** The embedded vault: a file of its own. */
import Database from 'libsql';
import type { Vault, VaultEntry } from '#event-sourcing';
import { Writer } from './writer.js';

type Expiring = VaultEntry & { expiresAt?: number };

/** @param now milliseconds since 1970, for expiry. */
export async function openSqliteVault({ file, now = Date.now }: { file: string; now?(): number }): Promise<Vault> {
  const { writer } = await Writer.open({ file, kind: 'vault', synchronous: 'FULL' });
  const db = new Database(file);
  const one = db.prepare('SELECT key, value FROM entries WHERE space = ? AND key = ? AND (expires IS NULL OR expires > ?)');
  const page = db.prepare('SELECT key, value FROM entries WHERE space = ? AND key > ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?');
  const entry = (row: unknown): VaultEntry => ({ key: (row as VaultEntry).key, value: (row as VaultEntry).value });
  return {
    async getMany(space, keys) {
      const at = now();
      return keys.flatMap((key) => {
        const row = one.get(space, key, at);
        return row ? [entry(row)] : [];
      });
    },
    putIfAbsent: (space, entries: readonly Expiring[]) => (entries.length === 0 ? Promise.resolve([]) : writer.run({ op: 'putIfAbsent', space, entries, now: now() })),
    put: (space, entries: readonly Expiring[]) => writer.run({ op: 'put', space, entries, now: now() }),
    delete: (space, keys) => writer.run({ op: 'delete', space, keys, now: now() }),
    async list(space, { after = '', limit = 100 } = {}) {
      return page.all(space, after, now(), limit).map(entry);
    },
    async close() {
      db.close();
      await writer.close();
    },
  };
}

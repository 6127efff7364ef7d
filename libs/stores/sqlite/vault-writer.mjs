/** Entries by (space, key); an expired one counts as not there. */
export function vaultWriter(db) {
  db.exec(`
    CREATE TABLE IF NOT EXISTS entries (space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (space, key)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS entries_expiring ON entries (expires) WHERE expires IS NOT NULL;
  `);
  const find = db.prepare('SELECT value FROM entries WHERE space = ? AND key = ? AND (expires IS NULL OR expires > ?)');
  const put = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, expires = excluded.expires');
  const remove = db.prepare('DELETE FROM entries WHERE space = ? AND key = ?');
  const sweep = db.prepare('DELETE FROM entries WHERE expires <= ?');
  let writes = 0;

  const operations = {
    putIfAbsent: ({ space, entries, now }) =>
      entries.map(({ key, value, expiresAt }) => {
        const found = find.get(space, key, now);
        if (found) return { key, value: found.value, inserted: false };
        put.run(space, key, value, expiresAt ?? null);
        return { key, value, inserted: true };
      }),
    put: ({ space, entries }) => {
      for (const { key, value, expiresAt } of entries) put.run(space, key, value, expiresAt ?? null);
    },
    delete: ({ space, keys }) => {
      for (const key of keys) remove.run(space, key);
    },
  };

  return {
    ready: {},
    write(jobs) {
      if (writes++ % 1000 === 999) sweep.run(jobs[0].now);
      return jobs.map((job) => operations[job.op](job));
    },
  };
}

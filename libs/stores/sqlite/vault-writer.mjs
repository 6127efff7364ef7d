/** Entries by (space, key); an expired one counts as not there. */
export function vaultWriter(db) {
  db.exec(`
    CREATE TABLE IF NOT EXISTS entries (space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (space, key)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS entries_expiring ON entries (expires) WHERE expires IS NOT NULL;
  `);
  const held = db.prepare(`SELECT e.space, e.key, e.value FROM json_each(?) AS asked CROSS JOIN entries e ON e.space = asked.value ->> 0 AND e.key = asked.value ->> 1
    WHERE e.expires IS NULL OR e.expires > asked.value ->> 2`);
  const put = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, expires = excluded.expires');
  const replace = db.prepare('UPDATE entries SET value = ? WHERE space = ? AND key = ? AND value = ? AND (expires IS NULL OR expires > ?)');
  const remove = db.prepare('DELETE FROM entries WHERE space = ? AND key = ?');
  const sweep = db.prepare('DELETE FROM entries WHERE expires <= ?');
  let writes = 0;

  const operations = {
    put: ({ space, entries }) => {
      for (const { key, value, expiresAt } of entries) put.run(space, key, value, expiresAt ?? null);
    },
    replace: ({ space, key, from, to, now }) => replace.run(to, space, key, from, now).changes === 1,
    delete: ({ space, keys }) => {
      for (const key of keys) remove.run(space, key);
    },
  };

  const placeOf = (space, key) => `${space}\0${key}`;

  /** Jobs that put what is not there, one after the other, with one look at what is. Answers what was in the way of each entry. */
  const putAbsent = (jobs) => {
    const asked = jobs.flatMap(({ space, entries, now }) => entries.map(({ key }) => [space, key, now]));
    const found = new Map(held.all(JSON.stringify(asked)).map(({ space, key, value }) => [placeOf(space, key), value]));
    return jobs.map(({ space, entries }) =>
      entries.map(({ key, value, expiresAt }) => {
        const place = placeOf(space, key);
        if (found.has(place)) return found.get(place);
        found.set(place, value);
        put.run(space, key, value, expiresAt ?? null);
        return null;
      }),
    );
  };

  return {
    ready: {},
    write(jobs) {
      if (writes++ % 1000 === 999) sweep.run(jobs[0].now);
      const results = [];
      for (let index = 0; index < jobs.length; ) {
        let end = index;
        while (jobs[end]?.op === 'putIfAbsent') end++;
        if (end > index) results.push(...putAbsent(jobs.slice(index, end)));
        else results.push(operations[jobs[end].op](jobs[end++]));
        index = end;
      }
      return results;
    },
  };
}

/** Appends: every job is checked by itself, all that hold are written with few statements. */
import { forRows, preparing } from './rows.mjs';

export const FORMAT = 1;

export function logWriter(db) {
  db.exec(`
    CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (stream, revision));
  `);
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => alphabet[byte % 36]).join('');
  db.prepare('INSERT OR IGNORE INTO meta VALUES (?, ?), (?, ?)').run('id', fresh, 'format', String(FORMAT));
  const meta = Object.fromEntries(db.prepare('SELECT name, value FROM meta').all().map((row) => [row.name, row.value]));

  const readHeads = db.prepare('SELECT id, name, revision FROM streams WHERE name IN (SELECT value FROM json_each(?))');
  const readTaken = db.prepare('SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?))');
  const readEvent = db.prepare('SELECT s.name AS stream, e.revision, e.position, e.body FROM events e JOIN streams s ON s.id = e.stream WHERE e.id = ?');
  const prepared = preparing(db);
  const writeStreams = forRows(prepared, 3, (rows) => `INSERT INTO streams (id, name, revision) VALUES ${rows} ON CONFLICT (id) DO UPDATE SET revision = excluded.revision`);
  const writeEvents = forRows(prepared, 6, (rows) => `INSERT INTO events (position, stream, revision, id, type, body) VALUES ${rows}`);

  let nextPosition = 0;
  let nextStream = 0;
  const reset = () => {
    nextPosition = (db.prepare('SELECT max(position) AS last FROM events').get().last ?? 0) + 1;
    nextStream = (db.prepare('SELECT max(id) AS last FROM streams').get().last ?? 0) + 1;
  };
  reset();

  /** The events of a retry that are all there already, at the revisions it expects, with the same bytes. */
  const retried = (job) => {
    let last;
    for (const [index, event] of job.events.entries()) {
      const stored = readEvent.get(event.id);
      if (!stored) return undefined;
      if (stored.stream !== job.stream || stored.revision !== job.expected + 1 + index) return { error: `the event id ${event.id} is taken` };
      if (stored.body !== event.body) return { error: `the event id ${event.id} is taken by other content` };
      last = stored;
    }
    return { revision: last.revision, position: last.position };
  };

  const write = (jobs) => {
    const heads = new Map(readHeads.all(JSON.stringify([...new Set(jobs.map((job) => job.stream))])).map((row) => [row.name, { id: row.id, revision: row.revision }]));
    const taken = new Set(readTaken.all(JSON.stringify(jobs.flatMap((job) => job.events.map((event) => event.id)))).map((row) => row.id));
    const rows = [];
    const written = new Set();
    const changed = new Map();
    const results = jobs.map((job) => {
      const head = heads.get(job.stream);
      const actual = head?.revision ?? -1;
      if (job.events.some((event) => taken.has(event.id))) {
        const again = written.has(job.events[0].id) ? undefined : retried(job);
        if (again) return again;
        if (actual === job.expected) return { error: 'an event id of this append is taken' };
      }
      if (actual !== job.expected) return { conflict: actual };
      const target = head ?? { id: nextStream++, revision: -1 };
      heads.set(job.stream, target);
      for (const event of job.events) {
        taken.add(event.id);
        written.add(event.id);
        target.revision++;
        rows.push(nextPosition++, target.id, target.revision, event.id, event.type, event.body);
      }
      changed.set(job.stream, target);
      return { revision: target.revision, position: nextPosition - 1 };
    });
    writeStreams([...changed].flatMap(([name, { id, revision }]) => [id, name, revision]));
    writeEvents(rows);
    return results;
  };

  return { ready: { id: meta.id, format: Number(meta.format) }, write, reset };
}

/** Documents, tag pairs, checkpoints and notes of one projected batch, together. */
import { randomBytes } from 'node:crypto';
import { forRows, preparing } from './rows.mjs';

const quoted = (name) => `"${name}"`;

export function viewsWriter(db) {
  db.exec(`
    CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, kind TEXT NOT NULL, schema TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS events_of_stream ON events (stream, revision);
  `);
  const prepared = preparing(db);
  const schemas = new Map();
  const schemaOf = (name) => {
    if (!schemas.has(name)) schemas.set(name, JSON.parse(prepared('SELECT schema FROM collections WHERE name = ?').get(name)?.schema ?? 'null'));
    return schemas.get(name);
  };
  const exists = (name) => prepared('SELECT 1 AS yes FROM collections WHERE name = ?').get(name) !== undefined;

  const createCollection = (schema) => {
    if (exists(schema.name)) return;
    const table = quoted(`d:${schema.name}`);
    db.exec(`CREATE TABLE ${table} (id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, body TEXT)`);
    db.exec(`CREATE TABLE ${quoted(`a:${schema.name}`)} (field TEXT NOT NULL, value, id TEXT NOT NULL, PRIMARY KEY (field, value, id)) WITHOUT ROWID`);
    db.exec(`CREATE TABLE ${quoted(`t:${schema.name}`)} (id TEXT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (id, token)) WITHOUT ROWID`);
    db.exec(`CREATE INDEX ${unique(schema.name)} ON ${quoted(`t:${schema.name}`)} (token, id)`);
    if (!schema.building) for (const columns of indexesOf(schema)) createListIndex(schema.name, columns);
    prepared('INSERT INTO collections VALUES (?, ?, ?, 0)').run(schema.name, 'documents', JSON.stringify(schema));
  };

  /** Columns of the indexes that lists walk: one for each first field and sort. What else they filter by is looked at row by row. */
  const indexesOf = (schema) => {
    const indexes = schema.lists.map(({ by, sort }) => {
      // Arrays have a table of their own.
      const [first] = by.filter((field) => !schema.arrays.includes(field));
      const fields = [...(first ? [first] : []), ...(sort === 'id' ? [] : [sort])];
      return [...fields.map((field) => `json_extract(body, '$.${field}')`), 'id'].join(', ');
    });
    return [...new Set(indexes)];
  };

  // Index names must be free again once a rebuilt collection has taken this one's name.
  const unique = (name) => quoted(`i:${name}:${randomBytes(6).toString('hex')}`);
  const createListIndex = (name, columns) => db.exec(`CREATE INDEX ${unique(name)} ON ${quoted(`d:${name}`)} (${columns}) WHERE body IS NOT NULL`);

  /** Makes the next index that a collection being built still lacks. @returns whether there was one, so that other writes get in between. */
  const complete = (name) => {
    const schema = schemaOf(name);
    if (!schema?.building) return false;
    const [columns, ...rest] = schema.missing ?? indexesOf(schema);
    if (columns !== undefined) createListIndex(name, columns);
    const { building, missing, ...whole } = schema;
    schemas.set(name, rest.length > 0 ? { ...whole, building, missing: rest } : whole);
    prepared('UPDATE collections SET schema = ? WHERE name = ?').run(JSON.stringify(schemas.get(name)), name);
    return rest.length > 0;
  };

  const createIndex = (name) => {
    if (exists(name)) return;
    db.exec(`CREATE TABLE ${quoted(`g:${name}`)} (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)`);
    db.exec(`CREATE TABLE ${quoted(`p:${name}`)} (tag INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (tag, position)) WITHOUT ROWID`);
    prepared('INSERT INTO collections VALUES (?, ?, ?, 0)').run(name, 'events', 'null');
  };

  const tablesOf = (name) => (prepared('SELECT kind FROM collections WHERE name = ?').get(name)?.kind === 'events' ? ['g', 'p'] : ['d', 'a', 't']);

  const drop = (name) => {
    if (!exists(name)) return;
    for (const kind of tablesOf(name)) db.exec(`DROP TABLE ${quoted(`${kind}:${name}`)}`);
    prepared('DELETE FROM collections WHERE name = ?').run(name);
    prepared("DELETE FROM notes WHERE key >= ? AND key < ?").run(`parked/${name}/`, `parked/${name}0`);
    forget(name);
  };

  const forget = (name) => {
    schemas.delete(name);
    tagIds.delete(name);
    prepared.forget();
  };

  const promote = (from, to) => {
    drop(to);
    for (const kind of tablesOf(from)) db.exec(`ALTER TABLE ${quoted(`${kind}:${from}`)} RENAME TO ${quoted(`${kind}:${to}`)}`);
    prepared('UPDATE collections SET name = ? WHERE name = ?').run(to, from);
    for (const note of prepared('SELECT key, value FROM notes WHERE key >= ? AND key < ?').all(`parked/${from}/`, `parked/${from}0`)) {
      const parked = { ...JSON.parse(note.value), collection: to };
      prepared('DELETE FROM notes WHERE key = ?').run(note.key);
      prepared('INSERT OR REPLACE INTO notes VALUES (?, ?)').run(`parked/${to}/${note.key.slice(`parked/${from}/`.length)}`, JSON.stringify(parked));
    }
    forget(from);
    forget(to);
  };

  const writeDocuments = ({ collection, rows, unlisted, listed, untold, told }) => {
    const [documents, arrays, tokens] = ['d', 'a', 't'].map((kind) => quoted(`${kind}:${collection}`));
    forRows(prepared, 3, (values) => `INSERT INTO ${documents} (id, position, body) VALUES ${values} ON CONFLICT (id) DO UPDATE SET position = excluded.position, body = excluded.body`)(rows);
    forRows(prepared, 3, (values) => `DELETE FROM ${arrays} WHERE (field, value, id) IN (VALUES ${values})`)(unlisted);
    forRows(prepared, 3, (values) => `INSERT OR IGNORE INTO ${arrays} (field, value, id) VALUES ${values}`)(listed);
    if (untold.length > 0) prepared(`DELETE FROM ${tokens} WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify(untold));
    forRows(prepared, 2, (values) => `INSERT OR IGNORE INTO ${tokens} (id, token) VALUES ${values}`)(told);
  };

  /** Ids of tag names, so that a pair is two integers; the names seen lately are kept. */
  const tagIds = new Map();
  const idsOf = (collection, names) => {
    let known = tagIds.get(collection);
    if (!known || known.size > 50_000) tagIds.set(collection, (known = new Map()));
    const missing = JSON.stringify(names.filter((name) => !known.has(name)));
    if (missing !== '[]') {
      prepared(`INSERT OR IGNORE INTO ${quoted(`g:${collection}`)} (name) SELECT value FROM json_each(?)`).run(missing);
      for (const row of prepared(`SELECT id, name FROM ${quoted(`g:${collection}`)} WHERE name IN (SELECT value FROM json_each(?))`).all(missing)) known.set(row.name, row.id);
    }
    return known;
  };

  const writeTags = ({ collection, names, pairs }) => {
    const known = idsOf(collection, names);
    const rows = [];
    for (let index = 0; index < pairs.length; index += 2) rows.push([known.get(names[pairs[index]]), pairs[index + 1]]);
    // In the order of their table, so that neighbours share its pages.
    rows.sort(([a, at], [b, bt]) => a - b || at - bt);
    forRows(prepared, 2, (values) => `INSERT OR IGNORE INTO ${quoted(`p:${collection}`)} (tag, position) VALUES ${values}`)(rows.flat());
  };

  /** Events of a log that is no file beside this one. */
  const keepEvents = (events) => {
    forRows(prepared, 1, (values) => `INSERT OR IGNORE INTO streams (name) VALUES ${values}`)([...new Set(events.map((event) => event.stream))]);
    const insert = prepared('INSERT OR IGNORE INTO events SELECT ?, id, ?, ?, ?, ? FROM streams WHERE name = ?');
    for (const { position, revision, id, type, body, stream } of events) insert.run(position, revision, id, type, body, stream);
  };

  const commit = ({ writes, tagged, events, checkpoints, notes }) => {
    for (const write of writes) writeDocuments(write);
    for (const tags of tagged ?? []) writeTags(tags);
    if (events) keepEvents(events);
    for (const [name, position] of Object.entries(checkpoints)) prepared('UPDATE collections SET position = ? WHERE name = ?').run(position, name);
    for (const { key, value } of notes ?? []) {
      if (value === undefined || value === null) prepared('DELETE FROM notes WHERE key = ?').run(key);
      else prepared('INSERT OR REPLACE INTO notes VALUES (?, ?)').run(key, value);
    }
  };

  const operations = {
    prepare: ({ collections, eventIndexes }) => {
      collections.forEach(createCollection);
      eventIndexes.forEach(createIndex);
    },
    commit,
    complete: ({ name }) => complete(name),
    promote: ({ from, to }) => promote(from, to),
    drop: ({ name }) => drop(name),
  };

  return {
    ready: {},
    write: (jobs) => jobs.map((job) => operations[job.op](job)),
    reset() {
      tagIds.clear();
      schemas.clear();
    },
  };
}

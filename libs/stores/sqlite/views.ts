/** The embedded views: JSON documents with expression indexes, tag pairs beside the log they point into. */
import Database from 'libsql';
import { START, StoreUnavailableError, type Commit, type Document, type FindQuery, type LoggedEvent, type Scalar, type StoredDocument, type ViewStore } from '#event-sourcing';
import type { SqliteLog } from './log.js';
import { Writer } from './writer.js';

interface Condition {
  sql: string;
  values: unknown[];
}

/** @param log the embedded log whose events the tag pairs point to; they are not copied. */
export async function openSqliteViews({ file, log }: { file: string; log: SqliteLog }): Promise<ViewStore> {
  const { writer } = await Writer.open({ file, kind: 'views', synchronous: 'NORMAL', maxJobs: 64 });
  const db = new Database(file);
  db.prepare('ATTACH ? AS log').run(log.file);
  return new EmbeddedViews(db, writer);
}

class EmbeddedViews implements ViewStore {
  private readonly statements = new Map<string, Database.Statement>();
  private readonly arrays = new Map<string, readonly string[]>();

  constructor(
    private readonly db: Database.Database,
    private readonly writer: Writer,
  ) {}

  async prepare(collections: Parameters<ViewStore['prepare']>[0], eventIndexes: readonly string[]): Promise<void> {
    for (const schema of collections) this.arrays.set(schema.name, schema.arrays);
    await this.writer.run({ op: 'prepare', collections, eventIndexes });
  }

  async checkpoints(): Promise<Record<string, number>> {
    const rows = this.all('SELECT name, position FROM collections', []) as { name: string; position: number }[];
    return Object.fromEntries(rows.map((row) => [row.name, row.position]));
  }

  async commit({ writes, tagged, checkpoints, notes }: Commit): Promise<void> {
    const json = JSON.stringify({
      writes: writes.map(({ collection, documents }) => ({
        collection,
        documents: documents.map(({ id, position, doc, tokens }) => [id, position, doc === undefined ? null : JSON.stringify(doc), tokens]),
      })),
      tagged: tagged?.map(({ collection, events }) => ({
        collection,
        // The log itself finds the events of a stream.
        events: events.map(({ event, tags }) => [event.position, tags.filter((tag) => !tag.startsWith('stream:'))]),
      })),
      checkpoints,
      notes: notes?.map(({ key, value }) => ({ key, value: value ?? null })),
    });
    await this.writer.run({ op: 'commit', json });
  }

  async getMany(collection: string, ids: readonly string[]): Promise<StoredDocument[]> {
    const sql = `SELECT id, position, body FROM ${table('d', collection)} WHERE id = ?`;
    const statement = this.statement(sql);
    return ids.flatMap((id) => {
      const row = statement.get(id) as { id: string; position: number; body: string | null } | undefined;
      return row ? [{ id: row.id, position: row.position, doc: row.body === null ? undefined : (JSON.parse(row.body) as Document) }] : [];
    });
  }

  async find(collection: string, query: FindQuery): Promise<Document[]> {
    const conditions = this.conditions(collection, query);
    const sort = column(query.sort);
    const direction = query.descending ? 'DESC' : 'ASC';
    if (query.after) conditions.push(beyond(sort, query.after, query.descending ?? false, query.sort === 'id'));
    const order = query.sort === 'id' ? `id ${direction}` : `${sort} ${direction}, id ${direction}`;
    const sql = `SELECT body FROM ${table('d', collection)} WHERE ${conditions.map((each) => each.sql).join(' AND ')} ORDER BY ${order} LIMIT ?`;
    const rows = this.all(sql, [...conditions.flatMap((each) => each.values), query.limit]) as { body: string }[];
    return rows.map((row) => JSON.parse(row.body) as Document);
  }

  async count(collection: string, query: Omit<FindQuery, 'limit' | 'after'>): Promise<number> {
    const conditions = this.conditions(collection, query);
    const sql = `SELECT count(*) AS found FROM ${table('d', collection)} WHERE ${conditions.map((each) => each.sql).join(' AND ')}`;
    return (this.all(sql, conditions.flatMap((each) => each.values)) as { found: number }[])[0]?.found ?? 0;
  }

  async findEvents(collection: string, query: Parameters<ViewStore['findEvents']>[1]): Promise<LoggedEvent[]> {
    const { tags, after = START, descending = false, limit } = query;
    const [checkpoint] = this.all('SELECT position FROM collections WHERE name = ?', [collection]) as { position: number }[];
    const before = Math.min(query.before ?? Infinity, (checkpoint?.position ?? START) + 1);
    const names = tags.filter((tag) => tag !== 'all');
    const stream = names.find((tag) => tag.startsWith('stream:'))?.slice('stream:'.length);
    const ids = this.tagIds(collection, names.filter((tag) => !tag.startsWith('stream:')));
    if (!ids) return [];
    const [driver, ...others] = ids;
    const pairs = table('p', collection);
    const order = descending ? 'DESC' : 'ASC';
    const place = driver !== undefined && stream === undefined ? 'p.position' : 'e.position';
    const sql = `SELECT e.position, s.name AS stream, e.revision, e.id, e.type, e.body
      FROM ${place === 'p.position' ? `${pairs} p CROSS JOIN log.events e ON e.position = p.position` : stream === undefined ? 'log.events e' : 'log.streams s CROSS JOIN log.events e ON e.stream = s.id'}
      ${stream === undefined ? 'CROSS JOIN log.streams s ON s.id = e.stream' : ''}
      WHERE ${place} > ? AND ${place} < ?
      ${stream === undefined ? '' : 'AND s.name = ?'}
      ${place === 'p.position' ? 'AND p.tag = ?' : ''}
      ${(place === 'p.position' ? others : ids).map(() => `AND EXISTS (SELECT 1 FROM ${pairs} q WHERE q.tag = ? AND q.position = ${place})`).join(' ')}
      ORDER BY ${stream === undefined ? place : 'e.revision'} ${order} LIMIT ?`;
    const values = [after, before === Infinity ? Number.MAX_SAFE_INTEGER : before, ...(stream === undefined ? [] : [stream]), ...ids, limit];
    return (this.all(sql, values) as LoggedEvent[]).map(({ position, stream: name, revision, id, type, body }) => ({ position, stream: name, revision, id, type, body }));
  }

  async notes(prefix: string): Promise<{ key: string; value: string }[]> {
    const rows = this.all('SELECT key, value FROM notes WHERE key >= ? AND key < ? ORDER BY key', [prefix, `${prefix}\u{10FFFF}`]) as { key: string; value: string }[];
    return rows.map(({ key, value }) => ({ key, value }));
  }

  async complete(collection: string): Promise<void> {
    while (await this.writer.run<boolean>({ op: 'complete', name: collection })) continue;
  }

  async promote(from: string, to: string): Promise<void> {
    await this.writer.run({ op: 'promote', from, to });
    this.arrays.set(to, this.arrays.get(from) ?? []);
    this.statements.clear();
  }

  async drop(collection: string): Promise<void> {
    await this.writer.run({ op: 'drop', name: collection });
    this.statements.clear();
  }

  async close(): Promise<void> {
    this.db.close();
    await this.writer.close();
  }

  /** Ids of the tags, the rarest first; undefined when one of them was never given to an event. */
  private tagIds(collection: string, names: readonly string[]): number[] | undefined {
    const found = names.map((name) => (this.all(`SELECT id FROM ${table('g', collection)} WHERE name = ?`, [name]) as { id: number }[])[0]?.id);
    if (found.some((id) => id === undefined)) return undefined;
    const ids = found as number[];
    if (ids.length < 2) return ids;
    const size = (id: number): number =>
      (this.all(`SELECT count(*) AS pairs FROM (SELECT 1 FROM ${table('p', collection)} WHERE tag = ? LIMIT 10000)`, [id]) as { pairs: number }[])[0]?.pairs ?? 0;
    return ids.map((id) => ({ id, size: size(id) })).sort((a, b) => a.size - b.size).map(({ id }) => id);
  }

  private conditions(collection: string, query: Omit<FindQuery, 'limit' | 'after'>): Condition[] {
    const arrays = this.arrays.get(collection) ?? [];
    const conditions: Condition[] = [{ sql: 'body IS NOT NULL', values: [] }];
    for (const [field, wanted] of Object.entries(query.where)) conditions.push(arrays.includes(field) ? contains(collection, field, wanted) : equals(field, wanted));
    const { from, before } = query.range ?? {};
    if (from !== undefined) conditions.push({ sql: `${column(query.sort)} >= ?`, values: [sqlValue(from)] });
    if (before !== undefined) conditions.push({ sql: `${column(query.sort)} < ?`, values: [sqlValue(before)] });
    for (const word of query.words ?? []) {
      conditions.push({ sql: `id IN (SELECT id FROM ${table('t', collection)} WHERE token >= ? AND token < ?)`, values: [word, `${word}\u{10FFFF}`] });
    }
    if (query.ids) conditions.push({ sql: 'id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(query.ids)] });
    return conditions;
  }

  private statement(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private all(sql: string, values: unknown[]): unknown[] {
    try {
      return this.statement(sql).all(...values);
    } catch (cause) {
      throw new StoreUnavailableError('the embedded views cannot be read', 2, { cause });
    }
  }
}

function table(kind: 'd' | 'a' | 't' | 'g' | 'p', collection: string): string {
  return `"${kind}:${collection}"`;
}

function column(field: string): string {
  return field === 'id' ? 'id' : `json_extract(body, '$.${field}')`;
}

/** JSON has booleans, SQLite has 0 and 1. */
function sqlValue(value: Scalar): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function equals(field: string, wanted: FindQuery['where'][string]): Condition {
  if (typeof wanted === 'object' && wanted !== null) {
    return { sql: `${column(field)} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(wanted.in)] };
  }
  return wanted === null ? { sql: `${column(field)} IS NULL`, values: [] } : { sql: `${column(field)} = ?`, values: [sqlValue(wanted)] };
}

function contains(collection: string, field: string, wanted: FindQuery['where'][string]): Condition {
  const values = typeof wanted === 'object' && wanted !== null ? wanted.in : [wanted];
  return {
    sql: `id IN (SELECT id FROM ${table('a', collection)} WHERE field = ? AND value IN (SELECT value FROM json_each(?)))`,
    values: [field, JSON.stringify(values)],
  };
}

/** Keyset condition: what comes after (value, id) in the query's order; null comes before every other value. */
function beyond(sort: string, { value, id }: { value: Scalar; id: string }, descending: boolean, byId: boolean): Condition {
  const than = descending ? '<' : '>';
  if (byId) return { sql: `id ${than} ?`, values: [id] };
  if (value === null) return descending ? { sql: `(${sort} IS NULL AND id < ?)`, values: [id] } : { sql: `(${sort} IS NOT NULL OR id > ?)`, values: [id] };
  const bound = sqlValue(value);
  return descending
    ? { sql: `(${sort} IS NULL OR ${sort} <= ?) AND (${sort} IS NULL OR ${sort} < ? OR id < ?)`, values: [bound, bound, id] }
    : { sql: `${sort} >= ? AND (${sort} > ? OR id > ?)`, values: [bound, bound, id] };
}

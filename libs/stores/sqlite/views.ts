/** The embedded views: JSON documents with expression indexes, tag pairs beside the log they point into. */
import { START, StoreUnavailableError, type CollectionSchema, type CollectionWrite, type Commit, type Document, type FindQuery, type Lease, type LoggedEvent, type Scalar, type Snapshot, type StoredDocument, type TaggedEvent, type ViewStore } from '#event-sourcing';
import { HeldDocuments, type Held } from './held-documents.js';
import type { SqliteLog } from './log.js';
import { Reader } from './reader.js';
import { SnapshotReader } from './snapshot-reader.js';
import { Writer } from './writer.js';

interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * @param log the embedded log whose events the tag pairs point to; they are not copied. Events of any other log are kept here.
 * @param instance what this process is called where it says what it may write.
 */
export async function openSqliteViews({ file, log, instance }: { file: string; log?: SqliteLog; instance?: string }): Promise<ViewStore> {
  const { writer } = await Writer.open({ file, kind: 'views', synchronous: 'NORMAL', maxJobs: 64 });
  return log ? new EmbeddedViews(file, new Reader(file, { attach: { log: log.file } }), writer, 'log', instance) : new EmbeddedViews(file, new Reader(file), writer, 'main', instance);
}

class EmbeddedViews implements ViewStore {
  readonly shared = false;
  /** Its writer and those who read share few cores: small transactions leave room between them. */
  readonly buildBatch = 125;
  private readonly schemas = new Map<string, CollectionSchema>();
  private readonly held = new HeldDocuments();
  private readonly snapshots = new Set<SnapshotReader>();
  /** When this process began to write. */
  private since: string | undefined;

  constructor(
    private readonly file: string,
    private readonly reader: Reader,
    private readonly writer: Writer,
    /** Schema of the tables that hold the events. */
    private readonly eventsIn: 'log' | 'main',
    private readonly instance: string | undefined,
  ) {}

  async prepare(collections: Parameters<ViewStore['prepare']>[0], eventIndexes: readonly string[]): Promise<void> {
    for (const schema of collections) this.schemas.set(schema.name, schema);
    await this.writer.run({ op: 'prepare', collections, eventIndexes });
  }

  async checkpoints(): Promise<Record<string, number>> {
    const rows = this.all('SELECT name, position FROM collections', []) as { name: string; position: number }[];
    return Object.fromEntries(rows.map((row) => [row.name, row.position]));
  }

  async incomplete(): Promise<string[]> {
    const rows = this.all("SELECT name FROM collections WHERE json_extract(schema, '$.building')", []) as { name: string }[];
    return rows.map((row) => row.name);
  }

  async hold(collections: readonly string[]): Promise<string[]> {
    this.since ??= new Date().toISOString();
    return [...collections];
  }

  async use(collections: readonly string[]): Promise<string[]> {
    return Object.keys(await this.checkpoints()).filter((name) => !collections.includes(name));
  }

  async release(): Promise<void> {
    this.since = undefined;
  }

  async leases(): Promise<Lease[]> {
    const { instance = null, since } = this;
    return since === undefined ? [] : Object.keys(await this.checkpoints()).map((collection) => ({ collection, instance, since, until: null }));
  }

  async commit({ writes, tagged, checkpoints, notes }: Commit): Promise<void> {
    const encoded = writes.map((write) => this.encode(write));
    try {
      await this.writer.run({
        op: 'commit',
        writes: encoded,
        tagged: tagged?.map(({ collection, events }) => ({ collection, ...pairsOf(events) })),
        ...(this.eventsIn === 'main' && { events: tagged?.flatMap(({ events }) => events.map(({ event }) => ({ ...event }))) }),
        checkpoints,
        notes: notes?.map(({ key, value }) => ({ key, value: value ?? null })),
      });
    } catch (error) {
      // Whether it was written is not known.
      for (const { collection } of writes) this.held.forget(collection);
      throw error;
    } finally {
      this.reader.refresh();
    }
    for (const [index, { collection, documents }] of writes.entries()) {
      const { rows } = encoded[index] as Rows;
      documents.forEach(({ id, position, doc, tokens }, row) => this.held.set(collection, id, { stored: { id, position, doc }, ...(tokens && { tokens }), length: (rows[3 * row + 2] as string | null)?.length ?? 0 }));
    }
  }

  async getMany(collection: string, ids: readonly string[]): Promise<StoredDocument[]> {
    const found: StoredDocument[] = [];
    const missing: string[] = [];
    for (const id of ids) {
      const held = this.held.get(collection, id);
      if (!held) missing.push(id);
      else if (held.stored) found.push(held.stored);
    }
    // What is loaded may push out what was held, so that is taken first.
    if (missing.length > 0) for (const { stored } of this.load(collection, missing).values()) if (stored) found.push(stored);
    return found;
  }

  async find(collection: string, query: FindQuery): Promise<Document[]> {
    const { sql, values } = this.selection(collection, query);
    const rows = this.all(`${sql} LIMIT ?`, [...values, query.limit]) as { body: string }[];
    return rows.map((row) => JSON.parse(row.body) as Document);
  }

  async snapshot<T>(collection: string, query: Omit<FindQuery, 'limit' | 'after'>, until: AbortSignal, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const { sql, values } = this.selection(collection, query);
    until.throwIfAborted();
    const reader = readable(() => new SnapshotReader(this.file));
    const release = (): void => {
      if (this.snapshots.delete(reader)) reader.close();
    };
    this.snapshots.add(reader);
    until.addEventListener('abort', release);
    try {
      const [row] = readable(() => [...reader.walk<{ position: number }>('SELECT position FROM collections WHERE name = ?', [collection])]);
      if (!row) throw new Error(`the collection ${collection} was not prepared`);
      return await work({ position: row.position, pages: pagesOf(reader.walk<{ body: string }>(sql, values), until) });
    } finally {
      until.removeEventListener('abort', release);
      release();
    }
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
      FROM ${place === 'p.position' ? `${pairs} p CROSS JOIN ${this.eventsIn}.events e ON e.position = p.position` : stream === undefined ? `${this.eventsIn}.events e` : `${this.eventsIn}.streams s CROSS JOIN ${this.eventsIn}.events e ON e.stream = s.id`}
      ${stream === undefined ? `CROSS JOIN ${this.eventsIn}.streams s ON s.id = e.stream` : ''}
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
    const schema = this.schemas.get(from);
    if (schema) this.schemas.set(to, schema);
    this.held.rename(from, to);
    this.reader.forgetStatements();
  }

  async drop(collection: string): Promise<void> {
    await this.writer.run({ op: 'drop', name: collection });
    this.held.forget(collection);
    this.reader.forgetStatements();
  }

  async close(): Promise<void> {
    for (const snapshot of this.snapshots) snapshot.close();
    this.snapshots.clear();
    this.reader.close();
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

  /** What a list selects, in its order. */
  private selection(collection: string, query: Omit<FindQuery, 'limit'>): Condition {
    const conditions = this.conditions(collection, query);
    const sort = column(query.sort);
    const direction = query.descending ? 'DESC' : 'ASC';
    if (query.after) conditions.push(beyond(sort, query.after, query.descending ?? false, query.sort === 'id'));
    const order = query.sort === 'id' ? `id ${direction}` : `${sort} ${direction}, id ${direction}`;
    return { sql: `SELECT body FROM ${table('d', collection)} WHERE ${conditions.map((each) => each.sql).join(' AND ')} ORDER BY ${order}`, values: conditions.flatMap((each) => each.values) };
  }

  private conditions(collection: string, query: Omit<FindQuery, 'limit' | 'after'>): Condition[] {
    const { arrays, lists } = this.schema(collection);
    const asked = Object.keys(query.where);
    // The one index that the list walks has the first field of its shape; no other may tempt SQLite away from it.
    const shape = lists.find(({ by, sort }) => sort === query.sort && by.length === asked.length && by.every((field) => asked.includes(field)));
    const walked = shape?.by.find((field) => !arrays.includes(field));
    const conditions: Condition[] = [{ sql: 'body IS NOT NULL', values: [] }];
    for (const [field, wanted] of Object.entries(query.where)) conditions.push(arrays.includes(field) ? contains(collection, field, wanted) : equals(field, wanted, field === walked ? '' : '+'));
    const { from, before } = query.range ?? {};
    if (from !== undefined) conditions.push({ sql: `${column(query.sort)} >= ?`, values: [sqlValue(from)] });
    if (before !== undefined) conditions.push({ sql: `${column(query.sort)} < ?`, values: [sqlValue(before)] });
    for (const word of query.words ?? []) {
      conditions.push({ sql: `id IN (SELECT id FROM ${table('t', collection)} WHERE token >= ? AND token < ?)`, values: [word, `${word}\u{10FFFF}`] });
    }
    if (query.ids) conditions.push({ sql: 'id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(query.ids)] });
    return conditions;
  }

  /** Reads documents that are not held, and holds them: that there is none as well. */
  private load(collection: string, ids: readonly string[]): Map<string, Held> {
    const one = ids.length === 1;
    const rows = this.all(`SELECT id, position, body FROM ${table('d', collection)} WHERE ${one ? 'id = ?' : 'id IN (SELECT value FROM json_each(?))'}`, [one ? ids[0] : JSON.stringify(ids)]);
    const loaded = new Map<string, Held>(ids.map((id) => [id, { stored: undefined, length: 0 }]));
    for (const { id, position, body } of rows as { id: string; position: number; body: string | null }[]) {
      loaded.set(id, { stored: { id, position, doc: body === null ? undefined : (JSON.parse(body) as Document) }, length: body?.length ?? 0 });
    }
    for (const [id, held] of loaded) this.held.set(collection, id, held);
    return loaded;
  }

  private schema(collection: string): CollectionSchema {
    const schema = this.schemas.get(collection);
    if (!schema) throw new Error(`the collection ${collection} was not prepared`);
    return schema;
  }

  /** A write in the rows of its tables. */
  private encode({ collection, documents }: CollectionWrite): Rows {
    const { arrays, searchable } = this.schema(collection);
    const rows: Rows = { collection, rows: [], unlisted: [], listed: [], untold: [], told: [] };
    for (const stored of documents) {
      const { id, position, doc, tokens = [] } = stored;
      rows.rows.push(id, position, doc === undefined ? null : JSON.stringify(doc));
      if (arrays.length === 0 && !searchable) continue;
      const held = this.held.get(collection, id) ?? this.load(collection, [id]).get(id);
      const before = held?.stored;
      for (const field of arrays) {
        const [was, is] = [listOf(before?.doc?.[field]), listOf(doc?.[field])];
        // What a view leaves alone is the same array.
        if (was === is) continue;
        for (const value of was) if (!is.includes(value)) rows.unlisted.push(field, sqlValue(value), id);
        for (const value of is) if (!was.includes(value)) rows.listed.push(field, sqlValue(value), id);
      }
      if (searchable && !(held?.tokens && sameTexts(held.tokens, tokens))) {
        if (before?.doc) rows.untold.push(id);
        for (const token of tokens) rows.told.push(id, token);
      }
    }
    return rows;
  }

  private all(sql: string, values: unknown[]): unknown[] {
    return readable(() => this.reader.all(sql, values));
  }
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new StoreUnavailableError('the embedded views cannot be read', 2, { cause });
  }
}

/** Documents in a page of a snapshot. */
const PAGE = 500;

async function* pagesOf(rows: Iterator<{ body: string }>, until: AbortSignal): AsyncIterable<readonly Document[]> {
  for (;;) {
    until.throwIfAborted();
    const page: Document[] = [];
    while (page.length < PAGE) {
      const row = readable(() => rows.next());
      if (row.done) break;
      page.push(JSON.parse(row.value.body) as Document);
    }
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
  }
}

/** What a write changes in the tables of a collection: rows one after the other in flat arrays, which cross to another thread best. */
interface Rows {
  collection: string;
  /** Id, position, text. */
  rows: Scalar[];
  /** Field, value and id of what arrays lose and gain. */
  unlisted: Scalar[];
  listed: Scalar[];
  /** Ids that lose their words; id and word of those that come. */
  untold: string[];
  told: string[];
}

/** Tag names, and pairs of an index into them and a position. */
function pairsOf(events: readonly TaggedEvent[]): { names: string[]; pairs: number[] } {
  const indexes = new Map<string, number>();
  const pairs: number[] = [];
  for (const { event, tags } of events) {
    for (const tag of tags) {
      // The log itself finds the events of a stream.
      if (tag.startsWith('stream:')) continue;
      let index = indexes.get(tag);
      if (index === undefined) indexes.set(tag, (index = indexes.size));
      pairs.push(index, event.position);
    }
  }
  return { names: [...indexes.keys()], pairs };
}

const EMPTY: Scalar[] = [];

function listOf(value: unknown): Scalar[] {
  return Array.isArray(value) ? (value as Scalar[]) : EMPTY;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
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

/** @param aside `+` keeps SQLite from walking an index for it. */
function equals(field: string, wanted: FindQuery['where'][string], aside: '' | '+'): Condition {
  if (typeof wanted === 'object' && wanted !== null) {
    return { sql: `${aside}${column(field)} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(wanted.in)] };
  }
  return wanted === null ? { sql: `${aside}${column(field)} IS NULL`, values: [] } : { sql: `${aside}${column(field)} = ?`, values: [sqlValue(wanted)] };
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

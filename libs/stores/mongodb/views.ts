/** The views as documents of MongoDB: native filters, sort and cursors over the indexes the views declare. */
import { randomBytes } from 'node:crypto';
import type { AnyBulkWriteOperation, ClientSession, Collection, Db, FindCursor, MongoClient } from 'mongodb';
import { START, StoreUnavailableError, type Commit, type CollectionSchema, type Document, type FindQuery, type Lease, type LoggedEvent, type Snapshot, type StoredDocument, type TaggedEvent, type ViewStore } from '#event-sourcing';
import { answered, openDatabase } from './database.js';
import { crossedOf, filterOf, indexesOf, partsAfter, sortOf, stretchAfter, type Row } from './lists.js';
import { Registry } from './registry.js';
import { Sessions } from './sessions.js';

/** An event of the index, kept once, with everything it is found by. */
interface EventRow extends Omit<LoggedEvent, 'position'> {
  _id: number;
  tags: readonly string[];
}

interface Note {
  _id: string;
  value: string;
}

/** A list that is read from a snapshot, with the session that keeps it. */
interface Walk {
  cursor: FindCursor<Pick<Row, 'doc'>>;
  session: ClientSession;
}

/** An index over many documents takes longer than a read. */
const INDEXING_MS = 3_600_000;
/** The first page of a list that no index serves in its order comes after all of it is sorted. */
const PAGE_MS = 60_000;
/** Documents in a page of a snapshot. */
const PAGE = 500;

/**
 * @param url of a replica set; its path names the database, `relocon` where it names none.
 * @param alone no other process can be making views of this log, so that nobody has to be kept from it.
 * @param instance what this process is called where it says what it may write.
 * @throws StoreAddressError, StoreUnavailableError.
 */
export async function openMongoViews({ url, alone = false, instance }: { url: string; alone?: boolean; instance?: string }): Promise<ViewStore> {
  const { client, db } = await openDatabase({ url, name: (given) => given ?? 'relocon', kind: 'views' });
  return new MongoViews(client, db, !alone, instance ?? null);
}

class MongoViews implements ViewStore {
  readonly buildBatch = 1_000;
  private readonly registry: Registry;
  private readonly sessions: Sessions;
  private prepared = false;
  /** When this process began to write, where no other can. */
  private since: string | undefined;
  private readonly kept: Collection<Note>;
  /** Snapshots that somebody walks. */
  private readonly walks = new Set<Walk>();

  constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
    readonly shared: boolean,
    private readonly instance: string | null,
  ) {
    this.registry = new Registry(db, instance);
    this.sessions = new Sessions(client, db, randomBytes(9).toString('base64url'));
    this.kept = db.collection('notes');
  }

  async prepare(collections: readonly CollectionSchema[], eventIndexes: readonly string[]): Promise<void> {
    if (!this.prepared) {
      await answered(() => this.sessions.prepare());
      // Whoever was here before is gone.
      if (!this.shared) await answered(() => this.sessions.endOthers());
      this.prepared = true;
    }
    // Each has its time: how many there are grows with the slices.
    for (const schema of collections) {
      await answered(async () => {
        const { physical, building } = await this.registry.ensure(schema.name, 'documents', schema);
        await this.create(physical);
        if (!building) await this.index(physical, schema);
      });
    }
    for (const name of eventIndexes) {
      await answered(async () => {
        const { physical } = await this.registry.ensure(name, 'events', null);
        await this.create(physical);
        await this.db.collection(physical).createIndexes([{ key: { tags: 1, _id: 1 }, name: 'tags' }]);
      });
    }
    await answered(() => this.registry.sweep());
  }

  async checkpoints(): Promise<Record<string, number>> {
    const rows = await answered(() => this.registry.refresh());
    return Object.fromEntries([...rows.values()].map(({ _id, position }) => [_id, position]));
  }

  async incomplete(): Promise<string[]> {
    const rows = await answered(() => this.registry.refresh());
    return [...rows.values()].filter(({ building }) => building).map(({ _id }) => _id);
  }

  async commit({ writes, tagged = [], checkpoints, notes = [] }: Commit): Promise<void> {
    // What names no collection of ours fails before anything is written.
    const documents = writes.map(({ collection, documents: rows }) => [this.documents(collection), this.upserts(collection, rows)] as const);
    const events = tagged.map(({ collection, events: rows }) => [this.events(collection), rows.map(upsertOfEvent)] as const);
    await this.sessions.transaction(async (session) => {
      await this.registry.advance(checkpoints, session);
      for (const [collection, operations] of documents) if (operations.length > 0) await collection.bulkWrite(operations, { session, ordered: false });
      for (const [collection, operations] of events) if (operations.length > 0) await collection.bulkWrite(operations, { session, ordered: false });
      if (notes.length > 0) await this.kept.bulkWrite(notes.map(noteWrite), { session });
    });
    this.registry.advanced(checkpoints);
  }

  async getMany(collection: string, ids: readonly string[]): Promise<StoredDocument[]> {
    if (ids.length === 0) return [];
    const rows = this.documents(collection);
    const projection = { tokens: 0 };
    const [only] = ids;
    const found = await answered(async () => (only !== undefined && ids.length === 1 ? [await rows.findOne({ _id: only }, { projection })] : rows.find({ _id: { $in: [...ids] } }, { projection }).toArray()));
    return found.flatMap((row) => (row ? [{ id: row._id, position: row.position, doc: row.doc }] : []));
  }

  async find(collection: string, query: FindQuery): Promise<Document[]> {
    const filter = filterOf(this.schema(collection), query);
    const rows = this.documents(collection);
    const projection = { _id: 0, doc: 1 };
    const stretch = stretchAfter(this.schema(collection), query);
    if (stretch) return (await answered(() => rows.find(filter, { ...stretch, projection, limit: query.limit }).toArray())).map(({ doc }) => doc as Document);
    const found: Document[] = [];
    for (const part of partsAfter(query)) {
      const left = query.limit - found.length;
      if (left === 0) break;
      const page = await answered(() => rows.find({ $and: [filter, part] }, { projection }).sort(sortOf(query)).limit(left).toArray());
      for (const { doc } of page) found.push(doc as Document);
    }
    return found;
  }

  async snapshot<T>(collection: string, query: Omit<FindQuery, 'limit' | 'after'>, until: AbortSignal, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    until.throwIfAborted();
    const session = this.client.startSession({ snapshot: true });
    // Said of each read: the driver takes what it knows of the client for what is asked of the session.
    const asked = { session, readConcern: { level: 'snapshot' } } as const;
    try {
      const row = await answered(() => this.registry.rows.findOne({ _id: collection }, asked));
      if (!row?.schema) throw new Error(`the collection ${collection} was not prepared`);
      // One cursor, and not a search for each page: where the collection is dropped meanwhile it fails, instead of finding nothing.
      const cursor = this.db.collection<Row>(row.physical).find(filterOf(row.schema, query), { ...asked, projection: { _id: 0, doc: 1 }, batchSize: PAGE, sort: sortOf(query) });
      return await this.whileOpen({ cursor, session }, until, (walk) => work({ position: row.position, pages: this.pagesOf(walk, until) }));
    } finally {
      await session.endSession();
    }
  }

  async count(collection: string, query: Omit<FindQuery, 'limit' | 'after'>): Promise<number> {
    const filter = filterOf(this.schema(collection), query);
    return answered(() => this.documents(collection).countDocuments(filter));
  }

  async findEvents(collection: string, { tags, after = START, before, descending = false, limit }: Parameters<ViewStore['findEvents']>[1]): Promise<LoggedEvent[]> {
    const wanted = tags.filter((tag) => tag !== 'all');
    const filter = { _id: { $gt: after, ...(before !== undefined && { $lt: before }) }, ...(wanted.length > 0 && { tags: { $all: wanted } }) };
    const rows = await answered(() => this.events(collection).find(filter, { projection: { tags: 0 } }).sort({ _id: descending ? -1 : 1 }).limit(limit).toArray());
    return rows.map(({ _id, stream, revision, id, type, body }) => ({ position: _id, stream, revision, id, type, body }));
  }

  async notes(prefix: string): Promise<{ key: string; value: string }[]> {
    const found = await answered(() => this.kept.find({ _id: { $gte: prefix, $lt: `${prefix}\u{10FFFF}` } }).sort({ _id: 1 }).toArray());
    return found.map(({ _id, value }) => ({ key: _id, value }));
  }

  async complete(collection: string): Promise<void> {
    const { physical, building } = this.registry.get(collection);
    if (!building) return;
    await answered(() => this.index(physical, this.schema(collection)), INDEXING_MS);
    await answered(() => this.registry.completed(collection));
  }

  async promote(from: string, to: string): Promise<void> {
    await this.sessions.transaction(async (session) => {
      await this.registry.replace(from, to, session);
      await this.moveParked(from, to, session);
    });
    await answered(() => this.registry.refresh());
  }

  async drop(collection: string): Promise<void> {
    await answered(async () => {
      await this.registry.remove(collection);
      await this.kept.deleteMany({ _id: parkedIn(collection) });
    });
  }

  async hold(collections: readonly string[], ttlMs: number): Promise<string[]> {
    if (!this.shared) {
      this.since ??= new Date().toISOString();
      return [...collections];
    }
    // Whoever let a right run out may have left a transaction open, and with it locked what is to be taken.
    const free = await answered(() => this.registry.free(collections));
    if (free.lapsed) await answered(() => this.sessions.endOthers());
    return answered(() => this.registry.hold(collections, free.names, ttlMs));
  }

  async use(collections: readonly string[], idleMs: number): Promise<string[]> {
    if (!this.shared) return Object.keys(await this.checkpoints()).filter((name) => !collections.includes(name));
    return answered(() => this.registry.use(collections, idleMs));
  }

  release(): Promise<void> {
    this.since = undefined;
    return answered(() => this.registry.release());
  }

  async leases(): Promise<Lease[]> {
    if (this.shared) return answered(() => this.registry.leases());
    const { instance, since } = this;
    return since === undefined ? [] : Object.keys(await this.checkpoints()).map((collection) => ({ collection, instance, since, until: null }));
  }

  async close(): Promise<void> {
    await Promise.all([...this.walks].map((walk) => this.end(walk)));
    await this.client.close();
  }

  private async whileOpen<T>(walk: Walk, until: AbortSignal, work: (walk: Walk) => Promise<T>): Promise<T> {
    const end = (): Promise<void> => this.end(walk);
    this.walks.add(walk);
    until.addEventListener('abort', end);
    try {
      return await work(walk);
    } finally {
      until.removeEventListener('abort', end);
      await end();
    }
  }

  private async *pagesOf(walk: Walk, until: AbortSignal): AsyncIterable<readonly Document[]> {
    const { cursor } = walk;
    for (;;) {
      const more = await answered(() => cursor.hasNext(), PAGE_MS).finally(() => until.throwIfAborted());
      // A cursor that was ended before its end looks like one that is over.
      if (!this.walks.has(walk)) throw new StoreUnavailableError('this snapshot is over');
      if (!more) return;
      yield cursor.readBufferedDocuments().map(({ doc }) => doc as Document);
    }
  }

  /** The driver asks to end a cursor in its session, and the server refuses that in one of a snapshot: it would wait for ten minutes. */
  private async end(walk: Walk): Promise<void> {
    if (!this.walks.delete(walk)) return;
    const { cursor, session } = walk;
    const isOver = cursor.id?.isZero() ?? false;
    if (!isOver) await answered(() => this.client.db('admin').command({ killSessions: [session.id] })).catch(() => undefined);
    await cursor.close().catch(() => undefined);
  }

  /** Notes about parked documents go with their collection. */
  private async moveParked(from: string, to: string, session: Parameters<Registry['replace']>[2]): Promise<void> {
    await this.kept.deleteMany({ _id: parkedIn(to) }, { session });
    for (const { _id, value } of await this.kept.find({ _id: parkedIn(from) }, { session }).toArray()) {
      await this.kept.deleteOne({ _id }, { session });
      await this.kept.insertOne({ _id: `parked/${to}/${_id.slice(`parked/${from}/`.length)}`, value: JSON.stringify({ ...(JSON.parse(value) as object), collection: to }) }, { session });
    }
  }

  private async create(physical: string): Promise<void> {
    if (await this.db.listCollections({ name: physical }, { nameOnly: true }).hasNext()) return;
    await this.db.createCollection(physical).catch((error: { codeName?: string }) => {
      if (error.codeName !== 'NamespaceExists') throw error;
    });
  }

  private async index(physical: string, schema: CollectionSchema): Promise<void> {
    const indexes = indexesOf(schema);
    if (indexes.length > 0) await this.db.collection(physical).createIndexes(indexes);
  }

  private upserts(collection: string, documents: readonly StoredDocument[]): AnyBulkWriteOperation<Row>[] {
    const schema = this.schema(collection);
    return documents.map(({ id, position, doc, tokens }) => {
      const crossed = doc && crossedOf(schema, doc);
      return { replaceOne: { filter: { _id: id }, replacement: { position, ...(doc && { doc }), ...(tokens && { tokens }), ...(crossed && { crossed }) }, upsert: true } };
    });
  }

  private documents(collection: string): Collection<Row> {
    return this.db.collection(this.registry.get(collection).physical);
  }

  private events(collection: string): Collection<EventRow> {
    return this.db.collection(this.registry.get(collection).physical);
  }

  private schema(collection: string): CollectionSchema {
    const { schema } = this.registry.get(collection);
    if (!schema) throw new Error(`${collection} holds events, not documents`);
    return schema;
  }
}

function upsertOfEvent({ event, tags }: TaggedEvent): AnyBulkWriteOperation<EventRow> {
  const { position, stream, revision, id, type, body } = event;
  return { replaceOne: { filter: { _id: position }, replacement: { stream, revision, id, type, body, tags }, upsert: true } };
}

function noteWrite({ key, value }: NonNullable<Commit['notes']>[number]): AnyBulkWriteOperation<Note> {
  return value === undefined ? { deleteOne: { filter: { _id: key } } } : { replaceOne: { filter: { _id: key }, replacement: { value }, upsert: true } };
}

function parkedIn(collection: string): { $gte: string; $lt: string } {
  return { $gte: `parked/${collection}/`, $lt: `parked/${collection}0` };
}

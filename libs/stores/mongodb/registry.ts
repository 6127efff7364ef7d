/** Which collections there are, where each is kept, how far it has seen the log, and who may write it. */
import { randomBytes } from 'node:crypto';
import type { ClientSession, Collection, Db } from 'mongodb';
import { LeaseLostError, START, type CollectionSchema, type Lease } from '#event-sourcing';

export interface Registered {
  /** Name of the collection as the views know it. */
  _id: string;
  kind: 'documents' | 'events';
  /** Name of the collection that holds it; another one after it was built anew. */
  physical: string;
  position: number;
  /** Its lists have no indexes yet. */
  building: boolean;
  schema: CollectionSchema | null;
  /** Whoever may write it, and until when by the server's clock. */
  holder?: string;
  expires?: Date;
  /** What that holder told of itself. Earlier releases tell nothing, and leave what stands here: it is theirs no more. */
  by?: { holder: string; instance: string | null; since: Date };
}

/** When a collection was used or replaced last, by the server's clock. */
interface Mark {
  _id: string;
  at: Date;
}

/** How long another instance may take to notice that a collection has been replaced. */
const REPLACED_MS = 60_000;

/** By the clock of the server. */
const RAN_OUT = { $expr: { $lt: ['$expires', '$$NOW'] } };
const FREE = { $or: [{ holder: { $exists: false } }, RAN_OUT] };
const STILL_HOLDS = { $expr: { $gte: ['$expires', '$$NOW'] } };

export class Registry {
  readonly rows: Collection<Registered>;
  private readonly garbage: Collection<Mark>;
  private readonly uses: Collection<Mark>;
  private known = new Map<string, Registered>();
  /** Names this process holds, with the token it holds each under. */
  private readonly held = new Map<string, string>();

  /** @param instance what this process is called. */
  constructor(
    private readonly db: Db,
    private readonly instance: string | null,
  ) {
    this.rows = db.collection('collections');
    this.garbage = db.collection('garbage');
    this.uses = db.collection('uses');
  }

  /** Reads everything again: positions, and what has been replaced by another instance. */
  async refresh(): Promise<ReadonlyMap<string, Registered>> {
    this.known = new Map((await this.rows.find().toArray()).map((row) => [row._id, row]));
    return this.known;
  }

  /** @throws for a collection that was not prepared, or has been dropped. */
  get(name: string): Registered {
    const row = this.known.get(name);
    if (!row) throw new Error(`the collection ${name} was not prepared`);
    return row;
  }

  /** The row of a collection, made where there was none; many may ask at once. */
  async ensure(name: string, kind: Registered['kind'], schema: CollectionSchema | null): Promise<Registered> {
    const { building = false, ...whole } = schema ?? {};
    const fresh = { kind, physical: `${name}-${randomBytes(6).toString('hex')}`, position: START, building, schema: schema && (whole as CollectionSchema) };
    // Before anybody can take it for one that is not used.
    await this.uses.updateOne({ _id: name }, [{ $set: { at: '$$NOW' } }], { upsert: true });
    const row = (await this.rows.findOneAndUpdate({ _id: name }, { $setOnInsert: fresh }, { upsert: true, returnDocument: 'after' })) as Registered;
    this.known.set(name, row);
    return row;
  }

  /**
   * Moves checkpoints, as part of a commit; never back, so that a commit which was given up and arrives late changes nothing.
   *
   * @throws LeaseLostError where somebody else may write one of them by now, or has brought it further.
   */
  async advance(checkpoints: Readonly<Record<string, number>>, session: ClientSession): Promise<void> {
    const names = Object.keys(checkpoints);
    if (names.length === 0) return;
    const { matchedCount } = await this.rows.bulkWrite(
      names.map((name) => ({ updateOne: { filter: { _id: name, holder: this.held.get(name) ?? { $exists: false }, position: { $lte: checkpoints[name] as number } }, update: { $set: { position: checkpoints[name] as number } } } })),
      { session, ordered: false },
    );
    if (matchedCount < names.length) throw new LeaseLostError(names);
  }

  advanced(checkpoints: Readonly<Record<string, number>>): void {
    for (const [name, position] of Object.entries(checkpoints)) this.known.set(name, { ...this.get(name), position });
  }

  async completed(name: string): Promise<void> {
    await this.rows.updateOne({ _id: name }, { $set: { building: false } });
    this.known.set(name, { ...this.get(name), building: false });
  }

  /** One collection takes the name of another; what was kept under it before is dropped once nobody can be reading it. */
  async replace(from: string, to: string, session: ClientSession): Promise<void> {
    const row = await this.rows.findOneAndDelete({ _id: from }, { session });
    if (!row) throw new Error(`the collection ${from} was not prepared`);
    const { physical, position, building, schema } = row;
    const before = await this.rows.findOneAndUpdate({ _id: to }, { $set: { kind: row.kind, physical, position, building, schema } }, { session, upsert: true });
    this.held.delete(from);
    if (before) await this.garbage.updateOne({ _id: before.physical }, [{ $set: { at: '$$NOW' } }], { session, upsert: true });
  }

  async remove(name: string): Promise<void> {
    const row = await this.rows.findOneAndDelete({ _id: name });
    this.known.delete(name);
    this.held.delete(name);
    if (row) await this.db.dropCollection(row.physical);
  }

  /** Drops what was replaced long enough ago. */
  async sweep(): Promise<void> {
    for (const { _id } of await this.garbage.find({ $expr: { $lt: ['$at', { $subtract: ['$$NOW', REPLACED_MS] }] } }).toArray()) {
      await this.db.dropCollection(_id);
      await this.garbage.deleteOne({ _id });
    }
  }

  /**
   * Which of these nobody may write, and whether somebody has let one of them run out. Told without waiting for what they may have left locked.
   */
  async free(names: readonly string[]): Promise<{ names: string[]; lapsed: boolean }> {
    const rows = await this.rows.find({ _id: { $in: [...names] }, ...FREE }, { projection: { holder: 1 } }).toArray();
    return { names: rows.map(({ _id }) => _id), lapsed: rows.some(({ holder }) => holder !== undefined) };
  }

  /**
   * Takes, or goes on holding, the right to write.
   *
   * @param free those of the names that may be taken. One that runs out after they were looked up may still be locked, and is left for the next time.
   * @returns the names held now.
   */
  async hold(names: readonly string[], free: readonly string[], ttlMs: number): Promise<string[]> {
    const expires = { $add: ['$$NOW', ttlMs] };
    for (const name of names) {
      const mine = this.held.get(name);
      if (mine !== undefined) {
        const { matchedCount } = await this.rows.updateOne({ _id: name, holder: mine, ...STILL_HOLDS }, [{ $set: { expires } }]);
        if (matchedCount === 0) this.held.delete(name);
        continue;
      }
      if (!free.includes(name)) continue;
      // A right that ran out is taken anew under another token, so that nothing begun under the old one is written.
      const token = randomBytes(9).toString('base64url');
      const holder = { $literal: token };
      const by = { holder, instance: { $literal: this.instance }, since: '$$NOW' };
      const { matchedCount } = await this.rows.updateOne({ _id: name, ...FREE }, [{ $set: { holder, expires, by } }]);
      if (matchedCount > 0) this.held.set(name, token);
    }
    return names.filter((name) => this.held.has(name));
  }

  /** @returns the names nobody has used for so long. */
  async use(names: readonly string[], idleMs: number): Promise<string[]> {
    await this.uses.bulkWrite(names.map((name) => ({ updateOne: { filter: { _id: name }, update: [{ $set: { at: '$$NOW' } }], upsert: true } })), { ordered: false });
    const used = new Set((await this.uses.find({ $expr: { $gte: ['$at', { $subtract: ['$$NOW', idleMs] }] } }).toArray()).map(({ _id }) => _id));
    return [...(await this.refresh()).keys()].filter((name) => !used.has(name));
  }

  async release(): Promise<void> {
    for (const [name, holder] of [...this.held]) await this.rows.updateOne({ _id: name, holder }, { $unset: { holder: '', expires: '', by: '' } });
    this.held.clear();
  }

  /** Who may write what; nobody's token. */
  async leases(): Promise<Lease[]> {
    const rows = await this.rows.find({ holder: { $exists: true }, ...STILL_HOLDS }, { projection: { holder: 1, expires: 1, by: 1 } }).toArray();
    return rows.map(({ _id, holder, expires, by }) => {
      const told = by?.holder === holder ? by : undefined;
      return { collection: _id, instance: told?.instance ?? null, since: told?.since.toISOString() ?? null, until: (expires as Date).toISOString() };
    });
  }
}

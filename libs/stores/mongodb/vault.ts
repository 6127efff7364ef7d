/** The vault in a database of its own. What expires is removed by the server's own clock later; until then it counts as not there. */
import { randomBytes } from 'node:crypto';
import { MongoBulkWriteError, MongoServerError, type AnyBulkWriteOperation, type Collection } from 'mongodb';
import type { StoredEntry, Vault, VaultEntry } from '#event-sourcing';
import { answered, openDatabase } from './database.js';
import { Gathered } from './gathered.js';

interface Row {
  /** Space, slash, key. */
  _id: string;
  value: string;
  expires?: Date | null;
  /** Of the write that put it there, so that a writer knows its own. */
  writer?: string;
}

type Expiring = VaultEntry & { expiresAt?: number };

/** What one caller wants to put where nothing is. */
interface Claims {
  writer: string;
  entries: readonly { id: string; entry: Expiring }[];
}

const PAGE_SIZE = 1_000;
/** Callers that share a call. */
const TOGETHER = 256;
const DUPLICATE_KEY = 11_000;

/**
 * @param url of a replica set; its path names the database, `relocon-vault` where it names none.
 * @param beside the path names the database of the views, beside which the vault's is `<name>-vault`.
 * @param now milliseconds since 1970, for expiry.
 * @throws StoreAddressError, StoreUnavailableError.
 */
export async function openMongoVault({ url, beside = false, now = Date.now }: { url: string; beside?: boolean; now?(): number }): Promise<Vault> {
  const { client, db } = await openDatabase({ url, name: (given) => (given === undefined ? 'relocon-vault' : beside ? `${given}-vault` : given), kind: 'vault' });
  const rows: Collection<Row> = db.collection('entries');
  await answered(() => rows.createIndex({ expires: 1 }, { expireAfterSeconds: 0 }));
  const valid = () => ({ $or: [{ expires: null }, { expires: { $gt: new Date(now()) } }] });
  const idOf = (space: string, key: string): string => `${space}/${key}`;

  /** Takes the place of what is not there or has expired, and leaves everything else alone. */
  const claim = ({ value, expiresAt }: Expiring, writer: string) => {
    const kept = { $and: [{ $ne: [{ $type: '$value' }, 'missing'] }, { $or: [{ $lte: ['$expires', null] }, { $gt: ['$expires', new Date(now())] }] }] };
    const either = (field: string, fresh: unknown) => ({ $cond: [kept, `$${field}`, { $literal: fresh }] });
    return [{ $set: { value: either('value', value), expires: either('expires', expiresAt === undefined ? null : new Date(expiresAt)), writer: either('writer', writer) } }];
  };

  const looked = new Gathered<readonly string[], Row[]>(async (asked) => {
    const found = await answered(() => rows.find({ _id: { $in: asked.flat() }, ...valid() }).toArray());
    const byId = new Map(found.map((row) => [row._id, row]));
    return asked.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  }, TOGETHER);

  const claimed = new Gathered<Claims, Row[]>(async (asked) => {
    const claims = asked.flatMap(({ entries, writer }) => entries.map(({ id, entry }) => ({ id, update: claim(entry, writer) })));
    const [only] = claims;
    if (only && claims.length === 1) return [[await answered(() => claimOne(rows, only.id, only.update))]];
    await answered(() => claimAll(rows, claims.map(({ id, update }) => ({ updateOne: { filter: { _id: id }, update, upsert: true } }))));
    const found = await answered(() => rows.find({ _id: { $in: claims.map(({ id }) => id) } }).toArray());
    const byId = new Map(found.map((row) => [row._id, row]));
    // What is not there was deleted since, and is free again.
    const held = ({ id, entry }: Claims['entries'][number], writer: string) => byId.get(id) ?? answered(() => claimOne(rows, id, claim(entry, writer)));
    return Promise.all(asked.map(({ entries, writer }) => Promise.all(entries.map((each) => held(each, writer)))));
  }, TOGETHER);

  return {
    shared: true,
    async getMany(space, keys) {
      if (keys.length === 0) return [];
      const found = await looked.ask(keys.map((key) => idOf(space, key)));
      return found.map(({ _id, value }) => ({ key: _id.slice(space.length + 1), value }));
    },
    async putIfAbsent(space, entries: readonly Expiring[]) {
      if (entries.length === 0) return [];
      const writer = randomBytes(9).toString('base64url');
      const held = await claimed.ask({ writer, entries: entries.map((entry) => ({ id: idOf(space, entry.key), entry })) });
      return held.map(({ value, writer: by }, index) => ({ key: (entries[index] as Expiring).key, value, inserted: by === writer }));
    },
    async put(space, entries: readonly Expiring[]) {
      if (entries.length === 0) return;
      const operations = entries.map(({ key, value, expiresAt }): AnyBulkWriteOperation<Row> => ({ replaceOne: { filter: { _id: idOf(space, key) }, replacement: { value, expires: expiresAt === undefined ? null : new Date(expiresAt) }, upsert: true } }));
      await answered(() => rows.bulkWrite(operations, { ordered: true }));
    },
    async replace(space, key, from, to) {
      return (await answered(() => rows.updateOne({ _id: idOf(space, key), value: from, ...valid() }, { $set: { value: to } }))).matchedCount === 1;
    },
    async delete(space, keys) {
      if (keys.length > 0) await answered(() => rows.deleteMany({ _id: { $in: keys.map((key) => idOf(space, key)) } }));
    },
    async list(space, { after = '', limit = 100 } = {}) {
      // The character after the slash ends the space.
      const found = await answered(() => rows.find({ _id: { $gt: idOf(space, after), $lt: `${space}0` }, ...valid() }).sort({ _id: 1 }).limit(limit).toArray());
      return found.map(({ _id, value }) => ({ key: _id.slice(space.length + 1), value }));
    },
    async *everything() {
      for (let last = ''; ; ) {
        const page = await answered(() => rows.find({ _id: { $gt: last }, ...valid() }).sort({ _id: 1 }).limit(PAGE_SIZE).toArray());
        if (page.length > 0) yield page.map(storedFrom);
        if (page.length < PAGE_SIZE) return;
        last = page.at(-1)?._id as string;
      }
    },
    // What the server's log of operations holds is the server's.
    scrub: async () => undefined,
    close: () => client.close(),
  };
}

function storedFrom({ _id, value, expires }: Row): StoredEntry {
  const slash = _id.indexOf('/');
  return { space: _id.slice(0, slash), key: _id.slice(slash + 1), value, ...(expires && { expiresAt: expires.getTime() }) };
}

/** Two that come at once may both find nothing: the second sees the first's when it looks again. */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 5 || !((error instanceof MongoServerError || error instanceof MongoBulkWriteError) && error.code === DUPLICATE_KEY)) throw error;
    }
  }
}

async function claimOne(rows: Collection<Row>, id: string, update: object[]): Promise<Row> {
  return (await onceMore(() => rows.findOneAndUpdate({ _id: id }, update, { upsert: true, returnDocument: 'after' }))) as Row;
}

/** Each by itself: a transaction that is cut off would keep all of them from others for a minute. */
async function claimAll(rows: Collection<Row>, operations: AnyBulkWriteOperation<Row>[]): Promise<void> {
  await onceMore(() => rows.bulkWrite(operations, { ordered: false }));
}

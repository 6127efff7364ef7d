/** Every list a view declares walks an index of MongoDB: no sort in memory, and hardly a document looked at that is not returned. */
import { randomBytes } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';
import { collectionSchema, type AnyView, type FieldType, type FindQuery, type Scalar, type ViewStore } from '#event-sourcing';
import { openMongoViews } from '#stores/mongodb';
import { crossedOf, type Row } from '../../libs/stores/mongodb/lists.js';
import { features } from '../api/features.js';
import { databaseAddress, dropDatabases, mongodbUrl } from './test-stores.js';

/** As many as show the difference: whatever an index does not serve makes the server look at ten times what it returns. */
const DOCUMENTS = 10_000;
const views = features.flatMap((feature) => [...feature.views] as AnyView[]);
const suite = mongodbUrl ? describe : describe.skip;
jest.setTimeout(120_000);

/** Few values of what is filtered by, many of what is sorted by. */
function valueOf(type: FieldType | undefined, seed: number): Scalar | Scalar[] {
  switch (type) {
    case 'instant':
      return new Date(Date.UTC(2020, 0, 1) + (seed % 50_000) * 60_000).toISOString();
    case 'number':
      return seed % 1_000;
    case 'boolean':
      return seed % 2 === 0;
    case 'list':
    case 'keys':
      return [`v${seed % 10}`, `v${(seed + 7) % 10}`];
    default:
      return `v${seed % 10}`;
  }
}

suite('Lists in MongoDB', () => {
  const name = `test-lists-${randomBytes(4).toString('hex')}`;
  let client: MongoClient;
  let db: Db;
  let store: ViewStore;
  beforeAll(async () => {
    client = new MongoClient(mongodbUrl);
    db = client.db(name);
    store = await openMongoViews({ url: databaseAddress(name) });
  });
  afterAll(async () => {
    await store.close();
    await client.close();
    await dropDatabases(name);
  });

  it.each(views.map((view) => [view.name, view] as const))('of %s', async (_, view) => {
    const schema = collectionSchema(view);
    const fields = Object.entries(view.fields as Record<string, FieldType>);
    await store.prepare([{ ...schema, building: true }], []);
    const { physical } = (await db.collection<{ _id: string; physical: string }>('collections').findOne({ _id: schema.name })) as { physical: string };
    const rows = db.collection<Row>(physical);
    await rows.insertMany(
      Array.from({ length: DOCUMENTS }, (_each, index) => {
        // Fields must not hang together, or an index of one would serve for another.
        const seed = (field: number) => Math.imul(index + 1, 2_654_435_761 + 2 * field) >>> 3;
        const id = `d${String(index).padStart(6, '0')}`;
        const doc = { id, ...Object.fromEntries(fields.map(([field, type], place) => [field, valueOf(type, seed(place))])) };
        const crossed = crossedOf(schema, doc);
        return { _id: id, position: index, doc, ...(crossed && { crossed }) };
      }),
      { ordered: false },
    );
    await store.complete(schema.name);
    await db.command({ profile: 2 });
    const queries = view.lists.flatMap(({ by, sort }) =>
      [false, true].flatMap((descending) => {
        const where = Object.fromEntries(by.map((field) => [field, [valueOf(view.fields[field], 3)].flat()[0] as Scalar]));
        const middle = sort === 'id' ? 'd005000' : ([valueOf(view.fields[sort], 25_025)].flat()[0] as Scalar);
        const plain: FindQuery = { where, sort, descending, limit: 20 };
        const page = { ...plain, after: { value: middle, id: 'd005000' } };
        return sort === 'id' ? [plain, page] : [plain, page, { ...plain, range: { from: middle } }, { ...page, range: { before: 'w' } }];
      }),
    );
    for (const query of queries) expect(await store.find(schema.name, query)).not.toEqual([]);
    await db.command({ profile: 0 });
    const seen = await db.collection('system.profile').find({ ns: `${name}.${physical}`, op: 'query' }).sort({ ts: 1 }).toArray();
    // A page that goes on where another ended may take more than one.
    expect(seen.length).toBeGreaterThanOrEqual(queries.length);
    const wrong = seen.flatMap(({ docsExamined, nreturned, hasSortStage, planSummary, command }) => (hasSortStage || docsExamined > 3 * nreturned + 10 ? [{ command: JSON.stringify(command), docsExamined, nreturned, hasSortStage, planSummary }] : []));
    expect(wrong).toEqual([]);
    await db.collection('system.profile').drop();
    await store.drop(schema.name);
  });
});

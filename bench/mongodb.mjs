/** Views in MongoDB beside the bare driver: reads of a million documents, and what a projection writes. The log is the embedded one. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { v7 as uuidv7 } from 'uuid';
import { collectionSchema } from '#event-sourcing';
import { attendanceId, AttendanceRecorded, RsvpGiven } from '../dist/libs/features/meetings/meetings.events.js';
import { attendancesView } from '../dist/libs/features/meetings/views/attendances.js';
import { openMongoViews } from '../dist/libs/stores/mongodb/index.js';
import { engineOf, fill } from './fill.mjs';
import { CONNECTIONS, judged, quick, ratio, results, say, secondsSince, SECONDS, thriceSeveral, turnAbout } from './measure.mjs';
import { tracked } from './opened.mjs';
import { folder, load, rateOf, server } from './processes.mjs';
import { replicaSet } from './replica-set.mjs';

const DOCUMENTS = quick ? 20_000 : 1_000_000;
const EVENTS = quick ? 10_000 : 100_000;
const BLOCKS = quick ? 4 : 12;
const BLOCK = 250;
/** Operations under way at once. */
const MANY = 16;
/** A page of 25, as the service asks for it: one more tells whether another follows. */
const PAGE = 26;

let mongo;

export async function prepare() {
  mongo = await replicaSet();
  return { server: `MongoDB ${mongo.version}` };
}

export const tidy = () => mongo?.stop();

/** Where a collection of our views is kept. */
async function kept(db, name) {
  const { physical } = await db.collection('collections').findOne({ _id: name });
  return db.collection(physical);
}

/** The documents of one of our collections as somebody would keep them who has nothing but the driver: at the top level, with one index. */
async function plainCopy(db, collection, name, index) {
  const ours = await kept(db, collection);
  await ours.aggregate([{ $replaceRoot: { newRoot: { $mergeObjects: ['$doc', { _id: '$_id' }] } } }, { $unset: 'id' }, { $out: name }]).toArray();
  const plain = db.collection(name);
  if (index) await plain.createIndex(index);
  return plain;
}

/** Single documents and lists of the attendances of a million, by our view store and by the bare driver. */
async function reads() {
  const place = mongo.database('reads');
  const store = tracked(await openMongoViews({ url: place.address, alone: true }));
  try {
    const schema = collectionSchema(attendancesView);
    say(`${DOCUMENTS} documents`);
    const groups = await fillAttendances(store, schema);
    const plain = await plainCopy(place.db, schema.name, 'plain-attendances', { memberId: 1, startsAt: 1, _id: 1 });
    for (const [what, read] of Object.entries(readsOf(store, schema.name, plain, groups))) await compared(what, read);
  } finally {
    await store.close();
  }
  await place.drop();
}

const one = (values) => values[Math.floor(Math.random() * values.length)];

/** Meetings of groups of 40 people, week after week, until there are enough attendances. @returns the groups, with members and meetings. */
async function fillAttendances(store, schema) {
  await store.prepare([{ ...schema, building: true }], []);
  const groups = Array.from({ length: Math.ceil(DOCUMENTS / 4_800) }, () => ({ id: uuidv7(), members: Array.from({ length: 40 }, () => uuidv7()), meetings: [] }));
  let position = 0;
  let documents = [];
  const commit = async () => {
    await store.commit({ writes: [{ collection: schema.name, documents }], checkpoints: { [schema.name]: position } });
    documents = [];
  };
  for (let week = 0; position < DOCUMENTS; week++) {
    for (const { id: groupId, members, meetings } of groups) {
      const meeting = { id: uuidv7(), startsAt: new Date(Date.UTC(2020, 0, 1 + 7 * week)).toISOString() };
      meetings.push(meeting);
      for (const memberId of members) documents.push({ position: ++position, ...attended({ groupId, meetingId: meeting.id, startsAt: meeting.startsAt, memberId }) });
      if (documents.length >= store.buildBatch) await commit();
    }
  }
  await commit();
  await store.complete(schema.name);
  return groups;
}

/** What the view makes of one person who said yes and came. */
function attended(about) {
  const id = attendanceId(about);
  const events = [RsvpGiven.at(about.startsAt, { ...about, response: 'yes', guests: 0 }), AttendanceRecorded.at(about.startsAt, { ...about, outcome: 'present', minutes: 90, how: 'rollCall' })];
  return { id, doc: events.reduce((doc, event) => attendancesView.evolve(doc, event, id), undefined) };
}

/** Each read as the service asks our store for it, and as the bare driver does; `ask` says at random what for. */
function readsOf(store, name, plain, groups) {
  const newestFirst = { startsAt: -1, _id: -1 };
  const ofMember = (memberId, after) => store.find(name, { where: { memberId }, sort: 'startsAt', descending: true, limit: PAGE, ...(after && { after }) });
  const somebody = () => {
    const { members, meetings } = one(groups);
    return { memberId: one(members), meetings };
  };
  return {
    'a document by its id': {
      ask() {
        const { memberId, meetings } = somebody();
        return attendanceId({ meetingId: one(meetings).id, memberId });
      },
      ours: (id) => store.getMany(name, [id]),
      bare: async (id) => [await plain.findOne({ _id: id })],
    },
    'a page of a list': {
      ask: () => somebody().memberId,
      ours: (memberId) => ofMember(memberId),
      bare: (memberId) => plain.find({ memberId }).sort(newestFirst).limit(PAGE).toArray(),
    },
    'a page after another': {
      ask() {
        const { memberId, meetings } = somebody();
        const last = one(meetings.slice(PAGE));
        return { memberId, after: { value: last.startsAt, id: attendanceId({ meetingId: last.id, memberId }) } };
      },
      ours: ({ memberId, after }) => ofMember(memberId, after),
      bare: ({ memberId, after: { value, id } }) => plain.find({ memberId, startsAt: { $lte: value }, $or: [{ startsAt: { $lt: value } }, { _id: { $lt: id } }] }).sort(newestFirst).limit(PAGE).toArray(),
    },
  };
}

/** One after the other for the time each takes, and many at once for how many there are in a second. */
async function compared(what, { ask, ours, bare }) {
  await same(what, ask, ours, bare);
  const ways = { ours: () => ours(ask()), 'bare driver': () => bare(ask()) };
  await turnAbout(ways, { blocks: 4, operations: BLOCK, concurrency: MANY });
  const summaries = await thriceSeveral(async () => {
    const alone = await turnAbout(ways, { blocks: BLOCKS, operations: BLOCK, concurrency: 1 });
    const crowded = await turnAbout(ways, { blocks: BLOCKS / 2, operations: 2 * BLOCK, concurrency: MANY });
    return Object.fromEntries(Object.keys(ways).flatMap((way) => [[`${what}, p50, ${way}`, alone[way].p50], [`${what}, p99, ${way}`, alone[way].p99], [`${what}, ${MANY} at once, ${way}`, crowded[way].rate]]));
  });
  for (const [name, summary] of Object.entries(summaries)) results[name] = { unit: name.includes('at once') ? 'reads/s' : 'ms', ...summary };
}

/** @throws unless both find the same documents in the same order. */
async function same(what, ask, ours, bare) {
  for (let round = 0; round < 100; round++) {
    const asked = ask();
    const ids = [(await ours(asked)).map(({ id }) => id), (await bare(asked)).map(({ _id }) => _id)];
    if (ids[0].length === 0 || JSON.stringify(ids[0]) !== JSON.stringify(ids[1])) throw new Error(`${what}: ours and the bare driver found something else: ${JSON.stringify(ids)}`);
  }
}

/** Rebuilding all views of a log beside bare upserts of the same documents; then reads through the service. */
async function projection() {
  const place = mongo.database('log');
  const data = join(folder, 'log');
  const settings = { RELOCON_VIEWS: place.address };
  say(`a log of ${EVENTS} events`);
  const { secret } = await fill(data, EVENTS, settings);
  await rebuilding(place, data, settings);
  await overHttp(place, data, settings, secret);
  rmSync(data, { recursive: true });
  await place.drop();
}

/**
 * Both sides write the same documents in the same batches, one transaction a batch, and both figures count them: documents of views and rows
 * of the event index, each as often as it is written; neither counts checkpoints.
 *
 * Ours is `projector.rebuild` of everything: it reads the log, decodes, folds, loads what it folds into and writes checkpoints besides. The
 * bare driver finds its operations ready in memory. First until the last batch is written, then with the indexes of the lists, which both
 * make at the end; the index of the events' tags both have from the beginning.
 */
async function rebuilding({ db }, data, settings) {
  const recorded = join(folder, 'batches');
  mkdirSync(recorded);
  const runtime = await engineOf(data, settings);
  try {
    const head = await runtime.log.head();
    const commits = watchCommits(runtime.store);
    // The first build commits what every other does.
    commits.seen = record(recorded);
    await runtime.projector.start();
    await runtime.projector.waitFor(head, [], 3_600_000);
    const names = { ours: 'projection', bare: 'bare upserts', oursIndexed: 'projection with indexes', bareIndexed: 'bare upserts with indexes' };
    const summaries = await thriceSeveral(async (run) => {
      // What one leaves for the server to do may fall into the other's time: each goes first in its turn.
      const early = run % 2 === 1 ? await upserted(db, recorded) : undefined;
      const ours = await rebuilt(runtime.projector, commits);
      const bare = early ?? (await upserted(db, recorded));
      if (ours.documents !== bare.documents) throw new Error(`${ours.documents} documents were projected, and ${bare.documents} written beside`);
      const rate = (seconds) => ours.documents / seconds;
      return { [names.ours]: rate(ours.written), [names.bare]: rate(bare.written), [names.oursIndexed]: rate(ours.indexed), [names.bareIndexed]: rate(bare.indexed) };
    });
    for (const [name, summary] of Object.entries(summaries)) results[name] = { unit: 'documents/s', ...summary };
  } finally {
    await runtime.close();
    rmSync(recorded, { recursive: true });
  }
}

/** Lets whoever sets `seen` see every commit once it is done. */
function watchCommits(store) {
  const commit = store.commit.bind(store);
  const watch = { seen: () => undefined };
  store.commit = async (batch) => {
    await commit(batch);
    watch.seen(batch);
  };
  return watch;
}

const documentsIn = ({ writes, tagged = [] }) => writes.reduce((sum, { documents }) => sum + documents.length, 0) + tagged.reduce((sum, { events }) => sum + events.length, 0);

/** Keeps each batch as the rows our store makes of it, in a file of its own. */
function record(at) {
  let batches = 0;
  return (batch) => {
    if (documentsIn(batch) === 0) return;
    const rows = [
      ...batch.writes.map(({ collection, documents }) => [collection, documents.map(({ id, position, doc, tokens }) => ({ _id: id, position, ...(doc && { doc }), ...(tokens && { tokens }) }))]),
      ...batch.tagged.map(({ collection, events }) => [collection, events.map(({ event: { position, stream, revision, id, type, body }, tags }) => ({ _id: position, stream, revision, id, type, body, tags }))]),
    ];
    writeFileSync(join(at, String(batches++).padStart(6, '0')), serialize(rows));
  };
}

/** @returns how many documents were written, and the seconds until the last of them was, and until everything was done. */
async function rebuilt(projector, commits) {
  let documents = 0;
  let written = 0;
  const started = process.hrtime.bigint();
  commits.seen = (batch) => {
    const count = documentsIn(batch);
    documents += count;
    if (count > 0) written = secondsSince(started);
  };
  await projector.rebuild([]);
  return { documents, written, indexed: secondsSince(started) };
}

/** Writes recorded batches with the bare driver. The clock stands while the next batch is read. @returns as `rebuilt` does. */
async function upserted(db, recorded) {
  const files = readdirSync(recorded).sort();
  const names = [...new Set(files.flatMap((file) => batchOf(recorded, file).map(([collection]) => collection)))];
  const collections = new Map();
  for (const name of names) collections.set(name, await db.createCollection(`bare-${name}`));
  for (const [name, indexes] of await indexesLike(db, names)) if (name.startsWith('events.')) await collections.get(name).createIndexes(indexes);
  let documents = 0;
  let written = 0;
  const session = mongo.client.startSession();
  for (const file of files) {
    const batch = batchOf(recorded, file).map(([name, rows]) => [collections.get(name), rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } }))]);
    const started = process.hrtime.bigint();
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    for (const [collection, operations] of batch) await collection.bulkWrite(operations, { session, ordered: false });
    await session.commitTransaction();
    written += secondsSince(started);
    for (const [, operations] of batch) documents += operations.length;
  }
  await session.endSession();
  const started = process.hrtime.bigint();
  for (const [name, indexes] of await indexesLike(db, names)) if (!name.startsWith('events.') && indexes.length > 0) await collections.get(name).createIndexes(indexes);
  const indexed = written + secondsSince(started);
  for (const collection of collections.values()) await collection.drop();
  return { documents, written, indexed };
}

const batchOf = (at, file) => deserialize(readFileSync(join(at, file)));

/** The indexes our collections have, by their names. */
async function indexesLike(db, names) {
  const of = async (name) => (await (await kept(db, name)).indexes()).filter(({ key }) => Object.keys(key).join() !== '_id').map(({ v: _version, ...index }) => index);
  return Promise.all(names.map(async (name) => [name, await of(name)]));
}

/** The service beside a bare Nest-Fastify GET that asks the bare driver. */
async function overHttp({ address, db }, data, settings, secret) {
  const full = await server('full', data, settings);
  await full.ask('caught up');
  const members = await plainCopy(db, 'members.v2', 'plain-members');
  const attendances = await plainCopy(db, 'attendances.v1', 'plain-attendances', { memberId: 1, startsAt: 1, _id: 1 });
  const bare = await server('bare-mongodb', data, { url: address, members: members.collectionName, attendances: attendances.collectionName });
  const ids = (await members.find({}, { projection: { _id: 1 } }).limit(1_000).toArray()).map(({ _id }) => _id);
  const gets = { 'GET a member': ids.map((id) => `/api/v1/members/${id}`), 'GET a page of a list': ids.map((id) => `/api/v1/attendances?memberId=${id}&sort=-startsAt`) };
  for (const [what, paths] of Object.entries(gets)) {
    const job = { connections: CONNECTIONS, duration: SECONDS, paths };
    const summaries = await thriceSeveral(async () => ({
      [what]: rateOf(await load({ ...job, url: full.url, headers: { authorization: `Bearer ${secret}` } })),
      [`${what}, bare`]: rateOf(await load({ ...job, url: bare.url })),
    }));
    for (const [name, summary] of Object.entries(summaries)) results[name] = { unit: 'requests/s', ...summary };
  }
  await bare.stop();
  await full.stop();
}

export const parts = { reads, projection };

export function aims() {
  const read = (what) => [
    [`${what}: p50 of the bare driver, of ours`, ratio(`${what}, p50, bare driver`, `${what}, p50, ours`), '≥', 0.8],
    [`${what}: p99 of the bare driver, of ours`, ratio(`${what}, p99, bare driver`, `${what}, p99, ours`), '≥', 0.8],
    [`${what}: reads with ${MANY} at once, of the bare driver’s`, ratio(`${what}, ${MANY} at once, ours`, `${what}, ${MANY} at once, bare driver`), '≥', 0.8],
  ];
  const written = [
    ['documents projected, of bare transactional upserts', ratio('projection', 'bare upserts'), '≥', 0.7],
    ['the same with the indexes of the lists', ratio('projection with indexes', 'bare upserts with indexes'), '≥', 0.7],
  ];
  return judged([...['a document by its id', 'a page of a list', 'a page after another'].flatMap(read), ...written]);
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoBulkWriteError, MongoClient, MongoNetworkError } from 'mongodb';
import { MongoMemoryServer } from 'mongodb-memory-server-core';
import { LeaseLostError, StoreUnavailableError, type CollectionSchema, type ViewStore } from '#event-sourcing';
import { until, vaultContract, viewStoreContract } from '#event-sourcing-testing';
import { openSqliteLog } from '#stores/sqlite';
import { answered } from './database.js';
import { openMongoVault, openMongoViews } from './index.js';
import { databaseAddress, dropDatabases, mongodbUrl } from './testing/databases.js';

const suite = mongodbUrl ? describe : describe.skip;

/** An address with a database of its own, which is dropped again. */
function ownDatabase(): { url: string; name: string; dispose(): Promise<void> } {
  const name = `test-${randomBytes(5).toString('hex')}`;
  return { url: databaseAddress(name), name, dispose: () => dropDatabases(name) };
}

/** Whether a cursor waits on the server for somebody to ask for more of a database. */
async function keepsCursor(name: string): Promise<boolean> {
  const client = new MongoClient(mongodbUrl);
  const waiting = await client.db('admin').aggregate([{ $currentOp: { idleCursors: true, allUsers: true } }, { $match: { type: 'idleCursor' } }], { readConcern: { level: 'local' } }).toArray();
  await client.close();
  return waiting.some(({ ns }) => String(ns).startsWith(`${name}.`));
}

/** Holds everything for a moment, and begins a commit it will not end. */
const KILLED_IN_A_TRANSACTION = `
  const { MongoClient } = require('mongodb');
  (async () => {
    const client = new MongoClient(process.env.ADDRESS);
    const db = client.db();
    const session = client.startSession();
    await db.collection('sessions').insertOne({ _id: session.id.id, by: 'the dead', at: new Date() });
    await db.collection('collections').updateMany({}, { $set: { holder: 'the dead', expires: new Date(Date.now() + Number(process.env.HELD_MS)) } });
    session.startTransaction();
    await db.collection('collections').updateMany({}, { $set: { position: 5 } }, { session });
    console.log('begun');
    setInterval(() => undefined, 1000);
  })();
`;

suite('MongoDB', () => {
  vaultContract('The vault in MongoDB', async () => {
    const { url, dispose } = ownDatabase();
    return { open: (now) => openMongoVault({ url, beside: true, now }), dispose };
  });

  viewStoreContract('The view store in MongoDB', async () => {
    const { url, name, dispose } = ownDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'relocon-mongo-'));
    const log = await openSqliteLog({ file: join(folder, 'log.db') });
    return {
      log,
      open: (instance) => openMongoViews({ url, ...(instance && { instance }) }),
      keepsSnapshot: () => keepsCursor(name),
      async dispose() {
        await dispose();
        await log.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });

  describe('The right to write', () => {
    const schema: CollectionSchema = { name: 'people.v1', lists: [{ by: [], sort: 'id' }], arrays: [], searchable: false };
    let place: ReturnType<typeof ownDatabase>;
    let one: ViewStore;
    let other: ViewStore;
    beforeEach(async () => {
      place = ownDatabase();
      [one, other] = [await openMongoViews({ url: place.url, instance: 'worker-1/7' }), await openMongoViews({ url: place.url, instance: 'worker-2/7' })];
      for (const store of [one, other]) await store.prepare([schema], ['events.v1']);
    });
    afterEach(async () => {
      await one.close();
      await other.close();
      await place.dispose();
    });
    const names = ['people.v1', 'events.v1'];
    const write = (store: ViewStore, position: number) => store.commit({ writes: [{ collection: 'people.v1', documents: [{ id: 'a', position, doc: { id: 'a', by: position } }] }], checkpoints: { 'people.v1': position } });
    const written = async () => (await other.getMany('people.v1', ['a']))[0]?.doc?.by;
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

    it('has one holder, and goes on at once when it is given up', async () => {
      expect(await one.hold(names, 5_000)).toEqual(names);
      expect(await other.hold(names, 5_000)).toEqual([]);
      await write(one, 1);
      await expect(write(other, 2)).rejects.toThrow(LeaseLostError);
      expect(await one.hold(names, 5_000)).toEqual(names);
      await one.release();
      expect(await other.hold(names, 5_000)).toEqual(names);
      await write(other, 3);
      await expect(write(one, 4)).rejects.toThrow(LeaseLostError);
      expect(await written()).toBe(3);
    });

    it('runs out by the clock of the server, and what its holder of old had begun is not written', async () => {
      expect(await one.hold(names, 300)).toEqual(names);
      expect(await other.hold(names, 300)).toEqual([]);
      await pause(400);
      expect(await other.hold(['people.v1'], 5_000)).toEqual(['people.v1']);
      await write(other, 7);
      // As a worker does that was paused in the middle.
      await expect(write(one, 5)).rejects.toThrow(LeaseLostError);
      expect(await written()).toBe(7);
      expect((await one.checkpoints())['people.v1']).toBe(7);
      // It hears of the loss, and gets what nobody holds only when it asks again.
      expect(await one.hold(names, 5_000)).toEqual([]);
      expect(await one.hold(names, 5_000)).toEqual(['events.v1']);
    });

    it('moves no checkpoint back: a commit that was given up and arrives late is not written', async () => {
      await write(one, 7);
      await expect(write(one, 5)).rejects.toThrow(LeaseLostError);
      await write(one, 7);
      expect([await written(), (await other.checkpoints())['people.v1']]).toEqual([7, 7]);
    });

    // The second runs out between the look at who holds what and the taking: with a thousand names there is time.
    it.each([
      ['', 0, 1],
      [', whose right runs out while it is asked for', 300, 500],
    ])('is taken over at once from somebody killed in the middle of a transaction%s', async (_when, heldMs, times) => {
      // A process of its own, whose connections close without a word.
      const dead = spawn(process.execPath, ['-e', KILLED_IN_A_TRANSACTION], { env: { ...process.env, ADDRESS: place.url, HELD_MS: String(heldMs) }, stdio: ['ignore', 'pipe', 'inherit'] });
      await once(dead.stdout, 'data');
      dead.kill('SIGKILL');
      await once(dead, 'exit');
      let held: string[] = [];
      // Whoever waits for what is locked is told after five seconds that it takes too long.
      while (held.length < names.length) held = [...new Set(await other.hold(Array.from({ length: times }, () => names).flat(), 5_000))];
      expect(held).toEqual(names);
      await write(other, 7);
    });

    it('is told of by everybody alike, and of nobody once it has run out', async () => {
      await one.hold(['people.v1'], 5_000);
      await other.hold(names, 20);
      const writers = async (store: ViewStore) => Object.fromEntries((await store.leases()).map(({ collection, instance }) => [collection, instance]));
      await until(async () => !('events.v1' in (await writers(one))), 'the end of the shorter one');
      expect([await writers(one), await writers(other)]).toEqual([{ 'people.v1': 'worker-1/7' }, { 'people.v1': 'worker-1/7' }]);
      expect(await other.hold(names, 5_000)).toEqual([]);
      expect(await other.hold(names, 5_000)).toEqual(['events.v1']);
      expect(await writers(one)).toEqual({ 'people.v1': 'worker-1/7', 'events.v1': 'worker-2/7' });
    });

    it('is told of without a name where an earlier release has it, and never with its token', async () => {
      const client = new MongoClient(place.url);
      const rows = client.db().collection<{ _id: string }>('collections');
      // As it takes over from a worker that told its name: it knows of no other fields than these.
      const byEarlierRelease = () => rows.updateMany({}, [{ $set: { holder: 'its-token', expires: { $add: ['$$NOW', 5_000] } } }]);
      await one.hold(names, 5_000);
      const tokens = (await rows.find().toArray()).map((row) => (row as unknown as { holder: string }).holder);
      const told = JSON.stringify(await other.leases());
      for (const token of tokens) expect([token, told.includes(token)]).toEqual([expect.stringMatching(/^[\w-]{12}$/), false]);
      await byEarlierRelease();
      expect(await other.leases()).toEqual(names.map((collection) => ({ collection, instance: null, since: null, until: expect.any(String) })));
      await rows.updateMany({}, { $unset: { by: '' } });
      expect(await other.leases()).toEqual(names.map((collection) => ({ collection, instance: null, since: null, until: expect.any(String) })));
      await client.close();
    });

    it('is had for good where no other process can write', async () => {
      const alone = await openMongoViews({ url: place.url, alone: true, instance: 'here/7' });
      expect(await alone.leases()).toEqual([]);
      await alone.hold(names, 1);
      const lease = { instance: 'here/7', since: expect.any(String), until: null };
      expect((await alone.leases()).sort((a, b) => (a.collection > b.collection ? -1 : 1))).toEqual(names.map((collection) => ({ collection, ...lease })));
      await alone.release();
      expect(await alone.leases()).toEqual([]);
      await alone.close();
    });

    it('is had by exactly one of many that want it at once', async () => {
      const stores = await Promise.all(Array.from({ length: 8 }, () => openMongoViews({ url: place.url })));
      const held = await Promise.all(stores.map((store) => store.hold(names, 5_000)));
      expect(held.flat().sort()).toEqual([...names].sort());
      await Promise.all(stores.map((store) => store.close()));
    });

    it('tells which collections nobody uses any more', async () => {
      await one.prepare([{ ...schema, name: 'people.v2' }], []);
      expect(await other.use(['people.v1', 'events.v1'], 60_000)).toEqual([]);
      await pause(30);
      expect(await other.use(['people.v1', 'events.v1'], 20)).toEqual(['people.v2']);
      await one.use(['people.v2'], 60_000);
      expect(await other.use(['people.v1', 'events.v1'], 60_000)).toEqual([]);
    });

    it('reads on while a collection is replaced under it', async () => {
      await write(one, 1);
      await one.prepare([{ ...schema, name: 'people.v1.next' }], []);
      await one.commit({ writes: [{ collection: 'people.v1.next', documents: [{ id: 'a', position: 9, doc: { id: 'a', by: 9 } }] }], checkpoints: { 'people.v1.next': 9 } });
      await other.checkpoints();
      await one.promote('people.v1.next', 'people.v1');
      // As it was, until it looks again.
      expect(await written()).toBe(1);
      expect((await other.checkpoints())['people.v1']).toBe(9);
      expect(await written()).toBe(9);
    });
  });

  it('prepares each collection in its own time, however many there are', async () => {
    const { url, dispose } = ownDatabase();
    const views = await openMongoViews({ url });
    const store = views as unknown as { create(physical: string): Promise<void> };
    const create = store.create.bind(store);
    // A server that takes its time: six seconds in all, where a single answer may take five.
    const wait = jest.spyOn(store, 'create').mockImplementation((physical) => new Promise((resolve) => setTimeout(resolve, 1_500)).then(() => create(physical)));
    const schemas = ['a', 'b', 'c', 'd'].map((name): CollectionSchema => ({ name: `${name}.v1`, lists: [{ by: [], sort: 'id' }], arrays: [], searchable: false }));
    await views.prepare(schemas, []);
    expect(wait).toHaveBeenCalledTimes(4);
    wait.mockRestore();
    expect(Object.keys(await views.checkpoints()).sort()).toEqual(schemas.map(({ name }) => name));
    await views.close();
    await dispose();
  });

  describe('Addresses', () => {
    it('that name a database of another kind are refused', async () => {
      const { url, dispose } = ownDatabase();
      const views = await openMongoViews({ url });
      await views.close();
      await expect(openMongoVault({ url })).rejects.toThrow(/holds a store of views: name another database/);
      await dispose();
    });

    (process.env.MONGOD ? it : it.skip)('of a standalone server are refused with the command that makes a replica set of it', async () => {
      const standalone = await MongoMemoryServer.create({ binary: { systemBinary: process.env.MONGOD as string, version: process.env.MONGOD_VERSION as string } });
      await expect(openMongoViews({ url: standalone.getUri('relocon') })).rejects.toThrow(/standalone server.*mongod --replSet rs0.*rs\.initiate\(\)/);
      await standalone.stop();
    });

    it('that nobody answers at fail within seconds, and none shows its password', async () => {
      const began = Date.now();
      const failed = await openMongoViews({ url: 'mongodb://somebody:hunter2@127.0.0.1:1/relocon?replicaSet=rs0' }).catch((error: unknown) => error as Error);
      expect(failed).toBeInstanceOf(StoreUnavailableError);
      expect(Date.now() - began).toBeLessThan(8_000);
      const wrong = await openMongoViews({ url: 'mongodb://somebody:hunter2@host/relocon?nonsense=1' }).catch((error: unknown) => error as Error);
      for (const error of [failed, wrong]) expect(String((error as Error).message)).not.toContain('hunter2');
      expect(String(wrong)).toMatch(/cannot be read/);
    });
  });
});

describe('Faults of MongoDB', () => {
  // The driver passes on what a socket says when its server was killed at just that moment.
  it.each(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT'])('%s: it does not answer right now', async (code) => {
    await expect(answered(() => Promise.reject(Object.assign(new Error('This socket has been ended by the other party'), { code })))).rejects.toThrow(StoreUnavailableError);
  });

  it('of a bulk write whose connection ended: it does not answer right now; of one that was refused: that', async () => {
    await expect(answered(() => Promise.reject(new MongoBulkWriteError(new MongoNetworkError('connection 3 to 127.0.0.1:27017 closed'), {} as never)))).rejects.toThrow(StoreUnavailableError);
    await expect(answered(() => Promise.reject(new MongoBulkWriteError({ message: 'E11000 duplicate key', code: 11_000 }, {} as never)))).rejects.toThrow(MongoBulkWriteError);
  });

  it('that are our own stay what they are', async () => {
    await expect(answered(() => Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError);
  });
});

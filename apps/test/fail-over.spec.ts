/** Three nodes of MongoDB, whose primary steps down and is killed while people write: nothing acknowledged is lost, and nobody restarts anything. */
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { MongoClient } from 'mongodb';
import { until } from '#event-sourcing-testing';
import { startReplicaSet } from '../../scripts/mongod.mjs';
import { startTestService, type TestService } from './api.js';
import { expectAllKept, Writers, type Written } from './writers.js';

jest.setTimeout(120_000);
const binary = process.env.MONGOD;
const suite = binary ? describe : describe.skip;
/** The longest a request may take: the deadline of a command, and what a driver needs to find out. */
const ANSWERED_MS = 16_000;

suite('When a primary goes', () => {
  let set: MongoMemoryReplSet;
  let api: TestService;
  beforeAll(async () => {
    set = await startReplicaSet({ binary: binary as string, version: process.env.MONGOD_VERSION as string }, 3);
    api = await startTestService({ config: { RELOCON_VIEWS: set.getUri('fail-over') } });
  });
  afterAll(async () => {
    await api.stop();
    await set.stop();
  });

  const primary = async <T>(work: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = new MongoClient(set.getUri());
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };

  const all: Written[] = [];

  it.each([
    ['steps down', () => primary((client) => client.db('admin').command({ replSetStepDown: 5, force: true }).catch(() => undefined))],
    [
      'is killed',
      () =>
        primary(async (client) => {
          const { me } = await client.db('admin').command({ hello: 1 });
          const server = set.servers.find((each) => each.instanceInfo?.port === Number(String(me).split(':')[1]));
          server?.instanceInfo?.instance.mongodProcess?.kill('SIGKILL');
        }),
    ],
  ] as const)('and %s', async (what, strike) => {
    const writers = new Writers(api, what);
    await until(() => writers.acknowledged.length > 50, 'writing before it');
    const before = writers.acknowledged.length;
    await strike();
    // Long enough for those who were at work at that moment, and for many after them.
    await until(() => writers.acknowledged.length > before + 500, 'writing after it', 20_000);
    await writers.finish();
    expect(writers.longest).toBeLessThan(ANSWERED_MS);
    all.push(...writers.acknowledged);
    await expectAllKept(api, all);
  });
});

/** Three nodes of MongoDB, whose primary steps down and is killed while people write: nothing acknowledged is lost, and nobody restarts anything. */
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { MongoClient } from 'mongodb';
import { until } from '#event-sourcing-testing';
import { startReplicaSet } from '../../scripts/mongod.mjs';
import { startTestService, type TestService } from './api.js';

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
  ] as const)('and %s', async (_, strike) => {
    const acknowledged: { id: string; position: string }[] = [];
    const refused: number[] = [];
    let longest = 0;
    let over = false;
    let sequence = 0;
    const writers = Array.from({ length: 64 }, async () => {
      while (!over) {
        const key = `${_}-${sequence++}`;
        const began = Date.now();
        const response = await api.raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName: key }), headers: { 'content-type': 'application/json', 'idempotency-key': key } });
        longest = Math.max(longest, Date.now() - began);
        const body = (await response.json()) as { id: string; position: string };
        if (response.status === 201) acknowledged.push(body);
        else {
          refused.push(response.status);
          expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
        }
      }
    });
    await until(() => acknowledged.length > 50, 'writing before it');
    const before = acknowledged.length;
    await strike();
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    const recovered = acknowledged.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    over = true;
    await Promise.all(writers);
    expect(longest).toBeLessThan(ANSWERED_MS);
    // Writing went on before it was over.
    expect([before > 50, recovered > before, acknowledged.length > recovered]).toEqual([true, true, true]);
    const last = acknowledged.reduce((a, b) => (a.position > b.position ? a : b));
    expect((await api.raw(`/api/v1/members/${last.id}`, { headers: { 'relocon-after': last.position } })).status).toBe(200);
    const { runtime } = api.service;
    expect(await runtime.projector.waitFor(await runtime.log.head(), [], 20_000)).toBe(true);
    const stored = new Map((await runtime.store.getMany('members.v1', acknowledged.map(({ id }) => id))).map(({ id, doc }) => [id, doc]));
    expect(acknowledged.filter(({ id }) => !stored.get(id))).toEqual([]);
    // Each was registered once: the log holds as many as there are documents.
    let events = 0;
    for await (const batch of runtime.log.readAll(0)) events += batch.filter((event) => event.type === 'MemberRegistered').length;
    expect(events).toBe(await runtime.store.count('members.v1', { where: {}, sort: 'registeredAt' }));
    expect((await api.raw('/ready', { key: null })).status).toBe(200);
  });
});

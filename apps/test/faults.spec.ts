/**
 * What a network does to a service under sixty-four writers: between it and MongoDB, and between it and the stand-in for EventStoreDB.
 * Nothing acknowledged is lost, nothing is there twice, every request is answered in time, and nobody restarts anything.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { StandIn } from '../../libs/stores/eventstoredb/testing/stand-in.js';
import { until } from '#event-sourcing-testing';
import { startTestService, type TestService } from './api.js';
import { databaseAddress, dropDatabases, mongodbUrl } from './test-stores.js';
import { TcpProxy } from './tcp-proxy.js';
import { expectAllKept, Writers, type Written } from './writers.js';

jest.setTimeout(120_000);
const suite = mongodbUrl ? describe : describe.skip;
const DATABASE = `test-faults-${process.pid}`;
/** The longest a request may take: the deadline of a command, and what a driver needs to find out. */
const ANSWERED_MS = 16_000;
/** Within it everything is as before, once the network is. */
const RECOVERED_MS = 15_000;

suite('When the network fails', () => {
  const acknowledged: Written[] = [];
  const network: Record<'MongoDB' | 'the log', TcpProxy> = {} as never;
  let standIn: StandIn;
  let api: TestService;

  beforeAll(async () => {
    standIn = await StandIn.started();
    const [, mongodPort] = /:(\d+)/.exec(mongodbUrl.slice('mongodb://'.length)) ?? [];
    network.MongoDB = await TcpProxy.to(Number(mongodPort));
    network['the log'] = await TcpProxy.to(standIn.port);
    const views = new URL(databaseAddress(DATABASE));
    // The members of the set must not be found past the proxy.
    const config = { RELOCON_VIEWS: `mongodb://127.0.0.1:${network.MongoDB.port}${views.pathname}?directConnection=true`, RELOCON_LOG: `esdb://127.0.0.1:${network['the log'].port}?tls=false`, RELOCON_MASTER_KEY: 'ab'.repeat(32) };
    api = await startTestService({ config });
  });
  afterAll(async () => {
    await api.stop();
    for (const proxy of Object.values(network)) await proxy.close();
    await standIn.stop();
    await dropDatabases(DATABASE);
  });

  const faults = {
    cut: async (proxy: TcpProxy) => {
      proxy.cut();
      await pause(1_000);
    },
    slowed: async (proxy: TcpProxy) => {
      proxy.slow(200);
      await pause(2_000);
    },
    'half open': async (proxy: TcpProxy) => {
      proxy.halfOpen();
      await pause(7_000);
    },
    restarted: (proxy: TcpProxy) => proxy.restart(1_000),
  };

  it.each((['MongoDB', 'the log'] as const).flatMap((where) => (['cut', 'slowed', 'half open', 'restarted'] as const).map((fault) => [where, fault] as const)))('towards %s: %s', async (where, fault) => {
    const writers = new Writers(api, `${where}-${fault}`);
    await until(() => writers.acknowledged.length > 100, 'writing before it');
    await faults[fault](network[where]);
    network[where].mend();
    const then = writers.acknowledged.length;
    await until(() => writers.acknowledged.length > then + 100, 'writing after it', RECOVERED_MS);
    await writers.finish();
    // It was felt.
    expect(writers.refused.length > 0 || writers.longest > 400).toBe(true);
    expect(writers.longest).toBeLessThan(ANSWERED_MS);
    acknowledged.push(...writers.acknowledged);
    await expectAllKept(api, acknowledged);
  });
});

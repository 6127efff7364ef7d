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
/** The longest a request may take: the deadline of a command, and what a driver needs to find out. */
const ANSWERED_MS = 16_000;
/** Within it everything is as before, once the network is. */
const RECOVERED_MS = 15_000;

const WHERE = ['MongoDB', 'the log'] as const;
type Where = (typeof WHERE)[number];

/** A service with a network that can fail on one side of it. */
interface Place {
  api: TestService;
  network: TcpProxy;
  acknowledged: Written[];
  close(): Promise<void>;
}

async function placeWithNetworkTowards(where: Where): Promise<Place> {
  const standIn = await StandIn.started();
  const database = `test-faults-${where === 'MongoDB' ? 'views' : 'log'}-${process.pid}`;
  const [, mongodPort] = /:(\d+)/.exec(mongodbUrl.slice('mongodb://'.length)) ?? [];
  const network = await TcpProxy.to(where === 'MongoDB' ? Number(mongodPort) : standIn.port);
  const views = databaseAddress(database);
  const config = {
    // The members of the set must not be found past the proxy.
    RELOCON_VIEWS: where === 'MongoDB' ? `mongodb://127.0.0.1:${network.port}${new URL(views).pathname}?directConnection=true` : views,
    RELOCON_LOG: `esdb://127.0.0.1:${where === 'the log' ? network.port : standIn.port}?tls=false`,
    RELOCON_MASTER_KEY: 'ab'.repeat(32),
  };
  const api = await startTestService({ config });
  return {
    api,
    network,
    acknowledged: [],
    async close() {
      await api.stop();
      await network.close();
      await standIn.stop();
      await dropDatabases(database);
    },
  };
}

suite('When the network fails', () => {
  const places: Record<Where, Place> = {} as never;
  beforeAll(async () => {
    for (const where of WHERE) places[where] = await placeWithNetworkTowards(where);
  });
  afterAll(async () => {
    for (const place of Object.values(places)) await place.close();
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
  type Fault = keyof typeof faults;

  async function strike({ api, network, acknowledged }: Place, fault: Fault): Promise<void> {
    const writers = new Writers(api, fault);
    await until(() => writers.acknowledged.length > 100, 'writing before it');
    const before = network.harmed;
    await faults[fault](network);
    const harmed = network.harmed - before;
    network.mend();
    const then = writers.acknowledged.length;
    await until(() => writers.acknowledged.length > then + 100, 'writing after it', RECOVERED_MS);
    await writers.finish();
    // It struck, and was felt.
    expect(harmed).toBeGreaterThan(0);
    expect(writers.refused.length > 0 || writers.longest > 400).toBe(true);
    expect(writers.longest).toBeLessThan(ANSWERED_MS);
    acknowledged.push(...writers.acknowledged);
    await expectAllKept(api, acknowledged);
  }

  /** Each fault strikes both places at once, for most of the time is spent waiting. */
  const struck = new Map<Fault, Record<Where, Promise<void>>>();
  function strikeBoth(fault: Fault): Record<Where, Promise<void>> {
    const both = { MongoDB: strike(places.MongoDB, fault), 'the log': strike(places['the log'], fault) };
    // Whichever fails is reported where it is awaited.
    for (const each of Object.values(both)) each.catch(() => undefined);
    struck.set(fault, both);
    return both;
  }

  it.each((['cut', 'slowed', 'half open', 'restarted'] as const).flatMap((fault) => WHERE.map((where) => [where, fault] as const)))('towards %s: %s', (where, fault) => (struck.get(fault) ?? strikeBoth(fault))[where]);
});

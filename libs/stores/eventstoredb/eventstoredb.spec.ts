import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { status } from '@grpc/grpc-js';
import { EventStoreDBClient } from '@eventstore/db-client';
import { AppendTooLargeError, ConflictError, MAX_APPEND_BYTES, NO_STREAM, START, StoreUnavailableError, type EventLog, type EventToAppend, type LoggedEvent } from '#event-sourcing';
import { anEvent, eventLogContract, everything, until } from '#event-sourcing-testing';
import { connectionString } from './connection-string.js';
import type { Connection } from './connection.js';
import { Feed } from './feed.js';
import { openEventStoreLog } from './index.js';
import { connectionLost, notReady, reset, StandIn } from './testing/stand-in.js';

const real = process.env.EVENTSTOREDB_URL;
const TIMEOUT_MS = 400;
// Those that wait for many events take seconds where the machine is shared.
jest.setTimeout(20_000);

eventLogContract('The event store log, on a stand-in,', async () => {
  const standIn = await StandIn.started();
  return { open: () => openEventStoreLog({ url: standIn.url }), dispose: () => standIn.stop() };
});

if (real) {
  eventLogContract('The event store log', async () => {
    const namespace = `test-${randomUUID()}`;
    return { open: () => openEventStoreLog({ url: real, namespace }), dispose: async () => undefined };
  });
}

/** A text of its own for the same event. */
const changed = (event: EventToAppend): EventToAppend => ({ ...event, body: event.body.replace('"text":""', '"text":"other"') });
const ids = (events: readonly EventToAppend[]): string[] => events.map((event) => event.id);
const failureOf = (outcome: Promise<unknown>): Promise<unknown> => outcome.then(() => undefined, (reason: unknown) => reason);

describe('The event store log', () => {
  let standIn: StandIn;
  let log: EventLog;
  const opened: EventLog[] = [];
  const uncaught: unknown[] = [];
  const noticed = (error: unknown): void => void uncaught.push(error);
  const open = async (options: { namespace?: string; timeoutMs?: number } = {}): Promise<EventLog> => {
    const another = await openEventStoreLog({ url: standIn.url, timeoutMs: TIMEOUT_MS, ...options });
    opened.push(another);
    return another;
  };

  beforeEach(async () => {
    uncaught.length = 0;
    process.on('uncaughtException', noticed).on('unhandledRejection', noticed);
    standIn = await StandIn.started();
    log = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await standIn.stop();
    process.off('uncaughtException', noticed).off('unhandledRejection', noticed);
    expect(uncaught).toEqual([]);
  });

  /** Everything a subscription hands over. */
  function followed(after = START, { batchSize = 1_000, handle = async (): Promise<void> => undefined, by = log } = {}) {
    const seen = { events: [] as LoggedEvent[], faults: [] as unknown[], errors: [] as unknown[], caughtUp: 0, batches: [] as number[] };
    const subscription = by.subscribe(
      after,
      {
        async onBatch(events) {
          seen.batches.push(events.length);
          seen.events.push(...events);
          await handle();
        },
        onCaughtUp: () => void seen.caughtUp++,
        onFault: (error) => void seen.faults.push(error),
        onError: (error) => void seen.errors.push(error),
      },
      { batchSize },
    );
    return { ...seen, seen, close: () => subscription.close() };
  }

  describe('Append', () => {
    it.each([
      ['stored, then the connection is lost: "server down mid-call"', connectionLost, true],
      ['lost on the way: "server down mid-call"', connectionLost, false],
      ['stored, then reset: "UnknownError (13, RST_STREAM)"', reset, true],
      ['refused for now: "server starting"', notReady, false],
    ])('of unknown outcome is resolved by sending the same again: %s', async (_, failure, committed) => {
      const events = [anEvent('Made'), anEvent('Changed')];
      standIn.failNextAppend(failure, { committed });
      await expect(log.append('thing-1', events, NO_STREAM)).rejects.toThrow(StoreUnavailableError);
      const appended = await log.append('thing-1', events, NO_STREAM);
      expect(ids(await everything(log))).toEqual(ids(events));
      expect(appended).toEqual({ revision: 1, position: await log.head() });
    });

    it('of unknown outcome does not pass for other content: "same id, other content, same expected revision: success"', async () => {
      const made = anEvent('Made');
      standIn.failNextAppend(connectionLost, { committed: true });
      await expect(log.append('thing-1', [made], NO_STREAM)).rejects.toThrow(StoreUnavailableError);
      await expect(log.append('thing-1', [changed(made)], NO_STREAM)).rejects.toThrow(/with other content/);
      expect((await everything(log)).map(({ body }) => body)).toEqual([made.body]);
    });

    it('answers what an earlier process stored, and only for the same: "same ids, same expected revision, again"', async () => {
      const [made, more] = [anEvent('Made'), anEvent('Changed')];
      const first = await log.append('thing-1', [made, more], NO_STREAM);
      await log.append('thing-1', [anEvent('Changed')], 1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      const later = await open();
      expect(await later.append('thing-1', [made, more], NO_STREAM)).toEqual(first);
      for (const [events, expected] of [[[changed(made), more], NO_STREAM], [[made], 2], [[made], 1], [[made, anEvent('Changed')], NO_STREAM]] as const) {
        await expect(later.append('thing-1', events, expected)).rejects.toThrow(/is in the log already/);
      }
      expect(await everything(log)).toHaveLength(3);
    });

    it('compares with what another process stored meanwhile', async () => {
      const other = await open();
      const made = anEvent('Made');
      await other.append('thing-1', [made], NO_STREAM);
      await log.head();
      await expect(log.append('thing-1', [changed(made)], NO_STREAM)).rejects.toThrow(/with other content/);
      expect(await log.append('thing-1', [made], NO_STREAM)).toEqual({ revision: 0, position: await log.head() });
    });

    it('takes ids that are UUIDs of another version', async () => {
      const made = { ...anEvent('Made'), id: randomUUID() };
      const first = await log.append('thing-1', [made], NO_STREAM);
      expect(await log.append('thing-1', [made], NO_STREAM)).toEqual(first);
      await expect(log.append('thing-1', [made], 0)).rejects.toThrow();
      expect(ids(await log.readStream('thing-1'))).toEqual([made.id]);
    });

    it('leaves room for what the server counts, and names the limit in the words of the port: "MaxAppendSizeExceededError"', async () => {
      const type = 'T'.repeat(100);
      const full = { ...anEvent(type), body: 'x'.repeat(MAX_APPEND_BYTES - 200) };
      await expect(log.append('thing-1', [{ ...full, body: `${full.body}x` }], NO_STREAM)).rejects.toThrow(AppendTooLargeError);
      await log.append('thing-1', [full], NO_STREAM);
      standIn.maxAppendSize = 1_000;
      await expect(log.append('thing-2', [{ ...anEvent('Made'), body: 'x'.repeat(1_001) }], NO_STREAM)).rejects.toThrow(AppendTooLargeError);
    });

    it('sends nothing that is empty or has an id that is no UUID: "success, yet the stream does not exist", "appends on that client hang"', async () => {
      const { append } = standIn.calls;
      await expect(log.append('thing-1', [], NO_STREAM)).rejects.toThrow();
      await expect(log.append('thing-1', [{ ...anEvent('Made'), id: '42' }], NO_STREAM)).rejects.toThrow();
      expect(standIn.calls.append).toBe(append);
    });

    it('keeps the deadline while the server is frozen, and goes on by itself afterwards: "deadline is not enforced"', async () => {
      const events = Array.from({ length: 40 }, () => anEvent('Made'));
      standIn.freeze();
      const begun = Date.now();
      const outcomes = await Promise.all(events.map((event, index) => failureOf(log.append(`thing-${index % 20}`, [event], Math.floor(index / 20) - 1))));
      expect(Date.now() - begun).toBeLessThan(3 * TIMEOUT_MS);
      for (const outcome of outcomes) expect(outcome).toBeInstanceOf(StoreUnavailableError);
      standIn.thaw();
      for (const [index, event] of events.entries()) await log.append(`thing-${index % 20}`, [event], Math.floor(index / 20) - 1);
      expect(ids(await everything(log)).sort()).toEqual(ids(events).sort());
    });

    it('rejects all that are under way when the server goes, none of them uncaught: "one stream error can reject every pending append"', async () => {
      const other = await open({ namespace: 'another' });
      standIn.freeze();
      const pending = Promise.all([log, other].flatMap((each) => Array.from({ length: 100 }, (_, index) => failureOf(each.append(`thing-${index}`, [anEvent('Made', 'x'.repeat(5_000))], NO_STREAM)))));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await standIn.stop();
      for (const outcome of await pending) expect(outcome).toBeInstanceOf(StoreUnavailableError);
      await standIn.start();
      await until(() => log.append('thing-1000', [anEvent('Made')], NO_STREAM).then(() => true, () => false));
    });

    it('refuses a position that is no safe integer', async () => {
      standIn.database.skipTo(2 ** 53);
      await expect(log.append('thing-1', [anEvent('Made')], NO_STREAM)).rejects.toThrow(/too large to be kept exactly/);
    });

    it('says that access is refused', async () => {
      standIn.refuse = { code: status.UNAUTHENTICATED, details: 'no' };
      await expect(log.append('thing-1', [anEvent('Made')], NO_STREAM)).rejects.toThrow(/refuses access/);
      await expect(log.readStream('thing-1')).rejects.toThrow(/refuses access/);
    });
  });

  describe('Read', () => {
    it('tells a stream that was deleted softly from one that was for good: "StreamNotFoundError", "StreamDeletedError"', async () => {
      const kept = await log.append('thing-3', [anEvent('Made')], NO_STREAM);
      for (const stream of ['thing-1', 'thing-2']) await log.append(stream, [anEvent('Made')], NO_STREAM);
      const client = EventStoreDBClient.connectionString(standIn.url);
      await client.deleteStream('relocon.thing-1');
      await client.tombstoneStream('relocon.thing-2');
      await client.dispose();
      expect(await log.readStream('thing-1')).toEqual([]);
      await expect(log.readStream('thing-2')).rejects.toThrow(/thing-2 was deleted for good/);
      await expect(log.append('thing-2', [anEvent('Changed')], 0)).rejects.toThrow(/thing-2 was deleted for good/);
      // What the server writes into a stream of ours is none of our events.
      expect((await everything(log)).map(({ type }) => type)).toEqual(['Made', 'Made', 'Made']);
      expect(await (await open()).head()).toBe((await everything(log)).at(-1)?.position);
      expect(await everything(log, kept.position)).toHaveLength(2);
    });

    it('sees nothing of others on the same server, and finds the end behind thousands of their events without looking at them again', async () => {
      const other = await open({ namespace: 'another' });
      const { position } = await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      await other.append('thing-1', [anEvent('Made'), anEvent('Changed')], NO_STREAM);
      for (let index = 0; index < 3_000; index++) standIn.database.systemEvent();
      const fresh = await open();
      expect(await fresh.head()).toBe(position);
      const { read } = standIn.calls;
      expect(await fresh.head()).toBe(position);
      expect(standIn.calls.read - read).toBe(1);
      const { position: last } = await log.append('thing-1', [anEvent('Changed')], 0);
      expect(await fresh.head()).toBe(last);
      expect(await everything(log)).toHaveLength(2);
      expect(await everything(other)).toHaveLength(2);
      expect(log.id).not.toBe(other.id);
    });

    it('goes on from any position, also one where no event stands', async () => {
      const positions: number[] = [];
      for (let index = 0; index < 6; index++) positions.push((await log.append(`thing-${index}`, [anEvent('Made')], NO_STREAM)).position);
      for (const [index, position] of positions.entries()) {
        expect((await everything(log, position - 1)).map((event) => event.position)).toEqual(positions.slice(index));
        expect((await everything(log, position + 1)).map((event) => event.position)).toEqual(positions.slice(index + 1));
      }
      expect(await everything(log, 1)).toHaveLength(6);
      const follower = followed((positions[3] as number) - 1);
      await until(() => follower.events.length === 3 && follower.seen.caughtUp === 1);
      await follower.close();
    });

    it('keeps the deadline while the server is frozen', async () => {
      await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      standIn.freeze();
      const begun = Date.now();
      for (const outcome of await Promise.all([failureOf(log.readStream('thing-1')), failureOf(log.head()), failureOf(everything(log))])) expect(outcome).toBeInstanceOf(StoreUnavailableError);
      expect(Date.now() - begun).toBeLessThan(4 * TIMEOUT_MS);
      standIn.thaw();
      expect(await everything(log)).toHaveLength(1);
    });

    it('bounds the silence of a read, not its length', async () => {
      for (let index = 0; index < 3_000; index++) standIn.database.append('relocon.long', [stored(index)], 'any');
      const pausing = setInterval(() => {
        standIn.freeze();
        setTimeout(() => standIn.thaw(), TIMEOUT_MS / 2);
      }, TIMEOUT_MS);
      try {
        const positions: number[] = [];
        const begun = Date.now();
        for await (const batch of log.readAll(START, { batchSize: 1_000 })) {
          positions.push(...batch.map((event) => event.position));
          await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS * 0.9));
        }
        expect(positions).toHaveLength(3_000);
        expect(Date.now() - begun).toBeGreaterThan(2 * TIMEOUT_MS);
        expect(await log.readStream('long')).toHaveLength(3_000);
      } finally {
        clearInterval(pausing);
        await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS / 2));
      }
    });

    it('of everything goes on after the connection is lost, with nothing lost or repeated, and gives up when it stays lost', async () => {
      for (let index = 0; index < 9_000; index++) standIn.database.append(`relocon.thing-${index % 7}`, [stored(index)], 'any');
      const all = standIn.database.all.filter((event) => event.stream.startsWith('relocon.'));
      const got: LoggedEvent[] = [];
      for await (const batch of log.readAll(START, { batchSize: 500 })) {
        got.push(...batch);
        if (got.length === 500) standIn.dropSubscribers();
        if (got.length === 4_500) {
          await standIn.stop();
          await standIn.start();
        }
      }
      expect(ids(got)).toEqual(all.map((event) => event.id));
      const broken = (async () => {
        for await (const batch of log.readAll(START, { batchSize: 500 })) if (batch.length > 0 && standIn.port > 0) await standIn.stop();
      })();
      await expect(broken).rejects.toThrow(StoreUnavailableError);
    });
  });

  describe('Subscribe', () => {
    it('loses and repeats nothing when it is dropped again and again while 64 write: "Consumer too slow"', async () => {
      // 64 on a busy machine take longer than a test of deadlines can wait.
      const patient = await open({ timeoutMs: 5_000 });
      const follower = followed(START, { batchSize: 50, by: patient });
      await until(() => follower.seen.caughtUp === 1);
      let dropped = 0;
      let had = 0;
      const dropping = setInterval(() => {
        if (follower.events.length > had) dropped += standIn.dropSubscribers();
        had = follower.events.length;
      }, 10);
      const appended: EventToAppend[] = [];
      await Promise.all(
        Array.from({ length: 64 }, async (_, writer) => {
          // On a fast machine twenty each are through before it has been dropped often enough.
          for (let revision = NO_STREAM; revision < 19 || (dropped < 5 && revision < 1_000); revision++) {
            const event = anEvent('Made', `${writer}`);
            appended.push(event);
            await patient.append(`thing-${writer}`, [event], revision);
          }
        }),
      ).finally(() => clearInterval(dropping));
      await until(() => follower.events.length >= appended.length, 'all to arrive');
      const begunAt = [...standIn.begunAt];
      expect(ids(follower.events)).toEqual(ids(await everything(log)));
      expect(follower.events).toHaveLength(appended.length);
      expect(dropped).toBeGreaterThan(3);
      // Each goes on from where the one before was.
      expect(begunAt).toEqual([...new Set(begunAt)].sort((a, b) => a - b));
      expect(follower.faults.length).toBeGreaterThan(0);
      expect(follower.errors).toEqual([]);
      expect(follower.seen.caughtUp).toBe(1);
      await follower.close();
    });

    it('goes on, as appends do, when the server was restarted: "appends recover on the same client"', async () => {
      const follower = followed();
      const before = anEvent('Made');
      await log.append('thing-1', [before], NO_STREAM);
      await until(() => follower.events.length === 1);
      await standIn.stop();
      await expect(log.append('thing-2', [anEvent('Made')], NO_STREAM)).rejects.toThrow(StoreUnavailableError);
      await standIn.start();
      const after = anEvent('Changed');
      await until(() => log.append('thing-1', [after], 0).then(() => true, (error: unknown) => !(error instanceof StoreUnavailableError)));
      await until(() => follower.events.length === 2);
      expect(ids(follower.events)).toEqual([before.id, after.id]);
      expect(follower.errors).toEqual([]);
      await follower.close();
    });

    it('holds one subscription however often the one before tells of its end: "a second error fires on the same object"', async () => {
      const follower = followed();
      await until(() => follower.seen.caughtUp === 1);
      for (let round = 1; round <= 5; round++) {
        const { subscribe } = standIn.calls;
        expect(standIn.dropSubscribers(connectionLost)).toBe(1);
        await until(() => standIn.calls.subscribe > subscribe);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(standIn.dropSubscribers()).toBe(1);
      await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      await until(() => follower.events.length === 1);
      await follower.close();
    });

    it('begins again once when one end is told of as error, end and close', async () => {
      const streams: (PassThrough & { unsubscribe(): Promise<void> })[] = [];
      const subscribeToAll = () => {
        streams.push(Object.assign(new PassThrough({ objectMode: true }), { unsubscribe: async () => undefined }));
        return streams.at(-1);
      };
      const connection = { current: { subscribeToAll }, timeoutMs: 1_000, onReplaced: () => () => undefined } as unknown as Connection;
      const faults: unknown[] = [];
      const feed = new Feed({ connection, prefix: 'relocon.', after: START, batchSize: 10, onFault: (error) => faults.push(error) });
      const [first] = streams;
      for (const name of ['error', 'error', 'end', 'close']) first?.emit(name, new Error('gone'));
      await until(() => streams.length > 1);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect([streams.length, faults.length]).toEqual([2, 1]);
      feed.close();
    });

    it('resumes from a checkpoint, before which everything has been seen and at which the next event will stand', async () => {
      await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      for (let index = 0; index < 2_500; index++) standIn.database.systemEvent();
      const follower = followed();
      await until(() => follower.seen.caughtUp === 1);
      standIn.dropSubscribers();
      const after = anEvent('Changed');
      await log.append('thing-1', [after], 0);
      await until(() => follower.events.length === 2);
      expect(follower.events[1]?.id).toBe(after.id);
      await follower.close();
    });

    it('takes events at once into a bounded queue, and lets go of the server while that is full', async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const follower = followed(START, { batchSize: 100, handle: () => held });
      await log.append('first', [anEvent('Made')], NO_STREAM);
      await until(() => follower.events.length === 1);
      for (let index = 0; index < 6_000; index++) {
        standIn.database.append('relocon.many', [stored(index)], 'any');
        if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      let { subscribe } = standIn.calls;
      await until(async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return standIn.followers === 0 && subscribe === (subscribe = standIn.calls.subscribe);
      });
      expect(follower.events).toHaveLength(1);
      release();
      await until(() => follower.events.length === 6_001);
      expect(ids(follower.events)).toEqual(ids(await everything(log)));
      expect(Math.max(...follower.batches)).toBeLessThanOrEqual(100);
      await follower.close();
    });

    it('ends with the error of its handler, and with no other', async () => {
      const follower = followed(START, { handle: () => Promise.reject(new Error('cannot fold this')) });
      await until(() => follower.seen.caughtUp === 1);
      standIn.dropSubscribers();
      await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      await until(() => follower.errors.length > 0);
      expect(follower.faults).toHaveLength(1);
      await log.append('thing-1', [anEvent('Changed')], 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(follower.errors.map(String)).toEqual(['Error: cannot fold this']);
      expect(follower.events).toHaveLength(1);
    });

    it('begins while the server is away, and has caught up once what was there has been handed over', async () => {
      const events = [anEvent('Made'), anEvent('Changed')];
      await log.append('thing-1', events, NO_STREAM);
      await standIn.stop();
      const follower = followed();
      await until(() => follower.faults.length > 1);
      expect(follower.seen.caughtUp).toBe(0);
      await standIn.start();
      await until(() => follower.seen.caughtUp === 1);
      expect(ids(follower.events)).toEqual(ids(events));
      await follower.close();
    });

    it('finds out that the server is frozen when it begins', async () => {
      standIn.freeze();
      const follower = followed();
      await until(() => follower.faults.length > 0);
      standIn.thaw();
      await until(() => follower.seen.caughtUp === 1);
      await follower.close();
    });
  });

  describe('Open and close', () => {
    it('waits for a server that is starting: "Could not recognize Server Is Not Ready"', async () => {
      standIn.refuse = notReady;
      setTimeout(() => (standIn.refuse = undefined), TIMEOUT_MS / 4);
      expect((await open()).id).toBe(log.id);
    });

    it('says that the server is away: "server down, new connection: a plain gRPC Error"', async () => {
      await standIn.stop();
      await expect(open()).rejects.toThrow(StoreUnavailableError);
      await expect(log.append('thing-1', [anEvent('Made')], NO_STREAM)).rejects.toThrow(StoreUnavailableError);
      await expect(log.readStream('thing-1')).rejects.toThrow(StoreUnavailableError);
    });

    it('agrees with others that create the log at the same moment', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => open({ namespace: 'contested' })));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(standIn.database.stream('contested-log')?.events).toHaveLength(1);
    });

    it('refuses a log of a newer release, and a namespace that could hold another', async () => {
      const data = Buffer.from(JSON.stringify({ format: 2, id: 'abcdefgh' }));
      standIn.database.append('newer-log', [{ ...stored(0), data }], 'no-stream');
      await expect(open({ namespace: 'newer' })).rejects.toThrow(/newer release \(format 2/);
      await expect(open({ namespace: 'relocon.other' })).rejects.toThrow(/namespace/);
    });

    it('closes while calls hang and a subscription waits, and answers no more', async () => {
      const follower = followed();
      await until(() => follower.seen.caughtUp === 1);
      standIn.freeze();
      const pending = Promise.all([failureOf(log.append('thing-1', [anEvent('Made')], NO_STREAM)), failureOf(log.readStream('thing-1')), failureOf(everything(log))]);
      const begun = Date.now();
      await log.close();
      for (const outcome of await pending) expect(outcome).toBeInstanceOf(StoreUnavailableError);
      expect(Date.now() - begun).toBeLessThan(2 * TIMEOUT_MS);
      standIn.thaw();
      for (const call of [log.append('thing-1', [anEvent('Made')], NO_STREAM), log.readStream('thing-1'), log.head()]) await expect(call).rejects.toThrow(StoreUnavailableError);
      expect(follower.errors).toEqual([]);
      await until(() => standIn.followers === 0);
    });
  });

  it('names the actual revision of a conflict, also of a stream that is not there: "actualVersion (bigint or no_stream)"', async () => {
    await log.append('thing-1', [anEvent('Made')], NO_STREAM);
    for (const [stream, expected, actual] of [['thing-1', 4, 0], ['thing-2', 3, NO_STREAM]] as const) {
      const conflict = await failureOf(log.append(stream, [anEvent('Made')], expected));
      expect(conflict).toBeInstanceOf(ConflictError);
      expect((conflict as ConflictError).actualRevision).toBe(actual);
    }
  });
});

describe('The address of an event store', () => {
  it.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false'],
    ['kurrentdb://admin:secret@one:2113,two:2113/?nodePreference=leader', 'esdb://admin:secret@one:2113,two:2113/?nodePreference=leader'],
    ['kurrentdb+discover://cluster.example:2113', 'esdb+discover://cluster.example:2113'],
    ['esdb+discover://cluster.example?tls=false&tlsVerifyCert=false&throwOnAppendFailure=false', 'esdb+discover://cluster.example?tls=false'],
  ])('%s is understood', (url, expected) => {
    expect(connectionString(url)).toBe(expected);
    expect(() => EventStoreDBClient.connectionString(connectionString(url))).not.toThrow();
  });

  it('is another for every client that takes the place of one that hangs', () => {
    expect(connectionString('esdb://localhost', 2)).toBe('esdb://localhost?keepAliveInterval=10002');
    expect(connectionString('esdb://localhost?keep_alive_interval=20000', 1)).toBe('esdb://localhost?keepAliveInterval=20001');
    expect(connectionString('esdb://localhost?keepAliveInterval=-1', 1)).toBe('esdb://localhost?keepAliveInterval=-1');
  });

  it.each([
    'http://admin:hunter2@localhost',
    'esdb://admin:hunter2@localhost:port',
    'esdb://admin:hunter2@',
    'esdb://admin:hunter2@localhost?password=hunter2',
    'esdb://admin:hunter2@localhost?tls=maybe',
    'esdb://admin:hunter2@localhost?tls',
    'esdb://admin:hunter2@localhost?tlsVerifyCert=false',
    'esdb://admin:hunter2%@localhost',
    'esdb://admin:hunter2@localhost?tlsCAFile=/nowhere/ca.crt',
    'hunter2',
  ])('is refused without a word of what it says (%#)', async (url) => {
    const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    try {
      const error = (await failureOf(openEventStoreLog({ url }))) as Error;
      expect(error.message).toMatch(/^this is not the address of an event store: /);
      expect(JSON.stringify([error.message, error.stack, error.cause, error, printed.mock.calls])).not.toMatch(/hunter2|admin/);
    } finally {
      printed.mockRestore();
    }
  });
});

/** An event as the stand-in keeps one. */
function stored(index: number) {
  return { id: randomUUID(), type: 'Made', contentType: 'application/octet-stream', data: Buffer.from(`{"data":{"text":"${index}"}}`), metadata: new Uint8Array() };
}

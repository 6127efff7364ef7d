/** The engine on the embedded stores: commands, sealing, projection. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import {
  administrator,
  CounterOpened,
  CounterRaised,
  counters,
  countersView,
  everything,
  openCounter,
  raiseCounter,
  until,
  type CounterDocument,
} from '#event-sourcing-testing';
import { openSqliteLog, openSqliteVault, openSqliteViews, type SqliteLog } from '#stores/sqlite';
import {
  CommandRunner,
  ConflictError,
  defineCommand,
  defineEvent,
  documentAt,
  EventCatalogue,
  EventCodec,
  isRefusal,
  KeyRing,
  KeyUnavailableError,
  NO_STREAM,
  open,
  personal,
  Projector,
  ref,
  START,
  StoreUnavailableError,
  visible,
  type CommandDefinition,
  type CommandOutcome,
  type CommandRequest,
  type EventDefinition,
  type EventLog,
  type Vault,
  type ViewDefinition,
  type ViewStore,
} from './index.js';

const owner = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const masterKey = randomBytes(32);
let folder: string;
let log: SqliteLog;
let vault: Vault;
let store: ViewStore;
let keys: KeyRing;
let codec: EventCodec;
let clock = 0;
const now = () => new Date(Date.UTC(2026, 0, 1) + clock++ * 1000).toISOString();

beforeEach(async () => {
  clock = 0;
  folder = mkdtempSync(join(tmpdir(), 'relocon-engine-'));
  log = await openSqliteLog({ file: join(folder, 'log.db') });
  vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  store = await openSqliteViews({ file: join(folder, 'views.db'), log });
  keys = new KeyRing(vault, masterKey);
  codec = new EventCodec(new EventCatalogue([CounterOpened, CounterRaised]), keys);
});
afterEach(async () => {
  await store.close();
  await vault.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const runnerOn = (over: Partial<EventLog> = {}, more: Partial<ConstructorParameters<typeof CommandRunner>[0]> = {}) =>
  new CommandRunner({
    log: { id: log.id, exclusive: log.exclusive, append: log.append.bind(log), readStream: log.readStream.bind(log), readAll: log.readAll.bind(log), subscribe: log.subscribe.bind(log), head: log.head.bind(log), close: log.close.bind(log), ...over },
    codec,
    clock: now,
    authorise: async () => undefined,
    ...more,
  });
const run = async <I>(runner: CommandRunner, command: CommandDefinition<I, never, never> | unknown, input: I, request: Partial<CommandRequest> = {}): Promise<CommandOutcome> => {
  const outcome = await runner.execute(command as CommandDefinition<I>, input, { actor: administrator, ...request });
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.type}`);
  return outcome;
};
const opened = (runner: CommandRunner) => run(runner, openCounter, { counterId: undefined as unknown as string, ownerId: owner, name: 'Rounds' });

describe('The command runner', () => {
  it('mints the id, stamps the record and tells what it recorded', async () => {
    const runner = runnerOn();
    const outcome = await run(runner, openCounter, { counterId: undefined as unknown as string, ownerId: owner, name: 'Rounds' }, { commandId: 'c-1', correlationId: 'r-1', causationId: 'e-0' });
    expect(outcome.stream).toBe(`counter-${outcome.id}`);
    expect(outcome.events).toHaveLength(1);
    const [read] = await codec.decode(await log.readStream(outcome.stream));
    expect(read).toEqual(outcome.events[0]);
    expect(read?.metadata).toEqual({ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:01.000Z', actor: administrator, commandId: 'c-1', correlationId: 'r-1', causationId: 'e-0', schemaVersion: 1 });
  });

  it('never stamps a record before its predecessor in the stream', async () => {
    const runner = runnerOn();
    clock = 5_000;
    const { id } = await opened(runner);
    clock = 0;
    const raised = await run(runner, raiseCounter, { counterId: id, by: 1 });
    const [first, second] = await codec.decode(await log.readStream(raised.stream));
    expect((second?.recordedAt as string) >= (first?.recordedAt as string)).toBe(true);
  });

  it('keeps forty at once in one stream, each decided on the state the one before left', async () => {
    const conflicts = { appended: () => undefined, conflict: jest.fn() };
    const runner = runnerOn({}, { observe: conflicts });
    const { id } = await opened(runner);
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => runner.execute(raiseCounter as unknown as CommandDefinition, { counterId: id, by: 3 }, { actor: administrator })));
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(33);
    expect(outcomes.filter((outcome) => isRefusal(outcome)).map((refusal) => isRefusal(refusal) && refusal.type)).toEqual(Array.from({ length: 7 }, () => 'too-high'));
    expect(await log.readStream(`counter-${id}`)).toHaveLength(34);
    expect(conflicts.conflict).not.toHaveBeenCalled();
  });

  it('expects what it decided on, even when another reader has brought the stream further meanwhile', async () => {
    const theirs = runnerOn();
    const { id, stream } = await opened(theirs);
    let interrupted = false;
    const mine: CommandRunner = runnerOn({ exclusive: false }, {
      async authorise() {
        if (interrupted) return undefined;
        interrupted = true;
        await run(theirs, raiseCounter, { counterId: id, by: 60 });
        await mine.fold(counters, stream);
        return undefined;
      },
    });
    const outcome = await mine.execute(raiseCounter as unknown as CommandDefinition, { counterId: id, by: 60 }, { actor: administrator });
    expect(isRefusal(outcome) && outcome.type).toBe('too-high');
    expect(await log.readStream(stream)).toHaveLength(2);
  });

  it('decides anew when another writer was first, on what that one wrote', async () => {
    const mine = runnerOn();
    const theirs = runnerOn();
    const { id } = await opened(mine);
    await run(theirs, raiseCounter, { counterId: id, by: 60 });
    // The first runner has cached the stream without the sixty.
    const outcome = await mine.execute(raiseCounter as unknown as CommandDefinition, { counterId: id, by: 60 }, { actor: administrator });
    expect(isRefusal(outcome) && outcome.type).toBe('too-high');
    expect((await run(mine, raiseCounter, { counterId: id, by: 40 })).revision).toBe(2);
  });

  it('gives up with a refusal that says to try again when others keep being first', async () => {
    const { id } = await opened(runnerOn());
    const losing = runnerOn({ append: async (stream, _events, expected) => Promise.reject(new ConflictError(stream, expected, expected + 1)) }, { deadlineMs: 60 });
    const outcome = await losing.execute(raiseCounter as unknown as CommandDefinition, { counterId: id, by: 1 }, { actor: administrator });
    expect(isRefusal(outcome) && [outcome.type, outcome.status]).toEqual(['too-busy', 503]);
  });

  it('sends an append whose outcome is unknown again, the same bytes at the same revision', async () => {
    const sent: string[] = [];
    let failures = 2;
    const flaky = runnerOn({
      append: async (stream, events, expected) => {
        sent.push(JSON.stringify([stream, events, expected]));
        const appended = await log.append(stream, events, expected);
        if (failures-- > 0) throw new StoreUnavailableError('the answer was lost');
        return appended;
      },
    });
    const { id } = await opened(flaky);
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(1);
    expect(await log.readStream(`counter-${id}`)).toHaveLength(1);
  });

  it('finds what an earlier attempt recorded before deciding again', async () => {
    const { id } = await opened(runnerOn());
    const request = { commandId: uuidv7() };
    const first = await run(runnerOn(), raiseCounter, { counterId: id, by: 70 }, request);
    await run(runnerOn(), raiseCounter, { counterId: id, by: 5 });
    const again = await run(runnerOn(), raiseCounter, { counterId: id, by: 70 }, { ...request, resumed: true });
    expect(again).toEqual(first);
    expect(await log.readStream(`counter-${id}`)).toHaveLength(3);
  });

  it('refuses a change of what was edited meanwhile, naming the revision', async () => {
    const runner = runnerOn();
    const { id, editRevision } = await opened(runner);
    const raised = await run(runner, raiseCounter, { counterId: id, by: 1 }, { ifRevision: editRevision });
    expect(raised.editRevision).toBe(0);
    const outcome = await runner.execute(raiseCounter as unknown as CommandDefinition, { counterId: id, by: 1 }, { actor: administrator, ifRevision: 4 });
    expect(isRefusal(outcome) && [outcome.type, outcome.extra]).toEqual(['changed-meanwhile', { editRevision: 0 }]);
  });

  it('asks for the right before it decides, and records nothing in a dry run', async () => {
    const forbidding = runnerOn({}, { authorise: async () => ({ refused: true as const, type: 'forbidden', status: 403, title: 'No', detail: 'No.' }) });
    expect(isRefusal(await forbidding.execute(openCounter as unknown as CommandDefinition, { counterId: uuidv7(), ownerId: owner, name: 'x' }, { actor: administrator }))).toBe(true);
    const dry = await run(runnerOn(), openCounter, { counterId: uuidv7(), ownerId: owner, name: 'x' }, { dryRun: true });
    expect(dry.events).toEqual([]);
    expect(await log.head()).toBe(START);
  });

  it('reads the streams that its own state names, and those that other streams name', async () => {
    const runner = runnerOn();
    const open = (ownerId: string) => run(runner, openCounter, { counterId: uuidv7(), ownerId, name: 'x' });
    const first = await open(owner);
    const second = await open(first.id);
    const third = await open(second.id);
    await run(runner, raiseCounter, { counterId: first.id, by: 7 });
    const raiseByFirst = defineCommand(counters, {
      name: 'raiseByFirst',
      input: raiseCounter.input,
      id: raiseCounter.id,
      policy: { allow: [] },
      refusals: [],
      needs: (_input, { ownerId }) => ({
        second: { fold: counters, stream: `counter-${ownerId}` },
        first: { fold: counters, stream: ({ second: before }: { second?: { ownerId?: string } }) => `counter-${before?.ownerId}` },
        none: { fold: counters, stream: () => undefined },
      }),
      decide: ({ counterId }, { ownerId }, { now: at, needs }) => [CounterRaised.at(at, { counterId, by: needs.first.total + needs.none.total, ownerId: ownerId as string })],
    });
    expect((await run(runner, raiseByFirst, { counterId: third.id, by: 0 })).events[0]?.data).toMatchObject({ by: 7 });
  });

  describe('given several commands of one stream', () => {
    const raise = (counterId: string, by: number, more: object = {}) => ({ command: raiseCounter as never, input: { counterId, by }, request: { actor: administrator, commandId: uuidv7() }, ...more });
    const told = (outcomes: readonly (CommandOutcome | { type: string })[]) => outcomes.map((outcome) => ('type' in outcome ? outcome.type : [outcome.events.length, outcome.revision, outcome.position]));

    it('decides each on what those before it record, and appends all with one append', async () => {
      const appended: number[] = [];
      const runner = runnerOn({ append: (stream, events, expected) => (appended.push(events.length), log.append(stream, events, expected)) });
      const { id } = await opened(runner);
      const given = [raise(id, 60), raise(id, 50), raise(id, 40), raise(id, 1)];
      expect(told(await runner.executeAll(given))).toEqual([[1, 1, 3], 'too-high', [1, 2, 3], 'too-high']);
      expect(appended).toEqual([1, 2]);
      const stored = await codec.decode(await log.readStream(`counter-${id}`));
      expect(stored.map((event) => event.metadata.commandId).slice(1)).toEqual([given[0]?.request.commandId, given[2]?.request.commandId]);
      expect((await run(runner, raiseCounter, { counterId: id, by: 0 })).revision).toBe(3);
    });

    it('gives none whose precondition was refused', async () => {
      const runner = runnerOn();
      const { id } = await opened(runner);
      expect(told(await runner.executeAll([raise(id, 101), raise(id, 1, { onlyAfter: 0 }), raise(id, 2), raise(id, 3, { onlyAfter: 2 }), raise(id, 4, { onlyAfter: 1 })]))).toEqual(['too-high', 'too-high', [1, 1, 3], [1, 2, 3], 'too-high']);
    });

    it('tells where the stream ended for those that record nothing', async () => {
      const runner = runnerOn();
      const { id } = await opened(runner);
      const again = { command: openCounter as never, input: { counterId: id, ownerId: owner, name: 'x' }, request: { actor: administrator } };
      expect(told(await runner.executeAll([again, raise(id, 1), again]))).toEqual([[0, 0, 1], [1, 1, 2], [0, 1, 2]]);
      expect(await runner.executeAll([])).toEqual([]);
    });

    it('finds again what an earlier attempt recorded, and refuses a mixture of streams', async () => {
      const { id } = await opened(runnerOn());
      const given = [raise(id, 10), raise(id, 20)].map((each) => ({ ...each, request: { ...each.request, resumed: true } }));
      const first = await runnerOn().executeAll(given);
      const again = await runnerOn().executeAll(given);
      const recorded = (outcomes: typeof first) => outcomes.map((outcome) => ('type' in outcome ? outcome.type : [outcome.id, outcome.revision, outcome.events.map((event) => event.id)]));
      expect(recorded(again)).toEqual(recorded(first));
      expect(again.at(-1)).toEqual(first.at(-1));
      expect(await log.readStream(`counter-${id}`)).toHaveLength(3);
      const { id: other } = await opened(runnerOn());
      await expect(runnerOn().executeAll([raise(id, 1), raise(other, 1)])).rejects.toThrow(/one stream/);
    });

    it('decides all of them anew when another writer was first', async () => {
      const mine = runnerOn();
      const { id } = await opened(mine);
      await run(runnerOn(), raiseCounter, { counterId: id, by: 90 });
      expect(told(await mine.executeAll([raise(id, 6), raise(id, 6), raise(id, 4)]))).toEqual([[1, 2, 4], 'too-high', [1, 3, 4]]);
    });
  });

  it('passes on that the log cannot be reached once the deadline is over', async () => {
    const dead = runnerOn({ append: async () => Promise.reject(new StoreUnavailableError('gone')) }, { deadlineMs: 30 });
    await expect(opened(dead)).rejects.toThrow(StoreUnavailableError);
  });
});

describe('The codec', () => {
  const store1 = async (note?: string) => {
    const runner = runnerOn();
    const { id } = await opened(runner);
    const raised = await run(runner, raiseCounter, { counterId: id, by: 1, ...(note && { note }) });
    return { id, stream: raised.stream, events: await log.readStream(raised.stream) };
  };

  it('stores canonical JSON with nothing personal in it', async () => {
    const { events } = await store1('between us');
    for (const { body } of events) {
      expect(body).not.toMatch(/Rounds|between us/);
      const parsed = JSON.parse(body) as Record<string, unknown>;
      // RFC 8785: keys sorted by code unit at every depth, no white space.
      const sorted = (value: unknown): unknown =>
        Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])) : value;
      expect(body).toBe(JSON.stringify(sorted(parsed)));
      expect(Object.keys(parsed)).toEqual(['data', 'id', 'metadata', 'type']);
    }
    const decoded = await codec.decode(events);
    expect(decoded.map((event) => event.data)).toEqual([
      { counterId: expect.any(String), ownerId: owner, name: 'Rounds' },
      { counterId: expect.any(String), ownerId: owner, by: 1, note: 'between us' },
    ]);
  });

  it('binds a sealed field to its event and its place', async () => {
    const { events } = await store1('between us');
    const [first, second] = events as [(typeof events)[0], (typeof events)[0]];
    const other = JSON.parse(second.body) as { data: Record<string, unknown> };
    const mine = JSON.parse(first.body) as { data: Record<string, unknown> };
    const moved = { ...first, body: JSON.stringify({ ...mine, data: { ...mine.data, name: other.data.note } }) };
    await expect(codec.decode([moved])).rejects.toThrow();
    const renamed = { ...first, body: JSON.stringify({ ...mine, id: uuidv7() }) };
    await expect(codec.decode([renamed])).rejects.toThrow();
  });

  it('seals the same text differently every time', async () => {
    const { events } = await store1('same');
    const again = await store1('same');
    const sealed = (body: string) => ((JSON.parse(body) as { data: { note: { $sealed: string } } }).data.note.$sealed);
    expect(sealed((events[1] as { body: string }).body)).not.toBe(sealed((again.events[1] as { body: string }).body));
  });

  const erase = (id: string) => vault.put('keys', [{ key: id, value: JSON.stringify({ erased: true }) }]);
  const freshCodec = () => new EventCodec(codec.catalogue, new KeyRing(vault, masterKey));

  it('shows as null what was erased: a person, or one text of theirs', async () => {
    const { stream, events } = await store1('between us');
    await erase(stream);
    expect((await freshCodec().decode(events)).map((event) => [(event.data as { name?: string }).name, (event.data as { note?: string }).note])).toEqual([['Rounds', undefined], [undefined, null]]);
    await erase(`member:${owner}`);
    expect((await freshCodec().decode(events)).map((event) => (event.data as { name?: string }).name)).toEqual([null, undefined]);
  });

  it('forgets every text with the person who wrote it', async () => {
    const { events } = await store1('between us');
    await erase(`member:${owner}`);
    expect(((await freshCodec().decode(events))[1]?.data as { note?: string | null }).note).toBeNull();
  });

  it('never takes a missing or a foreign key for an erased one', async () => {
    const { stream, events } = await store1('between us');
    await vault.delete('keys', [stream]);
    await expect(freshCodec().decode(events)).rejects.toThrow(KeyUnavailableError);
    const foreign = new EventCodec(codec.catalogue, new KeyRing(vault, randomBytes(32)));
    await expect(foreign.decode(events.slice(0, 1))).rejects.toThrow(/right master key/);
  });

  it('brings old schema versions up to date, step by step', async () => {
    const { events } = await store1();
    const raised = (version: number, upcasters: EventDefinition['upcasters']) =>
      defineEvent({
        type: 'CounterRaised',
        summary: 'A counter went up.',
        version,
        upcasters,
        data: { counterId: ref('counter'), steps: open(z.int()), unit: open(z.string()), ownerId: ref('member') },
      });
    const third = raised(3, {
      1: ({ by, ...rest }) => ({ ...rest, steps: by }),
      2: (data) => ({ ...data, unit: 'each' }),
    });
    const newer = new EventCodec(new EventCatalogue([CounterOpened, third]), keys);
    const data = (await newer.decode(events))[1]?.data;
    expect(data).toEqual({ counterId: expect.any(String), ownerId: owner, steps: 1, unit: 'each' });
    expect(third.schema.safeParse(data).success).toBe(true);
    expect(() => raised(3, { 1: (data) => data })).toThrow(/without an upcaster from 2/);
  });

  it('refuses an event type no feature lists', async () => {
    const alien = defineEvent({ type: 'Alien', summary: 'Unknown.', data: { x: open(z.string()) } });
    await expect(codec.encode('x-1', [{ id: uuidv7(), fact: alien.at(now(), { x: 'y' }), metadata: {} as never }])).rejects.toThrow(/not in the catalogue/);
  });
});

describe('An event’s definition', () => {
  it('says of every field whether it is open, personal or words', () => {
    expect(() => defineEvent({ type: 'X', summary: 's', data: { name: z.string() } })).toThrow(/X\.name does not say whether/);
    expect(() => defineEvent({ type: 'X', summary: 's', data: { name: personal(z.string(), 'whoId') } })).toThrow(/names whoId, which is not a field/);
    expect(() => new EventCatalogue([CounterOpened, CounterOpened])).toThrow(/two events are called CounterOpened/);
  });
});

describe('The projector', () => {
  const projectorOf = (views: ViewDefinition[], more: Partial<ConstructorParameters<typeof Projector>[0]> = {}) => new Projector({ log, store, codec, views, batchSize: 7, ...more });
  const asView = (view: ReturnType<typeof countersView>) => view as unknown as ViewDefinition;
  const documents = async (collection = 'counters.v1') => (await store.find(collection, { where: {}, sort: 'total', limit: 100 })) as CounterDocument[];
  const projectors: Projector[] = [];
  const started = async (projector: Projector) => {
    projectors.push(projector);
    await projector.start();
    await until(async () => projector.statuses.every((status) => !status.building) && projector.position() >= (await log.head()), 'catching up');
    return projector;
  };
  afterEach(async () => {
    for (const projector of projectors.splice(0)) await projector.stop();
  });

  /** Opens five counters and raises each by 1, 2 … 8. */
  const someHistory = async (runner = runnerOn()) => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push((await opened(runner)).id);
    for (let by = 1; by <= 8; by++) for (const id of ids) await run(runner, raiseCounter, { counterId: id, by, note: `note ${by}` });
    return ids;
  };

  it('folds what is there and what comes, and a rebuild makes the same documents', async () => {
    const before = await someHistory();
    const projector = await started(projectorOf([asView(countersView())]));
    const runner = runnerOn();
    const last = await run(runner, raiseCounter, { counterId: before[0] as string, by: 9 });
    expect(await projector.waitFor(last.position)).toBe(true);
    const live = await documents();
    expect(live.map(({ total, raises, notes }) => [total, raises, notes.length])).toEqual([[36, 8, 8], [36, 8, 8], [36, 8, 8], [36, 8, 8], [45, 9, 8]]);
    await projector.rebuild(['counters', 'events']);
    expect(await documents()).toEqual(live);
    expect((await store.findEvents('events.v1', { tags: [`counter:${before[0]}`], limit: 100 })).map((event) => event.type)).toEqual(['CounterOpened', ...Array.from({ length: 9 }, () => 'CounterRaised')]);
  });

  it('makes one rebuild of many that are asked for at once, and tells how far it is', async () => {
    await someHistory();
    const projector = await started(projectorOf([asView(countersView())]));
    const before = await documents();
    const rebuilt = () => projector.statuses.map((status) => status.rebuilt);
    const asked = [projector.rebuild(['counters']), projector.rebuild(), projector.rebuild(['counters', 'events'])];
    await until(async () => rebuilt().some((position) => position !== undefined && position > START), 'the rebuild begins');
    await Promise.all(asked);
    expect(rebuilt()).toEqual([undefined, undefined]);
    expect(await documents()).toEqual(before);
    expect(Object.keys(await store.checkpoints()).sort()).toEqual(['counters.v1', 'events.v1']);
  });

  it('changes nothing when a batch is applied twice', async () => {
    await someHistory();
    const first = await started(projectorOf([asView(countersView())]));
    await first.stop();
    const before = await documents();
    // The documents are ahead of the checkpoint, as after a crash between the two on a store without transactions.
    await store.commit({ writes: [], checkpoints: { 'counters.v1': 3, 'events.v1': 0 } });
    await started(projectorOf([asView(countersView())]));
    expect(await documents()).toEqual(before);
  });

  it('goes on where it stopped, however often it is stopped', async () => {
    const runner = runnerOn();
    const ids = await someHistory(runner);
    for (let round = 0; round < 5; round++) {
      const projector = await started(projectorOf([asView(countersView())], { batchSize: 3 }));
      const raising = ids.map((id) => run(runner, raiseCounter, { counterId: id, by: 1 }));
      await projector.stop();
      await Promise.all(raising);
    }
    await started(projectorOf([asView(countersView())]));
    expect((await documents()).map((doc) => doc.total)).toEqual([41, 41, 41, 41, 41]);
  });

  it('builds a changed view beside the old one and drops the old one', async () => {
    await someHistory();
    await (await started(projectorOf([asView(countersView())]))).stop();
    await started(projectorOf([asView(countersView({ version: 2 }))]));
    expect(await documents('counters.v2')).toHaveLength(5);
    expect(Object.keys(await store.checkpoints()).sort()).toEqual(['counters.v2', 'events.v1']);
  });

  it('follows the log once, and reports faults that the log recovers from by itself', async () => {
    const told: unknown[] = [];
    const handlers: Parameters<typeof log.subscribe>[1][] = [];
    const faulty = new Proxy(log, {
      get: (target, name) => {
        if (name === 'subscribe') return (...given: Parameters<typeof log.subscribe>) => (handlers.push(given[1]), target.subscribe(...given));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    try {
      const projector = projectorOf([asView(countersView())], { log: faulty, onError: (error) => told.push(error) });
      await projector.start();
      handlers[0]?.onFault?.(new Error('dropped'));
      jest.advanceTimersByTime(10_000);
      expect([handlers.length, told.length, projector.fault]).toEqual([1, 1, undefined]);
      handlers[0]?.onError?.(new Error('cannot fold this'));
      jest.advanceTimersByTime(10_000);
      expect([handlers.length, told.length]).toEqual([2, 2]);
      await projector.stop();
    } finally {
      jest.useRealTimers();
    }
  });

  it('parks a document it cannot fold, visibly, goes on with the rest, and folds it once it can', async () => {
    let poison: number | undefined = 4;
    const seen: unknown[] = [];
    const projector = await started(projectorOf([asView(countersView({ poison: () => poison }))], { onError: (error) => seen.push(error) }));
    const runner = runnerOn();
    const { id: sick } = await opened(runner);
    const { id: well } = await opened(runner);
    for (const by of [1, 4, 2, 3]) await run(runner, raiseCounter, { counterId: sick, by });
    const { position } = await run(runner, raiseCounter, { counterId: well, by: 5 });
    expect(await projector.waitFor(position)).toBe(true);
    expect(projector.parked).toEqual([expect.objectContaining({ collection: 'counters.v1', id: sick, type: 'CounterRaised', error: 'cannot fold a raise by 4', waiting: 2 })]);
    expect(projector.statuses.find((status) => status.name === 'counters')?.parked).toBe(1);
    expect(seen).toHaveLength(1);
    expect((await documents()).map((doc) => [doc.id, doc.total])).toEqual([[sick, 1], [well, 5]]);
    expect(await projector.retry('counters.v1', sick)).toBe(false);
    // It stays parked over a restart.
    await projector.stop();
    const again = await started(projectorOf([asView(countersView({ poison: () => poison }))]));
    expect(again.parked).toHaveLength(1);
    poison = undefined;
    expect(await again.retry('counters.v1', sick)).toBe(true);
    expect(again.parked).toEqual([]);
    expect((await documents()).map((doc) => [doc.id, doc.total])).toEqual([[well, 5], [sick, 10]]);
    const more = await run(runner, raiseCounter, { counterId: sick, by: 1 });
    await again.waitFor(more.position);
    expect((await documents()).at(-1)).toMatchObject({ total: 11, raises: 5 });
  });

  it('heals parked documents by a rebuild', async () => {
    let poison: number | undefined = 2;
    const projector = await started(projectorOf([asView(countersView({ poison: () => poison }))]));
    const runner = runnerOn();
    const { id } = await opened(runner);
    const { position } = await run(runner, raiseCounter, { counterId: id, by: 2 });
    await projector.waitFor(position);
    expect(projector.parked).toHaveLength(1);
    poison = undefined;
    await projector.rebuild(['counters']);
    expect(projector.parked).toEqual([]);
    expect(await store.notes('parked/')).toEqual([]);
    expect((await documents())[0]).toMatchObject({ total: 2 });
  });

  it('stands still, and says so, while a key is unavailable, and never folds that as erased', async () => {
    const runner = runnerOn();
    const { id } = await opened(runner);
    const { stream, position } = await run(runner, raiseCounter, { counterId: id, by: 1, note: 'kept' });
    const [kept] = await vault.getMany('keys', [stream]);
    await vault.delete('keys', [stream]);
    const strict = new EventCodec(codec.catalogue, new KeyRing(vault, masterKey));
    const projector = projectorOf([asView(countersView())], { codec: strict });
    projectors.push(projector);
    await projector.start();
    await until(() => projector.fault !== undefined, 'the fault');
    expect(projector.fault).toBeInstanceOf(KeyUnavailableError);
    expect(await documents()).toEqual([]);
    await vault.put('keys', [kept as { key: string; value: string }]);
    expect(await projector.waitFor(position)).toBe(true);
    expect(projector.fault).toBeUndefined();
    expect((await documents())[0]?.notes).toEqual(['kept']);
  });

  it('lets a reader wait for a position, but not for ever', async () => {
    const projector = await started(projectorOf([asView(countersView())]));
    expect(await projector.waitFor(99, ['counters'], 20)).toBe(false);
    const waiting = projector.waitFor(1, ['counters'], 5_000);
    await opened(runnerOn());
    expect(await waiting).toBe(true);
  });

  it('answers any earlier moment from the tagged events', async () => {
    const view = countersView();
    const projector = await started(projectorOf([asView(view)]));
    const runner = runnerOn();
    const { id } = await opened(runner);
    const positions: number[] = [];
    for (const by of [1, 2, 3]) positions.push((await run(runner, raiseCounter, { counterId: id, by })).position);
    await projector.waitFor(positions.at(-1) as number);
    const [now_] = await documents();
    for (const [index, upTo] of positions.entries()) expect((await documentAt(store, codec, view, id, { upTo }))?.total).toBe([1, 3, 6][index]);
    expect(visible((await documentAt(store, codec, view, id, {})) as CounterDocument)).toEqual(visible(now_ as CounterDocument));
    expect(await documentAt(store, codec, view, id, { occurredBefore: '2025-12-31T00:00:00.000Z' })).toBeUndefined();
  });
});

it('keeps no gap in revisions and every event once, whatever the projector does', async () => {
  const runner = runnerOn();
  const { id } = await opened(runner);
  await Promise.all(Array.from({ length: 20 }, () => run(runner, raiseCounter, { counterId: id, by: 1 })));
  const all = await everything(log);
  expect(all.map((event) => event.revision)).toEqual(all.map((_, index) => index));
  expect(new Set(all.map((event) => event.id)).size).toBe(21);
  await expect(log.append('counter-x', [], NO_STREAM)).rejects.toThrow();
});

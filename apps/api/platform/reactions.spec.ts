/** Reactions over the embedded stores: at least once, in order, through failures, restarts and several processes. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { CommandRunner, EventCatalogue, EventCodec, KeyRing, newId, Projector, type Actor, type RecordedEvent, type Vault, type ViewStore } from '#event-sourcing';
import { CounterOpened, CounterRaised, countersView, openCounter, raiseCounter, until } from '#event-sourcing-testing';
import { openSqliteLog, openSqliteVault, openSqliteViews, type SqliteLog } from '#stores/sqlite';
import { Reactions, type Reaction } from './reactions.js';

const by = (via: Actor['via']): Actor => ({ kind: 'system', id: 'spec', role: 'system', via });
const logger = pino({ level: 'silent' });
const owner = newId();

let folder: string;
let log: SqliteLog;
let vault: Vault;
let store: ViewStore;
let codec: EventCodec;
let projector: Projector;
let runner: CommandRunner;
let counterId: string;
let running: Reactions[];
const listeners = new Set<() => void>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocon-reactions-'));
  log = await openSqliteLog({ file: join(folder, 'log.db') });
  vault = { ...(await openSqliteVault({ file: join(folder, 'vault.db') })), shared: true };
  store = await openSqliteViews({ file: join(folder, 'views.db'), log });
  codec = new EventCodec(new EventCatalogue([CounterOpened, CounterRaised]), new KeyRing(vault, randomBytes(32)));
  projector = new Projector({ log, store, codec, views: [countersView()] as never, onCommitted: () => listeners.forEach((listener) => listener()) });
  runner = new CommandRunner({ log, codec, clock: () => new Date().toISOString(), authorise: async () => undefined });
  await projector.start();
  running = [];
  counterId = newId();
  await runner.execute(openCounter, { counterId, ownerId: owner, name: 'Rounds' }, { actor: by('api') });
});
afterEach(async () => {
  await Promise.all(running.map((reactions) => reactions.stop()));
  await projector.stop();
  await store.close();
  await vault.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Raises once for each note, and waits until the views have seen it. */
async function raise(notes: readonly string[], via: Actor['via'] = 'api'): Promise<void> {
  let position = 0;
  for (const note of notes) {
    const outcome = await runner.execute(raiseCounter, { counterId, by: 0, note }, { actor: by(via) });
    if (!('position' in outcome)) throw new Error(outcome.type);
    ({ position } = outcome);
  }
  await projector.waitFor(position, [], 5_000);
}

const noteOf = (event: RecordedEvent) => (event.data as { note?: string; name?: string }).note ?? (event.data as { name: string }).name;

interface Process {
  /** What was done, in order. */
  done: string[];
  /** What was begun, whatever came of it. */
  tried: string[];
  reactions: Reactions;
}

/** A process that reacts. @param during what happens while it does, by note. */
async function started({ during = {}, more = [], over = {}, name = 'when-raised-then-tell' }: { during?: Record<string, (times: number) => Promise<void> | void>; more?: Reaction[]; over?: Partial<Vault>; name?: string } = {}): Promise<Process> {
  const [done, tried]: string[][] = [[], []] as [string[], string[]];
  const reaction: Reaction = {
    name,
    types: [CounterRaised.type],
    async react(event) {
      const note = noteOf(event);
      tried?.push(note);
      await during[note]?.(tried?.filter((each) => each === note).length ?? 0);
      done?.push(note);
    },
  };
  const runtime = { log, store, vault: { ...vault, ...over }, codec, projector, logger, onCommitted: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) };
  const reactions = new Reactions(runtime, [reaction, ...more], { pauseMs: 1, againMs: 1 });
  running.push(reactions);
  await reactions.start();
  return { done: done as string[], tried: tried as string[], reactions };
}

/** Something that others wait for. */
function gate(): { open(): void; opened: Promise<void> } {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const all = (count: number) => Array.from({ length: count }, (_, index) => `raise ${index}`);
const finished = (process: Process, ...notes: string[]) => until(() => notes.every((note) => process.done.includes(note)), `done: ${process.done.join()}`);

it('Reacts to each event once and in order, however many there are', async () => {
  const process = await started();
  await raise(all(230));
  await finished(process, 'raise 229');
  expect(process.done).toEqual(all(230));
});

it('Begins at the head where it is new', async () => {
  await raise(['before']);
  const process = await started();
  await raise(['after']);
  await finished(process, 'after');
  expect(process.done).toEqual(['after']);
});

it('Tells nothing of what was imported or belongs to samples, nor of other events', async () => {
  const process = await started();
  await raise(['imported'], 'import');
  await raise(['sample'], 'samples');
  await runner.execute(openCounter, { counterId: newId(), ownerId: owner, name: 'another' }, { actor: by('api') });
  await raise(['told'], 'console');
  await finished(process, 'told');
  expect(process.tried).toEqual(['told']);
});

it('Tries again what failed before it goes on, and does not do again what it has done', async () => {
  const process = await started({ during: { 'raise 1': (times) => (times < 4 ? Promise.reject(new Error('not now')) : undefined) } });
  await raise(all(3));
  await finished(process, 'raise 2');
  expect(process.done).toEqual(all(3));
  expect(process.tried).toEqual(['raise 0', 'raise 1', 'raise 1', 'raise 1', 'raise 1', 'raise 2']);
});

it('Lets others go on where one cannot', async () => {
  const told: string[] = [];
  const other: Reaction = { name: 'when-opened-then-tell', types: [CounterOpened.type], react: async (event) => void told.push(noteOf(event)) };
  const process = await started({ during: { never: () => Promise.reject(new Error('never')) }, more: [other] });
  await raise(['never']);
  await runner.execute(openCounter, { counterId: newId(), ownerId: owner, name: 'another' }, { actor: by('api') });
  await until(() => told.length > 0);
  expect([told, process.done]).toEqual([['another'], []]);
});

it('Goes on after a restart where it was', async () => {
  const first = await started();
  await raise(['one']);
  await finished(first, 'one');
  await first.reactions.stop();
  await raise(['two', 'three']);
  const second = await started();
  await finished(second, 'three');
  expect([first.done, second.done]).toEqual([['one'], ['two', 'three']]);
});

it('Does again what nobody noted, where the process died between the two', async () => {
  let dead = false;
  const first = await started({ over: { put: async (space, entries) => (dead ||= space === 'reactions-done') ? Promise.reject(new Error('dead')) : vault.put(space, entries) } });
  await raise(['one', 'two']);
  await finished(first, 'one');
  await first.reactions.stop();
  const second = await started();
  await finished(second, 'two');
  expect(second.done).toEqual(['one', 'two']);
});

it('Stops behind the event that is at work, and goes on with the next one', async () => {
  const [begun, may] = [gate(), gate()];
  const first = await started({ during: { 'raise 1': () => (begun.open(), may.opened) } });
  await raise(all(5));
  await begun.opened;
  const stopped = first.reactions.stop();
  may.open();
  await stopped;
  expect(first.done).toEqual(['raise 0', 'raise 1']);
  const second = await started();
  await finished(second, 'raise 4');
  expect(second.done).toEqual(['raise 2', 'raise 3', 'raise 4']);
});

it('Is done once by two processes over one vault, but for the one event at which they meet', async () => {
  const [begun, may] = [gate(), gate()];
  const slow = await started({ during: { 'raise 2': () => (begun.open(), may.opened) } });
  await raise(all(6));
  await begun.opened;
  const quick = await started();
  await finished(quick, 'raise 5');
  may.open();
  await finished(slow, 'raise 2');
  await raise(['last']);
  await until(() => [...slow.done, ...quick.done].includes('last'));
  await Promise.all([slow, quick].map(({ reactions }) => reactions.stop()));
  const times = new Map<string, number>();
  for (const note of [...slow.done, ...quick.done]) times.set(note, (times.get(note) ?? 0) + 1);
  expect([...times].filter(([note, count]) => count > 1 && note !== 'last')).toEqual([['raise 2', 2]]);
  expect([...times.keys()].sort()).toEqual(['last', ...all(6)]);
});

it('Keeps a place for each: one that is new begins at the head beside one that has been going on', async () => {
  const old = await started();
  await raise(['one']);
  await finished(old, 'one');
  const fresh = await started({ name: 'when-raised-then-more' });
  await raise(['two']);
  await Promise.all([finished(old, 'two'), finished(fresh, 'two')]);
  expect([old.done, fresh.done]).toEqual([['one', 'two'], ['two']]);
});

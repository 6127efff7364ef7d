import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as immediately } from 'node:timers/promises';
import fc from 'fast-check';
import Database from 'libsql';
import { NO_STREAM } from '#event-sourcing';
import { anEvent, eventLogContract, everything, vaultContract, viewStoreContract } from '#event-sourcing-testing';
import { copySqlite, lockFolder, openSqliteLog, openSqliteVault, openSqliteViews, StoreInUseError, type SqliteLog } from './index.js';

const newFolder = () => mkdtempSync(join(tmpdir(), 'relocon-sqlite-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Whether somebody's reading keeps the write-ahead log from beginning anew. */
async function keepsSnapshot(file: string): Promise<boolean> {
  // The reads of one turn of the event loop end with it.
  await immediately();
  const db = new Database(file);
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  db.close();
  return busy === 1;
}

eventLogContract('The embedded log', async () => {
  const folder = newFolder();
  return { open: () => openSqliteLog({ file: join(folder, 'log.db') }), dispose: async () => remove(folder) };
});

vaultContract('The embedded vault', async () => {
  const folder = newFolder();
  return { open: (now) => openSqliteVault({ file: join(folder, 'vault.db'), now }), dispose: async () => remove(folder) };
});

viewStoreContract('The embedded view store', async () => {
  const folder = newFolder();
  const log = await openSqliteLog({ file: join(folder, 'log.db') });
  return {
    log,
    open: (instance) => openSqliteViews({ file: join(folder, 'views.db'), log, ...(instance && { instance }) }),
    keepsSnapshot: () => keepsSnapshot(join(folder, 'views.db')),
    async dispose() {
      await log.close();
      remove(folder);
    },
  };
});

viewStoreContract('The embedded view store beside another log', async () => {
  const folder = newFolder();
  const log = await openSqliteLog({ file: join(folder, 'log.db') });
  return {
    log,
    open: (instance) => openSqliteViews({ file: join(folder, 'views.db'), ...(instance && { instance }) }),
    keepsSnapshot: () => keepsSnapshot(join(folder, 'views.db')),
    async dispose() {
      await log.close();
      remove(folder);
    },
  };
});

describe('The embedded log', () => {
  let folder: string;
  let log: SqliteLog;
  beforeEach(async () => {
    folder = newFolder();
    log = await openSqliteLog({ file: join(folder, 'log.db') });
  });
  afterEach(async () => {
    await log.close();
    remove(folder);
  });

  it('writes with synchronous = FULL in a write-ahead log, read back from the live writer', async () => {
    expect(await log.pragma('synchronous')).toBe(2);
    expect(await log.pragma('journal_mode')).toBe('wal');
  });

  it('shares one transaction between appends that come together', async () => {
    const batches: number[] = [];
    const other = await openSqliteLog({ file: join(folder, 'grouped.db'), onBatch: (appends) => batches.push(appends) });
    await Promise.all(Array.from({ length: 100 }, (_, index) => other.append(`thing-${index}`, [anEvent('Made')], NO_STREAM)));
    await other.close();
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(100);
    expect(batches.length).toBeLessThan(10);
  });

  it('opens at a clean prefix wherever its write-ahead log was cut off', async () => {
    const appends = [];
    for (let index = 0; index < 30; index++) appends.push(await log.append(`thing-${index % 5}`, [anEvent('Made', 'x'.repeat(index * 40)), anEvent('Changed')], 2 * Math.floor(index / 5) - 1));
    const all = await everything(log);
    const file = join(folder, 'log.db');
    const wal = readFileSync(`${file}-wal`);
    expect(wal.length).toBeGreaterThan(30 * 4096);
    const copy = join(folder, 'cut.db');
    let lengths = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: wal.length }), fc.boolean(), async (at, garbage) => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
        copyFileSync(file, copy);
        writeFileSync(`${copy}-wal`, wal);
        truncateSync(`${copy}-wal`, at);
        if (garbage) appendFileSync(`${copy}-wal`, Buffer.alloc(5000, 0xa5));
        const cut = await openSqliteLog({ file: copy });
        try {
          const kept = await everything(cut);
          expect(kept).toEqual(all.slice(0, kept.length));
          // Both events of an append or neither.
          expect(kept.length % 2).toBe(0);
          lengths = lengths.add(kept.length);
          for (let stream = 0; stream < 5; stream++) {
            const events = await cut.readStream(`thing-${stream}`);
            expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index));
            await cut.append(`thing-${stream}`, [anEvent('Changed')], events.length - 1);
          }
        } finally {
          await cut.close();
        }
      }),
      { numRuns: 40 },
    );
    expect(lengths.size).toBeGreaterThan(5);
  });

  it('refuses a file of a newer release, naming it', async () => {
    const file = join(folder, 'newer.db');
    await (await openSqliteLog({ file })).close();
    const { default: Database } = await import('libsql');
    const db = new Database(file);
    db.prepare("UPDATE meta SET value = '2' WHERE name = 'format'").run();
    db.close();
    await expect(openSqliteLog({ file })).rejects.toThrow(/newer\.db was written by a newer release \(format 2/);
  });

  it('copies itself consistently while it is written', async () => {
    await log.append('thing-1', [anEvent('Made'), anEvent('Changed')], NO_STREAM);
    const more = Promise.all(Array.from({ length: 50 }, (_, index) => log.append(`other-${index}`, [anEvent('Made')], NO_STREAM)));
    copySqlite(join(folder, 'log.db'), join(folder, 'copy.db'));
    await more;
    const copy = await openSqliteLog({ file: join(folder, 'copy.db') });
    const kept = await everything(copy);
    await copy.close();
    expect(copy.id).toBe(log.id);
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept).toEqual((await everything(log)).slice(0, kept.length));
  });
});

describe('The embedded vault', () => {
  it('leaves nothing of what was replaced or deleted once it is scrubbed, in its file or beside it', async () => {
    const folder = newFolder();
    const file = join(folder, 'vault.db');
    const vault = await openSqliteVault({ file });
    const onDisk = () => [file, `${file}-wal`].map((name) => readFileSync(name).toString('latin1')).join();
    const [small, large] = ['small-canary', `large-canary${'x'.repeat(9_000)}`];
    for (const [key, value] of [['one', small], ['two', large], ['three', small]] as const) await vault.put('a', [{ key, value }]);
    await vault.replace('a', 'one', small, 'next');
    await vault.replace('a', 'two', large, 'next');
    await vault.delete('a', ['three']);
    for (const value of ['small-canary', 'large-canary', 'next']) expect([value, onDisk().includes(value)]).toEqual([value, true]);
    await vault.scrub();
    for (const [value, there] of [['small-canary', false], ['large-canary', false], ['next', true]] as const) expect([value, onDisk().includes(value)]).toEqual([value, there]);
    await vault.close();
    await expect(vault.scrub()).rejects.toThrow('the embedded store is closed');
    remove(folder);
  });
});

describe('The embedded views', () => {
  it('give back the room on disk that a snapshot has made them take', async () => {
    const folder = newFolder();
    const views = await openSqliteViews({ file: join(folder, 'views.db') });
    const sizeOfLog = () => statSync(join(folder, 'views.db-wal')).size;
    let letter = 0;
    const write = () => {
      const text = String.fromCharCode(97 + letter++).repeat(2_000_000);
      return views.commit({ writes: [{ collection: 'texts.v1', documents: [{ id: 'a', position: 1, doc: { id: 'a', text } }] }], checkpoints: {} });
    };
    await views.prepare([{ name: 'texts.v1', lists: [{ by: [], sort: 'id' }], arrays: [], searchable: false }], []);
    await views.snapshot('texts.v1', { where: {}, sort: 'id' }, new AbortController().signal, async () => {
      for (let times = 0; times < 24; times++) await write();
    });
    expect(sizeOfLog()).toBeGreaterThan(40_000_000);
    // One write finds the log free to begin anew, the next one begins.
    for (let times = 0; times < 10 && sizeOfLog() > 34_000_000; times++) await write();
    expect(sizeOfLog()).toBeLessThan(34_000_000);
    await views.close();
    remove(folder);
  });
});

describe('The lock on a data folder', () => {
  it('lets one holder in at a time and says what to do', async () => {
    const folder = newFolder();
    const lock = await lockFolder(folder);
    const error = await lockFolder(folder).then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreInUseError);
    expect((error as Error).message).toMatch(/is in use by another Relocon process: stop that one, or set RELOCON_DATA/);
    await lock.close();
    await (await lockFolder(folder)).close();
    remove(folder);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEvent, commandLogContract, everything, reservationsContract } from '#event-sourcing-testing';
import { openSqliteLog, openSqliteVault } from '#stores/sqlite';
import { ConflictError, NO_STREAM, RehearsedLog, RehearsedVault, type EventLog, type StoredEntry, type Vault } from './index.js';

/** Real stores to lie over. */
async function stores(now: () => number = Date.now): Promise<{ log: EventLog; vault: Vault; dispose(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'relocon-rehearsal-'));
  const log = await openSqliteLog({ file: join(folder, 'log.db') });
  const vault = await openSqliteVault({ file: join(folder, 'vault.db'), now });
  return {
    log,
    vault,
    async dispose() {
      await vault.close();
      await log.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What others keep there, in streams and under keys that the contracts ask for nearly. */
async function fill({ log, vault }: { log: EventLog; vault: Vault }): Promise<void> {
  for (const stream of ['thing-', 'thing-100', 'other']) await log.append(stream, [anEvent('Made'), anEvent('Changed')], NO_STREAM);
  await vault.put('a', [{ key: 'on', value: '1' }, { key: 'expired', value: '1', expiresAt: 1 }]);
  await vault.put('ab', [{ key: 'one', value: '1' }]);
}

async function entries(vault: Vault): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for await (const page of vault.everything()) all.push(...page);
  return all;
}

for (const [what, before] of [['an empty store', async () => undefined], ['a store that holds something', fill]] as const) {
  commandLogContract(`A rehearsal over ${what}`, async () => {
    const below = await stores();
    await before(below);
    const held = await everything(below.log);
    return {
      log: await RehearsedLog.over(below.log),
      async dispose() {
        expect(await everything(below.log)).toEqual(held);
        await below.dispose();
      },
    };
  });

  reservationsContract(`A rehearsal over ${what}`, async (now) => {
    const below = await stores(now);
    await before(below);
    const held = await entries(below.vault);
    return {
      vault: new RehearsedVault(below.vault, now),
      async dispose() {
        expect(await entries(below.vault)).toEqual(held);
        await below.dispose();
      },
    };
  });
}

describe('What stands below', () => {
  let below: Awaited<ReturnType<typeof stores>>;
  beforeEach(async () => {
    below = await stores();
  });
  afterEach(() => below.dispose());

  it('is read before what a rehearsal adds, in one stream', async () => {
    await below.log.append('thing-1', [anEvent('Made'), anEvent('Changed')], NO_STREAM);
    const head = await below.log.head();
    const log = await RehearsedLog.over(below.log);
    const appended = await log.append('thing-1', [anEvent('Changed'), anEvent('Ended')], 1);
    expect(appended).toEqual({ revision: 3, position: head + 2 });
    const types = async (from: number) => (await log.readStream('thing-1', from)).map(({ type, revision }) => `${revision} ${type}`);
    expect(await types(0)).toEqual(['0 Made', '1 Changed', '2 Changed', '3 Ended']);
    expect([await types(1), await types(2), await types(3), await types(4)].map(({ length }) => length)).toEqual([3, 2, 1, 0]);
    expect(await below.log.readStream('thing-1')).toHaveLength(2);
    expect(await below.log.head()).toBe(head);
  });

  it('counts for what an append may expect', async () => {
    const made = anEvent('Made');
    await below.log.append('thing-1', [made, anEvent('Changed')], NO_STREAM);
    const log = await RehearsedLog.over(below.log);
    for (const expected of [NO_STREAM, 0, 2]) {
      const error = await log.append('thing-1', [anEvent('Changed')], expected).then(() => undefined, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConflictError);
      expect((error as ConflictError).actualRevision).toBe(1);
    }
    await log.append('thing-1', [anEvent('Changed')], 1);
    await expect(log.append('thing-1', [anEvent('Changed')], 1)).rejects.toThrow(ConflictError);
  });

  it('is what it was when a stream was first read, whatever others add to it', async () => {
    await below.log.append('thing-1', [anEvent('Made')], NO_STREAM);
    const log = await RehearsedLog.over(below.log);
    expect(await log.readStream('thing-1')).toHaveLength(1);
    await below.log.append('thing-1', [anEvent('Theirs')], 0);
    await log.append('thing-1', [anEvent('Ours')], 0);
    expect((await log.readStream('thing-1')).map(({ type }) => type)).toEqual(['Made', 'Ours']);
    expect((await below.log.readStream('thing-1')).map(({ type }) => type)).toEqual(['Made', 'Theirs']);
  });

  it('wins over what comes later, in a vault', async () => {
    await below.vault.put('a', [{ key: 'one', value: 'theirs' }]);
    const vault = new RehearsedVault(below.vault);
    expect(await vault.putIfAbsent('a', [{ key: 'one', value: 'ours' }, { key: 'two', value: 'ours' }])).toEqual([
      { key: 'one', value: 'theirs', inserted: false },
      { key: 'two', value: 'ours', inserted: true },
    ]);
    expect((await vault.getMany('a', ['one', 'two', 'three'])).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([{ key: 'one', value: 'theirs' }, { key: 'two', value: 'ours' }]);
    expect(await entries(below.vault)).toEqual([{ space: 'a', key: 'one', value: 'theirs' }]);
  });
});

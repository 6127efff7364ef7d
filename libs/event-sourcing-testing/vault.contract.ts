/** What every vault must do. */
import type { Reservations, StoredEntry, Vault } from '#event-sourcing';

/** Far ahead, so that nothing a store does by its own clock meddles. */
const BEGIN = Date.parse('2100-01-01T00:00:00Z');

export interface VaultUnderTest {
  /** `now` is asked for the time, in milliseconds since 1970. */
  open(now: () => number): Promise<Vault>;
  dispose(): Promise<void>;
}

/** What must be there once, whoever comes first. */
export function reservationsContract(name: string, fresh: (now: () => number) => Promise<{ vault: Reservations; dispose(): Promise<void> }>): void {
  describe(`${name} keeps reservations`, () => {
    let vault: Reservations;
    let dispose: () => Promise<void>;
    let time = BEGIN;
    beforeEach(async () => {
      time = BEGIN;
      ({ vault, dispose } = await fresh(() => time));
    });
    afterEach(() => dispose());
    const values = async (space: string, ...keys: string[]) => Object.fromEntries((await vault.getMany(space, keys)).map(({ key, value }) => [key, value]));

    it('lets the first putIfAbsent win and tells everybody the winner, in the order asked, in its own space only', async () => {
      await vault.putIfAbsent('a', [{ key: 'two', value: 'earlier' }]);
      expect(await vault.putIfAbsent('a', [{ key: 'one', value: 'mine' }, { key: 'two', value: 'mine' }])).toEqual([
        { key: 'one', value: 'mine', inserted: true },
        { key: 'two', value: 'earlier', inserted: false },
      ]);
      expect([await values('a', 'one', 'two', 'missing'), await values('b', 'one')]).toEqual([{ one: 'mine', two: 'earlier' }, {}]);
      const racers = await Promise.all(Array.from({ length: 20 }, (_, racer) => vault.putIfAbsent('a', [{ key: 'race', value: String(racer) }])));
      expect(racers.filter(([entry]) => entry?.inserted)).toHaveLength(1);
      expect(new Set(racers.map(([entry]) => entry?.value)).size).toBe(1);
    });

    it('lets what has expired be taken anew', async () => {
      await vault.putIfAbsent('a', [{ key: 'short', value: '1', expiresAt: BEGIN + 1_000 }]);
      time = BEGIN + 999;
      expect(await values('a', 'short')).toEqual({ short: '1' });
      time = BEGIN + 1_000;
      expect(await values('a', 'short')).toEqual({});
      expect(await vault.putIfAbsent('a', [{ key: 'short', value: 'new' }])).toEqual([{ key: 'short', value: 'new', inserted: true }]);
      time = BEGIN + 8_000;
      expect(await values('a', 'short')).toEqual({ short: 'new' });
    });

    it('has nothing for nothing', async () => {
      expect(await vault.putIfAbsent('a', [])).toEqual([]);
      expect(await vault.getMany('a', [])).toEqual([]);
    });
  });
}

export function vaultContract(name: string, fresh: () => Promise<VaultUnderTest>): void {
  reservationsContract(name, async (now) => {
    const place = await fresh();
    const vault = await place.open(now);
    return {
      vault,
      async dispose() {
        await vault.close();
        await place.dispose();
      },
    };
  });

  describe(`${name} keeps the vault contract`, () => {
    let place: VaultUnderTest;
    let vault: Vault;
    let time = BEGIN;
    const now = () => time;
    beforeEach(async () => {
      time = BEGIN;
      place = await fresh();
      vault = await place.open(now);
    });
    afterEach(async () => {
      await vault.close();
      await place.dispose();
    });
    const values = async (space: string, ...keys: string[]) => Object.fromEntries((await vault.getMany(space, keys)).map(({ key, value }) => [key, value]));

    it('gives back what was put, in its own space only', async () => {
      await vault.put('a', [{ key: 'one', value: '1' }, { key: 'émoji 💡', value: '{"deep":"✓"}' }]);
      await vault.put('b', [{ key: 'one', value: 'other' }]);
      await vault.put('a', [{ key: 'one', value: 'replaced' }]);
      expect(await values('a', 'one', 'émoji 💡', 'missing')).toEqual({ one: 'replaced', 'émoji 💡': '{"deep":"✓"}' });
      expect(await values('b', 'one')).toEqual({ one: 'other' });
    });

    it('forgets what has expired, and lets it be taken anew', async () => {
      await vault.put('a', [{ key: 'short', value: '1', expiresAt: BEGIN + 1_000 }, { key: 'long', value: '2' }]);
      time = BEGIN + 999;
      expect(await values('a', 'short', 'long')).toEqual({ short: '1', long: '2' });
      time = BEGIN + 1_000;
      expect(await values('a', 'short', 'long')).toEqual({ long: '2' });
      expect((await vault.list('a')).map((entry) => entry.key)).toEqual(['long']);
      expect(await vault.putIfAbsent('a', [{ key: 'short', value: 'new' }])).toEqual([{ key: 'short', value: 'new', inserted: true }]);
      time = BEGIN + 8_000;
      expect(await values('a', 'short')).toEqual({ short: 'new' });
    });

    it('deletes, and is not surprised by what is not there', async () => {
      await vault.put('a', [{ key: 'one', value: '1' }, { key: 'two', value: '2' }]);
      await vault.delete('a', ['one', 'missing']);
      expect(await values('a', 'one', 'two')).toEqual({ two: '2' });
    });

    it('replaces what is there, where that is what was expected, in its own space only', async () => {
      await vault.put('a', [{ key: 'one', value: '1', expiresAt: BEGIN + 1_000 }]);
      await vault.put('b', [{ key: 'one', value: '1' }]);
      expect(await vault.replace('a', 'one', 'other', '2')).toBe(false);
      expect(await vault.replace('a', 'missing', '1', '2')).toBe(false);
      expect(await vault.replace('a', 'one', '1', '2')).toBe(true);
      expect(await vault.replace('a', 'one', '1', '3')).toBe(false);
      expect([await values('a', 'one', 'missing'), await values('b', 'one')]).toEqual([{ one: '2' }, { one: '1' }]);
      // It expires when it would have.
      time = BEGIN + 1_000;
      expect(await vault.replace('a', 'one', '2', '3')).toBe(false);
      expect(await values('a', 'one')).toEqual({});
    });

    it('loses none of many who replace the same at once', async () => {
      await vault.put('a', [{ key: 'sum', value: '0' }]);
      const add = async (): Promise<void> => {
        const [held] = await vault.getMany('a', ['sum']);
        const sum = held?.value as string;
        if (!(await vault.replace('a', 'sum', sum, String(Number(sum) + 1)))) await add();
      };
      await Promise.all(Array.from({ length: 20 }, add));
      expect(await values('a', 'sum')).toEqual({ sum: '20' });
    });

    it('keeps what it holds when it is scrubbed, by several at once', async () => {
      await vault.put('a', [{ key: 'one', value: '1' }]);
      await vault.delete('a', ['two']);
      await Promise.all([vault.scrub(), vault.scrub(), vault.put('a', [{ key: 'two', value: '2' }]), vault.scrub()]);
      expect(await values('a', 'one', 'two')).toEqual({ one: '1', two: '2' });
    });

    it('answers every putIfAbsent, also where others delete the same at the same moment', async () => {
      for (let round = 0; round < 30; round++) {
        const puts = Array.from({ length: 8 }, (_, racer) => vault.putIfAbsent('a', [{ key: 'one', value: `${racer}` }, { key: 'two', value: `${racer}` }]));
        const deletions = Array.from({ length: 8 }, () => vault.delete('a', ['one', 'two']));
        for (const held of await Promise.all(puts)) expect(held.map(({ key }) => key)).toEqual(['one', 'two']);
        await Promise.all(deletions);
      }
    });

    it('lists a space by key, page after page', async () => {
      expect(await vault.list('a')).toEqual([]);
      const keys = Array.from({ length: 25 }, (_, index) => `key-${String(index).padStart(3, '0')}`);
      await vault.put('a', keys.toReversed().map((key) => ({ key, value: key.slice(4) })));
      await vault.put('ab', [{ key: 'key-000', value: 'another space' }]);
      const walked: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await vault.list('a', { ...(after !== undefined && { after }), limit: 10 });
        walked.push(...page.map((entry) => entry.key));
        after = page.at(-1)?.key;
        if (page.length < 10) break;
      }
      expect(walked).toEqual(keys);
    });

    it('gives out everything there is, with where it stands and when it goes', async () => {
      await vault.put('a', [{ key: 'gone', value: '0', expiresAt: BEGIN }, { key: 'one/with slash', value: '1', expiresAt: BEGIN + 5_000 }]);
      await vault.put('b', Array.from({ length: 2_100 }, (_, index) => ({ key: `k${index}`, value: String(index) })));
      const all: StoredEntry[] = [];
      for await (const page of vault.everything()) all.push(...page);
      expect(all).toHaveLength(2_101);
      expect(all.filter(({ space }) => space === 'a')).toEqual([{ space: 'a', key: 'one/with slash', value: '1', expiresAt: BEGIN + 5_000 }]);
      expect(all.filter(({ space }) => space === 'b').map(({ key }) => key).sort()).toEqual(Array.from({ length: 2_100 }, (_, index) => `k${index}`).sort());
    });

    it('keeps everything over closing and opening', async () => {
      await vault.put('a', [{ key: 'one', value: '1' }]);
      await vault.close();
      vault = await place.open(now);
      expect(await values('a', 'one')).toEqual({ one: '1' });
    });
  });
}

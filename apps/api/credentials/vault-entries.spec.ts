import { describeOverVaults } from '../../test/vaults.js';
import { entriesUnder, takeOut } from './vault-entries.js';

describeOverVaults('Entries of the vault', (place) => {
  it('are found by the beginning of their keys, however many there are, and no others', async () => {
    const { vaults: [vault] } = place();
    const mine = Array.from({ length: 45 }, (_, index) => `b.${String(index).padStart(2, '0')}`);
    await vault.put('things', ['a.99', 'b', 'b-1', ...mine, 'b/', 'c.00'].map((key) => ({ key, value: '' })));
    for (const page of [1, 20, 45, 100]) expect((await entriesUnder(vault, 'things', 'b.', page)).map(({ key }) => key)).toEqual(mine);
    expect(await entriesUnder(vault, 'things', 'd.')).toEqual([]);
  });

  it('are taken out by one of many who try in two instances at once, and nothing of it stays', async () => {
    const { vaults, everything } = place();
    await vaults[0].put('things', [{ key: 'one', value: '1' }]);
    const got = await Promise.all(Array.from({ length: 40 }, (_, index) => takeOut(vaults[index % 2] as typeof vaults[0], 'things', 'one')));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect(await takeOut(vaults[1], 'things', 'one')).toBe(false);
    expect(await everything()).toEqual([]);
  });

  it('are not got by one who looked while another was taking them out', async () => {
    const { vaults } = place();
    await vaults[0].put('things', [{ key: 'one', value: '1' }]);
    // The second has seen the entry; before it goes on, the first takes the entry out from beginning to end.
    let first: boolean | undefined;
    const late: typeof vaults[0] = {
      ...vaults[1],
      async putIfAbsent(space, entries) {
        first ??= await takeOut(vaults[0], 'things', 'one');
        return vaults[1].putIfAbsent(space, entries);
      },
    };
    expect(await takeOut(late, 'things', 'one')).toBe(false);
    expect(first).toBe(true);
  });
});

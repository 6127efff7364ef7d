import { KeyRing } from '#event-sourcing';
import { describeOverVaults } from '../../test/vaults.js';
import { MOST_PREFERENCES, Preferences } from './preferences.js';

const anna = { accountId: 'anna', personId: 'member-anna' };
const annabel = { accountId: 'annabel', personId: 'member-annabel' };

describeOverVaults('Preferences', (place) => {
  const instance = (at: 0 | 1) => new Preferences(place().vaults[at], new KeyRing(place().vaults[at], place().masterKey));

  it('are changed one by one, by whichever instance, and told by name', async () => {
    const [here, there] = [instance(0), instance(1)];
    await Promise.all([here.change(anna, [{ name: 'theme', value: 'dark' }]), there.change(anna, [{ name: 'groups.savedQueries', value: '[1]' }])]);
    await there.change(anna, [{ name: 'theme', value: 'light' }]);
    expect(await here.of(anna)).toEqual([{ name: 'groups.savedQueries', value: '[1]' }, { name: 'theme', value: 'light' }]);
    await here.change(anna, [{ name: 'theme', value: null }, { name: 'nothing', value: null }]);
    expect(await there.of(anna)).toEqual([{ name: 'groups.savedQueries', value: '[1]' }]);
  });

  it('belong to one account', async () => {
    await instance(0).change(anna, [{ name: 'theme', value: 'dark' }]);
    expect(await instance(0).of(annabel)).toEqual([]);
  });

  it('cannot be read in the vault, and nobody else’s key opens them', async () => {
    await instance(0).change(anna, [{ name: 'members.savedQueries', value: 'words that somebody looked for' }]);
    expect(JSON.stringify(await place().everything())).not.toContain('looked for');
    await expect(instance(0).of({ ...anna, personId: annabel.personId })).rejects.toThrow();
  });

  it('are gone with the key of their person, and nothing more is kept', async () => {
    await instance(0).change(anna, [{ name: 'theme', value: 'dark' }]);
    await place().vaults[0].put('keys', [{ key: 'member:member-anna', value: JSON.stringify({ erased: true }) }]);
    await instance(0).change(anna, [{ name: 'columns', value: 'all' }]);
    expect(await instance(0).of(anna)).toEqual([]);
    expect((await place().everything()).filter(({ space }) => space === 'preferences')).toHaveLength(1);
  });

  it('are not more than a client has use for', async () => {
    const many = (from: number) => Array.from({ length: MOST_PREFERENCES }, (_, n) => ({ name: `n${from + n}`, value: 'x' }));
    expect(await instance(0).change(anna, many(0))).toBeUndefined();
    expect(await instance(0).change(anna, [{ name: 'one-more', value: 'x' }])).toMatchObject({ type: 'too-many-preferences', status: 409 });
    expect(await instance(0).change(anna, [{ name: 'n0', value: null }, { name: 'one-more', value: 'x' }])).toBeUndefined();
    expect(await instance(0).of(anna)).toHaveLength(MOST_PREFERENCES);
  });
});

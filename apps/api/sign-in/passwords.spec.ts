import { hash } from '@node-rs/argon2';
import { RefusedError, unseal, type Vault } from '#event-sourcing';
import { describeOverVaults, HOUR } from '../../test/vaults.js';
import { derivedKey } from '../settings/master-key.js';
import { Passwords } from './passwords.js';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const BERT = '01890000-0000-7000-8000-00000000000b';
const GOOD = 'correct horse battery staple';
const OTHER = 'wrong horse battery staple';
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const DEARER = { memoryCost: 128, timeCost: 2, parallelism: 1 };

describeOverVaults('Passwords', (place) => {
  const cheap = (instance: 0 | 1 = 0) => new Passwords(place().vaults[instance], place().masterKey, { parameters: CHEAP, now: place().now });
  const dearer = (vault: Vault = place().vaults[0]) => new Passwords(vault, place().masterKey, { parameters: DEARER, now: place().now });
  const hashes = async () => (await place().everything()).filter(({ value }) => value !== '').map(({ key, value }) => unseal(derivedKey(place().masterKey, 'passwords'), value, key).toString());

  it('are right or wrong, in every instance', async () => {
    await cheap().set(ANNA, GOOD);
    expect(await cheap(1).verify(ANNA, GOOD)).toBe(true);
    expect(await cheap(1).verify(ANNA, OTHER)).toBe(false);
    expect(await cheap(1).verify(BERT, GOOD)).toBe(false);
    expect(await cheap(1).verify(undefined, GOOD)).toBe(false);
  });

  it('are hashed by Argon2id with the parameters OWASP recommends', async () => {
    await new Passwords(place().vaults[0], place().masterKey).set(ANNA, GOOD);
    expect(await hashes()).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)]);
    expect(await new Passwords(place().vaults[1], place().masterKey).verify(ANNA, GOOD)).toBe(true);
    expect(await new Passwords(place().vaults[1], place().masterKey).verify(undefined, GOOD)).toBe(false);
  });

  it('are the same however their letters are put together, and every character of them counts', async () => {
    const long = `${'wintry lamp '.repeat(10)}and more`;
    await cheap().set(ANNA, 'caf\u00e9 at the harbour');
    await cheap().set(BERT, long);
    expect(await cheap().verify(ANNA, 'cafe\u0301 at the harbour')).toBe(true);
    expect(await cheap().verify(ANNA, 'cafe at the harbour')).toBe(false);
    expect(await cheap().verify(BERT, long)).toBe(true);
    expect(await cheap().verify(BERT, `${long.slice(0, -1)}f`)).toBe(false);
    expect(await cheap().verify(BERT, `${long}!`)).toBe(false);
  });

  it('give way to what was set or removed since they were compared', async () => {
    const [passwords, elsewhere] = [cheap(), cheap(1)];
    const meanwhile: [string, () => Promise<unknown>, string | undefined][] = [
      ['set', () => elsewhere.set(ANNA, 'set by link in between'), 'set by link in between'],
      ['set twice', async () => [await elsewhere.set(ANNA, 'set by link in between'), await elsewhere.set(ANNA, 'and another after it')], 'and another after it'],
      ['removed', () => elsewhere.remove(ANNA), undefined],
      ['made dearer', () => dearer(place().vaults[1]).verify(ANNA, GOOD), GOOD],
    ];
    for (const [what, happens, stays] of meanwhile) {
      await passwords.set(ANNA, GOOD);
      const version = (await passwords.check(ANNA, GOOD)) as number;
      expect([what, await passwords.isStill(ANNA, version)]).toEqual([what, true]);
      await happens();
      expect([what, await passwords.isStill(ANNA, version)]).toEqual([what, false]);
      expect([what, await passwords.putAfter(ANNA, version, await passwords.hashed(OTHER))]).toEqual([what, false]);
      expect([what, await passwords.verify(ANNA, OTHER), stays !== undefined && (await passwords.verify(ANNA, stays))]).toEqual([what, false, stays !== undefined]);
    }
    await passwords.set(ANNA, GOOD);
    expect(await passwords.putAfter(ANNA, (await passwords.check(ANNA, GOOD)) as number, await passwords.hashed(OTHER))).toBe(true);
    expect(await elsewhere.verify(ANNA, OTHER)).toBe(true);
  });

  it('are still the same where only their hash was made dearer by the comparison itself', async () => {
    await cheap().set(ANNA, GOOD);
    const version = (await dearer().check(ANNA, GOOD)) as number;
    expect(await dearer().isStill(ANNA, version)).toBe(true);
    expect(await dearer().check(ANNA, OTHER)).toBeUndefined();
  });

  it('take the same work whether there is an account, a password, a right one or an endless one', async () => {
    const passwords = cheap();
    await passwords.set(ANNA, GOOD);
    for (const [account, password] of [[ANNA, GOOD], [ANNA, OTHER], [BERT, GOOD], [undefined, GOOD], [ANNA, 'x'.repeat(100_000)]] as const) {
      const before = passwords.verifications;
      await passwords.verify(account, password);
      expect(passwords.verifications - before).toBe(1);
    }
  });

  it('replace the one before, of which nothing stays', async () => {
    await cheap().set(ANNA, GOOD);
    await cheap(1).set(ANNA, OTHER);
    expect(await cheap().verify(ANNA, GOOD)).toBe(false);
    expect(await cheap().verify(ANNA, OTHER)).toBe(true);
    expect(await place().everything()).toHaveLength(1);
  });

  it('leave one that counts when two are set at once', async () => {
    const candidates = Array.from({ length: 8 }, (_, index) => `candidate number ${index}`);
    await Promise.all(candidates.map((password, index) => cheap((index % 2) as 0 | 1).set(ANNA, password)));
    const right = await Promise.all(candidates.map((password) => cheap().verify(ANNA, password)));
    expect(right.filter(Boolean)).toHaveLength(1);
    expect(await place().everything()).toHaveLength(1);
  });

  it('are forgotten with their account, and can be set again', async () => {
    await cheap().set(ANNA, GOOD);
    await cheap().remove(ANNA);
    expect(await cheap(1).verify(ANNA, GOOD)).toBe(false);
    expect(await hashes()).toEqual([]);
    await cheap(1).set(ANNA, OTHER);
    expect(await cheap().verify(ANNA, OTHER)).toBe(true);
    await cheap().remove(ANNA);
    place().pass(HOUR);
    expect(await place().everything()).toEqual([]);
  });

  it('are hashed anew when the parameters have grown, once the right one is given', async () => {
    await cheap().set(ANNA, GOOD);
    expect(await dearer().verify(ANNA, OTHER)).toBe(false);
    expect(await hashes()).toEqual([expect.stringContaining('$m=64,t=1,p=1$')]);
    expect(await dearer().verify(ANNA, GOOD)).toBe(true);
    expect(await hashes()).toEqual([expect.stringContaining('$m=128,t=2,p=1$')]);
    expect(await dearer().verify(ANNA, GOOD)).toBe(true);
    // An instance of the release before does not make it weaker again.
    expect(await cheap().verify(ANNA, GOOD)).toBe(true);
    expect(await hashes()).toEqual([expect.stringContaining('$m=128,t=2,p=1$')]);
  });

  it.each([
    ['set', (passwords: Passwords) => passwords.set(ANNA, OTHER), true],
    ['set twice', async (passwords: Passwords) => [await passwords.set(ANNA, GOOD), await passwords.set(ANNA, OTHER)], true],
    ['removed', (passwords: Passwords) => passwords.remove(ANNA), false],
  ] as const)('stay as they were %s while the old one was being hashed anew', async (_, change, otherCounts) => {
    const [one, other] = place().vaults;
    await cheap().set(ANNA, GOOD);
    const slow: Vault = {
      ...one,
      async putIfAbsent(space, entries) {
        await change(new Passwords(other, place().masterKey, { parameters: CHEAP, now: place().now }));
        return one.putIfAbsent(space, entries);
      },
    };
    expect(await dearer(slow).verify(ANNA, GOOD)).toBe(true);
    expect(await cheap().verify(ANNA, GOOD)).toBe(false);
    expect(await cheap().verify(ANNA, OTHER)).toBe(otherCounts);
    expect((await place().everything()).length).toBe(1);
  });

  it('are the new one when the old one was hashed anew while it was being set', async () => {
    const [one, other] = place().vaults;
    await cheap().set(ANNA, GOOD);
    let renewed: boolean | undefined;
    const slow: Vault = {
      ...one,
      async putIfAbsent(space, entries) {
        renewed ??= await dearer(other).verify(ANNA, GOOD);
        return one.putIfAbsent(space, entries);
      },
    };
    await new Passwords(slow, place().masterKey, { parameters: DEARER }).set(ANNA, OTHER);
    expect(renewed).toBe(true);
    expect(await cheap().verify(ANNA, GOOD)).toBe(false);
    expect(await cheap().verify(ANNA, OTHER)).toBe(true);
  });

  it('are refused, not queued without end, when too many come at once', async () => {
    const passwords = new Passwords(place().vaults[0], place().masterKey, { parameters: CHEAP, concurrency: 1, queue: 3 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => passwords.verify(undefined, GOOD)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(6);
    for (const { reason } of refused) expect((reason as RefusedError).refusal).toMatchObject({ type: 'too-busy', status: 503 });
    expect(await passwords.verify(undefined, GOOD)).toBe(false);
  });

  it('are in the vault neither as they are nor as a hash to guess at', async () => {
    await cheap().set(ANNA, GOOD);
    const kept = JSON.stringify(await place().everything());
    for (const text of [GOOD, 'argon2', (await hash(GOOD, CHEAP)).slice(0, 12)]) expect(kept).not.toContain(text);
  });

  it('cannot be moved to another account in the vault', async () => {
    await cheap().set(ANNA, GOOD);
    const [entry] = await place().everything();
    await place().vaults[0].put('passwords', [{ key: (entry?.key as string).replace(ANNA, BERT), value: entry?.value as string }]);
    await expect(cheap().verify(BERT, GOOD)).rejects.toThrow();
  });
});

import { DAY, describeOverVaults, HOUR, MINUTE } from '../../test/vaults.js';
import { Attempts, type Scope } from './attempts.js';

const SOMEBODY = 'anna@example.org';

describeOverVaults('Attempts', (place) => {
  let one: Attempts;
  let other: Attempts;
  let account: Scope;
  let address: Scope;
  beforeEach(() => {
    [one, other] = place().vaults.map((vault) => new Attempts(vault, place().masterKey, { now: place().now })) as [Attempts, Attempts];
    account = one.accountScope(SOMEBODY);
    address = one.addressScope('192.0.2.7');
  });
  const wrong = async (attempts: Attempts, scopes: Scope[]) => attempts.begin(scopes);
  const right = async (attempts: Attempts, scopes: Scope[]) => {
    const attempt = await attempts.begin(scopes);
    if ('waitMs' in attempt) return attempt;
    await attempt.undo();
    await attempts.succeeded(scopes.find(({ kind }) => kind === 'account') as Scope);
    return undefined;
  };
  const waits = async (scopes: Scope[]) => (await other.check(scopes)).waitMs;

  it('wait after five failures, from a minute to an hour', async () => {
    for (let failure = 1; failure <= 5; failure++) {
      expect(await waits([account])).toBe(0);
      expect(await wrong(one, [account])).toHaveProperty('undo');
    }
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(await waits([account])).toBe(minutes * MINUTE);
      expect(await wrong(one, [account])).toEqual({ waitMs: minutes * MINUTE });
      place().pass(minutes * MINUTE - 1);
      expect(await wrong(other, [account])).toEqual({ waitMs: 1 });
      place().pass(1);
      expect(await wrong(one, [account])).toHaveProperty('undo');
    }
  });

  it('that are made while one has to wait make nobody wait longer, and leave nothing behind', async () => {
    for (let failure = 0; failure < 5; failure++) await wrong(one, [account]);
    for (let again = 0; again < 20; again++) await wrong(other, [account]);
    expect(await place().everything()).toHaveLength(5);
    place().pass(MINUTE);
    expect(await right(one, [account])).toBeUndefined();
  });

  it('are forgotten after a day, each by itself', async () => {
    await wrong(one, [account]);
    place().pass(HOUR);
    for (let failure = 0; failure < 4; failure++) await wrong(one, [account]);
    expect(await waits([account])).toBe(MINUTE);
    place().pass(23 * HOUR);
    await wrong(one, [account]);
    // Five are left, the last of them now.
    expect(await waits([account])).toBe(MINUTE);
    place().pass(DAY);
    expect(await waits([account])).toBe(0);
    expect(await place().everything()).toEqual([]);
  });

  it('that succeed forget the failures of the account, and not those of the address', async () => {
    for (let failure = 0; failure < 4; failure++) await wrong(one, [account, address]);
    expect(await right(one, [account, address])).toBeUndefined();
    expect(await place().everything()).toHaveLength(4);
    for (let failure = 0; failure < 4; failure++) await wrong(one, [account]);
    expect(await waits([account])).toBe(0);
  });

  it('of many accounts from one address wait after fifty failures', async () => {
    for (let failure = 0; failure < 50; failure++) await wrong(one, [one.accountScope(`somebody${failure}@example.org`), address]);
    expect(await wrong(other, [other.accountScope('next@example.org'), address])).toEqual({ waitMs: MINUTE });
    expect(await waits([other.accountScope('next@example.org')])).toBe(0);
    expect(await waits([other.addressScope('192.0.2.8')])).toBe(0);
    place().pass(MINUTE);
    await wrong(one, [address]);
    expect(await waits([address])).toBe(2 * MINUTE);
  });

  it('at once get no further than one after the other: of 50 in two instances five are let through', async () => {
    const attempts = await Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 ? one : other).begin(index % 3 ? [account, address] : [address, account])));
    expect(attempts.filter((attempt) => 'undo' in attempt)).toHaveLength(5);
    // Whoever came too late has given back the address's place.
    expect(await place().everything()).toHaveLength(10);
    place().pass(MINUTE);
    const next = await Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 ? one : other).begin([account])));
    expect(next.filter((attempt) => 'undo' in attempt)).toHaveLength(1);
  });

  it('with one that is right among many at once do not lock anybody out', async () => {
    for (let round = 0; round < 20; round++) expect(await right(round % 2 ? one : other, [account, address])).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('take back only what is theirs', async () => {
    const early = await one.begin([account]);
    await other.succeeded(account);
    await wrong(other, [account]);
    if ('undo' in early) await early.undo();
    expect(await place().everything()).toHaveLength(1);
  });

  it('count where they are told of a failure afterwards, without end but not without measure', async () => {
    for (let failure = 0; failure < 4; failure++) await one.failed([account, address]);
    expect(await waits([account, address])).toBe(0);
    await Promise.all([one.failed([account]), other.failed([account])]);
    expect(await waits([account])).toBe(2 * MINUTE);
    for (let failure = 0; failure < 100; failure++) await one.failed([account]);
    expect(await waits([account])).toBe(HOUR);
    // Eleven make the wait an hour; four are of the address.
    expect(await place().everything()).toHaveLength(11 + 4);
    place().pass(30 * MINUTE);
    await one.failed([account]);
    expect(await waits([account])).toBe(HOUR);
  });

  it('are counted for one account however its address is written, and for one thing that is guessed', async () => {
    expect(one.accountScope(' ANNA@Example.ORG ')).toEqual(account);
    expect(one.accountScope('bert@example.org')).not.toEqual(account);
    expect(one.accountScope(SOMEBODY, 'second-factor')).not.toEqual(account);
  });

  it.each([
    ['the same IPv4 address', '192.0.2.7', '192.0.2.7', true],
    ['another', '192.0.2.7', '192.0.2.8', false],
    ['the same, written as IPv6', '192.0.2.7', '::ffff:192.0.2.7', true],
    ['others written as IPv6', '::ffff:192.0.2.7', '::ffff:192.0.2.8', false],
    ['two in one /64', '2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', true],
    ['two in neighbouring /64', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['what is no address', 'unknown', 'unknown', true],
  ])('come from one network or not: %s', (_, first, second, same) => {
    expect(one.addressScope(first).id === other.addressScope(second).id).toBe(same);
  });

  it('have limits that can be set', async () => {
    const strict = new Attempts(place().vaults[0], place().masterKey, { account: { failures: 1, firstWaitMs: 10, longestWaitMs: 30, forgetMs: 1_000 }, now: place().now });
    for (const waitMs of [10, 20, 30]) {
      await wrong(strict, [account]);
      expect(await strict.check([account])).toEqual({ waitMs });
      place().pass(waitMs);
    }
  });

  it('name nobody in the vault', async () => {
    await wrong(one, [account, address]);
    const kept = JSON.stringify(await place().everything());
    for (const personal of ['anna', 'example', '192.0.2']) expect(kept).not.toContain(personal);
    expect(new Attempts(place().vaults[0], Buffer.alloc(32)).accountScope(SOMEBODY)).not.toEqual(account);
  });
});

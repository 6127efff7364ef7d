import type { Vault } from '#event-sourcing';
import { describeOverVaults, HOUR } from '../../test/vaults.js';
import { Links } from './links.js';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const BERT = '01890000-0000-7000-8000-00000000000b';
const RESET = { purpose: 'password-reset', accountId: ANNA };

describeOverVaults('Links', (place) => {
  let one: Links;
  let other: Links;
  beforeEach(() => {
    [one, other] = place().vaults.map((vault) => new Links(vault, place().masterKey, { now: place().now })) as [Links, Links];
  });

  it('tell what they are about, as often as asked, and are used once', async () => {
    const token = await one.make({ ...RESET, data: { email: 'anna@example.org' } }, HOUR);
    for (let round = 0; round < 3; round++) expect(await other.peek(token, 'password-reset')).toEqual({ accountId: ANNA, data: { email: 'anna@example.org' } });
    expect(await other.redeem(token, 'password-reset')).toEqual({ accountId: ANNA, data: { email: 'anna@example.org' } });
    expect(await one.peek(token, 'password-reset')).toBeUndefined();
    expect(await one.redeem(token, 'password-reset')).toBeUndefined();
  });

  it('are used once by many who try in two instances at once', async () => {
    const token = await one.make(RESET, HOUR);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).redeem(token, 'password-reset')));
    expect(outcomes.filter(Boolean)).toEqual([{ accountId: ANNA }]);
  });

  it('are for one purpose', async () => {
    const token = await one.make(RESET, HOUR);
    expect(await one.peek(token, 'invitation')).toBeUndefined();
    expect(await one.redeem(token, 'invitation')).toBeUndefined();
    expect(await one.redeem(token, 'password-reset')).toEqual({ accountId: ANNA });
  });

  it('expire, and leave nothing then', async () => {
    const token = await one.make(RESET, HOUR);
    place().pass(HOUR - 1);
    expect(await other.peek(token, 'password-reset')).toEqual({ accountId: ANNA });
    place().pass(1);
    expect(await other.peek(token, 'password-reset')).toBeUndefined();
    expect(await other.redeem(token, 'password-reset')).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('are replaced by a newer one of the same purpose and account, and by no other', async () => {
    const older = await one.make(RESET, HOUR);
    const invitation = await one.make({ ...RESET, purpose: 'invitation' }, HOUR);
    const berts = await one.make({ ...RESET, accountId: BERT }, HOUR);
    const newer = await other.make(RESET, HOUR);
    expect(await one.peek(older, 'password-reset')).toBeUndefined();
    expect(await one.redeem(older, 'password-reset')).toBeUndefined();
    expect(await one.redeem(newer, 'password-reset')).toEqual({ accountId: ANNA });
    expect(await one.redeem(invitation, 'invitation')).toEqual({ accountId: ANNA });
    expect(await one.redeem(berts, 'password-reset')).toEqual({ accountId: BERT });
  });

  it('leave one that counts when several are made at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).make(RESET, HOUR)));
    const found = await Promise.all(tokens.map((token) => one.peek(token, 'password-reset')));
    expect(found.filter(Boolean)).toHaveLength(1);
    await one.revokeOf(ANNA, 'password-reset');
    expect((await Promise.all(tokens.map((token) => one.redeem(token, 'password-reset')))).filter(Boolean)).toEqual([]);
  });

  it('are revoked by account and purpose', async () => {
    const [reset, invitation] = [await one.make(RESET, HOUR), await one.make({ ...RESET, purpose: 'invitation' }, HOUR)];
    await other.revokeOf(ANNA, 'password-reset');
    await other.revokeOf(BERT, 'password-reset');
    expect(await one.redeem(reset, 'password-reset')).toBeUndefined();
    expect(await one.redeem(invitation, 'invitation')).toEqual({ accountId: ANNA });
  });

  it('are not used when they were revoked meanwhile', async () => {
    const token = await one.make(RESET, HOUR);
    const [vault] = place().vaults;
    const slow: Vault = {
      ...vault,
      async putIfAbsent(space, entries) {
        await other.revokeOf(ANNA, 'password-reset');
        return vault.putIfAbsent(space, entries);
      },
    };
    expect(await new Links(slow, place().masterKey, { now: place().now }).redeem(token, 'password-reset')).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('are no other text', async () => {
    const token = await one.make(RESET, HOUR);
    const hash = (await place().everything()).find(({ space }) => space === 'links')?.key as string;
    for (const text of ['', token.slice(1), `x${token.slice(1)}`, hash]) expect(await one.redeem(text, 'password-reset')).toBeUndefined();
  });

  it('are in the vault without their token, and what they are about is sealed', async () => {
    const token = await one.make({ ...RESET, data: { email: 'anna@example.org' } }, HOUR);
    const kept = JSON.stringify(await place().everything());
    for (const text of [token, 'anna@example.org']) expect(kept).not.toContain(text);
  });
});

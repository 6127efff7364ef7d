import { randomBytes } from 'node:crypto';
import type { Actor } from '#event-sourcing';
import { DAY, describeOverVaults, HOUR, MINUTE, START } from '../../test/vaults.js';
import { AccessRecords, EVERYBODY } from './access-records.js';

const BEN = '01890000-0000-7000-8000-00000000000b';
const CLEO = '01890000-0000-7000-8000-00000000000c';
const actor: Actor = { kind: 'member', id: CLEO, role: 'member', via: 'console' };
const cleo = { actor };
const page = { memberId: BEN, what: 'page' as const };

describeOverVaults('Access records', (place) => {
  const key = randomBytes(32);
  let one: AccessRecords;
  let other: AccessRecords;
  beforeEach(() => {
    [one, other] = place().vaults.map((vault) => new AccessRecords(vault, key, { now: place().now })) as [AccessRecords, AccessRecords];
  });
  afterEach(() => Promise.all([one.stop(), other.stop()]));

  const listed = async (memberId = BEN, limit = 10) => {
    await Promise.all([one.flush(), other.flush()]);
    return (await one.list(memberId, { limit })).items;
  };

  it('go on for an hour from the first read, with the last address, and begin anew after it', async () => {
    one.note(cleo, '192.0.2.1', page);
    await one.flush();
    place().pass(59 * MINUTE);
    one.note(cleo, '192.0.2.2', page);
    place().pass(MINUTE);
    one.note(cleo, '192.0.2.3', page);
    expect((await listed()).map(({ firstAt, lastAt, count, address }) => [firstAt - START, lastAt - START, count, address])).toEqual([
      [HOUR, HOUR, 1, '192.0.2.3'],
      [0, 59 * MINUTE, 2, '192.0.2.2'],
    ]);
  });

  it('count one look for what is read again within ten seconds, and each reveal', async () => {
    for (let time = 0; time < 3; time++) {
      for (let part = 0; part < 7; part++) one.note(cleo, '192.0.2.1', { ...page, what: 'progress' });
      place().pass(9_999);
      one.note(cleo, '192.0.2.1', { ...page, what: 'progress' });
      place().pass(1);
    }
    for (let time = 0; time < 2; time++) one.note(cleo, '192.0.2.1', { ...page, what: 'reveal', reason: 'one' });
    expect((await listed()).map(({ what, count }) => [what, count])).toEqual([['reveal', 2], ['progress', 3]]);
  });

  it('are apart for each reader, key, member, kind of reading and reason', async () => {
    one.note(cleo, '192.0.2.1', page);
    one.note({ actor: { ...actor, via: 'api' }, key: { id: BEN, name: 'Phone' } }, '192.0.2.1', page);
    one.note({ actor: { ...actor, id: BEN } }, '192.0.2.1', page);
    one.note(cleo, '192.0.2.1', { ...page, what: 'timeline' });
    for (const reason of ['one', 'two']) one.note(cleo, '192.0.2.1', { ...page, what: 'reveal', reason });
    one.note(cleo, '192.0.2.1', { ...page, memberId: CLEO });
    expect(await listed()).toHaveLength(6);
    expect(await listed(CLEO)).toHaveLength(1);
  });

  it('are kept by every instance, none over another’s', async () => {
    one.note(cleo, '192.0.2.1', page);
    other.note(cleo, '192.0.2.2', page);
    expect((await listed()).map(({ address }) => address).sort()).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  it('go after a year', async () => {
    one.note(cleo, '192.0.2.1', page);
    expect(await listed()).toHaveLength(1);
    place().pass(365 * DAY - 1);
    expect(await listed()).toHaveLength(1);
    place().pass(1);
    expect(await listed()).toEqual([]);
  });

  it('of everybody come among those of each, newest first, page after page', async () => {
    for (const [memberId, reason] of [[BEN, 'a'], [EVERYBODY, 'b'], [CLEO, 'c'], [BEN, 'd'], [EVERYBODY, 'e']] as const) {
      one.note(cleo, '192.0.2.1', { memberId, what: 'export', reason });
      place().pass(1);
    }
    expect((await listed()).map(({ reason, everybody }) => [reason, everybody])).toEqual([['e', true], ['d', false], ['b', true], ['a', false]]);
    const first = await one.list(BEN, { limit: 3 });
    expect(first.items.map(({ reason }) => reason)).toEqual(['e', 'd', 'b']);
    const second = await one.list(BEN, { limit: 3, after: first.next });
    expect([second.items.map(({ reason }) => reason), second.next]).toEqual([['a'], undefined]);
  });

  it('keep addresses, names of keys and reasons sealed', async () => {
    one.note({ actor, key: { id: BEN, name: 'Secret purpose' } }, '192.0.2.99', { ...page, reason: 'a private reason' });
    await one.flush();
    const text = JSON.stringify(await place().everything());
    expect(text).toContain(CLEO);
    for (const hidden of ['192.0.2.99', 'Secret purpose', 'a private reason']) expect(text).not.toContain(hidden);
  });

  it('are written at once when there are many, and tried again when they could not be', async () => {
    const vault = place().vaults[0];
    const parts: number[] = [];
    let away = true;
    const errors: unknown[] = [];
    const records = new AccessRecords(
      { ...vault, put: (space, entries) => (away ? Promise.reject(new Error('away')) : (parts.push(entries.length), vault.put(space, entries))) },
      key,
      { now: place().now, everyMs: HOUR, onError: (error) => errors.push(error) },
    );
    records.note(cleo, '192.0.2.1', page);
    await records.flush();
    expect(errors).toEqual([new Error('away')]);
    expect(await records.list(BEN, { limit: 10 })).toEqual({ items: [], next: undefined });
    away = false;
    for (let index = 0; index < 499; index++) records.note(cleo, '192.0.2.1', { ...page, what: 'reveal', reason: String(index) });
    await records.stop();
    expect(parts).toEqual([500]);
    expect((await records.list(BEN, { limit: 1_000 })).items).toHaveLength(500);
  });
});

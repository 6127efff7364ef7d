import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '#event-sourcing';
import { openSqliteVault } from '#stores/sqlite';
import { DAY, describeOverVaults, HOUR, MINUTE, START } from '../../test/vaults.js';
import { Sessions, type NewSession } from './sessions.js';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const BERT = '01890000-0000-7000-8000-00000000000b';

function aSession(changes: Partial<NewSession> = {}): NewSession {
  return { accountId: ANNA, epoch: 3, stage: 'signed-in', address: '192.0.2.7', userAgent: 'Firefox on Linux', ...changes };
}

describeOverVaults('Sessions', (place) => {
  let one: Sessions;
  let other: Sessions;
  beforeEach(() => {
    [one, other] = place().vaults.map((vault) => new Sessions(vault, { now: place().now })) as [Sessions, Sessions];
  });

  it('are found by their token, in every instance, with what was known when they were opened', async () => {
    const { token, session } = await one.open(aSession());
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(session).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/), accountId: ANNA, epoch: 3, stage: 'signed-in', address: '192.0.2.7', userAgent: 'Firefox on Linux',
      createdAt: START, lastSeenAt: START, authenticatedAt: START,
    });
    expect(await other.find(token)).toEqual(session);
  });

  it('are found by no other text', async () => {
    const { token, session } = await one.open(aSession());
    const hash = (await place().everything()).find(({ key }) => key.length === 43)?.key as string;
    for (const text of ['', token.slice(1), `${token}=`, `x${token.slice(1)}`, session.id, hash, `${hash}.seen`]) expect(await one.find(text)).toBeUndefined();
  });

  it('end when nobody used them for eight hours, and last as long as somebody does', async () => {
    const { token } = await one.open(aSession());
    for (let hour = 0; hour < 24; hour += 6) {
      place().pass(6 * HOUR);
      expect((await other.find(token))?.lastSeenAt).toBe(place().now());
    }
    place().pass(8 * HOUR - 1);
    expect(await one.find(token)).toBeDefined();
    place().pass(8 * HOUR);
    expect(await one.find(token)).toBeUndefined();
  });

  it('end after 30 days, however much they are used and renewed', async () => {
    let { token } = await one.open(aSession());
    for (let elapsed = 0; elapsed < 30 * DAY - 6 * HOUR; elapsed += 6 * HOUR) {
      place().pass(6 * HOUR);
      expect(await one.find(token)).toBeDefined();
      if (elapsed === 15 * DAY) token = (await other.renew(token, {}))?.token as string;
    }
    place().pass(6 * HOUR - 1);
    expect(await one.find(token)).toBeDefined();
    place().pass(1);
    expect(await one.find(token)).toBeUndefined();
    expect(await one.listOf(ANNA)).toEqual([]);
    expect(await place().everything()).toEqual([]);
  });

  it('that wait for the second factor end after ten minutes', async () => {
    const waiting = await one.open(aSession({ stage: 'second-factor' }));
    const passed = await one.open(aSession({ stage: 'second-factor' }));
    place().pass(10 * MINUTE - 1);
    expect((await one.find(waiting.token))?.stage).toBe('second-factor');
    const full = await one.renew(passed.token, { stage: 'signed-in' });
    place().pass(1);
    expect(await one.find(waiting.token)).toBeUndefined();
    expect(await one.renew(waiting.token, { stage: 'signed-in' })).toBeUndefined();
    expect((await other.find(full?.token as string))?.stage).toBe('signed-in');
  });

  it('note when they were used once a minute at most', async () => {
    let written = 0;
    const counting: Vault = {
      ...place().vaults[0],
      put(space, entries) {
        written++;
        return place().vaults[0].put(space, entries);
      },
    };
    const sessions = new Sessions(counting, { now: place().now });
    const { token } = await one.open(aSession());
    for (let second = 0; second <= 120; second++) {
      await sessions.find(token);
      place().pass(1_000);
    }
    expect(written).toBe(2);
  });

  it('are read on where nothing can be written', async () => {
    const { token } = await one.open(aSession());
    place().pass(HOUR);
    const full = new Sessions({ ...place().vaults[0], put: () => Promise.reject(new Error('the disk is full')) }, { now: place().now });
    expect(await full.find(token)).toBeDefined();
  });

  it('end at once in every instance, and only the one that was meant', async () => {
    const [ended, left] = [await one.open(aSession()), await one.open(aSession())];
    await other.end(ended.token);
    expect(await one.find(ended.token)).toBeUndefined();
    expect(await one.find(left.token)).toBeDefined();
    await other.end('no token');
  });

  it('are not brought back by being used while they end', async () => {
    const { token } = await one.open(aSession());
    place().pass(2 * MINUTE);
    const slow: Vault = {
      ...place().vaults[0],
      async put(space, entries) {
        await other.end(token);
        await place().vaults[0].put(space, entries);
      },
    };
    await new Sessions(slow, { now: place().now }).find(token);
    expect(await one.find(token)).toBeUndefined();
    expect(await one.listOf(ANNA)).toEqual([]);
    place().pass(8 * HOUR);
    expect(await place().everything()).toEqual([]);
  });

  it('get a new token and id when they are renewed, and the old token ends', async () => {
    const old = await one.open(aSession());
    place().pass(HOUR);
    const renewed = await other.renew(old.token, { authenticatedAt: place().now(), epoch: 4, address: '2001:db8::1' });
    expect(renewed?.session).toEqual({ ...old.session, id: renewed?.session.id, epoch: 4, address: '2001:db8::1', authenticatedAt: START + HOUR, lastSeenAt: START + HOUR });
    expect(renewed?.session.id).not.toBe(old.session.id);
    expect(await one.find(old.token)).toBeUndefined();
    expect(await one.find(renewed?.token as string)).toEqual(renewed?.session);
    expect(await one.listOf(ANNA)).toEqual([renewed?.session]);
    expect(await place().everything()).toHaveLength(3);
  });

  it('are renewed once by two who try at once', async () => {
    const { token } = await one.open(aSession({ stage: 'second-factor' }));
    const renewed = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).renew(token, { stage: 'signed-in' })));
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect(await one.listOf(ANNA)).toHaveLength(1);
  });

  it('are over when they were ended while they were being renewed', async () => {
    for (const end of [(token: string) => other.end(token), () => other.endAllOf(ANNA)]) {
      const { token } = await one.open(aSession());
      let written = false;
      const slow: Vault = {
        ...place().vaults[0],
        async put(space, entries) {
          if (!written) await end(token);
          written = true;
          await place().vaults[0].put(space, entries);
        },
      };
      expect(await new Sessions(slow, { now: place().now }).renew(token, {})).toBeUndefined();
      expect(await one.listOf(ANNA)).toEqual([]);
      expect(await place().everything()).toEqual([]);
    }
  });

  it('all end, also one that was renewed while they were being ended', async () => {
    const { token } = await one.open(aSession());
    let renewed: string | undefined;
    const slow: Vault = {
      ...place().vaults[0],
      async delete(space, keys) {
        renewed ??= (await other.renew(token, {}))?.token;
        await place().vaults[0].delete(space, keys);
      },
    };
    await new Sessions(slow, { now: place().now }).endAllOf(ANNA);
    expect(renewed).toBeDefined();
    expect(await one.find(renewed as string)).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('are listed for their account, the one used last first, and ended by their id', async () => {
    const first = await one.open(aSession({ userAgent: 'phone' }));
    place().pass(MINUTE);
    const second = await one.open(aSession({ userAgent: 'laptop' }));
    await one.open(aSession({ accountId: BERT }));
    expect((await other.listOf(ANNA)).map(({ userAgent }) => userAgent)).toEqual(['laptop', 'phone']);
    place().pass(MINUTE);
    await one.find(first.token);
    expect((await other.listOf(ANNA)).map(({ userAgent }) => userAgent)).toEqual(['phone', 'laptop']);
    expect(await other.endById(BERT, second.session.id)).toBe(false);
    expect(await other.endById(ANNA, second.session.id)).toBe(true);
    expect(await other.endById(ANNA, second.session.id)).toBe(false);
    expect(await one.find(second.token)).toBeUndefined();
    expect(await one.listOf(ANNA)).toHaveLength(1);
    place().pass(8 * HOUR);
    expect(await one.listOf(ANNA)).toEqual([]);
  });

  it('all end but the one that is kept, of this account and no other', async () => {
    const opened = await Promise.all(Array.from({ length: 30 }, () => one.open(aSession())));
    const bert = await one.open(aSession({ accountId: BERT }));
    const kept = opened[7] as (typeof opened)[0];
    await other.endAllOf(ANNA, kept.session.id);
    expect((await Promise.all(opened.map(({ token }) => one.find(token)))).filter(Boolean)).toEqual([kept.session]);
    await other.endAllOf(ANNA);
    expect(await one.find(kept.token)).toBeUndefined();
    expect(await one.find(bert.token)).toBeDefined();
  });

  it('show what a client says about itself on one line of 200 characters', async () => {
    const { session } = await one.open(aSession({ userAgent: `Fire\u0000fox\r\n\u202e${'😀'.repeat(300)}` }));
    expect(session.userAgent).toBe(`Firefox${'😀'.repeat(193)}`);
  });

  it('are in the vault without their token, and forget where they were used when nobody comes back', async () => {
    const { token } = await one.open(aSession());
    expect(JSON.stringify(await place().everything())).not.toContain(token);
    place().pass(8 * HOUR);
    const kept = JSON.stringify(await place().everything());
    for (const personal of ['192.0.2.7', 'Firefox']) expect(kept).not.toContain(personal);
    place().pass(30 * DAY);
    expect(await place().everything()).toEqual([]);
  });

  it('are found and renewed by their id too, where they can still be used, and only among those of their account', async () => {
    const { token, session } = await one.open(aSession({ stage: 'second-factor' }));
    expect(await other.findById(ANNA, session.id)).toEqual(session);
    for (const [account, id] of [[BERT, session.id], [ANNA, 'another'], ['', '']] as const) {
      expect(await other.findById(account, id)).toBeUndefined();
      expect(await other.renewById(account, id, {})).toBeUndefined();
    }
    place().pass(MINUTE);
    const renewed = await other.renewById(ANNA, session.id, { authenticatedAt: place().now() });
    expect(renewed?.session).toMatchObject({ stage: 'second-factor', authenticatedAt: place().now() });
    expect(await one.find(renewed?.token as string)).toEqual(renewed?.session);
    expect([await one.find(token), await one.findById(ANNA, session.id), await one.renewById(ANNA, session.id, {})]).toEqual([undefined, undefined, undefined]);
    place().pass(8 * HOUR);
    expect(await one.findById(ANNA, renewed?.session.id as string)).toBeUndefined();
  });
});

describe('Sessions in a vault that nobody else writes', () => {
  let folder: string;
  let vault: Vault;
  let reads: number;
  let time = START;
  /** Awaited before an answer of the vault is given. */
  let meanwhile: (() => Promise<void>) | undefined;
  let sessions: Sessions;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocon-sessions-'));
    const embedded = await openSqliteVault({ file: join(folder, 'vault.db'), now: () => time });
    reads = 0;
    vault = {
      ...embedded,
      async getMany(space, keys) {
        reads++;
        const found = await embedded.getMany(space, keys);
        const act = meanwhile;
        meanwhile = undefined;
        await act?.();
        return found;
      },
    };
    sessions = new Sessions(vault, { now: () => time });
  });
  afterEach(async () => {
    await vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read once, and end at once all the same', async () => {
    const { token, session } = await sessions.open(aSession());
    for (let round = 0; round < 5; round++) expect(await sessions.find(token)).toEqual(session);
    expect(reads).toBe(1);
    await sessions.endById(ANNA, session.id);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('expire while they are remembered', async () => {
    const { token } = await sessions.open(aSession());
    await sessions.find(token);
    time += 8 * HOUR;
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('are not remembered when they ended while they were being read', async () => {
    const { token } = await sessions.open(aSession());
    meanwhile = () => sessions.end(token);
    await sessions.find(token);
    expect(await sessions.find(token)).toBeUndefined();
  });
});

/** Who a request is from: over the log, and each kind of vault. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner, EventCatalogue, EventCodec, isRefusal, KeyRing, newId, plus, type Actor, type CommandDefinition } from '#event-sourcing';
import * as commands from '#features/accounts/accounts.decider.js';
import { accountEvents } from '#features/accounts/accounts.events.js';
import { registerMember } from '#features/members/members.decider.js';
import { memberEvents } from '#features/members/members.events.js';
import { openSqliteLog, type SqliteLog } from '#stores/sqlite';
import { DAY, describeOverVaults, HOUR, MINUTE } from '../../test/vaults.js';
import { Sessions, type Stage } from './sessions.js';
import { ApiKeys, type KeyRequest } from './api-keys.js';
import { Credentials } from './credentials.js';

const ADA = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const BEN = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const FROM = '192.0.2.7';
const service: Actor = { kind: 'system', id: 'spec', role: 'system', via: 'cli' };

describeOverVaults('Credentials', (place) => {
  let folder: string;
  let log: SqliteLog;
  let runner: CommandRunner;
  let apiKeys: ApiKeys;
  let sessions: Sessions;
  let credentials: Credentials;
  let other: Credentials;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocon-credentials-'));
    log = await openSqliteLog({ file: join(folder, 'log.db') });
    const codec = new EventCodec(new EventCatalogue([...accountEvents, ...memberEvents]), new KeyRing(place().vaults[0], randomBytes(32)));
    runner = new CommandRunner({ log, codec, clock, authorise: async () => undefined });
    const over = (vault: 0 | 1) => {
      const kept = [new ApiKeys(place().vaults[vault]), new Sessions(place().vaults[vault], { now: place().now })] as const;
      return [...kept, new Credentials(...kept, runner, place().now)] as const;
    };
    [apiKeys, sessions, credentials] = over(0);
    [, , other] = over(1);
    for (const [memberId, displayName] of [[ADA, 'Ada'], [BEN, 'Ben']] as const) await give(registerMember, { memberId, displayName });
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const clock = () => new Date(place().now()).toISOString();
  async function give<I>(command: CommandDefinition<I, any, any>, input: object): Promise<void> {
    const outcome = await runner.execute(command, command.input.parse(input), { actor: service });
    if (isRefusal(outcome)) throw new Error(outcome.type);
  }
  async function account(more: { memberId?: string; role?: 'administrator' | 'auditor' } = {}): Promise<string> {
    const accountId = newId();
    await give(commands.inviteAccount, { accountId, email: 'a@example.org', ...more });
    await give(commands.openAccount, { accountId, by: 'invitation' });
    return accountId;
  }
  const key = async (request: Omit<KeyRequest, 'name'>) => {
    const made = await apiKeys.create({ name: 'k', ...request }, clock());
    return { id: made.key.id, headers: { authorization: `Bearer ${made.secret}` } };
  };
  const session = async (accountId: string, { stage = 'signed-in' as Stage, epoch = 0 } = {}) => {
    const { token } = await sessions.open({ accountId, epoch, stage, address: FROM, userAgent: 'spec' });
    return { token, headers: { cookie: `__Host-relocon=${token}` } };
  };
  type Headers = { authorization?: string; cookie?: string };
  /** Who it is, on both instances alike. */
  const who = async (headers: Headers) => {
    const [here, there] = [await credentials.of(headers, FROM), await other.of(headers, FROM)];
    expect(there?.actor).toEqual(here?.actor);
    return here?.actor;
  };

  describe('of a key', () => {
    it('name who it acts as, what it may, and whose it is', async () => {
      const ada = await account({ memberId: ADA, role: 'administrator' });
      const [hers, admins] = [await key({ memberId: ADA, accountId: ada }), await key({ role: 'admin', accountId: ada, scopes: ['members:read'] })];
      expect(await who(hers.headers)).toEqual({ kind: 'member', id: ADA, role: 'member', via: 'api' });
      expect(await who(admins.headers)).toEqual({ kind: 'key', id: admins.id, role: 'admin', via: 'api' });
      const found = await credentials.of(admins.headers, FROM);
      expect(found).toMatchObject({ accountId: ada, key: { id: admins.id, name: 'k' }, account: { memberId: ADA, roles: ['administrator'] } });
      expect([found?.scopes?.has('members:read'), found?.scopes?.has('members:write'), found?.session]).toEqual([true, false, undefined]);
    });

    it('need none of an account where the installation made it', async () => {
      const installed = await key({ role: 'integrator' });
      expect(await who(installed.headers)).toEqual({ kind: 'key', id: installed.id, role: 'integrator', via: 'api' });
      expect((await credentials.of(installed.headers, FROM))?.account).toBeUndefined();
    });

    it('end with the role that its owner’s account had, each key by what it needs', async () => {
      const ada = await account({ memberId: ADA, role: 'administrator' });
      const made = { admin: await key({ role: 'admin', accountId: ada }), auditor: await key({ role: 'auditor', accountId: ada }), integrator: await key({ role: 'integrator', accountId: ada }), hers: await key({ memberId: ADA, accountId: ada }) };
      const valid = async () => (await Promise.all(Object.entries(made).map(async ([name, { headers }]) => ((await who(headers)) ? name : undefined)))).filter((name) => name !== undefined);
      expect(await valid()).toEqual(['admin', 'auditor', 'integrator', 'hers']);
      await give(commands.revokeRole, { accountId: ada, role: 'administrator' });
      expect(await valid()).toEqual(['hers']);
      await give(commands.grantRole, { accountId: ada, role: 'administrator' });
      expect(await valid()).toEqual(['admin', 'auditor', 'integrator', 'hers']);
    });

    it('of an auditor’s account are an auditor’s alone', async () => {
      const nora = await account({ role: 'auditor' });
      expect(await who((await key({ role: 'auditor', accountId: nora })).headers)).toMatchObject({ role: 'auditor' });
      for (const role of ['admin', 'integrator'] as const) expect(await who((await key({ role, accountId: nora })).headers)).toBeUndefined();
    });

    it('end with its owner’s account, and come back with it; there is none without the account', async () => {
      const ada = await account({ memberId: ADA });
      const { headers } = await key({ memberId: ADA, accountId: ada });
      await give(commands.disableAccount, { accountId: ada });
      expect(await who(headers)).toBeUndefined();
      await give(commands.enableAccount, { accountId: ada });
      expect(await who(headers)).toMatchObject({ id: ADA });
      expect(await who((await key({ memberId: ADA, accountId: newId() })).headers)).toBeUndefined();
      const waiting = newId();
      await give(commands.inviteAccount, { accountId: waiting, email: 'b@example.org', memberId: BEN });
      expect(await who((await key({ memberId: BEN, accountId: waiting })).headers)).toBeUndefined();
    });

    it('act as no member but its owner', async () => {
      const ada = await account({ memberId: ADA, role: 'administrator' });
      expect(await who((await key({ memberId: BEN, accountId: ada })).headers)).toBeUndefined();
      expect(await who((await key({ memberId: BEN, accountId: await account() })).headers)).toBeUndefined();
    });

    it('are not ended by what ends sessions', async () => {
      const ada = await account({ memberId: ADA });
      const { headers } = await key({ memberId: ADA, accountId: ada });
      await give(commands.notePasswordChange, { accountId: ada, how: 'changed' });
      await give(commands.endSessions, { accountId: ada });
      expect(await who(headers)).toMatchObject({ id: ADA });
    });

    it('end at its time, when it is revoked, and with another secret once the overlap is over', async () => {
      const [expiring, revoked, rotated] = [await key({ role: 'auditor', days: 1 }), await key({ role: 'auditor' }), await key({ role: 'auditor' })];
      await apiKeys.revoke(revoked.id, clock());
      expect(await who(revoked.headers)).toBeUndefined();
      const made = await apiKeys.rotate(rotated.id, { now: clock(), expiresAt: plus(clock(), 90 * DAY), oldUntil: plus(clock(), HOUR) });
      const renewed = { authorization: `Bearer ${made?.secret}` };
      expect(await Promise.all([who(rotated.headers), who(renewed)])).toEqual([{ kind: 'key', id: rotated.id, role: 'auditor', via: 'api' }, { kind: 'key', id: rotated.id, role: 'auditor', via: 'api' }]);
      place().pass(HOUR - 1);
      expect(await who(rotated.headers)).toBeDefined();
      place().pass(1);
      expect(await Promise.all([who(rotated.headers), who(renewed)])).toEqual([undefined, expect.objectContaining({ id: rotated.id })]);
      place().pass(23 * HOUR - 1);
      expect(await who(expiring.headers)).toBeDefined();
      place().pass(1);
      expect(await who(expiring.headers)).toBeUndefined();
    });
  });

  describe('of a key that is listed', () => {
    /** Keys in a vault that writes when it is told to, or not at all. */
    const inSlowVault = (write: () => Promise<void>) => {
      const [vault] = place().vaults;
      return new ApiKeys(Object.assign(Object.create(vault) as typeof vault, { put: async (...given: Parameters<typeof vault.put>) => write().then(() => vault.put(...given)) }));
    };
    it('show every use that was answered before, however long it takes to note', async () => {
      let write = (): void => undefined;
      const slow = inSlowVault(() => new Promise((go) => (write = go)));
      const { key: used } = await slow.create({ name: 'k', role: 'auditor' }, clock());
      slow.used(used, FROM, place().now());
      const listed = slow.list();
      write();
      expect(await listed).toMatchObject([{ id: used.id, lastUsedAt: clock(), lastUsedFrom: FROM }]);
    });
    it('are listed without a use that could not be noted', async () => {
      const full = inSlowVault(() => Promise.reject(new Error('no room')));
      const { key: used } = await full.create({ name: 'k', role: 'auditor' }, clock());
      full.used(used, FROM, place().now());
      expect(await full.list()).toEqual([used]);
    });
  });

  describe('of a session', () => {
    it('name the member its account belongs to, or the account, in the role it has today', async () => {
      const [ada, nora, zoe, max] = [await account({ memberId: ADA }), await account({ role: 'auditor' }), await account({ role: 'administrator' }), await account()];
      expect(await who((await session(ada)).headers)).toEqual({ kind: 'member', id: ADA, role: 'member', via: 'console' });
      expect(await who((await session(nora, { epoch: 1 })).headers)).toEqual({ kind: 'account', id: nora, role: 'auditor', via: 'console' });
      expect(await who((await session(zoe, { epoch: 1 })).headers)).toEqual({ kind: 'account', id: zoe, role: 'admin', via: 'console' });
      expect(await who((await session(max)).headers)).toEqual({ kind: 'account', id: max, role: 'member', via: 'console' });
    });

    it('are none of another epoch, neither older nor ahead', async () => {
      const ada = await account({ memberId: ADA });
      const { headers } = await session(ada);
      expect(await who((await session(ada, { epoch: 1 })).headers)).toBeUndefined();
      expect(await who(headers)).toBeDefined();
      await give(commands.endSessions, { accountId: ada });
      expect(await who(headers)).toBeUndefined();
    });

    it('end with the account for good, whether it comes back or not, and there is none before it was opened', async () => {
      const ada = await account({ memberId: ADA });
      const { headers } = await session(ada);
      await give(commands.disableAccount, { accountId: ada });
      expect(await who(headers)).toBeUndefined();
      expect(await who((await session(ada, { epoch: 1 })).headers)).toBeUndefined();
      await give(commands.enableAccount, { accountId: ada });
      expect(await who(headers)).toBeUndefined();
      const waiting = newId();
      await give(commands.inviteAccount, { accountId: waiting, email: 'b@example.org' });
      expect(await who((await session(waiting)).headers)).toBeUndefined();
      expect(await who((await session(newId())).headers)).toBeUndefined();
    });

    it('say how far signing in has come, for the guard to let nobody further', async () => {
      const ada = await account({ memberId: ADA });
      for (const stage of ['second-factor', 'enrol', 'signed-in'] as const) expect((await credentials.of((await session(ada, { stage })).headers, FROM))?.session?.stage).toBe(stage);
    });

    it('end when it is ended, renewed, or nobody used it', async () => {
      const ada = await account({ memberId: ADA });
      const [ended, renewed, idle] = [await session(ada), await session(ada), await session(ada)];
      await sessions.end(ended.token);
      const after = await sessions.renew(renewed.token, {});
      expect(await Promise.all([who(ended.headers), who(renewed.headers)])).toEqual([undefined, undefined]);
      expect(await who({ cookie: `__Host-relocon=${after?.token}` })).toBeDefined();
      place().pass(8 * HOUR - MINUTE);
      expect(await who(idle.headers)).toBeDefined();
      place().pass(8 * HOUR);
      expect(await who(idle.headers)).toBeUndefined();
    });

    it('come of its own cookie alone', async () => {
      const { token } = await session(await account({ memberId: ADA }));
      for (const cookie of [`relocon=${token}`, `__Secure-relocon=${token}`, `__Host-relocon-provider=${token}`, `x__Host-relocon=${token}`, '__Host-relocon=', `__Host-relocon=${token.slice(1)}`, `other=__Host-relocon=${token}`]) expect([cookie, await who({ cookie })]).toEqual([cookie, undefined]);
      expect(await who({ cookie: `a=b; __Host-relocon=${token}; c=d` })).toBeDefined();
    });
  });

  it('are the key’s where both are sent, and never the cookie’s where the key is none', async () => {
    const { headers } = await session(await account({ memberId: ADA }));
    const installed = await key({ role: 'auditor' });
    expect(await who({ ...headers, ...installed.headers })).toEqual({ kind: 'key', id: installed.id, role: 'auditor', via: 'api' });
    await apiKeys.revoke(installed.id, clock());
    for (const authorization of [installed.headers.authorization, 'Bearer nonsense', 'Basic YTpi', '']) expect([authorization, await who({ ...headers, authorization })]).toEqual([authorization, undefined]);
    expect(await who(headers)).toMatchObject({ id: ADA });
    expect(await who({})).toBeUndefined();
  });
});

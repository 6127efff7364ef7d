/** Addresses of calendars: over the log, and each kind of vault, as two instances of the service have them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandRunner, defineCommand, EventCatalogue, EventCodec, isRefusal, KeyRing, newId, type Actor, type CommandDefinition } from '#event-sourcing';
import { disableAccount, enableAccount, inviteAccount, openAccount } from '#features/accounts/accounts.decider.js';
import { accountEvents } from '#features/accounts/accounts.events.js';
import { calendarEvents } from '#features/calendars/calendars.events.js';
import { foundGroup } from '#features/groups/groups.decider.js';
import { groupEvents } from '#features/groups/groups.events.js';
import { members, registerMember } from '#features/members/members.decider.js';
import { memberEvents, PersonalDataErased } from '#features/members/members.events.js';
import { joinGroup, leaveGroup } from '#features/memberships/memberships.decider.js';
import { membershipEvents } from '#features/memberships/memberships.events.js';
import { openSqliteLog } from '#stores/sqlite';
import { describeOverVaults } from '../../test/vaults.js';
import { authorise } from '../platform/authorise.js';
import { Calendars } from './calendars.js';

const ADA = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const BEN = '019a9d2c-7b40-7c3e-9f21-00000000000b';
const service: Actor = { kind: 'system', id: 'spec', role: 'system', via: 'cli' };
const by = (memberId: string, more: Partial<Actor> = {}) => ({ actor: { kind: 'member', id: memberId, role: 'member', via: 'console', ...more } as Actor, fromAddress: '192.0.2.7' });
const erase = defineCommand(members, { name: 'erase', input: z.strictObject({ memberId: z.uuid() }), id: ({ memberId }) => memberId, policy: { allow: [] }, refusals: [], decide: ({ memberId }, _state, { now }) => [PersonalDataErased.at(now, { memberId })] });

describeOverVaults('Calendars', (place) => {
  let folder: string;
  let close: () => Promise<void>;
  let runner: CommandRunner;
  let here: Calendars;
  let there: Calendars;
  let accountId: string;
  let groupId: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocon-calendars-'));
    const log = await openSqliteLog({ file: join(folder, 'log.db') });
    close = () => log.close();
    const codec = new EventCodec(new EventCatalogue([...accountEvents, ...memberEvents, ...membershipEvents, ...groupEvents, ...calendarEvents]), new KeyRing(place().vaults[0], randomBytes(32)));
    runner = new CommandRunner({ log, codec, clock: () => new Date(place().now()).toISOString(), authorise });
    [here, there] = place().vaults.map((vault) => new Calendars(vault, runner)) as [Calendars, Calendars];
    for (const [memberId, displayName] of [[ADA, 'Ada'], [BEN, 'Ben']] as const) await give(registerMember, { memberId, displayName });
    [accountId, groupId] = [newId(), newId()];
    await give(inviteAccount, { accountId, email: 'ada@example.org', memberId: ADA });
    await give(openAccount, { accountId, by: 'invitation' });
    await give(foundGroup, { groupId, name: 'G', timeZone: 'UTC' });
    await give(joinGroup, { groupId, memberId: ADA });
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function give<I>(command: CommandDefinition<I, any, any>, input: object): Promise<void> {
    const outcome = await runner.execute(command, command.input.parse(input), { actor: service });
    if (isRefusal(outcome)) throw new Error(outcome.type);
  }
  async function subscribed(more: { groupId?: string } = {}) {
    const made = await here.subscribe({ accountId, memberId: ADA, ...more }, by(ADA));
    if (isRefusal(made)) throw new Error(made.type);
    return made;
  }

  it('are found by their token alone, at every instance, and kept as a hash of it', async () => {
    const { token, calendar } = await subscribed();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(calendar).toEqual({ id: expect.any(String), accountId, memberId: ADA, createdAt: new Date(place().now()).toISOString() });
    for (const each of [here, there]) expect(await each.find(token)).toEqual(calendar);
    for (const none of [token.slice(1), `${token}A`, calendar.id, '', 'A'.repeat(43)]) expect(await here.find(none)).toBeUndefined();
    expect(JSON.stringify(await place().everything())).not.toContain(token);
  });

  it('are listed to their member, newest first', async () => {
    const [first, second] = [await subscribed(), await subscribed({ groupId })];
    expect(await there.listOf(ADA)).toEqual([second.calendar, first.calendar]);
    expect(second.calendar.groupId).toBe(groupId);
    expect(await there.listOf(BEN)).toEqual([]);
  });

  it('are gone for every instance once they are revoked, each by itself', async () => {
    const [{ token, calendar }, other] = [await subscribed(), await subscribed()];
    expect(await there.find(token)).toBeDefined();
    expect(await here.revoke(calendar.id, by(ADA))).toBeUndefined();
    expect([await here.find(token), await there.find(token)]).toEqual([undefined, undefined]);
    expect(await there.find(other.token)).toEqual(other.calendar);
    expect(await here.listOf(ADA)).toEqual([other.calendar]);
    expect(await here.revoke(calendar.id, by(ADA))).toMatchObject({ type: 'not-found' });
  });

  it('are revoked by nobody else, who learn nothing of them', async () => {
    const { token, calendar } = await subscribed();
    const none = await here.revoke(newId(), by(BEN));
    for (const act of [by(BEN), by(BEN, { role: 'admin' })]) expect(await here.revoke(calendar.id, act)).toEqual(none);
    expect(await here.find(token)).toBeDefined();
  });

  it('work no longer than their member may read', async () => {
    const [own, ofGroup] = [await subscribed(), await subscribed({ groupId })];
    const found = async () => [(await there.find(own.token)) !== undefined, (await there.find(ofGroup.token)) !== undefined];
    expect(await found()).toEqual([true, true]);
    await give(leaveGroup, { groupId, memberId: ADA });
    expect(await found()).toEqual([true, false]);
    await give(joinGroup, { groupId, memberId: ADA });
    expect(await found()).toEqual([true, true]);
    await give(disableAccount, { accountId });
    expect(await found()).toEqual([false, false]);
    await give(enableAccount, { accountId });
    expect(await found()).toEqual([true, true]);
    await give(erase, { memberId: ADA });
    expect(await found()).toEqual([false, false]);
  });

  it('are of a group for its members alone, and at most twenty', async () => {
    expect(await here.subscribe({ accountId, memberId: ADA, groupId: newId() }, by(ADA))).toMatchObject({ type: 'forbidden' });
    for (let made = 0; made < 20; made++) await subscribed();
    expect(await here.subscribe({ accountId, memberId: ADA }, by(ADA))).toMatchObject({ type: 'too-many-calendars' });
    await here.revoke((await here.listOf(ADA))[7]?.id as string, by(ADA));
    await subscribed();
  });

  it('are never there without their member seeing them, wherever it is cut off', async () => {
    const { vaults } = place();
    const { put } = vaults[0];
    let puts = 0;
    for (const breaksAt of [1, 2]) {
      vaults[0].put = (space, entries) => (space.startsWith('calendars') && ++puts === breaksAt ? Promise.reject(new Error('cut off')) : put.call(vaults[0], space, entries));
      await expect(here.subscribe({ accountId, memberId: ADA }, by(ADA))).rejects.toThrow('cut off');
      [vaults[0].put, puts] = [put, 0];
      expect((await place().everything()).filter(({ space }) => space === 'calendars')).toEqual([]);
      expect(await there.listOf(ADA)).toEqual([]);
    }
  });

  it('are gone where their end was cut off before it was recorded, which whoever asks again does', async () => {
    const { token, calendar } = await subscribed();
    const { execute } = runner;
    runner.execute = () => Promise.reject(new Error('cut off'));
    await expect(here.revoke(calendar.id, by(ADA))).rejects.toThrow('cut off');
    runner.execute = execute;
    expect([await there.find(token), await there.listOf(ADA)]).toEqual([undefined, []]);
    expect(await here.revoke(calendar.id, by(ADA))).toBeUndefined();
    expect(await here.revoke(calendar.id, by(ADA))).toMatchObject({ type: 'not-found' });
  });
});

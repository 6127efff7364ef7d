/** Claims over the embedded stores: who has an address, and who could. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner, EventCatalogue, EventCodec, isRefusal, KeyRing, newId, streamName, type Actor, type CommandDefinition, type Vault } from '#event-sourcing';
import { openSqliteLog, openSqliteVault, type SqliteLog } from '#stores/sqlite';
import { registerMember } from '../members/members.decider.js';
import { memberEvents } from '../members/members.events.js';
import * as commands from './accounts.decider.js';
import { accountEvents, claimEvents } from './accounts.events.js';
import { accountOfEmail, claimEmail, claimMember } from './claims.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EMAIL = 'ada@example.org';
const OTHER = 'ada@example.com';
const actor: Actor = { kind: 'system', id: 'spec', role: 'system', via: 'console' };
const masterKey = randomBytes(32);

let folder: string;
let log: SqliteLog;
let vault: Vault;
let time: number;
let [one, two]: ReturnType<typeof instance>[] = [];
let [ada, ben]: string[] = [];

const clock = () => new Date(time).toISOString();
const keyedHash = (purpose: string, text: string) => createHmac('sha256', masterKey).update(`${purpose} ${text}`).digest('base64url');

/** One of several processes over the same log. */
function instance() {
  const codec = new EventCodec(new EventCatalogue([...memberEvents, ...accountEvents, ...claimEvents]), new KeyRing(vault, masterKey));
  return { runner: new CommandRunner({ log, codec, clock, authorise: async () => undefined }), clock, keyedHash };
}

beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  folder = mkdtempSync(join(tmpdir(), 'relocon-claims-'));
  log = await openSqliteLog({ file: join(folder, 'log.db') });
  vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  [one, two] = [instance(), instance()];
  [ada, ben] = [newId(), newId()];
});
afterEach(async () => {
  await vault.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = () => one as ReturnType<typeof instance>;
const give = async <I>(command: CommandDefinition<I, any, any>, input: object) => {
  const outcome = await at().runner.execute(command, command.input.parse(input), { actor });
  if (isRefusal(outcome)) throw new Error(outcome.type);
};
const claim = async (email: string, accountId = ada as string, from = at()) => (await claimEmail(from, email, accountId))?.type ?? 'claimed';
const invite = async (accountId = ada as string, email = EMAIL) => {
  expect(await claim(email, accountId)).toBe('claimed');
  await give(commands.inviteAccount, { accountId, email });
};
const ask = async (email: string, accountId = ada as string) => {
  expect(await claim(email, accountId)).toBe('claimed');
  await give(commands.requestAddressChange, { accountId, email });
};
const about = () => ({ accountId: ada });

describe('An address', () => {
  it('goes to one of two who claim it at once, in one process and in two', async () => {
    for (const [email, other] of [[EMAIL, one], [OTHER, two]] as const) {
      const both = await Promise.all([claim(email, ada, one), claim(email, ben, other)]);
      expect(both.sort()).toEqual(['address-taken', 'claimed']);
    }
  });

  it('is one address however it is written', async () => {
    await invite();
    for (const form of ['Ada@Example.ORG', ' ADA@EXAMPLE.ORG ']) {
      expect([form, await claim(form, ben), await accountOfEmail(at(), form)]).toEqual([form, 'address-taken', ada]);
    }
    expect(await claim('ad\u00e8@example.org', ada)).toBe('claimed');
    expect(await claim('AD\u0045\u0300@example.org', ben)).toBe('address-taken');
    expect(await claim('ade@example.org', ben)).toBe('claimed');
  });

  it('stays with its account', async () => {
    await invite();
    for (const passed of [0, MINUTE, 400 * DAY]) {
      time += passed;
      expect(await claim(EMAIL, ben)).toBe('address-taken');
      expect(await accountOfEmail(at(), EMAIL)).toBe(ada);
    }
    await give(commands.disableAccount, about());
    expect(await claim(EMAIL, ben)).toBe('address-taken');
  });

  it('that nothing came of is free after a minute, for one', async () => {
    expect(await claim(EMAIL)).toBe('claimed');
    time += MINUTE - 1;
    expect(await claim(EMAIL, ben)).toBe('address-taken');
    time += 1;
    const carl = newId();
    expect((await Promise.all([claim(EMAIL, ben, one), claim(EMAIL, carl, two)])).sort()).toEqual(['address-taken', 'claimed']);
    expect(await accountOfEmail(at(), EMAIL)).toBeUndefined();
    time += MINUTE;
    expect(await claim(EMAIL)).toBe('claimed');
  });

  it('can be claimed again by whoever was about to use it, and is then safe for a minute', async () => {
    expect(await claim(EMAIL)).toBe('claimed');
    time += DAY;
    expect(await claim(EMAIL)).toBe('claimed');
    time += MINUTE - 1;
    expect(await claim(EMAIL, ben)).toBe('address-taken');
    await give(commands.inviteAccount, { accountId: ada, email: EMAIL });
    expect(await accountOfEmail(at(), EMAIL)).toBe(ada);
  });

  it('that is asked for is held while it waits, and counts only once it is in effect', async () => {
    await invite();
    await ask(OTHER);
    time += 7 * DAY - 1;
    expect(await claim(OTHER, ben)).toBe('address-taken');
    expect(await accountOfEmail(at(), OTHER)).toBeUndefined();
    await give(commands.confirmAddress, about());
    expect([await accountOfEmail(at(), OTHER), await accountOfEmail(at(), EMAIL)]).toEqual([undefined, ada]);
    time += 1;
    expect([await accountOfEmail(at(), OTHER), await accountOfEmail(at(), EMAIL)]).toEqual([ada, undefined]);
    expect(await claim(OTHER, ben)).toBe('address-taken');
  });

  it('that was given up is free: the old one after a change, the new one that was stopped, replaced or confirmed by nobody', async () => {
    await invite();
    time += MINUTE;
    await ask(OTHER);
    for (const command of [commands.confirmAddress, commands.consentToAddressChange]) await give(command, about());
    expect(await claim(EMAIL, ben)).toBe('claimed');
    await ask('stopped@example.org');
    await give(commands.stopAddressChange, about());
    await ask('replaced@example.org');
    await ask('forgotten@example.org');
    time += MINUTE;
    for (const email of ['stopped@example.org', 'replaced@example.org']) expect(await claim(email, ben)).toBe('claimed');
    expect(await claim('forgotten@example.org', ben)).toBe('address-taken');
    time += 7 * DAY;
    expect(await claim('forgotten@example.org', ben)).toBe('claimed');
  });

  it('of somebody whose data were erased is nobody’s', async () => {
    await invite();
    time += DAY;
    await vault.put('keys', [{ key: `member:${ada}`, value: JSON.stringify({ erased: true }) }]);
    // Keys are remembered for as long as a process lives.
    [one, two] = [instance(), instance()];
    expect(await accountOfEmail(at(), EMAIL)).toBeUndefined();
    expect(await claim(EMAIL, ben)).toBe('claimed');
  });

  it('is nowhere in the log in readable form, nor guessed from it without the key', async () => {
    await invite();
    const bodies = (await log.readStream(streamName('claim', keyedHash('email', EMAIL)))).map(({ body }) => body).join();
    expect(bodies).toContain(ada);
    expect(bodies).not.toContain(EMAIL);
  });
});

describe('A member', () => {
  const memberId = '019a9d2c-7b40-7c3e-9f21-00000000000a';
  it('has one account for good, but for one that never came to be', async () => {
    const claimed = async (accountId: string | undefined) => (await claimMember(at(), memberId, accountId as string))?.type ?? 'claimed';
    expect(await claimed(ada)).toBe('claimed');
    time += MINUTE - 1;
    expect(await claimed(ben)).toBe('member-has-account');
    time += 1;
    expect(await claimed(ben)).toBe('claimed');
    await give(registerMember, { memberId, displayName: 'Ada' });
    await give(commands.inviteAccount, { accountId: ben, email: EMAIL, memberId });
    await give(commands.disableAccount, { accountId: ben });
    time += 400 * DAY;
    expect(await claimed(ada)).toBe('member-has-account');
  });
});

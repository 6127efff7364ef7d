import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '#event-sourcing';
import { openSqliteVault } from '#stores/sqlite';
import { startMailServer, type MailServer } from '../../test/mail-server.js';
import { invitation } from './messages.js';
import { Outbox, type Compose, type OutboxNotice } from './outbox.js';
import { SmtpTransport } from './smtp.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SITE = { name: 'Circles', origin: 'https://circles.example.org' };
const masterKey = Buffer.alloc(32, 7);
const TOKEN = 'c2VjcmV0LWxpbmstdG9rZW4tdGhhdC1ub2JvZHktc2Vlcw';

/** Accounts by id; the outbox holds the ids alone. */
const ADDRESSES = new Map(['anna', 'berta', 'carla'].map((name) => [`account-of-${name}`, `${name}@members.example.org`]));

let folder: string;
let time: number;
let vault: Vault;
let server: MailServer;
let notices: OutboxNotice[];

const now = () => time;
const compose: Compose = async ({ ref, token = '' }) => {
  const to = ADDRESSES.get(ref);
  return to ? { to, ...invitation(SITE, { token, expiresAt: '2026-03-02T10:00:00Z', invitedBy: 'Zoë Groß' }) } : 'drop';
};
const outboxTo = (port: number, more: Partial<ConstructorParameters<typeof Outbox>[0]> = {}) =>
  new Outbox({ vault, masterKey, now, compose, transport: new SmtpTransport({ url: `smtp://localhost:${port}`, from: 'Circles <post@circles.example.org>' }), tell: (notice) => notices.push(notice), ...more });
const entry = (name: string, id = `invite-${name}`) => ({ id, kind: 'invitation', ref: `account-of-${name}`, token: TOKEN });
const outcomes = () => notices.map(({ outcome, id }) => `${id} ${outcome}`);
const pending = async (outbox: Outbox) => (await outbox.waiting()).mails;
const recipients = () => server.received.flatMap(({ to }) => to).sort();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocon-outbox-'));
  time = Date.parse('2026-03-01T10:00:00Z');
  notices = [];
  vault = await openSqliteVault({ file: join(folder, 'vault.db'), now });
  server = await startMailServer();
});
afterEach(async () => {
  await server.stop();
  await vault.close();
  rmSync(folder, { recursive: true });
});

async function everythingKept(): Promise<string> {
  const all = [];
  for await (const page of vault.everything()) all.push(...page);
  return JSON.stringify(all);
}

it('sends what is put into it while it runs, and forgets it', async () => {
  const outbox = outboxTo(server.port);
  outbox.start();
  await outbox.add(entry('anna'));
  await server.until(1);
  await outbox.stop();
  const [mail] = server.received;
  expect(mail?.to).toEqual(['anna@members.example.org']);
  expect(mail?.headers.get('from')).toEqual(['Circles <post@circles.example.org>']);
  expect(mail?.headers.get('to')).toEqual(['anna@members.example.org']);
  expect(mail?.headers.get('subject')).toEqual(['Your invitation to Circles']);
  expect(mail?.headers.get('auto-submitted')).toEqual(['auto-generated']);
  expect(mail?.headers.get('content-type')).toEqual(['text/plain; charset=utf-8']);
  expect(mail?.text).toContain('“Zoë Groß” has invited you to Circles.');
  expect(mail?.text.split('\n')).toContain(`https://circles.example.org/#/invitation?token=${TOKEN}`);
  expect(await pending(outbox)).toBe(0);
  expect(await everythingKept()).not.toContain('account-of');
  time += 24 * HOUR;
  expect(await everythingKept()).toBe('[]');
});

it('sends what waited from before it started', async () => {
  await outboxTo(server.port).add(entry('anna'));
  const outbox = outboxTo(server.port);
  expect(await pending(outbox)).toBe(1);
  outbox.start();
  await server.until(1);
  await outbox.stop();
  expect(await pending(outbox)).toBe(0);
});

it('takes the same id once', async () => {
  const outbox = outboxTo(server.port);
  await outbox.add(entry('anna', 'one-mail'));
  await outbox.add(entry('berta', 'one-mail'));
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org']);
});

it('keeps neither the token, nor an address, nor a name where the vault can be read', async () => {
  const outbox = outboxTo(1);
  await outbox.add(entry('anna'));
  await outbox.sendDue();
  const kept = await everythingKept();
  expect(kept).toContain('account-of-anna');
  for (const secret of [TOKEN, Buffer.from(TOKEN).toString('base64url'), 'members.example.org', 'Zoë']) expect(kept).not.toContain(secret);
});

it('cannot be made to send the token of one mail in another', async () => {
  const outbox = outboxTo(server.port);
  await outbox.add(entry('anna'));
  const [kept] = await vault.list('outbox');
  await vault.put('outbox', [{ key: 'invite-berta', value: String(kept?.value).replace('anna', 'berta') }]);
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org']);
  expect(outcomes().sort()).toEqual(['invite-anna sent', 'invite-berta failed']);
});

it('waits for a server that is down, a minute first and then as long again as it has waited, and sends once it is back', async () => {
  const { port } = server;
  await server.stop();
  const outbox = outboxTo(port);
  await outbox.add(entry('anna'));
  const triedAt: number[] = [];
  const began = time;
  for (let minute = 0; minute <= 20; minute++) {
    time = began + minute * MINUTE;
    const before = notices.length;
    await outbox.sendDue();
    if (notices.length > before) triedAt.push(minute);
  }
  expect(triedAt).toEqual([0, 1, 2, 4, 8, 16]);
  expect(notices[0]).toEqual({ outcome: 'failed', id: 'invite-anna', kind: 'invitation', reason: 'ESOCKET' });
  server = await startMailServer({ port });
  time = began + 32 * MINUTE;
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org']);
  expect(await pending(outbox)).toBe(0);
});

it('tries every hour at least, gives up after three days, and says so', async () => {
  await server.stop();
  const outbox = outboxTo(server.port);
  await outbox.add(entry('anna'));
  const began = time;
  for (; time < began + 72 * HOUR; time += HOUR) await outbox.sendDue();
  expect(outcomes().at(-1)).toBe('invite-anna failed');
  expect(notices.length).toBeGreaterThanOrEqual(72);
  expect(await pending(outbox)).toBe(1);
  await outbox.sendDue();
  expect(outcomes().at(-1)).toBe('invite-anna given-up');
  expect(await everythingKept()).toBe('[]');
});

it('sends the others where the server refuses one recipient, and tells no log whom', async () => {
  await server.stop();
  server = await startMailServer({ refuses: (address) => address.startsWith('berta') });
  const outbox = outboxTo(server.port);
  for (const name of ['anna', 'berta', 'carla']) await outbox.add(entry(name));
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org', 'carla@members.example.org']);
  expect(notices.find(({ id }) => id === 'invite-berta')).toEqual({ outcome: 'failed', id: 'invite-berta', kind: 'invitation', reason: 'EENVELOPE 550' });
  expect(JSON.stringify(notices)).not.toMatch(new RegExp(`${TOKEN}|members\\.example\\.org|Zoë`));
  expect(await pending(outbox)).toBe(1);
});

it('tells whoever watches how many wait, since when the oldest does, how often it was tried and why that failed', async () => {
  await server.stop();
  server = await startMailServer({ refuses: (address) => address.startsWith('berta') });
  const outbox = outboxTo(server.port);
  const since = '2026-03-01T10:00:00.000Z';
  expect(await outbox.waiting()).toEqual({ mails: 0, oldest: null });
  await outbox.add(entry('berta'));
  expect(await outbox.waiting()).toEqual({ mails: 1, oldest: { since, tries: 0, reason: null } });
  await outbox.sendDue();
  expect(await outbox.waiting()).toEqual({ mails: 1, oldest: { since, tries: 1, reason: 'EENVELOPE 550' } });
  time += MINUTE;
  // It stands before the other one, and is younger.
  await outbox.add(entry('berta', 'a-later-one'));
  await outbox.add(entry('anna'));
  await outbox.sendDue();
  expect(await outbox.waiting()).toEqual({ mails: 2, oldest: { since, tries: 2, reason: 'EENVELOPE 550' } });
});

it('counts no try that was put off, and goes on counting over a restart, also of what an earlier release has put in', async () => {
  const { port } = server;
  await server.stop();
  await vault.put('outbox', [{ key: 'invite-anna', value: JSON.stringify({ kind: 'invitation', ref: 'account-of-anna', addedAt: time }) }]);
  const oldest = async () => (await outboxTo(port).waiting()).oldest;
  await outboxTo(port, { compose: async () => 'later' }).sendDue();
  expect(await oldest()).toMatchObject({ tries: 0, reason: null });
  for (const tries of [1, 2, 3]) {
    time += HOUR;
    await outboxTo(port).sendDue();
    expect(await oldest()).toMatchObject({ tries, reason: 'ESOCKET' });
  }
  server = await startMailServer({ port });
  time += HOUR;
  await outboxTo(port).sendDue();
  expect([recipients(), await oldest()]).toEqual([['anna@members.example.org'], null]);
});

it('carries the same Message-ID each time, and another one in another mail', async () => {
  const outbox = outboxTo(server.port);
  // The answer to the first is lost: the server has it, we do not know.
  const transport = new SmtpTransport({ url: `smtp://localhost:${server.port}`, from: 'post@circles.example.org' });
  let answers = 0;
  const losing = outboxTo(server.port, { transport: { send: async (mail) => { await transport.send(mail); if (answers++ === 0) throw new Error('connection lost'); } } });
  await losing.add(entry('anna'));
  await losing.sendDue();
  time += MINUTE;
  await losing.sendDue();
  await outbox.add(entry('berta'));
  await outbox.sendDue();
  const [first, second, third] = server.received.map(({ headers }) => headers.get('message-id')?.[0]);
  expect(first).toMatch(/^<[\w-]+@circles\.example\.org>$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it('drops what is not wanted any more, and waits for what is not there yet', async () => {
  let ready = false;
  const outbox = outboxTo(server.port, { compose: async (waiting) => (waiting.ref === 'account-of-anna' && !ready ? 'later' : compose(waiting)) });
  await outbox.add(entry('anna'));
  await outbox.add(entry('nobody'));
  await outbox.sendDue();
  expect(outcomes().sort()).toEqual(['invite-anna postponed', 'invite-nobody dropped']);
  expect(await pending(outbox)).toBe(1);
  ready = true;
  time += 5_000;
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org']);
});

it('sends each mail once where two share a vault', async () => {
  const ids = Array.from({ length: 150 }, (_, index) => `mail-${index}`);
  const adding = outboxTo(server.port);
  for (const id of ids) await adding.add(entry('anna', id));
  const sent: string[][] = [[], []];
  const both = sent.map((mine) => outboxTo(server.port, { tell: ({ outcome, id }) => mine.push(`${outcome} ${id}`) }));
  await Promise.all(both.map((outbox) => outbox.sendDue()));
  expect(sent.flat().sort()).toEqual(ids.map((id) => `sent ${id}`).sort());
  expect(sent.every((mine) => mine.length > 0)).toBe(true);
  expect(server.received).toHaveLength(150);
  expect(await pending(adding)).toBe(0);
});

it('does not send again what another process puts in late, when the first has sent it', async () => {
  const [one, other] = [outboxTo(server.port), outboxTo(server.port)];
  await one.add(entry('anna'));
  await one.sendDue();
  await other.add(entry('anna'));
  await other.sendDue();
  expect(server.received).toHaveLength(1);
  expect(await pending(other)).toBe(0);
  expect(outcomes()).toEqual(['invite-anna sent']);
});

it('does not send what another has sent since it looked', async () => {
  const other = outboxTo(server.port);
  await other.add(entry('anna'));
  const slow: Vault = { ...vault, getMany: async (space, keys) => {
    const found = await vault.getMany(space, keys);
    // The other is quicker than what follows the look at the claims.
    if (space === 'outbox-claims') await other.sendDue();
    return found;
  } };
  await outboxTo(server.port, { vault: slow }).sendDue();
  expect(server.received).toHaveLength(1);
});

it('leaves to another what a process that is gone had claimed, once the claim runs out', async () => {
  let asked = (): void => undefined;
  const sending = new Promise<void>((resolve) => (asked = resolve));
  const gone = outboxTo(server.port, { transport: { send: () => (asked(), new Promise(() => undefined)) } });
  await gone.add(entry('anna'));
  gone.start();
  await sending;
  await gone.stop(0);
  const outbox = outboxTo(server.port);
  await outbox.sendDue();
  expect(server.received).toHaveLength(0);
  time += 5 * MINUTE;
  await outbox.sendDue();
  expect(recipients()).toEqual(['anna@members.example.org']);
});

it('finishes the mail it is at when it is stopped, and leaves the others for the next start', async () => {
  // A server that thinks about every message until it is let go on.
  let asked = (): void => undefined;
  const first = new Promise<void>((resolve) => (asked = resolve));
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const transport = new SmtpTransport({ url: `smtp://localhost:${server.port}`, from: 'post@circles.example.org' });
  const outbox = outboxTo(server.port, { transport: { send: async (mail) => { asked(); await gate; await transport.send(mail); } } });
  for (let index = 0; index < 20; index++) await outbox.add(entry('anna', `mail-${index}`));
  outbox.start();
  await first;
  const stopped = outbox.stop();
  letGo();
  await stopped;
  const sent = server.received.length;
  expect(sent).toBeGreaterThanOrEqual(1);
  expect(sent).toBeLessThan(20);
  expect(await pending(outbox)).toBe(20 - sent);
  const next = outboxTo(server.port);
  next.start();
  await server.until(20);
  await next.stop();
  expect(new Set(server.received.map(({ headers }) => headers.get('message-id')?.[0])).size).toBe(20);
  expect(server.received).toHaveLength(20);
});

it('is not held up at stopping by a server that does not answer', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0);
  const { port } = silent.address() as AddressInfo;
  const connected = new Promise((resolve) => silent.once('connection', resolve));
  const outbox = outboxTo(port);
  await outbox.add(entry('anna'));
  outbox.start();
  await connected;
  await outbox.stop(1);
  expect(await pending(outbox)).toBe(1);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

it('goes on when the vault was out of reach', async () => {
  let broken = true;
  const troubles: unknown[] = [];
  let told = (): void => undefined;
  const trouble = new Promise<void>((resolve) => (told = resolve));
  const failing: Vault = { ...vault, list: async (...asked) => { if (broken) throw new Error('out of reach'); return vault.list(...asked); } };
  const outbox = outboxTo(server.port, { vault: failing, trouble: (error) => { troubles.push(error); told(); } });
  outbox.start();
  await trouble;
  broken = false;
  await outbox.add(entry('anna'));
  await server.until(1);
  await outbox.stop();
  expect(troubles).toHaveLength(1);
});

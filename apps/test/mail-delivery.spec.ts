/** Mail follows what happens to accounts: through a real mail server, which is not always there, and into a folder. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#event-sourcing-testing';
import { isRefusal, newId, type Actor } from '#event-sourcing';
import { inviteAccount } from '#features/accounts/accounts.decider.js';
import type { Config } from '../api/settings/config.js';
import { setUpLink } from '../api/sign-in/set-up.js';
import { startTestService, temporaryFolder, type TestService } from './api.js';
import { tokenIn, type WrittenMail } from './mailbox.js';
import { parseMail, startMailServer, type MailServer } from './mail-server.js';
import { passwordFor, Person, setUpBy } from './person.js';
import { databaseAddress, dropDatabases, mongodbUrl, startLog } from './test-stores.js';

const FROM = 'Circles <post@circles.example.org>';
const through = ({ port }: Pick<MailServer, 'port'>) => ({ RELOCON_MAIL: `smtp://127.0.0.1:${port}`, RELOCON_MAIL_FROM: FROM });

async function administratorOf(api: TestService): Promise<Person> {
  const ida = await setUpBy(api, (await setUpLink(api.service.runtime)) as string);
  await ida.enrol();
  return ida;
}

const textOf = ({ text }: { text: string }): WrittenMail => ({ to: '', subject: '', text });
const recipients = (server: MailServer) => server.received.flatMap(({ to }) => to);

describe('Through a mail server', () => {
  let server: MailServer;
  let api: TestService;
  let ida: Person;
  const folder = temporaryFolder();
  const pending = async () => (await api.service.runtime.people.outbox.waiting()).mails;
  const invite = async (email: string) => expect((await ida.post('/api/v1/accounts', { email })).status).toBe(201);

  beforeAll(async () => {
    server = await startMailServer();
    // It is down when the first mail is due, and comes back at the same port.
    await server.stop();
    api = await startTestService({ folder: folder.path, config: through(server) });
    ida = await administratorOf(api);
  });
  afterAll(async () => {
    await api.stop();
    await server.stop();
    folder.remove();
  });

  it('an invitation waits until the server is there, over a restart too, and works', async () => {
    await invite('ben@example.org');
    const { vault } = api.service.runtime;
    const paused = () => vault.list('outbox-claims', { limit: 10 });
    // It was tried: what keeps the next try off is a pause, longer than the attempt itself may take at the server.
    await until(async () => (await paused()).length === 1 && (await pending()) === 1, 'the first try', 20_000);
    await api.restart();
    server = await startMailServer({ port: server.port });
    // Whoever watches is told so, and not whom it is for.
    const { body: watched } = await ida.get('/api/v1/operations/outbox');
    expect(watched).toEqual({ delivery: 'server', waiting: 1, oldest: { since: expect.any(String), tries: 1, reason: 'ESOCKET' } });
    expect(Math.abs(Date.now() - Date.parse(watched.oldest.since))).toBeLessThan(60_000);
    // As if the pause were over.
    await until(async () => {
      const { vault: now } = api.service.runtime;
      await now.delete('outbox-claims', (await now.list('outbox-claims', { limit: 10 })).map(({ key }) => key));
      return server.received.length > 0;
    }, 'the mail', 20_000);
    const [mail] = server.received;
    expect(mail?.to).toEqual(['ben@example.org']);
    expect(mail?.headers.get('from')).toEqual([FROM]);
    expect(mail?.headers.get('subject')).toEqual(['Your invitation to Relocon']);
    expect(mail?.text).toContain(`${api.url}/#/invitation?token=`);
    const taken = await new Person(api).post('/api/v1/invitations/redeem', { token: tokenIn(textOf(mail as { text: string }), 'invitation'), password: passwordFor('ben@example.org') });
    expect(taken.status).toBe(201);
  });

  it('a new password is set by the link that was asked for', async () => {
    await new Person(api).post('/api/v1/password-resets', { email: 'ben@example.org' });
    await server.until(2);
    const mail = server.received[1] as (typeof server.received)[number];
    expect([mail.to, mail.headers.get('subject')]).toEqual([['ben@example.org'], ['Choose a new password for Relocon']]);
    const set = await new Person(api).post('/api/v1/password-resets/redeem', { token: tokenIn(textOf(mail), 'password-reset'), password: 'four other words for this' });
    expect(set.status).toBe(204);
    expect((await new Person(api).signIn('ben@example.org', 'four other words for this')).status).toBe(201);
    await server.until(3);
    expect(server.received[2]?.headers.get('subject')).toEqual(['Your password for Relocon was changed']);
  });

  it('nobody is written to for what was imported, or is told by samples', async () => {
    const before = server.received.length;
    for (const via of ['import', 'samples'] as const) {
      const actor: Actor = { kind: 'system', id: via, role: 'system', via };
      expect(isRefusal(await api.service.runtime.runner.execute(inviteAccount, { accountId: newId(), email: `${via}@example.org` }, { actor }))).toBe(false);
    }
    // What comes after them in the log has its mail; so theirs would be there.
    await invite('cleo@example.org');
    await server.until(before + 1);
    expect(recipients(server).slice(before)).toEqual(['cleo@example.org']);
  });

  it('nobody is written to again when views are built anew, and the service started again', async () => {
    const before = server.received.length;
    await api.service.runtime.projector.rebuild(['accounts', 'events']);
    await api.restart();
    await invite('dan@example.org');
    await server.until(before + 1);
    await api.restart();
    expect(recipients(server).slice(before)).toEqual(['dan@example.org']);
    expect(await pending()).toBe(0);
  });
});

it('Whoever sets the service up is not invited besides, however long it takes', async () => {
  const folder = temporaryFolder();
  const api = await startTestService({ folder: folder.path });
  const { passwords } = api.service.runtime.people;
  const set = passwords.set.bind(passwords);
  const slow = jest.spyOn(passwords, 'set').mockImplementationOnce(async (...given) => {
    // What was recorded before this has been written about by then.
    const actor: Actor = { kind: 'system', id: 'console', role: 'system', via: 'console' };
    await api.service.runtime.runner.execute(inviteAccount, { accountId: newId(), email: 'ben@example.org' }, { actor });
    await api.mails.next('ben@example.org', /invitation/i);
    return set(...given);
  });
  await setUpBy(api, (await setUpLink(api.service.runtime)) as string);
  slow.mockRestore();
  expect(readdirSync(join(folder.path, 'mail'))).toHaveLength(1);
  await api.stop();
  folder.remove();
});

it('By default mail is written into the data folder, for its owner alone to read', async () => {
  const folder = temporaryFolder();
  const api = await startTestService({ folder: folder.path });
  const ida = await administratorOf(api);
  await ida.post('/api/v1/accounts', { email: 'ben@example.org' });
  await api.mails.next('ben@example.org', /invitation/i);
  const mail = join(folder.path, 'mail');
  const files = readdirSync(mail).map((name) => join(mail, name));
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  expect(statSync(mail).mode & 0o777).toBe(0o700);
  const outbox = async () => (await ida.get('/api/v1/operations/outbox')).body;
  // An entry goes after its mail is there.
  await until(async () => (await outbox()).waiting === 0, 'the end of the entry');
  expect(await outbox()).toEqual({ delivery: 'folder', waiting: 0, oldest: null });
  const { headers, text } = parseMail(readFileSync(files[0] as string, 'latin1'));
  expect([headers.get('to'), headers.get('from')]).toEqual([['ben@example.org'], ['Relocon <relocon@localhost>']]);
  expect((await new Person(api).post('/api/v1/invitations/redeem', { token: tokenIn(textOf({ text }), 'invitation'), password: passwordFor('ben@example.org') })).status).toBe(201);
  await api.stop();
  folder.remove();
});

(mongodbUrl ? describe : describe.skip)('With two instances', () => {
  it('there is one mail for each event', async () => {
    const database = `test-mail-${randomBytes(4).toString('hex')}`;
    const [log, server] = [await startLog(), await startMailServer()];
    const config: Partial<Config> = { ...log.settings, RELOCON_VIEWS: databaseAddress(database), RELOCON_MASTER_KEY: randomBytes(32).toString('hex'), ...through(server) };
    const both = [await startTestService({ config }), await startTestService({ config })] as const;
    const ida = await administratorOf(both[0]);
    const there = Object.assign(new Person(both[1]), { cookie: ida.cookie });
    const invited = Array.from({ length: 20 }, (_, index) => `person-${String(index).padStart(2, '0')}@example.org`);
    for (const [index, email] of invited.entries()) expect((await (index % 2 ? ida : there).post('/api/v1/accounts', { email })).status).toBe(201);
    await server.until(invited.length);
    // Each has done what it was at when it stops.
    for (const api of both) await api.stop();
    expect(recipients(server).sort()).toEqual(invited);
    await server.stop();
    await log.stop();
    await dropDatabases(database);
  });

  it('mail waits where no server is named, and each tells so', async () => {
    const database = `test-mail-${randomBytes(4).toString('hex')}`;
    const log = await startLog();
    const config: Partial<Config> = { ...log.settings, RELOCON_VIEWS: databaseAddress(database), RELOCON_MASTER_KEY: randomBytes(32).toString('hex') };
    const [worker, web] = [await startTestService({ config }), await startTestService({ config: { ...config, ROLE: 'web' } })] as const;
    const ida = await administratorOf(worker);
    const there = Object.assign(new Person(web), { cookie: ida.cookie });
    const outbox = async (person: Person) => (await person.get('/api/v1/operations/outbox')).body;
    expect((await ida.post('/api/v1/accounts', { email: 'ben@example.org' })).status).toBe(201);
    await until(async () => (await outbox(ida)).oldest?.tries === 1, 'the first try', 20_000);
    const waits = { waiting: 1, oldest: { since: expect.any(String), tries: 1, reason: 'ENOSERVER' } };
    expect(await outbox(ida)).toEqual({ delivery: 'none', ...waits });
    // It sends none, and may be told nothing of how others do.
    expect(await outbox(there)).toEqual({ delivery: null, ...waits });
    for (const api of [web, worker]) await api.stop();
    await log.stop();
    await dropDatabases(database);
  });
});

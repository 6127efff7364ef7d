/**
 * Secrets go in by every way there is, right and wrong, and come out by none: not in a log, an answer that refuses, a figure, the document, a
 * list of processes. Each of them is recognisable.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Writable } from 'node:stream';
import { createLogger } from '../api/engine.js';
import { setUpLink } from '../api/sign-in/set-up.js';
import { ok, startTestService, temporaryFolder, type TestService } from './api.js';
import { relocon, serve } from './cli.js';
import { tokenIn } from './mailbox.js';
import { startMailServer } from './mail-server.js';
import { signedIn } from './people.js';
import { Person } from './person.js';

jest.setTimeout(120_000);

/** What nobody may find again, and what it is. */
const secrets = new Map<string, string>();
/** Answers that refuse something, with their headers. */
const refused: string[] = [];

function secret(what: string, text = `${what.replaceAll(' ', '-')}-${randomBytes(9).toString('hex')}`): string {
  secrets.set(what, text);
  return text;
}

/** One that no rule of passwords minds. */
const phrase = (what: string): string => secret(what, `${randomBytes(9).toString('hex')} ${randomBytes(9).toString('hex')}`);

function expectNoSecretIn(where: string, text: string): void {
  // Told by name: a report of a test is no place for them either.
  expect([where, [...secrets].filter(([, each]) => text.includes(each)).map(([what]) => what)]).toEqual([where, []]);
}

const { fetch: plainFetch } = globalThis;
beforeAll(() => {
  globalThis.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (response.status >= 400) refused.push(`${JSON.stringify([...response.headers])} ${await response.clone().text()}`);
    return response;
  };
});
afterAll(() => void (globalThis.fetch = plainFetch));

describe('A service that logs everything', () => {
  let api: TestService;
  let logged = '';
  beforeAll(async () => {
    const stream = new Writable({ write: (piece: Buffer, _encoding, done) => ((logged += piece.toString()), done()) });
    api = await startTestService({ logger: createLogger({ LOG_LEVEL: 'trace' }, stream), config: { LOG_LEVEL: 'trace', RELOCON_OIDC_ISSUER: 'http://127.0.0.1:9', RELOCON_OIDC_CLIENT_ID: 'relocon', RELOCON_OIDC_CLIENT_SECRET: secret('client secret') } });
    secret('key of an administrator', (await api.as({ role: 'admin' })).secret);
    secret('master key', api.service.runtime.masterKey.toString('hex'));
  });
  afterAll(() => api.stop());

  const email = `${secret('mail address')}@example.org`;
  const password = phrase('password');
  const kept = (what: string, person: Person) => void secret(what, person.cookie?.split('=')[1]);
  let ida: Person;
  let calendar = '';

  it('takes in what is secret when all goes well', async () => {
    const setUp = secret('token of the set-up link', tokenIn({ to: '', subject: '', text: (await setUpLink(api.service.runtime)) as string }, 'set-up'));
    ida = new Person(api);
    expect((await ida.post('/api/v1/set-up', { token: setUp, email, password })).status).toBe(201);
    kept('session before the second factor', ida);
    const { secret: totp, recoveryCodes } = await ida.enrol();
    secret('secret of the authenticator', totp);
    recoveryCodes.forEach((code, index) => secret(`recovery code ${index}`, code));
    kept('session', ida);
    const other = new Person(api);
    await other.signIn(email, password);
    kept('half a session', other);
    expect((await other.post('/api/v1/sessions/second-factor', { recoveryCode: recoveryCodes[0] })).status).toBe(200);
    kept('another session', other);
    const second = phrase('second password');
    expect((await other.post('/api/v1/me/change-password', { currentPassword: password, password: second })).status).toBe(200);
    await api.mails.next(email, /password .*changed/i);
    kept('session after the change', other);
    ida = other;
    const guest = `${secret('address of a guest')}@example.org`;
    const invited = await ida.post('/api/v1/accounts', { email: guest, reason: secret('reason of an invitation') });
    expect(invited.status).toBe(201);
    const token = secret('token of an invitation', tokenIn(await api.mails.next(guest, /invitation/i), 'invitation'));
    const newcomer = new Person(api);
    expect((await newcomer.post('/api/v1/invitations/redeem', { token, password: phrase('password of a guest') })).status).toBe(201);
    kept('session of a guest', newcomer);
    expect((await new Person(api).post('/api/v1/password-resets', { email: guest })).status).toBe(204);
    const reset = secret('token of a reset', tokenIn(await api.mails.next(guest, /new password/i), 'password-reset'));
    expect((await new Person(api).post('/api/v1/password-resets/redeem', { token: reset, password: phrase('password after the reset') })).status).toBe(204);
    expect((await ida.post('/api/v1/me/address', { email: `${secret('another address')}@example.org` })).status).toBe(204);
    expect((await ida.post(`/api/v1/accounts/${invited.body.id}/disable`, { reason: secret('reason of a disabling') })).status).toBe(200);
    const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: secret('name of a member') } }));
    const client = await api.as({ memberId });
    secret('key of a member', client.secret);
    expect((await client.GET('/api/v1/members/{id}/timeline', { params: { path: { id: memberId } } })).response.status).toBe(200);
    const { client: member } = await signedIn(api, { memberId });
    const ofCalendar = async (what: string) => {
      const { id, address } = await ok(member.POST('/api/v1/calendars', { body: {} }));
      const { pathname } = new URL(address);
      secret(what, /\/calendars\/(.{43})\.ics$/.exec(pathname)?.[1]);
      for (const method of ['GET', 'HEAD', 'POST']) await fetch(api.url + pathname, { method });
      return { id, pathname };
    };
    ({ pathname: calendar } = await ofCalendar('address of a calendar'));
    const { id: ended, pathname } = await ofCalendar('address of a calendar that was ended');
    expect((await member.DELETE('/api/v1/calendars/{id}', { params: { path: { id: ended } } })).response.status).toBe(204);
    expect([(await fetch(api.url + calendar)).status, (await fetch(api.url + pathname)).status]).toEqual([200, 404]);
  });

  it('takes it in when all goes wrong', async () => {
    const post = (path: string, body: string, headers: Record<string, string> = {}) => fetch(api.url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: api.url, ...(ida.cookie && { cookie: ida.cookie }), ...headers }, body });
    const wrong = secret('password that is wrong');
    const token = secret('token that is none');
    const malformed = `{"email":"${email}","password":"${wrong}`;
    const bodies = [malformed, `${wrong}`, `"${wrong}"`, JSON.stringify([wrong]), JSON.stringify({ email: wrong, password: [wrong] }), JSON.stringify({ email, password: { inside: wrong } }), JSON.stringify({ email, password: wrong }), JSON.stringify({ email: `${wrong} ${email}`, password: wrong }), JSON.stringify({ email, password: wrong.repeat(500) }), JSON.stringify({ email, password: wrong.repeat(50_000) }), JSON.stringify({ email, password: wrong, token })];
    const paths = ['/api/v1/sessions', '/api/v1/me/re-authenticate', '/api/v1/me/change-password', '/api/v1/accounts', '/api/v1/invitations/redeem', '/api/v1/password-resets', '/api/v1/password-resets/redeem', '/api/v1/set-up', '/api/v1/sessions/second-factor', '/api/v1/members', '/api/v1/provider/link'];
    for (const path of paths) {
      for (const body of bodies) await post(path, body);
      await post(path, wrong, { 'content-type': `text/${wrong}` });
      await post(path, JSON.stringify({ token, password: wrong }));
      await post(path, JSON.stringify({ code: wrong, recoveryCode: wrong }));
    }
    for (const path of [`/api/v1/provider/callback?code=${secret('code of a provider')}&state=${secret('state of a provider')}`, '/api/v1/provider', `/api/v1/provider?returnTo=${encodeURIComponent(`https://${wrong}.example`)}`, `/api/v1/members?${token}=1`, `/api/v1/members?cursor=${token}`, `/api/v1/members/${token}`, `/calendars/${token}.ics`, `/calendars/${token}`, `/calendars/${token}.ics?${token}`, `/api/v1/${token}`, `/${token}%`, `/#/set-up?token=${token}`]) {
      await fetch(api.url + path, { headers: { cookie: `__Host-relocon-provider=${secret('cookie of a provider')}` } });
    }
    for (const authorization of [`Bearer relocon_${token}`, `Bearer ${token}`, `Basic ${token}`, token]) await fetch(`${api.url}/api/v1/members`, { headers: { authorization } });
    await fetch(`${api.url}/api/v1/members`, { headers: { cookie: `__Host-relocon=${token}` } });
    await raw(`/api/v1/members`, { cookie: `__Host-relocon=${token.repeat(1_000)}` });
    await raw(`/api/v1/${token.repeat(1_000)}`, {});
    await post('/api/v1/sessions', JSON.stringify({ email, password: wrong }), { origin: `https://${token}.example` });
    expect(refused.length).toBeGreaterThan(100);
  });

  /** What `fetch` would not send, or not in one piece. */
  function raw(path: string, headers: Record<string, string>): Promise<void> {
    const { hostname, port } = new URL(api.url);
    return new Promise((done) => {
      const asking = httpRequest({ hostname, port, path, headers }, (response) => {
        let text = JSON.stringify(response.headers);
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () => (refused.push(text), done()));
      });
      asking.on('error', () => done());
      asking.end();
    });
  }

  it('takes it in when its stores break, and tell in their errors what they were to write', async () => {
    const { vault, log } = api.service.runtime;
    const [{ getMany, put, putIfAbsent }, { append }] = [vault, log];
    const broken = (...what: unknown[]) => Promise.reject(Object.assign(new Error('the disk is on fire', { cause: Object.assign(new Error('a sector burns'), { what, email, password }) }), { what, email, password, writeErrors: [{ op: { email, password } }] }));
    const send = (path: string, body: object) => fetch(api.url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: api.url, cookie: ida.cookie as string }, body: JSON.stringify(body) });
    const sendAll = async () => [await send('/api/v1/sessions', { email, password }), await send('/api/v1/password-resets', { email }), await send('/api/v1/accounts', { email: `${secret('address nobody has')}@example.org`, reason: password }), await send('/api/v1/me/re-authenticate', { password })].map(({ status }) => status);
    Object.assign(vault, { put: broken, putIfAbsent: broken });
    expect(await sendAll()).toContain(500);
    Object.assign(vault, { getMany: broken });
    expect(await sendAll()).toContain(500);
    expect((await fetch(api.url + calendar)).status).toBe(500);
    Object.assign(vault, { getMany, put, putIfAbsent });
    Object.assign(log, { append: broken });
    expect(await sendAll()).toContain(500);
    Object.assign(log, { append });
  });

  it('keeps it', async () => {
    // That there is something to look through:
    for (const line of ['answered', 'a request failed', 'the disk is on fire', 'a sign-in through the provider failed', '/api/v1/sessions', '/calendars/:token.ics']) expect(logged).toContain(line);
    expectNoSecretIn('the log', logged);
    expectNoSecretIn('refusals', refused.join('\n'));
    expectNoSecretIn('the metrics', await (await fetch(`${api.url}/metrics`)).text());
    expectNoSecretIn('the document', JSON.stringify(api.service.document));
    expectNoSecretIn('the documentation', await (await fetch(`${api.url}/api/docs`)).text());
  });
});

describe('A process', () => {
  // Also where a test has failed.
  let kill = (): boolean => true;
  afterEach(() => void kill());

  it('shows its secrets neither in its log, nor in its arguments and title, nor where it prints its settings', async () => {
    const folder = temporaryFolder();
    const mailServer = await startMailServer({ onAuth: (_auth, _session, done) => done(Object.assign(new Error('those are not right'), { responseCode: 535 })) });
    const env = {
      RELOCON_DATA: folder.path,
      LOG_LEVEL: 'trace',
      RELOCON_MASTER_KEY: secret('master key of a process', randomBytes(32).toString('hex')),
      RELOCON_METRICS_TOKEN: secret('token for the metrics'),
      RELOCON_OIDC_ISSUER: 'http://127.0.0.1:9',
      RELOCON_OIDC_CLIENT_ID: 'relocon',
      RELOCON_OIDC_CLIENT_SECRET: secret('client secret of a process'),
      RELOCON_MAIL: `smtp://relocon:${secret('password of the mail server')}@127.0.0.1:${mailServer.port}`,
    };
    const { url, child, ended } = await serve(env);
    kill = () => child.kill();
    let soFar = '';
    child.stdout?.on('data', (piece: Buffer) => (soFar += piece.toString()));
    const link = await relocon(['set-up-link'], { data: folder.path, env });
    const person = new Person({ url, raw: (path, { key: _key, ...init } = {}) => fetch(url + path, init) });
    const [email, password] = [`${secret('address of somebody')}@example.org`, phrase('password of somebody')];
    const setUp = await person.post('/api/v1/set-up', { token: secret('token of a link', tokenIn({ to: '', subject: '', text: link.out }, 'set-up')), email, password });
    expect(setUp.status).toBe(201);
    secret('session at a process', person.cookie?.split('=')[1]);
    await person.post('/api/v1/password-resets', { email });
    await fetch(`${url}/api/v1/provider`);
    while (!/a mail was not sent/.test(soFar)) await new Promise((resolve) => child.stdout?.once('data', resolve));
    const listed = await relocon(['keys', 'create', '--role', 'admin', '--name', 'x'], { data: folder.path, env });
    secret('key from the command line', listed.out.trim());
    const processes = execFileSync('ps', ['-ww', '-eo', 'pid,ppid,comm,args']).toString();
    expect(processes).toContain(String(child.pid));
    expectNoSecretIn('the list of processes', processes);
    const config = await relocon(['config'], { data: folder.path, env });
    expect(config.out).toContain('RELOCON_MAIL=smtp://…@');
    expectNoSecretIn('relocon config', config.out + config.err);
    child.kill('SIGTERM');
    const { status, out, err } = await ended;
    expect(status).toBe(0);
    await mailServer.stop();
    expect(out).toContain('EAUTH');
    // There is no terminal here: what is written is kept by whoever keeps logs.
    expect(err).toContain('relocon set-up-link');
    expect(out + err).not.toContain('token=');
    expectNoSecretIn('its output', out + err);
    folder.remove();
  });

  it('says what is wrong with a setting without repeating it', async () => {
    const wrong = secret('setting that is wrong');
    for (const [name, value] of [
      ['RELOCON_MASTER_KEY', wrong],
      ['RELOCON_MAIL', `smtp://relocon:${wrong}/x@mail.example.org`],
      ['RELOCON_MAIL', `smtps://relocon:${wrong}@mail.example.org/path`],
      ['RELOCON_OIDC_ISSUER', `ftp://${wrong}@login.example.org`],
      ['RELOCON_VIEWS', `mongo://relocon:${wrong}@localhost`],
      ['RELOCON_LOG', `https://relocon:${wrong}@localhost`],
    ] as const) {
      const folder = temporaryFolder();
      const started = await serve({ RELOCON_DATA: folder.path, [name]: value }).catch((error: Error) => error);
      expect(started).toBeInstanceOf(Error);
      expectNoSecretIn(`a start with ${name}`, (started as Error).message);
      const { out, err } = await relocon(['config'], { data: folder.path, env: { [name]: value } });
      expectNoSecretIn(`relocon config with ${name}`, out + err);
      folder.remove();
    }
  });
});

describe('The command line', () => {
  const run = (...args: string[]) => relocon(args, { data: '/nonexistent/relocon' });

  it('has no argument for anything secret', async () => {
    const commands = async (...of: string[]): Promise<string[][]> => {
      const { out } = await run(...of, '--help');
      const [, list = ''] = out.split('Commands:\n');
      const names = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name as string).filter((name) => name !== 'help');
      const below = await Promise.all(names.map((name) => commands(...of, name)));
      return [[of.join(' '), out], ...below.flat()];
    };
    const all = await commands();
    expect(all.map(([name]) => name)).toEqual(expect.arrayContaining(['keys create', 'set-up-link', 'copy', 'import', 'backup']));
    for (const [name, help = ''] of all) expect([name, help.match(/[<[-](password|secret|token|key|credential)\b[^\n]*/i)]).toEqual([name, null]);
  });

  it('refuses an address with a password as an argument, and takes it from the environment', async () => {
    const address = `mongodb://relocon:${secret('password of a database')}@127.0.0.1:9/relocon`;
    for (const argument of [address, address.replace('mongodb', 'esdb')]) {
      const { status, err } = await run('copy', '--from', './data', '--to', argument);
      expect([status, err]).toEqual([1, expect.stringMatching(/must not stand on the command line.*env:TARGET/)]);
      expectNoSecretIn('relocon copy', err);
    }
    const unset = await run('copy', '--from', 'env:NOTHING_THERE', '--to', './data');
    expect([unset.status, unset.err]).toEqual([1, 'NOTHING_THERE is not set in the environment\n']);
    const named = await relocon(['copy', '--from', '/nonexistent/relocon', '--to', 'env:TARGET'], { data: '/nonexistent/relocon', env: { TARGET: address } });
    expect([named.status, named.err]).toEqual([1, 'there is no log in /nonexistent/relocon\n']);
  });
});

/** The link that makes the first administrator, from the command line. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './cli.js';
import { passwordFor, Person, setUpBy } from './person.js';
import { workshop } from './workshop.js';

const shop = workshop();
const IDA = { email: 'ida@example.org', password: passwordFor('ida@example.org') };
const tokenOf = (out: string) => /#\/set-up\?token=([\w-]{43})\n$/.exec(out)?.[1] as string;

it('is printed alone while no service runs, for the address it will have, and works once one does', async () => {
  const { status, out } = await shop.run(['set-up-link']);
  expect([status, out]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/#\/set-up\?token=[\w-]{43}\n$/)]);
  await shop.served(async (api) => {
    expect((await new Person(api).post('/api/v1/set-up', { ...IDA, token: tokenOf(out) })).status).toBe(201);
  });
});

it('is printed while a service runs, with that one’s address; the one before it works no longer', async () => {
  await shop.served(async (api) => {
    const [first, second] = [(await shop.run(['set-up-link'])).out, (await shop.run(['set-up-link'])).out];
    expect(second.startsWith(`${api.url}/#/set-up?token=`)).toBe(true);
    expect((await new Person(api).post('/api/v1/set-up', { ...IDA, token: tokenOf(first) })).problem).toBe('400 invalid-input');
    await setUpBy(api, second);
    const late = await shop.run(['set-up-link']);
    expect([late.status, late.out, late.err]).toEqual([1, '', expect.stringMatching(/set up already/)]);
  });
  expect((await shop.run(['set-up-link'])).status).toBe(1);
});

// The command `script` (util-linux) is what makes a terminal of a pipe.
(spawnSync('script', ['--version']).status === 0 ? it : it.skip)('is shown where a service starts in a terminal, and works', async () => {
  const child = spawn('script', ['-qec', `"${process.execPath}" "${join(root, 'dist', 'apps', 'api', 'main.js')}"`, '/dev/null'], { env: { ...process.env, RELOCON_DATA: shop.data, PORT: '0', LOG_LEVEL: 'info' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stdout.on('data', (piece: Buffer) => (told += piece.toString()));
  while (!/token=[\w-]{43}\s/.test(told)) await once(child.stdout, 'data');
  const url = /"url":"([^"]+)"/.exec(told)?.[1] as string;
  const [, link = ''] = /Make the first administrator with this link[^]*?(http\S+)/.exec(told) ?? [];
  expect(link.startsWith(`${url}/#/set-up?token=`)).toBe(true);
  const body = JSON.stringify({ ...IDA, token: tokenOf(`${link}\n`) });
  expect((await fetch(`${url}/api/v1/set-up`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body })).status).toBe(201);
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
  await shop.served(async (api) => expect((await new Person(api).signIn(IDA.email, IDA.password)).status).toBe(201));
  expect((await shop.run(['set-up-link'])).err).toMatch(/set up already/);
});

it('is there again for whoever was cut off in the middle of setting up', async () => {
  await shop.served(async (api) => {
    const { passwords } = api.service.runtime.people;
    const set = passwords.set.bind(passwords);
    passwords.set = () => Promise.reject(new Error('cut off'));
    const first = (await shop.run(['set-up-link'])).out;
    const cutOff = await fetch(`${api.url}/api/v1/set-up`, { method: 'POST', headers: { 'content-type': 'application/json', origin: api.url }, body: JSON.stringify({ ...IDA, token: tokenOf(first) }) });
    expect(cutOff.status).toBe(500);
    passwords.set = set;
    await setUpBy(api, (await shop.run(['set-up-link'])).out);
    expect((await new Person(api).signIn(IDA.email, IDA.password)).status).toBe(201);
    expect((await shop.run(['set-up-link'])).status).toBe(1);
  });
});

/** `npm run demo` as a newcomer runs it: what it prints works. On the embedded stores, and on servers. */
import { join } from 'node:path';
import { until } from '#event-sourcing-testing';
import { root, startNode } from './cli.js';
import { databaseAddress, dropDatabases, mongodbUrl, startLog } from './test-stores.js';

jest.setTimeout(180_000);
const DATABASE = `test-demo-${process.pid}`;

/** Runs the demo, tries what it prints, and ends it as Ctrl-C does. @returns what it printed. */
async function tried(env: Record<string, string>): Promise<string> {
  const { child, ended } = startNode([join(root, 'scripts', 'demo.mjs')], { cwd: root, env: { PORT: '0', ...env } });
  let told = '';
  child.stdout?.on('data', (piece) => (told += piece));
  await until(() => told.includes('Ctrl-C ends the demo'), 'what the demo prints', 80_000);
  const [, url, adminKey, memberKey] = /Console +(\S+)[^]*Administrator's key +(\S+)\s+Amara's own key +(\S+)/.exec(told) as unknown as [string, string, string, string];
  const read = async (path: string, key: string) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    return [response.status, (await response.json()) as { items: { what: string }[] }] as const;
  };
  const [status, { items }] = await read('/api/v1/members?limit=100&sort=displayName', adminKey);
  expect([status, items.length]).toEqual([200, Number(/community of (\d+) people/.exec(told)?.[1])]);
  // The two timelines that differ by what was known.
  const timelines = [...told.matchAll(/"(http[^"]+timeline[^"]+)"/g)].map(([, address]) => (address as string).slice(url.length));
  expect(timelines).toHaveLength(2);
  const [now, then] = await Promise.all(timelines.map((path) => read(path, memberKey)));
  expect([now?.[0], then?.[0], now?.[1].items.length]).toEqual([200, 200, 3]);
  expect(then?.[1].items).not.toEqual(now?.[1].items);
  // Everything it calls worth opening is, to her.
  const worth = [...told.matchAll(/^ {2}\S.*? (http\S+\/api\/(?:v1|public)\/\S+)$/gm)].map(([, address]) => (address as string).slice(url.length));
  expect(worth).toHaveLength(9);
  for (const path of worth) {
    const [status, answer] = await read(path, memberKey);
    expect([path, status, JSON.stringify(answer).length > 300]).toEqual([path, 200, true]);
  }
  // Each of the people it names can sign in.
  const [, password] = /with the password (\S+)/.exec(told) as unknown as [string, string];
  for (const [, email] of told.matchAll(/^ {2}(\S+@example\.org) /gm)) {
    const signedIn = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
    const cookie = (signedIn.headers.getSetCookie()[0] as string).split(';')[0] as string;
    const me = (await (await fetch(`${url}/api/v1/me`, { headers: { cookie } })).json()) as { stage: string; email: string };
    expect([signedIn.status, me.stage, me.email]).toEqual([201, 'signed-in', email]);
  }
  child.kill('SIGINT');
  const { status: exit, err } = await ended;
  expect([exit, err.replace(/^Building (Relocon|the console) …\n/gm, '')]).toEqual([0, '']);
  return told;
}

it('starts with nothing but Node, and what it prints works', async () => {
  expect(await tried({})).toContain('Ctrl-C ends the demo, and its data go with it.');
});

(mongodbUrl ? it : it.skip)('starts on servers, which keep it, and is not mixed into what they hold', async () => {
  const server = await startLog();
  const env = { ...server.settings, RELOCON_VIEWS: databaseAddress(DATABASE), RELOCON_MASTER_KEY: 'ef'.repeat(32) };
  expect(await tried(env)).toContain('Ctrl-C ends the demo; the servers keep its data.');
  const again = await startNode([join(root, 'scripts', 'demo.mjs')], { cwd: root, env: { PORT: '0', ...env } }).ended;
  expect([again.status, again.err]).toEqual([1, 'the log holds events already, among which the sample community would be mixed: name empty stores.\n']);
  await server.stop();
  await dropDatabases(DATABASE);
});

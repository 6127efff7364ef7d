/** A release with a raised view version takes over from the one before it, instance by instance: nobody's read fails. */
import { join } from 'node:path';
import { collectionName } from '#event-sourcing';
import { until } from '#event-sourcing-testing';
import { membersView } from '#features/members/views/members.js';
import { openMongoViews } from '#stores/mongodb';
import { temporaryFolder } from './api.js';
import { relocon, serve, type Served } from './cli.js';
import { databaseAddress, dropDatabases, mongodbUrl, startLog } from './test-stores.js';

jest.setTimeout(60_000);
const suite = mongodbUrl ? describe : describe.skip;
const DATABASE = `test-rolling-${process.pid}`;
const NEXT = join(__dirname, 'next-release.mjs');

suite('A release with another version of a view', () => {
  const folder = temporaryFolder();
  const running = new Set<Served>();
  let server: Awaited<ReturnType<typeof startLog>>;
  let env: Record<string, string>;
  let secret: string;
  beforeAll(async () => {
    server = await startLog();
    env = { RELOCON_DATA: folder.path, ...server.settings, RELOCON_VIEWS: databaseAddress(DATABASE), RELOCON_MASTER_KEY: 'cd'.repeat(32), RELOCON_DRAIN_MS: '500' };
    secret = (await relocon(['keys', 'create', '--role', 'admin', '--name', 'test'], { data: folder.path, env })).out.trim();
  });
  afterAll(async () => {
    for (const each of running) await stop(each);
    await server.stop();
    await dropDatabases(DATABASE);
    folder.remove();
  });

  const start = async (ROLE: 'web' | 'worker', script?: string): Promise<Served> => {
    const process = await serve({ ...env, ROLE }, script);
    running.add(process);
    return process;
  };
  const stop = async (process: Served): Promise<void> => {
    running.delete(process);
    process.child.kill('SIGTERM');
    expect((await process.ended).status).toBe(0);
  };
  const isReady = async ({ url }: { url: string }) => (await fetch(`${url}/ready`)).status === 200;

  it('is built beside the one that serves, and no read fails on the way', async () => {
    const old = { worker: await start('worker'), web: await start('web') };
    await until(() => isReady(old.web), 'the old release');
    // As a balancer does: to whoever is ready.
    let serving = old.web.url;
    const call = (path: string, init: RequestInit = {}) => fetch(serving + path, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${secret}`, 'content-type': 'application/json' } });
    const register = async (displayName: string) => {
      const response = await call('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName }) });
      expect(response.status).toBe(201);
      return (await response.json()) as { id: string; position: string };
    };
    const seeded = (await Promise.all(Array.from({ length: 32 }, (_, person) => Promise.all(Array.from({ length: 10 }, (__, index) => register(`Member ${person} ${index}`)))))).flat();
    const ids = seeded.map(({ id }) => id);
    const last = seeded.reduce((a, b) => (a.position > b.position ? a : b));
    expect((await call(`/api/v1/members/${last.id}`, { headers: { 'relocon-after': last.position } })).status).toBe(200);

    // People read, and see at once what they write.
    let over = false;
    let reads = 0;
    const zones = new Set<string | null>();
    const failed: string[] = [];
    const people = Array.from({ length: 8 }, async (_, person) => {
      for (let turn = 0; !over; turn++) {
        const mine = await register(`During ${person} ${turn}`);
        for (const [path, headers] of [
          [`/api/v1/members/${mine.id}`, { 'relocon-after': mine.position }],
          [`/api/v1/members/${ids[(person * 31 + turn) % ids.length]}`, {}],
          ['/api/v1/members?limit=20&sort=displayName', {}],
        ] as const) {
          const response = await call(path, { headers });
          const { timeZone } = (await response.json()) as { timeZone: string | null };
          if (response.status !== 200) failed.push(`${path}: ${response.status}`);
          else if (!path.includes('?')) zones.add(timeZone);
          reads++;
        }
      }
    });

    // The worker first, so that there is something to read once its webs are asked.
    const next = { worker: await start('worker', NEXT), web: await start('web', NEXT) };
    await until(() => isReady(next.web), 'the new release', 20_000);
    expect([...zones]).toEqual([null]);
    serving = next.web.url;
    const before = reads;
    // What was under way at the old one is answered. Its worker goes last: until then, old webs have something to read.
    await stop(old.web);
    await stop(old.worker);
    await until(() => reads > before + 200, 'reading at the new release');
    over = true;
    await Promise.all(people);
    expect(failed).toEqual([]);
    expect([...zones]).toEqual([null, 'Etc/UTC']);
    const store = await openMongoViews({ url: databaseAddress(DATABASE) });
    // The old version goes when nobody has used it for a minute; not before.
    const [older, newer] = [membersView.version, membersView.version + 1].map((version) => collectionName({ name: 'members', version })) as [string, string];
    expect(Object.keys(await store.checkpoints())).toEqual(expect.arrayContaining([older, newer]));
    const whole = await store.getMany(newer, ids);
    expect([whole.length, [...new Set(whole.map(({ doc }) => doc?.timeZone))]]).toEqual([ids.length, ['Etc/UTC']]);
    await store.close();
  });
});

/**
 * Several processes over the same stores: MongoDB, and EventStoreDB or its stand-in. Each is the built service as it is, started and killed as
 * an operator would.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { relocon, serve, type Served } from './cli.js';
import { databaseAddress, dropDatabases, mongodbUrl, startLog } from './test-stores.js';
import { temporaryFolder } from './api.js';

jest.setTimeout(60_000);
const suite = mongodbUrl ? describe : describe.skip;

suite('Several processes', () => {
  const database = `test-instances-${randomBytes(4).toString('hex')}`;
  const folder = temporaryFolder();
  const processes: Served[] = [];
  let server: Awaited<ReturnType<typeof startLog>>;
  let env: Record<string, string>;
  let secret: string;
  let one: string;
  let two: string;

  const start = async (ROLE: 'web' | 'worker'): Promise<Served> => {
    const started = await serve({ ...env, ROLE });
    processes.push(started);
    return started;
  };
  const ready = async (url: string): Promise<void> => {
    for (const began = Date.now(); (await fetch(`${url}/ready`)).status !== 200; await new Promise((resolve) => setTimeout(resolve, 50))) if (Date.now() - began > 20_000) throw new Error(`not ready: ${await (await fetch(`${url}/ready`)).text()}`);
  };
  const call = async (url: string, path: string, { body, ...headers }: { body?: object } & Record<string, unknown> = {}) => {
    const response = await fetch(url + path, { ...(body && { method: 'POST', body: JSON.stringify(body) }), headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...(headers as Record<string, string>) } });
    return { status: response.status, body: (await response.json()) as { id: string; position: string; displayName: string; items: { id: string }[]; views: { name: string; here: boolean; writer: { instance: string; since: string; until: string } | null }[]; workers: object[] } };
  };
  const register = (url: string, displayName: string, more: object = {}) => call(url, '/api/v1/members', { body: { displayName }, ...more });
  const nameOf = async (url: string, { id, position }: { id: string; position: string }) => (await call(url, `/api/v1/members/${id}`, { 'relocon-after': position })).body.displayName;

  const called = ({ child }: Served): string => `${hostname()}/${child.pid}`;
  const watched = async (url: string) => (await call(url, '/api/v1/operations/views')).body;
  const writerOfMembers = async (url: string) => (await watched(url)).views.find(({ name }) => name === 'members')?.writer?.instance;

  beforeAll(async () => {
    server = await startLog();
    env = {
      ...server.settings,
      RELOCON_VIEWS: databaseAddress(database),
      RELOCON_MASTER_KEY: randomBytes(32).toString('hex'),
      RELOCON_DATA: folder.path,
    };
    const made = await relocon(['keys', 'create', '--role', 'admin', '--name', 'several'], { data: folder.path, env });
    secret = made.out.trim();
    [{ url: one }, { url: two }] = await Promise.all([start('web'), start('web')]);
    await start('worker');
    await Promise.all([ready(one), ready(two)]);
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGCONT');
    for (const { child, ended } of processes) {
      child.kill('SIGTERM');
      await ended;
    }
    await server.stop();
    await dropDatabases(database);
    folder.remove();
  });

  it('show at one what was written at the other', async () => {
    const { status, body } = await register(one, 'Ada');
    expect(status).toBe(201);
    expect(await nameOf(two, body)).toBe('Ada');
    expect(await nameOf(one, body)).toBe('Ada');
  });

  it('tell at each who writes the views, since when and until when', async () => {
    const [, , worker] = processes as [unknown, unknown, Served];
    for (const url of [one, two]) {
      const { views, workers } = await watched(url);
      expect(views.map(({ here, writer }) => [here, writer?.instance])).toEqual(views.map(() => [false, called(worker)]));
      for (const { writer } of views) expect((writer?.until ?? '') > (writer?.since ?? '')).toBe(true);
      expect(workers).toEqual([{ instance: called(worker), views: views.length, since: views.map(({ writer }) => writer?.since).sort()[0], here: false }]);
    }
  });

  it('answer a request once, wherever it is sent again, also at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const key = { 'idempotency-key': `k${round}` };
      const answers = await Promise.all([one, two, one, two].map((url) => register(url, `Twin ${round}`, key)));
      const later = await register(two, `Twin ${round}`, key);
      // Who came while the first was at work may be told so.
      const made = [...answers, later].filter(({ status }) => status !== 409);
      expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
      expect(new Set(made.map(({ body }) => `${body.id} ${body.position}`)).size).toBe(1);
    }
    const { body } = await call(two, '/api/v1/members?q=twin&limit=100', { 'relocon-after': (await register(one, 'Last')).body.position });
    expect(body.items).toHaveLength(10);
  });

  it('know at once of a key that was revoked at the other', async () => {
    const keys = (...args: string[]) => relocon(['keys', ...args], { data: folder.path, env });
    const key = (await keys('create', '--role', 'auditor', '--name', 'short')).out.trim();
    const statuses = async () => Promise.all([one, two].map(async (url) => (await fetch(`${url}/api/v1/members`, { headers: { authorization: `Bearer ${key}` } })).status));
    expect(await statuses()).toEqual([200, 200]);
    const id = (await keys('list')).out.split('\n').find((line) => line.includes('\tshort\t'))?.split('\t')[0] as string;
    await keys('revoke', id);
    expect(await statuses()).toEqual([401, 401]);
  });

  it('tell clients of both what happens', async () => {
    const stopping = new AbortController();
    const streams = await Promise.all([one, two].map((url) => fetch(`${url}/api/v1/changes`, { headers: { authorization: `Bearer ${secret}` }, signal: stopping.signal })));
    const heard = streams.map(async (response) => {
      let text = '';
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        if (text.includes('event: MemberRegistered')) return true;
      }
      return false;
    });
    await register(two, 'Heard');
    expect(await Promise.all(heard)).toEqual([true, true]);
    stopping.abort();
  });

  it('build a view anew for whoever asks, wherever it is written', async () => {
    expect((await call(one, '/api/v1/operations/views/members/rebuild', { body: {} })).status).toBe(202);
    const { body } = await register(two, 'During');
    expect(await nameOf(one, body)).toBe('During');
    const ran = await relocon(['rebuild', 'members', 'events'], { data: folder.path, env: { ...env, ROLE: 'web' } });
    expect([ran.status, ran.err]).toEqual([0, expect.stringMatching(/members, events are built anew/)]);
    expect(await nameOf(two, body)).toBe('During');
  });

  it('go on within five seconds when the one that writes the views is killed, and do not heed it when it was only asleep', async () => {
    const second = await start('worker');
    const [, , first] = processes as [unknown, unknown, Served];
    for (const [signal, asleep] of [['SIGSTOP', true], ['SIGKILL', false]] as const) {
      // Writes keep coming, so that it is struck in the middle of its work.
      let over = false;
      const written: Awaited<ReturnType<typeof register>>['body'][] = [];
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        while (!over) {
          const { status, body } = await register(writer % 2 ? one : two, `During ${signal}`);
          expect(status).toBe(201);
          written.push(body);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const struck = signal === 'SIGSTOP' ? first.child : second.child;
      struck.kill(signal);
      const began = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 200));
      over = true;
      await Promise.all(writers);
      const last = written.at(-1) as (typeof written)[number];
      let name: string | undefined;
      while (name === undefined && Date.now() - began < 15_000) name = await nameOf(one, last);
      expect(name).toBe(`During ${signal}`);
      expect(Date.now() - began).toBeLessThan(5_000);
      const next = called(asleep ? second : first);
      expect([await writerOfMembers(one), await writerOfMembers(two)]).toEqual([next, next]);
      if (asleep) {
        struck.kill('SIGCONT');
        // It wakes in the middle of a batch, and stands by from then on.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      }
      for (const each of written) expect(await nameOf(two, each)).toBe(`During ${signal}`);
    }
  });

  it('have made of the log what a rebuild makes of it', async () => {
    const all = async () => {
      const found: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await call(one, `/api/v1/members?limit=100&sort=displayName${cursor}`);
        found.push(...body.items.map((item) => JSON.stringify(item)));
        const { next } = body as unknown as { next: string | null };
        if (!next) return found;
        cursor = `&cursor=${next}`;
      }
    };
    const before = await all();
    expect(before.length).toBeGreaterThan(30);
    expect((await relocon(['rebuild'], { data: folder.path, env: { ...env, ROLE: 'web' } })).status).toBe(0);
    expect(await all()).toEqual(before);
  });
});

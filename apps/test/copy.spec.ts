/** Moving house, and the same house everywhere: a log copied to other stores gives the same names, answers, documents, lists and timelines. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionName, type AnyView, type FindQuery, type Scalar } from '#event-sourcing';
import { loadSamples } from '../../samples/load.js';
import type { Config } from '../api/settings/config.js';
import { ok, startTestService, temporaryFolder, testConfig, type TestService } from './api.js';
import { relocon, root } from './cli.js';
import { databaseAddress, dropDatabases, logServer, mongodbUrl, startLog } from './test-stores.js';
import { thorough } from './thorough.js';
import { at } from './world.js';

jest.setTimeout(180_000);

const onMongo = mongodbUrl ? it : it.skip;
const missoula = join(root, '..', 'shared', 'data', 'missoula');
const DATABASE = `test-copy-${process.pid}`;

/** Between what the samples say was recorded late, and now. */
const KNOWN_AT = new Date(Date.now() - 40 * 86_400_000).toISOString();

const folder = temporaryFolder();
afterAll(async () => {
  folder.remove();
  if (mongodbUrl) await dropDatabases(DATABASE);
});

const copy = (from: string[], to: string[], env: Record<string, string> = {}) => relocon(['copy', '--from', ...from, '--to', ...to], { data: join(folder.path, 'unused'), env });

/** A service over stores, while `work` lasts. */
async function over<T>(data: string, stores: Partial<Config>, work: (api: TestService) => Promise<T>): Promise<T> {
  const api = await startTestService({ folder: data, config: stores });
  try {
    expect(await api.service.runtime.projector.waitFor(await api.service.runtime.log.head(), [], 60_000)).toBe(true);
    return await work(api);
  } finally {
    await api.stop();
  }
}

it('goes on where it was stopped, and takes names, keys and answers along', async () => {
  const [here, there] = [join(folder.path, 'here'), join(folder.path, 'there')];
  const send = async (api: TestService, path: string, body: object, key: string, secret: string) => {
    const response = await api.raw(path, { method: 'POST', body: JSON.stringify(body), key: secret, headers: { 'content-type': 'application/json', 'idempotency-key': key } });
    return { status: response.status, body: (await response.json()) as { id: string; position: string } };
  };
  const first = await over(here, {}, async (api) => {
    const { secret } = await api.as({ role: 'admin' });
    const made = await send(api, '/api/v1/members', { displayName: 'Zoë 💡' }, 'k1', secret);
    return { secret, made };
  });
  expect((await copy([here], [there])).err).toMatch(/Copied and compared: 1 events \(SHA-256 [0-9a-f]{64}\)/);
  const later = await over(here, {}, async (api) => {
    const path = `/api/v1/members/${first.made.body.id}`;
    const sought = await send(api, `${path}/seek-skill`, { skill: 'Law' }, 'k2', first.secret);
    // Changes nothing, so that the log cannot tell the answer.
    const again = await send(api, `${path}/seek-skill`, { skill: 'Law' }, 'k3', first.secret);
    const refused = await send(api, '/api/v1/groups/019a9d2c-7b40-7c3e-9f21-000000000000/join', { memberId: first.made.body.id }, 'k4', first.secret);
    return { sought, again, refused };
  });
  const ran = await copy([here], [there]);
  expect([ran.status, ran.err]).toEqual([0, expect.stringMatching(/2 events/)]);
  await over(there, {}, async (api) => {
    const path = `/api/v1/members/${first.made.body.id}`;
    expect(((await (await api.raw(path, { key: first.secret })).json()) as { displayName: string }).displayName).toBe('Zoë 💡');
    for (const [asked, body, key, was] of [
      ['/api/v1/members', { displayName: 'Zoë 💡' }, 'k1', first.made],
      [`${path}/seek-skill`, { skill: 'Law' }, 'k2', later.sought],
      [`${path}/seek-skill`, { skill: 'Law' }, 'k3', later.again],
      ['/api/v1/groups/019a9d2c-7b40-7c3e-9f21-000000000000/join', { memberId: first.made.body.id }, 'k4', later.refused],
    ] as const) {
      const { status, body: answer } = await send(api, asked, body, key, first.secret);
      const { position, ...rest } = answer;
      const { position: _there, ...before } = was.body;
      expect([status, rest]).toEqual([was.status, before]);
      // In this log's own positions, which it takes.
      if (position) expect((await api.raw(path, { key: first.secret, headers: { 'relocon-after': position } })).status).toBe(200);
    }
    expect((await ok(api.admin.GET('/api/v1/events'))).items).toHaveLength(2);
  });
  // The source is as it was.
  await over(here, {}, async (api) => expect((await ok(api.admin.GET('/api/v1/events'))).items).toHaveLength(2));
});

it('refuses a target that holds something else', async () => {
  const [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
  await over(one, {}, (api) => ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } })));
  await over(other, {}, (api) => ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ben' } })));
  expect(await copy([one], [other])).toMatchObject({ status: 1, err: expect.stringMatching(/is another master key/) });
  expect((await copy([join(folder.path, 'one')], ['esdb://a', 'esdb://b'])).err).toMatch(/at most one/);
  // A folder misspelt is not made.
  const nowhere = join(folder.path, 'nowhere');
  expect(await copy([nowhere], [other])).toMatchObject({ status: 1, err: `there is no log in ${nowhere}\n` });
  expect(existsSync(nowhere)).toBe(false);
});

onMongo('refuses views and a vault that belong to another log, naming both', async () => {
  const [one, other] = [join(folder.path, 'first'), join(folder.path, 'second')];
  const address = databaseAddress(`${DATABASE}-owned`);
  const id = await over(one, { RELOCON_VIEWS: address }, async (api) => api.service.runtime.log.id);
  const stranger = await over(other, {}, async (api) => api.service.runtime.log.id);
  await expect(over(other, { RELOCON_VIEWS: address }, async () => undefined)).rejects.toThrow(new RegExp(`belongs to the log ${id}, and this is the log ${stranger}`));
  await dropDatabases(`${DATABASE}-owned`);
});

/** Everything a reader can see of it, by document, list and timeline. */
async function seen(api: TestService): Promise<Record<string, unknown>> {
  const { runtime } = api.service;
  const { views, store } = runtime;
  const all: Record<string, unknown> = {};
  for (const view of views as AnyView[]) {
    const collection = collectionName(view);
    const documents = await store.find(collection, { where: {}, sort: view.lists[0]?.sort ?? 'id', limit: 1_000_000 });
    all[`${view.name}: documents`] = documents;
    for (const { by, sort } of view.lists) {
      // Values that stand in documents, and one that stands in none.
      const values = (field: string): Scalar[] => [...new Set(documents.flatMap((doc) => doc[field] as Scalar | Scalar[]))].filter((value) => value !== undefined).slice(0, 2);
      const wheres = by.reduce<Record<string, Scalar>[]>((some, field) => some.flatMap((where) => [...values(field), 'nowhere'].map((value) => ({ ...where, [field]: value }))), [{}]).slice(0, 4);
      for (const where of wheres) for (const descending of [false, true]) all[`${view.name}: ${JSON.stringify({ where, sort, descending })}`] = await walked(api, collection, { where, sort, descending, limit: 7 });
    }
    if (view.search) for (const q of ['zo', 'a', 'ler', '💡', 'zürich', 'Montana prog']) all[`${view.name}: q=${q}`] = await store.find(collection, { where: {}, sort: view.lists[0]?.sort ?? 'id', words: q.toLowerCase().split(' '), limit: 50 });
  }
  const { items: members } = await ok(api.admin.GET('/api/v1/members', { params: { query: { limit: 100, sort: 'displayName' } } }));
  for (const { id } of members.slice(0, 6)) {
    for (const query of [{}, { asOf: '2012-01-01' }, { knownAt: KNOWN_AT }]) {
      for (const path of ['/api/v1/members/{id}/timeline', '/api/v1/members/{id}/progress'] as const) all[`${path} ${id} ${JSON.stringify(query)}`] = withoutLog(await api.admin.GET(path, { params: { ...at(id), query } }));
    }
  }
  return all;
}

async function walked(api: TestService, collection: string, query: FindQuery): Promise<unknown[]> {
  const ids: unknown[] = [];
  for (let after: FindQuery['after']; ; ) {
    const page = await api.service.runtime.store.find(collection, { ...query, ...(after && { after }) });
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1) as Record<string, Scalar> | undefined;
    if (!last || page.length < query.limit || ids.length > 30) return ids;
    after = { value: last[query.sort] ?? null, id: last.id as string };
  }
}

/** A copy is a log of its own: its positions begin with another id, cursors are sealed anew each time, and windows end now. */
function withoutLog({ data, response }: { data?: unknown; response: Response }): unknown {
  return [response.status, JSON.parse(JSON.stringify(data ?? null, (key, value: unknown) => (['next', 'window', 'knownAt', 'asOf'].includes(key) ? undefined : typeof value === 'string' && /^[0-9a-z]{8}-[0-9a-z]{11}$/.test(value) ? value.slice(9) : value)))];
}

/** The sample community, and people whose names sort and are found as people expect or not at all: accents, nothing, emoji, ties. */
async function community(name: string): Promise<string> {
  const here = join(folder.path, name);
  await loadSamples(testConfig(here));
  await over(here, {}, async (api) => {
    for (const displayName of ['Zoë', 'Zoe', 'ZOË', 'Ångström', 'Åsa', '💡', '💡💡', '\uFFFDnn', '李', 'a', 'A', 'ä', 'Same', 'Same', 'Same']) await ok(api.admin.POST('/api/v1/members', { body: { displayName } }));
  });
  return here;
}

function expectTheSame(copied: Record<string, unknown>, original: Record<string, unknown>): void {
  expect(Object.keys(copied)).toEqual(Object.keys(original));
  expect(Object.keys(original).length).toBeGreaterThan(300);
  for (const [what, found] of Object.entries(original)) expect({ what, found: copied[what] }).toEqual({ what, found });
}

onMongo('gives the same documents, lists and timelines from MongoDB', async () => {
  const here = await community('community');
  if (existsSync(missoula)) {
    // Answers and attendances are nine tenths of it, and of two kinds.
    const some = join(folder.path, 'missoula');
    cpSync(missoula, some, { recursive: true, filter: (file) => thorough || !/(rsvps|attendance)\.csv$/.test(file) });
    expect((await relocon(['import', some], { data: here })).status).toBe(0);
  }
  const there = join(folder.path, 'community-copied');
  expect((await copy([here], [there, databaseAddress(DATABASE)])).status).toBe(0);
  expectTheSame(await over(there, { RELOCON_VIEWS: databaseAddress(DATABASE) }, seen), await over(here, {}, seen));
});

onMongo(`gives the same from ${logServer}, and comes back from there unchanged`, async () => {
  const here = await community('pilot');
  const server = await startLog();
  const { RELOCON_LOG: log, RELOCON_LOG_NAMESPACE } = server.settings;
  const key = readFileSync(join(here, 'master.key'), 'utf8').trim();
  const servers = { ...server.settings, RELOCON_VIEWS: databaseAddress(`${DATABASE}-servers`), RELOCON_MASTER_KEY: key };
  const env = { RELOCON_LOG_NAMESPACE };
  const out = await copy([here], [log, servers.RELOCON_VIEWS], env);
  expect([out.status, out.err]).toEqual([0, expect.stringMatching(/Start services on the copy with RELOCON_MASTER_KEY set[^]*Copied and compared/)]);
  expectTheSame(await over(here, servers, seen), await over(here, {}, seen));
  const back = join(folder.path, 'back');
  const home = await copy([log, servers.RELOCON_VIEWS], [back], { ...env, RELOCON_MASTER_KEY: key });
  const hash = /SHA-256 ([0-9a-f]{64})/;
  expect([home.status, hash.exec(home.err)?.[1]]).toEqual([0, hash.exec(out.err)?.[1]]);
  await server.stop();
  await dropDatabases(`${DATABASE}-servers`);
});

/** How much may be asked, by whom: over HTTP, with limits small enough to be reached. */
import { at, makeWorld } from './world.js';
import { ok, startTestService, type TestService } from './api.js';
import type { Config } from '../api/settings/config.js';
import { Limits } from '../api/platform/limits.js';

let api: TestService;
afterEach(() => api.stop());
const start = async (config: Partial<Config>) => (api = await startTestService({ config }));

const json = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
/** Status and what is told of the limit, such as `200 "key";r=5;t=1 of "key";q=6;w=60`. */
const told = async (answer: Promise<Response>) => {
  const response = await answer;
  await response.arrayBuffer();
  return `${response.status} ${response.headers.get('ratelimit')} of ${response.headers.get('ratelimit-policy')}`;
};
const status = async (answer: Promise<Response>) => Number((await told(answer)).slice(0, 3));
const statuses = async (times: number, ask: () => Promise<Response>) => {
  const found: number[] = [];
  for (let index = 0; index < times; index++) found.push(await status(ask()));
  return found;
};

it('answers with a problem that says when to try again', async () => {
  await start({ RELOCON_LIMIT_KEY: 2 });
  expect(await told(api.raw('/api/v1/groups'))).toBe('200 "key";r=0;t=60 of "key";q=2;w=60');
  const refused = await api.raw('/api/v1/groups');
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ status: 429, type: 'urn:relocon:problem:too-many-requests', detail: expect.stringMatching(/^This key has sent too many requests: try again in \d\d seconds\.$/) });
  expect(refused.headers.get('retry-after')).toMatch(/^(5\d|60)$/);
  expect(refused.headers.get('ratelimit-policy')).toBe('"key";q=2;w=60');
  expect(refused.headers.get('ratelimit')).toMatch(/^"key";r=0;t=(5\d|60)$/);
});

it('counts what a request costs', async () => {
  await start({ RELOCON_LIMIT_KEY: 100_000, RELOCON_LIMIT_PERSON: 100_000 });
  const { people, groupId, meetingId } = await makeWorld(api);
  const costOf = async (path: string, init: RequestInit) => {
    // A key of its own has everything left.
    const { secret } = await api.as({ role: 'admin' });
    const response = await fetch(api.url + path, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${secret}` } });
    await response.arrayBuffer();
    return 100_000 - Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
  };
  const entries = Array.from({ length: 40 }, () => ({ memberId: people.ada, outcome: 'present' }));
  for (const [path, init, cost] of [
    [`/api/v1/members/${people.ada}`, {}, 1],
    ['/api/v1/members', {}, 2],
    ['/api/v1/members', json({ displayName: 'Zoe' }), 2],
    [`/api/v1/members/${people.ada}/timeline`, {}, 5],
    [`/api/v1/members/${people.ada}/progress`, {}, 5],
    ['/api/v1/events', {}, 5],
    ['/api/v1/events', { headers: { accept: 'application/x-ndjson' } }, 20],
    ['/api/v1/members', { headers: { accept: 'text/csv' } }, 20],
    ['/api/v1/keys', { headers: { accept: 'text/csv' } }, 20],
    [`/api/v1/members/${people.ada}/timeline`, { headers: { accept: 'text/csv' } }, 20],
    ['/api/v1/members', { headers: { accept: 'text/html, application/x-ndjson' } }, 20],
    [`/api/v1/meetings/${meetingId}/record-attendance`, json({ entries }), 6],
    [`/api/v1/groups/${groupId}`, { method: 'HEAD' }, 1],
    ['/api/v1/operations/views/members/rebuild', { method: 'POST' }, 50],
  ] as const) {
    expect([path, await costOf(path, init)]).toEqual([path, cost]);
  }
});

it('is for each person and each key', async () => {
  await start({ RELOCON_LIMIT_PERSON: 4, RELOCON_LIMIT_KEY: 1_000 });
  const { id: ada, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
  const { id: ben } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ben' } }));
  await ok(api.admin.GET('/api/v1/members/{id}', { params: { ...at(ada), header: { 'Relocon-After': position } } }));
  const [adas, adasOther, bens] = [await api.as({ memberId: ada }), await api.as({ memberId: ada }), await api.as({ memberId: ben })];
  const read = (key: string) => status(api.raw(`/api/v1/members/${ada}`, { key }));
  expect([await read(adas.secret), await read(adasOther.secret), await read(adas.secret), await read(adasOther.secret)]).toEqual([200, 200, 200, 200]);
  expect([await read(adas.secret), await read(adasOther.secret)]).toEqual([429, 429]);
  expect(await read(bens.secret)).toBe(200);
  expect(await told(api.raw(`/api/v1/members/${ada}`))).toMatch(/^200 "key";r=99\d;t=1 of "key";q=1000;w=60$/);
});

it('lets an address ask little without a credential, or with one that is none, and whoever has one go on', async () => {
  await start({ RELOCON_LIMIT_ANONYMOUS: 4 });
  expect(await told(api.raw('/api/docs', { key: null }))).toBe('200 "anonymous";r=3;t=15 of "anonymous";q=4;w=60');
  const nobody = `relocon_${'x'.repeat(43)}`;
  expect(await statuses(1, () => api.raw('/api/v1/members', { key: nobody }))).toEqual([401]);
  expect(await statuses(1, () => api.raw('/api/v1/members', { key: null }))).toEqual([401]);
  expect(await statuses(1, () => fetch(`${api.url}/nothing-here`))).toEqual([404]);
  for (const path of ['/api/docs', '/api/openapi.json', '/', '/api/docs/assets/swagger-ui.css', '/nothing-here']) {
    expect([path, await status(fetch(api.url + path, { redirect: 'manual' }))]).toEqual([path, 429]);
  }
  expect(await statuses(1, () => api.raw('/api/v1/members', { key: nobody }))).toEqual([429]);
  expect(await statuses(1, () => api.raw('/api/v1/members', { method: 'PUT', key: null }))).toEqual([429]);
  expect(await statuses(2, () => api.raw('/api/v1/members'))).toEqual([200, 200]);
});

it('adds up what comes from one address, and tells of the limit that is nearest', async () => {
  await start({ RELOCON_LIMIT_ADDRESS: 12, RELOCON_LIMIT_KEY: 100 });
  expect(await told(api.raw('/api/v1/members'))).toBe('200 "address";r=10;t=10 of "address";q=12;w=60');
  const other = await api.as({ role: 'auditor' });
  expect(await statuses(6, () => api.raw('/api/v1/members', { key: other.secret }))).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await told(api.raw('/api/v1/members'))).toMatch(/^429 "address"/);
});

it('takes an address from X-Forwarded-For only where it says so of a proxy', async () => {
  const ask = (address: string) => status(api.raw('/api/docs', { key: null, headers: { 'x-forwarded-for': address } }));
  await start({ RELOCON_LIMIT_ANONYMOUS: 1 });
  expect([await ask('203.0.113.1'), await ask('203.0.113.2')]).toEqual([200, 429]);
  await api.stop();
  await start({ RELOCON_LIMIT_ANONYMOUS: 1, RELOCON_TRUST_PROXY: 1 });
  expect([await ask('203.0.113.1'), await ask('203.0.113.2'), await ask('203.0.113.2')]).toEqual([200, 200, 429]);
  // What stands before the proxy's own word, the caller wrote.
  expect([await ask('198.51.100.7, 203.0.113.1'), await ask('198.51.100.8, 203.0.113.3')]).toEqual([429, 200]);
  expect([await ask('2001:db8:1:2::1'), await ask('2001:db8:1:2:ffff::2'), await ask('2001:db8:1:3::1')]).toEqual([200, 429, 200]);
  // Metrics are for this host alone, and a caller behind a proxy is not.
  const metrics = (address?: string) => status(fetch(`${api.url}/metrics`, { headers: address === undefined ? {} : { 'x-forwarded-for': address } }));
  expect([await metrics('203.0.113.4'), await metrics('203.0.113.4')]).toEqual([401, 429]);
  expect([await metrics(), await metrics()]).toEqual([200, 200]);
});

it('never turns away those who watch the process', async () => {
  await start({ RELOCON_LIMIT_ANONYMOUS: 1, RELOCON_LIMIT_ADDRESS: 1 });
  expect(await statuses(2, () => api.raw('/api/docs', { key: null }))).toEqual([200, 429]);
  for (const path of ['/health', '/ready', '/metrics']) expect([path, await statuses(5, () => fetch(api.url + path))]).toEqual([path, Array(5).fill(200)]);
});

it('counts nothing where every limit is off', async () => {
  await start({ RELOCON_LIMIT_ANONYMOUS: 0, RELOCON_LIMIT_PERSON: 0, RELOCON_LIMIT_KEY: 0, RELOCON_LIMIT_ADDRESS: 0 });
  expect(await told(api.raw('/api/v1/members'))).toBe('200 null of null');
  expect(await told(api.raw('/api/docs', { key: null }))).toBe('200 null of null');
});

describe('Streams', () => {
  const follow = async (key?: string) => {
    const cut = new AbortController();
    const response = await api.raw('/api/v1/changes', { signal: cut.signal, ...(key && { key }) });
    return { status: response.status, response, cut: () => cut.abort() };
  };

  it('may be so many at a time, and another once one is cut', async () => {
    await start({ RELOCON_LIMIT_STREAMS: 2 });
    const { streams } = api.service.app.get(Limits);
    const [first, second, third] = [await follow(), await follow(), await follow()];
    expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
    expect(await third.response.json()).toMatchObject({ type: 'urn:relocon:problem:too-many-requests', detail: expect.stringContaining('At most 2 streams and exports at a time') });
    const auditor = await api.as({ role: 'auditor' });
    const theirs = await follow(auditor.secret);
    expect(theirs.status).toBe(200);
    first.cut();
    let again = await follow();
    while (again.status === 429) again = await follow();
    expect((await follow()).status).toBe(429);
    expect(streams.count).toBe(3);
    await api.restart();
    expect(streams.count).toBe(0);
  });

  it('give their place back when an export is over', async () => {
    await start({ RELOCON_LIMIT_STREAMS: 1 });
    const { position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
    for (let index = 0; index < 6; index++) {
      const response = await api.raw(index % 2 ? '/api/v1/members' : '/api/v1/events', { headers: { accept: 'application/x-ndjson', connection: 'close', 'relocon-after': position } });
      expect([index, response.status, (await response.text()).length > 0]).toEqual([index, 200, true]);
    }
    const stream = await follow();
    const refused = await api.raw('/api/v1/events', { headers: { accept: 'application/x-ndjson' } });
    const list = await api.raw('/api/v1/members', { headers: { accept: 'text/csv' } });
    expect([stream.status, refused.status, list.status]).toEqual([200, 429, 429]);
    expect(await status(api.raw('/api/v1/events'))).toBe(200);
  });
});

/** Who looked at what is about a member: kept for them to see, and for a year. */
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
let admin: Person;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  admin = await signedIn(api, { memberId: world.people.eve, role: 'administrator' });
});
afterAll(() => api.stop());

const recordsOf = (client: Client, memberId: string, query: { limit?: number; cursor?: string } = {}) => client.GET('/api/v1/members/{id}/access-records', { params: { ...at(memberId), query } });
const seenBy = async (client: Client, memberId: string) => (await ok(recordsOf(client, memberId))).items;
const page = (client: Client, memberId: string) => ok(client.GET('/api/v1/members/{id}', { params: at(memberId) }));
const timeline = (client: Client, memberId: string) => ok(client.GET('/api/v1/members/{id}/timeline', { params: at(memberId) }));
const progress = (client: Client, memberId: string) => ok(client.GET('/api/v1/members/{id}/progress', { params: at(memberId) }));

it('names readers of page, timeline and progress, newest first, and nobody who reads their own', async () => {
  const { people, keys } = world;
  for (const read of [page, timeline, progress]) await read(keys.ben, people.ben);
  expect(await seenBy(keys.ben, people.ben)).toEqual([]);
  await page(keys.cleo, people.ben);
  await timeline(keys.ada, people.ben);
  await progress(api.admin, people.ben);
  await page(admin.client, people.ben);
  const seen = await seenBy(keys.ben, people.ben);
  expect(seen.map(({ who, what, kind, role, byKey, concerns, count, reason }) => [who, what, kind, role, byKey, concerns, count, reason])).toEqual([
    ['Eve Nil', 'page', 'member', 'admin', false, 'this member', 1, null],
    ['an API key (test)', 'progress', 'key', 'admin', true, 'this member', 1, null],
    ['Ada Lund', 'timeline', 'member', 'member', true, 'this member', 1, null],
    ['Cleo Zürn', 'page', 'member', 'member', true, 'this member', 1, null],
  ]);
});

it('names who asked whom a member could learn from', async () => {
  const { people, keys } = world;
  const learnFrom = (client: Client) => client.GET('/api/v1/members/{id}/learn-from', { params: at(people.eve) });
  await ok(learnFrom(keys.eve));
  expect(await problem(learnFrom(keys.ada))).toBe('403 forbidden');
  expect(await seenBy(keys.eve, people.eve)).toEqual([]);
  await ok(learnFrom(api.admin));
  await ok(learnFrom(admin.client));
  expect((await seenBy(keys.eve, people.eve)).map(({ who, what }) => [who, what])).toEqual([['an API key (test)', 'learn-from']]);
  await ok(admin.client.GET('/api/v1/members/{id}/learn-from', { params: at(people.ada) }));
  expect((await seenBy(keys.ada, people.ada)).map(({ who, what }) => [who, what])).toContainEqual(['Eve Nil', 'learn-from']);
});

it('is one look where the same is read again at once, and lists are no reads of one person', async () => {
  const { people, keys } = world;
  for (let time = 0; time < 5; time++) await page(keys.dan, people.cleo);
  await timeline(api.admin, people.cleo);
  await ok(keys.dan.GET('/api/v1/members'));
  const seen = await seenBy(keys.cleo, people.cleo);
  expect(seen.map(({ who, what, count }) => [who, what, count])).toEqual([['an API key (test)', 'timeline', 1], ['Dan Ost', 'page', 1]]);
  expect((seen[1]?.firstAt as string) <= (seen[1]?.lastAt as string)).toBe(true);
});

it('records nothing for those who may not read', async () => {
  const { people, keys } = world;
  expect(await problem(keys.ben.GET('/api/v1/members/{id}/timeline', { params: at(people.dan) }))).toBe('403 forbidden');
  expect(await seenBy(keys.dan, people.dan)).toEqual([]);
});

it('is for the member and administrators, who alone see addresses', async () => {
  const { people, keys } = world;
  for (const client of [keys.cleo, keys.ada, await api.as({ role: 'auditor' }), await api.as({ role: 'integrator' })]) expect(await problem(recordsOf(client, people.ben))).toBe('403 forbidden');
  expect((await seenBy(keys.ben, people.ben)).every((record) => !('address' in record))).toBe(true);
  expect((await seenBy(admin.client, people.ben)).every(({ address }) => address === '127.0.0.1')).toBe(true);
  expect(await problem(recordsOf(admin.client, world.groupId))).toBe('404 not-found');
});

it('tells of reveals and exports with their reasons, of everybody’s to everybody', async () => {
  const { people, keys } = world;
  const position = (await ok(admin.client.GET('/api/v1/events', { params: { query: { tag: `member:${people.dan}`, type: 'MemberRegistered' } } }))).items[0]?.position as string;
  await ok(admin.client.POST('/api/v1/reveals', { body: { positions: [position], reason: 'Dan asked' } }));
  for (const [query, headers] of [[`?reason=Only+Dan&tag=member:${people.dan}`, admin.headers], ['?reason=All+of+it', admin.headers]] as const) {
    expect((await api.raw(`/api/v1/events${query}`, { key: null, headers: { ...headers, accept: 'application/x-ndjson' } })).status).toBe(200);
  }
  const told = async (client: Client, member: string) => (await seenBy(client, member)).filter(({ what }) => what === 'reveal' || what === 'export').map(({ what, concerns, reason }) => [what, concerns, reason]);
  expect(await told(keys.dan, people.dan)).toEqual([['export', 'everybody', 'All of it'], ['export', 'this member', 'Only Dan'], ['reveal', 'this member', 'Dan asked']]);
  expect(await told(keys.ben, people.ben)).toEqual([['export', 'everybody', 'All of it']]);
  const vault = (await everythingStored(api.config.RELOCON_DATA)).filter(({ name }) => name.startsWith('vault.db'));
  expect(vault.length).toBeGreaterThan(0);
  for (const { text } of vault) for (const reason of ['Dan asked', 'Only Dan', 'All of it']) expect(text.includes(reason)).toBe(false);
});

it('comes in pages that miss nothing and repeat nothing', async () => {
  const { people, keys } = world;
  const whole = (await ok(recordsOf(keys.ben, people.ben, { limit: 100 }))).items;
  expect(whole.length).toBeGreaterThan(3);
  const walked: typeof whole = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const part = await ok(recordsOf(keys.ben, people.ben, { limit: 2, ...(cursor && { cursor }) }));
    walked.push(...part.items);
    cursor = part.next;
  }
  expect(walked).toEqual(whole);
  const { next } = await ok(recordsOf(keys.ben, people.ben, { limit: 1 }));
  expect(await problem(recordsOf(admin.client, people.ben, { cursor: next as string }))).toBe('400 bad-cursor');
});

it('keeps what was noted when the service stops', async () => {
  const { people, keys } = world;
  await page(keys.eve, people.ada);
  await api.restart();
  expect((await seenBy(keys.ada, people.ada)).map(({ who, what }) => [who, what])).toContainEqual(['Eve Nil', 'page']);
});

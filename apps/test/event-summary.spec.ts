/** How many events there are: as many as the log lists to the same reader, whatever they filter by. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  const { people, keys } = world;
  await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, what: 'kept', soWhat: 'to himself' } }));
  await ok(keys.ben.POST('/api/v1/members/{id}/block', { params: at(people.ben), body: { blockedMemberId: people.cleo } }));
});
afterAll(() => api.stop());

type Filters = { type?: string; tag?: string; stream?: string; actor?: string; from?: string; until?: string; recordedFrom?: string };

const counted = async (query: Filters) => ok(api.admin.GET('/api/v1/events/summary', { params: { query, header: { 'Relocon-After': (await ok(api.admin.GET('/api/v1/operations/views'))).head } } }));
const listed = async (query: Filters) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { ...query, limit: 1_000 } } }))).items;

it('counts what the log lists, by type and over time', async () => {
  const all = await counted({});
  const events = await listed({});
  expect(events.length).toBeGreaterThan(10);
  expect(all).toMatchObject({ total: events.length, complete: true, first: events.map(({ recordedtime }) => recordedtime).sort()[0], last: events.map(({ recordedtime }) => recordedtime).sort().at(-1) });
  expect(all.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
  expect(all.buckets.length).toBeLessThanOrEqual(200);
  expect(all.buckets.at(-1)?.position).toBe(events.at(-1)?.position);
  expect(all.types.find(({ type }) => type === 'MemberRegistered')?.count).toBe(events.filter(({ type }) => type === 'relocon.MemberRegistered').length);
  expect(all.types.map(({ count }) => count)).toEqual(all.types.map(({ count }) => count).sort((one, other) => other - one));
});

it('counts by the filters of the log', async () => {
  const [newest] = (await listed({ type: 'MemberJoined' })).slice(-1);
  for (const query of [{ type: 'MemberJoined' }, { tag: `group:${world.groupId}` }, { stream: newest?.subject as string }, { actor: newest?.actorid as string }, { recordedFrom: newest?.recordedtime as string }, { until: '2026-01-15' }, { from: '2999-01-01' }]) {
    expect([query, (await counted(query)).total]).toEqual([query, (await listed(query)).length]);
  }
  expect(await counted({ type: 'NeverHappened' })).toEqual({ total: 0, complete: true, types: [], first: null, last: null, buckets: [] });
});

it('counts what is withheld only where nobody learns whose it is', async () => {
  expect((await counted({ type: 'MemberBlocked' })).total).toBe(1);
  expect((await counted({ type: 'MemberBlocked', tag: `member:${world.people.ben}` })).total).toBe(0);
  expect((await counted({ type: 'ReflectionRecorded', actor: world.people.ben })).total).toBe(0);
});

it('is for staff', async () => {
  expect(await problem(world.keys.ben.GET('/api/v1/events/summary'))).toBe('403 forbidden');
  await ok((await api.as({ role: 'auditor' })).GET('/api/v1/events/summary'));
  expect(await problem(api.admin.GET('/api/v1/events/summary', { params: { query: { limit: 3 } as never } }))).toBe('400 invalid-input');
});

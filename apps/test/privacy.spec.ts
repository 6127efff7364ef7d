/** A canary in a private reflection, and every path by which somebody could read it. */
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

const CANARY = 'zyxcanary';
let api: TestService;
let world: World;
let reflectionId: string;
let position: string;
let others: [string, Client & { secret: string }][];

beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  const { people, keys, meetingId } = world;
  ({ id: reflectionId, position } = await ok(
    keys.ben.POST('/api/v1/reflections', {
      body: {
        authorId: people.ben,
        context: { kind: 'meeting', id: meetingId },
        what: `${CANARY} what`,
        soWhat: `${CANARY} so what`,
        nowWhat: `${CANARY} now what`,
        skills: [CANARY],
        learnedFrom: [people.ada],
        value: 'transformative',
        usefulness: 1,
        occurredAt: '2025-03-05T08:00:00Z',
      },
    }),
  ));
  const read = await keys.ben.GET('/api/v1/reflections/{id}', { params: { ...at(reflectionId), header: { 'Relocon-After': position } } });
  ({ position } = await ok(keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(reflectionId), header: { 'If-Match': read.response.headers.get('etag') as string } }, body: { soWhat: `${CANARY} revised` } })));
  others = [
    ['administrator', api.admin as Client & { secret: string }],
    ['auditor', await api.as({ role: 'auditor' })],
    ['integrator', await api.as({ role: 'integrator' })],
    ['facilitator, named in it', keys.ada],
    ['member of the group', keys.cleo],
    ['member of another group', keys.dan],
    ['member of none', keys.eve],
  ];
});
afterAll(() => api.stop());

it('can be read by its author', async () => {
  const { ben } = world.keys;
  expect(await ok(ben.GET('/api/v1/reflections/{id}', { params: { ...at(reflectionId), header: { 'Relocon-After': position } } }))).toMatchObject({ what: `${CANARY} what`, soWhat: `${CANARY} revised` });
  expect((await ok(ben.GET('/api/v1/reflections', { params: { query: { q: CANARY } } }))).items).toHaveLength(1);
  expect(JSON.stringify(await ok(ben.GET('/api/v1/members/{id}/timeline', { params: at(world.people.ben) })))).toContain(`${CANARY} revised`);
  expect((await ok(ben.GET('/api/v1/events', { params: { query: { stream: `reflection-${reflectionId}` } } }))).items).toHaveLength(2);
});

it('is unlisted, uncounted and 404 to everybody else, now and at any time', async () => {
  for (const [who, client] of others) {
    const list = await ok(client.GET('/api/v1/reflections', { params: { query: { total: 'true' } } }));
    expect([who, list.items, list.total]).toEqual([who, [], 0]);
    for (const query of [{}, { asOf: '2025-12-31' }, { knownAt: '2999-01-01' }, { position }]) {
      expect([who, await problem(client.GET('/api/v1/reflections/{id}', { params: { ...at(reflectionId), query } }))]).toEqual([who, '404 not-found']);
    }
    expect([who, (await ok(client.GET('/api/v1/events', { params: { query: { stream: `reflection-${reflectionId}` } } }))).items]).toEqual([who, []]);
  }
  for (const [who, client] of others.filter(([each]) => each.includes('member') || each.includes('facilitator'))) {
    expect([who, await problem(client.POST('/api/v1/reflections/{id}/confirm-value', { params: at(reflectionId), body: { memberId: self(client) } }))]).toEqual([who, '404 no-such-reflection']);
  }
});

/** The member a key belongs to. */
function self(client: Client): string {
  const { people, keys } = world;
  const name = (Object.keys(keys) as (keyof typeof keys)[]).find((each) => keys[each] === client);
  return people[name ?? 'eve'];
}

it('shows to keys with a role as type and time in the log, and not even that to members', async () => {
  const withheld = (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'ReflectionRecorded' } } }))).items;
  expect(withheld).toEqual([{ specversion: '1.0', id: expect.any(String), source: expect.any(String), type: 'relocon.ReflectionRecorded', time: '2025-03-05T08:00:00.000Z', recordedtime: expect.any(String), position: expect.any(String), withheld: true }]);
  expect((await ok(world.keys.ada.GET('/api/v1/events', { params: { query: { type: 'ReflectionRecorded' } } }))).items).toEqual([]);
});

it('counts in its author’s own figures alone', async () => {
  const { people, keys } = world;
  const window = { query: { from: '2025-01-01', until: '2025-12-31' } };
  const own = await ok(keys.ben.GET('/api/v1/members/{id}/progress', { params: { ...at(people.ben), ...window } }));
  expect(own.learned).toMatchObject({ reflections: 1, peopleLearnedFrom: 1, byValue: { transformative: 1 } });
  for (const client of [api.admin, keys.ada]) {
    const theirs = await ok(client.GET('/api/v1/members/{id}/progress', { params: { ...at(people.ben), ...window } }));
    expect(theirs.learned).toMatchObject({ reflections: 0, peopleLearnedFrom: 0, byValue: { transformative: 0 } });
  }
  expect((await ok(keys.ada.GET('/api/v1/members/{id}/progress', { params: { ...at(people.ada), ...window } }))).taught.timesNamed).toBe(0);
});

it('is not in any file of the log or the views in readable form but for the views’ own', async () => {
  const stored = (await everythingStored(api.config.RELOCON_DATA)).filter(({ name }) => /^(log|vault)\.db/.test(name));
  expect(stored.map(({ name }) => name)).toContain('vault.db');
  for (const { name, text } of stored) expect([name, text.includes(`${CANARY} what`)]).toEqual([name, false]);
});

it('is told of in later versions without whom it named, what it was about and what it claimed before', async () => {
  const { people, keys, groupId, meetingId } = world;
  const { id } = await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, context: { kind: 'meeting', id: meetingId }, what: 'w', soWhat: 's', learnedFrom: [people.ada], skills: ['divorce'], value: 'potential', occurredAt: '2025-03-06T08:00:00Z' } }));
  const first = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
  await ok(keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { learnedFrom: [people.cleo], skills: ['Pricing'], value: 'immediate' } }));
  const shared = (await ok(keys.ben.POST('/api/v1/reflections/{id}/share', { params: at(id), body: { visibility: 'group' } }))).position;
  const told = async (client: Client, query: object) => JSON.stringify((await ok(client.GET('/api/v1/events', { params: { query, header: { 'Relocon-After': shared } } }))).items);
  for (const client of [api.admin, keys.ada, keys.cleo]) {
    expect(await told(client, { stream: `reflection-${id}` })).not.toMatch(new RegExp(`${people.ada}|divorce|potential`));
    expect(await told(client, { tag: `member:${people.ada}`, type: 'ReflectionShared' })).not.toContain(id);
  }
  expect(await told(keys.ben, { stream: `reflection-${id}` })).toContain(people.ada);
  const entry = async (client: Client, memberId: string, query: object = {}) => (await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { groupId, limit: 100, ...query }, header: { 'Relocon-After': shared } } }))).items.find((item) => item.details.reflectionId === id);
  expect(await entry(keys.ada, people.ben)).toMatchObject({ memberIds: [people.cleo], details: { skills: ['Pricing'], value: 'immediate' }, words: { what: 'w' } });
  // The version of then was nobody else's.
  for (const client of [api.admin, keys.ada]) expect(await entry(client, people.ben, { position: first })).toBeUndefined();
  expect(await entry(keys.ben, people.ben, { position: first })).toMatchObject({ memberIds: [people.ada], details: { skills: ['divorce'], value: 'potential' } });
  expect(await entry(keys.ada, people.ada, { position: first })).toBeUndefined();
  // A version that was shared shows as it was; what is private today counts in no figure of the past.
  const counted = async (client: Client, query: object) => (await ok(client.GET('/api/v1/members/{id}/progress', { params: { ...at(people.ben), query: { from: '2025-03-06', until: '2025-03-07', groupId, ...query } } }))).learned.reflections;
  const taught = async (query: object) => (await ok(keys.cleo.GET('/api/v1/members/{id}/progress', { params: { ...at(people.cleo), query: { from: '2025-03-06', until: '2025-03-07', ...query } } }))).taught.timesNamed;
  expect([await counted(keys.ada, { position: shared }), await taught({ position: shared })]).toEqual([1, 1]);
  const { position: revised } = await ok(keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { skills: ['Law'] } }));
  await ok(keys.ben.GET('/api/v1/reflections/{id}', { params: { ...at(id), header: { 'Relocon-After': revised } } }));
  expect(await entry(keys.ada, people.ben, { position: shared })).toMatchObject({ details: { skills: ['Pricing'] }, words: { what: 'w' } });
  const { position: hidden } = await ok(keys.ben.POST('/api/v1/reflections/{id}/share', { params: at(id), body: { visibility: 'private' } }));
  await ok(keys.ben.GET('/api/v1/reflections/{id}', { params: { ...at(id), header: { 'Relocon-After': hidden } } }));
  expect([await counted(keys.ada, { position: shared }), await taught({ position: shared }), await counted(keys.ben, { position: shared })]).toEqual([0, 0, 1]);
});

it('shows, once shared, its present version onward to whom it is shared with, and hides again', async () => {
  const { people, keys, groupId } = world;
  const { ben, ada, cleo, dan } = keys;
  const share = async (visibility: 'private' | 'facilitator' | 'group' | 'network') => (await ok(ben.POST('/api/v1/reflections/{id}/share', { params: at(reflectionId), body: { visibility } }))).position;
  const canRead = async (client: Client, after: string, query: object = {}) => (await client.GET('/api/v1/reflections/{id}', { params: { ...at(reflectionId), query, header: { 'Relocon-After': after } } })).response.status;
  const readers = async (after: string) => Promise.all([ada, cleo, dan, api.admin].map((client) => canRead(client, after)));
  const beforeSharing = position;
  expect(await readers(await share('facilitator'))).toEqual([200, 404, 404, 200]);
  expect(await readers(await share('group'))).toEqual([200, 200, 404, 200]);
  const shared = await share('network');
  expect(await readers(shared)).toEqual([200, 200, 200, 200]);
  // The first version was never shared with anybody.
  const text = JSON.stringify((await dan.GET('/api/v1/events', { params: { query: { stream: `reflection-${reflectionId}` } } })).data);
  expect(text).not.toContain('so what');
  const revisions = (await ok(api.admin.GET('/api/v1/events', { params: { query: { tag: `reflection:${reflectionId}` } } }))).items.map((event) => event.type);
  expect(revisions).toEqual(['relocon.ReflectionRevised', 'relocon.ReflectionShared', 'relocon.ReflectionShared', 'relocon.ReflectionShared']);
  expect(await canRead(dan, shared, { position: beforeSharing })).toBe(200);
  const firstVersion = (await ok(ben.GET('/api/v1/events', { params: { query: { stream: `reflection-${reflectionId}`, limit: 1 } } }))).items[0]?.position as string;
  expect(await canRead(dan, shared, { position: firstVersion })).toBe(404);
  expect(await canRead(ben, shared, { position: firstVersion })).toBe(200);
  expect((await ok(ada.GET('/api/v1/members/{id}/timeline', { params: at(people.ada) }))).items.map((item) => item.what)).toContain('named-as-teacher');
  // Rights are always today's: leaving the group ends it, narrowing hides the past as well.
  await share('group');
  const left = await ok(api.admin.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.cleo } }));
  await ok(cleo.GET('/api/v1/memberships', { params: { header: { 'Relocon-After': left.position } } }));
  expect(await canRead(cleo, left.position)).toBe(404);
  const hidden = await share('private');
  expect(await readers(hidden)).toEqual([404, 404, 404, 404]);
  expect(await canRead(api.admin, hidden, { position: shared })).toBe(404);
  expect((await ok(ada.GET('/api/v1/members/{id}/timeline', { params: { ...at(people.ada), header: { 'Relocon-After': hidden } } }))).items.map((item) => item.what)).not.toContain('named-as-teacher');
});

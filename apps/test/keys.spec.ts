/** Keys: nothing under /api/v1 without one, and none gives more than it should. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

it('lets nobody in without a valid key, whatever the route', async () => {
  const wrong = [null, 'nonsense', `relocon_${'A'.repeat(43)}`, ''];
  for (const [path, methods] of Object.entries(api.contract.document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!path.startsWith('/api/v1') || operation['x-roles']?.includes('everybody')) continue;
      for (const key of wrong) {
        const response = await api.raw(path.replace(/\{[^}]+\}/g, world.groupId), { method: method.toUpperCase(), key, ...(method !== 'get' && { body: '{}', headers: { 'content-type': 'application/json' } }) });
        // Whoever sends too many that are none has to wait.
        if (key && response.status === 429) continue;
        expect([path, method, response.status]).toEqual([path, method, 401]);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
    }
  }
  for (const path of ['/api/v1', '/api/v1/../v1/members', '/api/v1/%6dembers', '//api/v1/members', '/api/docs/../v1/members', '/api/v1/members/?x=/health']) {
    const response = await fetch(api.url + path);
    expect([path, [401, 404].includes(response.status)]).toEqual([path, true]);
  }
});

it('leaves open what must be open', async () => {
  for (const path of ['/health', '/ready', '/metrics', '/api/docs', '/api/openapi.json']) expect((await api.raw(path, { key: null })).status).toBe(200);
});

it('ends a revoked key at the next request', async () => {
  const client = await api.as({ role: 'auditor' });
  await ok(client.GET('/api/v1/members'));
  const [key] = (await api.service.runtime.apiKeys.list()).filter((each) => each.role === 'auditor');
  await api.service.runtime.apiKeys.revoke(key?.id as string, new Date().toISOString());
  expect(await problem(client.GET('/api/v1/members'))).toBe('401 unauthenticated');
  await api.restart();
  expect(await problem(client.GET('/api/v1/members'))).toBe('401 unauthenticated');
});

it('keeps no key anywhere in readable form', async () => {
  const { secret } = await api.as({ role: 'admin' });
  const stored = await everythingStored(api.config.RELOCON_DATA);
  expect(stored.map(({ name }) => name)).toEqual(expect.arrayContaining(['log.db', 'vault.db', 'views.db']));
  for (const { name, text } of stored) expect([name, text.includes(secret)]).toEqual([name, false]);
});

it('takes no name of a key that a list could not show', async () => {
  const create = (name: string) => api.service.runtime.apiKeys.create({ name, role: 'auditor' }, new Date().toISOString());
  for (const name of ['', '  ', 'two\nlines', 'a\tb', 'x'.repeat(201)]) await expect(create(name)).rejects.toThrow('the name of a key must have 1 to 200 characters, without line breaks and other control characters');
  expect((await create('💡'.repeat(200))).key.name).toHaveLength(400);
});

it('gives an auditor every read and no write, an integrator both', async () => {
  const auditor = await api.as({ role: 'auditor' });
  const integrator = await api.as({ role: 'integrator' });
  const { groupId, people } = world;
  for (const client of [auditor, integrator]) {
    await ok(client.GET('/api/v1/members'));
    await ok(client.GET('/api/v1/events'));
    await ok(client.GET('/api/v1/members/{id}/timeline', { params: at(people.ben) }));
    await ok(client.GET('/api/v1/operations/views'));
  }
  expect(await problem(auditor.POST('/api/v1/members', { body: { displayName: 'No' } }))).toBe('403 forbidden');
  expect(await problem(auditor.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.ben } }))).toBe('403 forbidden');
  expect(await problem(auditor.POST('/api/v1/operations/views/{name}/rebuild', { params: { path: { name: 'members' } } }))).toBe('403 forbidden');
  expect(await problem(integrator.POST('/api/v1/operations/views/{name}/rebuild', { params: { path: { name: 'members' } } }))).toBe('403 forbidden');
  await ok(integrator.POST('/api/v1/members', { body: { displayName: 'Yes' } }));
});

it('gives a member their own rights only', async () => {
  const { groupId, otherGroupId, people, keys, meetingId } = world;
  const { ben, ada, dan } = keys;
  expect(await problem(ben.POST('/api/v1/members', { body: { displayName: 'No' } }))).toBe('403 forbidden');
  expect(await problem(ben.POST('/api/v1/groups', { body: { name: 'No', timeZone: 'UTC' } }))).toBe('403 forbidden');
  expect(await problem(ben.POST('/api/v1/members/{id}/pledge-time', { params: at(people.cleo), body: { hoursPerMonth: 1 } }))).toBe('403 forbidden');
  await ok(ben.POST('/api/v1/members/{id}/pledge-time', { params: at(people.ben), body: { hoursPerMonth: 1 } }));
  expect(await problem(ben.POST('/api/v1/groups/{id}/join', { params: at(otherGroupId), body: { memberId: people.ben } }))).toBe('403 forbidden');
  expect(await problem(ben.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.cleo } }))).toBe('403 forbidden');
  expect(await problem(ben.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ben, role: 'facilitator' } }))).toBe('403 forbidden');
  expect(await problem(ada.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ben, role: 'facilitator' } }))).toBe('403 forbidden');
  expect(await problem(ben.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: [{ memberId: people.ben, outcome: 'present' }] } }))).toBe('403 forbidden');
  const { position: recorded } = await ok(ada.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: [{ memberId: people.ben, outcome: 'present' }] } }));
  const afterIt = { params: { header: { 'Relocon-After': recorded } } };
  expect(await problem(dan.GET('/api/v1/meetings/{id}/roster', { params: at(meetingId) }))).toBe('403 forbidden');
  // What the keys with a role say for a member, the member alone says.
  expect(await problem(api.admin.POST('/api/v1/reflections', { body: { authorId: people.ben, what: 'x', soWhat: 'y' } }))).toBe('403 forbidden');
  expect((await ok(dan.GET('/api/v1/attendances', afterIt))).items).toEqual([]);
  expect((await ok(ben.GET('/api/v1/attendances', afterIt))).items).toHaveLength(1);
  expect((await ok(dan.GET('/api/v1/memberships'))).items.map((item) => item.groupId)).toEqual([otherGroupId]);
  // Contact details of others are not for members.
  const { id, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Mia', email: 'mia@example.org' } }));
  const seen = (await ok(ben.GET('/api/v1/members/{id}', { params: { ...at(id), header: { 'Relocon-After': position } } }))) as Record<string, unknown>;
  expect([seen.displayName, seen.email]).toEqual(['Mia', undefined]);
});

it('names the owner of the key as actor of every event', async () => {
  const { people, keys } = world;
  const { events, position } = await ok(keys.cleo.POST('/api/v1/members/{id}/seek-skill', { params: at(people.cleo), body: { skill: 'Law' } }));
  const found = (await ok(api.admin.GET('/api/v1/events', { params: { query: { actor: people.cleo }, header: { 'Relocon-After': position } } }))).items;
  expect(found.map((event) => event.id)).toEqual(events.map((event) => event.id));
  expect(found[0]).toMatchObject({ actorkind: 'member', actorid: people.cleo, actorrole: 'member', actorvia: 'api' });
  const mine = (await api.service.runtime.apiKeys.list()).find((key) => key.role === 'admin');
  const by = (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'GroupFounded', limit: 1 } } }))).items[0];
  expect(by).toMatchObject({ actorkind: 'key', actorid: mine?.id, actorrole: 'admin' });
});

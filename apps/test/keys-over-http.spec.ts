/** Keys that people make for their programs: shown once, bound by what their owner may, ended at once. */
import { ApiKeys } from '../api/credentials/api-keys.js';
import { Keys } from '../api/credentials/keys.js';
import { SCOPES } from '../api/credentials/scopes.js';
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
let [admin, auditor, ben]: Person[] = [];
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  [admin, auditor, ben] = await Promise.all([signedIn(api, { memberId: world.people.ada, role: 'administrator' }), signedIn(api, { role: 'auditor' }), signedIn(api, { memberId: world.people.ben })]) as [Person, Person, Person];
});
afterAll(() => api.stop());

const withKey = (secret: string): Client => api.with({ authorization: `Bearer ${secret}` });
const create = (person: Person | undefined, body: { name: string; role?: 'admin' | 'auditor' | 'integrator'; days?: number; reason?: string }) => (person as Person).client.POST('/api/v1/keys', { body });
const made = (person: Person | undefined, body: Parameters<typeof create>[1]) => ok(create(person, body));
const eventsOf = async (keyId: string) => {
  const { head } = await ok(api.admin.GET('/api/v1/operations/views'));
  return (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `key-${keyId}` }, header: { 'Relocon-After': head } } }))).items;
};

it('shows the secret once, and keeps it nowhere', async () => {
  const answer = await create(ben, { name: 'Phone' });
  expect(answer.response.status).toBe(201);
  expect(answer.response.headers.get('cache-control')).toBe('no-store');
  const { secret, ...key } = answer.data as NonNullable<typeof answer.data>;
  expect(secret).toMatch(/^relocon_[A-Za-z0-9_-]{43}$/);
  expect(secret.startsWith(key.prefix)).toBe(true);
  expect(key).toMatchObject({ name: 'Phone', role: null, memberId: world.people.ben, accountId: ben?.accountId, scopes: null });
  const [newest] = (await ok((ben as Person).client.GET('/api/v1/keys'))).items;
  expect(newest).toEqual({ ...key, revokedAt: null, lastUsedAt: null, lastUsedFrom: null });
  for (const { name, text } of await everythingStored(api.config.RELOCON_DATA)) expect([name, text.includes(secret)]).toEqual([name, false]);
});

it('records who made which key, why and from where, and never a secret', async () => {
  const { id, secret, expiresAt } = await made(admin, { name: 'Nightly', role: 'integrator', days: 30, reason: 'The import runs at night.' });
  const [event] = await eventsOf(id);
  expect(event).toMatchObject({
    type: 'relocon.ApiKeyCreated', actorkind: 'member', actorid: world.people.ada, actorrole: 'admin', actorvia: 'console',
    data: { keyId: id, accountId: admin?.accountId, memberId: world.people.ada, role: 'integrator', name: 'Nightly', reason: 'The import runs at night.', fromAddress: '127.0.0.1', expiresAt },
  });
  expect(JSON.stringify(event)).not.toContain(secret.slice(8));
});

it('lasts 90 days unless told otherwise, with every scope of its role and the whole log', async () => {
  const { secret, createdAt, expiresAt } = await made(admin, { name: 'Whole', role: 'admin' });
  expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(90 * 86_400_000);
  const registered = (await ok(withKey(secret).GET('/api/v1/events', { params: { query: { tag: `member:${world.people.cleo}`, type: 'MemberRegistered' } } }))).items[0];
  expect(registered).toMatchObject({ data: { displayName: 'Cleo Zürn' } });
  expect(registered?.masked).toBeUndefined();
});

it('may do what its role or its member may, within its scopes', async () => {
  const { secret } = await made(ben, { name: 'Ben’s' });
  expect(await problem(withKey(secret).POST('/api/v1/members', { body: { displayName: 'No' } }))).toBe('403 forbidden');
  await ok(withKey(secret).POST('/api/v1/members/{id}/pledge-time', { params: at(world.people.ben), body: { hoursPerMonth: 2 } }));
  const narrow = await ok((admin as Person).client.POST('/api/v1/keys', { body: { name: 'Narrow', role: 'integrator', scopes: ['members:read'] } }));
  await ok(withKey(narrow.secret).GET('/api/v1/members'));
  expect(await problem(withKey(narrow.secret).GET('/api/v1/groups'))).toBe('403 forbidden');
  expect(await problem(withKey(narrow.secret).POST('/api/v1/members', { body: { displayName: 'No' } }))).toBe('403 forbidden');
});

it('is no more than its maker has', async () => {
  for (const role of ['admin', 'auditor', 'integrator'] as const) expect(await problem(create(ben, { name: 'x', role }))).toBe('403 role-not-yours');
  for (const role of ['admin', 'integrator'] as const) expect(await problem(create(auditor, { name: 'x', role }))).toBe('403 role-not-yours');
  await made(auditor, { name: 'Audit', role: 'auditor' });
  expect(await problem(create(auditor, { name: 'x' }))).toBe('422 acts-as-nobody');
  expect(await problem((ben as Person).client.POST('/api/v1/keys', { body: { name: 'x', scopes: ['events:personal'] } }))).toBe('400 invalid-input');
  expect(await problem(create(ben, { name: 'x', days: 367 }))).toBe('400 invalid-input');
});

it('makes no keys and rotates none, not even itself', async () => {
  const { id, secret } = await made(admin, { name: 'Maker', role: 'admin' });
  expect(await problem(withKey(secret).POST('/api/v1/keys', { body: { name: 'x', role: 'auditor' } }))).toBe('403 keys-make-no-keys');
  expect(await problem(withKey(secret).POST('/api/v1/keys/{id}/rotate', { params: at(id), body: {} }))).toBe('403 keys-make-no-keys');
  expect(await problem(world.keys.ben.POST('/api/v1/keys', { body: { name: 'x' } }))).toBe('403 keys-make-no-keys');
});

it('asks for the password again to make or rotate one, never to revoke one', async () => {
  const later = await (ben as Person).after(6);
  expect(await problem(later.POST('/api/v1/keys', { body: { name: 'Late' } }))).toBe('403 re-authentication-needed');
  const { id } = await made(ben, { name: 'Lost' });
  expect(await problem(later.POST('/api/v1/keys/{id}/rotate', { params: at(id), body: {} }))).toBe('403 re-authentication-needed');
  expect((await later.POST('/api/v1/keys/{id}/revoke', { params: at(id), body: {} })).response.status).toBe(204);
  await ok((await (ben as Person).after(4)).POST('/api/v1/keys', { body: { name: 'In time' } }));
});

it('ends at its next request when it is revoked, and tells once that it was', async () => {
  const { id, secret } = await made(ben, { name: 'Ends' });
  await ok(withKey(secret).GET('/api/v1/members'));
  const revoke = (by: Client) => by.POST('/api/v1/keys/{id}/revoke', { params: at(id), body: { reason: 'Left on a train' } });
  expect(await problem(revoke(world.keys.cleo))).toBe('404 not-found');
  expect(await problem(revoke((auditor as Person).client))).toBe('403 forbidden');
  await ok(withKey(secret).GET('/api/v1/members'));
  for (const by of [(ben as Person).client, (admin as Person).client]) expect((await revoke(by)).response.status).toBe(204);
  expect(await problem(withKey(secret).GET('/api/v1/members'))).toBe('401 unauthenticated');
  expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['relocon.ApiKeyCreated', 'relocon.ApiKeyRevoked']);
  expect(await problem((ben as Person).client.POST('/api/v1/keys/{id}/rotate', { params: at(id), body: {} }))).toBe('409 key-revoked');
  expect(await problem((admin as Person).client.POST('/api/v1/keys/{id}/revoke', { params: at(world.groupId), body: {} }))).toBe('404 not-found');
});

it('gets a new secret beside the old one, for as long as was asked', async () => {
  const { id, secret } = await made(admin, { name: 'Rotates', role: 'auditor', days: 10 });
  const rotate = async (overlapHours: number) => ok((admin as Person).client.POST('/api/v1/keys/{id}/rotate', { params: at(id), body: { overlapHours } }));
  const next = await rotate(1);
  expect(next).toMatchObject({ id, name: 'Rotates', role: 'auditor' });
  expect(Date.parse(next.expiresAt) - Date.parse(next.createdAt)).toBe(10 * 86_400_000);
  for (const works of [secret, next.secret]) await ok(withKey(works).GET('/api/v1/members'));
  const last = await rotate(0);
  for (const ended of [secret, next.secret]) expect(await problem(withKey(ended).GET('/api/v1/members'))).toBe('401 unauthenticated');
  await ok(withKey(last.secret).GET('/api/v1/members'));
  expect(await problem((admin as Person).client.POST('/api/v1/keys/{id}/rotate', { params: at(id), body: { overlapHours: 169 } }))).toBe('400 invalid-input');
});

it('stops at its next request when its owner’s account is disabled, or loses the role', async () => {
  const owner = await signedIn(api, { memberId: world.people.eve });
  await owner.grant('administrator');
  const again = await owner.after(0);
  const key = await ok(again.POST('/api/v1/keys', { body: { name: 'Role', role: 'integrator' } }));
  const own = await ok(again.POST('/api/v1/keys', { body: { name: 'Member' } }));
  for (const { secret } of [key, own]) await ok(withKey(secret).GET('/api/v1/groups'));
  await owner.revoke('administrator');
  expect(await problem(withKey(key.secret).GET('/api/v1/groups'))).toBe('401 unauthenticated');
  await ok(withKey(own.secret).GET('/api/v1/groups'));
  await owner.disable();
  expect(await problem(withKey(own.secret).GET('/api/v1/groups'))).toBe('401 unauthenticated');
});

it('is listed for its owner; administrators and auditors see all, and of use only who should', async () => {
  const { id, secret } = await made(ben, { name: 'Used' });
  await ok(withKey(secret).GET('/api/v1/members'));
  const listFor = async (client: Client) => {
    const items = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ok(client.GET('/api/v1/keys', { params: { query: { limit: 3, ...(cursor && { cursor }) } } }));
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  };
  const used = async (client: Client) => (await listFor(client)).find((key) => key.id === id);
  expect((await listFor((ben as Person).client)).every((key) => key.memberId === world.people.ben)).toBe(true);
  expect(await used(world.keys.cleo)).toBeUndefined();
  for (const client of [(ben as Person).client, (admin as Person).client, api.admin]) expect(await used(client)).toMatchObject({ lastUsedAt: expect.stringMatching(/^2\d{3}-/), lastUsedFrom: '127.0.0.1' });
  const seen = await used((auditor as Person).client);
  expect([seen?.name, seen?.lastUsedAt, seen?.lastUsedFrom]).toEqual(['Used', undefined, undefined]);
  expect((await listFor((admin as Person).client)).some((key) => key.accountId === null)).toBe(true);
});

it('is neither left working nor left unrecorded when something breaks between log and vault', async () => {
  const { runner, vault } = api.service.runtime;
  const apiKeys = new ApiKeys(vault);
  const broken = Object.assign(Object.create(runner) as typeof runner, { execute: () => Promise.reject(new Error('the log is away')) });
  const [whole, breaking] = [runner, broken].map((each) => new Keys(apiKeys, each, () => new Date().toISOString())) as [Keys, Keys];
  const by = { actor: { kind: 'system', id: 'cli', role: 'system', via: 'cli' } as const };
  const before = (await apiKeys.list()).length;
  await expect(breaking.create({ name: 'x', role: 'admin' }, by)).rejects.toThrow('the log is away');
  expect(await apiKeys.list()).toHaveLength(before);
  const { secret, key } = (await whole.create({ name: 'y', role: 'admin' }, by)) as { secret: string; key: { id: string } };
  await expect(breaking.revoke(key.id, by)).rejects.toThrow('the log is away');
  expect(await problem(withKey(secret).GET('/api/v1/members'))).toBe('401 unauthenticated');
  await whole.revoke(key.id, by);
  expect((await eventsOf(key.id)).map(({ type }) => type)).toEqual(['relocon.ApiKeyCreated', 'relocon.ApiKeyRevoked']);
});

it('can have every scope a route asks for, and no other', () => {
  const asked = Object.values(api.contract.document.paths).flatMap((methods) => Object.values(methods).flatMap((operation) => (operation as { 'x-scope'?: string })['x-scope'] ?? []));
  // `me` is for people; personal fields and exports are asked for within a route.
  expect([...new Set([...asked.filter((scope) => scope !== 'me'), 'events:personal', 'events:export'])].sort()).toEqual([...SCOPES].sort());
});

describe('Guessing', () => {
  let guessed: TestService;
  beforeAll(async () => {
    guessed = await startTestService();
  });
  afterAll(() => guessed.stop());

  it('is stopped after fifty tokens that are none; keys go on working, and one that has ended is no guess', async () => {
    const old = await guessed.as({ role: 'auditor' });
    const [key] = (await guessed.service.runtime.apiKeys.list()).filter(({ role }) => role === 'auditor');
    await guessed.service.runtime.apiKeys.revoke(key?.id as string, new Date().toISOString());
    for (let time = 0; time < 60; time++) expect(await problem(old.GET('/api/v1/members'))).toBe('401 unauthenticated');
    const guess = (index: number) => guessed.raw('/api/v1/members', { key: `relocon_${String(index).padStart(43, 'A')}` });
    for (let index = 0; index < 50; index++) expect((await guess(index)).status).toBe(401);
    const refused = await guess(50);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^[1-6]?\d$/)]);
    expect(await problem(old.GET('/api/v1/members'))).toBe('401 unauthenticated');
    await ok(guessed.admin.GET('/api/v1/members'));
  });
});

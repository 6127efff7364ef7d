/** Others' personal data in the log: masked for people, revealed for a reason that is recorded first, exported in the same way. */
import { pino } from 'pino';
import { NotWrittenError } from '#event-sourcing';
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

const ADDRESS = 'mia.canary@example.org';
const REASON = 'Mia asked which address we have of her.';
let api: TestService;
let world: World;
let [admin, auditor, ben]: Person[] = [];
let mia: string;
const lines: string[] = [];

beforeAll(async () => {
  api = await startTestService({ config: { LOG_LEVEL: 'trace' }, logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) });
  world = await makeWorld(api);
  [admin, auditor, ben] = (await Promise.all([signedIn(api, { memberId: world.people.ada, role: 'administrator' }), signedIn(api, { role: 'auditor' }), signedIn(api, { memberId: world.people.ben })])) as [Person, Person, Person];
  ({ id: mia } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Mia', email: ADDRESS } })));
});
afterAll(() => api.stop());

const headNow = async () => (await ok(api.admin.GET('/api/v1/operations/views'))).head;
const events = async (client: Client, query: { type?: string; tag?: string; stream?: string }) => (await ok(client.GET('/api/v1/events', { params: { query, header: { 'Relocon-After': await headNow() } } }))).items;
const recorded = async (type: string) => (await events(api.admin, { type })).length;
const reveal = (client: Client, positions: string[], reason = REASON) => client.POST('/api/v1/reveals', { body: { positions, reason } });
const registration = async () => (await events((admin as Person).client, { tag: `member:${mia}`, type: 'MemberRegistered' }))[0] as NonNullable<Awaited<ReturnType<typeof events>>[0]>;

it('are masked for people, and shown with a reason to administrators and auditors', async () => {
  const event = await registration();
  expect(event.masked).toEqual(expect.arrayContaining(['displayName', 'email']));
  expect(JSON.stringify(event.data)).not.toContain(ADDRESS);
  for (const person of [admin, auditor] as Person[]) {
    const answer = await reveal(person.client, [event.position]);
    expect(answer.response.headers.get('cache-control')).toBe('no-store');
    expect(answer.data?.items).toEqual([{ eventId: event.id, position: event.position, fields: { displayName: 'Mia', email: ADDRESS } }]);
  }
});

it('leave behind who was shown what of whom, why and from where, and not what was shown', async () => {
  const event = await registration();
  const told = (await events(api.admin, { type: 'PersonalDataRevealed', tag: `member:${mia}` })).at(-1);
  expect(told).toMatchObject({ actorkind: 'account', actorid: auditor?.accountId, actorrole: 'auditor', data: { memberIds: [mia], eventIds: [event.id], reason: REASON, fromAddress: '127.0.0.1' } });
  for (const { name, text } of await everythingStored(api.config.RELOCON_DATA)) if (!name.startsWith('views.db')) expect([name, text.includes(ADDRESS), text.includes(REASON)]).toEqual([name, false, false]);
  expect(lines.length).toBeGreaterThan(10);
  for (const text of [ADDRESS, REASON]) expect(lines.filter((line) => line.includes(text))).toEqual([]);
});

it('tell each member that it was they, and not who else', async () => {
  const theirs = await Promise.all([world.people.ben, world.people.cleo].map(async (member) => (await events((admin as Person).client, { tag: `member:${member}`, type: 'MemberRegistered' }))[0]?.position as string));
  expect((await ok(reveal((admin as Person).client, theirs))).items).toHaveLength(2);
  const [seen] = (await events(world.keys.ben, { type: 'PersonalDataRevealed' })).slice(-1);
  expect(seen?.data).toMatchObject({ memberIds: [world.people.ben], eventIds: [] });
  expect(JSON.stringify(seen)).not.toContain(world.people.cleo);
});

it('are for nobody else, need a reason, and the password again', async () => {
  const { position } = await registration();
  const before = await recorded('PersonalDataRevealed');
  for (const client of [(ben as Person).client, world.keys.ada, await api.as({ role: 'integrator' })]) expect(await problem(reveal(client, [position]))).toBe('403 forbidden');
  for (const reason of ['', '  ']) expect(await problem(reveal((admin as Person).client, [position], reason))).toBe('400 invalid-input');
  expect(await problem(reveal(await (admin as Person).after(6), [position]))).toBe('403 re-authentication-needed');
  const keyWith = async (scopes: string[]) => api.with({ authorization: `Bearer ${(await api.service.runtime.apiKeys.create({ name: 'k', role: 'admin', scopes }, new Date().toISOString())).secret}` });
  expect(await problem(reveal(await keyWith(['events:read']), [position]))).toBe('403 forbidden');
  expect(await recorded('PersonalDataRevealed')).toBe(before);
  expect((await ok(reveal(await keyWith(['events:personal']), [position]))).items[0]?.fields).toEqual({ displayName: 'Mia', email: ADDRESS });
});

it('never show a private reflection, nor who blocks whom, and say no more of them than of nothing', async () => {
  const { people, keys } = world;
  await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, what: 'canary what', soWhat: 'canary so what' } }));
  await ok(keys.ben.POST('/api/v1/members/{id}/block', { params: at(people.ben), body: { blockedMemberId: people.cleo } }));
  const { position: readable } = await registration();
  const before = await recorded('PersonalDataRevealed');
  for (const type of ['ReflectionRecorded', 'MemberBlocked']) {
    const [event] = await events((admin as Person).client, { type });
    expect(event).toMatchObject({ withheld: true });
    for (const person of [admin, auditor] as Person[]) {
      const answer = await reveal(person.client, [readable, event?.position as string]);
      expect([answer.response.status, JSON.stringify(answer.error)]).toEqual([404, expect.stringContaining('/positions/1')]);
      expect(JSON.stringify(answer.error)).not.toMatch(new RegExp(`canary|${people.ben}|${people.cleo}|Mia`));
    }
  }
  const [log, place] = readable.split('-') as [string, string];
  const beyond = `${log}-${'z'.repeat(place.length)}`;
  expect(await problem(reveal((admin as Person).client, [beyond]))).toBe('404 not-found');
  expect(await recorded('PersonalDataRevealed')).toBe(before);
});

it('show nothing where they cannot be recorded, and exports give no line', async () => {
  const { position } = await registration();
  const full = jest.spyOn(api.service.runtime.log, 'append').mockRejectedValue(new NotWrittenError('the disk is full'));
  try {
    const answer = await reveal((admin as Person).client, [position]);
    expect([answer.response.status, JSON.stringify(answer.error).includes(ADDRESS)]).toEqual([503, false]);
    const file = await api.raw('/api/v1/events?reason=Audit', { key: null, headers: { ...(admin as Person).headers, accept: 'application/x-ndjson' } });
    expect([file.status, (await file.text()).includes('relocon.MemberRegistered')]).toEqual([503, false]);
  } finally {
    full.mockRestore();
  }
});

describe('Exports', () => {
  const exported = (headers: Record<string, string>, query = '') => api.raw(`/api/v1/events${query}`, { key: null, headers: { accept: 'application/x-ndjson', ...headers } });
  const shortType = async (response: Response) => `${response.status} ${((await response.json()) as { type: string }).type.replace('urn:relocon:problem:', '')}`;

  it('by people need a reason and the password again, and are recorded before they begin', async () => {
    const { headers } = admin as Person;
    expect(await shortType(await exported(headers))).toBe('400 invalid-input');
    expect(await recorded('ExportTaken')).toBe(0);
    const response = await exported(headers, `?reason=Yearly+audit&tag=member:${mia}`);
    expect(response.status).toBe(200);
    expect(await recorded('ExportTaken')).toBe(1);
    expect((await response.text()).trim().split('\n').length).toBeGreaterThan(0);
    expect((await events(api.admin, { type: 'ExportTaken' }))[0]).toMatchObject({ actorid: world.people.ada, data: { memberId: mia, reason: 'Yearly audit', fromAddress: '127.0.0.1' } });
    expect(await problem((admin as Person).client.GET('/api/v1/events', { params: { query: { reason: 'no export' } } }))).toBe('400 invalid-input');
    const late = await (admin as Person).after(6);
    expect(await problem(late.GET('/api/v1/events', { params: { query: { reason: 'Late' } }, headers: { accept: 'application/x-ndjson' } }))).toBe('403 re-authentication-needed');
    expect(await recorded('ExportTaken')).toBe(1);
  });

  it('end, unfinished, where the rights of whoever takes them end on the way', async () => {
    const { runtime } = api.service;
    // Three pages at least, and the views have seen them.
    let position = '';
    for (let batch = 0; batch < 19; batch++) {
      const registered = await Promise.all(Array.from({ length: 64 }, (_, number) => ok(api.admin.POST('/api/v1/members', { body: { displayName: `Guest ${number}` } }))));
      position = registered.map((each) => each.position).sort().at(-1) as string;
    }
    const { secret, key } = await runtime.apiKeys.create({ name: 'Taken away', role: 'auditor' }, new Date().toISOString());
    const taking = { authorization: `Bearer ${secret}`, 'relocon-after': position };
    const whole = await (await exported(taking)).text();
    const { store } = runtime;
    const find = store.findEvents.bind(store);
    // Reactions look for events too, of some types; this is the export's second page.
    const second = jest.spyOn(store, 'findEvents').mockImplementation(async (collection, query) => {
      if (query.tags.includes('all') && (query.after ?? 0) > 0) await runtime.apiKeys.revoke(key.id, new Date().toISOString());
      return find(collection, query);
    });
    const response = await exported(taking);
    let got = '';
    const reading = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) got += new TextDecoder().decode(chunk);
    })();
    await expect(reading).rejects.toThrow();
    second.mockRestore();
    expect(whole.split('\n').length).toBeGreaterThan(1_200);
    expect(got.split('\n').length).toBeLessThanOrEqual(1_001);
    expect(whole.startsWith(got.slice(0, got.lastIndexOf('\n') + 1))).toBe(true);
  });

  it('by keys need a scope, and neither reason nor event', async () => {
    const keyWith = async (scopes: string[]) => ({ authorization: `Bearer ${(await api.service.runtime.apiKeys.create({ name: 'k', role: 'auditor', scopes }, new Date().toISOString())).secret}` });
    expect(await shortType(await exported(await keyWith(['events:read'])))).toBe('403 forbidden');
    expect((await exported(await keyWith(['events:read', 'events:export']))).status).toBe(200);
    expect(await recorded('ExportTaken')).toBe(1);
  });
});

/** Looking for a group, as somebody without an account; and how a group is doing, as those who may know. */
import { parse } from 'csv-parse/sync';
import type { Snapshot } from '#event-sourcing';
import { criterion } from '#features/alignment/alignment.events.js';
import { ok, problem, startTestService, type TestService } from './api.js';
import { signedIn } from './people.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService({ config: { RELOCON_SECOND_FACTOR: 'nobody' } });
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const search = async (query: Record<string, string | number> = {}) => {
  const response = await api.raw(`/api/public/directory?${new URLSearchParams(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])))}`, { key: null });
  return { status: response.status, headers: response.headers, body: (await response.json()) as { items: { id: string; name: string; distanceKm?: number; alignment: { verdict: string; explanation: string[] } }[]; next: string | null; type?: string } };
};
const names = async (query: Record<string, string | number> = {}) => (await search(query)).body.items.map(({ name }) => name);

/** A group with a place and a domain, reviewed with this level for each criterion. */
async function reviewed(name: string, { level, ...described }: { level: number; listed: boolean; place?: { text: string; latitude?: number; longitude?: number } }, domain = ['pricing']): Promise<void> {
  const { id: groupId, position } = await ok(api.admin.POST('/api/v1/groups', { body: { name, timeZone: 'Europe/Berlin', charter: { purpose: `Learning of ${name}`, domain } } }));
  const { response } = await api.admin.GET('/api/v1/groups/{id}', { params: { ...at(groupId), header: { 'Relocon-After': position } } });
  await ok(api.admin.PATCH('/api/v1/groups/{id}', { params: { ...at(groupId), header: { 'If-Match': response.headers.get('etag') as string } }, body: described }));
  const { client } = await signedIn(api, { role: 'administrator' });
  const { id } = await ok(client.POST('/api/v1/alignment-reviews', { body: { groupId } }));
  const evidence = [{ kind: 'document' as const, url: 'https://example.org/minutes', title: 'What Ada Lund said' }];
  for (const each of criterion.options) await ok(client.POST('/api/v1/alignment-reviews/{id}/score', { params: at(id), body: { criterion: each, level, evidence, note: 'Ada Lund again' } }));
  await ok(client.POST('/api/v1/alignment-reviews/{id}/decide', { params: at(id), body: {} }));
  await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
}

it('finds aligned groups that agreed to be listed, by words, place and domain, with the explanation and no word of a member', async () => {
  expect((await search()).body).toEqual({ items: [], next: null });
  await reviewed('Alpha', { level: 4, listed: true, place: { text: 'Alte Post, Leipzig', latitude: 51.34, longitude: 12.37 } }, ['Pricing', 'law']);
  await reviewed('Beta', { level: 2, listed: true, place: { text: 'Lisbon' } });
  await reviewed('Gamma', { level: 1, listed: true });
  await reviewed('Delta', { level: 4, listed: false });
  expect(await names()).toEqual(['Alpha', 'Beta']);
  expect(await names({ verdict: 'aligned' })).toEqual(['Alpha']);
  expect(await names({ domain: 'PRICING' })).toEqual(['Alpha', 'Beta']);
  expect(await names({ domain: 'law', verdict: 'aligned' })).toEqual(['Alpha']);
  expect(await names({ q: 'learning bet' })).toEqual(['Beta']);
  expect(await names({ q: '...' })).toEqual([]);
  expect(await names({ place: 'leip' })).toEqual(['Alpha']);
  expect(await names({ near: '52.52,13.40', within: 200 })).toEqual(['Alpha']);
  expect(await names({ near: '52.52,13.40', within: 100 })).toEqual([]);
  // A degree of latitude is 111.195 km: 49.6 and 50.4 km are both shown as 50, and the one is more than that.
  const [near, tooFar] = [51.34 + 49.6 / 111.195, 51.34 + 50.4 / 111.195].map((latitude) => `${latitude},12.37`) as [string, string];
  expect([await names({ near }), (await search({ near })).body.items[0]?.distanceKm, await names({ near: tooFar, within: 50 })]).toEqual([['Alpha'], 50, []]);
  const { body, headers } = await search();
  expect(body.items[0]?.alignment).toMatchObject({ verdict: 'aligned', score: 100, judged: 100, observed: null, provisional: true });
  expect(body.items[0]?.alignment.explanation.slice(0, 2)).toEqual(['100 of 100, aligned for now: 100 judged, too little could be observed yet.', 'Learning is the stated purpose: self-sustaining.']);
  expect(JSON.stringify(body)).not.toMatch(/Ada|example\.org|reviewer/);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('goes on from page to page, and refuses what it does not understand', async () => {
  const first = (await search({ limit: 1 })).body;
  const second = (await search({ limit: 1, cursor: first.next as string })).body;
  expect([first.items[0]?.name, second.items[0]?.name, second.next]).toEqual(['Alpha', 'Beta', null]);
  for (const [query, type] of [[{ limit: 1, cursor: first.next as string, q: 'x' }, 'bad-cursor'], [{ near: 'Berlin' }, 'invalid-input'], [{ near: '91,0' }, 'invalid-input'], [{ verdict: 'notYet' }, 'invalid-input'], [{ within: 0 }, 'invalid-input']] as const) {
    const { status, body } = await search(query as Record<string, string | number>);
    expect([query, status, body.type]).toEqual([query, 400, `urn:relocon:problem:${type}`]);
  }
});

it('is taken away by anybody as CSV and NDJSON, narrowed as its pages are, without a word in the log', async () => {
  const taken = async (accept: string, query = '') => {
    const response = await api.raw(`/api/public/directory${query}`, { key: null, headers: { accept } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const [csv, ndjson] = ['text/csv', 'application/x-ndjson'];
  const { log } = api.service.runtime;
  const head = await log.head();
  for (const query of ['', '?verdict=aligned', '?q=learning+bet', '?near=52.52,13.40&within=200', '?place=leip', '?domain=none', '?q=...', '?place=...']) {
    const { items } = (await search(Object.fromEntries(new URLSearchParams(query)))).body;
    const lines = (await taken(ndjson, query)).text.trim().split('\n').map((line) => JSON.parse(line) as object);
    expect([query, lines]).toEqual([query, [...items, { count: items.length }]]);
    const rows = parse((await taken(csv, query)).text, { columns: true, record_delimiter: ['\r\n'] }) as unknown as Record<string, string>[];
    expect([query, rows.map(({ id, name, distanceKm, 'alignment.explanation': why }) => [id, name, distanceKm, why])]).toEqual([query, items.map(({ id, name, distanceKm, alignment }) => [id, name, String(distanceKm ?? ''), alignment.explanation.join('; ')])]);
  }
  expect(await log.head()).toBe(head);
  const { headers } = await taken(csv);
  expect([headers.get('content-type'), headers.get('content-disposition'), headers.get('cache-control'), headers.get('relocon-seen')]).toEqual(['text/csv; charset=utf-8', expect.stringMatching(/^attachment; filename="directory-.*\.csv"$/), 'no-store', null]);
  for (const query of ['?limit=5', '?cursor=x', '?reason=x', '?near=Berlin']) expect([query, (await taken(csv, query)).status]).toEqual([query, 400]);
});

it('holds no group that opts out while it is taken away', async () => {
  const { store } = api.service.runtime;
  const snapshot = store.snapshot.bind(store);
  const id = (await search({ q: 'Beta' })).body.items[0]?.id as string;
  const describe = (listed: boolean) => ok(api.admin.PATCH('/api/v1/groups/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { listed } }));
  const spy = jest.spyOn(store, 'snapshot').mockImplementation((collection, query, until, work) =>
    snapshot(collection, query, until, ({ position, pages }: Snapshot) => {
      async function* interrupted() {
        await describe(false);
        yield* pages;
      }
      return work({ position, pages: interrupted() });
    }),
  );
  const text = await (await api.raw('/api/public/directory', { key: null, headers: { accept: 'application/x-ndjson' } })).text();
  spy.mockRestore();
  expect(text.trim().split('\n').map((line) => (JSON.parse(line) as { name?: string; count?: number }).name ?? 'all')).toEqual(['Alpha', 'all']);
  await describe(true);
});

it('forgets a group that is archived, or is not to be listed, by the next request', async () => {
  const id = (await search({ q: 'Beta' })).body.items[0]?.id as string;
  const entry = () => api.raw(`/api/public/directory/${id}`, { key: null }).then(({ status }) => status);
  expect(await entry()).toBe(200);
  const describe = (listed: boolean) => ok(api.admin.PATCH('/api/v1/groups/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { listed } }));
  for (let round = 0; round < 5; round++) {
    await describe(false);
    expect([await entry(), await names()]).toEqual([404, ['Alpha']]);
    await describe(true);
    expect([await entry(), await names()]).toEqual([200, ['Alpha', 'Beta']]);
  }
  await ok(api.admin.POST('/api/v1/groups/{id}/archive', { params: at(id), body: {} }));
  expect([await entry(), await names()]).toEqual([404, ['Alpha']]);
});

it('tells how a group is doing, and who learned from whom, to those who may know, as of any day', async () => {
  const { admin } = api;
  const { groupId, otherGroupId, meetingId, people, keys } = world;
  await ok(admin.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: [{ memberId: people.ada, outcome: 'present', minutes: 120 }, { memberId: people.ben, outcome: 'absent' }] } }));
  const write = (client: typeof admin, body: { authorId: string; learnedFrom: string[]; visibility: 'private' | 'facilitator' | 'group' }) =>
    ok(client.POST('/api/v1/reflections', { body: { ...body, context: { kind: 'meeting', id: meetingId }, what: 'w', soWhat: 's', occurredAt: '2025-03-05T09:00:00Z' } }));
  const own = await write(keys.ada, { authorId: people.ada, learnedFrom: [people.ben], visibility: 'group' });
  await write(keys.ben, { authorId: people.ben, learnedFrom: [people.cleo], visibility: 'private' });
  const written = await write(keys.cleo, { authorId: people.cleo, learnedFrom: [people.ada], visibility: 'facilitator' });
  const helped = await ok(keys.ben.POST('/api/v1/help-exchanges', { body: { giverId: people.ben, receiverIds: [people.cleo], minutes: 90, groupId, occurredAt: '2025-03-06T09:00:00Z' } }));
  const { position } = await ok(keys.cleo.POST('/api/v1/help-exchanges/{id}/confirm', { params: at(helped.id), body: { memberId: people.cleo } }));
  const header = { 'Relocon-After': position };
  const health = await ok(keys.cleo.GET('/api/v1/groups/{id}/health', { params: { ...at(groupId), header, query: { asOf: '2025-03-31', timeZone: 'Europe/Berlin', months: 3 } } }));
  expect(health).toMatchObject({
    timeZone: 'Europe/Berlin',
    members: { active: 3, facilitators: 1 },
    // The confirmation came later than that day: until then nobody had confirmed the help.
    help: { exchanges: 0 },
    months: [{ month: '2025-01', active: 3, joined: 3, meetings: 0, attendanceRate: null }, { month: '2025-02', active: 3 }, { month: '2025-03', meetings: 1, expected: 2, came: 1, attendanceRate: 0.5, reflectedOn: 1, reflectionRate: 1 }],
    northStar: { activeMembers: 3, there: 0, share: 0 },
  });
  const ties = async (client: typeof admin, query: object = {}) => (await ok(client.GET('/api/v1/groups/{id}/network', { params: { ...at(groupId), header, query } }))).ties.map(({ learnerId, teacherId, reflections, minutes }) => [learnerId, teacherId, reflections, minutes]);
  const [shared, forFacilitators, help] = [[people.ada, people.ben, 1, 0], [people.cleo, people.ada, 1, 0], [people.cleo, people.ben, 0, 90]];
  expect(await ties(admin)).toEqual([shared, forFacilitators, help]);
  expect(await ties(keys.ada)).toEqual([shared, forFacilitators, help]);
  // Authors see their own; help is seen by those it concerns.
  expect(await ties(keys.ben)).toEqual([shared, help]);
  expect(await ties(keys.cleo)).toEqual([shared, forFacilitators, help]);
  expect(await ties(admin, { asOf: '2025-03-04' })).toEqual([]);
  const { items } = await ok(admin.GET('/api/v1/learners', { params: { header } }));
  expect(items.map(({ id, ties: of }) => [id, of.map(({ teacherId }) => teacherId)])).toEqual([[people.ada, [people.ben]], [people.cleo, [people.ada, people.ben]]]);
  await ok(admin.GET('/api/v1/learners/{id}', { params: at(people.ada) }));
  expect(await problem(admin.GET('/api/v1/learners/{id}', { params: { ...at(people.ada), query: { asOf: '2025-03-31' } } } as never))).toBe('400 no-time-travel');
  for (const client of [keys.dan, keys.eve]) expect(await problem(client.GET('/api/v1/groups/{id}/health', { params: at(groupId) }))).toBe('403 forbidden');
  expect(await problem(keys.ada.GET('/api/v1/groups/{id}/network', { params: at(otherGroupId) }))).toBe('403 forbidden');

  // A past version shows to whom it was itself shared with: facilitators, and not the group that sees the next one.
  const then = { asOf: '2025-03-31' };
  const { response } = await keys.cleo.GET('/api/v1/reflections/{id}', { params: at(written.id) });
  await ok(keys.cleo.PATCH('/api/v1/reflections/{id}', { params: { ...at(written.id), header: { 'If-Match': response.headers.get('etag') as string } }, body: { learnedFrom: [people.dan] } }));
  header['Relocon-After'] = (await ok(keys.cleo.POST('/api/v1/reflections/{id}/share', { params: at(written.id), body: { visibility: 'group' } }))).position;
  expect(await ties(keys.ben)).toEqual([shared, [people.cleo, people.ben, 0, 90], [people.cleo, people.dan, 1, 0]]);
  expect(await ties(keys.ben, then)).toEqual([shared]);
  for (const client of [keys.ada, keys.cleo, admin]) expect(await ties(client, then)).toEqual([shared, forFacilitators]);

  // Rights are today's, and the zone is that of then.
  const group = await admin.GET('/api/v1/groups/{id}', { params: at(groupId) });
  await ok(admin.PATCH('/api/v1/groups/{id}', { params: { ...at(groupId), header: { 'If-Match': group.response.headers.get('etag') as string } }, body: { timeZone: 'Asia/Tokyo' } }));
  header['Relocon-After'] = (await ok(keys.ada.POST('/api/v1/reflections/{id}/share', { params: at(own.id), body: { visibility: 'private' } }))).position;
  const healthAt = (query: object) => ok(keys.cleo.GET('/api/v1/groups/{id}/health', { params: { ...at(groupId), header, query } }));
  expect(await healthAt({ ...then, timeZone: 'Europe/Berlin', months: 1 })).toMatchObject({ timeZone: 'Europe/Berlin', months: [{ month: '2025-03', came: 1, reflectedOn: 0 }] });
  expect((await healthAt({ months: 1 })).timeZone).toBe('Asia/Tokyo');
});

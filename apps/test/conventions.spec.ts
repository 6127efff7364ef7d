/** Retries, preconditions, cursors, reading one's own writes: what every route has in common. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = {}, key?: string) =>
  api.raw(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers }, ...(key && { key }) });

describe('Idempotency-Key', () => {
  it('answers a retry with the first answer, over a restart too', async () => {
    const retry = { 'idempotency-key': 'register-hal' };
    const first = await post('/api/v1/members', { displayName: 'Hal' }, retry);
    const told = (await first.json()) as { id: string };
    expect(first.status).toBe(201);
    // The thing has gone on since.
    await ok(api.admin.PATCH('/api/v1/members/{id}', { params: { ...at(told.id), header: { 'If-Match': '*' } }, body: { displayName: 'Hal II' } }));
    const before = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
    for (const restart of [false, true]) {
      if (restart) await api.restart();
      const again = await post('/api/v1/members', { displayName: 'Hal' }, retry);
      expect(again.status).toBe(201);
      expect(await again.json()).toEqual(told);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    }
    expect((await ok(api.admin.GET('/api/v1/operations/views'))).head).toBe(before);
  });

  it('refuses another body under the same key, and is kept per account and path', async () => {
    const key = { 'idempotency-key': 'same-everywhere' };
    expect((await post('/api/v1/members', { displayName: 'Ida' }, key)).status).toBe(201);
    const other = await post('/api/v1/members', { displayName: 'Iris' }, key);
    expect([other.status, ((await other.json()) as { type: string }).type]).toEqual([422, 'urn:relocon:problem:idempotency-key-reused']);
    expect((await post('/api/v1/groups', { name: 'Other path', timeZone: 'UTC' }, key)).status).toBe(201);
    const admin = await api.as({ role: 'admin' });
    expect((await post('/api/v1/members', { displayName: 'Iris' }, key, admin.secret)).status).toBe(201);
  });

  it('keeps domain refusals, so that a retry does not succeed by surprise', async () => {
    const { groupId, people } = world;
    const path = `/api/v1/groups/${groupId}/join`;
    const key = { 'idempotency-key': 'join-dan' };
    const archived = await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Closing', timeZone: 'UTC' } }));
    await ok(api.admin.POST('/api/v1/groups/{id}/archive', { params: at(archived.id), body: {} }));
    const joinArchived = `/api/v1/groups/${archived.id}/join`;
    expect((await post(joinArchived, { memberId: people.dan }, key)).status).toBe(409);
    await ok(api.admin.POST('/api/v1/groups/{id}/reopen', { params: at(archived.id), body: {} }));
    expect((await post(joinArchived, { memberId: people.dan }, key)).status).toBe(409);
    expect((await post(joinArchived, { memberId: people.dan }, { 'idempotency-key': 'join-dan-2' })).status).toBe(200);
    expect((await post(path, { memberId: people.dan }, key)).status).toBe(200);
  });

  it('lets one of many at the same time through and gives the others its answer, or tells them to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post('/api/v1/members', { displayName: 'Jan' }, { 'idempotency-key': 'register-jan' })));
    const ids = new Set<string>();
    for (const answer of answers) {
      expect([201, 409]).toContain(answer.status);
      if (answer.status === 201) ids.add(((await answer.json()) as { id: string }).id);
    }
    expect(ids.size).toBe(1);
    const late = await post('/api/v1/members', { displayName: 'Jan' }, { 'idempotency-key': 'register-jan' });
    expect(ids.has(((await late.json()) as { id: string }).id)).toBe(true);
  });

  it('asks for the right to give the command first: a kept answer is for nobody else', async () => {
    const { groupId, people, keys } = world;
    const path = `/api/v1/groups/${groupId}/leave`;
    const key = { 'idempotency-key': 'ada-lets-ben-leave' };
    expect((await post(path, { memberId: people.ben, reason: 'Moves away' }, key, keys.ada.secret)).status).toBe(200);
    await ok(api.admin.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ada, role: 'member' } }));
    expect((await post(path, { memberId: people.ben, reason: 'Moves away' }, key, keys.ada.secret)).status).toBe(403);
    await ok(api.admin.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ada, role: 'facilitator' } }));
    expect((await post(path, { memberId: people.ben, reason: 'Moves away' }, key, keys.ada.secret)).status).toBe(200);
    await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId: people.ben } }));
  });

  it('must have 1 to 255 characters', async () => {
    expect((await post('/api/v1/members', { displayName: 'Kai' }, { 'idempotency-key': 'k'.repeat(256) })).status).toBe(400);
  });
});

describe('Preconditions', () => {
  it('change what was read, and only that', async () => {
    const { id, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Lou' } }));
    const read = () => api.admin.GET('/api/v1/members/{id}', { params: { ...at(id), header: { 'Relocon-After': position } } });
    const etag = (await read()).response.headers.get('etag') as string;
    const patch = (ifMatch: string | undefined, body: object) =>
      api.raw(`/api/v1/members/${id}`, { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(ifMatch && { 'if-match': ifMatch }) } });
    expect((await patch(undefined, { displayName: 'Lou B' })).status).toBe(428);
    const changed = await patch(etag, { displayName: 'Lou B' });
    expect(changed.status).toBe(200);
    const stale = await patch(etag, { displayName: 'Lou C' });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await patch(stale.headers.get('etag') as string, { displayName: 'Lou C' })).status).toBe(200);
    for (const bad of ['W/"1"', '"nonsense"', '1']) expect((await patch(bad, { displayName: 'Lou D' })).status).toBe(412);
    // RFC 9110: whatever it is by now, as long as it is there.
    expect((await patch('*', { displayName: 'Lou D' })).status).toBe(200);
    const missing = await api.raw('/api/v1/members/019a9d2c-7b40-7c3e-9f21-000000000000', { method: 'PATCH', body: '{}', headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"0"' } });
    expect(missing.status).toBe(404);
    // Two editors at once: one wins.
    const current = (await patch('"99"', {})).headers.get('etag') as string;
    const both = await Promise.all([patch(current, { displayName: 'One' }), patch(current, { displayName: 'Two' })]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('are not made stale by what cannot be edited', async () => {
    const { meetingId, people } = world;
    const etag = (await api.admin.GET('/api/v1/meetings/{id}', { params: at(meetingId) })).response.headers.get('etag') as string;
    const { position } = await ok(api.admin.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(meetingId), body: { memberId: people.cleo, response: 'yes' } }));
    const read = await api.admin.GET('/api/v1/meetings/{id}', { params: { ...at(meetingId), header: { 'Relocon-After': position } } });
    const now = read.response.headers.get('etag') as string;
    expect(now).not.toBe(etag);
    expect(now.split('.')[0]).toBe(etag.split('.')[0]);
    await ok(api.admin.PATCH('/api/v1/meetings/{id}', { params: { ...at(meetingId), header: { 'If-Match': etag } }, body: { place: 'Room 2' } }));
  });

  it('spare the reader what they have', async () => {
    const path = `/api/v1/groups/${world.groupId}`;
    const first = await api.raw(path);
    const etag = first.headers.get('etag') as string;
    expect((await api.raw(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await api.raw(path, { headers: { 'if-none-match': '*' } })).status).toBe(304);
    expect((await api.raw(path, { headers: { 'if-none-match': `"0.other", ${etag}` } })).status).toBe(304);
    expect((await api.raw(path, { headers: { 'if-none-match': '"0.other"' } })).status).toBe(200);
    expect((await api.raw(`${path}?asOf=2026-01-01`)).headers.get('etag')).toBeNull();
  });
});

describe('Lists', () => {
  it('walk every earlier row exactly once while others are added, in both directions', async () => {
    const made: string[] = [];
    const add = async () => made.push((await ok(api.admin.POST('/api/v1/meetings', { body: { groupId: world.otherGroupId, title: 'Walk', startsAt: '2024-05-05T10:00:00Z' } }))).id);
    for (let index = 0; index < 23; index++) await add();
    for (const sort of ['startsAt', '-startsAt'] as const) {
      await ok(api.admin.GET('/api/v1/meetings', { params: { header: { 'Relocon-After': (await ok(api.admin.GET('/api/v1/operations/views'))).head } } }));
      const earlier = [...made];
      const walked: string[] = [];
      let url: string | null = `/api/v1/meetings?groupId=${world.otherGroupId}&sort=${sort}&limit=7`;
      while (url) {
        const page = await api.raw(url);
        const { items, next } = (await page.json()) as { items: { id: string }[]; next: string | null };
        walked.push(...items.map((item) => item.id));
        const link = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
        expect(link === null).toBe(next === null);
        url = link;
        await add();
      }
      expect(new Set(walked).size).toBe(walked.length);
      expect(earlier.filter((id) => !walked.includes(id))).toEqual([]);
    }
  });

  it('count only when asked', async () => {
    // Ada, Ben, Cleo, and Dan, who joined above.
    const query = { groupId: world.groupId };
    expect((await ok(api.admin.GET('/api/v1/memberships', { params: { query: { ...query, limit: 1 } } }))).total).toBeUndefined();
    expect((await ok(api.admin.GET('/api/v1/memberships', { params: { query: { ...query, limit: 1, total: 'true' } } }))).total).toBe(4);
  });

  it('give cursors to their reader alone, for the same question', async () => {
    const { next } = await ok(api.admin.GET('/api/v1/members', { params: { query: { limit: 2 } } }));
    const cursor = next as string;
    expect(await problem(world.keys.ada.GET('/api/v1/members', { params: { query: { limit: 2, cursor } } }))).toBe('400 bad-cursor');
    expect(await problem(api.admin.GET('/api/v1/members', { params: { query: { limit: 2, cursor, sort: 'displayName' } } }))).toBe('400 bad-cursor');
    expect(await problem(api.admin.GET('/api/v1/groups', { params: { query: { cursor } } }))).toBe('400 bad-cursor');
    expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { limit: 50, cursor } } }))).items.length).toBeGreaterThan(2);
  });

  it('hold only the ids they are asked for, in their own order, and of these what fits and their reader may see', async () => {
    const { groupId, people, keys } = world;
    const named = async (query: object) => (await ok(api.admin.GET('/api/v1/members', { params: { query: { sort: 'displayName', ...query } } }))).items.map(({ displayName }) => displayName);
    const ids = [people.dan, people.ada, people.eve, people.ada, '019a9d2c-7b40-7c3e-9f21-000000000000'].join(',');
    expect(await named({ ids })).toEqual(['Ada Lund', 'Dan Ost', 'Eve Nil']);
    expect(await named({ ids, q: 'dan' })).toEqual(['Dan Ost']);
    expect(await ok(api.admin.GET('/api/v1/members', { params: { query: { ids, total: 'true', limit: 1 } } }))).toMatchObject({ total: 3 });
    const reflect = async (visibility: 'private' | 'network') => ok(keys.ada.POST('/api/v1/reflections', { body: { authorId: people.ada, context: { kind: 'self' }, what: 'One thing.', soWhat: 'Another.', visibility } }));
    const [hidden, shown] = [await reflect('private'), await reflect('network')];
    const found = async (key: typeof keys.ada, query: object = {}) => (await ok(key.GET('/api/v1/reflections', { params: { query: { ids: `${hidden.id},${shown.id}`, ...query }, header: { 'Relocon-After': shown.position } } }))).items.map(({ id }) => id).sort();
    expect(await found(keys.ada)).toEqual([hidden.id, shown.id].sort());
    expect(await found(keys.ben)).toEqual([shown.id]);
    expect(await found(keys.ada, { authorId: people.ben })).toEqual([]);
    expect((await ok(api.admin.GET('/api/v1/memberships', { params: { query: { groupId, ids: `${groupId}.${people.ben}` } } }))).items.map(({ memberId }) => memberId)).toEqual([people.ben]);
    const many = (count: number) => Array.from({ length: count }, (_, n) => `019a9d2c-7b40-7c3e-9f21-${String(n).padStart(12, '0')}`).join(',');
    expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { ids: many(100) } } }))).items).toEqual([]);
    expect(await problem(api.admin.GET('/api/v1/members', { params: { query: { ids: many(101) } } }))).toBe('400 invalid-input');
  });

  it('take dates in the caller’s zone, whole days included', async () => {
    const titles = async (from: string, until: string, timeZone?: string) =>
      (await ok(api.admin.GET('/api/v1/meetings', { params: { query: { groupId: world.groupId, from, until, ...(timeZone && { timeZone }) } } }))).items.map((item) => item.title);
    // It starts on 2025-03-04 at 17:00 in UTC, which is 2025-03-05 in Auckland.
    expect(await titles('2025-03-04', '2025-03-04')).toEqual(['War stories']);
    expect(await titles('2025-03-04', '2025-03-04', 'Pacific/Auckland')).toEqual([]);
    expect(await titles('2025-03-05', '2025-03-05', 'Pacific/Auckland')).toEqual(['War stories']);
    expect(await titles('2025-03-04T17:00:00Z', '2025-03-04T17:00:00Z')).toEqual(['War stories']);
    expect(await titles('2025-03-04T17:00:00.001Z', '2025-12-31')).toEqual([]);
  });
});

describe('One’s own writes', () => {
  it('are seen as whoever one has become by them', async () => {
    const { otherGroupId, people, keys } = world;
    const { projector, store } = api.service.runtime;
    const [commit, waitFor] = [store.commit.bind(store), projector.waitFor.bind(projector)];
    let go = (): void => undefined;
    const awaited = new Promise<void>((resolve) => (go = resolve));
    // The views stand still until a read waits for them, which is when everything else that it asks for has been asked.
    jest.spyOn(store, 'commit').mockImplementation((given) => awaited.then(() => commit(given)));
    jest.spyOn(projector, 'waitFor').mockImplementation((...given) => {
      setImmediate(go);
      return waitFor(...given);
    });
    try {
      const { position } = await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(otherGroupId), body: { memberId: people.eve } }));
      expect(await ok(keys.eve.GET('/api/v1/memberships/{id}', { params: { ...at(`${otherGroupId}.${people.dan}`), header: { 'Relocon-After': position } } }))).toMatchObject({ memberId: people.dan });
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('are seen by whoever names their position', async () => {
    for (let round = 0; round < 20; round++) {
      const { id, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: `Own ${round}` } }));
      const after = { header: { 'Relocon-After': position } };
      const [one, list, timeline] = await Promise.all([
        api.admin.GET('/api/v1/members/{id}', { params: { ...at(id), ...after } }),
        api.admin.GET('/api/v1/members', { params: { query: { sort: '-registeredAt', limit: 1 }, ...after } }),
        api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(id), ...after } }),
      ]);
      expect(one.data).toMatchObject({ displayName: `Own ${round}` });
      expect(list.data?.items[0]?.id).toBe(id);
      expect((list.response.headers.get('relocon-seen') as string) >= position).toBe(true);
      expect(timeline.data?.items.map((item) => item.what)).toEqual(['registered']);
    }
  });
});

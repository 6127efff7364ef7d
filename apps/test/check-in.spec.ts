/** Checking in over HTTP: the code on the screen, and what comes of it. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { after, at, makeWorld, type World } from './world.js';

// Ahead of the stores’ own clock, which forgets by itself.
let now = '2030-03-01T11:00:00.000Z';
let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService({ clock: () => now });
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const schedule = async (startsAt: string, groupId = world.groupId): Promise<string> => {
  const { id, position } = await ok(api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Evening', startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() } }));
  await ok(api.admin.GET('/api/v1/meetings/{id}', after(id, position)));
  return id;
};
const shownTo = (key: World['keys']['ada'], id: string) => ok(key.GET('/api/v1/meetings/{id}/check-in-code', { params: at(id) }));
const enter = (key: World['keys']['ada'], code: string | null) => key.POST('/api/v1/check-ins', { body: { code: code ?? '' } });

it('records whoever enters the code that the facilitator shows, however they write it', async () => {
  const { ada, ben, cleo } = world.keys;
  now = '2030-03-01T11:00:00.000Z';
  const id = await schedule('2030-03-01T12:00:00.000Z');
  const times = { meetingId: id, opensAt: '2030-03-01T11:30:00.000Z', closesAt: '2030-03-01T13:00:00.000Z' };
  expect(await shownTo(ada, id)).toEqual({ ...times, code: null, changesAt: null });
  now = '2030-03-01T12:05:10.000Z';
  const { code, ...rest } = await shownTo(ada, id);
  expect(rest).toEqual({ ...times, changesAt: '2030-03-01T12:06:00.000Z' });
  const { position, ...answer } = await ok(enter(ben, ` ${code?.slice(0, 3)}-${code?.slice(3)}`));
  expect(answer).toEqual({ meetingId: id, groupId: world.groupId, title: 'Evening', outcome: 'present' });
  now = '2030-03-01T12:20:00.000Z';
  expect(await problem(enter(cleo, code))).toBe('422 wrong-check-in-code');
  expect((await ok(enter(cleo, (await shownTo(ada, id)).code))).outcome).toBe('late');
  // Again, by whatever the code is now: the same stands.
  expect((await ok(enter(ben, (await shownTo(ada, id)).code))).outcome).toBe('present');
  const attendance = await ok(api.admin.GET('/api/v1/attendances/{id}', after(`${id}.${world.people.ben}`, position)));
  expect(attendance).toMatchObject({ outcome: 'present', minutes: 60, how: 'code', startsAt: '2030-03-01T12:00:00.000Z' });
});

it('shows the code to facilitators, and takes it from members of the group alone', async () => {
  const { ada, ben, dan, eve } = world.keys;
  now = '2030-03-02T12:00:00.000Z';
  const id = await schedule(now);
  expect(await problem(ben.GET('/api/v1/meetings/{id}/check-in-code', { params: at(id) }))).toBe('403 forbidden');
  const { code } = await shownTo(ada, id);
  expect(await problem(enter(dan, code))).toBe('422 wrong-check-in-code');
  expect(await problem(enter(eve, code))).toBe('422 wrong-check-in-code');
  expect(await problem(api.admin.POST('/api/v1/check-ins', { body: { code: code ?? '' } }))).toMatch(/^403 /);
  await ok(api.admin.POST('/api/v1/meetings/{id}/cancel', { params: at(id), body: {} }));
  expect(await problem(enter(ben, code))).toMatch(/^(409 meeting-cancelled|422 wrong-check-in-code)$/);
});

it('lets nobody guess: after five codes that do not hold they wait, and the right one counts nothing', async () => {
  const { ada, cleo, ben } = world.keys;
  now = '2030-03-03T12:00:00.000Z';
  const id = await schedule(now);
  for (let n = 0; n < 5; n++) expect(await problem(enter(cleo, 'none'))).toBe('422 wrong-check-in-code');
  const { code } = await shownTo(ada, id);
  const { error, response } = await enter(cleo, code);
  expect([response.status, (error as { type?: string }).type, response.headers.get('retry-after')]).toEqual([429, 'urn:relocon:problem:too-many-requests', '60']);
  // Somebody else is not held up by it.
  expect((await ok(enter(ben, code))).outcome).toBe('present');
  now = '2030-03-03T12:01:00.000Z';
  expect((await ok(enter(cleo, (await shownTo(ada, id)).code))).outcome).toBe('present');
});

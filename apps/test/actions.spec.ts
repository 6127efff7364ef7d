/** Actions over HTTP: from a meeting to the next one's agenda, to timelines and figures, and to what they say of reflections. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { after, at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const LATE = { occurredAt: '2025-03-04T18:30:00Z' };

it('are committed to in a meeting, by their owner or for them, and read by the group', async () => {
  const { people, keys, groupId, otherGroupId, meetingId } = world;
  const { id, position } = await ok(
    keys.ben.POST('/api/v1/actions', { body: { ownerId: people.ben, title: '  Ask three\tclients ', details: 'By phone.', dueOn: '2025-03-14', meetingId, helperIds: [people.eve], ...LATE } }),
  );
  const action = {
    id, ownerId: people.ben, helperIds: [people.eve], groupId, meetingId, title: 'Ask three clients', details: 'By phone.',
    dueOn: '2025-03-14', dueAt: '2025-03-14T22:59:59.999Z', timeZone: 'Europe/Berlin',
    renegotiated: [], status: 'open', outcome: null, reason: null, committedAt: '2025-03-04T18:30:00.000Z', endedAt: null, memberIds: [people.ben, people.eve],
  };
  expect(await ok(keys.ben.GET('/api/v1/actions/{id}', after(id, position)))).toEqual({ ...action, reflectionId: null });
  // Eve helps, and belongs to no group; Cleo is of the group.
  for (const client of [keys.eve, keys.cleo, keys.ada, api.admin]) expect(await ok(client.GET('/api/v1/actions/{id}', { params: at(id) }))).toEqual(action);
  expect(await problem(keys.dan.GET('/api/v1/actions/{id}', { params: at(id) }))).toBe('404 not-found');
  // Those who may say so: the owner, a facilitator of the group, staff. Not the helper, nor anybody of the group.
  for (const client of [keys.eve, keys.cleo, keys.dan]) {
    expect(await problem(client.POST('/api/v1/actions/{id}/complete', { params: at(id), body: { outcome: 'Done' } }))).toBe('403 forbidden');
    expect(await problem(client.POST('/api/v1/actions', { body: { ownerId: people.ben, title: 'For Ben', dueOn: '2999-01-01', groupId } }))).toBe('403 forbidden');
  }
  const forCleo = await ok(keys.ada.POST('/api/v1/actions', { body: { ownerId: people.cleo, title: 'Book the room', dueOn: '2025-03-10', groupId, ...LATE } }));
  // The meeting says which group it is, and whether she facilitates that.
  expect((await ok(keys.ada.POST('/api/v1/actions', { body: { ownerId: people.cleo, title: 'Bring the numbers', dueOn: '2025-03-10', meetingId, ...LATE } }))).events.map(({ type }) => type)).toEqual(['ActionCommitted']);
  for (const place of [{ meetingId }, { meetingId, groupId: otherGroupId }, { meetingId: people.ben }]) expect(await problem(keys.dan.POST('/api/v1/actions', { body: { ownerId: people.cleo, title: 'For Cleo', dueOn: '2999-01-01', ...place } }))).toBe('403 forbidden');
  const dropped = await ok(keys.ada.POST('/api/v1/actions/{id}/drop', { params: at(forCleo.id), body: { reason: 'We meet at Ada’s.', occurredAt: '2025-03-06T09:00:00Z' } }));
  expect(await ok(keys.cleo.GET('/api/v1/actions/{id}', after(forCleo.id, dropped.position)))).toMatchObject({ status: 'dropped', reason: 'We meet at Ada’s.', endedAt: '2025-03-06T09:00:00.000Z' });
  expect(await problem(keys.cleo.POST('/api/v1/actions/{id}/complete', { params: at(forCleo.id), body: { outcome: 'Booked' } }))).toBe('409 action-dropped');
});

it('name what they cannot be', async () => {
  const { people, keys, groupId, otherGroupId, meetingId } = world;
  const refused = async (body: object) => {
    const { error } = await api.admin.POST('/api/v1/actions', { body: { ownerId: people.ben, title: 'T', dueOn: '2999-01-01', ...body } as never });
    const { type, errors } = error as unknown as { type: string; errors: { pointer: string }[] };
    return [type.replace('urn:relocon:problem:', ''), errors?.[0]?.pointer];
  };
  expect(await refused({ dueOn: '2025-01-01' })).toEqual(['before-the-commitment', '/dueOn']);
  expect(await refused({ helperIds: [people.ada, people.ben] })).toEqual(['helps-oneself', '/helperIds/1']);
  expect(await refused({ meetingId: groupId })).toEqual(['no-such-meeting', '/meetingId']);
  expect(await refused({ meetingId, groupId: otherGroupId })).toEqual(['meeting-of-another-group', '/meetingId']);
  expect(await refused({ occurredAt: '2999-01-01T00:00:00Z' })).toEqual(['in-the-future', '/occurredAt']);
  expect(await refused({ dueOn: 'tomorrow' })).toEqual(['invalid-input', '/dueOn']);
  expect(await refused({ ownerId: people.dan, groupId })).toEqual(['not-a-member', '/ownerId']);
  expect(await refused({ ownerId: people.dan, meetingId })).toEqual(['not-a-member', '/ownerId']);
  for (const place of [{ groupId }, { meetingId }]) expect(await problem(keys.dan.POST('/api/v1/actions', { body: { ownerId: people.dan, title: 'Buy my pans', dueOn: '2999-01-01', ...place } }))).toBe('409 not-a-member');
  expect(await refused({ groupId: people.ben })).toEqual(['no-such-group', '/groupId']);
  expect(await refused({ reflectionId: meetingId })).toEqual(['no-such-reflection', '/reflectionId']);
  expect(await problem(keys.ben.POST('/api/v1/actions/{id}/complete', { params: at(meetingId), body: { outcome: 'x' } }))).toBe('403 forbidden');
  expect(await problem(api.admin.POST('/api/v1/actions/{id}/complete', { params: at(meetingId), body: { outcome: 'x' } }))).toBe('404 no-such-action');
});

it('are on the agenda of the next meeting while they are open, and on that of a past one as they were then', async () => {
  const { people, keys, otherGroupId: groupId } = world;
  const scheduled = (startsAt: string) => ok(api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Agenda', startsAt, occurredAt: '2025-04-01T09:00:00Z' } }));
  const past = await scheduled('2025-05-06T17:00:00Z');
  const next = await scheduled('2999-05-06T17:00:00Z');
  const commit = (title: string, dueOn: string, occurredAt: string) => ok(keys.dan.POST('/api/v1/actions', { body: { ownerId: people.dan, title, dueOn, groupId, occurredAt } }));
  const kept = await commit('Kept', '2025-05-20', '2025-04-08T18:00:00Z');
  const done = await commit('Done', '2025-05-01', '2025-04-08T18:00:00Z');
  const far = await commit('Far', '3000-01-01', '2025-05-06T18:00:00Z');
  await ok(keys.dan.POST('/api/v1/actions/{id}/complete', { params: at(done.id), body: { outcome: 'It worked.', occurredAt: '2025-05-10T09:00:00Z' } }));
  const { position } = await ok(keys.dan.POST('/api/v1/actions/{id}/renegotiate', { params: at(kept.id), body: { dueOn: '2025-06-20', reason: 'Ill' } }));
  const agenda = async (id: string) => ok(keys.dan.GET('/api/v1/meetings/{id}/agenda', after(id, position)));
  const item = (actionId: string, title: string, dueOn: string, due: boolean, renegotiations: number) => ({ actionId, title, ownerId: people.dan, ownerName: 'Dan Ost', helperIds: [], dueOn, due, renegotiations });
  const { at: moment, ...rest } = await agenda(next.id);
  expect(rest).toEqual({ meetingId: next.id, groupId, startsAt: '2999-05-06T17:00:00.000Z', actions: [item(kept.id, 'Kept', '2025-06-20', true, 1), item(far.id, 'Far', '3000-01-01', false, 0)] });
  expect(moment < '2999').toBe(true);
  expect(await agenda(past.id)).toMatchObject({ at: '2025-05-06T17:00:00.000Z', actions: [item(done.id, 'Done', '2025-05-01', true, 0), item(kept.id, 'Kept', '2025-05-20', false, 0)] });
  expect(await problem(keys.ben.GET('/api/v1/meetings/{id}/agenda', { params: at(next.id) }))).toBe('403 forbidden');
  expect(await problem(keys.dan.GET('/api/v1/meetings/{id}/agenda', { params: at(groupId) }))).toBe('404 not-found');
  // Lists: by whom, in which group, in which state, when they are due.
  const titles = async (query: object) => (await ok(keys.dan.GET('/api/v1/actions', { params: { query } }))).items.map((each) => each.title);
  expect(await titles({ groupId })).toEqual(['Done', 'Kept', 'Far']);
  expect(await titles({ memberIds: people.dan, status: 'open', sort: '-dueAt' })).toEqual(['Far', 'Kept']);
  expect(await titles({ ownerId: people.dan, from: '2025-05-01', until: '2025-06-20', timeZone: 'Europe/Berlin' })).toEqual(['Done', 'Kept']);
  expect(await titles({ ownerId: people.ben })).toEqual([]);
  expect(await problem(keys.dan.GET('/api/v1/actions', { params: { query: { q: 'x' } as never } }))).toBe('400 invalid-input');
});

it('are shown as they were, on timelines too, and counted where they were due', async () => {
  const { people, keys } = world;
  const { id } = await ok(keys.cleo.POST('/api/v1/actions', { body: { ownerId: people.cleo, title: 'Alone', dueOn: '2025-09-01', helperIds: [people.eve], occurredAt: '2025-08-01T09:00:00Z' } }));
  const { position } = await ok(keys.cleo.POST('/api/v1/actions/{id}/complete', { params: at(id), body: { outcome: 'o'.repeat(2_000), occurredAt: '2025-09-03T09:00:00Z' } }));
  const read = (query: object) => ok(keys.cleo.GET('/api/v1/actions/{id}', after(id, position, query)));
  expect([(await read({ asOf: '2025-09-02' })).status, (await read({ asOf: '2025-09-03' })).status, (await read({})).status]).toEqual(['open', 'completed', 'completed']);
  const entries = async (client: (typeof keys)['cleo'], memberId: string, query: object = {}) => (await ok(client.GET('/api/v1/members/{id}/timeline', after(memberId, position, { kind: 'acted', ...query })))).items.filter((item) => item.details.actionId === id);
  expect(await entries(keys.cleo, people.cleo)).toEqual([
    { id: expect.any(String), kind: 'acted', occurredAt: '2025-09-03T09:00:00.000Z', what: 'action-completed', memberIds: [people.eve], details: { actionId: id, role: 'owner', committedAt: '2025-08-01T09:00:00.000Z', dueOn: '2025-09-01', renegotiations: 0 }, words: { title: 'Alone', outcome: 'o'.repeat(2_000) }, eventIds: [expect.any(String), expect.any(String)] },
  ]);
  expect((await entries(keys.cleo, people.cleo, { asOf: '2025-09-02' })).map(({ what, words }) => [what, words])).toEqual([['action-committed', { title: 'Alone' }]]);
  expect((await entries(keys.eve, people.eve)).map(({ what, details }) => [what, details.role])).toEqual([['action-completed', 'helper']]);
  // A facilitator of Cleo’s group sees what comes from there alone, and this does not.
  expect(await entries(keys.ada, people.cleo)).toEqual([]);
  const acted = async (client: (typeof keys)['cleo'], memberId: string, query: object) => (await ok(client.GET('/api/v1/members/{id}/progress', after(memberId, position, query)))).acted;
  expect(await acted(keys.cleo, people.cleo, { from: '2025-08-15', until: '2025-09-15' })).toEqual({ done: 1, due: 1 });
  expect(await acted(keys.cleo, people.cleo, { from: '2025-08-15', until: '2025-09-02' })).toEqual({ done: 0, due: 1 });
  expect(await acted(keys.cleo, people.cleo, { from: '2025-09-02', until: '2025-09-15' })).toEqual({ done: 0, due: 0 });
  expect(await acted(keys.ada, people.cleo, { from: '2025-08-15', until: '2025-09-15' })).toEqual({ done: 0, due: 0 });
  expect(await acted(keys.eve, people.eve, { from: '2025-08-15', until: '2025-09-15' })).toEqual({ done: 0, due: 0 });
});

describe('Applied value', () => {
  const reflect = async (body: object) => (await ok(world.keys.ben.POST('/api/v1/reflections', { body: { authorId: world.people.ben, what: 'w', soWhat: 's', value: 'applied', visibility: 'network', ...body } as never }))).id;
  const commit = async (body: object = {}) => (await ok(world.keys.ben.POST('/api/v1/actions', { body: { ownerId: world.people.ben, title: 'T', dueOn: '2999-01-01', groupId: world.groupId, ...body } as never }))).id;
  const complete = async (id: string) => (await ok(api.admin.POST('/api/v1/actions/{id}/complete', { params: at(id), body: { outcome: 'o' } }))).position;
  const head = async () => (await ok(api.admin.GET('/api/v1/operations/views'))).head;

  /** What every path says of it: alone, in a list, in its story, on the timeline. */
  async function status(id: string, position?: string): Promise<string> {
    const { people, keys } = world;
    const seen = position ?? (await head());
    const { valueStatus } = await ok(keys.cleo.GET('/api/v1/reflections/{id}', after(id, seen)));
    const listed = (await ok(keys.cleo.GET('/api/v1/reflections', { params: { query: { authorId: people.ben, limit: 100 }, header: { 'Relocon-After': seen } } }))).items.find((item) => item.id === id);
    const story = await ok(keys.cleo.GET('/api/v1/reflections/{id}/value-story', after(id, seen)));
    const entry = (await ok(keys.ben.GET('/api/v1/members/{id}/timeline', after(people.ben, seen, { kind: 'learned', limit: 100 })))).items.find((item) => item.details.reflectionId === id);
    expect([listed?.valueStatus, story.reflections[0]?.valueStatus, story.summary.valueStatus, entry?.details.valueStatus]).toEqual(Array(4).fill(valueStatus));
    return valueStatus;
  }

  it('is corroborated by the action it is about, completed before or after', async () => {
    const actionId = await commit();
    const before = await reflect({ context: { kind: 'action', id: actionId } });
    expect(await status(before)).toBe('claimed');
    expect(await status(before, await complete(actionId))).toBe('corroborated');
    const afterwards = await reflect({ context: { kind: 'action', id: actionId } });
    expect(await status(afterwards)).toBe('corroborated');
    const etag = (await world.keys.cleo.GET('/api/v1/reflections/{id}', { params: at(before) })).response.headers.get('etag');
    const revised = await ok(world.keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(before), header: { 'If-Match': etag as string } }, body: { value: 'potential' } }));
    expect(await status(before, revised.position)).toBe('claimed');
  });

  it('is corroborated where its author helped, and not by what is somebody else’s', async () => {
    const { people, keys, groupId } = world;
    const others = async (helperIds: string[]) => (await ok(keys.cleo.POST('/api/v1/actions', { body: { ownerId: people.cleo, title: 'T', dueOn: '2999-01-01', groupId, helperIds } }))).id;
    const [helped, theirs] = [await others([people.ben]), await others([])];
    const [onHelped, onTheirs] = [await reflect({ context: { kind: 'action', id: helped } }), await reflect({ context: { kind: 'action', id: theirs } })];
    await complete(helped);
    await complete(theirs);
    expect([await status(onHelped), await status(onTheirs)]).toEqual(['corroborated', 'claimed']);
  });

  it('is corroborated by an action that was opened from it, whether it was claimed before or after', async () => {
    const { keys } = world;
    const claimed = await reflect({ nowWhat: 'n' });
    const later = await reflect({ nowWhat: 'n', value: 'immediate' });
    const [one, other, unrelated] = [await commit({ reflectionId: claimed }), await commit({ reflectionId: later }), await commit()];
    expect((await ok(keys.ben.GET('/api/v1/actions/{id}', after(one, await head())))).reflectionId).toBe(claimed);
    await complete(unrelated);
    expect(await status(claimed)).toBe('claimed');
    await complete(one);
    await complete(other);
    expect([await status(claimed), await status(later)]).toEqual(['corroborated', 'claimed']);
    await ok(keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(later), header: { 'If-Match': '*' } }, body: { value: 'applied' } }));
    expect(await status(later)).toBe('corroborated');
    expect(await problem(keys.ben.POST('/api/v1/actions', { body: { ownerId: world.people.ben, title: 'T', dueOn: '2999-01-01', reflectionId: await reflect({}) } }))).toBe('422 nothing-to-do-now');
  });

  it('was claimed, and known to be no more, before that action was completed', async () => {
    const { keys, people } = world;
    const actionId = await commit({ occurredAt: '2025-06-01T09:00:00Z' });
    const id = await reflect({ context: { kind: 'action', id: actionId }, occurredAt: '2025-06-10T09:00:00Z' });
    const from = await reflect({ nowWhat: 'n', occurredAt: '2025-06-01T09:00:00Z' });
    const opened = await commit({ reflectionId: from, occurredAt: '2025-06-02T09:00:00Z' });
    const before = await head();
    for (const each of [actionId, opened]) await ok(keys.ben.POST('/api/v1/actions/{id}/complete', { params: at(each), body: { outcome: 'o', occurredAt: '2025-06-20T09:00:00Z' } }));
    const position = await head();
    for (const each of [id, from]) {
      const was = async (query: object) => {
        const { valueStatus } = await ok(keys.cleo.GET('/api/v1/reflections/{id}', after(each, position, query)));
        const entry = (await ok(keys.ben.GET('/api/v1/members/{id}/timeline', after(people.ben, position, { kind: 'learned', limit: 100, ...query })))).items.find((item) => item.details.reflectionId === each);
        return [valueStatus, entry?.details.valueStatus];
      };
      expect([await was({}), await was({ asOf: '2025-06-19' }), await was({ asOf: '2025-06-20' }), await was({ position: before })]).toEqual([['corroborated', 'corroborated'], ['claimed', 'claimed'], ['corroborated', 'corroborated'], ['claimed', 'claimed']]);
    }
  });
});

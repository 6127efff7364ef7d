/** Closing a meeting over HTTP: whom it asks for, and when. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

it('closes a meeting once the facilitator has said of everybody expected whether they were absent or it stays open', async () => {
  const { admin } = api;
  const { people } = world;
  const { id: groupId } = await ok(admin.POST('/api/v1/groups', { body: { name: 'Closing', timeZone: 'UTC', occurredAt: '2025-01-02T09:00:00Z' } }));
  const join = (memberId: string, occurredAt: string) => ok(admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId, occurredAt } }));
  const schedule = async (startsAt: string) => (await ok(admin.POST('/api/v1/meetings', { body: { groupId, title: 'Evening', startsAt } }))).id;
  await join(people.ben, '2025-01-10T09:00:00Z');
  await join(people.cleo, '2025-01-10T09:00:00Z');
  await join(people.eve, '2025-04-10T09:00:00Z');
  const id = await schedule('2025-03-11T17:00:00Z');
  await ok(admin.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(id), body: { memberId: people.dan, response: 'no' } }));
  const close = (body: object) => admin.POST('/api/v1/meetings/{id}/close', { params: at(id), body });
  const { error, response } = await close({});
  // Eve came to the group later, Dan is no member of it and answered.
  expect([response.status, (error as { memberIds?: string[] }).memberIds?.toSorted()]).toEqual([409, [people.ben, people.cleo, people.dan].sort()]);
  expect(await problem(close({ expected: [] }))).toBe('400 invalid-input');
  const { events } = await ok(close({ absent: [people.ben], leaveOpen: [people.cleo, people.dan] }));
  expect(events.map(({ type }) => type)).toEqual(['AttendanceRecorded', 'MeetingClosed']);
  const later = await schedule('2999-03-11T17:00:00Z');
  expect(await problem(admin.POST('/api/v1/meetings/{id}/close', { params: at(later), body: {} }))).toBe('409 meeting-not-begun');
  expect(await problem(admin.POST('/api/v1/meetings/{id}/cancel', { params: at(id), body: {} }))).toBe('409 attendance-exists');
});

/** A group of people to test with, made through the API. */
import { ok, type Client, type TestService } from './api.js';

export interface World {
  groupId: string;
  otherGroupId: string;
  /** Ada facilitates the group; Ben and Cleo belong to it; Dan to the other group; Eve to none. */
  people: Record<'ada' | 'ben' | 'cleo' | 'dan' | 'eve', string>;
  keys: Record<'ada' | 'ben' | 'cleo' | 'dan' | 'eve', Client & { secret: string }>;
  meetingId: string;
  /** Log position after everything above. */
  position: string;
}

export const at = (id: string) => ({ path: { id } });

/** A document by its id, once its view has seen a position. */
export const after = <Query = undefined>(id: string, position: string, query?: Query) => ({ params: { ...at(id), query: query as Query, header: { 'Relocon-After': position } } });

/** Joined on 2025-01-10; the meeting took place on 2025-03-04, 18:00–20:00 in Berlin. */
export async function makeWorld(api: TestService): Promise<World> {
  const { admin } = api;
  const found = async (name: string) =>
    (await ok(admin.POST('/api/v1/groups', { body: { name, timeZone: 'Europe/Berlin', occurredAt: '2025-01-02T09:00:00Z', charter: { purpose: `Learning together: ${name}`, domain: ['pricing'] } } }))).id;
  const [groupId, otherGroupId] = [await found('Co-op Builders'), await found('Night Shift')];
  const register = async (displayName: string) => (await ok(admin.POST('/api/v1/members', { body: { displayName, occurredAt: '2025-01-03T09:00:00Z' } }))).id;
  const people = { ada: await register('Ada Lund'), ben: await register('Ben Ode'), cleo: await register('Cleo Zürn'), dan: await register('Dan Ost'), eve: await register('Eve Nil') };
  const join = (group: string, memberId: string) => ok(admin.POST('/api/v1/groups/{id}/join', { params: at(group), body: { memberId, occurredAt: '2025-01-10T09:00:00Z' } }));
  for (const memberId of [people.ada, people.ben, people.cleo]) await join(groupId, memberId);
  await join(otherGroupId, people.dan);
  await ok(admin.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ada, role: 'facilitator', occurredAt: '2025-01-11T09:00:00Z' } }));
  const meeting = await ok(
    admin.POST('/api/v1/meetings', {
      body: { groupId, title: 'War stories', startsAt: '2025-03-04T17:00:00Z', endsAt: '2025-03-04T19:00:00Z', mode: 'inPerson', place: 'Alte Post', occurredAt: '2025-02-01T09:00:00Z' },
    }),
  );
  const key = (memberId: string) => api.as({ memberId });
  const keys = { ada: await key(people.ada), ben: await key(people.ben), cleo: await key(people.cleo), dan: await key(people.dan), eve: await key(people.eve) };
  await ok(admin.GET('/api/v1/meetings/{id}', { params: { ...at(meeting.id), header: { 'Relocon-After': meeting.position } } }));
  await ok(admin.GET('/api/v1/memberships', { params: { header: { 'Relocon-After': meeting.position } } }));
  return { groupId, otherGroupId, people, keys, meetingId: meeting.id, position: meeting.position };
}

/** Calendars over HTTP: what a calendar program reads, told by ical.js, and when it reads nothing any more. */
import ICAL from 'ical.js';
import { ok, problem, startTestService, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

const DAY_MS = 86_400_000;
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
/** An instant at an hour of a day from today on, or before it, in UTC. */
const day = (days: number, hour = 17) => new Date(today + days * DAY_MS + hour * 3_600_000).toISOString();
/** As iCalendar has it, and ical.js shows it. */
const seconds = (instant: string) => `${instant.slice(0, 19)}Z`;
let api: TestService;
let world: World;
let ben: Person;
let eve: Person;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  [ben, eve] = await Promise.all([signedIn(api, { memberId: world.people.ben }), signedIn(api, { memberId: world.people.eve })]);
});
afterAll(() => api.stop());

const subscribe = (person: Person, groupId?: string) => person.client.POST('/api/v1/calendars', { body: groupId === undefined ? {} : { groupId } });
/** The path of an address. */
const made = async (person: Person, groupId?: string): Promise<{ id: string; path: string }> => {
  const { id, address } = await ok(subscribe(person, groupId));
  expect(address.startsWith(`${api.url}/calendars/`)).toBe(true);
  return { id, path: address.slice(api.url.length) };
};
const asked = (path: string, headers: Record<string, string> = {}) => api.raw(path, { key: null, headers });
const schedule = (title: string, startsAt: string, more: { groupId?: string; endsAt?: string; place?: string } = {}) => ok(api.admin.POST('/api/v1/meetings', { body: { groupId: world.groupId, title, startsAt, ...more } }));
const edit = (id: string, body: object) => ok(api.admin.PATCH('/api/v1/meetings/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body }));
const caughtUp = async () => void (await api.service.runtime.projector.waitFor(await api.service.runtime.log.head()));

interface Read {
  name: string;
  text: string;
  /** By UID. */
  events: Map<string, ICAL.Component>;
}

async function read(path: string): Promise<Read> {
  await caughtUp();
  const response = await asked(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const text = await response.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  return { name: String(calendar.getFirstPropertyValue('x-wr-calname')), text, events: new Map(events.map((event) => [String(event.getFirstPropertyValue('uid')), event])) };
}
const valueOf = (event: ICAL.Component | undefined, property: string) => event?.getFirstPropertyValue(property)?.toString();
const eventOf = ({ events }: Read, meetingId: string) => [...events].find(([uid]) => uid.startsWith(`${meetingId}@`))?.[1];
const summaries = ({ events }: Read) => [...events.values()].map((event) => valueOf(event, 'summary')).sort();
const told = (event: ICAL.Component | undefined) => ['summary', 'location', 'dtstart', 'dtend', 'status', 'sequence'].map((property) => valueOf(event, property));

describe('A member’s calendar', () => {
  it('shows the meetings of their groups, as a calendar program understands them', async () => {
    const { id } = await schedule('Law, tax; and \\ more', day(9), { endsAt: day(9, 19), place: 'Alte Post, room 2' });
    await schedule('Without an end', day(10));
    await schedule('Elsewhere', day(9), { groupId: world.otherGroupId });
    const { path } = await made(ben);
    const calendar = await read(path);
    expect(calendar.name).toBe('Relocon');
    expect(summaries(calendar)).toEqual(['Co-op Builders: Law, tax; and \\ more', 'Co-op Builders: Without an end']);
    expect(told(eventOf(calendar, id))).toEqual(['Co-op Builders: Law, tax; and \\ more', 'Alte Post, room 2', seconds(day(9)), seconds(day(9, 19)), 'CONFIRMED', '0']);
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Relocon\/\/Relocon\/\/EN\r\nMETHOD:PUBLISH\r\n/);
  });

  it('tells each meeting under one name whatever becomes of it, and of each change', async () => {
    const { path } = await made(ben);
    const { id } = await schedule('Pricing', day(40, 16), { endsAt: day(40, 18) });
    const first = await read(path);
    await edit(id, { startsAt: day(41, 16), place: 'Library' });
    const second = await read(path);
    await ok(api.admin.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(id), body: { memberId: world.people.cleo, response: 'yes' } }));
    expect((await read(path)).text).toBe(second.text);
    await ok(api.admin.POST('/api/v1/meetings/{id}/cancel', { params: at(id), body: { reason: 'The room is flooded.' } }));
    const third = await read(path);
    const states = [first, second, third].map((calendar) => eventOf(calendar, id));
    expect(states.map(told)).toEqual([
      ['Co-op Builders: Pricing', undefined, seconds(day(40, 16)), seconds(day(40, 18)), 'CONFIRMED', '0'],
      ['Co-op Builders: Pricing', 'Library', seconds(day(41, 16)), seconds(day(41, 18)), 'CONFIRMED', '1'],
      ['Co-op Builders: Pricing', 'Library', seconds(day(41, 16)), seconds(day(41, 18)), 'CANCELLED', '2'],
    ]);
    expect(new Set(states.map((event) => valueOf(event, 'uid'))).size).toBe(1);
    const recorded = (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `meeting-${id}` } } }))).items.filter(({ type }) => type !== 'relocon.RsvpGiven').map(({ recordedtime }) => seconds(recordedtime));
    for (const property of ['last-modified', 'dtstamp']) expect(states.map((event) => valueOf(event, property))).toEqual(recorded);
  });

  it('tells of a group’s new name as of a change of its meetings, since they are called by it', async () => {
    const { id: groupId } = await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Old', timeZone: 'UTC', occurredAt: day(-200) } }));
    const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Fay' } }));
    await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId, occurredAt: day(-60) } }));
    const fay = await signedIn(api, { memberId });
    const { id } = await schedule('Pricing', day(12), { groupId });
    const [own, ofGroup] = [await made(fay), await made(fay, groupId)];
    const describe = (body: object) => ok(api.admin.PATCH('/api/v1/groups/{id}', { params: { ...at(groupId), header: { 'If-Match': '*' } }, body }));
    const first = eventOf(await read(own.path), id);
    await describe({ listed: true });
    expect(told(eventOf(await read(own.path), id))).toEqual(told(first));
    await describe({ name: 'New' });
    const second = eventOf(await read(own.path), id);
    await edit(id, { title: 'Prices' });
    const third = eventOf(await read(own.path), id);
    expect([first, second, third].map((event) => [valueOf(event, 'summary'), valueOf(event, 'sequence')])).toEqual([['Old: Pricing', '0'], ['New: Pricing', '1'], ['New: Prices', '2']]);
    const recorded = async (stream: string, type: string) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream } } }))).items.filter((item) => item.type === `relocon.${type}`).map(({ recordedtime }) => seconds(recordedtime)).at(-1);
    for (const property of ['last-modified', 'dtstamp']) {
      expect([first, second, third].map((event) => valueOf(event, property))).toEqual([await recorded(`meeting-${id}`, 'MeetingScheduled'), await recorded(`group-${groupId}`, 'GroupDescribed'), await recorded(`meeting-${id}`, 'MeetingRescheduled')]);
    }
    // A group's own calls its meetings by their titles alone.
    expect(told(eventOf(await read(ofGroup.path), id))).toEqual(['Prices', undefined, seconds(day(12)), undefined, 'CONFIRMED', '1']);
  });

  it('shows a series at the same time on the clock all year, though clocks change, and follows it', async () => {
    const { path } = await made(ben);
    const { id, results } = await ok(api.admin.POST('/api/v1/meeting-series', { body: { groupId: world.groupId, title: 'Every week', rule: { frequency: 'weekly', interval: 1, weekday: 'tuesday' }, startTime: '18:00', durationMinutes: 90, from: day(1).slice(0, 10), until: day(360).slice(0, 10) } }));
    const meetings = async () => {
      const calendar = await read(path);
      return (results ?? []).map((result) => eventOf(calendar, result.id as string));
    };
    const inBerlin = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', weekday: 'long', hour: '2-digit', minute: '2-digit' });
    const shown = (events: (ICAL.Component | undefined)[]) => [...new Set(events.map((event) => inBerlin.format(new Date(valueOf(event, 'dtstart') as string))))];
    const year = await meetings();
    expect(year.length).toBeGreaterThan(50);
    expect(shown(year)).toEqual(['Tuesday 18:00']);
    expect([...new Set(year.map((event) => valueOf(event, 'dtstart')?.slice(11)))].sort()).toEqual(['16:00:00Z', '17:00:00Z']);
    for (const event of year) expect(Date.parse(valueOf(event, 'dtend') as string) - Date.parse(valueOf(event, 'dtstart') as string)).toBe(90 * 60_000);
    const [from, end] = [10, 20].map((index) => valueOf(year[index], 'dtstart')?.slice(0, 10) as string) as [string, string];
    await ok(api.admin.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from, startTime: '19:00' } }));
    await ok(api.admin.POST('/api/v1/meeting-series/{id}/end', { params: at(id), body: { from: end } }));
    const followed = await meetings();
    expect([shown(followed.slice(0, 10)), shown(followed.slice(10))]).toEqual([['Tuesday 18:00'], ['Tuesday 19:00']]);
    expect(followed.map((event) => [valueOf(event, 'uid'), valueOf(event, 'status'), valueOf(event, 'sequence')])).toEqual(year.map((event, index) => [valueOf(event, 'uid'), index < 20 ? 'CONFIRMED' : 'CANCELLED', index < 10 ? '0' : index < 20 ? '1' : '2']));
  });

  it('reaches 90 days back and past twelve months ahead, in the time they belong to a group, also where they have left', async () => {
    const { id: groupId } = await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Brief', timeZone: 'UTC', occurredAt: day(-200) } }));
    const belonging = { params: at(groupId) };
    await ok(api.admin.POST('/api/v1/groups/{id}/join', { ...belonging, body: { memberId: world.people.eve, occurredAt: day(-60) } }));
    for (const days of [-92, -80, -50, -10, 20, 390, 410]) await schedule(`${days}`, day(days), { groupId });
    const [own, ofGroup] = [await made(eve), await made(eve, groupId)];
    expect(summaries(await read(own.path))).toEqual(['Brief: -10', 'Brief: -50', 'Brief: 20', 'Brief: 390']);
    // A group's own shows what its members may read of it.
    expect(summaries(await read(ofGroup.path))).toEqual(['-10', '-50', '-80', '20', '390']);
    expect((await read(ofGroup.path)).name).toBe('Brief');
    await ok(api.admin.POST('/api/v1/groups/{id}/leave', { ...belonging, body: { memberId: world.people.eve, occurredAt: day(-30) } }));
    expect((await asked(ofGroup.path)).status).toBe(404);
    expect(summaries(await read(own.path))).toEqual(['Brief: -50']);
  });

  it('shows all there are, however many', async () => {
    const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Busy' } }));
    for (let groups = 0; groups < 11; groups++) {
      const { id: groupId } = await ok(api.admin.POST('/api/v1/groups', { body: { name: `Circle ${groups}`, timeZone: 'UTC' } }));
      await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId } }));
      await ok(api.admin.POST('/api/v1/meeting-series', { body: { groupId, title: 'Weekly', rule: { frequency: 'weekly', interval: 1, weekday: 'monday' }, startTime: '12:00', durationMinutes: 60, from: day(1).slice(0, 10), until: day(350).slice(0, 10) } }));
    }
    // 350 days are fifty weeks.
    expect((await read((await made(await signedIn(api, { memberId }))).path)).events.size).toBe(11 * 50);
  });

  it('is empty for whoever belongs to no group', async () => {
    const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Alone' } }));
    const { path } = await made(await signedIn(api, { memberId }));
    expect((await read(path)).events.size).toBe(0);
  });

  it('names nobody, neither those who answered nor whose it is', async () => {
    const { id } = await schedule('Open', day(50));
    for (const memberId of [world.people.ben, world.people.cleo]) await ok(api.admin.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(id), body: { memberId, response: 'yes', guests: 2 } }));
    const [own, ofGroup] = [await read((await made(ben)).path), await read((await made(ben, world.groupId)).path)];
    for (const { text, events } of [own, ofGroup]) {
      expect(events.size).toBeGreaterThan(2);
      for (const hidden of [...Object.values(world.people), ben.accountId, 'Ben', 'Cleo', 'Ada', 'ATTENDEE', 'ORGANIZER', 'PARTSTAT']) expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
    }
  });

  it('is sent again only where it has changed', async () => {
    const { path } = await made(ben);
    await caughtUp();
    const first = await asked(path);
    const etag = first.headers.get('etag') as string;
    expect([first.headers.get('cache-control'), first.headers.get('referrer-policy')]).toEqual(['private, no-cache', 'no-referrer']);
    await first.arrayBuffer();
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await asked(path, { 'if-none-match': known });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    }
    await schedule('News', day(51));
    await caughtUp();
    const changed = await asked(path, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('News');
  });
});

describe('An address', () => {
  it('is shown once, kept nowhere, and listed to its member alone', async () => {
    const { client } = await signedIn(api, { memberId: world.people.cleo });
    const answer = await client.POST('/api/v1/calendars', { body: { groupId: world.groupId } });
    const { address, ...shown } = answer.data as NonNullable<typeof answer.data>;
    expect([answer.response.status, answer.response.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(shown).toEqual({ id: expect.any(String), groupId: world.groupId, createdAt: expect.any(String) });
    const token = /\/calendars\/([A-Za-z0-9_-]{43})\.ics$/.exec(address)?.[1] as string;
    expect((await ok(client.GET('/api/v1/calendars'))).items).toEqual([shown]);
    expect((await ok(ben.client.GET('/api/v1/calendars'))).items.map(({ id }) => id)).not.toContain(shown.id);
    await asked(`/calendars/${token}.ics`);
    for (const { name, text } of await everythingStored(api.config.RELOCON_DATA)) expect([name, text.includes(token)]).toEqual([name, false]);
    await caughtUp();
    const [event] = (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `calendar-${shown.id}` } } }))).items;
    expect(event).toMatchObject({ type: 'relocon.CalendarSubscribed', actorid: world.people.cleo, actorvia: 'console', data: { memberId: world.people.cleo, groupId: world.groupId, fromAddress: '127.0.0.1' } });
  });

  it('that was ended answers as one that never was, to the letter, and so does whatever else is none', async () => {
    const { id, path } = await made(ben);
    expect((await asked(path)).status).toBe(200);
    const none = async (of: string, method = 'GET') => {
      const response = await api.raw(of, { key: null, method });
      const { date: _date, ...headers } = Object.fromEntries(response.headers);
      return JSON.stringify([response.status, headers, await response.text()]);
    };
    const unknown = await none(`/calendars/${'A'.repeat(43)}.ics`);
    expect(unknown).toContain('urn:relocon:problem:not-found');
    expect((await ben.client.DELETE('/api/v1/calendars/{id}', { params: at(id) })).response.status).toBe(204);
    for (const each of [path, `/calendars/${id}.ics`, '/calendars/x.ics', `/calendars/${'é'.repeat(10)}.ics`, `/calendars/${'A'.repeat(150)}.ics`]) expect([each, await none(each)]).toEqual([each, unknown]);
    expect(JSON.parse(await none(path, 'HEAD'))[0]).toBe(404);
    expect(await problem(ben.client.DELETE('/api/v1/calendars/{id}', { params: at(id) }))).toBe('404 not-found');
    expect(await problem(ben.client.DELETE('/api/v1/calendars/{id}', { params: at('nonsense') }))).toBe('404 not-found');
    await caughtUp();
    expect((await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `calendar-${id}` } } }))).items.map(({ type }) => type)).toEqual(['relocon.CalendarSubscribed', 'relocon.CalendarRevoked']);
  });

  it('ends with the account it was made with, and is the same again where that is enabled', async () => {
    const dan = await signedIn(api, { memberId: world.people.dan });
    const { path } = await made(dan);
    expect((await asked(path)).status).toBe(200);
    await dan.disable();
    expect((await asked(path)).status).toBe(404);
    await ok(api.admin.POST('/api/v1/accounts/{id}/enable', { params: at(dan.accountId), body: {} }));
    expect((await asked(path)).status).toBe(200);
  });

  it('is for whoever signed in as a member, with their password given lately', async () => {
    expect(await problem((await ben.after(6)).POST('/api/v1/calendars', { body: {} }))).toBe('403 re-authentication-needed');
    expect(await problem(world.keys.ben.POST('/api/v1/calendars', { body: {} }))).toBe('403 forbidden');
    expect(await problem(subscribe(ben, world.otherGroupId))).toBe('403 forbidden');
    expect(await problem(subscribe(ben, '019a9d2c-7b40-7c3e-9f21-000000000000'))).toBe('403 forbidden');
  });
});

it('says the same after a restart, which changes nothing of who we are', async () => {
  const { path } = await made(ben);
  const { text, events } = await read(path);
  expect(events.size).toBeGreaterThan(2);
  await api.restart();
  expect((await read(path)).text).toBe(text);
});

it('is counted for the address that asks, whichever it asks for', async () => {
  const limited = await startTestService({ config: { RELOCON_LIMIT_ANONYMOUS: 3 } });
  const statuses: number[] = [];
  for (const token of ['A', 'B', 'C', 'D']) statuses.push((await limited.raw(`/calendars/${token.repeat(43)}.ics`, { key: null })).status);
  await limited.stop();
  expect(statuses).toEqual([404, 404, 404, 429]);
});

/** The log as others read it, the stream of changes, and time travel. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const lines = async (response: Response) => (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; type: string; position: string; time: string; data?: unknown });
const ndjson = (query: string, key?: string) => api.raw(`/api/v1/events${query}`, { headers: { accept: 'application/x-ndjson' }, ...(key && { key }) });

describe('Events', () => {
  // makeWorld: 2 groups founded with charters, 5 members, 4 joins, 1 role, 1 meeting.
  const TYPES = { GroupFounded: 2, CharterAdopted: 2, MemberRegistered: 5, MemberJoined: 4, RoleAssigned: 1, MeetingScheduled: 1 };

  it('come as NDJSON up to the head, one a line, and then it ends', async () => {
    const all = await lines(await ndjson(''));
    const counts: Record<string, number> = {};
    for (const { type } of all) counts[type.replace('relocon.', '')] = (counts[type.replace('relocon.', '')] ?? 0) + 1;
    expect(counts).toEqual(TYPES);
    expect(all.map((event) => event.position)).toEqual(all.map((event) => event.position).sort());
    expect(all.every((event) => event.type.includes(event.type.replace('relocon.', '')))).toBe(true);
  });

  it('come as pages, resumable from any position, forwards and backwards', async () => {
    const all = (await lines(await ndjson(''))).map((event) => event.id);
    for (const order of ['ascending', 'descending'] as const) {
      const walked: string[] = [];
      let after: string | undefined;
      do {
        const page = await ok(api.admin.GET('/api/v1/events', { params: { query: { limit: 4, order, ...(after && { after }) } } }));
        walked.push(...page.items.map((event) => event.id));
        after = page.next ?? undefined;
      } while (after);
      expect(walked).toEqual(order === 'ascending' ? all : all.toReversed());
    }
    const fifth = (await ok(api.admin.GET('/api/v1/events', { params: { query: { limit: 5 } } }))).items[4];
    expect((await lines(await ndjson(`?after=${fifth?.position}`))).map((event) => event.id)).toEqual(all.slice(5));
    expect(await lines(await ndjson(`?after=${fifth?.position}&limit=2`))).toHaveLength(2);
  });

  it('are filtered by stream, type, tag, actor and both times', async () => {
    const { people, groupId, meetingId } = world;
    const types = async (query: string) => (await lines(await ndjson(query))).map((event) => event.type.replace('relocon.', ''));
    expect(await types(`?stream=member-${people.ada}`)).toEqual(['MemberRegistered']);
    expect(await types('?type=MeetingScheduled')).toEqual(['MeetingScheduled']);
    expect(await types('?type=relocon.MeetingScheduled')).toEqual(['MeetingScheduled']);
    expect(await types(`?tag=member:${people.ada}`)).toEqual(['MemberRegistered', 'MemberJoined', 'RoleAssigned']);
    expect(await types(`?tag=meeting:${meetingId}`)).toEqual(['MeetingScheduled']);
    expect(await types(`?tag=group:${groupId}&type=MemberJoined`)).toHaveLength(3);
    expect(await types(`?actor=${people.ada}`)).toEqual([]);
    expect(await types('?from=2025-01-11&until=2025-01-11')).toEqual(['RoleAssigned']);
    expect(await types('?from=2025-01-11T09:00:00.001Z')).toEqual(['MeetingScheduled']);
    expect(await types('?recordedUntil=2020-01-01')).toEqual([]);
    expect(await types(`?recordedFrom=2020-01-01&type=GroupFounded`)).toHaveLength(2);
    expect(await types('?type=NothingOfThat')).toEqual([]);
    const named = (await lines(await ndjson(''))).filter(({ type }) => /RoleAssigned|GroupFounded/.test(type)).map(({ id }) => id);
    expect(await types(`?ids=${named.join(',')}`)).toEqual(['GroupFounded', 'GroupFounded', 'RoleAssigned']);
    expect(await types(`?tag=member:${people.ada}&ids=${named.join(',')}`)).toEqual(['RoleAssigned']);
    const walked = async (query: object): Promise<string[]> => (await ok(api.admin.GET('/api/v1/events', { params: { query: { ids: named.join(','), ...query } } }))).items.map(({ id }) => id);
    expect(await walked({ limit: 1, order: 'descending' })).toEqual([named[2]]);
    expect(await walked({ limit: 2 })).toEqual(named.slice(0, 2));
    expect(await types(`?ids=${people.ada}`)).toEqual([]);
  });

  it('carry what happened, when, when it was learned, by whom and why', async () => {
    const [event] = (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'RoleAssigned' } } }))).items;
    expect(event).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: `/logs/${event?.position.slice(0, 8)}`,
      type: 'relocon.RoleAssigned',
      time: '2025-01-11T09:00:00.000Z',
      recordedtime: expect.stringMatching(/^2\d{3}-/),
      position: expect.stringMatching(/^[0-9a-z]{8}-[0-9a-z]{11}$/),
      subject: `membership-${world.groupId}.${world.people.ada}`,
      revision: 1,
      actorkind: 'key',
      actorid: expect.any(String),
      actorrole: 'admin',
      actorvia: 'api',
      commandid: expect.any(String),
      correlationid: expect.any(String),
      schemaversion: 1,
      datacontenttype: 'application/json',
      data: { groupId: world.groupId, memberId: world.people.ada, role: 'facilitator', fromAddress: '127.0.0.1' },
    });
  });

  it('of others are not for a member’s key', async () => {
    const { people, keys } = world;
    const mine = await lines(await ndjson('', keys.ben.secret));
    expect(mine.map((event) => event.type)).toEqual(['relocon.MemberRegistered', 'relocon.MemberJoined']);
    expect(await lines(await ndjson(`?tag=member:${people.cleo}`, keys.ben.secret))).toEqual([]);
  });
});

describe('Changes', () => {
  async function* follow(secret: string, lastEventId?: string): AsyncGenerator<{ id: string; event: string; data: { type: string; subject?: string; withheld?: true } }> {
    const abort = new AbortController();
    const response = await fetch(`${api.url}/api/v1/changes`, { signal: abort.signal, headers: { authorization: `Bearer ${secret}`, accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    try {
      let text = '';
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString('utf8');
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const message = Object.fromEntries(text.slice(0, end).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
          text = text.slice(end + 2);
          if (message.data && message.event !== 'begun') yield { id: message.id as string, event: message.event as string, data: JSON.parse(message.data) };
        }
      }
    } finally {
      abort.abort();
    }
  }

  it('tell what happens after views have seen it, and resume without gap or repetition', async () => {
    const admin = await api.as({ role: 'admin' });
    const told = await fetch(`${api.url}/api/v1/changes`, { headers: { authorization: `Bearer ${admin.secret}` } });
    const { value: begun } = await (told.body as ReadableStream<Uint8Array>).getReader().read();
    const { head } = await ok(api.admin.GET('/api/v1/operations/views'));
    expect(Buffer.from(begun as Uint8Array).toString()).toBe(`retry: 2000\nid: ${head}\nevent: begun\ndata: {"position":"${head}"}\n\n`);
    const stream = follow(admin.secret);
    const first = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { id } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Nia' } }));
    const { value } = await first;
    expect(value).toMatchObject({ event: 'MemberRegistered', data: { subject: `member-${id}` } });
    // The document is there by the time the change is told.
    expect(await ok(api.admin.GET('/api/v1/members/{id}', { params: at(id) }))).toMatchObject({ displayName: 'Nia' });
    await stream.return(undefined);
    const missed: string[] = [];
    for (let index = 0; index < 5; index++) missed.push((await ok(api.admin.POST('/api/v1/members', { body: { displayName: `Missed ${index}` } }))).id);
    const resumed = follow(admin.secret, value?.id);
    for (const memberId of missed) expect((await resumed.next()).value?.data.subject).toBe(`member-${memberId}`);
    await resumed.return(undefined);
  });

  it('tell a member only of what concerns them, and nothing once the key is revoked', async () => {
    const { people, keys, groupId } = world;
    const head = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
    const stream = follow(keys.ben.secret, head);
    await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Not about Ben' } }));
    await ok(api.admin.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.ben } }));
    expect((await stream.next()).value?.event).toBe('MemberLeft');
    for (const key of (await api.service.runtime.apiKeys.list()).filter((each) => each.memberId === people.ben)) await api.service.runtime.apiKeys.revoke(key.id, new Date().toISOString());
    await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId: people.ben } }));
    expect(await stream.next()).toEqual({ value: undefined, done: true });
    keys.ben = await api.as({ memberId: people.ben });
  });

  it('refuse a position that is none, or of another log', async () => {
    for (const [position, status] of [['nonsense', 400], ['zzzzzzzz-00000000001', 410]] as const) {
      expect((await fetch(`${api.url}/api/v1/changes`, { headers: { authorization: `Bearer ${world.keys.ada.secret}`, 'last-event-id': position } })).status).toBe(status);
    }
  });
});

describe('Time travel', () => {
  let beforeCorrection: string;
  let corrected: string;
  let recordedAt: string;
  let correctedAt: string;

  beforeAll(async () => {
    const { people, meetingId } = world;
    const roll = await ok(api.admin.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: [{ memberId: people.cleo, outcome: 'absent' }] } }));
    beforeCorrection = roll.position;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const correction = await ok(api.admin.POST('/api/v1/meetings/{id}/correct-attendance', { params: at(meetingId), body: { memberId: people.cleo, outcome: 'present', minutes: 100, reason: 'She was there' } }));
    corrected = correction.position;
    const events = (await ok(api.admin.GET('/api/v1/events', { params: { query: { tag: `meeting:${meetingId}` }, header: { 'Relocon-After': corrected } } }))).items;
    recordedAt = events.find((event) => event.type === 'relocon.AttendanceRecorded')?.recordedtime as string;
    correctedAt = events.find((event) => event.type === 'relocon.AttendanceCorrected')?.recordedtime as string;
    expect(correctedAt > recordedAt).toBe(true);
    // Both happened at the start of the meeting.
    expect(events.filter((event) => event.type.includes('Attendance')).map((event) => event.time)).toEqual(['2025-03-04T17:00:00.000Z', '2025-03-04T17:00:00.000Z']);
  });

  const attendance = (query: object) => api.admin.GET('/api/v1/attendances/{id}', { params: { ...at(`${world.meetingId}.${world.people.cleo}`), query } });
  const timeline = async (query: object) =>
    (await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(world.people.cleo), query } }))).items.map((item) => item.what);

  it('shows what was, what was known, and both', async () => {
    expect((await attendance({ asOf: '2025-03-04' })).data).toMatchObject({ outcome: 'present', minutes: 100 });
    expect((await attendance({ asOf: '2025-03-04', knownAt: recordedAt })).data).toMatchObject({ outcome: 'absent', minutes: null, corrections: [] });
    expect((await attendance({ knownAt: recordedAt })).data).toMatchObject({ outcome: 'absent' });
    expect((await attendance({ knownAt: correctedAt })).data).toMatchObject({ outcome: 'present' });
    expect((await attendance({ position: beforeCorrection })).data).toMatchObject({ outcome: 'absent' });
    expect((await attendance({ position: corrected })).data).toMatchObject({ outcome: 'present' });
    expect(await problem(attendance({ asOf: '2025-03-03' }))).toBe('404 not-found');
    expect(await problem(attendance({ knownAt: '2025-03-04' }))).toBe('404 not-found');
  });

  it('reads timelines in the same way', async () => {
    expect(await timeline({})).toEqual(['present', 'joined', 'registered']);
    expect(await timeline({ asOf: '2025-03-04' })).toEqual(['present', 'joined', 'registered']);
    expect(await timeline({ asOf: '2025-03-04T16:59:59Z' })).toEqual(['joined', 'registered']);
    expect(await timeline({ asOf: '2025-01-03' })).toEqual(['registered']);
    expect(await timeline({ asOf: '2025-01-02' })).toEqual([]);
    expect(await timeline({ knownAt: recordedAt })).toEqual(['absent', 'joined', 'registered']);
    expect(await timeline({ knownAt: '2025-06-01' })).toEqual([]);
    expect(await timeline({ position: beforeCorrection })).toEqual(['absent', 'joined', 'registered']);
    expect(await timeline({ kind: 'membership' })).toEqual(['joined']);
    expect(await timeline({ groupId: world.otherGroupId })).toEqual([]);
    // The end of the calendar is as late as any day.
    expect(await timeline({ asOf: '9999-12-31' })).toEqual(['present', 'joined', 'registered']);
    expect((await attendance({ asOf: '9999-12-31', knownAt: '9999-12-31T23:59:59.999Z' })).data).toMatchObject({ outcome: 'present' });
    expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { until: '9999-12-31', total: 'true' } } }))).total).toBeGreaterThan(4);
  });

  it('calls people what they were called then', async () => {
    const { id } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Nia Old', occurredAt: '2025-05-01T00:00:00Z' } }));
    const renamed = await ok(api.admin.PATCH('/api/v1/members/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { displayName: 'Nia New' } }));
    const named = async (query: object) => (await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(id), query, header: { 'Relocon-After': renamed.position } } }))).displayName;
    expect(await named({})).toBe('Nia New');
    expect(await named({ asOf: '2025-06-01' })).toBe('Nia Old');
    expect(await named({ knownAt: '2025-06-01' })).toBeNull();
  });

  it('echoes the instants it used', async () => {
    const { response } = await attendance({ asOf: '2025-03-04', knownAt: '2999-12-31', timeZone: 'Asia/Tokyo' });
    expect(response.headers.get('relocon-as-of')).toBeNull();
    expect(response.status).toBe(404);
    const there = await attendance({ asOf: '2025-03-05', knownAt: '2999-12-31', timeZone: 'Asia/Tokyo' });
    expect(there.response.headers.get('relocon-as-of')).toBe('2025-03-05T15:00:00.000Z');
    expect(there.response.headers.get('relocon-known-at')).toBe('2999-12-31T15:00:00.000Z');
    const told = await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(world.people.cleo), query: { asOf: '2025-03-05' } } }));
    expect(told.moment).toEqual({ occurredBefore: '2025-03-06T00:00:00.000Z' });
  });

  it('shows every kind of document as it was, and today as today', async () => {
    const { people, groupId, meetingId } = world;
    const documents = [
      ['/api/v1/members/{id}', people.ada],
      ['/api/v1/groups/{id}', groupId],
      ['/api/v1/memberships/{id}', `${groupId}.${people.cleo}`],
      ['/api/v1/meetings/{id}', meetingId],
      ['/api/v1/attendances/{id}', `${meetingId}.${people.cleo}`],
    ] as const;
    for (const [path, id] of documents) {
      const today = await (await api.raw(path.replace('{id}', id))).json();
      for (const query of ['asOf=2999-01-01', 'knownAt=2999-01-01', `position=${corrected}`]) {
        const past = await api.raw(`${path.replace('{id}', id)}?${query}`);
        expect([path, query, await past.json()]).toEqual([path, query, today]);
      }
      expect((await api.raw(`${path.replace('{id}', id)}?asOf=2020-01-01`)).status).toBe(404);
    }
    const meeting = await api.raw(`/api/v1/meetings/${meetingId}?asOf=2025-03-01`);
    expect(await meeting.json()).toMatchObject({ attendance: { present: 0, absent: 0 } });
    const membership = await api.raw(`/api/v1/memberships/${groupId}.${people.ada}?asOf=2025-01-10`);
    expect(await membership.json()).toMatchObject({ role: 'member', periods: [{ from: '2025-01-10T09:00:00.000Z' }] });
  });

  it('pages a timeline without losing or repeating an entry', async () => {
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(world.people.cleo), query: { limit: 1, ...(cursor && { cursor }) } } }));
      walked.push(...page.items.map((item) => item.what));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(walked).toEqual(['present', 'joined', 'registered']);
  });
});

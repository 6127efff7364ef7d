/** Bad input gets a clear answer, loses nothing, and is never our fault. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { ok, problem, startTestService, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const json = (body: unknown, headers: Record<string, string> = {}) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const told = async (answer: Promise<Response>) => {
  const response = await answer;
  const body = (await response.json()) as { type: string; detail: string; errors?: { pointer: string; detail: string }[] };
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return `${response.status} ${body.type.replace('urn:relocon:problem:', '')} ${(body.errors ?? []).map((error) => error.pointer).join(' ')}`.trim();
};

it('names the field and the rule', async () => {
  const { groupId, meetingId, people } = world;
  const join = `/api/v1/groups/${groupId}/join`;
  const roll = `/api/v1/meetings/${meetingId}/record-attendance`;
  for (const [path, body, answer] of [
    ['/api/v1/members', { displayName: 'A', nickname: 'B' }, '400 invalid-input /nickname'],
    ['/api/v1/members', {}, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: 7 }, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: ' \t\n ' }, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: 'x'.repeat(201) }, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: 'A', email: 'not an address' }, '400 invalid-input /email'],
    ['/api/v1/members', { displayName: 'A', timeZone: 'Mars/Olympus' }, '400 invalid-input /timeZone'],
    ['/api/v1/members', { displayName: 'A', memberId: people.ada }, '400 invalid-input /memberId'],
    ['/api/v1/members', { displayName: 'A', occurredAt: '1899-12-31T23:59:59Z' }, '400 invalid-input /occurredAt'],
    ['/api/v1/members', { displayName: 'A', occurredAt: '2025-02-30T10:00:00Z' }, '400 invalid-input /occurredAt'],
    ['/api/v1/members', { displayName: 'A', occurredAt: 'yesterday' }, '400 invalid-input /occurredAt'],
    ['/api/v1/members', { displayName: 'A', occurredAt: '2999-01-01T00:00:00Z' }, '422 in-the-future /occurredAt'],
    ['/api/v1/members', { displayName: 'A', 'a/b~c': 1 }, '400 invalid-input /a~1b~0c'],
    ['/api/v1/members', [], '400 invalid-input'],
    ['/api/v1/members', 'text', '400 invalid-input'],
    ['/api/v1/members', null, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: '💡'.repeat(201) }, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: 'Half a \ud83d' }, '400 invalid-input /displayName'],
    ['/api/v1/members', { displayName: 'A', interests: ['law', '\udca1'] }, '400 invalid-input /interests/1'],
    [join, { memberId: 'not-a-uuid' }, '400 invalid-input /memberId'],
    [join, { memberId: '019a9d2c-7b40-7c3e-9f21-000000000000' }, '404 no-such-member'],
    ['/api/v1/groups/019a9d2c-7b40-7c3e-9f21-000000000000/join', { memberId: people.ada }, '404 no-such-group'],
    ['/api/v1/groups/anything/join', { memberId: people.ada }, '400 invalid-input /groupId'],
    [roll, { entries: [] }, '400 invalid-input /entries'],
    [roll, { entries: [{ memberId: people.ada, outcome: 'here' }] }, '400 invalid-input /entries/0/outcome'],
    [roll, { entries: [{ memberId: people.ada, outcome: 'present', minutes: 1441 }] }, '400 invalid-input /entries/0/minutes'],
    [roll, { entries: Array.from({ length: 10_000 }, () => ({ memberId: people.ada, outcome: 'present' })) }, '413 too-large /entries'],
    ['/api/v1/meetings', { groupId, title: 'T', startsAt: '2025-01-01T10:00:00Z', endsAt: '2025-01-01T09:00:00Z' }, '422 ends-before-it-starts /endsAt'],
  ] as const) {
    expect([path, JSON.stringify(body).slice(0, 80), await told(api.raw(path, json(body)))]).toEqual([path, JSON.stringify(body).slice(0, 80), answer]);
  }
});

it('says what is wrong in words', async () => {
  const { groupId, meetingId, people } = world;
  const member = { memberId: people.ada };
  for (const [path, body, detail] of [
    ['/api/v1/members', {}, '/displayName: is needed.'],
    ['/api/v1/members', { displayName: 7 }, '/displayName: must be text.'],
    ['/api/v1/members', { displayName: null }, '/displayName: must be text.'],
    ['/api/v1/members', { displayName: '' }, '/displayName: must not be empty.'],
    ['/api/v1/members', { displayName: 'A', email: 'nobody' }, '/email: must be an e-mail address.'],
    ['/api/v1/members', { displayName: 'A', interests: 'law' }, '/interests: must be a list.'],
    ['/api/v1/members', { displayName: 'A', occurredAt: 'yesterday' }, '/occurredAt: must be an RFC 3339 date and time, such as 2026-03-01T18:00:00Z.'],
    ['/api/v1/members', [], 'The body must be a JSON object.'],
    [`/api/v1/groups/${groupId}/join`, { memberId: 'somebody' }, '/memberId: must be an id such as 019a9d2c-7b40-7c3e-9f21-3f0a5c1d2e4b.'],
    [`/api/v1/meetings/${meetingId}/record-attendance`, { entries: [] }, '/entries: must list at least 1.'],
    [`/api/v1/meetings/${meetingId}/record-attendance`, { entries: [{ ...member, outcome: 'present', minutes: 1.5 }] }, '/entries/0/minutes: must be a whole number.'],
    [`/api/v1/meetings/${meetingId}/record-attendance`, { entries: [{ ...member, outcome: 'present', minutes: 1441 }] }, '/entries/0/minutes: must be at most 1440.'],
    [`/api/v1/meetings/${meetingId}/record-attendance`, { entries: [member] }, '/entries/0/outcome: is needed.'],
    [`/api/v1/meetings/${meetingId}/give-rsvp`, { ...member, response: 'perhaps' }, '/response: must be one of yes, no, maybe, waitlist.'],
  ] as const) {
    expect([path, ((await (await api.raw(path, json(body))).json()) as { detail: string }).detail]).toEqual([path, detail]);
  }
  const asked = async (query: string) => ((await (await api.raw(`/api/v1/members?${query}`)).json()) as { detail: string }).detail;
  expect(await asked('limit=many')).toBe('#limit: must be a whole number.');
  expect(await asked('limit=101')).toBe('#limit: must be at most 100.');
});

it('answers what is no JSON, too large or another media type', async () => {
  const members = '/api/v1/members';
  const post = (body: RequestInit['body'], type: string | undefined) => api.raw(members, { method: 'POST', ...(body !== undefined && { body }), headers: type ? { 'content-type': type } : {} });
  expect(await told(post('{"displayName":', 'application/json'))).toBe('400 not-json');
  expect(await told(post('', 'application/json'))).toBe('400 not-json');
  expect(await told(post('\u0000\u0001', 'application/json'))).toBe('400 not-json');
  expect(await told(post('displayName=A', 'application/x-www-form-urlencoded'))).toBe('415 unsupported-media-type');
  // What a form of another site can send without asking.
  expect(await told(post('{"displayName":"A"}', 'text/plain'))).toBe('415 unsupported-media-type');
  expect(await told(post('--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'))).toBe('415 unsupported-media-type');
  expect(await told(post('<member/>', 'text/xml'))).toBe('415 unsupported-media-type');
  expect(await told(post(JSON.stringify({ displayName: 'x'.repeat(10_000_000) }), 'application/json'))).toBe('413 too-large');
  expect(await told(post('{"displayName":"A","__proto__":{"admin":true}}', 'application/json'))).toMatch(/^400 /);
  // What would not come back as it was sent is not taken.
  expect(await told(post(Buffer.from('{"displayName":"Z\xfcrich"}', 'latin1'), 'application/json'))).toBe('400 not-json');
  expect(await told(post('{"displayName":"A"}', 'application/json; charset=latin1'))).toBe('415 unsupported-media-type');
  expect(await told(api.raw(members, json({ displayName: 'A' }, { 'content-encoding': 'gzip' })))).toBe('415 unsupported-media-type');
});

it('does not echo what it was sent', async () => {
  const secret = 'p4ssw0rd-in-the-wrong-place';
  const responses = await Promise.all([
    api.raw('/api/v1/members', json({ displayName: 7, email: secret })),
    api.raw(`/api/v1/members/${secret}`),
    api.raw(`/api/v1/members?sort=${secret}`),
    api.raw(`/api/v1/${secret}`),
    api.raw('/api/v1/members', { key: secret }),
  ]);
  for (const response of responses) {
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain(secret);
  }
});

it('takes names as people write them', async () => {
  for (const name of ['💡', '👩‍👩‍👧‍👦 Familie', 'Ægir Þórsson', '李小龍', 'O’Neill-"Bob"', 'مريم', "Robert'); DROP TABLE members;--"]) {
    const { id, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: name } }));
    expect((await ok(api.admin.GET('/api/v1/members/{id}', { params: { ...at(id), header: { 'Relocon-After': position } } }))).displayName).toBe(name);
  }
  expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { q: '💡' } } }))).items).toHaveLength(1);
  // Text without a word in it finds nothing rather than everything.
  expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { q: '%!?', total: 'true' } } })))).toMatchObject({ items: [], total: 0 });
  // As many characters as the document allows, however they are encoded.
  await ok(api.admin.POST('/api/v1/members', { body: { displayName: '💡'.repeat(200) } }));
});

it('names what a list offers when asked for something else', async () => {
  for (const [path, answer] of [
    ['/api/v1/members?colour=red', '400 invalid-input #colour'],
    ['/api/v1/members?limit=0', '400 invalid-input #limit'],
    ['/api/v1/members?limit=0x10', '400 invalid-input #limit'],
    ['/api/v1/members?limit=', '400 invalid-input #limit'],
    ['/api/v1/members?limit=101', '400 invalid-input #limit'],
    ['/api/v1/members?sort=email', '400 invalid-input #sort'],
    ['/api/v1/members?cursor=nonsense', '400 bad-cursor'],
    ['/api/v1/members?limit=many', '400 invalid-input #limit'],
    ['/api/v1/meetings?from=2025-02-01&until=2025-01-01', '400 invalid-input #from'],
    [`/api/v1/members/${world.people.ada}/progress?from=2025-01-01&days=30`, '400 invalid-input #days'],
    ['/api/v1/members?from=2025-01-01&sort=displayName', '400 unsupported-query #from'],
    ['/api/v1/members?asOf=2025-01-01', '400 no-time-travel'],
    ['/api/v1/learners/anything?asOf=2025-01-01', '400 no-time-travel'],
    ['/api/v1/learners/anything?timeZone=UTC', '400 invalid-input #timeZone'],
    ['/api/v1/member-blocks/anything?knownAt=2025-01-01', '400 no-time-travel'],
    ['/api/v1/groups?status=active&listed=true', '400 unsupported-query'],
    ['/api/v1/meetings?from=2025-13-01', '400 invalid-input #from'],
    ['/api/v1/members/anything?asOf=2025-02-30', '400 invalid-input #asOf'],
    ['/api/v1/members/anything', '404 not-found'],
    ['/api/v1/members/anything?position=nonsense', '400 not-a-position'],
    ['/api/v1/events?after=zzzzzzzz-00000000001', '410 position-of-another-log'],
    ['/api/v1/nothing-here', '404 no-such-route'],
  ] as const) {
    expect([path, await told(api.raw(path))]).toEqual([path, answer]);
  }
  const refused = await api.raw('/api/v1/groups?status=active&listed=true');
  expect(await refused.json()).toMatchObject({ offered: expect.arrayContaining(['status, sorted by name', 'listed, sorted by name']) });
});

it('names the methods an address takes', async () => {
  const { people } = world;
  for (const [method, path, answer] of [
    ['DELETE', '/api/v1/members', '405 method-not-allowed GET, HEAD, POST'],
    ['PUT', `/api/v1/members/${people.ada}`, '405 method-not-allowed GET, HEAD, PATCH'],
    ['GET', `/api/v1/meetings/${world.meetingId}/record-attendance`, '405 method-not-allowed POST'],
    ['POST', '/health', '405 method-not-allowed GET, HEAD'],
    ['POST', '/api/v1/nothing-here', '404 no-such-route null'],
    ['POST', '/api/v1/members/a/b/c', '404 no-such-route null'],
  ] as const) {
    const response = await api.raw(path, { method });
    expect([method, path, `${await told(Promise.resolve(response))} ${response.headers.get('allow')}`]).toEqual([method, path, answer]);
  }
});

it('answers what is no HTTP, and what is too long for it, as a problem', async () => {
  const { hostname, port } = new URL(api.url);
  const answerTo = (text: string) =>
    new Promise<string>((done, failed) => {
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('close', () => done(answer));
      socket.on('error', failed);
    });
  for (const [text, status] of [['NOT HTTP AT ALL\r\n\r\n', 400], [`GET /health?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431], [`GET /health HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431], [`GET /health HTTP/1.1\r\nHost: a\r\n${'X-Many: many\r\n'.repeat(2_000)}\r\n`, 431]] as const) {
    const answer = await answerTo(text);
    const [head, body] = answer.split('\r\n\r\n') as [string, string];
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(body)).toMatchObject({ status, type: 'urn:relocon:problem:invalid-input' });
  }
});

it('waits for nothing past the end of the log', async () => {
  const head = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
  const beyond = `${head.slice(0, 9)}${'z'.repeat(11)}`;
  expect(await told(api.raw('/api/v1/members', { headers: { 'relocon-after': beyond } }))).toMatch(/^400 /);
  expect(await told(api.raw('/api/v1/members', { headers: { 'relocon-after': `aaaaaaaa${head.slice(8)}` } }))).toBe('410 position-of-another-log');
});

it('survives anything, with an answer its document declares', async () => {
  const { groupId, meetingId, people } = world;
  const paths = Object.entries(api.contract.document.paths).flatMap(([path, methods]) => Object.keys(methods).filter(() => path.startsWith('/api/v1') && path !== '/api/v1/changes').map((method) => ({ path, method: method.toUpperCase() })));
  const odd = fc.oneof(fc.constantFrom('', 'null', groupId, meetingId, people.ada, '2025-01-01', '9999-12-31T23:59:59Z', '%00', '../..', '💡', '-1', '1e309', "'", 'a'.repeat(3000)), fc.string({ maxLength: 30 }));
  const names = fc.constantFrom('asOf', 'knownAt', 'position', 'limit', 'sort', 'q', 'cursor', 'from', 'until', 'timeZone', 'groupId', 'memberId', 'status', 'externalId', 'type', 'tag', 'stream', 'days', 'kind');
  const fields = fc.constantFrom('memberId', 'displayName', 'occurredAt', 'entries', 'title', 'startsAt', 'context', 'what', 'soWhat', 'visibility', 'name', 'timeZone', 'skill', 'reason', 'response', 'place', 'charter', 'how', '__proto__', 'constructor');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      odd,
      fc.array(fc.tuple(names, odd), { maxLength: 3 }),
      fc.oneof(fc.jsonValue(), fc.dictionary(fields, fc.oneof(odd, fc.jsonValue()))),
      fc.constantFrom(undefined, '"0.x"', '*', '""'),
      async ({ path, method }, id, query, body, ifMatch) => {
        const url = `${path.replace(/\{[^}]+\}/g, encodeURIComponent(id || 'x'))}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
        const writes = method !== 'GET';
        const response = await api.raw(url, { method, ...(writes && { body: JSON.stringify(body) }), headers: { ...(writes && { 'content-type': 'application/json' }), ...(ifMatch && { 'if-match': ifMatch }) } });
        expect(response.status).toBeLessThan(500);
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);

it('has lost nothing of it', async () => {
  // What was sent at random knew the first group, and may well have closed it.
  expect(await problem(api.admin.POST('/api/v1/groups/{id}/join', { params: at(world.otherGroupId), body: { memberId: world.people.dan } }))).toBe('409 already-a-member');
  const { views, parked } = await ok(api.admin.GET('/api/v1/operations/views'));
  expect(parked).toEqual([]);
  expect(views.every((view) => view.lag === 0)).toBe(true);
});

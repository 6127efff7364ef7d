/** The trust pulse, over a year that passes: who answers, what comes of it, and what nobody learns. */
import { randomUUID } from 'node:crypto';
import { CommandRunner, type StoredEntry } from '#event-sourcing';
import { closePulses } from '#features/pulse/close-pulses.js';
import { createLogger } from '../api/engine.js';
import { authorise } from '../api/platform/authorise.js';
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { signedIn } from './people.js';
import { everythingStored } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

jest.setTimeout(60_000);

/** Far ahead, so that nothing a server does by its own clock meddles. */
let now = '2030-11-20T10:00:00.000Z';
const lines: string[] = [];
let api: TestService;
let world: World;
/** Ada, Ben, Cleo, Dan and Eve belong to the group; Eve and these to others. */
let members: string[];

const answered = (mistakes: number, asking: number, promises: number, confidences: number) => ({ mistakes, asking, promises, confidences });
const FIVE = [answered(0, 4, 2, 3), answered(0, 4, 2, 1), answered(4, 4, 2, 3), answered(1, 3, 2, 0), answered(4, 4, 3, 3)];
/** Counted by hand from the columns of the five. */
const TOTALS = [
  { item: 'mistakes', answers: [2, 1, 0, 0, 2] },
  { item: 'asking', answers: [0, 0, 0, 1, 4] },
  { item: 'promises', answers: [0, 0, 4, 1, 0] },
  { item: 'confidences', answers: [1, 1, 0, 3, 0] },
];

const runtime = () => api.service.runtime;
/** Keys end before a year has passed. */
const keyOf = async (whose: { memberId: string } | { role: 'admin' | 'auditor' | 'integrator' }): Promise<Client & { secret: string }> => api.as(whose);
const answer = async (client: Client, groupId: string, body: object = FIVE[0] as object) => client.POST('/api/v1/groups/{id}/trust-pulse', { params: at(groupId), body: body as never });
/** `204`, or the problem. */
const told = async (answer: Promise<{ error?: unknown; response: Response }>) => (await problem(answer)).replace(' success', '');
const questions = async (client: Client) => ok(client.GET('/api/v1/trust-pulse'));
const close = () => api.service.tasks.round();
const head = async () => (await ok((await keyOf({ role: 'admin' })).GET('/api/v1/operations/views'))).head;
const closedIn = async (groupId: string) => {
  const admin = await keyOf({ role: 'admin' });
  return (await ok(admin.GET('/api/v1/events', { params: { query: { type: 'TrustPulseClosed', tag: `group:${groupId}` }, header: { 'Relocon-After': await head() } } }))).items;
};
const vault = async () => {
  const all: StoredEntry[] = [];
  for await (const page of runtime().vault.everything()) all.push(...page);
  return all;
};
const waiting = async () => (await vault()).filter(({ space }) => space.startsWith('trust-pulse'));

async function groupOf(...memberIds: string[]): Promise<string> {
  const admin = await keyOf({ role: 'admin' });
  const { id } = await ok(admin.POST('/api/v1/groups', { body: { name: 'A circle', timeZone: 'Europe/Berlin' } }));
  let { position } = await ok(admin.POST('/api/v1/groups/{id}/adopt-charter', { params: at(id), body: { purpose: 'Learning together' } }));
  for (const memberId of memberIds) ({ position } = await ok(admin.POST('/api/v1/groups/{id}/join', { params: at(id), body: { memberId } })));
  await ok(admin.GET('/api/v1/memberships', { params: { header: { 'Relocon-After': position } } }));
  return id;
}

/** A group whose members have each answered. */
async function answeredGroup(count: number): Promise<string> {
  const whose = members.slice(0, count);
  const groupId = await groupOf(...whose);
  for (const [index, memberId] of whose.entries()) expect(await told(answer(await keyOf({ memberId }), groupId, FIVE[index % 5]))).toBe('204');
  return groupId;
}

beforeAll(async () => {
  api = await startTestService({ clock: () => now, config: { LOG_LEVEL: 'trace' }, logger: createLogger({ LOG_LEVEL: 'trace' }, { write: (line: string) => void lines.push(line) }) });
  world = await makeWorld(api);
  members = Object.values(world.people);
});
afterAll(() => api.stop());

describe('Members', () => {
  it('read four questions, and the present quarter of each of their groups', async () => {
    const other = await groupOf(world.people.ben);
    const { version, items, scale, groups } = await questions(world.keys.ben);
    expect([version, items.map(({ item }) => item), scale]).toEqual([1, ['mistakes', 'asking', 'promises', 'confidences'], ['not at all', 'a little', 'partly', 'mostly', 'entirely']]);
    for (const { text } of items) expect(text).toMatch(/^(I|What|When) .*\.$/);
    expect(new Set(groups.map((each) => JSON.stringify(each)))).toEqual(new Set([world.groupId, other].map((groupId) => JSON.stringify({ groupId, quarter: '2030-Q4', takenPart: false }))));
    expect((await questions(world.keys.eve)).groups).toEqual([]);
  });

  it('answer once a quarter in each of their groups, and alone know that they have', async () => {
    const groupId = await groupOf(world.people.ben, world.people.cleo);
    const taken = async (client: Client) => (await questions(client)).groups.find((each) => each.groupId === groupId)?.takenPart;
    const response = await api.raw(`/api/v1/groups/${groupId}/trust-pulse`, { key: world.keys.ben.secret, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(FIVE[0]) });
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([204, '', null]);
    expect([await taken(world.keys.ben), await taken(world.keys.cleo)]).toEqual([true, false]);
    for (const body of [FIVE[0], FIVE[1]]) expect(await told(answer(world.keys.ben, groupId, body))).toBe('409 already-taken-part');
    expect(await told(answer(world.keys.ben, world.groupId))).toBe('204');
  });

  it('answer signed in as well, and administrators where they are members', async () => {
    const groupId = await groupOf(world.people.ben, world.people.dan);
    expect(await told(answer((await signedIn(api, { memberId: world.people.ben })).client, groupId))).toBe('204');
    expect(await told(answer((await signedIn(api, { memberId: world.people.dan, role: 'administrator' })).client, groupId))).toBe('204');
    // The same person by another way.
    expect(await told(answer(world.keys.ben, groupId))).toBe('409 already-taken-part');
  });

  it('answer at two phones at once, and one of them counts', async () => {
    const groupId = await groupOf(world.people.ben);
    const results = await Promise.all(FIVE.map((body) => told(answer(world.keys.ben, groupId, body))));
    expect(results.sort()).toEqual(['204', ...Array.from({ length: 4 }, () => '409 already-taken-part')]);
  });

  it('get no answer kept for an Idempotency-Key: it would hold theirs', async () => {
    const groupId = await groupOf(world.people.ben);
    const kept = async () => (await vault()).filter(({ space }) => space === 'idempotency').length;
    const before = await kept();
    const send = (body: object) => api.raw(`/api/v1/groups/${groupId}/trust-pulse`, { key: world.keys.ben.secret, method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'my-pulse' }, body: JSON.stringify(body) });
    const statuses = [await send(FIVE[0] as object), await send(FIVE[0] as object), await send(FIVE[1] as object)].map(({ status }) => status);
    expect(statuses).toEqual([204, 409, 409]);
    expect(await kept()).toBe(before);
  });

  it('answer all four, from 0 to 4, and say nothing else', async () => {
    const groupId = await groupOf(world.people.ben);
    const pointers = async (body: object) => ((await answer(world.keys.ben, groupId, body)).error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(await pointers({ ...FIVE[0], asking: 5 })).toEqual(['/asking']);
    expect(await pointers({ mistakes: 1, asking: 2, promises: 3 })).toEqual(['/confidences']);
    expect(await pointers({ ...FIVE[0], memberId: world.people.cleo })).toEqual(['/memberId']);
    expect((await questions(world.keys.ben)).groups).toContainEqual({ groupId, quarter: '2030-Q4', takenPart: false });
    expect(await told(answer(world.keys.ben, groupId))).toBe('204');
  });
});

describe('Nobody else answers', () => {
  it('than members of the group today, and nobody for somebody else', async () => {
    const groupId = await groupOf(world.people.ben, world.people.cleo);
    const admin = await keyOf({ role: 'admin' });
    await ok(admin.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: world.people.cleo } }));
    const others = [admin, await keyOf({ role: 'auditor' }), await keyOf({ role: 'integrator' }), world.keys.cleo, world.keys.eve, (await signedIn(api, { role: 'administrator' })).client, (await signedIn(api)).client];
    for (const client of others) expect(await told(answer(client, groupId))).toBe('403 forbidden');
    expect(await told(answer(world.keys.ben, randomUUID()))).toBe('403 forbidden');
    for (const role of ['admin', 'auditor', 'integrator'] as const) expect(await told((await keyOf({ role })).GET('/api/v1/trust-pulse'))).toBe('403 forbidden');
    expect((await waiting()).filter(({ key }) => key.startsWith(groupId))).toEqual([]);
  });

  it('in a group that is archived', async () => {
    const groupId = await groupOf(world.people.ben);
    await ok((await keyOf({ role: 'admin' })).POST('/api/v1/groups/{id}/archive', { params: at(groupId), body: {} }));
    expect(await told(answer(world.keys.ben, groupId))).toBe('409 group-archived');
    expect((await questions(world.keys.ben)).groups.map((each) => each.groupId)).not.toContain(groupId);
  });
});

describe('Before the quarter is over', () => {
  let groupId: string;
  beforeAll(async () => {
    groupId = await answeredGroup(4);
  });

  /** Every GET without a parameter and of everything in the group, as somebody reads it, in bodies and headers. */
  async function everythingRead(client: Record<string, string>): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const [path, methods] of Object.entries(api.contract.document.paths)) {
      if (!('get' in methods) || path === '/api/v1/changes' || path === '/metrics' || path.startsWith('/api/v1/provider')) continue;
      const urls = path.includes('{') ? [groupId, `${groupId}.2030-Q4`, world.people.ben].map((id) => path.replace(/\{[^}]+\}/, id)) : [path, `${path}?total=true`, `${path}?groupId=${groupId}`, `${path}?tag=group:${groupId}`];
      for (const url of urls) {
        const response = await api.raw(url, { key: null, headers: client });
        // Which limit is nearest depends on the clock.
        const headers = [...response.headers].filter(([name]) => !['content-length', 'date', 'link', 'ratelimit', 'ratelimit-policy'].includes(name)).map(([name, value]) => `${name}: ${value}`);
        // Cursors are sealed anew each time, and who reads is on record.
        const text = (await response.text()).replaceAll(/"(next|lastAt|lastSeenAt|count)":("[^"]*"|\d+)/g, '');
        found.set(url, `${headers.join('\n')}\n${text}`);
      }
    }
    return found;
  }

  it('nothing that anybody reads differs by whether somebody has answered', async () => {
    const bearer = async (whose: Parameters<typeof keyOf>[0]) => ({ authorization: `Bearer ${(await api.as(whose)).secret}` });
    const readers = [await bearer({ role: 'admin' }), await bearer({ memberId: world.people.ben }), (await signedIn(api, { role: 'auditor' })).headers, (await signedIn(api, { memberId: world.people.cleo })).headers];
    const memberId = members[4] as string;
    const client = await keyOf({ memberId });
    // Whoever has used a key before is told no more of.
    await questions(client);
    const readByAll = () => Promise.all(readers.map(everythingRead));
    const before = await readByAll();
    await ok((await keyOf({ role: 'admin' })).POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId } }));
    const head = await runtime().log.head();
    await runtime().projector.waitFor(head);
    const between = await readByAll();
    // It would be noticed.
    expect(between[1]?.get('/api/v1/memberships?total=true')).not.toBe(before[1]?.get('/api/v1/memberships?total=true'));
    expect(await told(answer(client, groupId))).toBe('204');
    const after = await readByAll();
    expect(await runtime().log.head()).toBe(head);
    for (const [index, texts] of between.entries()) for (const [url, text] of texts) expect([index, url, after[index]?.get(url)]).toEqual([index, url, text]);
  });

  it('no figure and no line of the log tells that, or when, somebody has', async () => {
    const metrics = async () => (await (await api.raw('/metrics', { key: null })).text()).split('\n').filter((line) => /^relocon_/.test(line) && !/route="\/metrics"/.test(line));
    const other = await groupOf(world.people.ben);
    const before = await metrics();
    const written = lines.length;
    for (let count = 0; count < 2; count++) await answer(world.keys.ben, other);
    expect(await metrics()).toEqual(before);
    expect(lines.slice(written).filter((line) => !line.includes('"route":"/metrics"'))).toEqual([]);
    // The other routes are told.
    expect(lines.join()).toContain('/api/v1/trust-pulse');
    expect(before.join()).toContain('/api/v1/trust-pulse');
    expect([...before, ...lines].filter((line) => line.includes(':id/trust-pulse'))).toEqual([]);
  });

  it('answers lie sealed in the vault alone, and in no store or line of the log besides, also where it breaks', async () => {
    const other = await groupOf(world.people.ben);
    const client = await keyOf({ memberId: world.people.ben });
    expect(await told(answer(client, other, { mistakes: 'a canary' }))).toBe('400 invalid-input');
    const { putIfAbsent } = runtime().vault;
    runtime().vault.putIfAbsent = (...what) => Promise.reject(Object.assign(new Error('the disk is on fire'), { what, FIVE }));
    const broken = await fetch(`${api.url}/api/v1/groups/${other}/trust-pulse`, { method: 'POST', headers: { authorization: `Bearer ${client.secret}`, 'content-type': 'application/json' }, body: JSON.stringify(FIVE[0]) });
    runtime().vault.putIfAbsent = putIfAbsent;
    expect([broken.status, lines.join().includes('the disk is on fire')]).toEqual([500, true]);
    expect(lines.filter((line) => /canary|mistakes|confidences/.test(line))).toEqual([]);
    const stored = await everythingStored(api.config.RELOCON_DATA);
    expect(stored.map(({ name }) => name)).toEqual(expect.arrayContaining(['log.db', 'vault.db', 'views.db']));
    expect(stored.find(({ name }) => name === 'vault.db')?.text).toContain('trust-pulse-sums');
    for (const { name, text } of stored) for (const word of ['mistakes', 'confidences', ...(name.startsWith('vault.db') ? [] : ['trust-pulse-'])]) expect([name, word, text.includes(word)]).toEqual([name, word, false]);
  });

  it('the vault differs by a mark and by the sums alone, neither of which has a time', async () => {
    const other = await groupOf(world.people.ben);
    const client = await keyOf({ memberId: world.people.ben });
    await questions(client);
    await runtime().accessRecords.flush();
    const before = new Map((await vault()).map((entry) => [`${entry.space}/${entry.key}`, JSON.stringify(entry)]));
    expect(await told(answer(client, other))).toBe('204');
    await runtime().accessRecords.flush();
    const changed = (await vault()).filter((entry) => before.get(`${entry.space}/${entry.key}`) !== JSON.stringify(entry));
    expect(changed.map(({ space, key }) => [space, key.split('.')[0]]).sort()).toEqual([['trust-pulse-participants', other], ['trust-pulse-sums', other]]);
    for (const entry of changed) expect(Object.keys(entry).sort()).toEqual(['key', 'space', 'value']);
  });

  it('what was there before somebody answered is gone from the files', async () => {
    if (runtime().vault.shared) return;
    const sums = async () => (await waiting()).find(({ space, key }) => space === 'trust-pulse-sums' && key.startsWith(groupId))?.value as string;
    const onDisk = async (text: string) => (await everythingStored(api.config.RELOCON_DATA)).filter((file) => file.text.includes(text)).map(({ name }) => name);
    const sixth = (await ok((await keyOf({ role: 'admin' })).POST('/api/v1/members', { body: { displayName: 'Fay' } }))).id;
    await ok((await keyOf({ role: 'admin' })).POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId: sixth } }));
    const before = await sums();
    expect(await onDisk(before)).toContain('vault.db');
    expect(await told(answer(await keyOf({ memberId: sixth }), groupId))).toBe('204');
    expect([await onDisk(before), await onDisk(await sums())]).toEqual([[], expect.arrayContaining(['vault.db'])]);
  });

  it('nothing is closed', async () => {
    const before = await waiting();
    for (const moment of ['2030-12-31T23:59:59.999Z', '2031-01-01T00:00:00.000Z', '2031-01-01T00:59:59.999Z']) {
      now = moment;
      await close();
    }
    expect(await waiting()).toEqual(before);
    expect(await closedIn(groupId)).toEqual([]);
  });

  it('the next one takes answers once the last has ended', async () => {
    now = '2031-01-01T00:30:00.000Z';
    const ben = await keyOf({ memberId: world.people.ben });
    expect((await questions(ben)).groups).toContainEqual({ groupId, quarter: '2031-Q1', takenPart: false });
    expect(await told(answer(ben, groupId))).toBe('204');
    expect((await questions(ben)).groups).toContainEqual({ groupId, quarter: '2031-Q1', takenPart: true });
  });
});

describe('When the quarter is over', () => {
  beforeAll(() => void (now = '2031-02-10T10:00:00.000Z'));

  /** A group, answered by so many, an hour after the quarter. */
  async function overWith(count: number): Promise<string> {
    now = '2031-02-10T10:00:00.000Z';
    const groupId = await answeredGroup(count);
    now = '2031-04-01T01:00:00.000Z';
    return groupId;
  }
  const left = async (groupId: string) => (await waiting()).filter(({ key }) => key.startsWith(groupId)).length;

  it('the totals of five are recorded, by nobody, and what waited is deleted', async () => {
    const groupId = await overWith(5);
    const sealed = (await waiting()).find(({ space, key }) => space === 'trust-pulse-sums' && key.startsWith(groupId))?.value as string;
    await close();
    const [event, ...more] = await closedIn(groupId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ subject: `pulse-${groupId}.2031-Q1`, revision: 0, time: '2031-03-31T23:59:59.999Z', recordedtime: now, actorkind: 'system', actorid: 'trust-pulse' });
    expect(event?.data).toEqual({ groupId, quarter: '2031-Q1', questions: 1, answered: 5, totals: TOTALS });
    for (const memberId of members) expect(JSON.stringify(event)).not.toContain(memberId);
    expect(await left(groupId)).toBe(0);
    const stored = await everythingStored(api.config.RELOCON_DATA);
    for (const { name, text } of stored) expect([name, text.includes(sealed)]).toEqual([name, false]);
  });

  it('they are shown to the group and to staff, and can be named as evidence', async () => {
    const groupId = await overWith(5);
    await close();
    const [event] = await closedIn(groupId);
    const expected = { id: `${groupId}.2031-Q1`, groupId, quarter: '2031-Q1', questions: 1, answered: 5, totals: TOTALS, closedAt: '2031-03-31T23:59:59.999Z', eventId: event?.id };
    const after = { header: { 'Relocon-After': event?.position as string } };
    const outsider = (await ok((await keyOf({ role: 'admin' })).POST('/api/v1/members', { body: { displayName: 'Gus' } }))).id;
    for (const whose of [{ memberId: world.people.ben }, { role: 'admin' }, { role: 'auditor' }, { role: 'integrator' }] as const) {
      const client = await keyOf(whose);
      expect(await ok(client.GET('/api/v1/trust-pulses/{id}', { params: { ...at(expected.id), ...after } }))).toEqual(expected);
      expect((await ok(client.GET('/api/v1/trust-pulses', { params: { query: { groupId, sort: '-quarter', total: 'true' }, ...after } })))).toEqual({ items: [expected], next: null, total: 1 });
    }
    const client = await keyOf({ memberId: outsider });
    expect(await problem(client.GET('/api/v1/trust-pulses/{id}', { params: at(expected.id) }))).toBe('404 not-found');
    expect(await ok(client.GET('/api/v1/trust-pulses', { params: { query: { groupId, total: 'true' } } }))).toEqual({ items: [], next: null, total: 0 });
    const ben = await keyOf({ memberId: world.people.ben });
    expect(await problem(ben.GET('/api/v1/trust-pulses/{id}', { params: { ...at(expected.id), query: { knownAt: '2031-04-01T00:00:00Z' } } }))).toBe('404 not-found');
    expect(await ok(ben.GET('/api/v1/trust-pulses/{id}', { params: { ...at(expected.id), query: { asOf: '2031-04-01' } } }))).toEqual(expected);
  });

  it('nothing is told of four, and what waited is deleted all the same', async () => {
    const groupId = await overWith(4);
    expect(await left(groupId)).toBe(5);
    const before = await runtime().log.head();
    await close();
    expect([await closedIn(groupId), await left(groupId), await runtime().log.head()]).toEqual([[], 0, before]);
    // In the next quarter they answer anew.
    expect(await told(answer(await keyOf({ memberId: world.people.ada }), groupId))).toBe('204');
  });

  it('it is recorded once, also by two workers at once', async () => {
    const groupId = await overWith(5);
    const { log, codec, clock, vault: both, keyedHash } = runtime();
    const workers = [1, 2].map(() => ({ vault: both, keyedHash, clock, runner: new CommandRunner({ log, codec, clock, authorise }) }));
    await Promise.all(workers.map((tools) => closePulses.run(tools)));
    expect([(await closedIn(groupId)).map(({ data }) => data?.totals), await left(groupId)]).toEqual([[TOTALS], 0]);
  });

  const cuts: { where: string; of: 'log' | 'vault'; method: string; nth: number; when: 'before' | 'after' }[] = (['before', 'after'] as const).flatMap((when) => [
    { where: 'the event', of: 'log' as const, method: 'append', nth: 0, when },
    { where: 'the answers are deleted', of: 'vault' as const, method: 'delete', nth: 0, when },
    { where: 'the marks are deleted', of: 'vault' as const, method: 'delete', nth: 1, when },
  ]);
  it.each(cuts)('it goes on after a restart where it was cut off $when $where', async ({ of, method, nth, when }) => {
    const [groupId, small] = [await overWith(5), await overWith(4)];
    // What else there is to close is closed by now.
    const place = runtime()[of] as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const whole = place[method] as (...given: unknown[]) => Promise<unknown>;
    let calls = 0;
    place[method] = async (...given) => {
      if (calls < nth) return calls++, whole.apply(place, given);
      if (when === 'after' && calls++ === nth) await whole.apply(place, given);
      throw new Error('cut off');
    };
    const written = lines.length;
    await close();
    expect(lines.slice(written).some((line) => line.includes('a task could not be done'))).toBe(true);
    expect((await left(groupId)) + (await left(small))).toBeGreaterThan(0);
    place[method] = whole;
    await api.restart();
    await close();
    expect([(await closedIn(groupId)).map(({ data }) => data?.totals), await closedIn(small), await left(groupId), await left(small)]).toEqual([[TOTALS], [], 0, 0]);
  });

  it('is for no group sooner or later, wherever it says that it is', async () => {
    const groupId = await overWith(5);
    const admin = await keyOf({ role: 'admin' });
    const moved = (timeZone: string) => ok(admin.PATCH('/api/v1/groups/{id}', { params: { ...at(groupId), header: { 'If-Match': '*' } }, body: { timeZone } }));
    const ben = await keyOf({ memberId: world.people.ben });
    // There it is the 1st of April already.
    now = '2031-03-31T12:00:00.000Z';
    await moved('Pacific/Kiritimati');
    await close();
    expect([await closedIn(groupId), (await questions(ben)).groups.find((each) => each.groupId === groupId)?.quarter]).toEqual([[], '2031-Q1']);
    // There it is still March.
    await moved('America/Denver');
    now = '2031-04-01T01:00:00.000Z';
    await close();
    expect((await closedIn(groupId)).map(({ data }) => data?.answered)).toEqual([5]);
    expect((await questions(ben)).groups.find((each) => each.groupId === groupId)?.quarter).toBe('2031-Q2');
    expect(await told(answer(ben, groupId))).toBe('204');
  });

  it('no more answers are taken of it by a clock that is behind', async () => {
    const groupId = await overWith(5);
    await close();
    now = '2031-03-31T23:59:59.000Z';
    expect(await told(answer(await keyOf({ memberId: world.people.ben }), groupId))).toBe('409 pulse-closed');
  });

  it('a process that was down meanwhile closes it as it starts', async () => {
    const groupId = await overWith(5);
    now = '2031-09-05T00:00:00.000Z';
    await api.restart();
    await close();
    expect((await closedIn(groupId)).map(({ time, data }) => [time, data?.quarter])).toEqual([['2031-03-31T23:59:59.999Z', '2031-Q1']]);
    expect(await waiting()).toEqual([]);
  });
});

it('has seen every operation of the trust pulse succeed', () => {
  expect(api.contract.unseen((tag) => tag === 'Trust pulses')).toEqual({ operations: [], records: [] });
});

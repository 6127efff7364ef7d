/** Importing over HTTP: row by row, by the rules of everything else, and twice adds nothing; dry, it says the same and adds nothing at all. */
import { request as httpRequest } from 'node:http';
import { until } from '#event-sourcing-testing';
import { ok, problem, startTestService, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';

let api: TestService;
let admin: Person;
beforeAll(async () => {
  api = await startTestService();
  admin = await signedIn(api, { role: 'administrator' });
});
afterAll(() => api.stop());

type Batch = { kind: 'groups' | 'members' | 'memberships' | 'meetings' | 'rsvps' | 'attendance'; rows: Record<string, string>[] };
interface Imported {
  results: { outcome: string; faults?: { column: string; reason: string }[] }[];
  recorded: Record<string, number>;
}
const send = (batch: Batch, { client }: Pick<Person, 'client'> = admin) => client.POST('/api/v1/imports', { body: { batch } });
const imported = async (batch: Batch): Promise<Imported> => ok(send(batch));
const post = (batches: readonly Batch[], headers: Record<string, string> = admin.headers) =>
  api.raw('/api/v1/imports/dry-run', { key: null, method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ batches }) });
/** What a dry run answers to each batch. */
const tried = async (...batches: Batch[]): Promise<Imported[]> => {
  const response = await post(batches);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as Imported);
  expect(lines.pop()).toEqual({ count: batches.length });
  return lines;
};
const shown = ({ results }: Imported) => results.map(({ outcome, faults = [] }) => [outcome, ...faults.flatMap(({ column, reason }) => [column, reason])]);
const outcomes = async (batch: Batch) => shown(await imported(batch));
/** The end of the log, and all that the vault holds but for what follows from the log. */
const kept = async () => {
  const { log, vault } = api.service.runtime;
  const entries: string[] = [];
  for await (const page of vault.everything()) entries.push(...page.filter(({ space }) => !/^(outbox|reactions)/.test(space)).map((entry) => JSON.stringify(entry)));
  return { head: await log.head(), entries: entries.sort() };
};

const groups: Batch = { kind: 'groups', rows: [{ group_id: 'g1', name: 'Bakers', founded_at: '2026-01-01T09:00:00Z', time_zone: 'UTC' }] };
const members: Batch = { kind: 'members', rows: [{ member_id: 'm1', display_name: 'Ada', first_seen_at: '2026-01-02T09:00:00Z' }, { member_id: 'm2', first_seen_at: '2026-01-02T09:00:00Z' }] };
const memberships: Batch = { kind: 'memberships', rows: [{ member_id: 'm1', group_id: 'g1', joined_at: '2026-01-03T09:00:00Z' }, { member_id: 'm2', group_id: 'g1', joined_at: '2026-01-03T09:00:00Z' }, { member_id: 'm1', group_id: 'g1', joined_at: 'some day' }] };
const NOT_KNOWN = 'names a member that is not known; is its row missing or refused?';

it('says before anything is recorded what would become of each row, those included that build on others', async () => {
  await tried(groups);
  const before = await kept();
  const all = [groups, members, memberships];
  const told = await tried(...all);
  expect(told.map(shown)).toEqual([[['recorded']], [['recorded'], ['refused', 'display_name', 'is empty']], [['recorded'], ['refused', 'member_id', NOT_KNOWN], ['refused', 'joined_at', expect.stringContaining('RFC 3339')]]]);
  expect(told.map(({ recorded }) => recorded)).toEqual([{ GroupFounded: 1 }, { MemberRegistered: 1 }, { MemberJoined: 1 }]);
  // Nothing of it is there for the next one either.
  expect(await tried(...all)).toEqual(told);
  // A time that is wrong is that of its column.
  const [first] = memberships.rows as [Record<string, string>];
  expect(shown((await tried(groups, members, { kind: 'memberships', rows: [{ ...first, left_at: 'y' }, { ...first, joined_at: 'x', left_at: 'y' }] })).at(-1) as Imported)).toEqual([
    ['refused', 'left_at', expect.stringContaining('RFC 3339')],
    ['refused', 'joined_at', expect.stringContaining('RFC 3339'), 'left_at', expect.stringContaining('RFC 3339')],
  ]);
  // Of a row everything is said at once.
  const neither = ['refused', 'member_id', NOT_KNOWN, 'group_id', NOT_KNOWN.replace('member', 'group')];
  expect((await tried(memberships)).map(shown)).toEqual([[neither, neither, [...neither, 'joined_at', expect.stringContaining('RFC 3339')]]]);
  expect(await kept()).toEqual(before);
});

it('takes each row by itself, in the name of who sends it, and takes none twice', async () => {
  expect(await outcomes(groups)).toEqual([['recorded']]);
  expect(await outcomes(members)).toEqual([['recorded'], ['refused', 'display_name', 'is empty']]);
  expect((await ok(send(memberships))).recorded).toEqual({ MemberJoined: 1 });
  const head = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
  expect(await outcomes(groups)).toEqual([['repeated']]);
  expect(await outcomes(memberships)).toEqual([['repeated'], ['refused', 'member_id', NOT_KNOWN], ['refused', 'joined_at', expect.stringContaining('RFC 3339')]]);
  expect((await ok(api.admin.GET('/api/v1/operations/views'))).head).toBe(head);
  const { items } = await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'MemberJoined' }, header: { 'Relocon-After': head } } }));
  expect(items).toMatchObject([{ time: '2026-01-03T09:00:00.000Z', actorkind: 'account', actorid: admin.accountId, actorvia: 'import' }]);
});

it('knows in a dry run what the history forbids, and what was taken before', async () => {
  const meetings: Batch = { kind: 'meetings', rows: ['e1', 'e2'].map((meeting_id) => ({ meeting_id, group_id: 'g1', title: 'Rye', starts_at: '2026-02-01T18:00:00Z', scheduled_at: '2026-01-10T09:00:00Z' })) };
  expect(await outcomes(meetings)).toEqual([['recorded'], ['recorded']]);
  const { runtime } = api.service;
  const cancelled = (await runtime.foreignIds.find('meeting', ['e2'])).get('e2') as string;
  await ok(api.admin.POST('/api/v1/meetings/{id}/cancel', { params: { path: { id: cancelled } }, body: { reason: 'No flour' } }));
  const attendance: Batch = {
    kind: 'attendance',
    rows: [
      { meeting_id: 'e1', member_id: 'm1', attendance: 'present' },
      { meeting_id: 'e1', member_id: 'm1', attendance: 'absent' },
      { meeting_id: 'e2', member_id: 'm1', attendance: 'present' },
    ],
  };
  const leaving: Batch = { kind: 'memberships', rows: [{ ...(memberships.rows[0] as Record<string, string>), left_at: '2026-01-02T09:00:00Z' }] };
  const before = await kept();
  const told = await tried(groups, leaving, attendance);
  expect(told.map(shown)).toEqual([
    [['repeated']],
    [['refused', expect.any(String), expect.any(String)]],
    [['recorded'], ['refused', expect.any(String), expect.stringMatching(/already|recorded/)], ['refused', expect.any(String), expect.stringMatching(/cancelled/)]],
  ]);
  expect(await kept()).toEqual(before);
  expect([await imported(groups), await imported(leaving), await imported(attendance)]).toEqual(told);
  expect((await tried(attendance)).map(({ results }) => results.map(({ outcome }) => outcome))).toEqual([['repeated', 'refused', 'refused']]);
});

it('takes the same row once, whichever batches of a dry run it stands in', async () => {
  const rows = [{ member_id: 'm7', display_name: 'Gil', first_seen_at: '2026-01-02T09:00:00Z' }];
  const [first, second] = await tried({ kind: 'members', rows: [...rows, ...rows] }, { kind: 'members', rows });
  expect([first, second].map((each) => shown(each as Imported))).toEqual([[['recorded'], ['repeated']], [['repeated']]]);
});

describe('A dry run', () => {
  /** A request whose body stays away. */
  const begun = (headers: Record<string, string>, length: number) => {
    const request = httpRequest(`${api.url}/api/v1/imports/dry-run`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': length } });
    const answer = new Promise<{ status: number; retryAfter: string | undefined; problem: { type: string; detail: string } }>((done, failed) => {
      request.once('error', failed).once('response', (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString())).once('end', () => done({ status: response.statusCode as number, retryAfter: response.headers['retry-after'], problem: JSON.parse(text) as { type: string; detail: string } }));
      });
    });
    let answered = false;
    answer.then(() => (answered = true), () => undefined);
    request.flushHeaders();
    return { request, answer, answered: () => answered };
  };
  const refusedAtOnce = async (headers: Record<string, string>, length: number) => {
    const { request, answer } = begun(headers, length);
    const { status, problem: { type, detail } } = await answer;
    request.destroy();
    return [`${status} ${type.replace('urn:relocon:problem:', '')}`, detail];
  };
  const MEBIBYTE = 1_048_576;

  it('takes more than other requests, and says what to do with what is too much for it', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ group_id: `large ${index}`, name: `Group ${index}`, purpose: 'Bread. '.repeat(280), time_zone: 'UTC' }));
    expect((await tried({ kind: 'groups', rows }, { kind: 'groups', rows })).map(({ results }) => [...new Set(results.map(({ outcome, faults }) => faults?.[0]?.reason ?? outcome))])).toEqual([['recorded'], ['repeated']]);
    expect(await refusedAtOnce(admin.headers, 16 * MEBIBYTE + 1)).toEqual(['413 too-large', expect.stringMatching(/16 MiB.*relocon import --dry-run/)]);
  });

  it('is read of those alone who may import', async () => {
    const auditor = await signedIn(api, { role: 'auditor' });
    expect((await refusedAtOnce({}, 15 * MEBIBYTE))[0]).toBe('401 unauthenticated');
    expect((await refusedAtOnce(auditor.headers, 15 * MEBIBYTE))[0]).toBe('403 forbidden');
  });

  it('is one at a time, and leaves its place when its caller goes', async () => {
    let first = begun(admin.headers, 1_000);
    await until(async () => {
      if ((await post([groups])).status === 503) return true;
      // It came while that was answered.
      if (first.answered()) first = begun(admin.headers, 1_000);
      return false;
    }, 'a place of the first');
    const refused = await post([groups]);
    expect([refused.headers.get('retry-after'), ((await refused.json()) as { type: string }).type]).toEqual(['5', 'urn:relocon:problem:too-busy']);
    first.request.destroy();
    await until(async () => (await post([groups])).status === 200, 'a free place');
  });

  it('refuses columns nobody takes anything from before it begins', async () => {
    const answer = await post([groups, { kind: 'groups', rows: [{ group_id: 'g2', nmae: 'Typo' }] }]);
    expect([answer.status, ((await answer.json()) as { errors: unknown }).errors]).toEqual([400, [{ pointer: '/batches/1/rows/0', detail: expect.stringContaining('group_id, name') }]]);
  });
});

it('refuses columns nobody takes anything from, too many rows, and whoever is no administrator', async () => {
  expect(await problem(send({ kind: 'groups', rows: [{ group_id: 'g2', nmae: 'Typo' }] }))).toBe('400 invalid-input');
  expect(await problem(send({ kind: 'groups', rows: Array.from({ length: 1_001 }, () => ({ group_id: 'g2', name: 'Many' })) }))).toBe('400 invalid-input');
  expect(await problem(send(groups, await signedIn(api, { role: 'auditor' })))).toBe('403 forbidden');
  expect(await problem(send(groups, { client: await admin.after(6) }))).toBe('403 re-authentication-needed');
});

/** Importing over HTTP: row by row, by the rules of everything else, and twice adds nothing. */
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
const send = (batch: Batch, more: { dryRun?: boolean; brought?: { group?: string[]; member?: string[] } } = {}, { client }: Pick<Person, 'client'> = admin) => client.POST('/api/v1/imports', { body: { batch, ...more } });
const outcomes = async (batch: Batch, more = {}) => (await ok(send(batch, more))).results.map(({ outcome, column, reason }) => [outcome, ...(column === undefined ? [] : [column, reason])]);

const groups: Batch = { kind: 'groups', rows: [{ group_id: 'g1', name: 'Bakers', founded_at: '2026-01-01T09:00:00Z', time_zone: 'UTC' }] };
const members: Batch = { kind: 'members', rows: [{ member_id: 'm1', display_name: 'Ada', first_seen_at: '2026-01-02T09:00:00Z' }, { member_id: 'm2', first_seen_at: '2026-01-02T09:00:00Z' }] };
const memberships: Batch = { kind: 'memberships', rows: [{ member_id: 'm1', group_id: 'g1', joined_at: '2026-01-03T09:00:00Z' }, { member_id: 'm2', group_id: 'g1', joined_at: '2026-01-03T09:00:00Z' }, { member_id: 'm1', group_id: 'g1', joined_at: 'some day' }] };
const NOT_KNOWN = 'names a member that is not known; is its row missing or refused?';

it('says what is wrong with rows before anything is recorded', async () => {
  const before = (await ok(api.admin.GET('/api/v1/operations/views'))).head;
  expect(await outcomes(members, { dryRun: true })).toEqual([['sound'], ['refused', 'display_name', 'is empty']]);
  const brought = { group: ['g1'], member: ['m1'] };
  expect(await outcomes(memberships, { dryRun: true, brought })).toEqual([['sound'], ['refused', 'member_id', NOT_KNOWN], ['refused', 'joined_at', expect.stringContaining('RFC 3339')]]);
  expect((await ok(api.admin.GET('/api/v1/operations/views'))).head).toBe(before);
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

it('refuses columns nobody takes anything from, too many rows, and whoever is no administrator', async () => {
  expect(await problem(send({ kind: 'groups', rows: [{ group_id: 'g2', nmae: 'Typo' }] }))).toBe('400 invalid-input');
  expect(await problem(send({ kind: 'groups', rows: Array.from({ length: 1_001 }, () => ({ group_id: 'g2', name: 'Many' })) }))).toBe('400 invalid-input');
  expect(await problem(send(groups, {}, await signedIn(api, { role: 'auditor' })))).toBe('403 forbidden');
  expect(await problem(send(groups, {}, { client: await admin.after(6) }))).toBe('403 re-authentication-needed');
});

/**
 * The import of thirteen real groups, compared with what the files themselves say: read and counted here with nothing of ours. The files
 * are not ours to pass on, so elsewhere than beside them these tests count themselves as skipped.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { derive } from '#import-files/derive.js';
import type { ImportMap } from '#import-files/import-map.js';
import { readFiles } from '../cli/csv-files.js';
import { knownMap } from '../cli/import-map.js';
import { ok, startTestService, temporaryFolder, type TestService } from './api.js';
import { relocon, root, start } from './cli.js';
import { storeSettings } from './test-stores.js';
import { thorough } from './thorough.js';
import { at } from './world.js';

const source = join(root, '..', 'shared', 'data', 'missoula');
const here = existsSync(join(source, 'groups.csv')) ? describe : describe.skip;
jest.setTimeout(300_000);
const KILLS = thorough ? 10 : 4;
/** Groups whose rows are tried before they are imported; all of them are imported. */
const TRIED = thorough ? /./ : /^g(02|04|07|08|12|13)$/;

type Row = Record<string, string>;
const rows = (name: string): Row[] => parse(readFileSync(join(source, `${name}.csv`), 'utf8'), { columns: true }) as Row[];
const distinct = (all: Row[]): Row[] => [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
const iso = (text: string | undefined): string => new Date(text as string).toISOString();
const count = <T>(all: readonly T[], key: (each: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of all) counts[key(each)] = (counts[key(each)] ?? 0) + 1;
  return counts;
};

interface Published {
  type: string;
  time: string;
  recordedtime: string;
  data: Record<string, unknown>;
}

/** Every event, ids replaced by those of the files, without what differs between two imports. */
async function normalised(api: TestService): Promise<string[]> {
  const names = new Map<string, string>();
  for (const [kind, field, name] of [['group', 'group_id', 'groups'], ['member', 'member_id', 'members'], ['meeting', 'meeting_id', 'meetings']] as const) {
    for (const [foreign, id] of await api.service.runtime.foreignIds.find(kind, rows(name).map((row) => row[field] as string))) names.set(id, foreign);
  }
  const text = await (await api.raw('/api/v1/events', { headers: { accept: 'application/x-ndjson' } })).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { type, time, data } = JSON.parse(line) as Published;
      return JSON.stringify([type.replace('relocon.', ''), time, Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))]).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? `unknown ${id}`);
    })
    .sort();
}

here('Missoula, tried before it is imported', () => {
  let api: TestService;
  let groupOf: Map<string | undefined, string | undefined>;
  beforeAll(async () => {
    groupOf = new Map(rows('meetings').map((row) => [row.meeting_id, row.group_id]));
    api = await startTestService();
  });
  afterAll(() => api.stop());

  /** Members belong to no group of their own. */
  const isTried = ({ group_id, meeting_id }: Row): boolean => {
    const group = group_id ?? groupOf.get(meeting_id);
    return group === undefined || TRIED.test(group);
  };

  /** As the console sends them. */
  function batches(): object[] {
    const { map } = knownMap(source) as { map: ImportMap };
    const files = readFiles(source, map);
    derive(files, map);
    return files.flatMap(({ table: { kind }, rows: all }) => {
      const some = all.map(({ fields }) => fields).filter((fields) => isTried(fields as Row));
      return Array.from({ length: Math.ceil(some.length / 1_000) }, (_, index) => ({ kind, rows: some.slice(index * 1_000, (index + 1) * 1_000) }));
    });
  }
  const post = async (path: string, body: object): Promise<string> => {
    const response = await api.raw(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return response.text();
  };
  const tried = async (all: object[]): Promise<string[]> => (await post('/api/v1/imports/dry-run', { batches: all })).trim().split('\n');
  const kept = async (): Promise<{ head: number; entries: string[] }> => {
    const { log, vault } = api.service.runtime;
    const entries: string[] = [];
    for await (const page of vault.everything()) entries.push(...page.filter(({ space }) => !['reactions', 'api-key-uses'].includes(space)).map((entry) => JSON.stringify(entry)));
    return { head: await log.head(), entries: entries.sort() };
  };
  const outcomesIn = (lines: readonly string[]) => count(lines.flatMap((line) => (JSON.parse(line) as { results: { outcome: string }[] }).results), ({ outcome }) => outcome);

  it('comes to what the import then comes to, row by row, and keeps nothing', async () => {
    const all = batches();
    // Rows of the files as they are, and those that stand in them twice.
    const [taken, twice] = thorough ? [25_372, 5] : [5_517, 0];
    // What was taken under these ids says something else; nobody joins twice.
    const faulty = { kind: 'attendance', rows: rows('attendance').filter(isTried).slice(0, 500).map(({ meeting_id, member_id }) => ({ meeting_id, member_id, attendance: 'absent' })) };
    await tried([{ kind: 'groups', rows: [{ group_id: 'g01', name: 'Somebody was here' }] }]);
    const before = await kept();
    const told = await tried([...all, faulty]);
    expect(await kept()).toEqual(before);
    expect(told.pop()).toBe(JSON.stringify({ count: all.length + 1 }));
    expect(outcomesIn(told)).toEqual({ recorded: taken, ...(twice > 0 && { repeated: twice }), refused: 500 });
    for (const [index, batch] of [...all, faulty].entries()) expect([index, await post('/api/v1/imports', { batch })]).toEqual([index, told[index]]);

    const after = await kept();
    const again = await tried([...all, faulty]);
    expect(await kept()).toEqual(after);
    expect(outcomesIn(again.slice(0, -1))).toEqual({ repeated: taken + twice, refused: 500 });
  });
});

here('Missoula, imported', () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const beforeImport = new Date(Date.now() - 1000).toISOString();
  let api: TestService;
  let out: string;
  const ids = new Map<string, string>();
  const idOf = async (path: '/api/v1/members' | '/api/v1/groups' | '/api/v1/meetings', foreign: string): Promise<string> => {
    const known = ids.get(path + foreign);
    if (known) return known;
    const { items } = await ok(api.admin.GET(path, { params: { query: { externalId: foreign } } }));
    const [item] = items;
    ids.set(path + foreign, item?.id as string);
    return item?.id as string;
  };

  beforeAll(async () => {
    const ran = await relocon(['import', source], { data, cwd: folder.path });
    expect(ran.status).toBe(0);
    ({ out } = ran);
    api = await startTestService({ folder: data });
    expect(await api.service.runtime.projector.waitFor(await api.service.runtime.log.head(), [], 120_000)).toBe(true);
  });
  afterAll(async () => {
    await api.stop();
    folder.remove();
  });

  it('records one event for each distinct row, and reports the five repeated ones', () => {
    const told = Object.fromEntries([...out.matchAll(/^ {2}(\w+) +(\d+)$/gm)].map(([, type, number]) => [type, Number(number)]));
    const sizes = Object.fromEntries(['groups', 'members', 'memberships', 'meetings', 'rsvps', 'attendance'].map((name) => [name, distinct(rows(name)).length]));
    expect(told).toEqual({ GroupFounded: sizes.groups, CharterAdopted: sizes.groups, MemberRegistered: sizes.members, MemberJoined: sizes.memberships, MeetingScheduled: sizes.meetings, RsvpGiven: sizes.rsvps, AttendanceRecorded: sizes.attendance });
    expect(sizes).toEqual({ groups: 13, members: 1757, memberships: 1941, meetings: 1391, rsvps: 10416, attendance: 9854 });
    expect(out).toMatch(/25372 rows taken, 5 repeated, 0 refused\./);
  });

  it('has in the log exactly what the files say, each event at its time', async () => {
    const earliest = new Map<string, string>();
    const note = (key: string, ...times: (string | undefined)[]) => {
      for (const time of times) if (time && (earliest.get(key) ?? '~') > iso(time)) earliest.set(key, iso(time));
    };
    for (const { member_id, joined_at } of rows('memberships')) note(`m ${member_id}`, joined_at);
    for (const { meeting_id, member_id, responded_at, changed_at } of rows('rsvps')) {
      note(`m ${member_id}`, responded_at, changed_at);
      note(`e ${meeting_id}`, responded_at, changed_at);
    }
    for (const { member_id, first_seen_at } of rows('members')) note(`m ${member_id}`, first_seen_at);
    for (const { meeting_id, starts_at } of rows('meetings')) note(`e ${meeting_id}`, starts_at, '2016-06-03T00:00:00Z');
    const starts = new Map(rows('meetings').map((row) => [row.meeting_id, row]));
    // Lines of text are kept with single spaces.
    const tidy = (text: string | undefined) => (text as string).normalize('NFC').replace(/\s+/g, ' ').trim();
    const list = (text: string | undefined) => (text ? text.split(';').map(tidy).filter(Boolean) : []);
    const denver = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Denver', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at)).replace(' ', 'T');
    const fact = (type: string, time: string, fields: Record<string, unknown>) => JSON.stringify([type, time, Object.entries(fields).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const expected = [
      ...distinct(rows('groups')).flatMap((row) => [
        fact('GroupFounded', iso(row.founded_at), { groupId: row.group_id, name: tidy(row.name), timeZone: 'America/Denver' }),
        fact('CharterAdopted', iso(row.founded_at), { groupId: row.group_id, version: 1, purpose: (row.purpose as string).trim(), domain: list(row.topics) }),
      ]),
      ...distinct(rows('members')).map((row) => fact('MemberRegistered', earliest.get(`m ${row.member_id}`) as string, { memberId: row.member_id, displayName: row.display_name, interests: row.interests ? list(row.interests) : undefined })),
      ...distinct(rows('memberships')).map((row) => fact('MemberJoined', iso(row.joined_at), { groupId: row.group_id, memberId: row.member_id })),
      ...distinct(rows('meetings')).map((row) => fact('MeetingScheduled', earliest.get(`e ${row.meeting_id}`) as string, { groupId: row.group_id, meetingId: row.meeting_id, startsAt: iso(row.starts_at), title: tidy(row.title), timeZone: 'America/Denver', localStart: denver(row.starts_at as string) })),
      ...distinct(rows('rsvps')).map((row) => {
        const [first, last] = [iso(row.responded_at), iso(row.changed_at)].sort() as [string, string];
        const meeting = starts.get(row.meeting_id) as Row;
        return fact('RsvpGiven', last, { groupId: meeting.group_id, meetingId: row.meeting_id, startsAt: iso(meeting.starts_at), memberId: row.member_id, response: row.response, guests: Number(row.guests), firstGivenAt: first < last ? first : undefined });
      }),
      ...distinct(rows('attendance')).map((row) => {
        const meeting = starts.get(row.meeting_id) as Row;
        return fact('AttendanceRecorded', iso(meeting.starts_at), { groupId: meeting.group_id, meetingId: row.meeting_id, startsAt: iso(meeting.starts_at), memberId: row.member_id, outcome: row.attendance === 'excused' ? 'apologised' : row.attendance, how: 'import' });
      }),
    ].sort();
    expect(await normalised(api)).toEqual(expected);
  });

  it('counts per group, per member and per month as the files do', async () => {
    const memberships = rows('memberships');
    const meetings = distinct(rows('meetings'));
    const perGroup = count(memberships, (row) => row.group_id as string);
    for (const { group_id } of rows('groups')) {
      const groupId = await idOf('/api/v1/groups', group_id as string);
      const members = await ok(api.admin.GET('/api/v1/memberships', { params: { query: { groupId, status: 'active', total: 'true', limit: 1 } } }));
      const held = await ok(api.admin.GET('/api/v1/meetings', { params: { query: { groupId, total: 'true', limit: 1 } } }));
      expect([group_id, members.total, held.total]).toEqual([group_id, perGroup[group_id as string] ?? 0, meetings.filter((row) => row.group_id === group_id).length]);
    }
    const perMonth = count(meetings, (row) => (row.starts_at as string).slice(0, 7));
    const months = Object.keys(perMonth).sort().filter((_, index) => index % 9 === 0);
    for (const month of months) {
      const [year, number] = month.split('-').map(Number) as [number, number];
      const until = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
      const { total } = await ok(api.admin.GET('/api/v1/meetings', { params: { query: { from: `${month}-01`, until, total: 'true', limit: 1 } } }));
      expect([month, total]).toEqual([month, perMonth[month]]);
    }
    const perMember = count(rows('attendance'), (row) => row.member_id as string);
    const busiest = Object.entries(perMember).sort(([, a], [, b]) => b - a).slice(0, 8);
    for (const [foreign, number] of busiest) {
      const memberId = await idOf('/api/v1/members', foreign);
      expect([foreign, (await ok(api.admin.GET('/api/v1/attendances', { params: { query: { memberId, total: 'true', limit: 1, outcome: 'present' } } }))).total]).toEqual([foreign, rows('attendance').filter((row) => row.member_id === foreign && row.attendance === 'present').length]);
      expect(number).toBeGreaterThan(10);
    }
  });

  /** Figures of a member over [from, before), by the rules of the domain page, from the files alone. */
  const byHand = (foreign: string, from: string, before: string) => {
    const starts = new Map(rows('meetings').map((row) => [row.meeting_id, row]));
    const joined = new Map(rows('memberships').filter((row) => row.member_id === foreign).map((row) => [row.group_id, iso(row.joined_at)]));
    let [expected, came, apologised] = [0, 0, 0];
    for (const row of rows('attendance').filter((each) => each.member_id === foreign)) {
      const meeting = starts.get(row.meeting_id) as Row;
      const at_ = iso(meeting.starts_at);
      const since = joined.get(meeting.group_id as string);
      if (at_ < from || at_ >= before || since === undefined || at_ < since) continue;
      expected++;
      if (row.attendance === 'present') came++;
      else apologised++;
    }
    return { expected, came, apologised, attendanceRate: expected ? came / expected : null, commitmentRate: expected ? (came + apologised) / expected : null };
  };

  it('gives the rates of the domain page, over any window', async () => {
    const perMember = Object.entries(count(rows('attendance'), (row) => row.member_id as string)).sort(([, a], [, b]) => b - a);
    const sample = [...perMember.slice(0, 10), ...perMember.filter((_, index) => index % 97 === 0)].map(([foreign]) => foreign);
    let counted = 0;
    for (const foreign of sample) {
      const id = await idOf('/api/v1/members', foreign);
      for (const [from, until] of [['2008-01-01', '2016-12-31'], ['2012-01-01', '2012-12-31'], ['2014-03-10', '2014-06-07']] as const) {
        const { attendance } = await ok(api.admin.GET('/api/v1/members/{id}/progress', { params: { ...at(id), query: { from, until } } }));
        const before = new Date(Date.parse(until) + 86_400_000).toISOString();
        const expected = byHand(foreign, `${from}T00:00:00.000Z`, before);
        expect([foreign, from, attendance]).toEqual([foreign, from, expected]);
        counted += expected.expected;
      }
    }
    expect(counted).toBeGreaterThan(500);
  });

  it('shows a person as they were on a day', async () => {
    const day = '2012-01-01';
    const end = '2012-01-02T00:00:00.000Z';
    const starts = new Map(rows('meetings').map((row) => [row.meeting_id, iso(row.starts_at)]));
    const busiest = Object.entries(count(rows('rsvps').filter((row) => iso(row.changed_at) < end), (row) => row.member_id as string)).sort(([, a], [, b]) => b - a).slice(0, 5);
    for (const [foreign] of busiest) {
      const id = await idOf('/api/v1/members', foreign);
      const mine = <T extends Row>(all: T[]) => all.filter((row) => row.member_id === foreign);
      const joins = mine(rows('memberships')).filter((row) => iso(row.joined_at) < end).map((row) => `joined ${iso(row.joined_at)}`);
      const attended = mine(rows('attendance')).filter((row) => (starts.get(row.meeting_id) as string) < end);
      const outcomes = attended.map((row) => `${row.attendance === 'excused' ? 'apologised' : row.attendance} ${starts.get(row.meeting_id)}`);
      const recorded = new Set(attended.map((row) => row.meeting_id));
      const answers = mine(rows('rsvps'))
        .map((row) => ({ meeting: row.meeting_id, last: [iso(row.responded_at), iso(row.changed_at)].sort()[1] as string }))
        .filter(({ meeting, last }) => last < end && !recorded.has(meeting))
        .map(({ last }) => `answered ${last}`);
      const told: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(id), query: { asOf: day, limit: 100, ...(cursor && { cursor }) } } }));
        told.push(...page.items.map((item) => `${item.what} ${item.occurredAt}`));
        if (!page.next) break;
        cursor = page.next;
      }
      const registered = told.filter((each) => each.startsWith('registered'));
      expect(registered).toHaveLength(1);
      expect(told.filter((each) => !each.startsWith('registered')).sort()).toEqual([...joins, ...outcomes, ...answers].sort());
    }
  });

  it('answers differently before and after a correction, as of and as known', async () => {
    const starts = new Map(rows('meetings').map((row) => [row.meeting_id, row]));
    const row = rows('attendance').find((each) => each.attendance === 'present' && (starts.get(each.meeting_id) as Row).starts_at?.startsWith('2013')) as Row;
    const [memberId, meetingId] = [await idOf('/api/v1/members', row.member_id as string), await idOf('/api/v1/meetings', row.meeting_id as string)];
    const day = (starts.get(row.meeting_id) as Row).starts_at?.slice(0, 10) as string;
    const afterImport = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const { position } = await ok(api.admin.POST('/api/v1/meetings/{id}/correct-attendance', { params: at(meetingId), body: { memberId, outcome: 'late', minutes: 20, reason: 'Came at the end' } }));
    const outcomes = async (query: object) => {
      const { items } = await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { limit: 100, kind: 'attendance', ...query }, header: { 'Relocon-After': position } } }));
      return items.filter((item) => item.meetingId === meetingId).map((item) => item.what);
    };
    expect(await outcomes({ asOf: day })).toEqual(['late']);
    expect(await outcomes({ asOf: day, knownAt: afterImport })).toEqual(['present']);
    expect(await outcomes({ knownAt: beforeImport })).toEqual([]);
    const document = async (query: object) => (await api.admin.GET('/api/v1/attendances/{id}', { params: { ...at(`${meetingId}.${memberId}`), query } }));
    expect((await document({ asOf: day })).data).toMatchObject({ outcome: 'late', minutes: 20 });
    expect((await document({ asOf: day, knownAt: afterImport })).data).toMatchObject({ outcome: 'present', minutes: null });
    expect((await document({ knownAt: beforeImport })).response.status).toBe(404);
    expect((await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { knownAt: beforeImport } } }))).items).toEqual([]);
  });

  it('makes the same documents when every view is built anew', async () => {
    const dump = async () => {
      const all: string[] = [];
      for (const path of ['members', 'groups', 'memberships', 'meetings', 'attendances']) {
        for (let url: string | null = `/api/v1/${path}?limit=100`; url; ) {
          const page = await api.raw(url);
          all.push(...((await page.json()) as { items: object[] }).items.map((item) => JSON.stringify(item)));
          url = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
        }
      }
      return all.sort();
    };
    const before = await dump();
    expect(before.length).toBeGreaterThan(15_000);
    await api.service.runtime.projector.rebuild([]);
    expect(await dump()).toEqual(before);
  });

  it('adds nothing when it is run again', async () => {
    const head = await api.service.runtime.log.head();
    const again = await relocon(['import', source], { data, cwd: folder.path });
    expect([again.status, again.out]).toEqual([0, 'Imported:\n0 rows taken, 25377 repeated, 0 refused.\n']);
    expect(await api.service.runtime.log.head()).toBe(head);
  });

  // Kills on servers have a suite of their own.
  if (storeSettings('').RELOCON_VIEWS === undefined) it(`is the same after ${KILLS} kills as without any`, async () => {
    const killed = join(folder.path, 'killed');
    const bytesOfLog = () => ['log.db', 'log.db-wal'].map((name) => join(killed, name)).reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);
    let kills = 0;
    let grown = 0;
    let patience = 600;
    // One that is over before it is killed does not count, nor one that, on a machine that is busy, had hardly come to the rows.
    for (let round = 0; kills < KILLS && round < 4 * KILLS; round++) {
      const before = bytesOfLog();
      const { child, ended } = start(['import', source], { data: killed, cwd: folder.path });
      // The first thing it says; then it opens the stores.
      child.stderr?.once('data', () => setTimeout(() => child.kill('SIGKILL'), patience + Math.random() * 1300));
      const { status } = await ended;
      if (status !== null) patience /= 2;
      else if (bytesOfLog() - before < 250_000) patience += 500;
      else kills++;
    }
    expect(kills).toBe(KILLS);
    const last = await relocon(['import', source], { data: killed, cwd: folder.path });
    expect(last.status).toBe(0);
    const [, taken, repeated] = /(\d+) rows taken, (\d+) repeated, 0 refused/.exec(last.out) as unknown as [string, string, string];
    expect(Number(taken) + Number(repeated)).toBe(25_377);
    grown = Number(repeated);
    // The kills struck while rows went in.
    expect(grown).toBeGreaterThan(1_000);
    const other = await startTestService({ folder: killed });
    await other.service.runtime.projector.waitFor(await other.service.runtime.log.head(), [], 120_000);
    const uninterrupted = (await normalised(api)).filter((line) => !line.startsWith('["AttendanceCorrected"'));
    expect(await normalised(other)).toEqual(uninterrupted);
    await other.stop();
  });
});

/** `relocon import`, keys and config: files as people have them, right and wrong, with the service stopped and running. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, startTestService, temporaryFolder, type TestService } from './api.js';
import { relocon, root, start } from './cli.js';

jest.setTimeout(60_000);

let folder: { path: string; remove(): void };
let files: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  [files, data] = [join(folder.path, 'files'), join(folder.path, 'data')];
  mkdirSync(files);
});
afterEach(() => folder.remove());

const write = (name: string, text: string | Buffer) => writeFileSync(join(files, name), text);
const community = () => {
  write('groups.csv', 'group_id,name,purpose,topics,founded_at,time_zone\ng1,Co-op Builders,Learn,pricing;law,2025-01-01T09:00:00Z,Europe/Berlin\n');
  write('members.csv', 'member_id,display_name,email,first_seen_at,interests,time_zone\nm1,Ada,,2025-01-02T09:00:00Z,boats;law,\nm2,"Ben ""B"" Ode, jr.",ben@example.org,2025-01-02T09:00:00Z,,\n');
  write('memberships.csv', 'member_id,group_id,joined_at,left_at\nm1,g1,2025-01-03T09:00:00Z,\nm2,g1,2025-01-03T09:00:00Z,2025-02-01T09:00:00Z\n');
  write('meetings.csv', 'meeting_id,group_id,title,starts_at,ends_at,scheduled_at,place,status\ne1,g1,"War, stories",2025-01-20T17:00:00Z,2025-01-20T19:00:00Z,2025-01-05T09:00:00Z,Alte Post,past\n');
  write('rsvps.csv', 'meeting_id,member_id,response,guests,responded_at,changed_at\ne1,m1,yes,2,2025-01-10T09:00:00Z,2025-01-11T09:00:00Z\n');
  write('attendance.csv', 'meeting_id,member_id,attendance,minutes,recorded_at\ne1,m1,late,90,\ne1,m2,apologised,,\n');
};
const run = (args: string[], cwd = folder.path) => relocon(args, { data, cwd });

/** A service on the folder, while `work` lasts. */
async function served<T>(work: (api: TestService) => Promise<T>): Promise<T> {
  const api = await startTestService({ folder: data });
  try {
    while (!(await api.service.runtime.caughtUp())) await new Promise(setImmediate);
    return await work(api);
  } finally {
    await api.stop();
  }
}
const types = async (api: TestService) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { limit: 1000 } } }))).items.map((event) => event.type.replace('relocon.', ''));

it('takes every kind of row, sums up by event type, and adds nothing the second time', async () => {
  community();
  const first = await run(['import', files]);
  expect([first.status, first.out.replace(/ +/g, ' ')]).toEqual([
    0,
    ['Imported:', ' AttendanceRecorded 2', ' CharterAdopted 1', ' GroupFounded 1', ' MeetingScheduled 1', ' MemberJoined 2', ' MemberLeft 1', ' MemberRegistered 2', ' RsvpGiven 1', '9 rows taken, 0 repeated, 0 refused.', ''].join('\n'),
  ]);
  const second = await run(['import', files]);
  expect([second.status, second.out]).toEqual([0, 'Imported:\n0 rows taken, 9 repeated, 0 refused.\n']);
  await served(async (api) => {
    expect(await types(api)).toHaveLength(11);
    const [ada] = (await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'm1' } } }))).items;
    expect(ada).toMatchObject({ displayName: 'Ada', interests: ['boats', 'law'], seeks: [], registeredAt: '2025-01-02T09:00:00.000Z' });
    const [ben] = (await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'm2' } } }))).items;
    expect(ben?.displayName).toBe('Ben "B" Ode, jr.');
    const [meeting] = (await ok(api.admin.GET('/api/v1/meetings', { params: { query: { externalId: 'e1' } } }))).items;
    expect(meeting).toMatchObject({ title: 'War, stories', localStart: '2025-01-20T18:00:00', rsvps: { yes: 1, guests: 2 }, attendance: { late: 1, apologised: 1 } });
    const [attendance] = (await ok(api.admin.GET('/api/v1/attendances', { params: { query: { memberId: ada?.id as string } } }))).items;
    expect(attendance).toMatchObject({ minutes: 90, how: 'import', rsvp: { givenAt: '2025-01-11T09:00:00.000Z', firstGivenAt: '2025-01-10T09:00:00.000Z' } });
    const [event] = (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'MemberLeft' } } }))).items;
    expect(event).toMatchObject({ actorid: 'import', actorvia: 'import', time: '2025-02-01T09:00:00.000Z' });
  });
});

it('lists what it cannot take with file, line, field and reason, takes the rest, and takes the corrected rows later', async () => {
  community();
  write('members.csv', 'member_id,display_name,email,first_seen_at\nm1,Ada,,2025-01-02T09:00:00Z\nm2,,,2025-01-02T09:00:00Z\n"m3","Two\nlines",no-address,2025-01-02T09:00:00Z\nm4,Dan,,2025-02-30\nm5,Eve,,1850-01-01T00:00:00Z\nm6,Fay\nm8,Hal,,,one too many\nm7,Gil,,2999-01-01T00:00:00Z\n');
  const first = await run(['import', files]);
  expect(first.status).toBe(2);
  expect(first.out).toContain('6 rows taken, 0 repeated, 9 refused.');
  for (const line of [
    /members\.csv:3 display_name: is empty/,
    /members\.csv:4 email: /,
    /members\.csv:6 first_seen_at: is not a date that exists/,
    /members\.csv:7 first_seen_at: must not be before 1900/,
    /members\.csv:8: has 2 cells where the header has 4$/m,
    /members\.csv:9: has 5 cells where the header has 4, the last being one too many/,
    /members\.csv:10 first_seen_at: .*future/,
    /memberships\.csv:3 member_id: names a member that is not known/,
    /attendance\.csv:3 member_id: names a member that is not known/,
  ]) expect(first.out).toMatch(line);
  expect(first.out).toMatch(/stand in relocon-import-errors: correct them there/);
  const errors = join(folder.path, 'relocon-import-errors');
  expect(readdirSync(errors).sort()).toEqual(['attendance.csv', 'members.csv', 'memberships.csv']);
  const refused = readFileSync(join(errors, 'members.csv'), 'utf8');
  expect(refused.split('\n')[0]).toBe('member_id,display_name,email,first_seen_at,relocon_line,relocon_field,relocon_reason');
  expect(refused).toContain('m2,,,2025-01-02T09:00:00Z,3,display_name,is empty');
  writeFileSync(join(errors, 'members.csv'), refused.replace('m2,,', 'm2,Ben,').replace('no-address', '').replace('2025-02-30', '2025-02-28').replace('1850', '1950').replace('2999', '2025'));
  const second = await run(['import', errors]);
  expect([second.status, second.out.split('\n').at(-2)]).toEqual([0, '9 rows taken, 0 repeated, 0 refused.']);
  await served(async (api) => {
    const names = (await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName);
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['Ada', 'Ben', 'Two lines', 'Dan', 'Eve', 'Fay', 'Gil', 'Hal']));
    expect((await types(api)).filter((type) => type === 'AttendanceRecorded')).toHaveLength(2);
  });
});

it('reads a BOM, CRLF, quotes and semicolons; says what a wrong header, an empty file, Latin-1 or UTF-16 needs, and that nothing of it was written elsewhere', async () => {
  community();
  write('members.csv', '\uFEFFmember_id;display_name;email\r\nm1;"Ada; ""the first""";\r\nm2;Ben 💡;\r\n');
  writeFileSync(join(folder.path, 'map.json'), JSON.stringify({ files: { members: { delimiter: ';' } } }));
  const first = await run(['import', files, '--map', join(folder.path, 'map.json')]);
  expect([first.status, first.err.includes('refused')]).toEqual([0, false]);
  await served(async (api) => expect((await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName).sort()).toEqual(['Ada; "the first"', 'Ben 💡']));

  for (const [text, reason] of [
    ['', /members\.csv:1: is empty: it needs a header with member_id, display_name/],
    ['  \n\n', /members\.csv:1: is empty/],
    ['id,name\n1,Ada\n', /members\.csv:1 member_id: the header lacks member_id, display_name; it has id, name\. Name your own columns in a map/],
    [Buffer.from('member_id,display_name\nx1,Ada\nx2,Z\xfcrich\n', 'latin1'), /members\.csv:3: is not UTF-8 \(byte 0xfc\): save it as UTF-8, or say "encoding": "latin1" in a map/],
    ['member_id,"display_name\nx1,Ada\n', /members\.csv:1: the header cannot be read: a quote opens here and is not closed/],
    ['member_id,display_name,email,display_name\nx1,Ada,,Bea\n', /members\.csv:1 display_name: the header names display_name twice/],
    [Buffer.from('\uFEFFmember_id,display_name\nx1,Ada\n', 'utf16le'), /members\.csv:1: is UTF-16: save it as UTF-8/],
    [Buffer.from('\uFEFFmember_id,display_name\nx1,Ada\n', 'utf16le').swap16(), /members\.csv:1: is UTF-16: save it as UTF-8/],
  ] as const) {
    write('members.csv', text);
    const again = await run(['import', files]);
    expect(again.status).toBe(2);
    expect(again.out).toMatch(reason);
    // The other files go in all the same.
    expect(again.out).toMatch(/7 repeated, 1 refused/);
    expect(again.out.split('\n').at(-2)).toBe('members.csv could not be read at all: correct them where they are and import again.');
    expect(again.out).not.toContain('stand in');
  }
  expect(readdirSync(folder.path).filter((name) => name.includes('errors'))).toEqual([]);
  writeFileSync(join(folder.path, 'latin.json'), JSON.stringify({ encoding: 'latin1' }));
  write('members.csv', Buffer.from('member_id,display_name\nx2,Z\xfcrich\n', 'latin1'));
  expect((await run(['import', files, '--map', join(folder.path, 'latin.json')])).status).toBe(0);
  await served(async (api) => expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'x2' } } }))).items[0]?.displayName).toBe('Zürich'));
});

it('reports rows repeated word for word, in one file and across runs, and refuses another row for the same thing', async () => {
  community();
  write('members.csv', 'member_id,display_name\nm1,Ada\nm2,Ben\nm1,Ada\nm2,Somebody Else\n');
  const first = await run(['import', files]);
  expect(first.out).toMatch(/9 rows taken, 1 repeated, 1 refused/);
  expect(first.out).toMatch(/members\.csv:5.*registered already/);
  const second = await run(['import', files]);
  expect(second.out).toMatch(/0 rows taken, 10 repeated, 1 refused/);
});

it('refuses the repetition of a refused row for the same reason, beside the row itself', async () => {
  write('members.csv', 'member_id,display_name,first_seen_at\nm1,Ada,\nm1,Another,\nm1,Another,\nm2,Ben,2999-01-01T00:00:00Z\nm2,Ben,2999-01-01T00:00:00Z\n');
  const { out } = await run(['import', files]);
  expect(out).toContain('1 rows taken, 0 repeated, 4 refused.');
  const [third, fourth, fifth, sixth] = [3, 4, 5, 6].map((line) => new RegExp(`members\\.csv:${line}(.*)`).exec(out)?.[1]);
  expect([third, fifth]).toEqual([expect.stringContaining('registered already'), expect.stringContaining('future')]);
  expect([fourth, sixth]).toEqual([third, fifth]);
  expect(readFileSync(join(folder.path, 'relocon-import-errors', 'members.csv'), 'utf8').match(/^m/gm)).toHaveLength(5);
});

it('takes the users’ own files, columns, values, dates and zone from a map', async () => {
  write('people.csv', 'Nr,Wer,Seit\n7,Ada,03.01.2025 10:30\n');
  write('circles.csv', 'Nr,Titel\n1,Runde\n');
  write('joins.csv', 'wer,wo,wann\n7,1,05.01.2025 18:00\n');
  write('dates.csv', 'nr,kreis,was,wann\n1,1,Treffen,05.07.2025 18:00\n');
  write('roll.csv', 'termin,wer,da\n1,7,ja\n');
  const map = {
    timeZone: 'Europe/Berlin',
    dates: 'DD.MM.YYYY HH:mm',
    files: {
      groups: { file: 'circles.csv', columns: { group_id: 'Nr', name: 'Titel' } },
      members: { file: 'people.csv', columns: { member_id: 'Nr', display_name: 'Wer', first_seen_at: 'Seit' } },
      memberships: { file: 'joins.csv', columns: { member_id: 'wer', group_id: 'wo', joined_at: 'wann' } },
      meetings: { file: 'dates.csv', columns: { meeting_id: 'nr', group_id: 'kreis', title: 'was', starts_at: 'wann' } },
      attendance: { file: 'roll.csv', columns: { meeting_id: 'termin', member_id: 'wer', attendance: 'da' }, values: { attendance: { ja: 'present', nein: 'absent' } } },
    },
  };
  const file = join(folder.path, 'map.json');
  writeFileSync(file, JSON.stringify(map));
  const { status, out } = await run(['import', files, '--map', file]);
  expect([status, out.split('\n').at(-2)]).toEqual([0, '5 rows taken, 0 repeated, 0 refused.']);
  await served(async (api) => {
    expect((await ok(api.admin.GET('/api/v1/members'))).items[0]).toMatchObject({ displayName: 'Ada', registeredAt: '2025-01-03T09:30:00.000Z' });
    expect((await ok(api.admin.GET('/api/v1/groups'))).items[0]).toMatchObject({ name: 'Runde', timeZone: 'Europe/Berlin' });
    expect((await ok(api.admin.GET('/api/v1/meetings'))).items[0]).toMatchObject({ startsAt: '2025-07-05T16:00:00.000Z', localStart: '2025-07-05T18:00:00', attendance: { present: 1 } });
  });
  for (const [wrong, reason] of [
    [{ timeZone: 'Nowhere' }, /timeZone must be an IANA time zone/],
    [{ dates: 'DD.MM' }, /dates must contain YYYY, MM and DD/],
    [{ files: { members: { columns: { nickname: 'x' } } } }, /names nickname; our columns are member_id/],
    [{ zone: 'UTC' }, /map\.json: the map has zone, which it cannot have$/m],
    [{ files: { people: {} } }, /map\.json: files has people, which it cannot have$/m],
    [{ timeZone: 5, encoding: 'utf16', delimiter: '"' }, /timeZone must be text\n.*encoding must be one of utf8, latin1\n.*delimiter must be one character, and neither a quote nor the end of a line\n/],
  ] as const) {
    writeFileSync(file, JSON.stringify(wrong));
    const refused = await run(['import', files, '--map', file]);
    expect(refused.status).toBe(1);
    expect(refused.err).toMatch(reason);
  }
  writeFileSync(file, '{');
  expect((await run(['import', files, '--map', file])).err).toMatch(/cannot be read as JSON/);
});

describe('A quote that is not closed, or opens inside a cell,', () => {
  const broken = ['member_id,display_name,email', 'm1,Ada,', 'm2,"Ben,', 'm3,"Cleo', 'of ""Ode""",', 'm4,Dan "D" Doe,', 'm5,"Eve" E.,', 'm6,"Fay, jr.",', 'm7,Gil,"'].join('\r\n');

  it('costs its own line alone, which goes in once it is corrected', async () => {
    write('members.csv', broken);
    const first = await run(['import', files]);
    expect([first.status, first.out.split('\n').slice(2, -2)]).toEqual([
      2,
      [
        '3 rows taken, 0 repeated, 4 refused.',
        '  members.csv:3: a quote opens here and is not closed',
        '  members.csv:6: a quote opens inside a cell',
        '  members.csv:7: something follows a closing quote',
        '  members.csv:9: a quote opens here and is not closed',
      ],
    ]);
    const errors = join(folder.path, 'relocon-import-errors');
    const [header, ben, dan, eve, gil] = readFileSync(join(errors, 'members.csv'), 'utf8').split('\n');
    expect([header, ben]).toEqual(['member_id,display_name,email,relocon_line,relocon_field,relocon_reason', '"m2,""Ben,",,,3,,a quote opens here and is not closed']);
    // As it was written, nothing of it goes in; corrected with or without the columns that were added, all of it does.
    expect((await run(['import', errors])).out).toContain('0 rows taken, 0 repeated, 4 refused.');
    writeFileSync(join(errors, 'members.csv'), [header, 'm2,Ben,', 'm4,"Dan ""D"" Doe",,6,,', 'm5,"Eve, E.",', 'm7,Gil,', ''].join('\n'));
    expect([dan, eve, gil].every((line) => line?.startsWith('"m'))).toBe(true);
    expect((await run(['import', errors])).out).toContain('4 rows taken, 0 repeated, 0 refused.');
    await served(async (api) => expect((await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName).sort()).toEqual(['Ada', 'Ben', 'Cleo of "Ode"', 'Dan "D" Doe', 'Eve, E.', 'Fay, jr.', 'Gil']));
  });

  it('costs no more time than its file has lines', async () => {
    write('members.csv', `member_id,display_name\n${'m1,"Ada and nine more characters of a name\n'.repeat(250_000)}`);
    const { out, status } = await run(['import', files]);
    expect([status, out.includes('0 rows taken, 0 repeated, 250000 refused.')]).toEqual([2, true]);
    expect(readFileSync(join(folder.path, 'relocon-import-errors', 'members.csv'), 'utf8').split('\n')).toHaveLength(250_002);
  });
});

it('skips lines with nothing but spaces or delimiters, and says in words what a cell must hold', async () => {
  community();
  write('groups.csv', ' , ,\n\n   \ngroup_id,name,founded_at\n,,\ng1,Circle,2025-01-01\n;\n\t\n');
  write('members.csv', `member_id,display_name,email\nm1,Ada,\nm2,Ben,\n${'x'.repeat(201)},Cleo,\n${'y'.repeat(200)},Dan,\nm3,${'z'.repeat(201)},\n`);
  write('rsvps.csv', `meeting_id,member_id,response,guests\ne1,m1,yes,-1\ne1,m1,yes,abc\ne1,m1,yes,1.5\ne1,m1,yes,101\ne1,m1,perhaps,\ne1,${'x'.repeat(201)},yes,\n`);
  write('attendance.csv', 'meeting_id,member_id,attendance,minutes\ne1,m1,late,-5\ne1,m1,late,1441\n');
  const { out } = await run(['import', files]);
  const refused = out.split('\n').filter((line) => /^ {2}\w+\.csv:/.test(line));
  expect(refused).toEqual([
    '  groups.csv:7: has 1 cells where the header has 3',
    '  members.csv:4 member_id: must have at most 200 characters',
    expect.stringMatching(/^ {2}members\.csv:6 display_name: .*at most 200 characters$/),
    '  rsvps.csv:2 guests: must be a whole number, 0 or more',
    '  rsvps.csv:3 guests: must be a whole number, 0 or more',
    '  rsvps.csv:4 guests: must be a whole number, 0 or more',
    '  rsvps.csv:5 guests: must be at most 100',
    '  rsvps.csv:6 response: must be one of yes, no, maybe, waitlist',
    '  rsvps.csv:7 member_id: must have at most 200 characters',
    '  attendance.csv:2 minutes: must be a whole number, 0 or more',
    '  attendance.csv:3 minutes: must be at most 1440',
  ]);
  await served(async (api) => expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'y'.repeat(200) } } }))).items[0]?.displayName).toBe('Dan'));
});

it('refuses a local time that the clocks skipped, and takes a day that began late', async () => {
  write('members.csv', 'member_id,display_name,first_seen_at\nm1,Ada,29.03.2020 02:30\nm2,Ben,29.03.2020 03:00\nm3,Cleo,25.10.2020 02:30\n');
  const map = join(folder.path, 'map.json');
  writeFileSync(map, JSON.stringify({ timeZone: 'Europe/Berlin', dates: 'DD.MM.YYYY HH:mm' }));
  const { out } = await run(['import', files, '--map', map]);
  expect(out).toMatch(/2 rows taken, 0 repeated, 1 refused\.\n {2}members\.csv:2 first_seen_at: does not exist in Europe\/Berlin: the clocks went forward\n/);
  write('members.csv', 'member_id,display_name,first_seen_at\nm4,Dan,04.11.2018\n');
  writeFileSync(map, JSON.stringify({ timeZone: 'America/Sao_Paulo', dates: 'DD.MM.YYYY' }));
  expect((await run(['import', files, '--map', map])).out).toContain('1 rows taken');
  await served(async (api) => {
    const times = (await ok(api.admin.GET('/api/v1/members'))).items.map((item) => [item.displayName, item.registeredAt]);
    expect(Object.fromEntries(times)).toEqual({ Ben: '2020-03-29T01:00:00.000Z', Cleo: '2020-10-25T00:30:00.000Z', Dan: '2018-11-04T03:00:00.000Z' });
  });
});

it('ends in good order at Ctrl-C, and goes on where it stopped', async () => {
  write('members.csv', `member_id,display_name,nickname\n${Array.from({ length: 5_000 }, (_, index) => `m${index},Member ${index},`).join('\n')}\n`);
  const { child, ended } = start(['import', files], { data, cwd: folder.path });
  // It says so before it takes the first row.
  child.stderr?.on('data', (chunk: Buffer) => chunk.toString().includes('nothing is taken from nickname') && child.kill('SIGINT'));
  const { status, err } = await ended;
  expect([status, err]).toEqual([130, expect.stringMatching(/run it again, and it goes on where it stopped\.\n$/)]);
  const { out } = await run(['import', files]);
  const [, taken, repeated] = /(\d+) rows taken, (\d+) repeated, 0 refused/.exec(out) ?? [];
  expect(Number(taken) + Number(repeated)).toBe(5_000);
});

it('says what is wrong with a folder, before anything is recorded', async () => {
  community();
  for (const [args, reason] of [
    [['import', join(files, 'members.csv')], /members\.csv is no folder/],
    [['import', files, '--errors', '/proc/nope/x'], /the folder \/proc\/nope\/x cannot be made: ENOENT/],
    [['import', 'template', '/proc/nope/x'], /the folder \/proc\/nope\/x cannot be made: ENOENT/],
    [['import', files, '--errors', join(files, 'members.csv', 'x')], /the folder .*members\.csv\/x cannot be made: ENOTDIR/],
    [['import', 'template', join(files, 'members.csv')], /members\.csv is no folder/],
  ] as const) {
    const { status, err } = await run([...args]);
    expect([args, status, err]).toEqual([args, 1, expect.stringMatching(reason)]);
  }
  expect(existsSync(data)).toBe(false);
});

it('ends quietly when nobody reads on, and tells its version', async () => {
  const { child, ended } = start(['openapi'], { data });
  child.stdout?.destroy();
  expect(await ended).toEqual({ status: 0, out: '', err: '' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect((await run(['--version'])).out).toBe(`${version}\n`);
});

it('records nothing in a dry run, and says what it would', async () => {
  community();
  const dry = await run(['import', files, '--dry-run']);
  expect([dry.status, dry.out.split('\n')[0], dry.out.includes('9 rows taken')]).toEqual([0, 'Dry run: nothing was recorded. It would have been:', true]);
  await served(async (api) => expect(await types(api)).toEqual([]));
  expect((await run(['import', files])).out).toContain('9 rows taken, 0 repeated');
  expect((await run(['import', files, '--dry-run'])).out).toContain('0 rows taken, 9 repeated');
});

it('writes empty files with the right headers, once', async () => {
  const template = join(folder.path, 'template');
  const { status, out } = await run(['import', 'template', template]);
  expect(status).toBe(0);
  expect(out).toContain('joined_at: when they joined');
  expect(readFileSync(join(template, 'members.csv'), 'utf8')).toBe('member_id,display_name,email,first_seen_at,interests,time_zone\n');
  expect(readdirSync(template).sort()).toEqual(['attendance.csv', 'groups.csv', 'meetings.csv', 'members.csv', 'memberships.csv', 'rsvps.csv']);
  expect((await run(['import', 'template', template])).err).toMatch(/holds groups\.csv.*already/);
  expect((await run(['import', template])).out).toContain('0 rows taken, 0 repeated, 0 refused.');
  expect((await run(['import', join(folder.path, 'nowhere')])).err).toMatch(/there is no folder/);
  expect((await run(['import', folder.path])).err).toMatch(/holds none of groups\.csv/);
});

it('works through a running service, dry runs included', async () => {
  community();
  await served(async (api) => {
    expect((await run(['import', files, '--dry-run'])).out).toContain('9 rows taken');
    expect(await types(api)).toEqual([]);
    const { status, out } = await run(['import', files]);
    expect([status, out.includes('9 rows taken, 0 repeated, 0 refused.')]).toEqual([0, true]);
    await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
    expect(await types(api)).toHaveLength(11);
    expect((await run(['import', files])).out).toContain('0 rows taken, 9 repeated');
    const { out: views } = await run(['views']);
    expect(views).toMatch(/members\t11 of 11/);
    expect((await run(['rebuild', 'members'])).err).toMatch(/members is built anew/);
    expect((await run(['rebuild', 'nothing'])).err).toMatch(/there is no view nothing/);
  });
});

describe('Keys', () => {
  it('are made on an empty folder, print alone and once, and open the API', async () => {
    const made = await run(['keys', 'create', '--role', 'admin', '--name', 'ops']);
    expect([made.status, made.out]).toEqual([0, expect.stringMatching(/^relocon_[A-Za-z0-9_-]{43}\n$/)]);
    const secret = made.out.trim();
    await served(async (api) => {
      expect((await api.raw('/api/v1/members', { key: secret })).status).toBe(200);
      // With the service running.
      const auditor = (await run(['keys', 'create', '--role', 'auditor', '--name', 'audit'])).out.trim();
      expect((await api.raw('/api/v1/members', { key: auditor })).status).toBe(200);
      const listed = (await run(['keys', 'list'])).out;
      expect(listed).not.toContain(secret);
      const id = listed.split('\n').find((line) => line.includes('\taudit\t'))?.split('\t')[0] as string;
      expect((await run(['keys', 'revoke', id])).err).toMatch(/Revoked/);
      expect((await api.raw('/api/v1/members', { key: auditor })).status).toBe(401);
      expect((await run(['keys', 'list'])).out).toMatch(/audit\t.*revoked/);
      const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
      const own = (await run(['keys', 'create', '--member', memberId, '--name', 'Ada’s'])).out.trim();
      expect((await api.raw(`/api/v1/members/${memberId}/timeline`, { key: own })).status).toBe(200);
    });
    expect((await run(['keys', 'create', '--name', 'x'])).err).toMatch(/say either --role or --member/);
    expect((await run(['keys', 'create', '--name', 'x', '--role', 'king'])).err).toMatch(/Allowed choices are admin, auditor, integrator/);
    expect((await run(['keys', 'create', '--name', 'x', '--member', '019a9d2c-7b40-7c3e-9f21-000000000000'])).err).toMatch(/there is no member with the id/);
    expect((await run(['keys', 'revoke', 'nothing'])).err).toMatch(/there is no key with this id/);
  });
});

it('prints its configuration, where each value comes from, and no secret', async () => {
  const { out } = await relocon(['config'], { data, env: { PORT: '4001', RELOCON_METRICS_TOKEN: 'a-very-secret-token' } });
  expect(out).toContain('PORT=4001  (environment)');
  expect(out).toContain('HOST=127.0.0.1  (default)');
  expect(out).toMatch(/RELOCON_METRICS_TOKEN=\(set\) {2}\(environment\)/);
  expect(out).not.toContain('a-very-secret-token');
  const wrong = await relocon(['config'], { data, env: { PORT: 'eighty', LOG_LEVEL: 'loud' } });
  expect(wrong.status).toBe(1);
  expect(wrong.err).toBe('PORT: must be a whole number from 0 to 65535\nLOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent\n');
});

it('prints the OpenAPI document', async () => {
  const { out } = await run(['openapi']);
  expect((JSON.parse(out) as { openapi: string }).openapi).toBe('3.1.0');
  expect(existsSync(data)).toBe(false);
});

/** `relocon import` of what is wrong: each line costs itself alone, and the answer says what to mend. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from './api.js';
import { workshop } from './workshop.js';

jest.setTimeout(60_000);

const shop = workshop();

it('works on no more streams at once than a server answers in time', async () => {
  await shop.served(async ({ service }) => {
    const { runner, importer } = service.runtime;
    const execute = runner.executeAll.bind(runner);
    let underWay = 0;
    let most = 0;
    const watched = jest.spyOn(runner, 'executeAll').mockImplementation(async (given) => {
      most = Math.max(most, ++underWay);
      return execute(given).finally(() => underWay--);
    });
    const rows = Array.from({ length: 2_000 }, (_, index) => ({ member_id: `many-${index}`, display_name: `Member ${index}` }));
    const outcomes = await importer.import({ kind: 'members', rows });
    watched.mockRestore();
    expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(2_000);
    expect([most > 100, most <= 512]).toEqual([true, true]);
  });
});

it('reads a BOM, CRLF, quotes and semicolons; says what a wrong header, an empty file, Latin-1 or UTF-16 needs, and that nothing of it was written elsewhere', async () => {
  shop.community();
  shop.write('members.csv', '\uFEFFmember_id;display_name;email\r\nm1;"Ada; ""the first""";\r\nm2;Ben 💡;\r\n');
  writeFileSync(join(shop.path, 'map.json'), JSON.stringify({ files: { members: { delimiter: ';' } } }));
  const first = await shop.run(['import', shop.files, '--map', join(shop.path, 'map.json')]);
  expect([first.status, first.err.includes('refused')]).toEqual([0, false]);
  await shop.served(async (api) => expect((await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName).sort()).toEqual(['Ada; "the first"', 'Ben 💡']));

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
    shop.write('members.csv', text);
    const again = await shop.run(['import', shop.files]);
    expect(again.status).toBe(2);
    expect(again.out).toMatch(reason);
    // The other files go in all the same.
    expect(again.out).toMatch(/7 repeated, 1 refused/);
    expect(again.out.split('\n').at(-2)).toBe('members.csv could not be read at all: correct them where they are and import again.');
    expect(again.out).not.toContain('stand in');
  }
  expect(readdirSync(shop.path).filter((name) => name.includes('errors'))).toEqual([]);
  writeFileSync(join(shop.path, 'latin.json'), JSON.stringify({ encoding: 'latin1' }));
  shop.write('members.csv', Buffer.from('member_id,display_name\nx2,Z\xfcrich\n', 'latin1'));
  expect((await shop.run(['import', shop.files, '--map', join(shop.path, 'latin.json')])).status).toBe(0);
  await shop.served(async (api) => expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'x2' } } }))).items[0]?.displayName).toBe('Zürich'));
});

it('reports rows repeated word for word, in one file and across runs, and refuses another row for the same thing', async () => {
  shop.community();
  shop.write('members.csv', 'member_id,display_name\nm1,Ada\nm2,Ben\nm1,Ada\nm2,Somebody Else\n');
  const first = await shop.run(['import', shop.files]);
  expect(first.out).toMatch(/9 rows taken, 1 repeated, 1 refused/);
  expect(first.out).toMatch(/members\.csv:5.*registered already/);
  const second = await shop.run(['import', shop.files]);
  expect(second.out).toMatch(/0 rows taken, 10 repeated, 1 refused/);
});

it('refuses the repetition of a refused row for the same reason, beside the row itself', async () => {
  shop.write('members.csv', 'member_id,display_name,first_seen_at\nm1,Ada,\nm1,Another,\nm1,Another,\nm2,Ben,2999-01-01T00:00:00Z\nm2,Ben,2999-01-01T00:00:00Z\n');
  const { out } = await shop.run(['import', shop.files]);
  expect(out).toContain('1 rows taken, 0 repeated, 4 refused.');
  const [third, fourth, fifth, sixth] = [3, 4, 5, 6].map((line) => new RegExp(`members\\.csv:${line}(.*)`).exec(out)?.[1]);
  expect([third, fifth]).toEqual([expect.stringContaining('registered already'), expect.stringContaining('future')]);
  expect([fourth, sixth]).toEqual([third, fifth]);
  expect(readFileSync(join(shop.path, 'relocon-import-errors', 'members.csv'), 'utf8').match(/^m/gm)).toHaveLength(5);
});

describe('A quote that is not closed, or opens inside a cell,', () => {
  const broken = ['member_id,display_name,email', 'm1,Ada,', 'm2,"Ben,', 'm3,"Cleo', 'of ""Ode""",', 'm4,Dan "D" Doe,', 'm5,"Eve" E.,', 'm6,"Fay, jr.",', 'm7,Gil,"'].join('\r\n');

  it('costs its own line alone, which goes in once it is corrected', async () => {
    shop.write('members.csv', broken);
    const first = await shop.run(['import', shop.files]);
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
    const errors = join(shop.path, 'relocon-import-errors');
    const [header, ben, dan, eve, gil] = readFileSync(join(errors, 'members.csv'), 'utf8').split('\n');
    expect([header, ben]).toEqual(['member_id,display_name,email,relocon_line,relocon_field,relocon_reason', '"m2,""Ben,",,,3,,a quote opens here and is not closed']);
    // As it was written, nothing of it goes in; corrected with or without the columns that were added, all of it does.
    expect((await shop.run(['import', errors])).out).toContain('0 rows taken, 0 repeated, 4 refused.');
    writeFileSync(join(errors, 'members.csv'), [header, 'm2,Ben,', 'm4,"Dan ""D"" Doe",,6,,', 'm5,"Eve, E.",', 'm7,Gil,', ''].join('\n'));
    expect([dan, eve, gil].every((line) => line?.startsWith('"m'))).toBe(true);
    expect((await shop.run(['import', errors])).out).toContain('4 rows taken, 0 repeated, 0 refused.');
    await shop.served(async (api) => expect((await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName).sort()).toEqual(['Ada', 'Ben', 'Cleo of "Ode"', 'Dan "D" Doe', 'Eve, E.', 'Fay, jr.', 'Gil']));
  });

  it('costs no more time than its file has lines', async () => {
    shop.write('members.csv', `member_id,display_name\n${'m1,"Ada and nine more characters of a name\n'.repeat(250_000)}`);
    const { out, status } = await shop.run(['import', shop.files]);
    expect([status, out.includes('0 rows taken, 0 repeated, 250000 refused.')]).toEqual([2, true]);
    expect(readFileSync(join(shop.path, 'relocon-import-errors', 'members.csv'), 'utf8').split('\n')).toHaveLength(250_002);
  });
});

it('skips lines with nothing but spaces or delimiters, and says in words what a cell must hold', async () => {
  shop.community();
  shop.write('groups.csv', ' , ,\n\n   \ngroup_id,name,founded_at\n,,\ng1,Circle,2025-01-01\n;\n\t\n');
  shop.write('members.csv', `member_id,display_name,email\nm1,Ada,\nm2,Ben,\n${'x'.repeat(201)},Cleo,\n${'y'.repeat(200)},Dan,\nm3,${'z'.repeat(201)},\n`);
  shop.write('rsvps.csv', `meeting_id,member_id,response,guests\ne1,m1,yes,-1\ne1,m1,yes,abc\ne1,m1,yes,1.5\ne1,m1,yes,101\ne1,m1,perhaps,\ne1,${'x'.repeat(201)},yes,\n`);
  shop.write('attendance.csv', 'meeting_id,member_id,attendance,minutes\ne1,m1,late,-5\ne1,m1,late,1441\n');
  const { out } = await shop.run(['import', shop.files]);
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
  await shop.served(async (api) => expect((await ok(api.admin.GET('/api/v1/members', { params: { query: { externalId: 'y'.repeat(200) } } }))).items[0]?.displayName).toBe('Dan'));
});

it('names the column of a date that is none, also where another one would do', async () => {
  shop.community();
  shop.write('members.csv', 'member_id,display_name,first_seen_at\nm1,Ada,32/13/2014\nm2,Ben,2014-02-30T10:00:00Z\nm3,Cleo,2014-02-28T10:00:00+01:00\n');
  shop.write('rsvps.csv', 'meeting_id,member_id,response,responded_at,changed_at\ne1,m3,yes,yesterday,2025-02-01T10:00:00Z\n');
  const { out } = await shop.run(['import', shop.files]);
  const one = 'one is 2026-03-01, 2026-03-01 18:00 or 2026-03-01T18:00:00Z';
  for (const refused of [`members.csv:2 first_seen_at: is no date: “32/13/2014”; ${one}`, `members.csv:3 first_seen_at: is no date: “2014-02-30T10:00:00Z”; ${one}`, `rsvps.csv:2 responded_at: is no date: “yesterday”; ${one}`]) expect(out).toContain(refused);
});

it('says everything that is wrong with a row at once, also in the file that is to be corrected', async () => {
  shop.community();
  shop.write('rsvps.csv', 'meeting_id,member_id,response,responded_at,changed_at\ne1,m1,yes,yesterday,tomorrow\nnone,m1,perhaps,,\n');
  const { out } = await shop.run(['import', shop.files]);
  const none = (what: string): string => `is no date: “${what}”; one is 2026-03-01, 2026-03-01 18:00 or 2026-03-01T18:00:00Z`;
  const [response, meeting] = ['must be one of yes, no, maybe, waitlist', 'names a meeting that is not known; is its row missing or refused?'];
  expect(out.split('\n').filter((line) => /rsvps|refused\./.test(line))).toEqual([
    expect.stringContaining(' 2 refused.'),
    `  rsvps.csv:2 responded_at: ${none('yesterday')}`,
    `  rsvps.csv:2 changed_at: ${none('tomorrow')}`,
    `  rsvps.csv:3 meeting_id: ${meeting}`,
    `  rsvps.csv:3 response: ${response}`,
  ]);
  expect(readFileSync(join(shop.path, 'relocon-import-errors', 'rsvps.csv'), 'utf8').split('\n').slice(1, 3)).toEqual([
    `e1,m1,yes,yesterday,tomorrow,2,"responded_at, changed_at","responded_at ${none('yesterday')}; changed_at ${none('tomorrow')}"`,
    `none,m1,perhaps,,,3,"meeting_id, response","meeting_id ${meeting}; response ${response}"`,
  ]);
});

it('refuses a local time that the clocks skipped, and takes a day that began late', async () => {
  shop.write('members.csv', 'member_id,display_name,first_seen_at\nm1,Ada,29.03.2020 02:30\nm2,Ben,29.03.2020 03:00\nm3,Cleo,25.10.2020 02:30\n');
  const map = join(shop.path, 'map.json');
  writeFileSync(map, JSON.stringify({ timeZone: 'Europe/Berlin', dates: 'DD.MM.YYYY HH:mm' }));
  const { out } = await shop.run(['import', shop.files, '--map', map]);
  expect(out).toMatch(/2 rows taken, 0 repeated, 1 refused\.\n {2}members\.csv:2 first_seen_at: does not exist in Europe\/Berlin: the clocks went forward\n/);
  shop.write('members.csv', 'member_id,display_name,first_seen_at\nm4,Dan,04.11.2018\n');
  writeFileSync(map, JSON.stringify({ timeZone: 'America/Sao_Paulo', dates: 'DD.MM.YYYY' }));
  expect((await shop.run(['import', shop.files, '--map', map])).out).toContain('1 rows taken');
  await shop.served(async (api) => {
    const times = (await ok(api.admin.GET('/api/v1/members'))).items.map((item) => [item.displayName, item.registeredAt]);
    expect(Object.fromEntries(times)).toEqual({ Ben: '2020-03-29T01:00:00.000Z', Cleo: '2020-10-25T00:30:00.000Z', Dan: '2018-11-04T03:00:00.000Z' });
  });
});

it('says what is wrong with a folder, before anything is recorded', async () => {
  shop.community();
  for (const [args, reason] of [
    [['import', join(shop.files, 'members.csv')], /members\.csv is no folder/],
    [['import', shop.files, '--errors', '/proc/nope/x'], /the folder \/proc\/nope\/x cannot be made: ENOENT/],
    [['import', 'template', '/proc/nope/x'], /the folder \/proc\/nope\/x cannot be made: ENOENT/],
    [['import', shop.files, '--errors', join(shop.files, 'members.csv', 'x')], /the folder .*members\.csv\/x cannot be made: ENOTDIR/],
    [['import', 'template', join(shop.files, 'members.csv')], /members\.csv is no folder/],
  ] as const) {
    const { status, err } = await shop.run([...args]);
    expect([args, status, err]).toEqual([args, 1, expect.stringMatching(reason)]);
  }
  expect(existsSync(shop.data)).toBe(false);
});

it('writes no formula into the files of what was refused, and reads them back as they were', async () => {
  shop.write('members.csv', `member_id,display_name,email,interests\nm1,"=HYPERLINK(""https://evil.example"",""Ada"")",nobody,+pricing\nm2,-Ben-,nobody,\nm3,'@home,nobody,\nm4,'tis Dan,nobody,\n`);
  expect((await shop.run(['import', shop.files])).out).toContain('0 rows taken, 0 repeated, 4 refused');
  const errors = join(shop.path, 'relocon-import-errors');
  const written = readFileSync(join(errors, 'members.csv'), 'utf8');
  for (const cell of ['"\'=HYPERLINK(""https://evil.example"",""Ada"")"', ",'+pricing,", ",'-Ben-,", ",'@home,", ",'tis Dan,"]) expect(written).toContain(cell);
  writeFileSync(join(errors, 'members.csv'), written.replaceAll(',nobody,', ',,'));
  expect((await shop.run(['import', errors])).out).toContain('4 rows taken, 0 repeated, 0 refused');
  await shop.served(async (api) => {
    const { items } = await ok(api.admin.GET('/api/v1/members'));
    expect(items.map((item) => [item.displayName, item.interests]).sort()).toEqual([
      ["'tis Dan", null],
      ['-Ben-', null],
      ['=HYPERLINK("https://evil.example","Ada")', ['+pricing']],
      // An apostrophe that another tool put before it is none of the name.
      ['@home', null],
    ]);
  });
});

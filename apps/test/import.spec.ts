/** `relocon import`: files as people have them, with the service stopped and running. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type TestService } from './api.js';
import { workshop } from './workshop.js';

jest.setTimeout(60_000);

const shop = workshop();
const types = async (api: TestService) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { limit: 1000 } } }))).items.map((event) => event.type.replace('relocon.', ''));

it('takes every kind of row, sums up by event type, and adds nothing the second time', async () => {
  shop.community();
  const first = await shop.run(['import', shop.files]);
  expect([first.status, first.out.replace(/ +/g, ' ')]).toEqual([
    0,
    ['Imported:', ' AttendanceRecorded 2', ' CharterAdopted 1', ' GroupFounded 1', ' MeetingScheduled 1', ' MemberJoined 2', ' MemberLeft 1', ' MemberRegistered 2', ' RsvpGiven 1', '9 rows taken, 0 repeated, 0 refused.', ''].join('\n'),
  ]);
  const second = await shop.run(['import', shop.files]);
  expect([second.status, second.out]).toEqual([0, 'Imported:\n0 rows taken, 9 repeated, 0 refused.\n']);
  await shop.served(async (api) => {
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
  shop.community();
  shop.write('members.csv', 'member_id,display_name,email,first_seen_at\nm1,Ada,,2025-01-02T09:00:00Z\nm2,,,2025-01-02T09:00:00Z\n"m3","Two\nlines",no-address,2025-01-02T09:00:00Z\nm4,Dan,,2025-02-30\nm5,Eve,,1850-01-01T00:00:00Z\nm6,Fay\nm8,Hal,,,one too many\nm7,Gil,,2999-01-01T00:00:00Z\n');
  const first = await shop.run(['import', shop.files]);
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
  const errors = join(shop.path, 'relocon-import-errors');
  expect(readdirSync(errors).sort()).toEqual(['attendance.csv', 'members.csv', 'memberships.csv']);
  const refused = readFileSync(join(errors, 'members.csv'), 'utf8');
  expect(refused.split('\n')[0]).toBe('member_id,display_name,email,first_seen_at,relocon_line,relocon_field,relocon_reason');
  expect(refused).toContain('m2,,,2025-01-02T09:00:00Z,3,display_name,is empty');
  writeFileSync(join(errors, 'members.csv'), refused.replace('m2,,', 'm2,Ben,').replace('no-address', '').replace('2025-02-30', '2025-02-28').replace('1850', '1950').replace('2999', '2025'));
  const second = await shop.run(['import', errors]);
  expect([second.status, second.out.split('\n').at(-2)]).toEqual([0, '9 rows taken, 0 repeated, 0 refused.']);
  await shop.served(async (api) => {
    const names = (await ok(api.admin.GET('/api/v1/members'))).items.map((item) => item.displayName);
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['Ada', 'Ben', 'Two lines', 'Dan', 'Eve', 'Fay', 'Gil', 'Hal']));
    expect((await types(api)).filter((type) => type === 'AttendanceRecorded')).toHaveLength(2);
  });
});

it('takes the users’ own files, columns, values, dates and zone from a map', async () => {
  shop.write('people.csv', 'Nr,Wer,Seit\n7,Ada,03.01.2025 10:30\n');
  shop.write('circles.csv', 'Nr,Titel\n1,Runde\n');
  shop.write('joins.csv', 'wer,wo,wann\n7,1,05.01.2025 18:00\n');
  shop.write('dates.csv', 'nr,kreis,was,wann\n1,1,Treffen,05.07.2025 18:00\n');
  shop.write('roll.csv', 'termin,wer,da\n1,7,ja\n');
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
  const file = join(shop.path, 'map.json');
  writeFileSync(file, JSON.stringify(map));
  const { status, out } = await shop.run(['import', shop.files, '--map', file]);
  expect([status, out.split('\n').at(-2)]).toEqual([0, '5 rows taken, 0 repeated, 0 refused.']);
  await shop.served(async (api) => {
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
    const refused = await shop.run(['import', shop.files, '--map', file]);
    expect(refused.status).toBe(1);
    expect(refused.err).toMatch(reason);
  }
  writeFileSync(file, '{');
  expect((await shop.run(['import', shop.files, '--map', file])).err).toMatch(/cannot be read as JSON/);
});

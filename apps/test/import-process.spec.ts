/** `relocon import` as a process: stopped in the middle, tried dry, and through a running service. On every store its rows are import.spec.ts's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type TestService } from './api.js';
import { start } from './cli.js';
import { workshop } from './workshop.js';

jest.setTimeout(60_000);

const shop = workshop();
const types = async (api: TestService) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { limit: 1000 } } }))).items.map((event) => event.type.replace('relocon.', ''));

it('ends in good order at Ctrl-C, and goes on where it stopped', async () => {
  shop.write('members.csv', `member_id,display_name,nickname\n${Array.from({ length: 5_000 }, (_, index) => `m${index},Member ${index},`).join('\n')}\n`);
  const { child, ended } = start(['import', shop.files], { data: shop.data, cwd: shop.path });
  // It says so before it takes the first row.
  child.stderr?.on('data', (chunk: Buffer) => chunk.toString().includes('nothing is taken from nickname') && child.kill('SIGINT'));
  const { status, err } = await ended;
  expect([status, err]).toEqual([130, expect.stringMatching(/run it again, and it goes on where it stopped\.\n$/)]);
  const { out } = await shop.run(['import', shop.files]);
  const [, taken, repeated] = /(\d+) rows taken, (\d+) repeated, 0 refused/.exec(out) ?? [];
  expect(Number(taken) + Number(repeated)).toBe(5_000);
});

it('records nothing in a dry run, and says what it would', async () => {
  shop.community();
  const dry = await shop.run(['import', shop.files, '--dry-run']);
  expect([dry.status, dry.out.split('\n')[0], dry.out.includes('9 rows taken')]).toEqual([0, 'Dry run: nothing was recorded. It would have been:', true]);
  await shop.served(async (api) => expect(await types(api)).toEqual([]));
  expect((await shop.run(['import', shop.files])).out).toContain('9 rows taken, 0 repeated');
  expect((await shop.run(['import', shop.files, '--dry-run'])).out).toContain('0 rows taken, 9 repeated');
});

it('writes empty files with the right headers, once', async () => {
  const template = join(shop.path, 'template');
  const { status, out } = await shop.run(['import', 'template', template]);
  expect(status).toBe(0);
  expect(out).toContain('joined_at: when they joined');
  expect(readFileSync(join(template, 'members.csv'), 'utf8')).toBe('member_id,display_name,email,first_seen_at,interests,time_zone\n');
  expect(readdirSync(template).sort()).toEqual(['attendance.csv', 'groups.csv', 'meetings.csv', 'members.csv', 'memberships.csv', 'rsvps.csv']);
  expect((await shop.run(['import', 'template', template])).err).toMatch(/holds groups\.csv.*already/);
  expect((await shop.run(['import', template])).out).toContain('0 rows taken, 0 repeated, 0 refused.');
  expect((await shop.run(['import', join(shop.path, 'nowhere')])).err).toMatch(/there is no folder/);
  expect((await shop.run(['import', shop.path])).err).toMatch(/holds none of groups\.csv/);
});

it('works through a running service, dry runs included', async () => {
  shop.community();
  await shop.served(async (api) => {
    expect((await shop.run(['import', shop.files, '--dry-run'])).out).toContain('9 rows taken');
    expect(await types(api)).toEqual([]);
    const { status, out } = await shop.run(['import', shop.files]);
    expect([status, out.includes('9 rows taken, 0 repeated, 0 refused.')]).toEqual([0, true]);
    await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
    expect(await types(api)).toHaveLength(11);
    expect((await shop.run(['import', shop.files])).out).toContain('0 rows taken, 9 repeated');
    const { out: views } = await shop.run(['views']);
    expect(views).toMatch(/members\t(\d+) of \1\n/);
    expect((await shop.run(['rebuild', 'members'])).err).toMatch(/members is built anew/);
    expect((await shop.run(['rebuild', 'nothing'])).err).toMatch(/there is no view nothing/);
  });
});

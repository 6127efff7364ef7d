/**
 * A disk that runs full under sixty-four writers, on a small file system of its own: writes are refused, reads go on, and writing goes on by
 * itself once there is room. Linux lets an ordinary user make such a file system; elsewhere this is skipped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#event-sourcing-testing';
import { temporaryFolder } from './api.js';
import { root } from './cli.js';
import { Writers } from './writers.js';

jest.setTimeout(60_000);
const MOUNT = 'mount -t tmpfs -o size=64m tmpfs "$RELOCON_DATA"';
const START = 'node scripts/relocon.mjs keys create --role admin --name test > "$RELOCON_DATA/key" && exec node dist/apps/api/main.js';
const inOwnNamespace = (command: string, folder: string) => ['unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', command], { cwd: root, env: { ...process.env, RELOCON_DATA: folder, PORT: '0', LOG_LEVEL: 'info' } }] as const;
const folder = temporaryFolder();
const possible = process.platform === 'linux' && spawnSync(...inOwnNamespace(MOUNT, folder.path)).status === 0;
if (!possible) process.stderr.write('No small file system can be made here: the test of a full disk is skipped.\n');

afterAll(() => folder.remove());

(possible ? it : it.skip)('refuses writes while the disk is full, reads on, and writes again when there is room', async () => {
  const child = spawn(...inOwnNamespace(`${MOUNT} && ${START}`, folder.path));
  let told = '';
  child.stdout.on('data', (piece) => (told += piece));
  try {
    await until(() => /"url":"/.test(told), 'the start');
    const [, url] = /"url":"([^"]+)"/.exec(told) as unknown as [string, string];
    // The small disk as others see it.
    const disk = `/proc/${child.pid}/root${folder.path}`;
    const authorization = `Bearer ${readFileSync(join(disk, 'key'), 'utf8').trim()}`;
    const raw = (path: string, init: RequestInit = {}) => fetch(url + path, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
    const writers = new Writers({ raw }, 'full');
    await until(() => writers.acknowledged.length > 100, 'writing before it');

    const ballast = openSync(join(disk, 'ballast'), 'w');
    const fill = setInterval(() => fillUp(ballast), 20);
    await until(() => writers.refused.length > 200, 'refusing');
    const [one] = writers.acknowledged as [{ id: string; position: string }];
    const refused = writers.refused.length;
    for (let read = 0; read < 20; read++) expect((await raw(`/api/v1/members/${one.id}`)).status).toBe(200);
    expect((await raw('/api/v1/members?limit=100&sort=displayName')).status).toBe(200);
    await until(() => writers.refused.length > refused, 'still refusing');
    clearInterval(fill);
    closeSync(ballast);
    rmSync(join(disk, 'ballast'));

    const then = writers.acknowledged.length;
    await until(() => writers.acknowledged.length > then + 100, 'writing after it');
    await writers.finish();
    // What is known to have failed is said at once.
    expect(writers.longest).toBeLessThan(5_000);
    const { acknowledged } = writers;
    const last = acknowledged.reduce((a, b) => (a.position > b.position ? a : b));
    expect((await raw(`/api/v1/members/${last.id}`, { headers: { 'relocon-after': last.position } })).status).toBe(200);
    const events = (await (await raw('/api/v1/events?type=MemberRegistered', { headers: { accept: 'application/x-ndjson' } })).text()).trim().split('\n').map((line) => JSON.parse(line) as { subject: string });
    expect(events.map(({ subject }) => subject.slice('member-'.length)).sort()).toEqual(acknowledged.map(({ id }) => id).sort());
    for (const { id } of acknowledged.slice(-50)) expect((await raw(`/api/v1/members/${id}`)).status).toBe(200);
    expect((await raw('/ready')).status).toBe(200);
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  }
});

/** Writes until nothing more goes in. */
function fillUp(file: number): void {
  for (let bytes = 1 << 20; bytes > 0; ) {
    try {
      writeSync(file, Buffer.alloc(bytes));
    } catch {
      bytes >>= 1;
    }
  }
}

/** `relocon backup`, `restore` and `verify-backup`, as an operator uses them: while people write, after a crash, and on what does not fit. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { until } from '#event-sourcing-testing';
import { backUp, restore, verifyBackup } from '../api/backup.js';
import type { Config } from '../api/settings/config.js';
import { startTestService, temporaryFolder, testConfig } from './api.js';
import { relocon, root, serve, startNode } from './cli.js';
import { databaseAddress, dropDatabases, mongodbUrl } from './test-stores.js';
import { Writers } from './writers.js';

jest.setTimeout(90_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());
const place = (name: string) => join(folder.path, name);
const run = (data: string, ...args: string[]) => relocon(args, { data });
/** Every file with its bytes and when they were written. */
const filesIn = (path: string) => readdirSync(path).sort().map((name) => [name, statSync(join(path, name)).mtimeMs, readFileSync(join(path, name)).toString('base64')]);

it('is made under sixty-four writers, and restored after a crash, with names, keys and answers', async () => {
  const live = place('live');
  const { out } = await run(live, 'keys', 'create', '--role', 'admin', '--name', 'test');
  const secret = out.trim();
  const service = await serve({ RELOCON_DATA: live });
  const caller = (url: string) => (path: string, init: RequestInit = {}) => fetch(url + path, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${secret}` } });
  const writers = new Writers({ raw: caller(service.url) }, 'load');
  let before: typeof writers.acknowledged = [];
  for (const name of ['first', 'second']) {
    await until(() => writers.acknowledged.length > before.length + 300, 'writing');
    before = [...writers.acknowledged];
    const made = await run(live, 'backup', place(name));
    expect([made.status, made.err]).toEqual([0, expect.stringMatching(/Backed up to .*: \d+ events of the log [0-9a-z]{8} \(SHA-256 [0-9a-f]{64}\), and its vault\. The master key is not in it/)]);
  }
  // People went on meanwhile.
  await until(() => writers.acknowledged.length > before.length + 100, 'writing after it');
  const during = writers.acknowledged.length - before.length;
  await writers.finish();
  expect(writers.refused).toEqual([]);
  expect(readdirSync(place('second')).sort()).toEqual(['backup.json', 'log.db', 'vault.db']);
  service.child.kill('SIGKILL');
  await service.ended;

  for (const name of ['first', 'second']) {
    const was = filesIn(place(name));
    const verified = await run(live, 'verify-backup', place(name));
    expect([verified.status, verified.err]).toEqual([0, 'Log and vault fit together: everything sealed can be opened.\n']);
    // Looking at a backup leaves it as it is.
    expect(filesIn(place(name))).toEqual(was);
  }

  const fresh = place('restored');
  const restored = await run(fresh, 'restore', place('second'));
  expect([restored.status, restored.err]).toEqual([0, expect.stringMatching(/Restored \d+ events.*\nPut the master key into .*restored.master\.key/s)]);
  // Without the key nothing starts.
  const keyless = startNode([join(root, 'dist', 'apps', 'api', 'main.js')], { cwd: root, env: { RELOCON_DATA: fresh, PORT: '0' } });
  expect(await keyless.ended).toMatchObject({ status: 1, err: expect.stringMatching(/master\.key is missing/) });
  copyFileSync(join(live, 'master.key'), join(fresh, 'master.key'));
  const again = await serve({ RELOCON_DATA: fresh });
  const raw = caller(again.url);
  try {
    await until(async () => (await raw('/ready')).status === 200, 'the views');
    const events = (await (await raw('/api/v1/events?type=MemberRegistered', { headers: { accept: 'application/x-ndjson' } })).text()).trim().split('\n').map((line) => JSON.parse(line) as { subject: string; data: { displayName: string } });
    const ids = new Set(events.map(({ subject }) => subject.slice('member-'.length)));
    expect(before.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(events.length).toBeLessThan(before.length + during + 64);
    // Names are there: the keys of all of them were in the vault.
    for (const { data } of events) expect(data.displayName).toMatch(/^load-\d+$/);
    for (const { id } of before.slice(-20)) expect((await raw(`/api/v1/members/${id}`)).status).toBe(200);
    // Who asks again gets the first answer, and the old log's positions are not taken for this one's.
    const [first] = before as [{ id: string; position: string }];
    const name = ((await (await raw(`/api/v1/members/${first.id}`)).json()) as { displayName: string }).displayName;
    const repeated = await raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName: name }), headers: { 'content-type': 'application/json', 'idempotency-key': name } });
    expect([repeated.status, ((await repeated.json()) as { id: string }).id]).toEqual([201, first.id]);
    expect((await raw(`/api/v1/members/${first.id}`, { headers: { 'relocon-after': first.position } })).status).toBe(410);
    expect((await raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName: 'After' }), headers: { 'content-type': 'application/json' } })).status).toBe(201);
  } finally {
    again.child.kill('SIGTERM');
    expect((await again.ended).status).toBe(0);
  }
});

describe('What does not fit', () => {
  const live = place('small');
  const [older, newer] = [place('older'), place('newer')];
  const config = (data: string, more: Partial<Config> = {}) => testConfig(data, more);
  const back = (data: string, to: string, more?: Partial<Config>) => backUp(config(data, more), to, () => undefined);
  const verify = (from: string, more?: Partial<Config>) => verifyBackup(config(live, more), from, () => undefined);
  const restored = (to: string, from: string) => restore(config(to), from, () => undefined);

  beforeAll(async () => {
    const register = async (displayName: string) => {
      const api = await startTestService({ folder: live });
      await api.raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName }), headers: { 'content-type': 'application/json' } });
      await api.stop();
    };
    await register('Ada');
    await back(live, older);
    await register('Ben');
    await back(live, newer);
  });

  /** A backup of two others' files. */
  const mixed = (name: string, files: Record<string, string>) => {
    mkdirSync(place(name));
    for (const [file, from] of Object.entries({ 'backup.json': newer, 'log.db': newer, 'vault.db': newer, ...files })) copyFileSync(join(from, file), join(place(name), file));
    return place(name);
  };

  it('is a vault older than its log: the event whose key it lacks is named', async () => {
    expect((await verify(mixed('older-vault', { 'vault.db': older }))).wrong).toEqual([
      '1 of 2 events cannot be read with this vault:',
      expect.stringMatching(/^event [0-9a-f-]{36} \(MemberRegistered, revision 0 of member-[0-9a-f-]{36}\): the key member:[0-9a-f-]{36} is not in the vault$/),
    ]);
    const ran = await run(live, 'verify-backup', place('older-vault'));
    expect([ran.status, ran.err]).toEqual([1, 'Log and vault do not fit together.\n']);
    // The other way round is how backups are made.
    expect((await verify(mixed('newer-vault', { 'log.db': older, 'backup.json': older }))).wrong).toEqual([]);
  });

  it('is the vault of another log, and another master key', async () => {
    const other = place('other');
    mkdirSync(other);
    copyFileSync(join(live, 'master.key'), join(other, 'master.key'));
    await (await startTestService({ folder: other })).stop();
    await back(other, place('other-backup'));
    expect((await verify(mixed('other-vault', { 'vault.db': place('other-backup') }))).wrong).toEqual([expect.stringMatching(/^the vault belongs to the log [0-9a-z]{8}, and this is the log [0-9a-z]{8}$/), '2 of 2 events cannot be read with this vault:', expect.anything(), expect.anything()]);
    await expect(verify(newer, { RELOCON_MASTER_KEY: 'ab'.repeat(32) })).rejects.toThrow('this is not the master key the vault was written under');
  });

  it('is a file that was changed, or is no backup at all', async () => {
    const damaged = mixed('damaged', {});
    const bytes = readFileSync(join(damaged, 'log.db'));
    bytes.write('MemberRegistexed', bytes.indexOf('MemberRegistered'));
    writeFileSync(join(damaged, 'log.db'), bytes);
    expect((await verify(damaged)).wrong).toEqual([expect.stringMatching(/^the log was changed after the backup: it holds 2 events with SHA-256 [0-9a-f]{64}, and backup\.json says 2 with [0-9a-f]{64}$/)]);
    await expect(restored(place('nowhere'), damaged)).rejects.toThrow(/the backup was changed/);
    expect(existsSync(place('nowhere'))).toBe(false);
    const cut = mixed('cut', {});
    writeFileSync(join(cut, 'vault.db'), readFileSync(join(cut, 'vault.db')).subarray(0, 5_000));
    await expect(verify(cut)).rejects.toThrow(/vault\.db is damaged/);
    rmSync(join(cut, 'backup.json'));
    await expect(verify(cut)).rejects.toThrow(/this is no backup, or one that was not finished/);
  });

  it('is a folder that holds something, and stores on servers', async () => {
    await expect(back(live, older)).rejects.toThrow(/is not empty: name a new folder/);
    await expect(restored(live, older)).rejects.toThrow(/holds log\.db, vault\.db, views\.db already/);
    await expect(restore(config(place('none'), { RELOCON_VIEWS: 'mongodb://127.0.0.1:1/x' }), older, () => undefined)).rejects.toThrow(/leave RELOCON_LOG, RELOCON_VIEWS and RELOCON_VAULT out/);
    await expect(back(place('none'), place('never'))).rejects.toThrow(/there is no .*log\.db/);
    expect(existsSync(place('never'))).toBe(false);
    await expect(back(live, place('never'), { RELOCON_VIEWS: 'mongodb://127.0.0.1:1/x' })).rejects.toThrow(/backed up with their own tools/);
  });

  (mongodbUrl ? it : it.skip)('is told of a vault on a server as well', async () => {
    const database = `test-backup-${process.pid}`;
    const there = config(place('beside'), { RELOCON_VIEWS: databaseAddress(database) });
    const api = await startTestService({ folder: there.RELOCON_DATA, config: there });
    await api.raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName: 'Ada' }), headers: { 'content-type': 'application/json' } });
    await api.stop();
    expect((await verifyBackup(there, undefined, () => undefined)).wrong).toEqual([]);
    const client = new MongoClient(mongodbUrl);
    await client.db(`${database}-vault`).collection<{ _id: string }>('entries').deleteMany({ _id: /^keys\/member:/ });
    await client.close();
    expect((await verifyBackup(there, undefined, () => undefined)).wrong[0]).toBe('1 of 1 events cannot be read with this vault:');
    await dropDatabases(database);
  });
});

/** The rest of the command line: keys, configuration, the document. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from './api.js';
import { relocon, root, start } from './cli.js';
import { workshop } from './workshop.js';

jest.setTimeout(60_000);

const shop = workshop();

it('ends quietly when nobody reads on, and tells its version', async () => {
  const { child, ended } = start(['openapi'], { data: shop.data });
  child.stdout?.destroy();
  expect(await ended).toEqual({ status: 0, out: '', err: '' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect((await shop.run(['--version'])).out).toBe(`${version}\n`);
});

describe('Keys', () => {
  it('are made on an empty folder, print alone and once, and open the API', async () => {
    const made = await shop.run(['keys', 'create', '--role', 'admin', '--name', 'ops']);
    expect([made.status, made.out]).toEqual([0, expect.stringMatching(/^relocon_[A-Za-z0-9_-]{43}\n$/)]);
    const secret = made.out.trim();
    await shop.served(async (api) => {
      expect((await api.raw('/api/v1/members', { key: secret })).status).toBe(200);
      // With the service running.
      const auditor = (await shop.run(['keys', 'create', '--role', 'auditor', '--name', 'audit'])).out.trim();
      expect((await api.raw('/api/v1/members', { key: auditor })).status).toBe(200);
      const listed = (await shop.run(['keys', 'list'])).out;
      expect(listed).not.toContain(secret);
      const id = listed.split('\n').find((line) => line.includes('\taudit\t'))?.split('\t')[0] as string;
      expect((await shop.run(['keys', 'revoke', id])).err).toMatch(/Revoked/);
      expect((await api.raw('/api/v1/members', { key: auditor })).status).toBe(401);
      expect((await shop.run(['keys', 'list'])).out).toMatch(/audit\t.*revoked/);
      const { id: memberId } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
      const own = (await shop.run(['keys', 'create', '--member', memberId, '--name', 'Ada’s'])).out.trim();
      expect((await api.raw(`/api/v1/members/${memberId}/timeline`, { key: own })).status).toBe(200);
    });
    expect((await shop.run(['keys', 'create', '--name', 'x'])).err).toMatch(/say either --role or --member/);
    expect((await shop.run(['keys', 'create', '--name', 'x', '--role', 'king'])).err).toMatch(/Allowed choices are admin, auditor, integrator/);
    expect((await shop.run(['keys', 'create', '--name', 'x', '--member', '019a9d2c-7b40-7c3e-9f21-000000000000'])).err).toMatch(/there is no member with the id/);
    expect((await shop.run(['keys', 'revoke', 'nothing'])).err).toMatch(/There is no key with this id/);
  });

  it('last as long and reach as far as is said, rotate, and are recorded as made here', async () => {
    const secret = (await shop.run(['keys', 'create', '--role', 'integrator', '--name', 'sync', '--days', '7', '--scope', 'members:read', '--scope', 'events:read'])).out.trim();
    const line = async () => (await shop.run(['keys', 'list'])).out.split('\n').find((each) => each.includes('\tsync\t')) as string;
    const [id, role, , prefix, made, expires, used, state] = (await line()).split('\t') as string[];
    expect([role, prefix, used, state]).toEqual(['integrator', `${secret.slice(0, 16)}…`, 'never used', 'valid']);
    expect(Date.parse((expires as string).replace('expires ', '')) - Date.parse((made as string).replace('made ', ''))).toBe(7 * 86_400_000);
    const rotated = await shop.run(['keys', 'rotate', id as string, '--overlap-hours', '0']);
    const next = rotated.out.trim();
    expect([rotated.status, next]).toEqual([0, expect.stringMatching(/^relocon_[A-Za-z0-9_-]{43}$/)]);
    await shop.served(async (api) => {
      expect((await api.raw('/api/v1/members', { key: secret })).status).toBe(401);
      expect((await api.raw('/api/v1/members', { key: next })).status).toBe(200);
      expect((await api.raw('/api/v1/groups', { key: next })).status).toBe(403);
      expect(await line()).toMatch(/\tused \S+ from 127\.0\.0\.1\tvalid$/);
      const events = (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `key-${id}` } } }))).items;
      expect(events.map(({ type, actorkind, actorvia }) => [type, actorkind, actorvia])).toEqual([['relocon.ApiKeyCreated', 'system', 'cli'], ['relocon.ApiKeyRotated', 'system', 'cli']]);
      expect(events[0]?.data).toMatchObject({ keyId: id, role: 'integrator', name: 'sync', scopes: ['members:read', 'events:read'] });
      expect(events[0]?.data).not.toHaveProperty('accountId');
    });
    const refused = async (...more: string[]) => (await shop.run(['keys', 'create', '--role', 'admin', '--name', 'x', ...more])).err;
    expect(await refused('--days', '367')).toMatch(/days: must be at most 366/);
    expect(await refused('--days', 'ten')).toMatch(/must be a whole number/);
    expect(await refused('--scope', 'everything')).toMatch(/there is no such scope; there are members:read, /);
    expect((await shop.run(['keys', 'rotate', 'nothing'])).err).toMatch(/There is no key with this id/);
  });
});

it('prints its configuration, where each value comes from, and no secret', async () => {
  const { out } = await relocon(['config'], { data: shop.data, env: { PORT: '4001', RELOCON_METRICS_TOKEN: 'a-very-secret-token' } });
  expect(out).toContain('PORT=4001  (environment)');
  expect(out).toContain('HOST=127.0.0.1  (default)');
  expect(out).toMatch(/RELOCON_METRICS_TOKEN=\(set\) {2}\(environment\)/);
  expect(out).not.toContain('a-very-secret-token');
  const wrong = await relocon(['config'], { data: shop.data, env: { PORT: 'eighty', LOG_LEVEL: 'loud' } });
  expect(wrong.status).toBe(1);
  expect(wrong.err).toBe('PORT: must be a whole number from 0 to 65535\nLOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent\n');
});

it('says what an origin and a limit must be', async () => {
  const wrong = await relocon(['config'], { data: shop.data, env: { RELOCON_ORIGIN: 'http://relocon.example.org', RELOCON_LIMIT_KEY: '-1', RELOCON_TRUST_PROXY: 'all' } });
  expect([wrong.status, wrong.err]).toEqual([
    1,
    'RELOCON_ORIGIN: must be an origin such as https://relocon.example.org, with https unless it is this machine\nRELOCON_TRUST_PROXY: must be a whole number from 0 to 10\nRELOCON_LIMIT_KEY: must be a whole number from 0 to 1000000000\n',
  ]);
  const { out } = await relocon(['config'], { data: shop.data, env: { RELOCON_ORIGIN: 'https://Relocon.example.org:443/' } });
  expect(out).toContain('RELOCON_ORIGIN=https://relocon.example.org  (environment)');
});

it('prints the OpenAPI document', async () => {
  const { out } = await shop.run(['openapi']);
  expect((JSON.parse(out) as { openapi: string }).openapi).toBe('3.1.0');
  expect(existsSync(shop.data)).toBe(false);
});

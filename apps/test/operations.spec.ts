/** The service as an operator meets it: metrics, logs, starting twice, stopping in good order. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailableError } from '#event-sourcing';
import { ok, startTestService, temporaryFolder } from './api.js';
import { relocon, root, startNode } from './cli.js';

jest.setTimeout(60_000);

const main = join(root, 'dist', 'apps', 'api', 'main.js');
let folder: { path: string; remove(): void };
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** `npm start` on a folder of its own. @returns once it listens. */
async function started(env: Record<string, string> = {}) {
  const { child, ended } = startNode([main], { env: { RELOCON_DATA: folder.path, PORT: '0', ...env } });
  const lines: Record<string, unknown>[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        lines.push(JSON.parse(text.slice(0, end)) as Record<string, unknown>);
        text = text.slice(end + 1);
        if (lines.at(-1)?.url) resolve(lines.at(-1)?.url as string);
      }
    });
    void ended.then(({ err }) => reject(new Error(err)));
  });
  return { child, ended, lines, url };
}

it('counts appends, batches, conflicts, lag, parked documents and request times by route template', async () => {
  const api = await startTestService();
  try {
    const { id, position } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
    await ok(api.admin.GET('/api/v1/members/{id}', { params: { path: { id }, header: { 'Relocon-After': position } } }));
    const text = await (await api.raw('/metrics', { key: null })).text();
    for (const line of [
      /^relocon_events_appended_total 1$/m,
      /^relocon_append_conflicts_total 0$/m,
      /^relocon_append_batch_events_count [1-9]/m,
      /^relocon_view_lag\{view="members"\} 0$/m,
      /^relocon_parked_documents 0$/m,
      /^relocon_http_request_seconds_count\{method="POST",route="\/api\/v1\/members",status="201"\} 1$/m,
      /^relocon_http_request_seconds_count\{method="GET",route="\/api\/v1\/members\/:id",status="200"\} 1$/m,
    ]) expect(text).toMatch(line);
    expect(text).not.toContain(id);
  } finally {
    await api.stop();
  }
});

it('tells who may write each view and since when, also what it does not know', async () => {
  const began = new Date().toISOString();
  const api = await startTestService();
  const { store } = api.service.runtime;
  const state = () => ok(api.admin.GET('/api/v1/operations/views'));
  try {
    const { views, workers } = await state();
    const me = `${hostname()}/${process.pid}`;
    const since = workers?.[0]?.since ?? '';
    expect(since >= began).toBe(true);
    expect(workers).toEqual([{ instance: me, views: views.length, since, here: true }]);
    expect(views.map(({ here, writer }) => ({ here, writer }))).toEqual(views.map(() => ({ here: true, writer: { instance: me, since, until: null } })));

    const [events, second] = api.service.runtime.projector.statuses.map(({ collection }) => collection) as [string, string];
    const lease = { instance: 'worker-2/9', since: '2026-03-02T00:00:00.000Z', until: '2026-03-02T00:00:03.000Z' };
    const unnamed = { instance: null, since: null, until: lease.until };
    const leases = jest.spyOn(store, 'leases').mockResolvedValue([
      { ...lease, collection: second },
      { ...lease, collection: `${second}.next`, since: '2026-03-01T00:00:00.000Z' },
      { ...lease, collection: 'only-in-the-next.v1', since: '2026-03-03T00:00:00.000Z' },
      { ...unnamed, collection: 'only-in-the-last.v1' },
    ]);
    const mixed = await state();
    expect(mixed.views.slice(0, 2).map(({ writer }) => writer)).toEqual([null, lease]);
    expect(mixed.workers).toEqual([{ instance: null, views: 1, since: null, here: false }, { instance: 'worker-2/9', views: 2, since: lease.since, here: true }]);
    expect(events).not.toBe(second);

    leases.mockResolvedValue([]);
    const nobody = await state();
    expect([nobody.workers, nobody.views[0]?.writer]).toEqual([[], null]);
    leases.mockRejectedValue(new StoreUnavailableError('the views do not answer'));
    const unknown = await state();
    expect([unknown.workers, unknown.views[0]?.writer, unknown.views.length]).toEqual([null, null, views.length]);
    leases.mockRestore();
  } finally {
    await api.stop();
  }
});

it('protects pages and data with headers', async () => {
  const api = await startTestService();
  try {
    const data = (await api.raw('/api/v1/members')).headers;
    expect(data.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    for (const path of ['/api/v1/members', '/api/v1/members/nobody', '/api/v1/nothing-here']) expect([path, (await api.raw(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    const page = (await api.raw('/api/docs', { key: null })).headers;
    const policy = new Map(page.get('content-security-policy')?.split(';').map((directive) => [directive.split(' ', 1)[0] as string, directive.replace(/^\S+ /, '')]));
    expect(Object.fromEntries(policy)).toMatchObject({ 'default-src': "'self'", 'frame-ancestors': "'none'", 'object-src': "'none'", 'base-uri': "'none'", 'form-action': "'self'" });
    expect(page.get('content-security-policy')).not.toContain('unsafe');
    expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(page.get('referrer-policy')).toBe('no-referrer');
    expect(page.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    for (const headers of [data, page]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  } finally {
    await api.stop();
  }
});

it('logs routes and ids, never addresses, bodies or keys', async () => {
  const { child, ended, lines, url } = await started({ LOG_LEVEL: 'trace' });
  const secret = (await relocon(['keys', 'create', '--role', 'admin', '--name', 'x'], { data: folder.path })).out.trim();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  await (await fetch(`${url}/api/v1/members?q=needle-in-a-query`, { headers })).text();
  await (await fetch(`${url}/api/v1/members`, { method: 'POST', headers, body: JSON.stringify({ displayName: 'Needle In A Body' }) })).text();
  await (await fetch(`${url}/api/v1/members`, { method: 'POST', headers, body: '{"needle-in-broken-json' })).text();
  child.kill('SIGTERM');
  expect((await ended).status).toBe(0);
  const text = JSON.stringify(lines);
  expect(text).toContain('/api/v1/members');
  expect(lines.every((line) => typeof line.time === 'string' && typeof line.level === 'number')).toBe(true);
  for (const secretThing of ['needle', 'Needle', secret]) expect([secretThing, text.includes(secretThing)]).toEqual([secretThing, false]);
});

it('answers what is under way before it stops, and keeps what it acknowledged', async () => {
  const first = await started();
  const secret = (await relocon(['keys', 'create', '--role', 'admin', '--name', 'x'], { data: folder.path })).out.trim();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const asking = Array.from({ length: 200 }, (_, index) =>
    fetch(`${first.url}/api/v1/members`, { method: 'POST', headers, body: JSON.stringify({ displayName: `Member ${index}` }) }).then(async (response) => (response.status === 201 ? ((await response.json()) as { id: string }).id : undefined), () => undefined),
  );
  await Promise.race(asking);
  first.child.kill('SIGTERM');
  expect((await first.ended).status).toBe(0);
  const acknowledged = (await Promise.all(asking)).filter((id) => id !== undefined);
  expect(acknowledged.length).toBeGreaterThan(0);
  const again = await started();
  for (const id of acknowledged) {
    const kept = await fetch(`${again.url}/api/v1/members/${id}`, { headers });
    // Read to its end, or the service would wait for that as it stops.
    expect([kept.status, await kept.json()]).toEqual([200, expect.objectContaining({ id })]);
  }
  again.child.kill('SIGTERM');
  expect((await again.ended).status).toBe(0);
});

it('says what to do when the folder or the port is taken, or a setting is wrong', async () => {
  const { child, ended, url } = await started();
  const twice = await startNode([main], { env: { RELOCON_DATA: folder.path, PORT: '0' } }).ended;
  expect([twice.status, twice.err]).toEqual([1, expect.stringMatching(/is in use by another Relocon process: stop that one, or set RELOCON_DATA/)]);
  const other = temporaryFolder();
  const port = new URL(url).port;
  const taken = await startNode([main], { env: { RELOCON_DATA: other.path, PORT: port } }).ended;
  expect([taken.status, taken.err]).toEqual([1, `PORT ${port} cannot be used (EADDRINUSE): set PORT to another one.\n`]);
  const wrong = await startNode([main], { env: { RELOCON_DATA: other.path, PORT: '-1' } }).ended;
  expect([wrong.status, wrong.err]).toEqual([1, expect.stringMatching(/^PORT: /)]);
  other.remove();
  child.kill('SIGINT');
  expect((await ended).status).toBe(0);
});

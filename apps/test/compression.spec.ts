/** What travels compressed, and what does not. */
import { request as ask } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { ok, startTestService, type TestService } from './api.js';

let api: TestService;
let authorization: string;
beforeAll(async () => {
  api = await startTestService();
  authorization = `Bearer ${(await api.as({ role: 'admin' })).secret}`;
  for (let number = 0; number < 30; number++) await ok(api.admin.POST('/api/v1/members', { body: { displayName: `Member ${number}` } }));
  await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
});
afterAll(() => api.stop());

interface Answered {
  status: number | undefined;
  headers: Record<string, unknown>;
  /** As it came, which `fetch` does not tell. */
  bytes: Buffer;
}

const get = (path: string, headers: Record<string, string>): Promise<Answered> =>
  new Promise((resolve, reject) => {
    ask(`${api.url}${path}`, { headers: { authorization, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces) }));
    })
      .on('error', reject)
      .end();
  });

const LIST = '/api/v1/members?limit=30&sort=displayName';

it('compresses JSON for whoever takes it', async () => {
  const plain = await get(LIST, {});
  expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
  expect(JSON.parse(plain.bytes.toString()).items).toHaveLength(30);
  for (const [taken, chosen, read] of [
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
  ] as const) {
    const small = await get(LIST, { 'accept-encoding': taken });
    expect([small.headers['content-encoding'], String(small.headers.vary)]).toEqual([chosen, expect.stringContaining('accept-encoding')]);
    expect(read(small.bytes).equals(plain.bytes)).toBe(true);
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 3);
  }
});

it('leaves alone what is small, and what flows line by line', async () => {
  const small = await get('/api/v1/members?limit=1', { 'accept-encoding': 'br' });
  const lines = await get('/api/v1/members?sort=displayName', { 'accept-encoding': 'br', accept: 'application/x-ndjson' });
  expect([small.headers['content-encoding'], lines.headers['content-encoding']]).toEqual([undefined, undefined]);
  expect(lines.bytes.toString().trim().split('\n')).toHaveLength(31);
});

it('takes no compressed body, which could be of any size once it is read', async () => {
  const body = gzipSync(JSON.stringify({ displayName: 'Grown '.repeat(1_000_000) }));
  const response = await fetch(`${api.url}/api/v1/members`, { method: 'POST', headers: { authorization, 'content-type': 'application/json', 'content-encoding': 'gzip' }, body });
  expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([415, 'urn:relocon:problem:unsupported-media-type']);
});

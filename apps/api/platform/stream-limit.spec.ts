import { once } from 'node:events';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamLimit } from './stream-limit.js';

let server: Server;
beforeAll(async () => {
  server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** An answer that somebody waits for. */
async function answer(): Promise<{ raw: ServerResponse; cutByClient(): Promise<unknown> }> {
  const client = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false });
  client.on('error', () => undefined);
  client.end();
  const [, raw] = (await once(server, 'request')) as [unknown, ServerResponse];
  return {
    raw,
    cutByClient() {
      client.destroy();
      return once(raw, 'close');
    },
  };
}

it('gives a caller so many places at a time, and takes back that of an answer however it ends', async () => {
  const limit = new StreamLimit(2);
  const hold = async (caller: string) => {
    const made = await answer();
    return { ...made, refusal: limit.hold(caller, made.raw) };
  };
  for (const end of [
    ({ cutByClient }) => cutByClient(),
    ({ raw }) => (raw.end(), once(raw, 'close')),
    ({ raw }) => (raw.destroy(new Error('in the middle')), once(raw, 'close')),
  ] as ((made: Awaited<ReturnType<typeof hold>>) => Promise<unknown>)[]) {
    const [first, second] = [await hold('ada'), await hold('ada')];
    expect([first.refusal, second.refusal]).toEqual([undefined, undefined]);
    expect((await hold('ada')).refusal).toMatchObject({ status: 429, type: 'too-many-requests', detail: expect.stringContaining('At most 2 streams') });
    const ben = await hold('ben');
    expect(ben.refusal).toBeUndefined();
    await end(first);
    expect(limit.count).toBe(2);
    const third = await hold('ada');
    expect([third.refusal, (await hold('ada')).refusal?.status]).toEqual([undefined, 429]);
    await Promise.all([second, third, ben].map(end));
    expect(limit.count).toBe(0);
  }
});

it('gives a process a hundred times as many', async () => {
  const limit = new StreamLimit(1);
  const answers = [];
  for (let index = 0; index < 100; index++) answers.push(await answer());
  for (const [index, { raw }] of answers.entries()) expect(limit.hold(`caller ${index}`, raw)).toBeUndefined();
  const { raw } = await answer();
  expect(limit.hold('one more', raw)).toMatchObject({ status: 429, detail: expect.stringContaining('as many') });
  await answers[7]?.cutByClient();
  expect(limit.hold('one more', raw)).toBeUndefined();
});

it('keeps no place for whoever has gone before their answer began', async () => {
  const limit = new StreamLimit(1);
  const { raw, cutByClient } = await answer();
  await cutByClient();
  expect(limit.hold('ada', raw)).toBeUndefined();
  expect(limit.count).toBe(0);
});

it('counts nothing where there is no limit', async () => {
  const limit = new StreamLimit(0);
  const { raw } = await answer();
  for (let index = 0; index < 1_001; index++) expect(limit.hold('ada', raw)).toBeUndefined();
});

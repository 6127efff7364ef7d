/** Limits on a server of Fastify's own, by a clock that stands until it is moved. */
import Fastify, { type FastifyInstance } from 'fastify';
import { RefusedError, type Actor } from '#event-sourcing';
import { sendProblem, unauthenticated } from '#event-sourcing-nest';
import { limitRequests } from './limit-requests.js';
import { Limits, type LimitsOptions } from './limits.js';

const settings = { RELOCON_LIMIT_ANONYMOUS: 4, RELOCON_LIMIT_PERSON: 60, RELOCON_LIMIT_KEY: 6_000, RELOCON_LIMIT_ADDRESS: 12_000, RELOCON_LIMIT_STREAMS: 10 };
const ada: Actor = { kind: 'member', id: 'ada', role: 'member', via: 'api' };

let server: FastifyInstance;
afterEach(() => server.close());

/** A list that Ada alone may read, with the key "ada". */
function serve(options: LimitsOptions = {}) {
  const clock = { now: 0 };
  const limits = new Limits(settings, { now: () => clock.now, ...options });
  server = Fastify();
  limitRequests(server as never, limits, {});
  server.setErrorHandler((error, _request, reply) => sendProblem(reply, (error as unknown as RefusedError).refusal));
  server.get('/api/v1/things', async (request, reply) => {
    if (request.headers.authorization !== 'Bearer ada') {
      await limits.unknown(request, reply);
      throw new RefusedError(unauthenticated('Who are you?'));
    }
    limits.known(request, reply, ada);
    return [];
  });
  server.get('/api/v1/for-everybody', async (request, reply) => {
    limits.anybody(request, reply);
    return [];
  });
  const ask = (key?: string, method: 'GET' | 'HEAD' = 'GET') => server.inject({ method, url: '/api/v1/things', headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });
  return { clock, ask };
}

it('answers again after the time it said', async () => {
  const { clock, ask } = serve();
  for (let index = 0; index < 30; index++) expect((await ask('ada')).statusCode).toBe(200);
  const refused = await ask('ada');
  expect([refused.statusCode, refused.headers['retry-after'], refused.headers.ratelimit]).toEqual([429, '2', '"person";r=0;t=60']);
  clock.now = 1_999;
  expect((await ask('ada')).statusCode).toBe(429);
  clock.now = 2_000;
  expect((await ask('ada')).statusCode).toBe(200);
  clock.now = 62_000;
  expect((await ask('ada', 'HEAD')).headers.ratelimit).toBe('"person";r=58;t=2');
});

it('tells of keys that are none, and only of those', async () => {
  const guesses: string[] = [];
  const { ask } = serve({ guessed: (address) => void guesses.push(address) });
  expect([(await ask('ada')).statusCode, (await ask()).statusCode, (await ask('guess')).statusCode]).toEqual([200, 401, 401]);
  expect(guesses).toEqual(['127.0.0.1']);
});

it('answers what whoever counts guesses says', async () => {
  const { ask } = serve({ guessed: async () => unauthenticated('That was one guess too many.') });
  expect((await ask('guess')).json()).toMatchObject({ status: 401, detail: 'That was one guess too many.' });
});

it('hears no more of a stranger who has asked too often, with a key that is none or without', async () => {
  const { ask } = serve();
  for (let index = 0; index < 4; index++) expect((await ask()).statusCode).toBe(401);
  expect((await ask()).statusCode).toBe(429);
  expect((await ask('guess')).statusCode).toBe(429);
  expect((await ask('ada')).statusCode).toBe(200);
});

it('counts what anybody may ask by the address, whatever credential comes along', async () => {
  const { ask } = serve();
  const enter = (headers: Record<string, string>) => server.inject({ url: '/api/v1/for-everybody', headers });
  const credentials: Record<string, string>[] = [{}, { authorization: 'Bearer ada' }, { cookie: 'session=ada' }];
  for (const headers of [...credentials, {}]) expect((await enter(headers)).statusCode).toBe(200);
  for (const headers of credentials) expect((await enter(headers)).statusCode).toBe(429);
  expect((await ask('ada')).statusCode).toBe(200);
});

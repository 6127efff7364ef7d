/** Every route, every role, and what is one's own, one's group's and nobody's business: matrix.table.ts says what must be, this asks. */
import { createServer } from 'node:net';
import { startTestService, type TestService } from './api.js';
import { Cast } from './cast.js';
import { startIdentityProvider, type IdentityProvider } from './identity-provider.js';
import { expectedOf, inWords, Matrix, operationsOf } from './matrix.js';
import { MATRIX, WHO, type Cell, type Who } from './matrix.table.js';
import { LINKED, SCENARIOS } from './scenarios.js';

const everybody = Object.keys(WHO) as Who[];
let provider: IdentityProvider;
let api: TestService;
let matrix: Matrix;

beforeAll(async () => {
  // The provider must know beforehand where the service will be.
  const port = await freePort();
  provider = await startIdentityProvider({ redirectUris: [`http://127.0.0.1:${port}/api/v1/provider/callback`] });
  const { issuer, clientId, clientSecret } = provider;
  api = await startTestService({ config: { PORT: port, RELOCON_SECOND_FACTOR: 'nobody', RELOCON_OIDC_ISSUER: issuer, RELOCON_OIDC_CLIENT_ID: clientId, RELOCON_OIDC_CLIENT_SECRET: clientSecret } });
  const cast = await Cast.of(api);
  await cast.runtime.people.identities.link(cast.ben.accountId as string, { issuer, subject: LINKED }, cast.runtime.clock());
  matrix = new Matrix(api, cast);
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

it('has a row for every route of the document, a route for every row, and a thing to ask for', () => {
  expect([...new Set(MATRIX.map(({ operation }) => operation))].sort()).toEqual([...operationsOf(api).keys()].sort());
  expect(MATRIX.map(({ name }) => name).sort()).toEqual(Object.keys(SCENARIOS).sort());
});

it('lets somebody do everything, so that a refusal is one of who asks', () => {
  expect(MATRIX.filter(({ cells }) => !Object.values(cells).some((cell) => cell === 'yes')).map(({ name }) => name).sort()).toEqual(
    // These are somebody else's, or the author's alone: their rows without it have somebody who may.
    [
      'acknowledgeStory that was withdrawn',
      'acknowledgeStory told to another group',
      'confirmHelp that others received',
      'confirmReflectionValue of a private one',
      'endSession of somebody else',
      'readGroupNetwork a private reflection',
      'readLearner who keeps it private',
      'readStory that was withdrawn, by whoever acknowledged it',
      'readTimeline a story they acknowledged that was withdrawn',
      'unlinkProvider of somebody else',
    ],
  );
});

it.each(MATRIX.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
  const expected: Record<string, Cell> = {};
  const told: Record<string, Cell> = {};
  for (const [who, answer] of await matrix.ask(row, everybody)) {
    expected[who] = expectedOf(row, who);
    told[who] = inWords(answer);
    if (told[who] !== expected[who]) told[who] += ` (${answer.detail})`;
  }
  expect(told).toEqual(expected);
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

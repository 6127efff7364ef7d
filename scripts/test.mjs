/** Everything `npm test` runs: the client's types, all types, import directions, then jest. Arguments go to jest, but for --crash-rounds=N. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { findMongod, startReplicaSet } from './mongod.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const given = process.argv.slice(2);
const rounds = given.find((argument) => argument.startsWith('--crash-rounds='));
const forJest = given.filter((argument) => argument !== rounds);

function run(what, script, args = [], env = {}) {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((done) =>
    child.once('close', (status) => {
      if (status !== 0) process.stderr.write(`${what} failed\n`);
      done(status ?? 1);
    }),
  );
}

/** What the suites over MongoDB need; without it they are skipped, which `CI=true` does not allow. */
async function mongodb() {
  if (process.env.MONGODB_URL) return { env: {}, stop: async () => undefined };
  const mongod = findMongod();
  if (!mongod) {
    if (process.env.CI === 'true') throw new Error('there is no mongod for the tests: set MONGODB_URL, or put mongod on the PATH');
    process.stderr.write('There is no mongod here: the suites over MongoDB are skipped. The README says how to get one.\n');
    return { env: {}, stop: async () => undefined };
  }
  const set = await startReplicaSet(mongod);
  return { env: { MONGODB_URL: set.getUri(), MONGOD: mongod.binary, MONGOD_VERSION: mongod.version }, stop: () => set.stop() };
}

async function all() {
  mkdirSync(join(root, 'reports'), { recursive: true });
  // The tests that start processes run what was built.
  buildIfNeeded();
  const steps = [['Generating the client', join(root, 'scripts/client.mjs')]];
  if (forJest.length === 0) {
    steps.push(['Type checking', require.resolve('typescript/bin/tsc'), ['--noEmit']]);
    steps.push(['The check of import directions', join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'samples']]);
  }
  for (const step of steps) {
    const status = await run(...step);
    if (status !== 0) return status;
  }
  const { env, stop } = await mongodb();
  try {
    // One suite after the other: they start processes of their own, and some say how soon something must have happened.
    // What a test that failed has left running must not keep the run from ending.
    return await run('jest', require.resolve('jest/bin/jest'), ['--runInBand', '--forceExit', '--json', '--outputFile=reports/jest.json', ...forJest], { ...env, ...(rounds && { CRASH_ROUNDS: rounds.split('=')[1] }) });
  } finally {
    await stop();
  }
}

process.exit(await all());

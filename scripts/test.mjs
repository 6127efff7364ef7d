/** Everything `npm test` runs: the client's types, then all types and import directions beside jest. Arguments go to jest, but for --crash-rounds=N and --thorough. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsoleIfNeeded, buildIfNeeded } from './build.mjs';
import { findMongod, startReplicaSet } from './mongod.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const given = process.argv.slice(2);
const rounds = given.find((argument) => argument.startsWith('--crash-rounds='));
const thorough = given.includes('--thorough');
const forJest = given.filter((argument) => argument !== rounds && argument !== '--thorough');
const report = join(root, 'reports', 'jest.json');

/**
 * Suites that say how soon something must have happened, as regular expressions over their paths. They wait more than they work, and run
 * beside each other, after all that does not wait.
 */
const TIMED = ['libs/stores/(eventstoredb|mongodb)/', ...['faults', 'instances'].map((name) => `apps/test/${name}\\.spec\\.ts$`)];

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

/** All types, and import directions, side by side. */
async function check() {
  const steps = [
    ['Type checking', require.resolve('typescript/bin/tsc'), ['--noEmit']],
    ['Type checking of the console', require.resolve('typescript/bin/tsc'), ['-p', 'apps/console']],
    ['The check of import directions', join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'samples']],
  ];
  const statuses = await Promise.all(steps.map((step) => run(...step)));
  return Math.max(...statuses);
}

// What a test that failed has left running must not keep a run from ending.
const jest = (env, ...args) => run('jest', require.resolve('jest/bin/jest'), ['--forceExit', '--json', ...args], { ...env, ...(thorough && { THOROUGH: 'true' }), ...(rounds && { CRASH_ROUNDS: rounds.split('=')[1] }) });

/** The suites that work, then those that wait, each two at a time; one report of both. */
async function everySuite(env) {
  const parts = ['working', 'timed'].map((name) => join(root, 'reports', `jest-${name}.json`));
  for (const part of [report, ...parts]) rmSync(part, { force: true });
  const workers = `--maxWorkers=${Math.min(2, availableParallelism())}`;
  const statuses = [
    await jest(env, `--outputFile=${parts[0]}`, workers, '--testPathIgnorePatterns', '/node_modules/', '/dist/', ...TIMED),
    await jest(env, `--outputFile=${parts[1]}`, workers, '--testPathPatterns', ...TIMED),
  ];
  // Where a part is missing there is no report, and nobody can take it for one of everything.
  writeFileSync(report, JSON.stringify(parts.map((part) => JSON.parse(readFileSync(part, 'utf8'))).reduce(added)));
  return Math.max(...statuses);
}

/** Two of jest's reports as one: counts are added, lists put together. */
function added(one, other) {
  const value = (name) => {
    const [a, b] = [one[name], other[name]];
    if (name === 'startTime') return Math.min(a, b);
    if (typeof a === 'number') return a + b;
    if (typeof a === 'boolean') return name === 'success' ? a && b : a || b;
    return Array.isArray(a) ? [...a, ...b] : a;
  };
  return Object.fromEntries(Object.keys(one).map((name) => [name, value(name)]));
}

async function all() {
  mkdirSync(join(root, 'reports'), { recursive: true });
  const everything = forJest.length === 0;
  // The tests that start processes run what was built.
  buildIfNeeded({ unchecked: everything });
  const generated = await run('Generating the client', join(root, 'scripts/client.mjs'));
  if (generated !== 0) return generated;
  await buildConsoleIfNeeded();
  const { env: stores, stop } = await mongodb();
  const samples = mkdtempSync(join(tmpdir(), 'relocon-samples-'));
  const env = { ...stores, SAMPLES_FOLDER: samples };
  try {
    return everything ? Math.max(...(await Promise.all([check(), everySuite(env)]))) : await jest(env, '--runInBand', `--outputFile=${report}`, ...forJest);
  } finally {
    rmSync(samples, { recursive: true, force: true });
    await stop();
  }
}

process.exit(await all());

/**
 * Everything `npm test` runs: the client's types, all types, import directions, then jest: first what may share the machine, two suites at a
 * time, then what may not. Arguments go to jest, which then runs once, but for --crash-rounds=N.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { findMongod, startReplicaSet } from './mongod.mjs';

/** They say how soon something must have happened. */
const ALONE = 'apps/test/(instances|fail-over|faults|operations)\\.spec';
const REPORT = 'reports/jest.json';

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
    const jest = (...args) => run('jest', require.resolve('jest/bin/jest'), ['--json', `--outputFile=${REPORT}`, ...args], { ...env, ...(rounds && { CRASH_ROUNDS: rounds.split('=')[1] }) });
    if (forJest.length > 0) return await jest(...forJest);
    const together = await jest('--maxWorkers=2', `--testPathIgnorePatterns=/node_modules/|/dist/|${ALONE}`);
    const before = reported();
    const alone = await jest('--runInBand', ALONE);
    writeFileSync(join(root, REPORT), JSON.stringify(sum(before, reported())));
    return together || alone;
  } finally {
    await stop();
  }
}

/** What jest counted; undefined where it ended before it could. */
function reported() {
  const file = join(root, REPORT);
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return report;
}

/** Two reports as one: counts added, lists joined. One that is missing counts as a suite that could not run. */
function sum(one = { numRuntimeErrorTestSuites: 1, testResults: [] }, other = { numRuntimeErrorTestSuites: 1, testResults: [] }) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)].filter((name) => name.startsWith('num')));
  const counts = Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
  return { ...counts, testResults: [...one.testResults, ...other.testResults] };
}

process.exit(await all());

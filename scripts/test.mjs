/** Everything `npm test` runs: the client's types, all types, import directions, then jest. Arguments go to jest, but for --crash-rounds=N. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const given = process.argv.slice(2);
const rounds = given.find((argument) => argument.startsWith('--crash-rounds='));
const forJest = given.filter((argument) => argument !== rounds);

function run(what, script, args = [], env = {}) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) {
    process.stderr.write(`${what} failed\n`);
    process.exit(status ?? 1);
  }
}

mkdirSync(join(root, 'reports'), { recursive: true });
// The tests that start processes run what was built.
buildIfNeeded();
run('Generating the client', join(root, 'scripts/client.mjs'));
if (forJest.length === 0) {
  run('Type checking', require.resolve('typescript/bin/tsc'), ['--noEmit']);
  run('The check of import directions', join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'samples']);
}
run('jest', require.resolve('jest/bin/jest'), ['--json', '--outputFile=reports/jest.json', ...forJest], rounds ? { CRASH_ROUNDS: rounds.split('=')[1] } : {});

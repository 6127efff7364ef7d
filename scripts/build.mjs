/** Compiles what has changed since the last build; its output goes to standard error. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.tsbuildinfo');

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).filter((name) => !['node_modules', 'console', 'test'].includes(name) && !name.endsWith('.spec.ts')).map((name) => newest(join(path, name))));
}

/** @param unchecked for those who check all types themselves: the files are the same. */
export function buildIfNeeded({ always = false, unchecked = false } = {}) {
  const sources = ['apps', 'libs', 'samples', 'tsconfig.json', 'tsconfig.build.json', 'package.json'].map((name) => newest(join(root, name)));
  if (!always && existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...sources)) return;
  process.stderr.write('Building Relocon …\n');
  // What was compiled from a file that is gone must not stay.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...(unchecked ? ['--noCheck'] : [])], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfNeeded({ always: process.argv.includes('--always') });

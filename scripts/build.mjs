/** Compiles what has changed since the last build, service and console; what the compilers say goes to standard error. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.tsbuildinfo');
const consolePage = join(dist, 'console', 'index.html');

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
  for (const name of existsSync(dist) ? readdirSync(dist) : []) if (name !== 'console') rmSync(join(dist, name), { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...(unchecked ? ['--noCheck'] : [])], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** The pages that the service shows at `/`. */
export async function buildConsoleIfNeeded({ always = false } = {}) {
  const source = join(root, 'apps', 'console');
  const sources = [newest(source), ...['package.json', 'libs/event-sourcing/policy.ts', 'libs/import-files'].map((name) => newest(join(root, name)))];
  if (!always && existsSync(consolePage) && statSync(consolePage).mtimeMs > Math.max(...sources)) return;
  process.stderr.write('Building the console …\n');
  // Whoever asks may be a test, whose environment is not that of a build.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(source, 'vite.config.mjs'), logLevel: 'warn' });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  // On a slow line what is compressed is there in a third of the time.
  const assets = join(dist, 'console', 'assets');
  for (const name of readdirSync(assets)) {
    const file = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(file, { level: 9 }));
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(file));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const always = process.argv.includes('--always');
  buildIfNeeded({ always });
  await buildConsoleIfNeeded({ always });
}

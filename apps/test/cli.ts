/** The built command line, run as a user runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { storeSettings } from './test-stores.js';
import { withoutLimits } from './without-limits.js';

export const root = join(__dirname, '..', '..');

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

/** Starts `relocon …` on a data folder. */
export function start(args: readonly string[], { data, cwd = root, env = {} }: { data: string; cwd?: string; env?: Record<string, string> }): { child: ChildProcess; ended: Promise<Ran> } {
  return startNode([join(root, 'scripts', 'relocon.mjs'), ...args], { cwd, env: { RELOCON_DATA: data, ...storeSettings(data), ...env } });
}

export function startNode(args: readonly string[], { cwd = root, env = {}, stdin = 'ignore' }: { cwd?: string; env?: Record<string, string>; stdin?: 'ignore' | 'pipe' }): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...withoutLimits, ...env }, stdio: [stdin, 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err }))) };
}

export interface Served {
  url: string;
  child: ChildProcess;
  ended: Promise<Ran>;
}

/** Starts the built service as an operator would, or a script that does; resolves once it listens. @throws when it ends before. */
export async function serve(env: Record<string, string>, script = join(root, 'dist', 'apps', 'api', 'main.js')): Promise<Served> {
  const started = startNode([script], { env: { PORT: '0', LOG_LEVEL: 'info', ...env } });
  let told = '';
  const listening = new Promise<string>((resolve) => {
    started.child.stdout?.on('data', (piece: Buffer) => {
      const [, url] = /"url":"([^"]+)"/.exec((told += piece.toString())) ?? [];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([listening, started.ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`it ended: ${(await started.ended).err} ${told}`);
  return { ...started, url };
}

export const relocon = (args: readonly string[], options: Parameters<typeof start>[1]): Promise<Ran> => start(args, options).ended;

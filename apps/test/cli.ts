/** The built command line, run as a user runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { storeSettings } from './test-stores.js';

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

export function startNode(args: readonly string[], { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> }): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err }))) };
}

export const relocon = (args: readonly string[], options: Parameters<typeof start>[1]): Promise<Ran> => start(args, options).ended;

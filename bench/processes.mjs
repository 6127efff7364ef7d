/** Services to measure and the load on them, each in a process of its own, and a folder for what they keep. */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'relocon-bench-'));
export const removeFolder = () => rmSync(folder, { recursive: true, force: true });

const running = new Set();
/** Ends services that a failure has left running. */
export const endServers = () => running.forEach((child) => child.kill('SIGKILL'));

/** Starts a layer of bench/server.mjs. @param settings of stores on servers. */
export function server(layer, data, settings = {}) {
  const child = fork(join(here, 'server.mjs'), [layer, data ?? folder, JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const answer = () => new Promise((resolve, reject) => (child.once('message', resolve), child.once('exit', () => reject(new Error(`${layer} ended`)))));
  return answer().then(({ url }) => ({
    url,
    pid: child.pid,
    async ask(question, more = {}) {
      const answered = answer();
      child.send({ ask: question, ...more });
      return answered;
    },
    async stop() {
      child.removeAllListeners('exit');
      running.delete(child);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send({ ask: 'stop' });
      await gone;
    },
  }));
}

export const load = (job) => inItsOwnProcess('load.mjs', job);

/** See bench/attack.mjs. */
export const guessing = (job) => inItsOwnProcess('attack.mjs', job);

function inItsOwnProcess(script, job) {
  const child = fork(join(here, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (result) => (child.kill(), resolve(result)));
    child.once('error', reject);
    child.send(job);
  });
}

/** Requests a second. @throws where some were not answered well. */
export function rateOf({ good, seconds, statuses, errors }) {
  if (errors > 0 || Object.keys(statuses).some((status) => !status.startsWith('2'))) throw new Error(`not all went well: ${JSON.stringify(statuses)}`);
  return good / seconds;
}

/** Most memory a process has held so far, in MB; undefined where the system does not tell. */
export function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return undefined;
  }
}

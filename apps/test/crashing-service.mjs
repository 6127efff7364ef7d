/**
 * The built service as it is, but for these: it is loaded, and starts when it is told `start`; told `die n`, it kills itself right after the nth
 * reservation from then on has reached the vault and before its event has reached the log; and told `fall n`, right after the nth append from
 * then on has reached the log. It is told by lines on standard input.
 */
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { features } from '../../dist/apps/api/features.js';
import { readConfig } from '../../dist/apps/api/settings/config.js';
import { Metrics } from '../../dist/apps/api/platform/metrics.js';
import { openRuntime } from '../../dist/apps/api/platform/runtime.js';
import { startService } from '../../dist/apps/api/service.js';
import { openStores } from '../../dist/apps/api/stores.js';

let reservationsToLive = Infinity;
let appendsToLive = Infinity;

async function start() {
  const config = readConfig();
  const logger = pino({ level: 'silent' });
  const stores = await openStores(config);
  const { log, vault } = stores;
  const append = log.append.bind(log);
  log.append = async (...what) => {
    const appended = await append(...what);
    if (--appendsToLive <= 0) process.kill(process.pid, 'SIGKILL');
    return appended;
  };
  const reserve = vault.putIfAbsent.bind(vault);
  vault.putIfAbsent = async (space, entries) => {
    const result = await reserve(space, entries);
    if (space === 'idempotency' && --reservationsToLive <= 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  const runtime = await openRuntime({ config, stores, features, logger, metrics: new Metrics() });
  const service = await startService(config, { logger, runtime });
  process.stdout.write(`${service.url}\n`);
  process.on('SIGTERM', () => void service.stop().then(() => process.exit(0)));
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, count] = line.split(' ');
  if (what === 'start') await start();
  else if (what === 'fall') appendsToLive = Number(count);
  else reservationsToLive = Number(count);
}
// Nobody is left to tell it anything.
process.exit(1);

/**
 * The built service as it is, but for one thing: told so, it kills itself right after the nth reservation has reached the vault and before
 * its event has reached the log. Usage: node crashing-service.mjs [n]
 */
import { pino } from 'pino';
import { features } from '../../dist/apps/api/features.js';
import { readConfig } from '../../dist/apps/api/platform/config.js';
import { Metrics } from '../../dist/apps/api/platform/metrics.js';
import { openRuntime } from '../../dist/apps/api/platform/runtime.js';
import { startService } from '../../dist/apps/api/service.js';
import { openStores } from '../../dist/apps/api/stores.js';

const fatal = Number(process.argv[2] ?? Infinity);
const config = readConfig();
const logger = pino({ level: 'silent' });
const stores = await openStores(config);
const { vault } = stores;
const reserve = vault.putIfAbsent.bind(vault);
let reservations = 0;
vault.putIfAbsent = async (space, entries) => {
  const result = await reserve(space, entries);
  if (space === 'idempotency' && ++reservations >= fatal) process.kill(process.pid, 'SIGKILL');
  return result;
};
const runtime = await openRuntime({ config, stores, features, logger, metrics: new Metrics() });
const service = await startService(config, { logger, runtime });
process.stdout.write(`${service.url}\n`);
process.on('SIGTERM', () => void service.stop().then(() => process.exit(0)));

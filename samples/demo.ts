/** `npm run demo`: the service on a throw-away folder with the sample community. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../apps/api/platform/config.js';
import { createLogger, startService, type Service } from '../apps/api/service.js';
import { loadSamples } from './load.js';

const folder = mkdtempSync(join(tmpdir(), 'relocon-demo-'));
const config: Config = { ...readConfig(), RELOCON_DATA: folder, LOG_LEVEL: process.env.LOG_LEVEL ? readConfig().LOG_LEVEL : 'warn' };
const loaded = await loadSamples(config);
const service = await start();
await service.runtime.projector.waitFor(await service.runtime.log.head(), [], 60_000);

process.stdout.write(`
Relocon runs at ${service.url} with a sample community of ${loaded.events} events.

  Administrator's key   ${loaded.adminKey}
  Amara's own key       ${loaded.memberKey}

Send one as "Authorization: Bearer …". Two things to try:

  curl -H "Authorization: Bearer ${loaded.memberKey}" "${service.url}/api/v1/members/${loaded.memberId}/timeline?limit=5"
  curl -H "Authorization: Bearer ${loaded.adminKey}" "${service.url}/api/v1/meetings?groupId=${loaded.groupId}&sort=-startsAt&limit=3"

All of the API: ${service.url}/api/docs
Ctrl-C ends it, and its data go with it.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void service.stop().finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
}

/** On the port asked for, or on a free one when that is taken. */
async function start(): Promise<Service> {
  const logger = createLogger(config);
  try {
    return await startService(config, { logger });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    return startService({ ...config, PORT: 0 }, { logger });
  }
}

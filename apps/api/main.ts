/** `npm start`: the service on a durable data folder. */
import { ConfigError, readConfig } from './platform/config.js';
import { StoreInUseError } from '#stores/sqlite';
import { createLogger, startService } from './service.js';

try {
  const config = readConfig();
  const logger = createLogger(config);
  const service = await startService(config, { logger });
  logger.info({ url: service.url, data: config.RELOCON_DATA, log: service.runtime.log.id }, 'Relocon is listening; /api/docs tells what it offers');
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'could not stop in good order');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StoreInUseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

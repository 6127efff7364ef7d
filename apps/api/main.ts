/** `npm start`: the service on a durable data folder. */
import { ConfigError, readConfig } from './platform/config.js';
import { StoreUnavailableError } from '#event-sourcing';
import { StoreInUseError } from '#stores/sqlite';
import { createLogger } from './engine.js';
import { startService } from './service.js';
import { setUpLink } from './sign-in/set-up.js';

try {
  const config = readConfig();
  const logger = createLogger(config);
  const service = await startService(config, { logger });
  logger.info({ url: service.url, data: config.RELOCON_DATA, log: service.runtime.log.id }, 'Relocon is listening; /api/docs tells what it offers');
  const setUp = config.ROLE === 'worker' ? undefined : await setUpLink(service.runtime);
  // In the terminal alone: a log would keep it.
  if (setUp) process.stderr.write(`\nNobody can sign in yet. Make the first administrator with this link, which works once and for a day:\n\n  ${setUp}\n\n`);
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
  const { code } = error as { code?: string };
  const foreseen = error instanceof ConfigError || error instanceof StoreInUseError || error instanceof StoreUnavailableError;
  if (!foreseen && code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
  process.stderr.write(foreseen ? `${(error as Error).message}\n` : `PORT ${process.env.PORT ?? 3000} cannot be used (${code}): set PORT to another one.\n`);
  process.exit(1);
}

/** `npm start`: the service on a durable data folder. */
import { ConfigError, readConfig } from './settings/config.js';
import { StoreUnavailableError } from '#event-sourcing';
import { StoreInUseError } from '#stores/sqlite';
import { createLogger } from './engine.js';
import { startService, type Service } from './service.js';
import { setUpLink } from './sign-in/set-up.js';
import { isSetUp } from './sign-in/set-up-link.js';

/** The link stands in a terminal alone: where there is none, what is written here is kept as a log. */
async function inviteToSetUp({ runtime }: Service): Promise<void> {
  if (await isSetUp(runtime)) return;
  const how = process.stderr.isTTY
    ? `Make the first administrator with this link, which works once and for a day:\n\n  ${await setUpLink(runtime)}`
    : 'To make the first administrator, get a link with: relocon set-up-link';
  process.stderr.write(`\nNobody can sign in yet. ${how}\n\n`);
}

try {
  const config = readConfig();
  const logger = createLogger(config);
  const service = await startService(config, { logger });
  logger.info({ url: service.url, data: config.RELOCON_DATA, log: service.runtime.log.id }, 'Relocon is listening; /api/docs tells what it offers');
  if (config.ROLE !== 'worker') await inviteToSetUp(service);
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

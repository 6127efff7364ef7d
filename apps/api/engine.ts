/** The engine over the configured stores, without anything of HTTP: what the service and the command line begin with. */
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { Feature } from '#event-sourcing';
import { features as allFeatures } from './features.js';
import type { Config } from './settings/config.js';
import { errorForLog } from './platform/error-for-log.js';
import { Metrics } from './platform/metrics.js';
import { openRuntime, type ReloconRuntime } from './platform/runtime.js';
import { openStoresPatiently } from './stores.js';

/** @param stream stdout without it. */
export function createLogger(config: Pick<Config, 'LOG_LEVEL'>, stream?: DestinationStream): Logger {
  const options: LoggerOptions = { level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (error: unknown) => errorForLog(error) } };
  return stream ? pino(options, stream) : pino(options);
}

/** Opens the stores and the engine without serving anything: the command line at work while no service runs. */
export async function openEngine(config: Config, { logger = createLogger(config), features = allFeatures, ...options }: { logger?: Logger; features?: readonly Feature[]; clock?(): string; project?: boolean } = {}): Promise<ReloconRuntime> {
  const metrics = new Metrics();
  const stores = await openStoresPatiently(config, (appends) => metrics.appendBatches.observe(appends), (message) => logger.warn(message));
  try {
    return await openRuntime({ config, stores, features, logger, metrics, ...options });
  } catch (error) {
    await stores.close();
    throw error;
  }
}

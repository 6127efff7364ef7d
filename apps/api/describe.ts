/** The OpenAPI document without a service that listens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readConfig } from './settings/config.js';
import { createLogger, openEngine } from './engine.js';
import { openApiDocument } from './openapi.js';
import { createApp } from './service.js';

export async function describeApi(): Promise<OpenAPIObject> {
  const folder = mkdtempSync(join(tmpdir(), 'relocon-describe-'));
  const config = { ...readConfig({}), RELOCON_DATA: folder, LOG_LEVEL: 'silent' as const };
  const logger = createLogger(config);
  const runtime = await openEngine(config, { logger });
  try {
    return openApiDocument(await createApp(runtime, config, logger), runtime.features);
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

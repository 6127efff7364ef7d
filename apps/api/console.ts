/** The console at `/`: its page, and the files that belong to it. */
import { hash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pagePolicy } from './platform/security-headers.js';

/** Where `npm run build` puts it: beside the compiled service, or below it where that runs from its sources. */
const BUILT = ['../../console', '../../dist/console'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((folder) => existsSync(join(folder, 'index.html')));

/** Serves nothing where the console was not built. */
export async function serveConsole(app: NestFastifyApplication, folder = BUILT): Promise<void> {
  if (folder === undefined) return;
  const fastify = app.getHttpAdapter().getInstance();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  // Their names say what is in them.
  await fastify.register(fastifyStatic as never, { root: join(folder, 'assets'), prefix: '/assets/', decorateReply: false, index: false, preCompressed: true, immutable: true, maxAge: '365d' } as never);
  for (const [name, type] of [['icon.svg', 'image/svg+xml'], ['manifest.webmanifest', 'application/manifest+json']] as const) {
    const file = readFileSync(join(folder, name));
    fastify.get(`/${name}`, (_request, reply) => reply.header('content-type', type).header('cache-control', 'max-age=3600').send(file));
  }
  // The page names what belongs to it; itself it is never the same twice.
  const build = hash('sha256', page, 'hex');
  fastify.get('/build.txt', (_request, reply) => reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-store').send(build));
  fastify.get('/', (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': pagePolicy(nonce) }).send(page.replaceAll('%NONCE%', nonce));
  });
}

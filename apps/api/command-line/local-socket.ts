/** How the command line talks to a running service of the same data folder: JSON over a socket only its owner can open. */
import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../settings/config.js';
import { operationsOf, type Operations } from './operations.js';
import type { ReloconRuntime } from '../platform/runtime.js';

/** Unix sockets have a short limit on their path. */
const LONGEST_PATH = 100;

export function socketPath(config: Config): string {
  const folder = resolve(config.RELOCON_DATA);
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\relocon-${hash}`;
  const beside = join(folder, 'service.sock');
  return beside.length <= LONGEST_PATH ? beside : join(tmpdir(), `relocon-${hash}.sock`);
}

export interface LocalServer {
  close(): Promise<void>;
}

export async function serveLocally(config: Config, runtime: ReloconRuntime, origin: () => string): Promise<LocalServer> {
  const operations = operationsOf(runtime, origin) as unknown as Record<string, (argument: unknown) => Promise<unknown>>;
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const { operation, argument } = JSON.parse(await bodyOf(request)) as { operation: string; argument: unknown };
        const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
        if (!run) throw new Error(`no such operation: ${operation}`);
        response.end(JSON.stringify({ result: await run(argument) }));
      } catch (error) {
        response.statusCode = 500;
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
      }
    })();
  });
  const path = socketPath(config);
  // The folder's lock is ours, so a socket that is left over belongs to nobody.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done));
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The operations of a service that runs on this data folder; undefined when none does. */
export async function connectLocally(config: Config): Promise<Operations | undefined> {
  const call = (operation: string, argument?: unknown): Promise<unknown> =>
    new Promise((done, failed) => {
      const outgoing = httpRequest({ socketPath: socketPath(config), method: 'POST', path: '/' }, (response) => {
        bodyOf(response)
          .then((text) => {
            const answer = JSON.parse(text) as { result?: unknown; error?: string };
            if (answer.error !== undefined) failed(new Error(answer.error));
            else done(answer.result);
          })
          .catch(failed);
      });
      outgoing.once('error', failed);
      outgoing.end(JSON.stringify({ operation, argument }));
    });
  try {
    await call('ping');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  return new Proxy({} as Operations, { get: (_target, name: string) => (name === 'then' ? undefined : (argument: unknown) => call(name, argument)) });
}

async function bodyOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Puts the service together and takes it apart again: what `npm start`, the demo and the tests share. */
import 'reflect-metadata';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Feature } from '#event-sourcing';
import { invalid, sendProblem, unknownRoute } from '#event-sourcing-nest';
import { trustedHops } from './settings/client-address.js';
import { AccessGuard } from './platform/access.guard.js';
import { answerClientError } from './platform/client-error.js';
import { compressAnswers } from './platform/compression.js';
import { holdDryRuns } from './platform/dry-runs.js';
import { takeJson } from './platform/json-body.js';
import { limitRequests } from './platform/limit-requests.js';
import { Limits } from './platform/limits.js';
import { httpAddress } from './settings/origin.js';
import { refuseOtherMethods } from './platform/other-methods.js';
import { headersOfData, headersOfPages } from './platform/security-headers.js';
import { AppModule } from './app.module.js';
import { serveConsole } from './console.js';
import { createLogger, openEngine } from './engine.js';
import { openApiDocument, serveDocumentation } from './openapi.js';
import type { Config } from './settings/config.js';
import { serveLocally, type LocalServer } from './command-line/local-socket.js';
import { growHeapByNeed } from './platform/memory.js';
import type { ReloconRuntime } from './platform/runtime.js';
import { Tasks } from './platform/tasks.js';
import { openSignIn, type ReloconService, type SignInServices, type TellMail } from './sign-in/services.js';
import { usesFolder } from './stores.js';

export interface Service {
  app: NestFastifyApplication;
  runtime: ReloconService;
  document: OpenAPIObject;
  tasks: Tasks;
  /** http://127.0.0.1:3000 */
  url: string;
  /** Answers what is under way, then closes the stores. */
  stop(): Promise<void>;
}

/** Starts the whole service on a data folder. */
export async function startService(config: Config, options: { logger?: Logger; runtime?: ReloconRuntime; tellMail?: TellMail } = {}): Promise<Service> {
  growHeapByNeed();
  const logger = options.logger ?? createLogger(config);
  const engine = options.runtime ?? (await openEngine(config, { logger }));
  // Where no store lies in a folder, the command line goes to the stores themselves.
  let local: LocalServer | undefined;
  let url = '';
  let people: SignInServices | undefined;
  try {
    people = await openSignIn(engine, config, () => config.RELOCON_ORIGIN ?? url, options.tellMail && { tellMail: options.tellMail });
    const runtime: ReloconService = Object.assign(engine, { people });
    const app = await createApp(runtime, config, logger);
    const document = openApiDocument(app, runtime.features);
    await serveDocumentation(app, document);
    await serveConsole(app);
    await app.listen(config.PORT, config.HOST);
    url = urlOf(app, config);
    if (usesFolder(config)) local = await serveLocally(config, runtime, people.origin);
    const tasks = new Tasks(runtime);
    if (config.ROLE !== 'web') tasks.start();
    return { app, runtime, document, tasks, url, stop: () => stop(app, runtime, tasks, local, config) };
  } catch (error) {
    await local?.close();
    await people?.stop();
    await engine.close();
    throw error;
  }
}

/** The Nest application over a running engine, not listening yet. */
export async function createApp(runtime: ReloconRuntime, config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: config.RELOCON_BODY_LIMIT, routerOptions: { maxParamLength: 200 }, forceCloseConnections: 'idle', requestTimeout: 60_000, trustProxy: trustedHops(config.RELOCON_TRUST_PROXY), frameworkErrors: answerFrameworkError, clientErrorHandler: answerClientError } as object);
  const limits = new Limits(config, { guessed: (address, authorization) => runtime.keyGuesses.refused(authorization, address) });
  const controllers = (await Promise.all(runtime.features.map((feature) => feature.controllers(runtime.features)))).flat();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(runtime, config, logger, controllers, limits), adapter, { logger: nestLogger(logger), bodyParser: false, abortOnError: false });
  const fastify = adapter.getInstance();
  // Known from the start, so that every request has one shape.
  for (const name of ['actor', 'scopes', 'credential', 'counted']) fastify.decorateRequest(name, undefined);
  fastify.removeAllContentTypeParsers();
  takeJson(fastify as never);
  await compressAnswers(fastify as never);
  if (config.ROLE === 'worker') serveOperationsOnly(fastify as never);
  secure(fastify as never);
  limitRequests(fastify as never, limits, Object.assign({}, ...runtime.features.map(({ costs }) => costs)) as Feature['costs']);
  holdDryRuns(fastify as never, new AccessGuard(runtime, limits, config));
  refuseOtherMethods(fastify as never);
  observe(fastify as never, runtime, logger);
  return app;
}

/** What Nest itself has to say, in the form of all other log lines. */
function nestLogger(logger: Logger): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => logger.warn(String(message)),
    error: (message: unknown) => logger.error(String(message)),
  };
}

/** An address that cannot be read, or an id longer than any of ours, never reaches a route. */
function answerFrameworkError(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, invalid('The address of the request could not be read.'));
}

interface Hooks {
  addHook(name: 'onRequest' | 'onResponse', hook: (request: FastifyRequest, reply: FastifyReply, done: () => void) => void): void;
}

/** A worker answers those who watch it, nobody else. */
function serveOperationsOnly(fastify: Hooks): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (/^\/(health|ready|metrics)$/.test(request.routeOptions.url ?? '')) return done();
    sendProblem(reply, unknownRoute('This process is a worker; the API is served by those with ROLE=web or all.'));
  });
}

function secure(fastify: Hooks): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(/^\/api\/(v1|public)\//.test(request.url) ? headersOfData : headersOfPages);
    done();
  });
}

/** Times and logs every request by its route template, but for those of which nothing may be told: never its URL, body or values. */
function observe(fastify: Hooks, { metrics, features }: ReloconRuntime, logger: Logger): void {
  const untold = new Set(features.flatMap((feature) => feature.untold));
  const logs = logger.isLevelEnabled('debug');
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    if (untold.has(route)) return done();
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (logs) logger.debug({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
}

function urlOf(app: NestFastifyApplication, { HOST }: Config): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return httpAddress(HOST, port);
}

/** How long requests under way may take once the service stops. */
const STOP_GRACE_MS = 5_000;

async function stop(app: NestFastifyApplication, runtime: ReloconService, tasks: Tasks, local: LocalServer | undefined, { RELOCON_DRAIN_MS }: Config): Promise<void> {
  runtime.draining = true;
  // Each connection ends with its next answer, so that what comes after goes elsewhere.
  app.getHttpServer().prependListener('request', (_request: unknown, response: ServerResponse) => (response.shouldKeepAlive = false));
  await pause(RELOCON_DRAIN_MS);
  for (const stream of runtime.openStreams) stream.end();
  await local?.close();
  // Whoever does not fetch the rest of an answer is not waited for.
  const impatient = setTimeout(() => app.getHttpServer().closeAllConnections(), STOP_GRACE_MS);
  await app.close();
  clearTimeout(impatient);
  await tasks.stop();
  await runtime.people.stop();
  await runtime.close();
}

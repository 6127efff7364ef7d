/** A real service on a folder of its own, called through a client generated from its OpenAPI document; every response is checked against it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import createClient, { type Client as FetchClient } from 'openapi-fetch';
import { pino, type Logger } from 'pino';
import type { Feature } from '#event-sourcing';
import { readConfig, type Config } from '../api/settings/config.js';
import type { KeyRole } from '../api/credentials/api-keys.js';
import { openEngine } from '../api/engine.js';
import { startService, type Service } from '../api/service.js';
import type { paths } from '../console/api/openapi.js';
import { Mailbox } from './mailbox.js';
import { removeStores, storeSettings } from './test-stores.js';
import { withoutLimits } from './without-limits.js';

/** Of answers in several forms the client takes JSON. */
type Forms = 'application/json' | 'application/problem+json';

export type Client = FetchClient<paths, Forms>;

interface Operation {
  tags?: string[];
  'x-roles'?: string[];
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

interface Answer {
  content?: Record<string, { example?: { events?: { type: string }[] } }>;
}

/** Checks answers against the document: status, content type, body. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly templates: { pattern: RegExp; path: string }[];
  /** Operation ids that a test has seen answered with success. */
  readonly answered = new Set<string>();
  /** Operation id → types of the events it was seen to record. */
  readonly recorded = new Map<string, Set<string>>();

  constructor(readonly document: { paths: Record<string, Record<string, Operation & { operationId: string }>> }) {
    addFormats.default(this.ajv);
    this.ajv.addSchema(document as object, 'doc');
    this.templates = Object.keys(document.paths)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  }

  /** Operations under these tags that no test has seen succeed, and events in examples that nobody has seen recorded. */
  unseen(of: (tag: string) => boolean): { operations: string[]; records: string[] } {
    const all = Object.values(this.document.paths).flatMap((methods) => Object.values(methods)).filter(({ tags = [] }) => tags.some(of));
    const shown = all.flatMap(({ operationId, responses }) =>
      Object.values(responses as Record<string, Answer>).flatMap((answer) => (answer.content?.['application/json']?.example?.events ?? []).map(({ type }) => ({ operationId, type }))),
    );
    return {
      operations: all.map(({ operationId }) => operationId).filter((operation) => !this.answered.has(operation)),
      records: shown.filter(({ operationId, type }) => !this.recorded.get(operationId)?.has(type)).map(({ operationId, type }) => `${operationId}: ${type}`),
    };
  }

  async check(method: string, url: string, response: Response): Promise<void> {
    const path = new URL(url).pathname;
    const template = this.templates.find(({ pattern }) => pattern.test(path))?.path;
    const operation = template === undefined ? undefined : this.document.paths[template]?.[method.toLowerCase()];
    if (response.status >= 500 && response.status !== 503) throw new Error(`${method} ${path} answered ${response.status}: ${await response.clone().text()}`);
    if (!operation) {
      // What nobody offers still answers with a problem.
      if (path.startsWith('/api/v1') && ![400, 404, 401, 405, 429].includes(response.status)) throw new Error(`${method} ${path} is not in the document and answered ${response.status}`);
      return;
    }
    const where = `${method} ${template} ${response.status}`;
    const declared = operation.responses[response.status];
    if (!declared) throw new Error(`${where} is not declared: ${await response.clone().text()}`);
    if (response.status < 400) this.answered.add(operation.operationId);
    const type = (response.headers.get('content-type') ?? '').split(';')[0] as string;
    if ([204, 302, 303, 304].includes(response.status)) return;
    const schema = declared.content?.[type];
    if (!schema) throw new Error(`${where} answered ${type || 'no content type'}, the document says ${Object.keys(declared.content ?? {}).join()}`);
    if (!/[/+]json$/.test(type) || !schema.schema) return;
    const pointer = ['paths', template as string, method.toLowerCase(), 'responses', String(response.status), 'content', type, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = this.validators.get(pointer) ?? this.ajv.compile({ $ref: `doc#/${pointer}` });
    this.validators.set(pointer, validate);
    const body: unknown = await response.clone().json();
    for (const { type: recorded } of (body as { events?: { type: string }[] }).events ?? []) this.recorded.set(operation.operationId, (this.recorded.get(operation.operationId) ?? new Set()).add(recorded));
    if (!validate(body)) throw new Error(`${where} does not match the document: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 600)}`);
  }
}

export interface TestService {
  readonly url: string;
  readonly service: Service;
  readonly config: Config;
  readonly contract: Contract;
  /** An administrator's client. */
  readonly admin: Client;
  /** Mail that was written. */
  readonly mails: Mailbox;
  /** A client of a new key. */
  as(key: { role: KeyRole } | { memberId: string }): Promise<Client & { secret: string }>;
  /** A client that sends these headers. */
  with(headers: Record<string, string>): Client;
  /** A request as it is written here, checked against the document all the same. */
  raw(path: string, init?: RequestInit & { key?: string | null }): Promise<Response>;
  /** Stops and starts it on the same folder. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const silent = pino({ level: 'silent' });

/** A folder for one test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'relocon-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function testConfig(folder: string, more: Partial<Config> = {}): Config {
  return { ...readConfig(withoutLimits), RELOCON_DATA: folder, ...storeSettings(folder), PORT: 0, LOG_LEVEL: 'silent', ...more };
}

export async function startTestService({ folder: given, config: more, features, clock, logger = silent }: { folder?: string; config?: Partial<Config>; features?: readonly Feature[]; clock?(): string; logger?: Logger } = {}): Promise<TestService> {
  const folder = given === undefined ? temporaryFolder() : { path: given, remove: () => undefined };
  const config = testConfig(folder.path, more);
  const mails = new Mailbox();
  const start = async () => startService(config, { logger, tellMail: (mail) => mails.take(mail), runtime: await openEngine(config, { logger, ...(features && { features }), ...(clock && { clock }) }) });
  const now = clock ?? (() => new Date().toISOString());
  let service = await start();
  const contract = new Contract(JSON.parse(JSON.stringify(service.document)));
  const { secret: adminSecret } = await service.runtime.apiKeys.create({ name: 'test', role: 'admin' }, now());

  const clientWith = (headers: Record<string, string>): Client => {
    const client = createClient<paths, Forms>({
      baseUrl: 'http://relocon.test',
      headers,
      // The port changes with a restart.
      fetch: (request) => fetch(new Request(request.url.replace('http://relocon.test', service.url), request)),
    });
    client.use({
      async onResponse({ request, response }) {
        await contract.check(request.method, request.url, response);
        return undefined;
      },
    });
    return client;
  };
  const clientOf = (secret: string): Client & { secret: string } => Object.assign(clientWith({ authorization: `Bearer ${secret}` }), { secret });

  return {
    get url() {
      return service.url;
    },
    get service() {
      return service;
    },
    config,
    contract,
    mails,
    admin: clientOf(adminSecret),
    with: clientWith,
    async as(key) {
      const { secret } = await service.runtime.apiKeys.create({ name: 'test', ...key }, now());
      return clientOf(secret);
    },
    async raw(path, { key = adminSecret, ...init } = {}) {
      const response = await fetch(service.url + path, { ...init, headers: { ...(key && { authorization: `Bearer ${key}` }), ...(init.headers as Record<string, string>) } });
      await contract.check(init.method ?? 'GET', service.url + path, response);
      return response;
    },
    async restart() {
      await service.stop();
      service = await start();
    },
    async stop() {
      await service.stop();
      if (given === undefined) await removeStores(folder.path);
      folder.remove();
    },
  };
}

/** The JSON of a 200 or 201: neither a stream nor "not seen yet". */
type Json<T> = Exclude<T, string | { status: 'not-seen-yet' }>;

/** The body of a success. @throws with the problem otherwise. */
export async function ok<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Json<T>> {
  const { data, error, response } = await answer;
  if (data === undefined || (data as { status?: string }).status === 'not-seen-yet') throw new Error(`answered ${response.status}: ${JSON.stringify(error)}`);
  return data as Json<T>;
}

/** Status and short type of a problem, such as `409 already-a-member`. */
export async function problem(answer: Promise<{ error?: unknown; response: Response }>): Promise<string> {
  const { error, response } = await answer;
  const { type = 'success', status } = (error ?? { status: response.status }) as { type?: string; status?: number };
  if (status !== response.status) throw new Error(`the problem says ${status}, the status is ${response.status}`);
  return `${response.status} ${type.replace('urn:relocon:problem:', '')}`;
}

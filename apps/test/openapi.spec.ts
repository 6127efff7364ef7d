/** The OpenAPI document itself: its form, its rules, its examples. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { startTestService, temporaryFolder, type TestService } from './api.js';

type Schema = Record<string, unknown>;
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: { name: string; in: string; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema; example?: unknown; examples?: Record<string, { value: { type: string } }> }> }>;
}

let api: TestService;
let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> }; tags: { name: string; description: string }[]; servers: { url: string }[] };
let operations: { where: string; method: string; path: string; operation: Operation }[];
beforeAll(async () => {
  api = await startTestService();
  document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as typeof document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ where: `${method} ${path}`, method, path, operation })));
});
afterAll(() => api.stop());

it('is OpenAPI 3.1 and breaks none of Redocly’s recommended rules', () => {
  expect(document.openapi).toBe('3.1.0');
  const folder = temporaryFolder();
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const cli = createRequire(__filename).resolve('@redocly/cli/bin/cli.js');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'lint', file, '--extends=recommended', '--format=json'], { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } });
  folder.remove();
  const report = JSON.parse(stdout || `{"stderr":${JSON.stringify(stderr)}}`) as { totals: { errors: number; warnings: number }; problems: { ruleId: string; message: string; severity: string }[] };
  expect(report.problems.filter((found) => found.severity === 'error').map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  expect(report.totals.errors).toBe(0);
}, 60_000);

it('names, sums up, describes and tags every operation, each with an id of its own', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { where, operation } of operations) {
    expect([where, operation.operationId]).toEqual([where, expect.stringMatching(/^[a-z]+[A-Za-z]*$/)]);
    expect([where, operation.summary]).toEqual([where, expect.stringMatching(/^[A-Z].{5,}[^.]$/)]);
    expect([where, operation.tags]).toEqual([where, [expect.any(String)]]);
    for (const parameter of operation.parameters ?? []) expect([where, parameter.name, parameter.description]).toEqual([where, parameter.name, expect.any(String)]);
  }
});

it('says of every tag, once, what it is for', () => {
  const used = new Set(operations.flatMap(({ operation }) => operation.tags));
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
  for (const { name, description } of document.tags) expect([name, description]).toEqual([name, expect.stringMatching(/^[A-Z].{8,}\.$/)]);
});

it('declares every refusal it can answer, with its stable type', () => {
  for (const { where, path, operation } of operations.filter((each) => each.path.startsWith('/api/v1'))) {
    for (const status of ['400', '401', '403', '429', '503']) expect([where, Object.keys(operation.responses)]).toEqual([where, expect.arrayContaining([status])]);
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue;
      const examples = Object.entries(response.content?.['application/problem+json']?.examples ?? {});
      expect([where, status, examples.length > 0]).toEqual([where, status, true]);
      for (const [name, { value }] of examples) expect(value.type).toBe(`urn:relocon:problem:${name}`);
    }
    expect(path).toMatch(/^\/api\/v1\/[a-z-]+(\/\{[a-z]+\})?(\/[a-z-]+)*(\/\{(name|id)\}(\/[a-z]+)?)?$/);
  }
});

it('bounds every string and array a caller can send', () => {
  const unbounded: string[] = [];
  const walk = (schema: Schema | undefined, where: string, seen: Set<string>): void => {
    if (!schema || typeof schema !== 'object') return;
    const ref = schema.$ref as string | undefined;
    if (ref) {
      if (seen.has(ref)) return;
      return walk(document.components.schemas[ref.split('/').at(-1) as string], `${where} → ${ref.split('/').at(-1)}`, new Set([...seen, ref]));
    }
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    if (types.includes('string') && !schema.enum && schema.const === undefined && schema.maxLength === undefined && !['uuid', 'date', 'date-time'].includes(schema.format as string)) unbounded.push(`${where}: string`);
    if (types.includes('array') && schema.maxItems === undefined) unbounded.push(`${where}: array`);
    if ((types.includes('number') || types.includes('integer')) && schema.maximum === undefined) unbounded.push(`${where}: ${String(schema.type)}`);
    for (const [name, part] of Object.entries((schema.properties as Record<string, Schema>) ?? {})) walk(part, `${where}.${name}`, seen);
    for (const key of ['anyOf', 'oneOf', 'allOf']) for (const part of (schema[key] as Schema[]) ?? []) walk(part, where, seen);
    walk(schema.items as Schema, `${where}[]`, seen);
  };
  for (const { where, operation } of operations) {
    for (const parameter of operation.parameters ?? []) walk(parameter.schema, `${where} ${parameter.name}`, new Set());
    for (const content of Object.values(operation.requestBody?.content ?? {})) walk(content.schema, `${where} body`, new Set());
  }
  expect(unbounded).toEqual([]);
});

it('refuses unknown fields in every body', () => {
  for (const { where, operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (!schema) continue;
    const resolved = schema.$ref ? document.components.schemas[(schema.$ref as string).split('/').at(-1) as string] : schema;
    expect([where, resolved?.additionalProperties]).toEqual([where, false]);
  }
});

it('gives examples from the domain that its own schemas accept', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document as object, 'doc');
  const pointer = (...parts: string[]) => `doc#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const check = (ref: string, value: unknown, where: string) => {
    const validate = ajv.compile({ $ref: ref });
    validate(value);
    expect([where, ajv.errorsText(validate.errors)]).toEqual([where, 'No errors']);
  };
  let requests = 0;
  for (const { where, method, path, operation } of operations) {
    for (const [type, { examples }] of Object.entries(operation.requestBody?.content ?? {})) {
      expect([where, Object.keys(examples ?? {}).length > 0]).toEqual([where, true]);
      for (const { value } of Object.values(examples ?? {})) {
        check(pointer('paths', path, method, 'requestBody', 'content', type, 'schema'), value, `${where} request`);
        requests++;
      }
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      for (const [type, { example }] of Object.entries(response.content ?? {})) {
        if (example !== undefined) check(pointer('paths', path, method, 'responses', status, 'content', type, 'schema'), example, `${where} ${status}`);
      }
    }
  }
  expect(requests).toBeGreaterThan(25);
});

it('is shown by a page that loads nothing from another host', async () => {
  const page = await fetch(`${api.url}/api/docs`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await page.text();
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).toMatch(/^\/api\/docs\//);
    const asset = await fetch(api.url + link);
    await asset.arrayBuffer();
    expect(asset.status).toBe(200);
  }
  expect(html).not.toMatch(/https?:\/\//);
});

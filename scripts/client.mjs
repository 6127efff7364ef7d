/**
 * What the console and the tests know of the built service: from its OpenAPI document the types of its operations, and for each operation its
 * method, path, and whom it is for; the stored names of its events. The files are checked in; with `CI=true` a difference is a failure.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildIfNeeded } from './build.mjs';

const at = (path) => fileURLToPath(new URL(`../apps/console/api/${path}`, import.meta.url));

buildIfNeeded();
const { describeApi } = await import('../dist/apps/api/describe.js');
const { features } = await import('../dist/apps/api/features.js');
const document = JSON.parse(JSON.stringify(await describeApi()));

// Problems are one type, which the answer 400 stands for; what headers and words say is not looked for in types.
const { description: _, ...rest } = document;
const types = JSON.parse(JSON.stringify(rest), (key, value) => {
  if (['description', 'summary', 'examples', 'example', 'headers'].includes(key) && (typeof value === 'string' || key.startsWith('example') || isHeaders(value))) return undefined;
  if (key === 'responses') return Object.fromEntries(Object.entries(value).filter(([status]) => status <= '400'));
  return value;
});
for (const response of Object.values(types.paths).flatMap((methods) => Object.values(methods)).flatMap(({ responses }) => Object.values(responses))) response.description = '';

function isHeaders(value) {
  return typeof value === 'object' && value !== null && Object.values(value).every((header) => header?.schema);
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [operation.operationId, { method, path, roles: operation['x-roles'] ?? ['everybody'] }]),
);

// In the order of the alphabet: that in which modules happen to load is another each time.
const files = {
  'openapi.d.ts': `// Generated from the OpenAPI document by scripts/client.mjs.\n${astToString(await openapiTS(types, { defaultNonNullable: false, alphabetize: true }))}`,
  'operations.ts': `// Generated from the OpenAPI document by scripts/client.mjs.
export const OPERATIONS = {
${operations.map(([id, { method, path, roles }]) => `  ${id}: { method: '${method}', path: '${path}', roles: [${roles.map((role) => `'${role}'`).join(', ')}] },`).join('\n')}
} as const;
`,
  'event-types.ts': `// Generated from the slices by scripts/client.mjs.
export const EVENT_TYPES = [
${features.flatMap(({ events }) => events).map(({ type }) => `  '${type}',`).join('\n')}
] as const;
`,
};

let differs = false;
for (const [name, text] of Object.entries(files)) {
  if (existsSync(at(name)) && readFileSync(at(name), 'utf8') === text) continue;
  differs = true;
  writeFileSync(at(name), text);
}
if (differs && process.env.CI === 'true') {
  process.stderr.write('apps/console/api does not say what the API offers: run `npm run typecheck` and commit what it writes there.\n');
  process.exit(1);
}

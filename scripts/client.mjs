/** Types of the API's clients, from the OpenAPI document of the built service, for the tests to call through: apps/test/client.d.ts. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildIfNeeded } from './build.mjs';

const file = fileURLToPath(new URL('../apps/test/client.d.ts', import.meta.url));

buildIfNeeded();
const { describeApi } = await import('../dist/apps/api/describe.js');
const types = await openapiTS(JSON.parse(JSON.stringify(await describeApi())), { defaultNonNullable: false });
writeFileSync(file, astToString(types));

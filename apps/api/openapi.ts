/** The OpenAPI 3.1 document, and the page that shows it without loading anything from another host. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Feature } from '#event-sourcing';
import { components } from '#event-sourcing-nest';

const DESCRIPTION = `Records and reads the history of social learning in business networking groups.

Commands are facts: \`POST /things/{id}/verb\`, each answering with the events it recorded and their log \`position\`; send that as \`Relocon-After\` to read your own writes. Editable fields are \`PATCH\` with merge patch under \`If-Match\`. Every command that is a \`POST\` takes an \`Idempotency-Key\`. Each operation names in \`x-roles\` whom it is for, and in \`x-scope\` what a key needs. Single documents and timelines take \`asOf\`, \`knownAt\` and \`position\`. Errors are RFC 9457 problem documents with a stable \`type\`. \`RateLimit\` and \`RateLimit-Policy\` tell what is left of the limit that is nearest; past it the answer is 429 with \`Retry-After\`.`;

/** What no slice adds. */
const TAGS: Record<string, string> = {
  'Signing in': 'Sessions of people, and what they do with their own account. The session is a cookie: programs send an API key instead.',
  Keys: 'What programs prove themselves with.',
  Calendars: 'Meetings in people’s own calendar programs.',
  Events: 'The log itself.',
  Operations: 'How the service does.',
};

/** By the features of a service: it takes a third of a second, and services of one process are mostly of the same. */
const known = new WeakMap<readonly Feature[], OpenAPIObject>();

export function openApiDocument(app: NestFastifyApplication, features: readonly Feature[]): OpenAPIObject {
  const document = known.get(features) ?? describe(app, features);
  known.set(features, document);
  return document;
}

function describe(app: NestFastifyApplication, features: readonly Feature[]): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Relocon')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/', 'This service')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, made with `relocon keys create`.' }, 'key')
    .addCookieAuth('__Host-relocon', { type: 'apiKey', in: 'cookie', description: 'Of somebody who signed in.' }, 'session');
  for (const [tag, description] of [...features.flatMap(({ tags }) => Object.entries(tags)), ...Object.entries(TAGS)]) builder.addTag(tag, description);
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (_controller, method) => method });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...components } as never };
  return document;
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Relocon API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/page.css">
<link rel="icon" href="/api/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

/** What the library leaves to its user: phones, where its tables become blocks, and the reader's choice of dark. */
const STYLE = `@media (max-width: 640px) {
  .swagger-ui table, .swagger-ui tbody, .swagger-ui tr, .swagger-ui td { display: block; width: auto; }
  .swagger-ui thead, .swagger-ui .response-col_links { display: none; }
  .swagger-ui table.headers td { padding: 2px 0; }
  .swagger-ui .response-col_description, .swagger-ui .parameters-col_description { width: auto; }
  .swagger-ui .parameters-col_name, .swagger-ui .response-col_status { padding-bottom: 0; font-weight: bold; }
  .swagger-ui .opblock .opblock-section-header { flex-wrap: wrap; }
  .swagger-ui .opblock-tag { flex-wrap: wrap; }
  .swagger-ui .opblock-tag small { flex-basis: 100%; order: 1; padding: 4px 0 0; }
  .swagger-ui select { width: 100%; max-width: 100%; }
  .swagger-ui .parameters-col_description input { max-width: 100%; }
  .swagger-ui .highlight-code, .swagger-ui .microlight { overflow-x: auto; white-space: pre; word-break: normal; }
  .swagger-ui .response-controls, .swagger-ui .response-control-media-type, .swagger-ui .response-control-examples { display: block; }
}
html.dark-mode { background: #1c2022; }
html.dark-mode .swagger-ui .examples-select__section-label { color: #e4e6e6; }
body { margin: 0; }
html.dark-mode .swagger-ui table.headers td { color: #e4e6e6; }
`;

const START = `const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: 'none', tryItOutEnabled: false, persistAuthorization: false });
`;

/** Serves `/api/openapi.json` and `/api/docs`. */
export async function serveDocumentation(app: NestFastifyApplication, document: OpenAPIObject): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const json = JSON.stringify(document);
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await fastify.register(fastifyStatic as never, { root: assets, prefix: '/api/docs/assets/', decorateReply: false, index: false } as never);
  fastify.get('/api/openapi.json', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(json));
  for (const path of ['/api/docs', '/api/docs/']) fastify.get(path, (_request, reply) => reply.header('content-type', 'text/html; charset=utf-8').send(PAGE));
  fastify.get('/api/docs/page.css', (_request, reply) => reply.header('content-type', 'text/css; charset=utf-8').send(STYLE));
  fastify.get('/api/docs/start.js', (_request, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(START));
}

/** A route's part of the OpenAPI document. */
import { ApiBearerAuth, ApiBody, ApiCookieAuth, ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { busy, forbidden, notAPosition, positionOfAnotherLog, rowInWords, stale, type RefusalKind, type Row, type ViewDefinition, type ViewDocument } from '#event-sourcing';
import { givenTo, type CommandRoute } from './command-route.js';
import { MEDIA_TYPES } from './exports.js';
import { keyReused, stillRunning } from './idempotency.js';
import { component, jsonSchema, without, type JsonSchema } from './json-schema.js';
import { listParameters } from './list-query.js';
import { momentQuery } from './moment.js';
import {
  badCursor,
  invalid,
  noTimeTravel,
  notJson,
  preconditionRequired,
  PROBLEM_BASE,
  reauthenticationNeeded,
  tooLarge,
  tooManyRequests,
  unauthenticated,
  unavailable,
  unsupportedMedia,
  unsupportedQuery,
  viewBuilding,
} from './problems.js';
import type { ReadRoutes } from './read-route.js';
import { notFound } from './reader.js';

export const EXAMPLE_ID = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
export const EXAMPLE_POSITION = 'k3v9q2xa-0000000002s';

const problem = component('Problem', {
  type: 'object',
  description: 'RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', maxLength: 200, description: 'Stable name of the refusal, as a URI.' },
    title: { type: 'string', maxLength: 200 },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'A sentence for a person.' },
    errors: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body; `#` marks a parameter or header.' },
          detail: { type: 'string' },
        },
        additionalProperties: false,
      },
    },
  },
});

const position = component('Position', { type: 'string', pattern: '^[0-9a-z]{8}-[0-9a-z]{11}$', maxLength: 20, description: 'Opaque place in the log; comparable as text.', examples: [EXAMPLE_POSITION] });
const id = { type: 'string', format: 'uuid' };

const outcome = component('Outcome', {
  type: 'object',
  description: 'What a command recorded. No events: it changed nothing.',
  required: ['id', 'position', 'events'],
  properties: {
    id: { type: 'string', maxLength: 100 },
    position,
    events: { type: 'array', maxItems: 1000, items: { type: 'object', required: ['id', 'type'], properties: { id, type: { type: 'string', maxLength: 100 } }, additionalProperties: false } },
    results: {
      type: 'array',
      maxItems: 1000,
      description: 'Of a bulk command, by index; of one that others follow, what became of each.',
      items: {
        type: 'object',
        required: ['index', 'outcome'],
        properties: { index: { type: 'integer', minimum: 0 }, id: { ...id, description: 'What it is about, where the request does not name it.' }, outcome: { enum: ['recorded', 'unchanged', 'refused'] }, problem },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
});

const notSeenYet = component('NotSeenYet', {
  type: 'object',
  description: 'The position in Relocon-After has not reached this view yet; try again.',
  required: ['id', 'status'],
  properties: { id: { type: 'string', maxLength: 100 }, status: { const: 'not-seen-yet' } },
  additionalProperties: false,
});

const always: RefusalKind[] = [unauthenticated, forbidden, tooManyRequests, unavailable];

/** What comes with the refusals of a status. */
const headersOf: Record<number, object> = {
  [tooManyRequests.status]: {
    'Retry-After': { description: 'Seconds until it will be answered; absent where too many streams are open.', schema: { type: 'integer' } },
    'RateLimit-Policy': { description: 'The limit that was reached: `q` units in `w` seconds.', schema: { type: 'string' }, example: '"key";q=6000;w=60' },
    RateLimit: { description: 'What is left of it (`r`), and in how many seconds all of it is back (`t`).', schema: { type: 'string' }, example: '"key";r=0;t=60' },
  },
};

export function tagController(controller: object, tag: string): void {
  ApiTags(tag)(controller as never);
  ApiBearerAuth('key')(controller as never);
  ApiCookieAuth('session')(controller as never);
}

/** Who may, and the scope a key needs: what a route says of itself to the guard and to the document. */
export interface RouteAccess {
  row: Row;
  scope: string;
  /** Whether people are asked for their password again where they did not give it lately. */
  sensitive?: boolean;
  /** Also while signing in is not finished: before the second factor, or before one is set up. */
  early?: boolean;
}

const ACCESS = 'relocon:access';

/** Says who may use a route; `scope` is such as `members:read`. */
export function For(row: Row, scope: string, { sensitive = false, early = false }: { sensitive?: boolean; early?: boolean } = {}): MethodDecorator {
  return applyAll([
    ApiExtension('x-roles', [...row]),
    ApiExtension('x-scope', scope),
    (_target, _name, descriptor) => Reflect.defineMetadata(ACCESS, { row, scope, sensitive, early } satisfies RouteAccess, descriptor.value as object),
  ]);
}

/** A route that answers without a credential. */
export function ForEverybody(): MethodDecorator {
  return applyAll([ApiExtension('x-roles', ['everybody']), (_target, _name, descriptor) => Reflect.defineMetadata(ACCESS, 'everybody', descriptor.value as object)]);
}

/** What a handler says of itself; undefined where it said nothing, and nobody may use it. */
export function accessOf(handler: object): RouteAccess | 'everybody' | undefined {
  return Reflect.getMetadata(ACCESS, handler) as RouteAccess | 'everybody' | undefined;
}

/** Everybody whom one of these rows admits. */
export function everyRelation(rows: readonly Row[]): Row {
  return [...new Set(rows.flat())];
}

/** One response per status, naming every problem type that can come with it. */
export function refusals(...kinds: readonly RefusalKind[]): MethodDecorator[] {
  const byStatus = new Map<number, Map<string, RefusalKind>>();
  for (const kind of [...always, ...kinds]) byStatus.set(kind.status, (byStatus.get(kind.status) ?? new Map()).set(kind.type, kind));
  return [...byStatus].map(([status, found]) => {
    const list = [...found.values()];
    const [first] = list as [RefusalKind];
    return ApiResponse({
      status,
      description: list.map((kind) => `\`${kind.type}\`: ${kind.title}.`).join(' '),
      ...(headersOf[status] && { headers: headersOf[status] }),
      content: {
        'application/problem+json': {
          schema: problem,
          examples: Object.fromEntries(list.map((kind) => [kind.type, { value: { type: PROBLEM_BASE + kind.type, title: kind.title, status, detail: `${first === kind ? kind.title : kind.title}.` } }])),
        },
      },
    } as never);
  });
}

/** `refusals` of a method written by hand. */
export function Refuses(...kinds: readonly RefusalKind[]): MethodDecorator {
  return applyAll(refusals(...kinds));
}

/** `queryParameters` of a method written by hand. */
export function TakesQuery(parameters: z.ZodObject): MethodDecorator {
  return applyAll(queryParameters(parameters));
}

function applyAll(decorators: readonly MethodDecorator[]): MethodDecorator {
  return (target, name, descriptor) => decorators.forEach((decorate) => decorate(target, name, descriptor));
}

export function documentCommand(route: CommandRoute, slice: string): MethodDecorator[] {
  const { command, records, row = command.policy.allow } = route;
  if (!command.decider.events.some(({ type }) => type === records)) throw new Error(`${command.name} cannot record ${records}`);
  const hidden = [route.idField, route.addressField, command.mints, ...Object.keys(route.fixed ?? {})].filter((field) => field !== undefined);
  const schema = without(jsonSchema(givenTo(route)), hidden);
  const body = Object.keys(schema.properties ?? {}).length > 0 && component(pascal(command.name), schema);
  const edits = route.verb === 'edit';
  return [
    ApiOperation({ operationId: command.name, summary: route.summary, description: `${route.description ?? `${route.summary}.`} For ${rowInWords(row)}.` }),
    For(row, route.scope ?? `${slice}:write`, { sensitive: route.sensitive ?? false }),
    ...(route.verb === 'create' ? [] : [pathId()]),
    ...(body ? [ApiBody({ required: Object.keys(route.example).length > 0, schema: body as never, examples: { typical: { summary: route.summary, value: route.example } } })] : []),
    edits
      ? ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read.', schema: { type: 'string', maxLength: 100 }, example: '"3.Vb1kT0y2m9wQzL4c"' })
      : ApiHeader({ name: 'Idempotency-Key', required: false, description: 'A retry with the same key gets the first answer.', schema: { type: 'string', minLength: 1, maxLength: 255 }, example: `${command.name}-2026-03-01-1` }),
    ApiResponse({
      status: route.verb === 'create' ? 201 : 200,
      description: 'Recorded, or nothing to change.',
      headers: {
        ETag: { description: 'Revision of what can be edited, for If-Match.', schema: { type: 'string' } },
        ...(route.verb === 'create' && { Location: { description: 'Where to read it.', schema: { type: 'string' } } }),
      },
      content: {
        'application/json': {
          schema: outcome,
          example: { id: EXAMPLE_ID, position: EXAMPLE_POSITION, events: [{ id: EXAMPLE_ID, type: records }] },
        },
      },
    } as never),
    ...refusals(
      invalid,
      notJson,
      unsupportedMedia,
      tooLarge,
      busy,
      ...(edits ? [stale, preconditionRequired] : [keyReused, stillRunning]),
      ...(route.sensitive ? [reauthenticationNeeded] : []),
      ...command.refusals,
    ),
  ];
}

export function pathId(): MethodDecorator {
  return ApiParam({ name: 'id', description: 'Our id of the thing.', schema: { type: 'string', minLength: 1, maxLength: 100 }, example: EXAMPLE_ID } as never);
}

export function queryParameters(parameters: z.ZodObject): MethodDecorator[] {
  const schema = jsonSchema(parameters) as { properties: Record<string, JsonSchema> };
  const required = new Set((schema as { required?: string[] }).required ?? []);
  return Object.entries(schema.properties).map(([name, { description, ...rest }]) =>
    ApiQuery({ name, required: required.has(name) && !('default' in rest), description: description as string, schema: rest as never }),
  );
}

export function relo(view: 'list' | 'single'): MethodDecorator {
  return ApiHeader({
    name: 'Relocon-After',
    required: false,
    description: view === 'list' ? 'Wait until the list has seen this position.' : 'Wait until the document has seen this position; 202 if it takes too long.',
    schema: { type: 'string', maxLength: 64 },
    example: EXAMPLE_POSITION,
  });
}

const IN_ONE_PIECE = 'As CSV or NDJSON (`Accept`) everything that matches comes in one piece';
const FORMS =
  'NDJSON ends with a line that counts the others and is no item. In CSV a field within a field is a column of its own, as in `charter.purpose`, texts in a list are joined by `; `, other lists are JSON, and what a spreadsheet would take for a formula has an apostrophe before it. A connection that is cut means that this is not all: it is cut after five minutes, and where what you may read changes.';
const REASONS = 'whoever signed in says why and is asked for the password again, a key needs the scope events:export';

/** What every list has in common as an export, by whose it may be. */
export const AS_EXPORT = {
  others: `${IN_ONE_PIECE}. That is an export: ${REASONS}. ${FORMS}`,
  ownOrOthers: `${IN_ONE_PIECE}. What is of others too is an export: ${REASONS}. For your own nobody asks why. ${FORMS}`,
  own: `${IN_ONE_PIECE}; a key needs the scope events:export. ${FORMS}`,
  everybodys: `${IN_ONE_PIECE}. ${FORMS}`,
};
const AT_ONE_POSITION = 'An export is of one state, at the position in `Relocon-Seen`.';

/** The answers of a list: what it says as JSON, and everything as CSV and NDJSON. */
export function listAnswer(description: string, json: { schema: object; example: unknown }, { singular = 'item', headers }: { singular?: string; headers?: object } = {}): MethodDecorator {
  return ApiResponse({
    status: 200,
    description,
    headers: { ...headers, 'Content-Disposition': { description: 'Of an export: what the file is called.', schema: { type: 'string' } } },
    content: {
      'application/json': json,
      [MEDIA_TYPES.csv]: { schema: { type: 'string', description: `A line with the names of the columns, then one for each ${singular}.` } },
      [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: `A line for each ${singular}, as in \`items\`, then \`{"count":n}\`.` } },
    },
  } as never);
}

/** Where a list was at one position of the log. */
export const seenHeader = { 'Relocon-Seen': { description: 'Position this list has seen.', schema: { type: 'string' } } };

export function documentList<D extends ViewDocument>(path: string, reads: ReadRoutes<D>, slice: string): MethodDecorator[] {
  const view = reads.view as unknown as ViewDefinition;
  const item = component(pascal(reads.singular), jsonSchema(reads.schema, 'output'));
  return [
    ApiOperation({ operationId: `list${pascal(path)}`, summary: `List ${reads.plural}`, description: `Pages of ${reads.plural}, as they are today: those you may see. Follow \`next\` (or the Link header) until it is null. ${AS_EXPORT.others} ${AT_ONE_POSITION}` }),
    For(everyRelation(Object.values(reads.policy.read)), `${slice}:read`),
    ...queryParameters(listParameters(view, reads.externalKind)),
    relo('list'),
    listAnswer(
      `A page of ${reads.plural}.`,
      {
        schema: {
          type: 'object',
          required: ['items', 'next'],
          properties: { items: { type: 'array', maxItems: 100, items: item }, next: { type: ['string', 'null'] }, total: { type: 'integer', minimum: 0 } },
          additionalProperties: false,
        },
        example: { items: [reads.example], next: null },
      },
      { singular: reads.singular, headers: { Link: { description: 'The next page.', schema: { type: 'string' } }, ...seenHeader } },
    ),
    ...refusals(invalid, badCursor, unsupportedQuery, noTimeTravel, notAPosition, positionOfAnotherLog, viewBuilding, reauthenticationNeeded),
  ];
}

export function documentSingle<D extends ViewDocument>(reads: ReadRoutes<D>, slice: string): MethodDecorator[] {
  const item = component(pascal(reads.singular), jsonSchema(reads.schema, 'output'));
  const travels = reads.view.tag !== undefined;
  return [
    ApiOperation({
      operationId: `read${pascal(reads.singular)}`,
      summary: `Read one ${reads.singular}`,
      description: travels ? `As it is, or as it was (\`asOf\`), as we knew it (\`knownAt\`), both, or at a log position.` : 'As it is.',
    }),
    For(everyRelation(Object.values(reads.policy.read)), `${slice}:read`),
    pathId(),
    ...(travels ? queryParameters(z.strictObject(momentQuery)) : []),
    relo('single'),
    ...(reads.view.edits.length > 0 ? [ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag of what you have.', schema: { type: 'string', maxLength: 100 } })] : []),
    ApiResponse({
      status: 200,
      description: `The ${reads.singular}.`,
      headers: {
        ETag: { description: 'Absent in time-travel reads.', schema: { type: 'string' } },
        'Relocon-As-Of': { description: 'The exclusive end of occurrence used.', schema: { type: 'string' } },
        'Relocon-Known-At': { description: 'The exclusive end of recording used.', schema: { type: 'string' } },
      },
      content: { 'application/json': { schema: item, example: reads.example } },
    } as never),
    ApiResponse({ status: 202, description: 'Not seen yet.', content: { 'application/json': { schema: notSeenYet } } } as never),
    ...(reads.view.edits.length > 0 ? [ApiResponse({ status: 304, description: 'What you have is current.' })] : []),
    ...refusals(invalid, ...(travels ? [] : [noTimeTravel]), notAPosition, notFound, positionOfAnotherLog, viewBuilding),
  ];
}

export function pascal(text: string): string {
  return text.split(/[^A-Za-z0-9]+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

/** Declares routes that are neither a command of a decider nor documents of a view, in the same terms: a table makes the Nest controller. */
import { Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatPosition, notAPosition, positionOfAnotherLog, type RefusalKind } from '#event-sourcing';
import { csvFormOf, type CsvForm } from './csv-columns.js';
import { AS_EXPORT, For, ForEverybody, listAnswer, pathId, pascal, queryParameters, refusals, relo, seenHeader, tagController, type RouteAccess } from './documentation.js';
import { sendItems } from './export-route.js';
import { exportFormatOf, EXPORTS, MEDIA_TYPES, type ExportFormat, type Exports } from './exports.js';
import { afterOwnWrite, must, mustParse, readerOf, sendJson } from './http.js';
import { component, jsonSchema } from './json-schema.js';
import { refuseOtherForm, whyTaken } from './list-query.js';
import { invalid, notJson, reauthenticationNeeded, tooLarge, unsupportedMedia, viewBuilding } from './problems.js';
import type { Reader } from './reader.js';
import { addMethod, type ControllerClass } from './resource.js';
import { RUNTIME, type Runtime } from './runtime.js';

export interface ActionContext<R, B, Q> {
  runtime: R;
  request: FastifyRequest;
  reply: FastifyReply;
  body: B;
  query: Q;
  /** The `{id}` of the path. */
  id: string;
  /** Of a list: whether it is taken away, which is recorded by itself. */
  asExport: boolean;
}

export interface Action<R extends Runtime, B = unknown, Q = unknown> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the path of the controller, `:id` included. */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  /** Whom it is for; `everybody`: it asks for no credential. */
  access: RouteAccess | 'everybody';
  /** Views it looks into: they have seen the write that `Relocon-After` names. */
  reads?: readonly string[];
  body?: z.ZodType<B>;
  /** A body as somebody would send it. */
  example?: Record<string, unknown>;
  query?: z.ZodType<Q> & z.ZodObject;
  /** Without it, 204 and nothing. A GET that answers `items` is a list, and gives them as CSV and NDJSON too, as long as there is a `next`. */
  answer?: { status?: number; name: string; schema: z.ZodType; example: unknown };
  /** Instead of `answer`: NDJSON, which `run` sends itself. Says what its lines are. */
  lines?: string;
  /** Answers that are no JSON of ours, such as a redirection. */
  otherAnswers?: readonly { status: number; description: string }[];
  refusals?: readonly RefusalKind[];
  /** Of a list: whether what somebody gets is their own, or nobody's, so that nobody asks why they take it away. @param id as in the path. */
  own?: true | ((reader: Reader, id: string) => boolean);
  /** Answers the body; undefined where it has answered itself, or where there is none. */
  run(context: ActionContext<R, B, Q>): Promise<unknown>;
}

/** Helps TypeScript to tell what body and query a table's row takes: `const action = actionOf<MyRuntime>()`. */
export function actionOf<R extends Runtime>(): <B = undefined, Q = object>(row: Action<R, B, Q>) => Action<R> {
  return (row) => row as unknown as Action<R>;
}

/** Makes the Nest controller of a table of routes. */
export function defineActions<R extends Runtime>({ path, tag, actions }: { path: string; tag: string; actions: readonly Action<R>[] }): ControllerClass {
  class ActionsController {
    declare readonly exports: Exports;
    constructor(readonly runtime: R) {}
  }
  Object.defineProperty(ActionsController, 'name', { value: `${pascal(path)}Controller` });
  Inject(RUNTIME)(ActionsController, undefined, 0);
  Inject(EXPORTS)(ActionsController.prototype, 'exports');
  Controller(`api/v1/${path}`)(ActionsController);
  tagController(ActionsController, tag);
  for (const each of actions as readonly Action<Runtime>[]) {
    const list = listOf(path, each);
    const row = list && each.own !== true ? { ...each, query: (each.query ?? NO_QUERY).extend({ reason: whyTaken }) } : each;
    addMethod<Given>(ActionsController, each.operationId, decoratorsOf(row, list), function (request, reply) {
      return handle(this, row, list, request, reply);
    });
  }
  return ActionsController as unknown as ControllerClass;
}

interface Given {
  runtime: Runtime;
  exports: Exports;
}

/** What a row is as a list. */
interface List {
  /** As exports of it are recorded. */
  name: string;
  csv: CsvForm;
  /** Whether it is of one member, whom the path names. */
  ofMember: boolean;
}

function listOf(path: string, { method, path: below, answer }: Action<Runtime>): List | undefined {
  const items = method === 'GET' && answer?.schema instanceof z.ZodObject ? (answer.schema.shape.items as unknown) : undefined;
  if (!(items instanceof z.ZodArray) || !(items.element instanceof z.ZodObject)) return undefined;
  return { name: `${path}/${below}`.split('/').filter((part) => part !== '').at(-1) as string, csv: csvFormOf(items.element), ofMember: path === 'members' };
}

const METHODS = { GET: Get, POST: Post, DELETE: Delete };

function decoratorsOf(row: Action<Runtime>, list: List | undefined): MethodDecorator[] {
  const { access, answer, lines, body, query, own } = row;
  const json = answer && { schema: component(answer.name, jsonSchema(answer.schema, 'output')), example: answer.example };
  const asExport = list && AS_EXPORT[own === true ? 'own' : own ? 'ownOrOthers' : 'others'];
  return [
    METHODS[row.method](row.path),
    ApiOperation({ operationId: row.operationId, summary: row.summary, description: [row.description, asExport].filter((each) => each !== undefined).join(' '), ...(access === 'everybody' && { security: [] }) }),
    access === 'everybody' ? ForEverybody() : For(access.row, access.scope, access),
    ...(row.path.includes(':id') ? [pathId()] : []),
    ...(query ? queryParameters(query) : []),
    ...(row.reads ? [relo('list')] : []),
    ...(body ? [ApiBody({ required: true, schema: component(pascal(row.operationId), jsonSchema(body)) as never, examples: { typical: { summary: row.summary, value: row.example ?? {} } } })] : []),
    list && json
      ? listAnswer(row.summary, json, { ...(row.reads && { headers: seenHeader }) })
      : json
        ? ApiResponse({ status: answer?.status ?? 200, description: row.summary, content: { 'application/json': json } } as never)
        : lines !== undefined
          ? ApiResponse({ status: 200, description: row.summary, content: { [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: lines } } } } as never)
          : ApiResponse({ status: 204, description: 'Done.' }),
    ...(row.otherAnswers ?? []).map((other) => ApiResponse(other)),
    ...refusals(invalid, ...(row.method === 'GET' ? [] : [notJson, unsupportedMedia, tooLarge]), ...((access !== 'everybody' && access.sensitive) || (list && own !== true) ? [reauthenticationNeeded] : []), ...(row.reads ? [notAPosition, positionOfAnotherLog, viewBuilding] : []), ...(row.refusals ?? [])),
  ];
}

async function handle(given: Given, row: Action<Runtime>, list: List | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { runtime } = given;
  const body = row.body && mustParse(row.body, request.body ?? {}, 'body');
  const query = mustParse(row.query ?? NO_QUERY, request.query, 'query');
  const format = list && exportFormatOf(request.headers.accept);
  if (list) must(refuseOtherForm(request.query as object, format !== undefined));
  const context = { runtime, request, reply, body, query, id: (request.params as { id?: string }).id ?? '', asExport: format !== undefined };
  if (row.reads) {
    await afterOwnWrite(runtime, request, row.reads);
    reply.header('relocon-seen', formatPosition(runtime.log.id, runtime.projector.position(row.reads)));
  }
  if (list && format) return sendList(given, row, list, format, context);
  const answer = must(await row.run(context));
  if (reply.sent) return;
  if (answer === undefined) reply.status(204).send();
  else sendJson(reply.status(row.answer?.status ?? 200), answer);
}

const NO_QUERY = z.strictObject({});

type Context = ActionContext<Runtime, unknown, unknown>;

/** Page after page, as a client would walk it: who may not is told so by the first one, before anything is recorded. */
async function sendList(given: Given, row: Action<Runtime>, { name, csv, ofMember }: List, format: ExportFormat, context: Context): Promise<void> {
  const { runtime } = given;
  const { request, reply, id } = context;
  const { reason, ...filters } = request.query as Record<string, string>;
  const since = runtime.projector.position(['events']);
  const reader = await readerOf(runtime, request);
  const first = await pageOf(row, context);
  const freely = typeof row.own === 'function' ? row.own(reader, id) : row.own === true;
  const taken = { list: name, filters, reason, ofPeople: true, memberId: ofMember ? id : undefined, freely };
  await sendItems(given, { format, csv, taken, since }, request, reply, pagesFrom(first, row, context), reader);
}

interface Page {
  items: readonly object[];
  next?: string | null;
}

/** As many at once as exports of views have; what has no pages comes whole. */
const PAGE = 500;

async function pageOf(row: Action<Runtime>, context: Context, cursor?: string): Promise<Page> {
  const limit = row.query && 'cursor' in row.query.shape ? PAGE : Infinity;
  return must((await row.run({ ...context, query: { ...(context.query as object), limit, ...(cursor !== undefined && { cursor }) } })) as Page);
}

async function* pagesFrom(first: Page, row: Action<Runtime>, context: Context): AsyncIterable<Page['items']> {
  for (let page = first; ; ) {
    yield page.items;
    if (page.next === undefined || page.next === null) return;
    page = await pageOf(row, context, page.next);
  }
}

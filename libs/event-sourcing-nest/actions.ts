/** Declares routes that are neither a command of a decider nor documents of a view, in the same terms: a table makes the Nest controller. */
import { Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RefusalKind } from '#event-sourcing';
import { For, ForEverybody, pathId, pascal, queryParameters, refusals, tagController, type RouteAccess } from './documentation.js';
import { must, mustParse, sendJson } from './http.js';
import { component, jsonSchema } from './json-schema.js';
import { invalid, notJson, reauthenticationNeeded, tooLarge, unsupportedMedia } from './problems.js';
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
  body?: z.ZodType<B>;
  /** A body as somebody would send it. */
  example?: Record<string, unknown>;
  query?: z.ZodType<Q> & z.ZodObject;
  /** Without it, 204 and nothing. */
  answer?: { status?: number; name: string; schema: z.ZodType; example: unknown };
  /** Answers that are no JSON of ours, such as a redirection. */
  otherAnswers?: readonly { status: number; description: string }[];
  refusals?: readonly RefusalKind[];
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
    constructor(readonly runtime: R) {}
  }
  Object.defineProperty(ActionsController, 'name', { value: `${pascal(path)}Controller` });
  Inject(RUNTIME)(ActionsController, undefined, 0);
  Controller(`api/v1/${path}`)(ActionsController);
  tagController(ActionsController, tag);
  for (const each of actions as readonly Action<Runtime>[]) {
    addMethod<{ runtime: Runtime }>(ActionsController, each.operationId, decoratorsOf(each), function (request, reply) {
      return handle(this.runtime, each, request, reply);
    });
  }
  return ActionsController as unknown as ControllerClass;
}

const METHODS = { GET: Get, POST: Post, DELETE: Delete };

function decoratorsOf(row: Action<Runtime>): MethodDecorator[] {
  const { access, answer, body, query } = row;
  return [
    METHODS[row.method](row.path),
    ApiOperation({ operationId: row.operationId, summary: row.summary, description: row.description, ...(access === 'everybody' && { security: [] }) }),
    access === 'everybody' ? ForEverybody() : For(access.row, access.scope, access),
    ...(row.path.includes(':id') ? [pathId()] : []),
    ...(query ? queryParameters(query) : []),
    ...(body ? [ApiBody({ required: true, schema: component(pascal(row.operationId), jsonSchema(body)) as never, examples: { typical: { summary: row.summary, value: row.example ?? {} } } })] : []),
    answer
      ? ApiResponse({ status: answer.status ?? 200, description: row.summary, content: { 'application/json': { schema: component(answer.name, jsonSchema(answer.schema, 'output')), example: answer.example } } } as never)
      : ApiResponse({ status: 204, description: 'Done.' }),
    ...(row.otherAnswers ?? []).map((other) => ApiResponse(other)),
    ...refusals(invalid, ...(row.method === 'GET' ? [] : [notJson, unsupportedMedia, tooLarge]), ...(access !== 'everybody' && access.sensitive ? [reauthenticationNeeded] : []), ...(row.refusals ?? [])),
  ];
}

async function handle(runtime: Runtime, row: Action<Runtime>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const body = row.body && mustParse(row.body, request.body ?? {}, 'body');
  const query = mustParse(row.query ?? NO_QUERY, request.query, 'query');
  const answer = must(await row.run({ runtime, request, reply, body, query, id: (request.params as { id?: string }).id ?? '' }));
  if (reply.sent) return;
  if (answer === undefined) reply.status(204).send();
  else sendJson(reply.status(row.answer?.status ?? 200), answer);
}

const NO_QUERY = z.strictObject({});

/** /api/v1/operations: what the views have seen, what is parked, and building anew. */
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatPosition, RefusedError } from '#event-sourcing';
import { component, For, invalid, jsonSchema, mustParse, notFound, notJson, Refuses, RUNTIME, sendJson, tagController, tooLarge, unsupportedMedia } from '#event-sourcing-nest';
import { operationsPolicy } from './events.policy.js';
import type { ReloconRuntime } from './runtime.js';

const view = z.strictObject({
  name: z.string().max(100),
  position: z.string().max(20),
  lag: z.int().min(0).describe('Positions behind the head.'),
  building: z.boolean().describe('Its first build is under way: it does not serve yet.'),
  rebuilt: z.string().max(20).nullable().describe('How far a rebuild beside it has come; null when none is under way.'),
  parked: z.int().min(0).describe('Documents that wait because an event could not be folded.'),
  here: z.boolean().describe('The process that answers writes it; otherwise another one does, or nobody.'),
});

const parked = z.strictObject({
  collection: z.string().max(100),
  id: z.string().max(200),
  position: z.string().max(20),
  eventId: z.uuid(),
  type: z.string().max(100),
  waiting: z.int().min(0).describe('Events that came since.'),
  error: z.string().max(500).describe('Why it could not be folded.'),
});

const operations = z.strictObject({
  head: z.string().max(20),
  ready: z.boolean().describe('Whether the process that answers is ready, as /ready tells.'),
  fault: z.string().max(500).nullable().describe('What keeps its views from going on; null when nothing does.'),
  views: z.array(view).max(1_000),
  parked: z.array(parked).max(10_000),
});
const retry = z.strictObject({ collection: z.string().min(1).max(100), id: z.string().min(1).max(200) });

@Controller('api/v1/operations')
export class OperationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ReloconRuntime) {}

  @Get('views')
  @For(operationsPolicy.routes.listViews, 'operations:read')
  @ApiOperation({ operationId: 'listViews', summary: 'Read how far the views are', description: 'Every view with its position, lag and parked documents. For administrators, auditors and integrators.' })
  @ApiResponse({
    status: 200,
    description: 'The views.',
    content: { 'application/json': { schema: component('Operations', jsonSchema(operations, 'output')), example: { head: 'k3v9q2xa-0000000002s', ready: true, fault: null, views: [{ name: 'members', position: 'k3v9q2xa-0000000002s', lag: 0, building: false, rebuilt: null, parked: 0, here: true }], parked: [] } } },
  } as never)
  @Refuses(invalid)
  async views(@Res() reply: FastifyReply): Promise<void> {
    const { log, projector } = this.runtime;
    const head = await log.head();
    const body = {
      head: formatPosition(log.id, head),
      ready: await this.runtime.caughtUp(),
      fault: projector.fault === undefined ? null : messageOf(projector.fault),
      views: projector.statuses.map(({ name, position, building, rebuilt, parked: count, here }) => ({ name, position: formatPosition(log.id, position), lag: Math.max(0, head - position), building, rebuilt: rebuilt === undefined ? null : formatPosition(log.id, rebuilt), parked: count, here })),
      parked: projector.parked.map(({ collection, id, position, eventId, type, waiting, error }) => ({ collection, id, position: formatPosition(log.id, position), eventId, type, waiting, error: error.slice(0, MOST) })),
    };
    sendJson(reply, body);
  }

  @Post('views/:name/rebuild')
  @For(operationsPolicy.routes.rebuildView, 'operations:write')
  @HttpCode(202)
  @ApiOperation({ operationId: 'rebuildView', summary: 'Build a view anew', description: 'Beside the one that serves, which it replaces once it has caught up; a rebuild under way goes on. For administrators.' })
  @ApiParam({ name: 'name', description: 'Name of the view.', schema: { type: 'string', minLength: 1, maxLength: 100 }, example: 'members' } as never)
  @ApiResponse({ status: 202, description: 'Started; the list of views tells the progress.', content: { 'application/json': { schema: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 100 } }, additionalProperties: false }, example: { name: 'members' } } } } as never)
  @Refuses(invalid, notJson, unsupportedMedia, tooLarge, notFound)
  rebuild(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { name } = request.params as { name: string };
    if (!this.runtime.projector.statuses.some((status) => status.name === name)) throw new RefusedError(notFound('There is no view with this name.'));
    void this.runtime.projector.rebuild([name]).catch((error: unknown) => this.runtime.logger.error({ err: error, view: name }, 'a rebuild failed'));
    sendJson(reply.status(202), { name });
  }

  @Post('parked/retry')
  @For(operationsPolicy.routes.retryParked, 'operations:write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryParked', summary: 'Fold a parked document again', description: 'From the log; it stays parked if that fails. For administrators.' })
  @ApiBody({ required: true, schema: component('RetryParked', jsonSchema(retry)) as never, examples: { typical: { summary: 'Fold a parked document again', value: { collection: 'members.v2', id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11' } } } })
  @ApiResponse({ status: 200, description: 'Whether it is well now.', content: { 'application/json': { schema: { type: 'object', required: ['well'], properties: { well: { type: 'boolean' } }, additionalProperties: false }, example: { well: true } } } } as never)
  @Refuses(invalid, notJson, unsupportedMedia, tooLarge)
  async retry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { collection, id } = mustParse(retry, request.body ?? {}, 'body');
    const well = await this.runtime.projector.retry(collection, id);
    sendJson(reply, { well });
  }
}

/** Of a message at most. */
const MOST = 500;

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, MOST);
}

tagController(OperationsController, 'Operations');

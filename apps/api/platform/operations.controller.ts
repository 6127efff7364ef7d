/** /api/v1/operations: what the views have seen, what is parked, and building anew. */
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatPosition, RefusedError, StoreUnavailableError, type Lease, type ViewStatus } from '#event-sourcing';
import { component, For, invalid, jsonSchema, mustParse, notFound, notJson, Refuses, RUNTIME, sendJson, tagController, tooLarge, unsupportedMedia } from '#event-sourcing-nest';
import { operationsPolicy } from './events.policy.js';
import type { ReloconRuntime } from './runtime.js';

const instance = z.string().max(300).nullable().describe('Host and process id of a process, such as `web-1/4711`; null for one of an earlier release, which does not tell.');
const since = z.iso.datetime().nullable().describe('Since when; null where an earlier release did not tell.');

const view = z.strictObject({
  name: z.string().max(100),
  position: z.string().max(20),
  lag: z.int().min(0).describe('Positions behind the head.'),
  building: z.boolean().describe('Its first build is under way: it does not serve yet.'),
  rebuilt: z.string().max(20).nullable().describe('How far a rebuild beside it has come; null when none is under way.'),
  parked: z.int().min(0).describe('Documents that wait because an event could not be folded.'),
  here: z.boolean().describe('The process that answers writes it; otherwise another one does, or nobody.'),
  writer: z
    .strictObject({ instance, since, until: z.iso.datetime().nullable().describe('When its lease runs out unless it is renewed; null where one process writes all for as long as it runs.') })
    .nullable()
    .describe('Who may write it; null where nobody holds a lease that has not run out, and where that is not known.'),
});

const worker = z.strictObject({
  instance,
  views: z.int().min(1).describe('How many views it may write, those of an earlier release included.'),
  since,
  here: z.boolean().describe('It is the process that answers.'),
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
  workers: z.array(worker).max(1_000).nullable().describe('Every process that may write a view; null where the store of the views does not answer, so that nobody’s writer is known.'),
  parked: z.array(parked).max(10_000),
});
const retry = z.strictObject({ collection: z.string().min(1).max(100), id: z.string().min(1).max(200) });

@Controller('api/v1/operations')
export class OperationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ReloconRuntime) {}

  @Get('views')
  @For(operationsPolicy.routes.listViews, 'operations:read')
  @ApiOperation({ operationId: 'listViews', summary: 'Read how far the views are', description: 'Every view with its position, lag, parked documents and who writes it. For administrators, auditors and integrators.' })
  @ApiResponse({
    status: 200,
    description: 'The views.',
    content: { 'application/json': { schema: component('Operations', jsonSchema(operations, 'output')), example: { head: 'k3v9q2xa-0000000002s', ready: true, fault: null, views: [{ name: 'members', position: 'k3v9q2xa-0000000002s', lag: 0, building: false, rebuilt: null, parked: 0, here: true, writer: { instance: 'web-1/4711', since: '2026-03-01T12:00:00.000Z', until: '2026-03-01T18:00:03.000Z' } }], workers: [{ instance: 'web-1/4711', views: 1, since: '2026-03-01T12:00:00.000Z', here: true }], parked: [] } } },
  } as never)
  @Refuses(invalid)
  async views(@Res() reply: FastifyReply): Promise<void> {
    const { log, projector } = this.runtime;
    const head = await log.head();
    const { statuses } = projector;
    const leases = await this.leases();
    const body = {
      head: formatPosition(log.id, head),
      ready: await this.runtime.caughtUp(),
      fault: projector.fault === undefined ? null : messageOf(projector.fault),
      views: statuses.map(({ name, collection, position, building, rebuilt, parked: count, here }) => ({ name, position: formatPosition(log.id, position), lag: Math.max(0, head - position), building, rebuilt: rebuilt === undefined ? null : formatPosition(log.id, rebuilt), parked: count, here, writer: writerOf(collection, leases ?? []) })),
      workers: leases ? workersOf(leases, statuses) : null,
      parked: projector.parked.map(({ collection, id, position, eventId, type, waiting, error }) => ({ collection, id, position: formatPosition(log.id, position), eventId, type, waiting, error: error.slice(0, MOST) })),
    };
    sendJson(reply, body);
  }

  /** Undefined where the store does not answer: all else is told from what this process knows. */
  private async leases(): Promise<Lease[] | undefined> {
    try {
      return await this.runtime.projector.leases();
    } catch (error) {
      if (error instanceof StoreUnavailableError) return undefined;
      throw error;
    }
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

function writerOf(name: string, leases: readonly Lease[]): z.infer<typeof view>['writer'] {
  const lease = leases.find(({ collection }) => collection === name);
  return lease ? { instance: lease.instance, since: lease.since, until: lease.until } : null;
}

/** Whoever holds leases, by name. Those that tell none are taken for one. */
function workersOf(leases: readonly Lease[], statuses: readonly ViewStatus[]): z.infer<typeof worker>[] {
  const here = new Set(statuses.filter((status) => status.here).map(({ collection }) => collection));
  return [...new Set(leases.map((lease) => lease.instance))]
    .map((name) => {
      const held = leases.filter((lease) => lease.instance === name);
      const [first = null] = held.flatMap((lease) => lease.since ?? []).sort();
      return { instance: name, views: held.length, since: first, here: held.some(({ collection }) => here.has(collection)) };
    })
    .sort((one, other) => ((one.instance ?? '') < (other.instance ?? '') ? -1 : 1));
}

/** Of a message at most. */
const MOST = 500;

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, MOST);
}

tagController(OperationsController, 'Operations');

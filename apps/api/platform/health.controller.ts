import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForEverybody, RUNTIME, sendProblem, unauthenticated } from '#event-sourcing-nest';
import { isFromThisHost } from '../settings/client-address.js';
import type { Config } from '../settings/config.js';
import type { ReloconRuntime } from './runtime.js';

export const CONFIG = Symbol('configuration');

const status = (description: string) => ({ description, content: { 'application/json': { schema: { type: 'object', required: ['status'], properties: { status: { type: 'string', maxLength: 20 } } } } } }) as never;

@ApiTags('Operations')
@Controller()
export class HealthController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ReloconRuntime,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('health')
  @ForEverybody()
  @ApiOperation({ operationId: 'readHealth', summary: 'Whether the process lives', description: 'Answers as long as the process can answer at all.', security: [] })
  @ApiResponse({ status: 200, ...(status('It lives.') as object) })
  @ApiResponse({ status: 400, description: 'The request could not be read.' })
  health(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ForEverybody()
  @ApiOperation({ operationId: 'readReadiness', summary: 'Whether it can serve', description: 'Ready once every view has caught up with the log; names what is behind otherwise.', security: [] })
  @ApiResponse({ status: 200, ...(status('Ready.') as object) })
  @ApiResponse({ status: 400, description: 'The request could not be read.' })
  @ApiResponse({ status: 503, ...(status('Not ready yet.') as object) })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const { draining } = this.runtime;
    const ready = !draining && (await this.runtime.caughtUp());
    const views = this.runtime.projector.statuses.map(({ name, position, building, parked }) => ({ name, position, building, parked }));
    reply.status(ready ? 200 : 503).header('content-type', 'application/json; charset=utf-8');
    if (!ready) reply.header('retry-after', '2');
    reply.send(JSON.stringify({ status: draining ? 'stopping' : ready ? 'ready' : 'catching-up', views }));
  }

  @Get('metrics')
  @ForEverybody()
  @ApiOperation({ operationId: 'readMetrics', summary: 'Metrics for Prometheus', description: 'From this host, or with RELOCON_METRICS_TOKEN as bearer token.', security: [] })
  @ApiResponse({ status: 200, description: 'Text format of Prometheus.', content: { 'text/plain': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 401, description: 'Neither loopback nor the token.' })
  @ApiResponse({ status: 429, description: 'Too many requests from another host.' })
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isFromThisHost(request) && !this.hasToken(request.headers.authorization)) {
      return sendProblem(reply, unauthenticated('Metrics are for this host, or for whoever carries RELOCON_METRICS_TOKEN.'));
    }
    reply.header('content-type', this.runtime.metrics.registry.contentType).send(await this.runtime.metrics.registry.metrics());
  }

  private hasToken(authorization: string | undefined): boolean {
    const expected = Buffer.from(`Bearer ${this.config.RELOCON_METRICS_TOKEN ?? ''}`);
    const given = Buffer.from(authorization ?? '');
    return this.config.RELOCON_METRICS_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
  }
}

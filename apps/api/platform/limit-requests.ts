import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Feature } from '#event-sourcing';
import { exportFormatOf, sendProblem } from '#event-sourcing-nest';
import { isFromThisHost } from '../settings/client-address.js';
import type { Limits } from './limits.js';
import { costOfExport, costOfRoute } from './request-cost.js';

type Hook = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;
interface Route {
  url: string;
  method: string | string[];
  onRequest?: Hook | Hook[];
}
interface Hooks {
  addHook(name: 'onRoute', hook: (route: Route) => void): void;
  addHook(name: 'onRequest', hook: Hook): void;
}

/** Counts every request before its body is read. Each route gets a hook that knows its cost: nothing is looked up. */
export function limitRequests(fastify: Hooks, limits: Limits, costs: Feature['costs']): void {
  fastify.addHook('onRoute', (route) => {
    const { url } = route;
    const method = [route.method].flat()[0] as string;
    const cost = costOfRoute(method, url, costs);
    if (cost === undefined) return;
    const asExport = costOfExport(cost, method);
    // Of routes within, the guard knows which are for everybody.
    const open = !url.startsWith('/api/v1/');
    const forThisHost = url === '/metrics';
    const count: Hook = (request, reply, done) => {
      if (forThisHost && isFromThisHost(request)) return done();
      const refusal = limits.arrived(request, reply, exportFormatOf(request.headers.accept) ? asExport : cost, open);
      if (refusal) sendProblem(reply, refusal);
      else done();
    };
    route.onRequest = [count, ...[route.onRequest ?? []].flat()];
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const refusal = request.is404 ? limits.arrived(request, reply, 1, true) : undefined;
    if (refusal) sendProblem(reply, refusal);
    else done();
  });
}

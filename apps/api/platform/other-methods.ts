import type { FastifyReply, FastifyRequest } from 'fastify';
import { otherMethod, sendProblem } from '#event-sourcing-nest';

interface Hooks {
  addHook(name: 'onRoute', hook: (route: { url: string; method: string | string[] }) => void): void;
  addHook(name: 'onRequest', hook: (request: FastifyRequest, reply: FastifyReply, done: () => void) => void): void;
}

/** An address that is there for other methods says which (RFC 9110, 15.5.6). */
export function refuseOtherMethods(fastify: Hooks): void {
  const routes = new Map<string, { address: RegExp; methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const route = routes.get(url) ?? { address: new RegExp(`^${url.replaceAll('.', '\\.').replace(/:[^/]+/g, '[^/]+')}$`), methods: new Set() };
    for (const each of [method].flat()) route.methods.add(each);
    routes.set(url, route);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] as string;
    const allowed = new Set([...routes.values()].flatMap(({ address, methods }) => (address.test(path) ? [...methods] : [])));
    if (allowed.size === 0) return done();
    const methods = [...allowed].sort().join(', ');
    sendProblem(reply.header('allow', methods), otherMethod(`This address takes ${methods}.`));
  });
}

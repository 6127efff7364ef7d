/**
 * A service to measure, with more and more of what `npm start` has. Usage: node server.mjs <layer> <folder> [settings as JSON]
 *   bare    a Nest-Fastify POST with the same body and schema that stores nothing, and a GET that answers a constant
 *   bare-mongodb   a Nest-Fastify GET of a member and of a list of attendances, by the bare driver from plain collections
 *   append  decides and appends                     checks  + the group is open and the member known
 *   views   + projector                             full    the service as it is, keys included
 */
import 'reflect-metadata';
import { Controller, Get, Module, Post, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { CqrsModule } from '@nestjs/cqrs';
import { GiveCommandHandler, defineResource, ListDocumentsHandler, ReadDocumentsHandler, RUNTIME } from '#event-sourcing-nest';
import { features } from '../dist/apps/api/features.js';
import { openEngine } from '../dist/apps/api/engine.js';
import { startService } from '../dist/apps/api/service.js';
import { groupStanding } from '../dist/libs/features/groups/groups.events.js';
import { memberStanding } from '../dist/libs/features/members/members.events.js';
import { joinGroup } from '../dist/libs/features/memberships/memberships.decider.js';
import { configOf } from './fill.mjs';

const [, , layer, folder, given = '{}'] = process.argv;
const settings = JSON.parse(given);

/** Nest's decorators, without a compiler. */
function controller(path, members) {
  class Made {}
  Controller(path)(Made);
  for (const [name, { route, handler }] of Object.entries(members)) {
    Made.prototype[name] = handler;
    Reflect.defineMetadata('design:paramtypes', [Object, Object], Made.prototype, name);
    Req()(Made.prototype, name, 0);
    Res()(Made.prototype, name, 1);
    route(Made.prototype, name, Object.getOwnPropertyDescriptor(Made.prototype, name));
  }
  return Made;
}

async function listen(moduleOf, hook) {
  const adapter = new FastifyAdapter();
  const app = await NestFactory.create(moduleOf, adapter, { logger: ['error'] });
  if (hook) adapter.getInstance().addHook('onRequest', hook);
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), stop: () => app.close() };
}

/** When the views had seen everything, in milliseconds since 1970; 0 when they had before anybody asked. */
async function caughtUpAt({ projector, log }) {
  const head = await log.head();
  if (projector.position() >= head) return 0;
  await projector.waitFor(head, [], 120_000);
  return Date.now();
}

async function bare() {
  const body = { id: 'x'.repeat(73), position: 'k3v9q2xa-0000000002s', events: [{ id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', type: 'MemberJoined' }] };
  const member = { id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', displayName: 'Member 1', interests: null, timeZone: null, offers: [], seeks: [], registeredAt: '2026-01-01T00:00:00.000Z', erased: false, email: null, hoursPerMonth: null, introductionCapacity: 2 };
  const Bare = controller('api/v1', {
    join: {
      route: Post('groups/:id/join'),
      handler(request, reply) {
        const parsed = joinGroup.input.safeParse({ ...request.body, groupId: request.params.id });
        if (!parsed.success) return reply.status(400).send({});
        reply.status(200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
      },
    },
    read: { route: Get('members/:id'), handler: (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(member)) },
  });
  class Root {}
  Module({ controllers: [Bare] })(Root);
  return listen(Root);
}

/** @param settings.url names the database; `members` and `attendances` its collections of plain documents. */
async function bareOverMongo() {
  const client = new MongoClient(settings.url);
  const db = client.db();
  const members = db.collection(settings.members);
  const attendances = db.collection(settings.attendances);
  const answer = (reply, body) => reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
  const Bare = controller('api/v1', {
    member: { route: Get('members/:id'), handler: async (request, reply) => answer(reply, await members.findOne({ _id: request.params.id })) },
    attendances: {
      route: Get('attendances'),
      // One more than the page tells whether another follows.
      handler: async (request, reply) => answer(reply, { items: (await attendances.find({ memberId: request.query.memberId }).sort({ startsAt: -1, _id: -1 }).limit(26).toArray()).slice(0, 25) }),
    },
  });
  class Root {}
  Module({ controllers: [Bare] })(Root);
  return listen(Root);
}

async function partial() {
  const config = configOf(folder, settings);
  const runtime = await openEngine(config, { logger: pino({ level: 'silent' }), project: layer === 'views' });
  const unchecked = { ...joinGroup, needs: undefined, decide: (input, state, context) => joinGroup.decide(input, state, { ...context, needs: { group: { ...groupStanding.initial, founded: true }, member: { ...memberStanding.initial, registered: true } } }) };
  const Joins = defineResource({ path: 'groups', tag: 'Memberships', commands: [{ verb: 'join', command: layer === 'append' ? unchecked : joinGroup, idField: 'groupId', records: 'MemberJoined', summary: 'Join', example: {} }] });
  class Root {}
  Module({ imports: [CqrsModule.forRoot()], controllers: [Joins], providers: [{ provide: RUNTIME, useValue: runtime }, GiveCommandHandler, ReadDocumentsHandler, ListDocumentsHandler] })(Root);
  const actor = { kind: 'key', id: '00000000-0000-7000-8000-0000000000ad', role: 'admin', via: 'api' };
  const app = await listen(Root, (request, _reply, done) => {
    request.actor = actor;
    done();
  });
  return {
    url: app.url,
    async stop() {
      await app.stop();
      await runtime.close();
    },
    caughtUp: () => (layer === 'views' ? caughtUpAt(runtime) : 0),
  };
}

async function full() {
  const logger = pino({ level: 'info' }, pino.destination('/dev/null'));
  const service = await startService(configOf(folder, settings), { logger });
  return { url: service.url, stop: () => service.stop(), verifications: () => service.runtime.people.passwords.verifications, caughtUp: () => caughtUpAt(service.runtime), rebuild: (names) => service.runtime.projector.rebuild(names) };
}

if (features.length === 0) throw new Error('nothing to measure');
const service = await { bare, 'bare-mongodb': bareOverMongo, full }[layer]?.() ?? (await partial());
process.send({ url: service.url });
// Whoever measured is gone.
process.once('disconnect', () => process.exit(1));
process.on('message', async ({ ask, names }) => {
  if (ask === 'caught up') process.send({ at: (await service.caughtUp?.()) ?? 0 });
  if (ask === 'verifications') process.send({ count: service.verifications() });
  if (ask === 'rebuild') process.send({ done: await service.rebuild(names).then(() => true) });
  if (ask === 'stop') {
    await service.stop();
    process.exit(0);
  }
});

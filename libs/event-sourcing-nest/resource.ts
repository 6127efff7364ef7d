/**
 * Declares what a feature offers over HTTP. One declaration makes the Nest controller, its validation and its part of the OpenAPI
 * document, so that every route keeps the same conventions (docs/architecture.md, "The HTTP API").
 */
import { Controller, Get, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ViewDocument } from '#event-sourcing';
import { handleCommand, type CommandRoute } from './command-route.js';
import { documentCommand, documentList, documentSingle, tagController } from './documentation.js';
import { EXPORTS, type Exports } from './exports.js';
import { handleRead, listHandler, type ReadRoutes } from './read-route.js';
import { RUNTIME, type Runtime } from './runtime.js';

export interface Resource<D extends ViewDocument> {
  /** kebab-case plural, e.g. `members`: the path below /api/v1. */
  path: string;
  tag: string;
  commands?: readonly CommandRoute[];
  reads?: ReadRoutes<D>;
}

export type ControllerClass = new (...args: never[]) => object;

/** Makes the Nest controller of a resource. */
export function defineResource<D extends ViewDocument>(resource: Resource<D>): ControllerClass {
  class ResourceController {
    constructor(
      readonly commands: CommandBus,
      readonly queries: QueryBus,
      readonly runtime: Runtime,
    ) {}
  }
  Object.defineProperty(ResourceController, 'name', { value: `${resource.tag.replaceAll(/\W/g, '')}Controller` });
  Inject(CommandBus)(ResourceController, undefined, 0);
  Inject(QueryBus)(ResourceController, undefined, 1);
  Inject(RUNTIME)(ResourceController, undefined, 2);
  if (resource.reads && !resource.reads.singlesOnly) Inject(EXPORTS)(ResourceController.prototype, 'exports');
  Controller(`api/v1/${resource.path}`)(ResourceController);
  tagController(ResourceController, resource.tag);
  for (const route of resource.commands ?? []) addCommand(ResourceController, resource, route);
  if (resource.reads) addReads(ResourceController, resource, resource.reads);
  return ResourceController as unknown as ControllerClass;
}

/** The part of a scope that names what a key may reach, such as `members` in `members:read`. */
function sliceOf({ tag }: { tag: string }): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}

interface Self {
  commands: CommandBus;
  queries: QueryBus;
  runtime: Runtime;
  exports: Exports;
}

export type Handler<S> = (this: S, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

function addCommand<D extends ViewDocument>(controller: { prototype: object }, resource: Resource<D>, route: CommandRoute): void {
  const basePath = `/api/v1/${resource.path}`;
  const decorators = [
    route.verb === 'create' ? Post() : route.verb === 'edit' ? Patch(':id') : Post(`:id/${route.verb}`),
    ...documentCommand(route, sliceOf(resource)),
  ];
  addMethod(controller, route.command.name, decorators, function (request, reply) {
    return handleCommand({ bus: this.commands, runtime: this.runtime, basePath, route }, request, reply);
  });
}

function addReads<D extends ViewDocument>(controller: { prototype: object }, resource: Resource<D>, reads: ReadRoutes<D>): void {
  if (!reads.singlesOnly) {
    const list = listHandler(resource.path, reads);
    addMethod(controller, 'list', [Get(), ...documentList(resource.path, reads, sliceOf(resource))], function (request, reply) {
      return list({ bus: this.queries, runtime: this.runtime, exports: this.exports, path: resource.path, reads }, request, reply);
    });
  }
  addMethod(controller, 'read', [Get(':id'), ...documentSingle(reads, sliceOf(resource))], function (request, reply) {
    return handleRead({ bus: this.queries, runtime: this.runtime, path: resource.path, reads }, request, reply);
  });
}

/** What a class body with decorators would do, for a method known only now. */
export function addMethod<S = Self>(controller: { prototype: object }, name: string, decorators: readonly MethodDecorator[], handler: Handler<S>): void {
  const { prototype } = controller;
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Req()(prototype, name, 0);
  Res()(prototype, name, 1);
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}


/** GET /api/v1/reflections/{id}/value-story: what reflections that build on each other tell together. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, mayRead, notAPosition, positionOfAnotherLog, RefusedError } from '#event-sourcing';
import { afterOwnWrite, component, everyRelation, findAll, For, invalid, jsonSchema, notFound, pathId, present, readerOf, Refuses, relo, RUNTIME, sendJson, tagController, viewBuilding, withJoined, type Runtime } from '#event-sourcing-nest';
import { reflection, reflectionReads as reads } from './reflections.controller.js';
import { reflectionValue, type ReflectionDocument } from './reflections.events.js';
import { reflectionPolicy } from './reflections.policy.js';
import { chaptersOf, valuesOf } from './value-story.js';

const MOST = 100_000;

const status = reflection.shape.valueStatus;

const valueStory = z.strictObject({
  authorId: z.uuid(),
  reflections: z.array(reflection.extend({ buildsOn: z.uuid().nullable().describe('The one before it in the story; null for the first.') })).max(MOST).describe('Oldest first: those you may see.'),
  values: z.array(z.strictObject({ value: reflectionValue, valueStatus: status })).max(reflectionValue.options.length).describe('Those reached, from immediate to transformative.'),
  summary: z.strictObject({
    highestValue: reflectionValue,
    valueStatus: status.describe('Of the highest value.'),
    from: z.iso.datetime().describe('When the first was written.'),
    to: z.iso.datetime().describe('When the last was written.'),
  }),
});

const { example } = reads;

const storyExample = {
  authorId: example.authorId,
  reflections: [example],
  values: [{ value: example.value, valueStatus: example.valueStatus }],
  summary: { highestValue: example.value, valueStatus: example.valueStatus, from: example.reflectedAt, to: example.reflectedAt },
};

@Controller('api/v1/reflections')
export class ValueStoryController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get(':id/value-story')
  @ApiOperation({
    operationId: 'readValueStory',
    summary: 'Read the value story of a reflection',
    description: 'The reflections it builds on, and all that build on any of these, oldest first, each as you may see it today; with the values they reach, from immediate to transformative.',
  })
  @pathId()
  @relo('single')
  @For(everyRelation(Object.values(reflectionPolicy.documents.reflections.read)), 'reflections:read')
  @ApiResponse({ status: 200, description: 'The story.', content: { 'application/json': { schema: component('ValueStory', jsonSchema(valueStory, 'output')), example: storyExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notFound, viewBuilding)
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { bus, runtime } = this;
    const { view, policy } = reads;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['reflections', 'actions']), readerOf(runtime, request)]);
    const told = (each: ReflectionDocument): boolean => each.status === 'recorded' && mayRead(policy, each, reader);
    const [stored] = await runtime.store.getMany(collectionName(view), [(request.params as { id: string }).id]);
    const asked = stored?.doc as ReflectionDocument | undefined;
    // Before anything else is looked up: how long an answer takes says nothing of what is kept private.
    if (!asked || !told(asked)) throw nothing();
    const chapters = chaptersOf(await findAll<ReflectionDocument>(runtime, view.name, { authorId: asked.authorId }, 'reflectedAt'), asked.id, told);
    const joined = await withJoined({ bus, runtime, reads }, chapters.map((chapter) => chapter.reflection));
    const values = valuesOf(joined);
    const highest = values.at(-1);
    // All of it may have been hidden meanwhile.
    if (!highest) throw nothing();
    const body = {
      authorId: asked.authorId,
      reflections: joined.map((each, index) => ({ ...present(reads, each, each, reader), buildsOn: chapters[index]?.buildsOn ?? null })),
      values,
      summary: { highestValue: highest.value, valueStatus: highest.valueStatus, from: joined.at(0)?.reflectedAt, to: joined.at(-1)?.reflectedAt },
    };
    sendJson(reply, body);
  }
}

function nothing(): RefusedError {
  return new RefusedError(notFound('There is no reflection with this id that you may see.'));
}

tagController(ValueStoryController, 'Reflections');

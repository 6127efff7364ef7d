/** GET /api/v1/meetings/{id}/agenda: what was committed to the group and is still to be done. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, notAPosition, positionOfAnotherLog } from '#event-sourcing';
import { afterOwnWrite, component, documentAsked, findAll, For, invalid, jsonSchema, mustAdmit, notFound, notYours, pathId, readerOf, Refuses, relo, RUNTIME, sendJson, tagController, viewBuilding, viewNamed, type Runtime } from '#event-sourcing-nest';
import type { MeetingDocument } from '../meetings/meetings.events.js';
import { namesOf } from '../members/members.events.js';
import type { ActionDocument } from './actions.events.js';
import { actionPolicy } from './actions.policy.js';
import { agendaMoment, agendaOf } from './agenda.js';

const agenda = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  startsAt: z.iso.datetime(),
  at: z.iso.datetime().describe('The moment it is as of: now, or the start of a meeting that has begun.'),
  actions: z
    .array(
      z.strictObject({
        actionId: z.uuid(),
        title: z.string().max(300).nullable().describe('Null once erased.'),
        ownerId: z.uuid(),
        ownerName: z.string().max(200).nullable(),
        helperIds: z.array(z.uuid()).max(50),
        dueOn: z.iso.date().describe('As it stood then.'),
        due: z.boolean().describe('Whether that day has come by the day of the meeting.'),
        renegotiations: z.int().min(0).describe('How often its due date had been moved.'),
      }),
    )
    .max(100_000)
    .describe('The earliest due first.'),
});

const EXAMPLE_OWNER = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const agendaExample = {
  meetingId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30',
  groupId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20',
  startsAt: '2026-03-10T17:00:00.000Z',
  at: '2026-03-01T12:00:00.000Z',
  actions: [{ actionId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60', title: 'Ask three clients what they could pay', ownerId: EXAMPLE_OWNER, ownerName: 'Amara Okafor', helperIds: [], dueOn: '2026-03-06', due: true, renegotiations: 1 }],
};

const mayReadAgenda = actionPolicy.routes.readAgenda;

@Controller('api/v1/meetings')
export class AgendaController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/agenda')
  @ApiOperation({ operationId: 'readAgenda', summary: 'Read the agenda of a meeting', description: 'For staff and members of the group: the group’s open actions as of now, or as of the start of a meeting that has begun, the earliest due first.' })
  @pathId()
  @relo('single')
  @For(mayReadAgenda, 'actions:read')
  @ApiResponse({ status: 200, description: 'The agenda.', content: { 'application/json': { schema: component('Agenda', jsonSchema(agenda, 'output')), example: agendaExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notYours, notFound, viewBuilding)
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['meetings', 'actions', 'members']), readerOf(runtime, request)]);
    const { id: meetingId, groupId, startsAt } = await documentAsked<MeetingDocument>(runtime, request, 'meetings', reader, 'meeting');
    mustAdmit(mayReadAgenda, reader, { group: groupId }, 'read the agenda');
    const now = runtime.clock();
    const at = agendaMoment(startsAt, now);
    const ofTheGroup = await findAll<ActionDocument>(runtime, 'actions', at < now ? { groupId } : { groupId, status: 'open' }, 'dueAt');
    const items = agendaOf(ofTheGroup, startsAt, at);
    const names = namesOf(await runtime.store.getMany(collectionName(viewNamed(runtime, 'members')), [...new Set(items.map((item) => item.ownerId))]));
    const body = { meetingId, groupId, startsAt, at, actions: items.map((item) => ({ ...item, ownerName: names.get(item.ownerId) ?? null })) };
    sendJson(reply, body);
  }
}

tagController(AgendaController, 'Actions');

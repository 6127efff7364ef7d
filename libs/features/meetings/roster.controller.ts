/** GET /api/v1/meetings/{id}/roster: who is expected, what they answered, and who has no outcome yet. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, notAPosition, positionOfAnotherLog } from '#event-sourcing';
import { afterOwnWrite, component, documentAsked, findAll, For, invalid, jsonSchema, mustAdmit, notFound, notYours, pathId, readerOf, Refuses, relo, RUNTIME, sendJson, tagController, viewBuilding, viewNamed, type Runtime } from '#event-sourcing-nest';
import { namesOf } from '../members/members.events.js';
import { expectedAt } from './expected.js';
import { attendanceOutcome, minutesAttended, rsvpResponse, type AttendanceDocument, type MeetingDocument } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';

const roster = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  startsAt: z.iso.datetime(),
  status: z.enum(['scheduled', 'cancelled', 'closed']),
  people: z
    .array(
      z.strictObject({
        memberId: z.uuid(),
        displayName: z.string().max(200).nullable(),
        expected: z.boolean().describe('Whether the start lies inside a period of their membership.'),
        rsvp: rsvpResponse.nullable(),
        apologised: z.boolean(),
        outcome: attendanceOutcome.nullable(),
        minutes: minutesAttended.nullable(),
      }),
    )
    .max(100_000),
  withoutOutcome: z.array(z.uuid()).max(100_000).describe('Expected or answered, and neither recorded nor apologised: say absent, or leave open.'),
});

const mayReadRoster = meetingPolicy.routes.readRoster;

@Controller('api/v1/meetings')
export class RosterController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/roster')
  @ApiOperation({ operationId: 'readRoster', summary: 'Read the roster of a meeting', description: 'For staff and the group’s facilitators: everybody expected, everybody who answered or came, and who has no outcome yet.' })
  @pathId()
  @relo('single')
  @For(mayReadRoster, 'meetings:read')
  @ApiResponse({ status: 200, description: 'The roster.', content: { 'application/json': { schema: component('Roster', jsonSchema(roster, 'output')) } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notYours, notFound, viewBuilding)
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    await afterOwnWrite(runtime, request, ['meetings', 'attendances', 'memberships', 'members']);
    const reader = await readerOf(runtime, request);
    const meeting = await documentAsked<MeetingDocument>(runtime, request, 'meetings', reader, 'meeting');
    mustAdmit(mayReadRoster, reader, { group: meeting.groupId }, 'read the roster');
    const attendances = new Map((await findAll<AttendanceDocument>(runtime, 'attendances', { meetingId: meeting.id }, 'startsAt')).map((each) => [each.memberId, each]));
    const expected = new Set(await expectedAt(runtime, meeting));
    const ids = [...new Set([...expected, ...attendances.keys()])];
    const names = namesOf(await runtime.store.getMany(collectionName(viewNamed(runtime, 'members')), ids));
    const people = ids
      .map((memberId) => {
        const { rsvp, apology, outcome = null, minutes = null } = attendances.get(memberId) ?? { rsvp: null, apology: null };
        return { memberId, displayName: names.get(memberId) ?? null, expected: expected.has(memberId), rsvp: rsvp?.response ?? null, apologised: apology !== null, outcome, minutes };
      })
      .sort((a, b) => (a.displayName ?? '').localeCompare(b.displayName ?? '') || (a.memberId < b.memberId ? -1 : 1));
    const withoutOutcome = people.filter((person) => person.outcome === null).map((person) => person.memberId);
    const body = { meetingId: meeting.id, groupId: meeting.groupId, startsAt: meeting.startsAt, status: meeting.status, people, withoutOutcome };
    sendJson(reply, body);
  }
}

tagController(RosterController, 'Meetings');

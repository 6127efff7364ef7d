/** GET /calendars/{token}.ics: what a calendar program reads. No other address of ours has a token in its path. */
import { hash } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectionName, mayRead, plus, RefusedError } from '#event-sourcing';
import { afterOwnWrite, findAll, ForEverybody, invalid, notFound, Refuses, RUNTIME, viewBuilding, viewNamed } from '#event-sourcing-nest';
import { icalendar, type Entry } from '#features/calendars/icalendar.js';
import type { GroupDocument } from '#features/groups/groups.events.js';
import type { MeetingDocument } from '#features/meetings/meetings.events.js';
import { meetingPolicy } from '#features/meetings/meetings.policy.js';
import { activeAt, type MembershipDocument } from '#features/memberships/memberships.events.js';
import type { Calendar } from '../credentials/calendars.js';
import type { ReloconRuntime } from './runtime.js';

const DAY_MS = 86_400_000;
const DAYS_BACK = 90;
/** Series are planned for twelve months, and their last meetings may have been moved by a few weeks. */
const DAYS_AHEAD = 400;
const VIEWS = ['meetings', 'memberships', 'groups'];

@ApiTags('Calendars')
@Controller('calendars')
export class CalendarFeedController {
  /** What makes ids of meetings ours alone, wherever this service runs and whatever it is called. */
  private readonly installation: string;

  constructor(@Inject(RUNTIME) private readonly runtime: ReloconRuntime) {
    this.installation = runtime.keyedHash('installation', 'calendars').slice(0, 16);
  }

  @Get(':token.ics')
  @ForEverybody()
  @ApiOperation({
    operationId: 'readCalendar',
    summary: 'Read a calendar as iCalendar',
    description: 'For calendar programs, by an address that `POST /api/v1/calendars` answered. Meetings from 90 days back, cancelled ones included; neither people nor their answers. An address that is none, or was ended, or shows what whoever made it may not read any more, is not found.',
    security: [],
  })
  @ApiParam({ name: 'token', description: 'What `POST /api/v1/calendars` answered.', schema: { type: 'string', minLength: 1, maxLength: 200 }, example: 'Zm9v' } as never)
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag of what you have.', schema: { type: 'string', maxLength: 100 } })
  @ApiResponse({ status: 200, description: 'The calendar.', headers: { ETag: { description: 'Of what was answered.', schema: { type: 'string' } } }, content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 304, description: 'What you have is current.' })
  @Refuses(invalid, notFound, viewBuilding)
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    // Nobody else keeps it, and whoever does asks each time.
    reply.header('cache-control', 'private, no-cache');
    const calendar = await runtime.calendars.find((request.params as { token: string }).token);
    if (!calendar) throw new RefusedError(notFound('There is no calendar at this address. Whoever it was of makes another one after signing in.'));
    await afterOwnWrite(runtime, request, VIEWS);
    const text = await this.textOf(calendar);
    const etag = `"${hash('sha256', text, 'base64url')}"`;
    reply.header('etag', etag);
    const known = request.headers['if-none-match'];
    if (known === '*' || known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      reply.status(304).send();
      return;
    }
    reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  }

  private async textOf({ memberId, groupId }: Calendar): Promise<string> {
    const { runtime } = this;
    const periods = new Map((await findAll<MembershipDocument>(runtime, 'memberships', { memberId }, 'joinedAt')).map((each) => [each.groupId, each.periods]));
    const groups = groupId === undefined ? [...periods.keys()] : [groupId];
    const known = new Map((await runtime.store.getMany(collectionName(viewNamed(runtime, 'groups')), groups)).map(({ id, doc }) => [id, doc as GroupDocument | undefined]));
    const reader = await runtime.readerOf({ kind: 'member', id: memberId, role: 'member', via: 'api' });
    const now = runtime.clock();
    const meetings = (await findAll<MeetingDocument>(runtime, 'meetings', { groupId: { in: groups } }, 'startsAt', { from: plus(now, -DAYS_BACK * DAY_MS), before: plus(now, DAYS_AHEAD * DAY_MS) })).filter((meeting) => mayRead(meetingPolicy.documents.meetings, meeting, reader));
    if (groupId !== undefined) return icalendar(known.get(groupId)?.name ?? '', meetings.map((meeting) => this.entryOf(meeting, meeting.title)));
    // Theirs are those in the time they belong to the group, or did.
    const theirs = meetings.filter((meeting) => activeAt(periods.get(meeting.groupId) ?? [], meeting.startsAt));
    return icalendar('Relocon', theirs.map((meeting) => this.calledBy(known.get(meeting.groupId), meeting)));
  }

  /** A meeting under its group's name: a new one is a change of the meeting too, or programs would keep the old. */
  private calledBy(group: GroupDocument | undefined, meeting: MeetingDocument): Entry {
    const entry = this.entryOf(meeting, `${group?.name ?? ''}: ${meeting.title}`);
    if (!group) return entry;
    const { times, at } = group._renamed;
    return { ...entry, sequence: entry.sequence + times, changedAt: at > entry.changedAt ? at : entry.changedAt };
  }

  private entryOf({ id, startsAt, endsAt, place, status, _changed }: MeetingDocument, summary: string): Entry {
    return { uid: `${id}@${this.installation}`, sequence: _changed.times, changedAt: _changed.at, startsAt, endsAt: endsAt ?? undefined, summary, location: place ?? undefined, cancelled: status === 'cancelled' };
  }
}

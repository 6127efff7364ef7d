/** GET /api/v1/members/{id}/timeline and /progress, reconstructed from events. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admits, collectionName, eventsTagged, formatPosition, notAPosition, passes, passOf, plus, positionOfAnotherLog, RefusedError, rowInWords, type Feature, type RecordedEvent, type Row, type TimelineEntry } from '#event-sourcing';
import {
  afterOwnWrite,
  AS_EXPORT,
  badCursor,
  component,
  csvFormOf,
  cursorScope,
  dateOrInstant,
  exclusiveEnd,
  exportFormatOf,
  EXPORTS,
  findAll,
  For,
  inclusiveStart,
  invalid,
  jsonSchema,
  listAnswer,
  makeCursor,
  mayReadOf,
  momentOf,
  momentQuery,
  momentShown,
  must,
  mustParse,
  notFound,
  notYours,
  openCursor,
  pageQuery,
  pathId,
  readerOf,
  reauthenticationNeeded,
  refuseOtherForm,
  Refuses,
  relo,
  RUNTIME,
  seenHeader,
  sendItems,
  sendJson,
  shownMoment,
  tagController,
  TakesQuery,
  viewBuilding,
  viewNamed,
  whyTaken,
  wholeNumber,
  type Exports,
  type Reader,
  type Runtime,
} from '#event-sourcing-nest';
import type { GroupDocument } from '../groups/groups.events.js';
import type { MeetingDocument } from '../meetings/meetings.events.js';
import { nameAmong, namesOf } from '../members/members.events.js';
import type { MembershipDocument } from '../memberships/memberships.events.js';
import { progressOf, shownTo, timelineOf, type ShownEntry, type Viewer } from './fold.js';
import { timelinePolicy } from './timeline.policy.js';

const kinds = z.enum(['membership', 'attendance', 'learned', 'taught', 'helped', 'acted', 'profile']);

const timelineQuery = z.strictObject({
  ...momentQuery,
  kind: kinds.optional().describe('Only entries of this kind.'),
  groupId: z.uuid().optional().describe('Only what comes from this group.'),
  limit: wholeNumber(1, 100).default(50).describe('At most this many entries.'),
  cursor: pageQuery.cursor,
  reason: whyTaken,
});

const progressQuery = z.strictObject({
  ...momentQuery,
  days: wholeNumber(1, 36_525).optional().describe('Length of the window, ending at `asOf`, `until` or now; 90 where neither it nor `from` is given.'),
  from: dateOrInstant.optional().describe('Start of the window, instead of `days`.'),
  until: dateOrInstant.optional().describe('End of the window; a bare date includes that day.'),
  groupId: z.uuid().optional().describe('Only what comes from this group.'),
});

const timelineEntry = z.strictObject({
  id: z.uuid(),
  kind: kinds,
  occurredAt: z.iso.datetime(),
  what: z.string().max(100).describe('Stable name of what happened, such as `joined`, `present` or `reflected`.'),
  groupId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  memberIds: z.array(z.uuid()).max(1_000).optional().describe('Other members concerned.'),
  details: z.record(z.string().max(100), z.unknown()).describe('Fields particular to `what`.'),
  words: z.record(z.string().max(100), z.string().max(2_000).nullable()).optional().describe('The author’s words, where this key may read them.'),
  eventIds: z.array(z.uuid()).max(10_000).describe('The events it came from, oldest first; read them at /api/v1/events.'),
});

const csv = csvFormOf(timelineEntry);

const timeline = z.strictObject({
  memberId: z.uuid(),
  displayName: z.string().max(200).nullable().describe('As it was then; null where nothing was known of the member yet, or once erased.'),
  moment: shownMoment.describe('The exclusive ends this answer used; empty for the present.'),
  items: z.array(timelineEntry).max(100).describe('Newest first.'),
  names: z.strictObject({
    members: z.record(z.string(), z.string().max(200).nullable()),
    groups: z.record(z.string(), z.string().max(200)),
    meetings: z.record(z.string(), z.string().max(300)),
  }).describe('Names of what the entries mention, as they are today.'),
  next: z.string().nullable(),
});

/** What the features of a service tell of a member's progress. */
function progressOfAll(features: readonly Feature[]): z.ZodObject {
  const headings: Record<string, z.ZodRawShape> = {};
  for (const { progress } of features) for (const [heading, figures] of Object.entries(progress?.schema ?? {})) headings[heading] = { ...headings[heading], ...figures };
  return z.strictObject({
    memberId: z.uuid(),
    moment: shownMoment,
    window: z.strictObject({ from: z.iso.datetime(), before: z.iso.datetime(), days: z.number() }).describe('[from, before)'),
    groupId: z.uuid().optional(),
    ...Object.fromEntries(Object.entries(headings).map(([heading, figures]) => [heading, z.strictObject(figures)])),
  });
}

const EXAMPLE_MEMBER = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const EXAMPLE_GROUP = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const EXAMPLE_MEETING = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const EXAMPLE_EVENT = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e40';

const timelineExample = {
  memberId: EXAMPLE_MEMBER,
  displayName: 'Amara Okafor',
  moment: { occurredBefore: '2026-03-02T00:00:00.000Z' },
  items: [
    {
      id: EXAMPLE_EVENT,
      kind: 'attendance',
      occurredAt: '2026-02-10T17:00:00.000Z',
      what: 'present',
      groupId: EXAMPLE_GROUP,
      meetingId: EXAMPLE_MEETING,
      details: { outcome: 'present', minutes: 120 },
      eventIds: [EXAMPLE_EVENT],
    },
  ],
  names: { members: {}, groups: { [EXAMPLE_GROUP]: 'Co-op Builders' }, meetings: { [EXAMPLE_MEETING]: 'War stories: pricing that failed' } },
  next: null,
};

function progressExample(features: readonly Feature[]): Record<string, unknown> {
  const figures: Record<string, object> = {};
  for (const { progress } of features) for (const [heading, named] of Object.entries(progress?.example ?? {})) figures[heading] = { ...figures[heading], ...named };
  return { memberId: EXAMPLE_MEMBER, moment: {}, window: { from: '2025-12-01T12:00:00.000Z', before: '2026-03-01T12:00:00.000Z', days: 90 }, ...figures };
}

const { routes } = timelinePolicy;

const VIEWS = ['events', 'members', 'groups', 'meetings', 'memberships'];

/** Who reads whose timeline, with what rights, and every event of it up to a position. */
interface Begun {
  memberId: string;
  reader: Reader;
  viewer: Viewer;
  seen: number;
  all: RecordedEvent[];
}

@Controller('api/v1/members')
class TimelineController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(EXPORTS) private readonly exports: Exports,
  ) {}

  @Get(':id/timeline')
  @ApiOperation({
    operationId: 'readTimeline',
    summary: 'Read a member’s timeline',
    description: `Reconstructed from events: as it is, as it was (\`asOf\`), as we knew it (\`knownAt\`), both, or at a log position. A facilitator sees what comes from their groups. ${AS_EXPORT.ownOrOthers}`,
  })
  @pathId()
  @TakesQuery(timelineQuery)
  @relo('single')
  @For(routes.readTimeline, 'timelines:read')
  @listAnswer('A page of the timeline.', { schema: component('Timeline', jsonSchema(timeline, 'output')), example: timelineExample }, { singular: 'entry', headers: seenHeader })
  @Refuses(invalid, badCursor, notAPosition, positionOfAnotherLog, notFound, viewBuilding, reauthenticationNeeded)
  async readTimeline(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(timelineQuery, request.query, 'query');
    const { runtime } = this;
    const format = exportFormatOf(request.headers.accept);
    must(refuseOtherForm(request.query as object, format !== undefined));
    const past = must(momentOf(runtime.log.id, asked));
    const begun = await this.begin(routes.readTimeline, request, asked.groupId);
    const { memberId, viewer, reader, seen, all } = begun;
    const { kind, groupId, limit, cursor, reason, ...moment } = asked;
    const isOfKind = (entry: TimelineEntry) => kind === undefined || entry.kind === kind;
    const today = timelineOf(runtime.features, all, memberId);
    const known = past ? all.filter((event) => passes(event, past.moment)) : all;
    const then = (past ? timelineOf(runtime.features, known, memberId) : today).filter(isOfKind);
    reply.header('relocon-seen', formatPosition(runtime.log.id, seen)).headers(past?.echo ?? {});
    if (format) {
      const { reason: _reason, ...filters } = request.query as Record<string, string>;
      const taken = { list: 'timeline', filters, reason, ofPeople: true, memberId, freely: viewer.own };
      return sendItems({ runtime, exports: this.exports }, { format, csv, taken, since: seen }, request, reply, this.pages(request, groupId, then, { ...begun, today }), reader);
    }
    if (!viewer.own) runtime.looked?.(request, { memberId, what: 'timeline' });
    const scope = cursorScope(['timeline', memberId, reader.actor.kind, reader.actor.id, kind, groupId, moment]);
    const after = cursor === undefined ? undefined : must(openCursor<{ value: string; id: string }>(runtime.cursorKey, scope, cursor));
    const entries = shownTo(viewer, then, today).filter((entry) => after === undefined || entry.occurredAt < after.value || (entry.occurredAt === after.value && entry.id < after.id));
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    const next = last && entries.length > limit ? makeCursor(runtime.cursorKey, scope, { value: last.occurredAt, id: last.id }) : null;
    sendJson(reply, { memberId, displayName: nameAmong(known, memberId), moment: momentShown(past?.moment, asked.position), items, names: await this.namesIn(items), next });
  }

  /** What was on the timeline then, as far as its reader may see it by the rights of today: before each page, they are looked at again where anything has happened. */
  private async *pages(request: FastifyRequest, groupId: string | undefined, then: readonly TimelineEntry[], begun: Begun & { today: readonly TimelineEntry[] }): AsyncIterable<ShownEntry[]> {
    const { runtime } = this;
    let now = begun;
    for (let from = 0; from < then.length; from += PAGE) {
      await runtime.bindRights(VIEWS);
      if (runtime.projector.position(VIEWS) > now.seen) {
        const again = await this.begin(routes.readTimeline, request, groupId);
        now = { ...again, today: timelineOf(runtime.features, again.all, again.memberId) };
      }
      yield shownTo(now.viewer, then.slice(from, from + PAGE), now.today);
    }
  }

  @Get(':id/progress')
  @ApiOperation({
    operationId: 'readProgress',
    summary: 'Read a member’s progress',
    description: 'Figures over a window, 90 days unless asked otherwise, as of any moment. Never ranked. What a member keeps private counts in their own answer alone.',
  })
  @pathId()
  @TakesQuery(progressQuery)
  @relo('single')
  @For(routes.readProgress, 'timelines:read')
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notFound, viewBuilding)
  async readProgress(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(progressQuery, request.query, 'query');
    const { runtime } = this;
    const past = must(momentOf(runtime.log.id, asked));
    const zone = asked.timeZone ?? 'UTC';
    const before = asked.until ? exclusiveEnd(asked.until, zone) : (past?.moment.occurredBefore ?? plus(runtime.clock(), 1));
    if (asked.from !== undefined && asked.days !== undefined) {
      throw new RefusedError(invalid('#days: give either from or days.', { errors: [{ pointer: '#days', detail: 'cannot be given together with from' }] }));
    }
    const from = asked.from ? inclusiveStart(asked.from, zone) : plus(before, -(asked.days ?? 90) * DAY_MS);
    if (from >= before) throw new RefusedError(invalid('#from: must lie before the end of the window.', { errors: [{ pointer: '#from', detail: 'must lie before the end of the window' }] }));
    const { memberId, viewer, all } = await this.begin(routes.readProgress, request, asked.groupId);
    if (!viewer.own) runtime.looked?.(request, { memberId, what: 'progress' });
    const events = past ? all.filter((event) => passes(event, past.moment)) : all;
    const window = { from, before, days: Math.round(((Date.parse(before) - Date.parse(from)) / DAY_MS) * 100) / 100 };
    const figures = progressOf(runtime.features, events, memberId, { from, before, own: viewer.own, ...(viewer.groupIds && { groupIds: viewer.groupIds }) }, all);
    const body = {
      memberId,
      moment: momentShown(past?.moment, asked.position),
      window,
      ...(asked.groupId !== undefined && { groupId: asked.groupId }),
      ...figures,
    };
    sendJson(reply, body, past?.echo);
  }

  private async begin(row: Row, request: FastifyRequest, groupId: string | undefined): Promise<Begun> {
    const { runtime } = this;
    const memberId = (request.params as { id: string }).id;
    await afterOwnWrite(runtime, request, VIEWS);
    // Before any right is looked at: one that is lost meanwhile lies past it.
    const seen = runtime.projector.position(VIEWS);
    const reader = await readerOf(runtime, request);
    const [member] = await runtime.store.getMany(collectionName(viewNamed(runtime, 'members')), [memberId]);
    // Whoever may read of no member learns nothing from being refused.
    if (!member?.doc || !mayReadOf(runtime, 'members', member.doc, reader)) throw new RefusedError(notFound('There is no member with this id.'));
    const viewer = await this.viewerOf(row, reader, memberId, groupId);
    return { memberId, reader, viewer, seen, all: await eventsTagged(runtime.store, runtime.codec, [`member:${memberId}`], { upTo: seen }) };
  }

  private async viewerOf(row: Row, reader: Reader, memberId: string, groupId: string | undefined): Promise<Viewer> {
    const pass = passOf(reader);
    const only = groupId === undefined ? {} : { groupIds: [groupId] };
    if (admits(row, reader, { self: memberId })) return { own: reader.memberId === memberId, pass, ...only };
    const theirs = new Set((await findAll<MembershipDocument>(this.runtime, 'memberships', { memberId }, 'joinedAt')).map((membership) => membership.groupId));
    const shared = [...theirs].filter((group) => admits(row, reader, { group }) && (groupId === undefined || group === groupId));
    if (shared.length === 0) throw new RefusedError(notYours(`Only ${rowInWords(row)} may read this.`));
    return { own: false, pass, groupIds: shared };
  }

  private async namesIn(items: readonly ShownEntry[]): Promise<{ members: Record<string, string | null>; groups: Record<string, string>; meetings: Record<string, string> }> {
    const { store } = this.runtime;
    const documents = (view: string, ids: readonly (string | undefined)[]) =>
      store.getMany(collectionName(viewNamed(this.runtime, view)), [...new Set(ids.filter((id) => id !== undefined))]);
    const [members, groups, meetings] = await Promise.all([
      documents('members', items.flatMap((item) => item.memberIds ?? [])),
      documents('groups', items.map((item) => item.groupId)),
      documents('meetings', items.map((item) => item.meetingId)),
    ]);
    return {
      members: Object.fromEntries(namesOf(members)),
      groups: Object.fromEntries(groups.flatMap(({ id, doc }) => (doc ? [[id, (doc as GroupDocument).name]] : []))),
      meetings: Object.fromEntries(meetings.flatMap(({ id, doc }) => (doc ? [[id, (doc as MeetingDocument).title]] : []))),
    };
  }
}

const DAY_MS = 86_400_000;
/** Entries of an export that leave at once. */
const PAGE = 500;

tagController(TimelineController, 'Timelines');

/** The controller for a service of these features: each says what it adds to a member's progress. */
export function timelineController(features: readonly Feature[]): typeof TimelineController {
  const { prototype } = TimelineController;
  const content = { 'application/json': { schema: component('Progress', jsonSchema(progressOfAll(features), 'output')), example: progressExample(features) } };
  ApiResponse({ status: 200, description: 'The figures.', content } as never)(prototype, 'readProgress', Object.getOwnPropertyDescriptor(prototype, 'readProgress') as PropertyDescriptor);
  return TimelineController;
}

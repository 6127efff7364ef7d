/** GET /api/v1/events: the log as pages of JSON, as CSV or as NDJSON. GET /api/v1/changes: the same, as it grows. */
import { setImmediate as breathe } from 'node:timers/promises';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admits, EVENT_INDEX, formatPosition, notAPosition, parsePosition, positionOfAnotherLog, RefusedError, STAFF, START, text, timeZone, type EventMetadata, type LoggedEvent, type RecordedEvent } from '#event-sourcing';
import {
  afterOwnWrite,
  component,
  csvFormOf,
  dateOrInstant,
  EXAMPLE_ID,
  EXAMPLE_POSITION,
  exclusiveEnd,
  exportFormatOf,
  EXPORTS,
  For,
  idList,
  inclusiveStart,
  invalid,
  jsonSchema,
  listAnswer,
  MAX_LIMIT,
  MEDIA_TYPES,
  must,
  mustParse,
  nameFile,
  readerOf,
  reauthenticationNeeded,
  Refuses,
  relo,
  RUNTIME,
  seenHeader,
  sendJson,
  sendPieces,
  tagController,
  TakesQuery,
  viewBuilding,
  wholeNumber,
  type ExportFormat,
  type Exports,
  type Reader,
} from '#event-sourcing-nest';
import { countedOf, summary, summaryOf, type Counted } from './event-summary.js';
import { eventsPolicy } from './events.policy.js';
import { Limits } from './limits.js';
import { Publisher, publishedEvent, type PublishedEvent } from './published-events.js';
import type { ReloconRuntime } from './runtime.js';

const filters = {
  stream: z.string().min(1).max(200).optional().describe('Only events of this stream, such as `meeting-{id}`.'),
  type: z.string().min(1).max(100).optional().describe('Only this stored name, such as `MemberJoined`.'),
  tag: z.string().min(3).max(200).optional().describe('Only events that concern this, such as `member:{id}`, `group:{id}` or `meeting:{id}`.'),
  actor: z.string().min(1).max(100).optional().describe('Only what this member or key did.'),
  from: dateOrInstant.optional().describe('Only what happened at or after this.'),
  until: dateOrInstant.optional().describe('Only what happened at or before this; a bare date includes that day.'),
  recordedFrom: dateOrInstant.optional().describe('Only what was recorded at or after this.'),
  recordedUntil: dateOrInstant.optional().describe('Only what was recorded at or before this.'),
  timeZone: timeZone.optional().describe('Zone of bare dates; UTC by default.'),
};

const eventsQuery = z.strictObject({
  ...filters,
  ids: idList.optional().describe(`Only events with these ids, at most ${MAX_LIMIT}, with commas between them. With a tag of what they concern they are found sooner.`),
  order: z.enum(['ascending', 'descending']).default('ascending').describe('Order of the log, or the reverse.'),
  after: z.string().max(64).optional().describe('Continue after this position: the `next` of the page before, or any event’s `position`.'),
  reason: text(1_000).optional().describe('Why you take the log away; needed for CSV and NDJSON where you signed in.'),
  limit: wholeNumber(1, 1_000).optional().describe('At most this many; 100 as JSON, everything up to the head as CSV and NDJSON.'),
});

type EventsQuery = z.output<typeof eventsQuery>;

const csv = csvFormOf(publishedEvent);
const summaryQuery = z.strictObject(filters);

type Filters = z.output<typeof summaryQuery>;

const SCAN = 500;

const eventExample = {
  specversion: '1.0',
  id: EXAMPLE_ID,
  source: '/logs/k3v9q2xa',
  type: 'relocon.MemberJoined',
  time: '2026-01-12T18:00:00.000Z',
  recordedtime: '2026-01-12T18:04:10.120Z',
  position: EXAMPLE_POSITION,
  subject: `membership-${EXAMPLE_ID}.${EXAMPLE_ID}`,
  revision: 0,
  actorkind: 'key',
  actorid: EXAMPLE_ID,
  actorrole: 'admin',
  actorvia: 'api',
  commandid: EXAMPLE_ID,
  correlationid: EXAMPLE_ID,
  schemaversion: 1,
  datacontenttype: 'application/json',
  data: { groupId: EXAMPLE_ID, memberId: EXAMPLE_ID },
};

@Controller('api/v1')
export class EventsController {
  private readonly publisher: Publisher;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ReloconRuntime,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(EXPORTS) private readonly exports: Exports,
  ) {
    this.publisher = new Publisher(runtime);
  }

  @Get('events')
  @ApiOperation({
    operationId: 'listEvents',
    summary: 'Read the log',
    description:
      'Published events, shaped like CloudEvents 1.0. As JSON pages, or as CSV or NDJSON (`Accept`): without `limit` everything up to the head, then it ends. Resume with `after`. What you may not read shows as type and time, and only while you filter by nothing else. A member’s key reads what concerns that member. CSV and NDJSON are exports: whoever signed in says why and is asked for the password again, a key needs the scope events:export. Each line of NDJSON is an event: none counts them.',
  })
  @TakesQuery(eventsQuery)
  @For(eventsPolicy.routes.listEvents, 'events:read')
  @relo('list')
  @listAnswer(
    'Events in log order.',
    {
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: { items: { type: 'array', maxItems: 1000, items: component('Event', jsonSchema(publishedEvent, 'output')) }, next: { type: ['string', 'null'], maxLength: 20, description: 'Position to continue after; null at the head.' } },
        additionalProperties: false,
      },
      example: { items: [eventExample], next: null },
    },
    { singular: 'event', headers: seenHeader },
  )
  @Refuses(invalid, notAPosition, positionOfAnotherLog, viewBuilding, reauthenticationNeeded)
  async listEvents(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(eventsQuery, request.query, 'query');
    const { runtime } = this;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['events']), readerOf(runtime, request)]);
    const descending = asked.order === 'descending';
    const start = asked.after === undefined ? undefined : must(parsePosition(runtime.log.id, asked.after));
    const seen = runtime.projector.position(['events']);
    reply.header('relocon-seen', formatPosition(runtime.log.id, seen));
    const range = { after: descending ? START : (start ?? START), before: descending ? (start ?? seen + 1) : seen + 1 };
    const format = exportFormatOf(request.headers.accept);
    if (format) {
      await this.exports.begin(request, reply, { reason: asked.reason, ofPeople: true, memberId: memberIn(asked) }, reader);
      nameFile(runtime, reply, 'events', format);
      return sendPieces(reply, MEDIA_TYPES[format], this.lines(request, asked, reader, range, format));
    }
    if (asked.reason !== undefined) throw new RefusedError(invalid('#reason: is for CSV and NDJSON alone.', { errors: [{ pointer: '#reason', detail: 'is for CSV and NDJSON alone' }] }));
    const limit = asked.limit ?? 100;
    const items: PublishedEvent[] = [];
    for await (const event of this.walk({ ...asked, limit }, reader, { ...range, until: () => reply.raw.destroyed })) if (items.push(event) > limit) break;
    const next = items.length > limit ? (items[limit - 1] as PublishedEvent).position : null;
    sendJson(reply, { items: items.slice(0, limit), next });
  }

  @Get('events/summary')
  @ApiOperation({
    operationId: 'summariseEvents',
    summary: 'Count the events of the log',
    description: 'How many of the events that /api/v1/events lists there are, by type and over time. What is withheld counts while you filter by nothing but type and time. For administrators, auditors and integrators.',
  })
  @TakesQuery(summaryQuery)
  @For(eventsPolicy.routes.summariseEvents, 'events:read')
  @relo('list')
  @ApiResponse({
    status: 200,
    description: 'How many there are.',
    content: {
      'application/json': {
        schema: component('EventSummary', jsonSchema(summary, 'output')),
        example: { total: 1, complete: true, types: [{ type: 'MemberJoined', count: 1 }], first: '2026-01-12T18:04:10.120Z', last: '2026-01-12T18:04:10.120Z', buckets: [{ from: '2026-01-12T18:04:10.120Z', position: EXAMPLE_POSITION, count: 1 }] },
      },
    },
  } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, viewBuilding)
  async summariseEvents(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(summaryQuery, request.query, 'query');
    const { runtime } = this;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['events']), readerOf(runtime, request)]);
    const seen = runtime.projector.position(['events']);
    const within = windowOf(asked);
    const { counted, complete } = await countedOf(runtime.store, tagsFor(asked, reader), seen, async (page) =>
      tellsWhose(asked, reader)
        ? (await this.opened(thoseInTime(page, within), reader)).flatMap(({ event, open }) => (this.shows(open, asked, reader) ? [event] : []))
        : page.map(recordOf).filter((event) => inTime(event, within)),
      () => reply.raw.destroyed,
    );
    if (reply.raw.destroyed) return;
    sendJson(reply, summaryOf(counted, complete, runtime.log.id));
  }

  private async *lines(request: FastifyRequest, query: EventsQuery, reader: Reader, range: { after: number; before: number }, format: ExportFormat): AsyncIterable<string> {
    let left = query.limit ?? Infinity;
    if (format === 'csv') yield csv.header;
    for await (const event of this.walk(query, reader, range, () => this.exports.still(request, reader))) {
      yield format === 'csv' ? csv.lineOf(event) : `${JSON.stringify(event)}\n`;
      if (--left === 0) return;
    }
  }

  /** Published events that pass the query, within (after, before), or until nobody waits for them any more. @param still asked before each page after the first. */
  private async *walk(query: EventsQuery, reader: Reader, { after, before, until = () => false }: { after: number; before: number; until?(): boolean }, still?: () => Promise<Reader>): AsyncIterable<PublishedEvent> {
    const descending = query.order === 'descending';
    const tags = tagsFor(query, reader);
    const within = windowOf(query);
    // Those that are still to be found.
    const sought = query.ids && new Set(query.ids);
    // Mostly all of a page shows; one more tells whether there is a next.
    for (let size = Math.min(SCAN, (query.limit ?? SCAN) + 1); ; size = SCAN) {
      const page = await this.runtime.store.findEvents(EVENT_INDEX, { tags, after, before, descending, limit: size });
      const named = sought ? page.filter(({ id }) => sought.delete(id)) : page;
      for (const { event, open } of await this.opened(thoseInTime(named, within), reader)) {
        if (this.shows(open, query, reader)) yield this.publisher.publish(event, open, reader);
      }
      const last = page.at(-1);
      if (!last || page.length < size || sought?.size === 0 || until()) return;
      if (descending) before = last.position;
      else after = last.position;
      // Others are answered meanwhile, and whoever has gone away is heard of.
      await breathe();
      if (still) reader = await still();
    }
  }

  /** @param open the event as its reader may read it. */
  private shows(open: RecordedEvent | undefined, query: Filters, reader: Reader): boolean {
    if (!open) return !tellsWhose(query, reader);
    return query.tag === undefined || this.publisher.tellsOf(query.tag, open);
  }

  private async opened(page: readonly LoggedEvent[], reader: Reader): Promise<{ event: RecordedEvent; open: RecordedEvent | undefined }[]> {
    await this.runtime.bindRights(this.publisher.rights.views);
    const events = await this.runtime.codec.decode(page);
    const open = await this.publisher.rights.open(events, reader);
    return events.map((event, index) => ({ event, open: open[index] }));
  }

  @Get('changes')
  @ApiOperation({
    operationId: 'followChanges',
    summary: 'Follow what happens',
    description: 'Server-sent events, each after the views have seen it: `event` is the stored name, `id` the position to resume after with `Last-Event-ID`. Begins at the head unless told where, with an event `begun`, whose data tell that position: what was read before with an earlier `Relocon-Seen` may have changed.',
  })
  @For(eventsPolicy.routes.followChanges, 'events:read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Resume after this position.', schema: { type: 'string', maxLength: 64 }, example: EXAMPLE_POSITION })
  @ApiResponse({ status: 200, description: 'An endless stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog)
  async followChanges(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runtime } = this;
    const lastId = request.headers['last-event-id'];
    const from = typeof lastId === 'string' && lastId !== '' ? must(parsePosition(runtime.log.id, lastId)) : runtime.projector.position();
    this.limits.holdStream(request, reply);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } as never);
    // Whoever is cut off before anything has happened resumes from here, too.
    const position = formatPosition(runtime.log.id, from);
    raw.write(`retry: 2000\nid: ${position}\nevent: begun\ndata: ${JSON.stringify({ position })}\n\n`);
    let wake = (): void => undefined;
    const stop = runtime.onCommitted(() => wake());
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), 15_000);
    const closed = new Promise<void>((resolve) => raw.once('close', resolve));
    runtime.openStreams.add(raw);
    try {
      for (let after = from; !raw.destroyed; ) {
        const more = new Promise<void>((resolve) => (wake = resolve));
        // Rights are checked for every batch: a revoked key hears no more.
        const credential = await runtime.credentials.of(request.headers, request.ip);
        if (!credential) break;
        const reader = await runtime.readerOf(credential.actor);
        const page = await runtime.store.findEvents(EVENT_INDEX, { tags: tagsFor({}, reader), after, before: runtime.projector.position() + 1, limit: SCAN });
        for (const { event, open } of await this.opened(page, reader)) {
          if (open || admits(STAFF, reader)) raw.write(message(this.publisher.publish(event, open, reader)));
        }
        after = page.at(-1)?.position ?? after;
        if (page.length < SCAN) await Promise.race([more, closed]);
      }
    } finally {
      clearInterval(heartbeat);
      stop();
      runtime.openStreams.delete(raw);
      raw.end();
    }
  }
}

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OF_MEMBER = new RegExp(`^(?:member[:-])(${ID})$`);

/** The one member whose events were asked for. */
function memberIn({ stream, tag }: EventsQuery): string | undefined {
  return OF_MEMBER.exec(tag ?? '')?.[1] ?? OF_MEMBER.exec(stream ?? '')?.[1];
}

/** Enough to know what to read again; the data are read where rights are checked. */
function message({ type, time, position, subject, withheld }: PublishedEvent): string {
  return `id: ${position}\nevent: ${type.slice('relocon.'.length)}\ndata: ${JSON.stringify({ type, time, position, subject, withheld })}\n\n`;
}

/** Whoever filters by more than type and time would learn whose withheld events are. */
function tellsWhose({ stream, tag, actor }: Filters, reader: Reader): boolean {
  return !admits(STAFF, reader) || stream !== undefined || tag !== undefined || actor !== undefined;
}

/** What stands of an event without opening it. */
function recordOf({ type, position, body }: LoggedEvent): Counted & Pick<RecordedEvent, 'occurredAt'> {
  const { occurredAt, recordedAt } = (JSON.parse(body) as { metadata: EventMetadata }).metadata;
  return { type, position, occurredAt, recordedAt };
}

function tagsFor(query: Filters, reader: Reader): string[] {
  const tags = [
    ...(query.stream === undefined ? [] : [`stream:${query.stream}`]),
    ...(query.type === undefined ? [] : [`type:${query.type.replace(/^relocon\./, '')}`]),
    ...(query.tag === undefined ? [] : [query.tag]),
    ...(query.actor === undefined ? [] : [`actor:${query.actor}`]),
    ...(admits(STAFF, reader) ? [] : [`member:${reader.memberId}`]),
  ];
  return tags.length === 0 ? ['all'] : tags;
}

/** The instants that a query names, worked out once: of a zone that takes longer than to read an event. */
interface Window {
  happened: readonly [from: string | undefined, until: string | undefined];
  recorded: readonly [from: string | undefined, until: string | undefined];
}

function windowOf({ from, until, recordedFrom, recordedUntil, timeZone: zone = 'UTC' }: Filters): Window | undefined {
  if ([from, until, recordedFrom, recordedUntil].every((each) => each === undefined)) return undefined;
  const between = (first?: string, last?: string) => [first && inclusiveStart(first, zone), last && exclusiveEnd(last, zone)] as const;
  return { happened: between(from, until), recorded: between(recordedFrom, recordedUntil) };
}

function inTime({ occurredAt, recordedAt }: Pick<RecordedEvent, 'occurredAt' | 'recordedAt'>, within: Window | undefined): boolean {
  if (!within) return true;
  const holds = ([from, until]: Window['happened'], at: string): boolean => (from === undefined || at >= from) && (until === undefined || at < until);
  return holds(within.happened, occurredAt) && holds(within.recorded, recordedAt);
}

/** Those of a page within the window, told before any is opened. */
function thoseInTime(page: readonly LoggedEvent[], within: Window | undefined): readonly LoggedEvent[] {
  return within ? page.filter((event) => inTime(recordOf(event), within)) : page;
}

tagController(EventsController, 'Events');

/** GET /api/public/directory: aligned groups, for people who look for one. Asks for no credential. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, RefusedError, searchTokens, type FindQuery, type ViewDefinition } from '#event-sourcing';
import {
  AS_EXPORT,
  badCursor,
  bindViews,
  component,
  csvFormOf,
  cursorScope,
  exportFormatOf,
  EXPORTS,
  ForEverybody,
  invalid,
  jsonSchema,
  listAnswer,
  makeCursor,
  must,
  mustParse,
  notFound,
  openCursor,
  pageQuery,
  pathId,
  refuseOtherForm,
  Refuses,
  RUNTIME,
  sendExport,
  sendJson,
  tagController,
  TakesQuery,
  viewBuilding,
  wholeNumber,
  type Exports,
  type ExportedList,
  type Runtime,
} from '#event-sourcing-nest';
import { criterion, level, ratioName } from '../alignment/alignment.events.js';
import { place } from '../groups/groups.events.js';
import type { DirectoryDocument } from './directory.events.js';
import { explained } from './explanation.js';
import { distanceTo, isAt, type Point } from './places.js';
import { directoryView } from './views/directory.js';

const text = z.string().min(1).max(200);
const near = text
  .regex(/^\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*$/, { error: 'must be latitude and longitude, such as 52.52,13.40' })
  .transform((given): Point => {
    const [latitude, longitude] = given.split(',').map(Number) as [number, number];
    return { latitude, longitude };
  })
  .refine(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, { error: 'must be degrees: at most 90 of latitude and 180 of longitude' });

const directoryQuery = z.strictObject({
  q: text.optional().describe('Words of name, charter or place; each must begin a word.'),
  place: text.optional().describe('Words of the place; each must begin a word.'),
  near: near.optional().meta({ type: 'string', description: 'Latitude and longitude in degrees, such as `52.52,13.40`: only groups that say where they are, with their distance.' }),
  within: wholeNumber(1, 20_100).default(50).describe('With `near`: at most so many kilometres away.'),
  domain: text.optional().describe('A domain of the charter, such as `pricing`.'),
  verdict: z.enum(['aligned', 'emerging']).optional().describe('Only groups decided to be so; both where it is not given.'),
  ...pageQuery,
});
type Asked = Omit<z.output<typeof directoryQuery>, 'limit' | 'cursor'>;

const group = z.strictObject({
  id: z.uuid(),
  name: z.string().max(200),
  timeZone: z.string().max(64),
  place: place.nullable(),
  distanceKm: z.int().min(0).optional().describe('Where `near` is given; rounded, which `within` does not do.'),
  charter: z.strictObject({ purpose: z.string().max(2_000), domain: z.array(z.string().max(100)).max(20), practice: z.string().max(5_000).nullable() }).nullable(),
  alignment: z.strictObject({
    verdict: z.enum(['aligned', 'emerging']),
    score: z.int().min(0).max(100),
    judged: z.number().min(0).max(100),
    observed: z.number().min(0).max(100).nullable().describe('Null: too little could be observed.'),
    provisional: z.boolean(),
    decidedAt: z.iso.datetime(),
    until: z.iso.datetime().describe('In force until then, or until the next decision.'),
    criteria: z.array(z.strictObject({ criterion, level })).max(20),
    ratios: z.array(z.strictObject({ name: ratioName, share: z.number().min(0).max(1) })).max(20).describe('Those that had something to count; none where too little was observed.'),
    explanation: z.array(z.string().max(300)).max(50).describe('The same in words.'),
  }),
});
const page = z.strictObject({ items: z.array(group).max(100), next: z.string().nullable() });
const csv = csvFormOf(group);

const alignmentExample = {
  verdict: 'aligned' as const,
  score: 82,
  judged: 85,
  observed: 77.5,
  provisional: false,
  decidedAt: '2026-01-15T10:00:00.000Z',
  until: '2027-01-15T10:00:00.000Z',
  criteria: [{ criterion: 'trust' as const, level: 4 }],
  ratios: [{ name: 'membersGivingHelp' as const, share: 0.7 }],
};
const groupExample = {
  id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20',
  name: 'Co-op Builders',
  timeZone: 'Europe/Berlin',
  place: { text: 'Berlin', latitude: 52.52, longitude: 13.4 },
  charter: { purpose: 'We teach each other to run food co-operatives that last.', domain: ['food co-operatives', 'pricing'], practice: null },
  alignment: { ...alignmentExample, explanation: explained(alignmentExample) },
};

const SCAN = 100;
const VIEWS = [directoryView.name];

@Controller('api/public/directory')
export class DirectoryController {
  private readonly collection = collectionName(directoryView);

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(EXPORTS) private readonly exports: Exports,
    @Inject(QueryBus) private readonly bus: QueryBus,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'searchDirectory',
    summary: 'Find a group to learn in',
    description: `Groups that agreed to be listed and whose alignment is decided and in force, as aligned or as emerging, with the explanation; by place, domain and words, sorted by name. It tells nothing of any member. ${AS_EXPORT.everybodys}`,
    security: [],
  })
  @TakesQuery(directoryQuery)
  @ForEverybody()
  @listAnswer('A page of groups.', { schema: component('Directory', jsonSchema(page, 'output')), example: { items: [groupExample], next: null } }, { singular: 'group' })
  @Refuses(invalid, badCursor, viewBuilding)
  async searchDirectory(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, ...asked } = mustParse(directoryQuery, request.query, 'query');
    const format = exportFormatOf(request.headers.accept);
    must(refuseOtherForm(request.query as object, format !== undefined));
    const { cursorKey } = this.runtime;
    const scope = cursorScope(['directory', directoryView.version, asked]);
    const after = cursor === undefined ? undefined : must(openCursor<{ value: string; id: string }>(cursorKey, scope, cursor));
    await bindViews(this.runtime, VIEWS);
    if (format) {
      const { bus, runtime, exports } = this;
      const filters = request.query as Record<string, string>;
      return sendExport({ bus, runtime, exports }, this.exported(asked), request, reply, { format, query: queryOf(asked), filters, reason: undefined }, undefined);
    }
    const found: DirectoryDocument[] = [];
    for await (const doc of this.walk(asked, after)) if (found.push(doc) > limit) break;
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const next = found.length > limit && last ? makeCursor(cursorKey, scope, { value: last.name, id: last.id }) : null;
    sendJson(reply, { items: items.map((doc) => shownTo(doc, asked.near)), next });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readDirectoryEntry', summary: 'Read one group of the directory', description: 'The same as the list tells of it; 404 once it is not listed any more, or its decision is not in force.', security: [] })
  @pathId()
  @ForEverybody()
  @ApiResponse({ status: 200, description: 'The group.', content: { 'application/json': { schema: component('DirectoryEntry', jsonSchema(group, 'output')), example: groupExample } } } as never)
  @Refuses(notFound, viewBuilding)
  async readDirectoryEntry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await bindViews(this.runtime, VIEWS);
    const [stored] = await this.runtime.store.getMany(this.collection, [(request.params as { id: string }).id]);
    const doc = stored?.doc as DirectoryDocument | undefined;
    if (!doc?.shown || !this.isInForce(doc)) throw new RefusedError(notFound('There is no such group in the directory.'));
    sendJson(reply, shownTo(doc));
  }

  /** Every group that fits, by name. */
  private async *walk(asked: Asked, start: FindQuery['after']): AsyncIterable<DirectoryDocument> {
    const [query, fits] = [queryOf(asked), this.fitting(asked)];
    for (let after = start; ; ) {
      const docs = (await this.runtime.store.find(this.collection, { ...query, limit: SCAN, ...(after && { after }) })) as DirectoryDocument[];
      for (const doc of docs) if (fits(doc)) yield doc;
      const last = docs.at(-1);
      if (!last || docs.length < SCAN) return;
      after = { value: last.name, id: last.id };
    }
  }

  /** What fitted then and is listed today. */
  private exported(asked: Asked): ExportedList<undefined> {
    const fits = this.fitting(asked);
    const shown = (then: DirectoryDocument, today: DirectoryDocument) => (today.shown && this.isInForce(today) && fits(then) ? shownTo(then, asked.near) : undefined);
    return { path: 'directory', view: directoryView as unknown as ViewDefinition, csv, self: undefined, joined: undefined, shown: shown as unknown as ExportedList<undefined>['shown'] };
  }

  /** What the store does not look at. */
  private fitting({ place: at, near: from, within, verdict }: Asked): (doc: DirectoryDocument) => boolean {
    const placeWords = searchTokens([at]);
    return (doc) => {
      const isNear = !from || (distanceTo(doc.place, from) ?? Infinity) <= within;
      const isSo = verdict === undefined || doc.verdict === verdict;
      return this.isInForce(doc) && isSo && isNear && isAt(doc.place, placeWords);
    };
  }

  private isInForce({ alignment }: DirectoryDocument): boolean {
    return alignment !== null && alignment.until > this.runtime.clock();
  }
}

tagController(DirectoryController, 'Directory');

/** What of it the store finds. */
function queryOf({ q, place: at, domain }: Asked): Omit<FindQuery, 'limit' | 'after'> {
  const words = q === undefined ? undefined : searchTokens([q]);
  // Text without a word in it finds nothing.
  const nothing = words?.length === 0 || (at !== undefined && searchTokens([at]).length === 0);
  return { where: { shown: true, ...(domain !== undefined && { domains: domain.normalize('NFC').toLowerCase() }) }, sort: 'name', ...(words && { words }), ...(nothing && { ids: [] }) };
}

function shownTo({ id, name, timeZone, place: where, charter, alignment }: DirectoryDocument, from?: Point): Record<string, unknown> {
  const kilometres = from && distanceTo(where, from);
  return { id, name, timeZone, place: where, ...(kilometres !== undefined && { distanceKm: Math.round(kilometres) }), charter, alignment: alignment && { ...alignment, explanation: explained(alignment) } };
}

/** GET /api/public/directory: aligned groups, for people who look for one. Asks for no credential. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, RefusedError, searchTokens, type FindQuery } from '#event-sourcing';
import {
  badCursor,
  bindViews,
  component,
  cursorScope,
  ForEverybody,
  invalid,
  jsonSchema,
  makeCursor,
  must,
  mustParse,
  notFound,
  openCursor,
  pathId,
  Refuses,
  RUNTIME,
  sendJson,
  tagController,
  TakesQuery,
  viewBuilding,
  wholeNumber,
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
  limit: wholeNumber(1, 100).default(25).describe('At most so many groups.'),
  cursor: z.string().min(1).max(2_000).optional().describe('The `next` of the page before.'),
});
type DirectoryQuery = z.output<typeof directoryQuery>;

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

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @ApiOperation({
    operationId: 'searchDirectory',
    summary: 'Find a group to learn in',
    description: 'Groups that agreed to be listed and whose alignment is decided and in force, as aligned or as emerging, with the explanation; by place, domain and words, sorted by name. It tells nothing of any member.',
    security: [],
  })
  @TakesQuery(directoryQuery)
  @ForEverybody()
  @ApiResponse({ status: 200, description: 'A page of groups.', content: { 'application/json': { schema: component('Directory', jsonSchema(page, 'output')), example: { items: [groupExample], next: null } } } } as never)
  @Refuses(invalid, badCursor, viewBuilding)
  async searchDirectory(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, ...asked } = mustParse(directoryQuery, request.query, 'query');
    const { cursorKey } = this.runtime;
    const scope = cursorScope(['directory', directoryView.version, asked]);
    const after = cursor === undefined ? undefined : must(openCursor<{ value: string; id: string }>(cursorKey, scope, cursor));
    await bindViews(this.runtime, VIEWS);
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
  private async *walk({ q, place: at, near: from, within, domain, verdict }: Omit<DirectoryQuery, 'limit' | 'cursor'>, start: FindQuery['after']): AsyncIterable<DirectoryDocument> {
    const where = { shown: true, ...(domain !== undefined && { domains: domain.normalize('NFC').toLowerCase() }) };
    const [words, placeWords] = [q === undefined ? undefined : searchTokens([q]), searchTokens([at])];
    // Text without a word in it finds nothing.
    if (words?.length === 0 || (at !== undefined && placeWords.length === 0)) return;
    for (let after = start; ; ) {
      const docs = (await this.runtime.store.find(this.collection, { where, sort: 'name', limit: SCAN, ...(words && { words }), ...(after && { after }) })) as DirectoryDocument[];
      for (const doc of docs) {
        const isNear = !from || (distanceTo(doc.place, from) ?? Infinity) <= within;
        const isSo = verdict === undefined || doc.verdict === verdict;
        if (this.isInForce(doc) && isSo && isNear && isAt(doc.place, placeWords)) yield doc;
      }
      const last = docs.at(-1);
      if (!last || docs.length < SCAN) return;
      after = { value: last.name, id: last.id };
    }
  }

  private isInForce({ alignment }: DirectoryDocument): boolean {
    return alignment !== null && alignment.until > this.runtime.clock();
  }
}

tagController(DirectoryController, 'Directory');

function shownTo({ id, name, timeZone, place: where, charter, alignment }: DirectoryDocument, from?: Point): object {
  const kilometres = from && distanceTo(where, from);
  return { id, name, timeZone, place: where, ...(kilometres !== undefined && { distanceKm: Math.round(kilometres) }), charter, alignment: alignment && { ...alignment, explanation: explained(alignment) } };
}

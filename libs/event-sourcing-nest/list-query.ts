/** The query of a list, from what its view declares. */
import { z } from 'zod';
import { isRefusal, searchTokens, type FieldType, type FindQuery, type ListShape, type Refusal, type Scalar, type ViewDefinition } from '#event-sourcing';
import { dateOrInstant, exclusiveEnd, inclusiveStart } from './moment.js';
import { text, timeZone } from '#event-sourcing';
import { invalid, unsupportedQuery } from './problems.js';

export const MAX_LIMIT = 100;

/** Ids as they stand in an address, with commas between them. */
export const idList = z
  .string()
  .min(1)
  .max(MAX_LIMIT * 80)
  .transform((ids) => [...new Set(ids.split(','))])
  .refine((ids) => ids.length <= MAX_LIMIT, `names more than ${MAX_LIMIT} ids`);

/** The field by which a list holds only what its reader may see; nobody asks by it, and nobody sees it. */
export const AUDIENCE = 'audience';

/** A whole number in a query, in decimal digits. */
export const wholeNumber = (least: number, most: number) => z.preprocess((value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value), z.int({ error: ({ code }) => (code === 'invalid_type' ? 'must be a whole number' : undefined) }).min(least).max(most));

const ofType: Record<FieldType, () => z.ZodType> = {
  string: () => z.string().min(1).max(200),
  id: () => z.string().min(1).max(100),
  instant: () => dateOrInstant,
  number: () => z.coerce.number({ error: 'must be a number' }),
  boolean: () => z.enum(['true', 'false']),
  list: () => z.string().min(1).max(200),
  keys: () => z.string().min(1).max(200),
};

export interface ListRequest {
  limit: number;
  cursor?: string;
  sort?: string;
  q?: string;
  total?: 'true' | 'false';
  from?: string;
  until?: string;
  timeZone?: string;
  externalId?: string;
  ids?: string[];
  reason?: string;
  [filter: string]: unknown;
}

/** What is said of an export. */
export const whyTaken = text(1_000).optional().describe('Why you take the list away; needed for CSV and NDJSON where you signed in.');

/** Pages of what is no view. */
export const pageQuery = {
  limit: wholeNumber(1, MAX_LIMIT).default(25).describe('At most this many items.'),
  cursor: z.string().min(1).max(2_000).optional().describe('The `next` of the page before.'),
};

/** Every parameter a list of this view takes. */
export function listParameters(view: ViewDefinition, externalKind: string | undefined): z.ZodObject {
  const filters = [...new Set(view.lists.flatMap((shape) => shape.by))].filter((field) => field !== AUDIENCE);
  const sorts = [...new Set(view.lists.flatMap((shape) => [shape.sort, `-${shape.sort}`]))];
  const inTime = view.lists.some(({ sort }) => view.fields[sort] === 'instant');
  return z.strictObject({
    ...pageQuery,
    sort: z.enum(sorts as [string, ...string[]]).optional().describe('Field to sort by; `-` for descending. Always ends with the id.'),
    total: z.enum(['true', 'false']).optional().describe('`true`: also count everything that matches.'),
    ...(inTime && {
      from: dateOrInstant.optional().describe('Only where the sort field, an instant, is at or after this.'),
      until: dateOrInstant.optional().describe('Only where the sort field, an instant, is at or before this; a bare date includes that day.'),
      timeZone: timeZone.optional().describe('Zone of bare dates; UTC by default.'),
    }),
    reason: whyTaken,
    ...(view.search && { q: z.string().min(1).max(200).optional().describe('Words; each must begin a word of the item.') }),
    ids: idList.optional().describe(`Only these ids, at most ${MAX_LIMIT}, with commas between them: for the names that stand in a list.`),
    ...(externalKind && { externalId: z.string().min(1).max(200).optional().describe('Only the one an import knows by this id.') }),
    ...Object.fromEntries(filters.map((field) => [field, (ofType[view.fields[field] as FieldType]() as z.ZodType).optional().describe(`Only where ${field} is this.`)])),
  });
}

/** The declared shape that serves these filters and sort, or a refusal naming all of them. */
export function shapeFor(view: ViewDefinition, filters: readonly string[], sort: string | undefined): ListShape | Refusal {
  const wanted = [...filters].sort().join();
  const fits = view.lists.filter((shape) => shape.by.filter((field) => field !== AUDIENCE).slice().sort().join() === wanted);
  const shape = sort === undefined ? fits[0] : fits.find((each) => each.sort === sort);
  if (shape) return shape;
  const offered = [...new Set(view.lists.map((each) => {
    const by = each.by.filter((field) => field !== AUDIENCE);
    return `${by.length === 0 ? 'no filter' : by.join(' + ')}, sorted by ${each.sort}`;
  }))];
  return unsupportedQuery(`This list offers: ${offered.join('; ')}.`, { extra: { offered } });
}

/** Parameters of pages, which an export has none of. */
const OF_PAGES = ['limit', 'cursor', 'total'];

/** What is asked for that the form of the answer does not know. */
export function refuseOtherForm(asked: object, asExport: boolean): Refusal | undefined {
  const wrong = asExport ? OF_PAGES.find((name) => name in asked) : 'reason' in asked ? 'reason' : undefined;
  if (wrong === undefined) return undefined;
  const detail = asExport ? 'is for pages: an export holds everything that matches' : 'is for CSV and NDJSON alone';
  return invalid(`#${wrong}: ${detail}.`, { errors: [{ pointer: `#${wrong}`, detail }] });
}

/** @returns the store's query (without `ids` and `after`), the sort used, and its range. */
export function findQueryOf(view: ViewDefinition, request: ListRequest): FindQuery | Refusal {
  const { limit, cursor: _cursor, sort, q, total: _total, from, until, timeZone: zone = 'UTC', externalId: _external, ids: _ids, reason: _reason, ...filters } = request;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (from !== undefined && until !== undefined && inclusiveStart(from, zone) >= exclusiveEnd(until, zone)) {
    return invalid('#from: must lie before until.', { errors: [{ pointer: '#from', detail: 'must lie before until' }] });
  }
  const shape = shapeFor(view, given.map(([field]) => field), sort?.replace(/^-/, ''));
  if (isRefusal(shape)) return shape;
  if ((from !== undefined || until !== undefined) && view.fields[shape.sort] !== 'instant') {
    return unsupportedQuery('from and until need a list sorted by an instant.', { errors: [{ pointer: '#from', detail: 'needs a list sorted by an instant' }] });
  }
  return {
    where: Object.fromEntries(given.map(([field, value]) => [field, valueOf(view, field, value)])),
    sort: shape.sort,
    descending: sort?.startsWith('-') ?? false,
    ...((from !== undefined || until !== undefined) && {
      range: { ...(from !== undefined && { from: inclusiveStart(from, zone) }), ...(until !== undefined && { before: exclusiveEnd(until, zone) }) },
    }),
    ...(q !== undefined && { words: searchTokens([q]) }),
    limit,
  };
}

function valueOf(view: ViewDefinition, field: string, value: unknown): Scalar {
  const type = view.fields[field];
  if (type === 'boolean') return value === 'true';
  return type === 'keys' ? String(value).normalize('NFC').toLowerCase() : (value as Scalar);
}

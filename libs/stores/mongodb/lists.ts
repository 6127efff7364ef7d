/** Lists as MongoDB finds them: filters, order and the indexes they walk. */
import { MaxKey, MinKey, type Filter, type FindOptions, type IndexDescription, type Sort } from 'mongodb';
import type { CollectionSchema, Document, FindQuery, Scalar } from '#event-sourcing';

/** A document as it is kept; without `doc` a tombstone. */
export interface Row {
  _id: string;
  position: number;
  doc?: Document;
  tokens?: readonly string[];
  /** For lists by several arrays, which one index cannot hold: every combination of their values. */
  crossed?: Record<string, string[]>;
}

/** Fields equal first, then the order, then the id: such an index is walked in the order of the list, whatever is asked for. */
export function indexesOf({ lists, arrays, searchable }: CollectionSchema): IndexDescription[] {
  const keys = lists
    .filter(({ by, sort }) => by.length > 0 || sort !== 'id')
    .map(({ by, sort }) => {
      const crossed = crossedFields(by, arrays);
      const equal = [...(crossed ? [`crossed.${crossed.join('-')}`] : []), ...by.filter((field) => !crossed?.includes(field)).map(fieldOf)];
      return Object.fromEntries([...equal, ...(sort === 'id' ? [] : [fieldOf(sort)]), '_id'].map((field) => [field, 1] as const));
    });
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
  return [
    // Tombstones are in no list.
    ...[...distinct.values()].map((key, index) => ({ key, name: `list-${index}`, partialFilterExpression: { doc: { $exists: true } } })),
    ...(searchable ? [{ key: { tokens: 1 as const }, name: 'tokens' }] : []),
  ];
}

/** What a document adds for lists by several arrays. */
export function crossedOf({ lists, arrays }: CollectionSchema, doc: Document): Row['crossed'] {
  const crossed: NonNullable<Row['crossed']> = {};
  for (const { by } of lists) {
    const fields = crossedFields(by, arrays);
    if (fields) crossed[fields.join('-')] = combinations(fields.map((field) => (Array.isArray(doc[field]) ? (doc[field] as Scalar[]) : [])));
  }
  return Object.keys(crossed).length > 0 ? crossed : undefined;
}

function listOf({ name, lists }: CollectionSchema, query: Pick<FindQuery, 'where' | 'sort'>): CollectionSchema['lists'][number] {
  const asked = Object.keys(query.where);
  const list = lists.find(({ by, sort }) => sort === query.sort && by.length === asked.length && by.every((field) => asked.includes(field)));
  if (!list) throw new Error(`${name} declares no list by ${asked.join(', ') || 'nothing'}, sorted by ${query.sort}`);
  return list;
}

/** @throws for a combination of filters and sort that the view does not declare. */
export function filterOf(schema: CollectionSchema, query: Omit<FindQuery, 'limit' | 'after'>): Filter<Row> {
  const { arrays } = schema;
  const list = listOf(schema, query);
  const sort = fieldOf(query.sort);
  const conditions: Filter<Row>[] = [{ doc: { $exists: true } }];
  const crossed = crossedFields(list.by, arrays);
  if (crossed) conditions.push({ [`crossed.${crossed.join('-')}`]: { $in: combinations(crossed.map((field) => wantedOf(query.where[field] as Wanted))) } });
  for (const [field, wanted] of Object.entries(query.where)) {
    if (crossed?.includes(field)) continue;
    const values = wantedOf(wanted);
    conditions.push({ [fieldOf(field)]: values.length === 1 ? { $eq: values[0] } : { $in: values } });
  }
  const { from, before } = query.range ?? {};
  if (from !== undefined) conditions.push({ [sort]: { $gte: from } });
  if (before !== undefined) conditions.push({ [sort]: { $lt: before } });
  for (const word of query.words ?? []) conditions.push({ tokens: { $elemMatch: { $gte: word, $lt: `${word}\u{10FFFF}` } } });
  if (query.ids) conditions.push({ _id: { $in: [...query.ids] } });
  return { $and: conditions };
}

type Wanted = FindQuery['where'][string];

function wantedOf(wanted: Wanted): Scalar[] {
  return typeof wanted === 'object' && wanted !== null ? [...wanted.in] : [wanted];
}

function crossedFields(by: readonly string[], arrays: readonly string[]): string[] | undefined {
  const several = by.filter((field) => arrays.includes(field));
  return several.length > 1 ? several.sort() : undefined;
}

function combinations(values: readonly (readonly Scalar[])[]): string[] {
  return values.reduce<Scalar[][]>((rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])), [[]]).map((row) => JSON.stringify(row));
}

export function sortOf({ sort, descending = false }: Pick<FindQuery, 'sort' | 'descending'>): Sort {
  const direction = descending ? -1 : 1;
  return sort === 'id' ? { _id: direction } : { [fieldOf(sort)]: direction, _id: direction };
}

function fieldOf(field: string): string {
  return field === 'id' ? '_id' : `doc.${field}`;
}

/**
 * The stretch of an index that holds what comes after (value, id), to be walked in the order of the list: the server need not weigh one index
 * against another, and looks at nothing before the page. Undefined where the page is not one stretch: an array, several values of a filter, words, ids.
 */
export function stretchAfter(schema: CollectionSchema, { where, sort, descending = false, after, range = {}, words = [], ids }: FindQuery): Pick<FindOptions, 'hint' | 'min' | 'max' | 'sort'> | undefined {
  if (!after || sort === 'id' || words.length > 0 || ids) return undefined;
  const { by } = listOf(schema, { where, sort });
  if (by.some((field) => schema.arrays.includes(field) || wantedOf(where[field] as Wanted).length !== 1)) return undefined;
  const equal = Object.fromEntries(by.map((field) => [fieldOf(field), wantedOf(where[field] as Wanted)[0]]));
  const at = (value: unknown, id: unknown) => ({ ...equal, [fieldOf(sort)]: value, _id: id });
  const [least, most] = [new MinKey(), new MaxKey()];
  const { value, id } = after;
  const every = (direction: 1 | -1) => Object.fromEntries(Object.keys(at(value, id)).map((field) => [field, direction] as const));
  // `max` is not part of the stretch, and `min` is: the first text after an id is the one with a zero added.
  return descending
    ? { hint: every(1), sort: every(-1), min: at(range.from ?? least, least), max: at(value, id) }
    : { hint: every(1), sort: every(1), min: at(value, `${id}\0`), max: range.before === undefined ? at(most, most) : at(range.before, least) };
}

/**
 * What comes after (value, id), in the parts an index walks one after the other; null, and what is missing, comes before every other value.
 * One part with `$or` would have documents looked at that are not in the page.
 */
export function partsAfter({ sort: by, descending = false, after }: Pick<FindQuery, 'sort' | 'descending' | 'after'>): Filter<Row>[] {
  if (!after) return [{}];
  const sort = fieldOf(by);
  const than = descending ? '$lt' : '$gt';
  const { value, id } = after;
  if (sort === '_id') return [{ _id: { [than]: id } }];
  const tied = { [sort]: { $eq: value }, _id: { [than]: id } };
  if (value === null) return descending ? [tied] : [tied, { [sort]: { $ne: null } }];
  return [tied, { [sort]: { [than]: value } }, ...(descending ? [{ [sort]: { $eq: null } }] : [])] as Filter<Row>[];
}

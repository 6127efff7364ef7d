/** Lists as MongoDB finds them: filters, order and the indexes they walk. */
import type { Filter, IndexDescription, Sort } from 'mongodb';
import type { CollectionSchema, Document, FindQuery, Scalar } from '#event-sourcing';

/** A document as it is kept; without `doc` a tombstone. */
export interface Row {
  _id: string;
  position: number;
  doc?: Document;
  tokens?: readonly string[];
}

/** Fields equal first, then the order, then the id: such an index is walked in the order of the list, whatever is asked for. */
export function indexesOf({ lists, searchable }: CollectionSchema): IndexDescription[] {
  const keys = lists.filter(({ by, sort }) => by.length > 0 || sort !== 'id').map(({ by, sort }) => Object.fromEntries([...by.map(fieldOf), ...(sort === 'id' ? [] : [fieldOf(sort)]), '_id'].map((field) => [field, 1] as const)));
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
  return [
    // Tombstones are in no list.
    ...[...distinct.values()].map((key, index) => ({ key, name: `list-${index}`, partialFilterExpression: { doc: { $exists: true } } })),
    ...(searchable ? [{ key: { tokens: 1 as const }, name: 'tokens' }] : []),
  ];
}

/** @throws for a combination of filters and sort that the view does not declare. */
export function filterOf(schema: CollectionSchema, query: Omit<FindQuery, 'limit'>): Filter<Row> {
  const asked = Object.keys(query.where);
  if (!schema.lists.some(({ by, sort }) => sort === query.sort && by.length === asked.length && by.every((field) => asked.includes(field)))) {
    throw new Error(`${schema.name} declares no list by ${asked.join(', ') || 'nothing'}, sorted by ${query.sort}`);
  }
  const sort = fieldOf(query.sort);
  const conditions: Filter<Row>[] = [{ doc: { $exists: true } }];
  for (const [field, wanted] of Object.entries(query.where)) conditions.push({ [fieldOf(field)]: typeof wanted === 'object' && wanted !== null ? { $in: [...wanted.in] } : { $eq: wanted } });
  const { from, before } = query.range ?? {};
  if (from !== undefined) conditions.push({ [sort]: { $gte: from } });
  if (before !== undefined) conditions.push({ [sort]: { $lt: before } });
  for (const word of query.words ?? []) conditions.push({ tokens: { $elemMatch: { $gte: word, $lt: `${word}\u{10FFFF}` } } });
  if (query.ids) conditions.push({ _id: { $in: [...query.ids] } });
  if (query.after) conditions.push(beyond(sort, query.after, query.descending ?? false));
  return { $and: conditions };
}

export function sortOf({ sort, descending = false }: Pick<FindQuery, 'sort' | 'descending'>): Sort {
  const direction = descending ? -1 : 1;
  return sort === 'id' ? { _id: direction } : { [fieldOf(sort)]: direction, _id: direction };
}

function fieldOf(field: string): string {
  return field === 'id' ? '_id' : `doc.${field}`;
}

/** What comes after (value, id); null, and what is missing, comes before every other value. */
function beyond(sort: string, { value, id }: { value: Scalar; id: string }, descending: boolean): Filter<Row> {
  const than = descending ? '$lt' : '$gt';
  if (sort === '_id') return { _id: { [than]: id } };
  const here = { [sort]: { $eq: value }, _id: { [than]: id } };
  if (value === null) return descending ? here : { $or: [here, { [sort]: { $ne: null } }] };
  return { $or: [here, { [sort]: { [than]: value } }, ...(descending ? [{ [sort]: { $eq: null } }] : [])] } as Filter<Row>;
}

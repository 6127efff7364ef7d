/**
 * react-admin's view of the API. Pages are walked by cursor; `update` sends what differs, under the ETag of what was read; everything else is
 * a command (`query.ts`).
 */
import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { call, callForResponse, type OperationId } from './client.js';
import { HERE } from './here.js';
import type { Problem } from './problem.js';
import { RESOURCES, type ResourceName } from './resources.js';

type Any = (operation: OperationId, given: object) => Promise<never>;
const ask = call as unknown as Any;
const askForResponse = callForResponse as unknown as (operation: OperationId, given: object) => Promise<{ data: RaRecord; response: Response }>;

/** Where a record keeps the ETag it was read under. */
export const ETAG = '@etag';

interface ListAnswer {
  items: RaRecord[];
  next: string | null;
  total?: number;
}

const MOST = 100;

/** By what was asked: cursors, of which the nth leads to page n + 2, and how many rows there were when they were last counted. */
const walked = new Map<string, { cursors: (string | null | undefined)[]; total?: number }>();

interface Wanted {
  page: number;
  perPage: number;
}

async function page(operation: OperationId, query: Record<string, unknown>, { page: wanted, perPage }: Wanted, signal?: AbortSignal): Promise<ListAnswer> {
  const key = JSON.stringify([operation, query, perPage]);
  const known = walked.get(key) ?? { cursors: [] };
  walked.set(key, known);
  const read = async (more: Record<string, unknown>): Promise<ListAnswer> => {
    const answer = (await ask(operation, { query: { ...query, ...more }, signal })) as ListAnswer;
    if (answer.total !== undefined) known.total = answer.total;
    return answer;
  };
  const { cursors } = known;
  if (wanted > 1 && cursors[wanted - 2] === undefined) {
    // Whoever comes by a link to a later page, or goes to the last one, has no cursor for it.
    if (known.total === undefined && query.total) await read({ limit: 1 });
    const { total } = known;
    if (total !== undefined && wanted > 2 && wanted * perPage > total / 2 && typeof query.sort === 'string' && query.q === undefined) return fromEnd(read, query.sort, total, { page: wanted, perPage });
    const from = Math.max(0, cursors.findLastIndex((cursor, index) => index < wanted - 1 && typeof cursor === 'string') + 1);
    cursors[wanted - 2] = await beyond(read, (wanted - 1 - from) * perPage, from === 0 ? undefined : cursors[from - 1]);
  }
  const cursor = wanted === 1 ? undefined : cursors[wanted - 2];
  if (cursor === null) return { items: [], next: null, ...(known.total !== undefined && { total: known.total }) };
  const answer = await read({ limit: perPage, ...(cursor && { cursor }) });
  cursors.length = wanted - 1;
  cursors[wanted - 1] = answer.next;
  return answer;
}

type Read = (more: Record<string, unknown>) => Promise<ListAnswer>;

/** The cursor behind so many rows, read as many at a time as the API gives; null where there are no more. */
async function beyond(read: Read, rows: number, cursor: string | null | undefined, more: Record<string, unknown> = {}): Promise<string | null | undefined> {
  for (let left = rows; left > 0 && cursor !== null; left -= MOST) ({ next: cursor } = await read({ ...more, total: undefined, limit: Math.min(MOST, left), ...(cursor && { cursor }) }));
  return cursor;
}

/** A page of the second half is nearer from the other end. */
async function fromEnd(read: Read, sort: string, total: number, { page: wanted, perPage }: Wanted): Promise<ListAnswer> {
  const [first, after] = [(wanted - 1) * perPage, Math.min(total, wanted * perPage)];
  if (first >= total) return { items: [], next: null, total };
  const backwards = { sort: sort.startsWith('-') ? sort.slice(1) : `-${sort}` };
  const cursor = await beyond(read, total - after, undefined, backwards);
  if (cursor === null) return { items: [], next: null, total };
  const answer = await read({ ...backwards, limit: after - first, ...(cursor && { cursor }) });
  return { items: answer.items.reverse(), next: after < total ? 'there' : null, total: answer.total ?? total };
}

/** Filters that say nothing are left out. Days are those of the zone the address names, or of whoever looks. */
export function queryOf(filter: Record<string, unknown> = {}, sort?: { field: string; order: string }): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  return { ...((given.from ?? given.until) !== undefined && { timeZone: HERE }), ...given, ...(sort?.field && sort.field !== 'id' && { sort: sort.order === 'DESC' ? `-${sort.field}` : sort.field }) };
}

/** The fields in which a form differs from what was read, each as a whole; one that was emptied is null (RFC 7396). */
export function differences(base: Record<string, unknown>, mine: Record<string, unknown>): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (field.startsWith('@')) continue;
    const [before, after] = [said(base[field]), said(mine[field])];
    if (JSON.stringify(before) !== JSON.stringify(after)) changed[field] = after;
  }
  return changed;
}

/** What an input holds: nothing is null, and so is an object of nothing. */
function said(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, said(part)] as const).filter(([, part]) => part !== null);
  return parts.length === 0 ? null : Object.fromEntries(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function of(resource: string): { list: OperationId; one?: OperationId; create?: OperationId; update?: OperationId } {
  return RESOURCES[resource as ResourceName];
}

function need(resource: string, what: 'one' | 'create' | 'update'): OperationId {
  const operation = of(resource)[what];
  if (!operation) throw new Error(`${resource} has no operation to ${what}`);
  return operation;
}

async function one(resource: string, id: Identifier, signal?: AbortSignal): Promise<RaRecord> {
  const { data, response } = await askForResponse(need(resource, 'one'), { path: { id }, signal });
  return { ...data, [ETAG]: response.headers.get('etag') };
}

/** It is made: whoever is cut off now must not be told otherwise, and make it again. */
async function untilReached<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if ((error as Problem).status !== 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

const unsupported = (what: string) => () => Promise.reject(new Error(`the API has no ${what}`));

export const dataProvider: DataProvider = {
  supportAbortSignal: true,
  async getList(resource, { pagination = { page: 1, perPage: 25 }, filter, sort, signal }) {
    const { perPage } = pagination;
    const answer = await page(of(resource).list, queryOf({ total: counts(resource), ...filter }, sort), { ...pagination, perPage: Math.min(perPage, MOST) }, signal);
    return { data: answer.items as never[], ...(answer.total !== undefined && { total: answer.total }), pageInfo: { hasNextPage: answer.next !== null, hasPreviousPage: pagination.page > 1 } };
  },
  async getOne(resource, { id, signal }) {
    return { data: (await one(resource, id, signal)) as never };
  },
  async getMany(resource, { ids, signal }) {
    const found: RaRecord[] = [];
    for (let start = 0; start < ids.length; start += MOST) {
      const { items } = (await ask(of(resource).list, { query: { ids: ids.slice(start, start + MOST).join(','), limit: MOST }, signal })) as ListAnswer;
      found.push(...items);
    }
    return { data: found as never[] };
  },
  async getManyReference(resource, { target, id, pagination, sort, filter, signal }) {
    return dataProvider.getList(resource, { pagination, sort, filter: { ...filter, [target]: id }, signal }) as never;
  },
  async create(resource, { data, meta }) {
    const { key } = (meta ?? {}) as { key?: string };
    const outcome = (await ask(need(resource, 'create'), { body: differences({}, data), ...(key !== undefined && { headers: { 'Idempotency-Key': key } }) })) as { id?: string };
    // Its page begins with what is kept of it: all of it, not only what the form asked for.
    const made = outcome.id !== undefined && of(resource).one ? await untilReached(() => one(resource, outcome.id as string)) : data;
    return { data: { ...outcome, ...made } as never };
  },
  async update(resource, { id, data, previousData }) {
    const changes = differences(previousData, data);
    if (Object.keys(changes).length > 0) await ask(need(resource, 'update'), { path: { id }, body: changes, headers: { 'If-Match': previousData?.[ETAG] ?? '*' } });
    return { data: (await one(resource, id)) as never };
  },
  updateMany: unsupported('change of many at once'),
  delete: unsupported('deletion: history stays'),
  deleteMany: unsupported('deletion: history stays'),
};

/** Keys are listed by their pages alone. */
function counts(resource: string): 'true' | undefined {
  return resource === 'keys' ? undefined : 'true';
}

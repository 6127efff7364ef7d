/**
 * react-admin's view of the API. Pages are walked by cursor; `update` sends what differs, under the ETag of what was read; everything else is
 * a command (`query.ts`).
 */
import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { call, callForResponse, type OperationId } from './client.js';
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

/** Cursors by what was asked: the nth leads to page n + 2. */
const cursors = new Map<string, (string | null)[]>();

async function page(operation: OperationId, query: Record<string, unknown>, { page: wanted, perPage }: { page: number; perPage: number }, signal?: AbortSignal): Promise<ListAnswer> {
  const key = JSON.stringify([operation, query, perPage]);
  const known = cursors.get(key) ?? [];
  cursors.set(key, known);
  const read = (n: number): Promise<ListAnswer> => ask(operation, { query: { ...query, limit: perPage, ...(n > 1 && { cursor: known[n - 2] }) }, signal });
  // Whoever comes by a link to a later page has no cursor for it.
  for (let n = known.length + 1; n < wanted; n++) {
    const { next } = await read(n);
    known[n - 1] = next;
    if (next === null) return { items: [], next };
  }
  const answer = await read(wanted);
  known.length = wanted - 1;
  known[wanted - 1] = answer.next;
  return answer;
}

/** Filters that say nothing are left out. */
export function queryOf(filter: Record<string, unknown> = {}, sort?: { field: string; order: string }): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  return { ...given, ...(sort?.field && sort.field !== 'id' && { sort: sort.order === 'DESC' ? `-${sort.field}` : sort.field }) };
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
  async create(resource, { data }) {
    const outcome = (await ask(need(resource, 'create'), { body: differences({}, data) })) as { id?: string };
    // What is answered here stands in for a read: so it is one, where there is.
    const record = of(resource).one && outcome.id ? await one(resource, outcome.id) : data;
    return { data: { ...outcome, ...record } as never };
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

/** A view over HTTP: lists with cursors, single documents with ETags and time travel. */
import { hash } from 'node:crypto';
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admits, formatPosition, mayRead, readableBy, RefusedError, rowInWords, visible, withheldFrom, type DocumentPolicy, type FindQuery, type Moment, type Refusal, type Scalar, type ViewDefinition, type ViewDocument } from '#event-sourcing';
import { ListDocuments, ReadDocuments } from './buses.js';
import { csvFormOf } from './csv-columns.js';
import { cursorScope, makeCursor, openCursor } from './cursor.js';
import { sendExport, type ExportedList } from './export-route.js';
import { exportFormatOf, type Exports } from './exports.js';
import { afterOwnWrite, must, mustParse, readerOf, sendJson, sendProblem } from './http.js';
import { AUDIENCE, findQueryOf, listParameters, refuseOtherForm, type ListRequest } from './list-query.js';
import { momentOf, momentQuery } from './moment.js';
import { invalidInput, noTimeTravel } from './problems.js';
import { notFound, notYours, type Reader } from './reader.js';
import { viewNamed, type Runtime } from './runtime.js';

/** What documents say by what stands in those of another view, fetched with them in one batch, as of the same moment. */
export interface Join<D extends ViewDocument> {
  view: string;
  /** The other document that one depends on; undefined: on none. */
  id(doc: D): string | undefined;
  /** The document with what the other one adds. What lists filter and sort by stays as it was. */
  with(doc: D, other: ViewDocument): D;
}

/** A view offered as a list and as single documents. */
export interface ReadRoutes<D extends ViewDocument = ViewDocument> {
  view: ViewDefinition<D>;
  /** What a reader gets: every field of it. */
  schema: z.ZodObject;
  singular: string;
  plural: string;
  example: Record<string, unknown>;
  /** The kind under which an import knows these by foreign id. */
  externalKind?: string;
  /** Who may read them, and which of their fields. */
  policy: DocumentPolicy<D>;
  /** Fields of the view that exist for its lists alone. */
  neverShown?: readonly (keyof D & string)[];
  /** What must hold besides of this state of a document; `past` differs from `today` in a time-travel read. */
  alsoIf?(past: D, today: D, reader: Reader): boolean;
  /** Changes what is shown, and neither who may read it nor what it is found by. */
  join?: Join<D>;
  /** No list is offered. */
  singlesOnly?: boolean;
  /** Whose own a document is learns who else read it by its id. */
  recordsAccess?: boolean;
}

interface Given<D extends ViewDocument> {
  bus: QueryBus;
  runtime: Runtime;
  path: string;
  reads: ReadRoutes<D>;
}

const singleQuery = z.strictObject(momentQuery);
const nothingAsked = z.strictObject({});
const TIME_TRAVEL = ['asOf', 'knownAt', 'position'] as const;

function refuseTimeTravel(query: object, why: string): Refusal | undefined {
  const name = TIME_TRAVEL.find((each) => each in query);
  return name && noTimeTravel(`${name}: ${why}`);
}

export async function handleRead<D extends ViewDocument>(given: Given<D>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { bus, runtime, reads } = given;
  const past = must(pastOf(runtime, reads, request.query as object));
  const waiting = afterOwnWrite(runtime, request, past ? [...viewsOf(reads), 'events'] : viewsOf(reads));
  const asking = readerOf(runtime, request);
  // Waiting for what is there already costs as much as the read itself.
  const [reader, seen] = asking instanceof Promise || waiting instanceof Promise ? await Promise.all([asking, waiting]) : [asking, waiting];
  const { id } = request.params as { id: string };
  const view = reads.view as unknown as ViewDefinition;
  const today = (await bus.execute(new ReadDocuments(view, [id]))).get(id) as D | undefined;
  if (!today && !seen) {
    sendJson(reply.status(202), { id, status: 'not-seen-yet' }, { 'retry-after': '1' });
    return;
  }
  const nothing = (): void => sendProblem(reply, notFound(`There is no ${reads.singular} with this id${past ? ' at that time' : ''} that you may see.`));
  if (!today || !mayRead(reads.policy, today, reader)) return nothing();
  const document = past ? ((await bus.execute(new ReadDocuments(view, [id], past.moment))).get(id) as D | undefined) : today;
  const [joined] = document && reads.join ? await withJoined(given, [document], past?.moment) : [document];
  const shown = joined && present(reads, joined, today, reader);
  if (!shown) return nothing();
  if (reads.recordsAccess) for (const memberId of [reads.policy.self?.(today) ?? []].flat()) if (memberId !== reader.memberId) runtime.looked?.(request, { memberId, what: 'page' });
  const body = JSON.stringify(shown);
  if (past) reply.headers(past.echo);
  else if (reads.view.edits.length > 0) {
    const etag = `"${today._edit ?? 0}.${hash('sha1', body, 'base64url').slice(0, 16)}"`;
    reply.header('etag', etag);
    const known = request.headers['if-none-match'];
    if (known === '*' || known?.split(',').some((each) => each.trim() === etag)) {
      reply.status(304).send();
      return;
    }
  }
  reply.header('content-type', 'application/json; charset=utf-8').send(body);
}

/** The views that a read looks into. */
function viewsOf<D extends ViewDocument>({ view, join }: ReadRoutes<D>): string[] {
  return join ? [view.name, join.view] : [view.name];
}

/** Documents with what the ones they depend on add. */
export async function withJoined<D extends ViewDocument>({ bus, runtime, reads: { join } }: Pick<Given<D>, 'bus' | 'runtime' | 'reads'>, documents: readonly D[], moment?: Moment): Promise<D[]> {
  if (!join) return [...documents];
  const ids = documents.map((document) => join.id(document));
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return [...documents];
  const others = await bus.execute(new ReadDocuments(viewNamed(runtime, join.view), wanted, moment));
  return documents.map((document, index) => {
    const other = others.get(ids[index] ?? '');
    return other ? join.with(document, other) : document;
  });
}

/** The moment a query asks for; undefined for the present. */
function pastOf<D extends ViewDocument>(runtime: Runtime, { view, singular }: ReadRoutes<D>, asked: object): ReturnType<typeof momentOf> {
  // Most reads ask nothing.
  if (Object.keys(asked).length === 0) return undefined;
  const refused = view.tag ? undefined : refuseTimeTravel(asked, `a ${singular} is shown as it is now, and keeps no past.`);
  if (refused) return refused;
  const query = (view.tag ? singleQuery : nothingAsked).safeParse(asked);
  return query.success ? momentOf(runtime.log.id, query.data) : invalidInput(query.error, 'query');
}

/** What a reader gets of a document they may read, undefined where that is nothing after all: rights are today's, content may be past. */
export function present<D extends ViewDocument>(reads: ReadRoutes<D>, past: D, today: D, reader: Reader): Record<string, unknown> | undefined {
  if (reads.alsoIf && !reads.alsoIf(past, today, reader)) return undefined;
  return visible(past, [AUDIENCE, ...(reads.neverShown ?? []), ...withheldFrom(reads.policy, today, reader)]);
}

/** Nobody finds documents by a field they may not read. @throws RefusedError */
function refuseFields(policy: DocumentPolicy, reader: Reader, asked: readonly string[]): void {
  for (const field of asked) {
    const row = policy.fields?.[field];
    if (row && !admits(row, reader)) throw new RefusedError(notYours(`#${field}: only ${rowInWords(row)} may look by this.`, { errors: [{ pointer: `#${field}`, detail: 'is not for you to look by' }] }));
  }
}

interface ListGiven<D extends ViewDocument> extends Given<D> {
  exports: Exports;
}

/** The handler of a list; its parameters and columns are known once, at definition. */
export function listHandler<D extends ViewDocument>(path: string, reads: ReadRoutes<D>): (given: ListGiven<D>, request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const view = reads.view as unknown as ViewDefinition;
  const parameters = listParameters(view, reads.externalKind);
  const exported = exportedList(path, reads);
  return async ({ bus, runtime, exports }, request, reply) => {
    must(refuseTimeTravel(request.query as object, view.tag ? `time travel is for single ${reads.plural}; lists show the present.` : 'lists show the present.'));
    const format = exportFormatOf(request.headers.accept);
    const asked = mustParse(parameters, request.query, 'query') as unknown as ListRequest;
    must(refuseOtherForm(request.query as object, format !== undefined));
    const { limit, cursor, total, reason, ...scopeParts } = asked;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, viewsOf(reads)), readerOf(runtime, request)]);
    const { reason: _reason, ...filters } = request.query as Record<string, string>;
    refuseFields(reads.policy, reader, Object.keys(filters));
    const { limit: _limit, ...query } = must(findQueryOf(view, asked));
    // Text without a word in it finds nothing.
    const ids = query.words?.length === 0 ? [] : await idsOf(runtime, reads, asked);
    const readable = { ...query, where: { ...query.where, ...readableBy(reads.policy, reader) }, ...(ids && { ids }) };
    if (format) return sendExport({ bus, runtime, exports }, exported, request, reply, { format, query: readable, filters, reason }, reader);
    const scope = cursorScope([path, view.version, reader.actor.kind, reader.actor.id, scopeParts]);
    const after = cursor === undefined ? undefined : must(openCursor<{ value: Scalar; id: string }>(runtime.cursorKey, scope, cursor));
    const page: FindQuery = { ...readable, ...(after && { after }), limit: limit + 1 };
    // Before it is read: what comes meanwhile may or may not be in it.
    const seen = runtime.projector.position(viewsOf(reads));
    const found = await bus.execute(new ListDocuments(view, page, total === 'true'));
    const items = await withJoined({ bus, runtime, reads }, found.items.slice(0, limit) as unknown as D[]);
    const last = items.at(-1);
    const next = found.items.length > limit && last ? makeCursor(runtime.cursorKey, scope, { value: ((last as Record<string, unknown>)[query.sort] ?? null) as Scalar, id: last.id }) : undefined;
    if (next) reply.header('link', `<${nextUrl(request.url, next)}>; rel="next"`);
    reply.header('relocon-seen', formatPosition(runtime.log.id, seen));
    sendJson(reply, {
      items: items.map((document) => present(reads, document, document, reader)).filter((item) => item !== undefined),
      next: next ?? null,
      ...(found.total !== undefined && { total: found.total }),
    });
  };
}

function exportedList<D extends ViewDocument>(path: string, reads: ReadRoutes<D>): ExportedList {
  const { policy } = reads;
  return {
    path,
    view: reads.view as unknown as ViewDefinition,
    csv: csvFormOf(reads.schema),
    self: policy.self as ExportedList['self'],
    joined: reads.join && { views: viewsOf(reads), add: (given, documents, moment) => withJoined({ ...given, reads }, documents as readonly D[], moment) },
    shown: (then, today, reader) => (mayRead(policy, today as D, reader) ? present(reads, then as D, today as D, reader) : undefined),
  };
}

/** The ids asked for; `externalId` stands for the one it maps to, or for none. */
async function idsOf<D extends ViewDocument>(runtime: Runtime, reads: ReadRoutes<D>, { ids, externalId }: ListRequest): Promise<string[] | undefined> {
  if (externalId === undefined || !reads.externalKind) return ids;
  const known = [...(await runtime.foreignIds.find(reads.externalKind, [externalId])).values()];
  return ids ? known.filter((id) => ids.includes(id)) : known;
}

function nextUrl(url: string, cursor: string): string {
  const [path, query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}


/** A list in one piece, as CSV or NDJSON: everything that matches and its reader may see, of a view of one state of it. */
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatPosition, type FindQuery, type Moment, type Snapshot, type ViewDefinition, type ViewDocument } from '#event-sourcing';
import { ListDocuments, ReadDocuments, WalkSnapshot } from './buses.js';
import type { CsvForm } from './csv-columns.js';
import { MEDIA_TYPES, type ExportFormat, type Exports, type Taken } from './exports.js';
import { sendPieces } from './pieces.js';
import type { Reader } from './reader.js';
import type { Runtime } from './runtime.js';

/** For so long a store keeps a state of the past: MongoDB promises no more by itself, and the embedded files grow meanwhile. */
const EXPORT_MS = 5 * 60_000;

/** A list that is taken away, with those who watch over it. */
interface Watched {
  runtime: Runtime;
  exports: Exports;
}

/** How documents of a view are exported. `R` is undefined where they are for everybody. */
export interface ExportedList<R extends Reader | undefined = Reader> {
  path: string;
  view: ViewDefinition;
  csv: CsvForm;
  /** Whose own a document is; undefined where it is nobody's. */
  self: ((document: ViewDocument) => string | readonly string[] | null | undefined) | undefined;
  /** What documents that a document depends on add to it, as of a moment or now; undefined where it depends on none. */
  joined: { views: readonly string[]; add(given: Given, documents: readonly ViewDocument[], moment?: Moment): Promise<ViewDocument[]> } | undefined;
  /** What a reader gets of a document, as it was then and is today; undefined where they may not see it. */
  shown(then: ViewDocument, today: ViewDocument, reader: R): Item | undefined;
}

interface Given extends Watched {
  bus: QueryBus;
}

interface Asked {
  format: ExportFormat;
  query: Omit<FindQuery, 'limit' | 'after'>;
  filters: Readonly<Record<string, string>>;
  reason: string | undefined;
}

export async function sendExport<R extends Reader | undefined>(given: Given, exported: ExportedList<R>, request: FastifyRequest, reply: FastifyReply, { format, query, filters, reason }: Asked, reader: R): Promise<void> {
  const { bus, runtime, exports } = given;
  const { path, view, csv, self } = exported;
  const [first] = self ? (await bus.execute(new ListDocuments(view, { ...query, limit: 1 }, false))).items : [];
  const owners = first ? [self?.(first) ?? []].flat() : [];
  await exports.begin(request, reply, { list: path, filters: withoutWords(view, filters), reason, ofPeople: owners.length > 0, memberId: askedFor(owners, query, reader) }, reader);
  const until = AbortSignal.timeout(EXPORT_MS);
  const send = async (snapshot: Snapshot): Promise<void> => {
    // How much is going on inside is not for everybody.
    if (reader) reply.header('relocon-seen', formatPosition(runtime.log.id, snapshot.position));
    nameFile(runtime, reply, path, format);
    await sendPages(reply, format, csv, shownPages(given, exported, request, reader, snapshot), until);
  };
  await bus.execute(new WalkSnapshot(view, query, until, send));
}

/** Items of anything else, page by page from wherever they are kept. */
export interface ExportedItems {
  format: ExportFormat;
  csv: CsvForm;
  taken: Taken & { list: string };
  /** Position of the log before any of them was read: what was erased since is in none that leaves. */
  since: number;
}

/** @param pages of what their reader may see when each is asked for; an error on the way cuts the connection. */
export async function sendItems({ runtime, exports }: Watched, { format, csv, taken, since }: ExportedItems, request: FastifyRequest, reply: FastifyReply, pages: AsyncIterable<readonly object[]>, reader: Reader): Promise<void> {
  await exports.begin(request, reply, taken, reader);
  async function* watched(): AsyncIterable<Item[]> {
    for await (const items of pages) {
      await exports.still(request, reader, since);
      yield items as Item[];
    }
  }
  nameFile(runtime, reply, taken.list, format);
  await sendPages(reply, format, csv, watched(), AbortSignal.timeout(EXPORT_MS));
}

/** Says what the file is called. */
export function nameFile({ clock }: Runtime, reply: FastifyReply, list: string, format: ExportFormat): void {
  reply.header('content-disposition', `attachment; filename="${list}-${clock().slice(0, 10)}.${format}"`);
}

type Item = Record<string, unknown>;

function sendPages(reply: FastifyReply, format: ExportFormat, csv: CsvForm, pages: AsyncIterable<Item[]>, until: AbortSignal): Promise<void> {
  return sendPieces(reply, MEDIA_TYPES[format], format === 'csv' ? csvOf(csv, pages) : ndjsonOf(pages), until);
}

/** What is left of each page for whoever takes it, by the rights of today: they are looked at before it leaves. */
async function* shownPages<R extends Reader | undefined>(given: Given, { view, joined, shown }: ExportedList<R>, request: FastifyRequest, asking: R, { position, pages }: Snapshot): AsyncIterable<Item[]> {
  const { bus, runtime, exports } = given;
  for await (const stored of pages) {
    const reader = (asking && (await exports.still(request, asking, position))) as R;
    await runtime.bindRights([view.name]);
    const moved = runtime.projector.position([view.name]) > position;
    const today = moved ? await bus.execute(new ReadDocuments(view, stored.map(({ id }) => id))) : undefined;
    const then = joined && runtime.projector.position(joined.views) !== position ? { upTo: position } : undefined;
    const page = joined ? await joined.add(given, stored, then) : stored;
    yield page.flatMap((document) => {
      const now = today ? today.get(document.id) : document;
      const item = now && shown(document, now, reader);
      return item ? [item] : [];
    });
  }
}

async function* csvOf({ header, lineOf }: CsvForm, pages: AsyncIterable<Item[]>): AsyncIterable<string> {
  yield header;
  for await (const items of pages) yield items.map(lineOf).join('');
}

/** Ends with a line that says how many came before it, so that whoever has it has all of them. */
async function* ndjsonOf(pages: AsyncIterable<Item[]>): AsyncIterable<string> {
  let count = 0;
  for await (const items of pages) {
    count += items.length;
    yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
  }
  yield `${JSON.stringify({ count })}\n`;
}

/** Words that somebody looks for, skills among them, may be of what is private to them: that there were any is enough. */
function withoutWords({ fields }: ViewDefinition, filters: Asked['filters']): Asked['filters'] {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, name === 'q' || fields[name] === 'keys' ? '…' : value]));
}

/** The member whose own all of it is, because the filters let nothing else through: another one, where there are two. */
function askedFor(owners: readonly string[], { where, ids = [] }: Asked['query'], reader: Reader | undefined): string | undefined {
  const named = owners.filter((owner) => [...ids, ...Object.values(where)].includes(owner));
  return named.find((owner) => owner !== reader?.memberId) ?? named[0];
}

/**
 * Views: `evolve(document, event) → document`, pure, from the events that name the document. The projector, time travel and the test kit
 * all fold through `foldInto`.
 */
import type { EventDefinition, EventOf, RecordedEvent } from './event.js';
import type { CollectionSchema, Document, ListShape, Scalar } from './view-store.js';

/** What the engine keeps inside a document; never shown. */
export type Hidden = {
  /** Per replaceable field, the `occurredAt` that set it. */
  _at?: Record<string, string>;
  /** Revision of the last event that changed what can be edited. */
  _edit?: number;
};

export type ViewDocument = Document & Hidden;

/** `list`: an array of strings, filtered by what it contains. `keys`: the same, in lower case, whatever the case of the filter. */
export type FieldType = 'string' | 'id' | 'instant' | 'number' | 'boolean' | 'list' | 'keys';

export interface ViewDefinition<D extends ViewDocument = ViewDocument> {
  readonly name: string;
  readonly version: number;
  readonly events: readonly EventDefinition[];
  readonly lists: readonly ListShape[];
  /** Types of the fields lists filter and sort by. */
  readonly fields: Readonly<Record<string, FieldType>>;
  readonly edits: readonly string[];
  ids(event: RecordedEvent): readonly string[];
  evolve(doc: D | undefined, event: RecordedEvent, id: string): D | undefined;
  /** The tag that finds every event of a document; without it the view has no time travel. */
  tag?(id: string): string;
  /** Words a document is found by with `q`. */
  search?(doc: D): readonly (string | null | undefined)[];
}

/** Any view: only the view itself looks into its documents. */
export type AnyView = ViewDefinition<any>;

/** Declares a view. @throws where a list goes by a field of which `fields` says nothing. A change of `evolve`, `ids`, `lists` or `search` takes a higher `version`, which is built beside the old one. */
export function defineView<D extends ViewDocument, const E extends readonly EventDefinition[]>(view: {
  name: string;
  version: number;
  events: E;
  lists: readonly ListShape[];
  fields?: Readonly<Record<string, FieldType>>;
  edits?: readonly E[number]['type'][];
  ids(event: EventOf<E[number]>): readonly string[];
  evolve(doc: D | undefined, event: EventOf<E[number]>, id: string): D | undefined;
  tag?(id: string): string;
  search?(doc: D): readonly (string | null | undefined)[];
}): ViewDefinition<D> {
  const { fields = {}, lists, name } = view;
  for (const field of lists.flatMap(({ by, sort }) => [...by, sort])) if (field !== 'id' && !fields[field]) throw new Error(`${name} lists by ${field}, and does not say what that is`);
  return { fields: {}, edits: [], ...view } as unknown as ViewDefinition<D>;
}

/** One step of a document's fold. */
export function foldInto<D extends ViewDocument>(view: ViewDefinition<D>, doc: D | undefined, event: RecordedEvent, id: string): D | undefined {
  const next = view.evolve(doc, event, id);
  return next && view.edits.includes(event.type) && next._edit !== event.revision ? { ...next, _edit: event.revision } : next;
}

/**
 * Sets fields that can be replaced, each unless a later `occurredAt` has set it already ("Two times" in domain.md). Undefined values are
 * left alone.
 */
export function assign<D extends ViewDocument>(doc: D, event: Pick<RecordedEvent, 'occurredAt'>, values: Partial<D>): D {
  const at = { ...doc._at };
  const next = { ...doc };
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || (at[field] ?? '') > event.occurredAt) continue;
    at[field] = event.occurredAt;
    (next as Record<string, unknown>)[field] = value;
  }
  next._at = at;
  return next;
}

/** Changes what stands under a key of a document's lists, unless a later `occurredAt` has set it already. */
export function assignKeyed<D extends ViewDocument>(doc: D, event: Pick<RecordedEvent, 'occurredAt'>, key: string, change: (doc: D) => D): D {
  if ((doc._at?.[key] ?? '') > event.occurredAt) return doc;
  return { ...change(doc), _at: { ...doc._at, [key]: event.occurredAt } };
}

/** Each way of listing as it is, and once more for readers who see only what a hidden field lets them. */
export function listsFor(shapes: readonly ListShape[], ...hidden: readonly string[]): ListShape[] {
  return [...shapes, ...hidden.flatMap((field) => shapes.map(({ by, sort }) => ({ by: [...by, field], sort })))];
}

/** The document as a reader gets it: without the fields a view keeps for its own folding, whose names begin with `_`, and others named. */
export function visible(doc: ViewDocument, without: readonly string[] = []): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field in doc) if (!field.startsWith('_') && !without.includes(field)) shown[field] = doc[field as keyof ViewDocument];
  return shown;
}

/** Lower-case words without accents, as the token search compares them. */
export function searchTokens(texts: readonly (string | null | undefined)[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const word of text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().split(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/u)) {
      if (word) tokens.add(word.slice(0, 64));
    }
  }
  return [...tokens];
}

export function collectionName(view: Pick<ViewDefinition, 'name' | 'version'>): string {
  return `${view.name}.v${view.version}`;
}

export function collectionSchema(view: ViewDefinition, name = collectionName(view)): CollectionSchema {
  const arrays = Object.entries(view.fields).flatMap(([field, type]) => (type === 'list' || type === 'keys' ? [field] : []));
  return { name, lists: view.lists, arrays, searchable: view.search !== undefined };
}

export type { Scalar };

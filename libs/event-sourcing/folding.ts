/** A batch of events folded into the documents it touches, in memory: what a commit then writes. */
import type { EventCodec } from './codec.js';
import { START, type LoggedEvent } from './event-log.js';
import { tagsOf, type RecordedEvent } from './event.js';
import type { Notes, Parking } from './parking.js';
import { foldInto, searchTokens, type ViewDefinition, type ViewDocument } from './view.js';
import type { Commit, StoredDocument, TaggedEvent, ViewStore } from './view-store.js';

/** How long a fold goes on before it lets requests in between. */
const SLICE_MS = 1;

/** A collection that is being written. */
export interface Target {
  /** Undefined: the event index. */
  view: ViewDefinition | undefined;
  name: string;
  /** What is written now; differs from the final name while a rebuild runs. */
  collection: string;
  position: number;
  live: boolean;
}

/** A batch folded into its targets, to be written. */
export interface Folded {
  events: RecordedEvent[];
  /** Position of its last event. */
  last: number;
  /** What it changes, by collection and id. */
  documents: ReadonlyMap<string, ReadonlyMap<string, StoredDocument>>;
  commit: Commit;
}

export interface FolderOptions {
  store: ViewStore;
  codec: EventCodec;
  onError?(error: unknown, what: string): void;
  observe?: { parked(count: number): void };
}

export class Folder {
  constructor(
    private readonly options: FolderOptions,
    private readonly parking: Parking,
  ) {}

  /** Folds a batch into each target that has not seen it. @param before what was folded just before and may not be in the store yet. */
  async fold(targets: readonly Target[], batch: readonly LoggedEvent[], before?: Folded): Promise<Folded> {
    const events = await this.options.codec.decode(batch);
    if (targets.some((target) => !target.live)) await breathe();
    const last = batch.at(-1)?.position ?? START;
    const writes: Commit['writes'][number][] = [];
    const tagged: NonNullable<Commit['tagged']>[number][] = [];
    const notes: Notes = [];
    const checkpoints: Record<string, number> = {};
    const documents = new Map<string, Map<string, StoredDocument>>();
    for (const target of targets) {
      if (target.position >= last) continue;
      checkpoints[target.collection] = last;
      if (!target.view) {
        tagged.push({ collection: target.collection, events: this.tag(batch, events) });
        continue;
      }
      const folded = await this.foldView(target, target.view, events, before?.documents.get(target.collection), notes);
      if (folded.size === 0) continue;
      documents.set(target.collection, folded);
      writes.push({ collection: target.collection, documents: [...folded.values()] });
    }
    return { events, last, documents, commit: { writes, tagged, checkpoints, notes } };
  }

  private tag(batch: readonly LoggedEvent[], events: readonly RecordedEvent[]): TaggedEvent[] {
    return events.map((event, index) => {
      const definition = this.options.codec.catalogue.get(event.type);
      return { event: batch[index] as LoggedEvent, tags: definition ? tagsOf(definition, event) : [`type:${event.type}`, `stream:${event.stream}`] };
    });
  }

  private async foldView(
    target: Target,
    view: ViewDefinition,
    events: readonly RecordedEvent[],
    before: ReadonlyMap<string, StoredDocument> | undefined,
    notes: Notes,
  ): Promise<Map<string, StoredDocument>> {
    const steps: { event: RecordedEvent; id: string }[] = [];
    for (const event of events) {
      if (event.position <= target.position || !handles(view, event.type)) continue;
      try {
        for (const id of view.ids(event)) steps.push({ event, id });
      } catch (error) {
        this.park(target.collection, `event ${event.id}`, event, error, notes);
      }
    }
    const touched = new Map<string, StoredDocument>();
    if (steps.length === 0) return touched;
    const ids = new Set(steps.map((step) => step.id));
    const documents = new Map<string, StoredDocument>();
    const toLoad: string[] = [];
    for (const id of ids) {
      const folded = before?.get(id);
      if (folded) documents.set(id, folded);
      else toLoad.push(id);
    }
    for (const stored of await this.options.store.getMany(target.collection, toLoad)) documents.set(stored.id, stored);
    let began = performance.now();
    for (const { event, id } of steps) {
      const stored = documents.get(id);
      if (stored && stored.position >= event.position) continue;
      if (this.parking.waits(target.collection, id, notes)) continue;
      try {
        const next = { id, position: event.position, doc: foldInto(view, stored?.doc as ViewDocument | undefined, event, id) };
        documents.set(id, next);
        touched.set(id, next);
      } catch (error) {
        this.park(target.collection, id, event, error, notes);
      }
      if (performance.now() - began > SLICE_MS) {
        await breathe();
        began = performance.now();
      }
    }
    for (const [id, { position, doc }] of touched) touched.set(id, storedFrom(view, id, position, doc as ViewDocument | undefined));
    return touched;
  }

  private park(collection: string, id: string, event: RecordedEvent, error: unknown, notes: Notes): void {
    this.parking.park(collection, id, event, error, notes);
    this.options.observe?.parked(this.parking.all.length);
    this.options.onError?.(error, `folding ${event.type} ${event.id} into ${collection}`);
  }
}

export function storedFrom(view: ViewDefinition, id: string, position: number, doc: ViewDocument | undefined): StoredDocument {
  return { id, position, doc, ...(view.search && doc && { tokens: searchTokens(view.search(doc)) }) };
}

export function handles(view: ViewDefinition, type: string): boolean {
  return view.events.some((definition) => definition.type === type);
}

/** Lets requests in between two slices of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

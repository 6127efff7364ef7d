/** Documents read or written lately, as they are on disk: reading one of them takes no statement, and a write knows what it replaces. */
import { Recent, type StoredDocument } from '#event-sourcing';

/** Text of all documents held of one collection, in characters. */
const CAPACITY = 1_000_000;
/** What an entry costs beside its text. */
const OVERHEAD = 200;

/** `stored` undefined: there is no document with that id, not even a deleted one. */
export interface Held {
  stored: Omit<StoredDocument, 'tokens'> | undefined;
  /** The words it is found by, where this process wrote them. */
  tokens?: readonly string[];
  /** Characters of its text. */
  length: number;
}

export class HeldDocuments {
  private readonly collections = new Map<string, Recent<string, Held>>();

  get(collection: string, id: string): Held | undefined {
    return this.of(collection).get(id);
  }

  set(collection: string, id: string, held: Held): void {
    this.of(collection).set(id, held);
  }

  forget(collection: string): void {
    this.collections.delete(collection);
  }

  rename(from: string, to: string): void {
    this.collections.set(to, this.of(from));
    this.collections.delete(from);
  }

  private of(collection: string): Recent<string, Held> {
    let held = this.collections.get(collection);
    if (!held) this.collections.set(collection, (held = new Recent(CAPACITY, ({ length }) => length + OVERHEAD)));
    return held;
  }
}

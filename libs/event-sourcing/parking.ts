/** Documents whose fold failed: each waits, where an operator sees it, with the events that came since. */
import type { RecordedEvent } from './event.js';
import type { Commit } from './view-store.js';

/** A document whose fold failed; later events of it wait. */
export interface Parked {
  collection: string;
  id: string;
  position: number;
  eventId: string;
  type: string;
  error: string;
  /** Events of this document that came since. */
  waiting: number;
}

/** What a commit keeps of parked documents. */
export type Notes = NonNullable<Commit['notes']>[number][];

const PREFIX = 'parked/';

export class Parking {
  private readonly documents = new Map<string, Parked>();

  /**
   * What is kept of these collections takes the place of what was known of them.
   *
   * @param kept the notes of earlier commits whose keys begin with `Parking.prefix`.
   */
  replace(collections: readonly string[], kept: readonly { key: string; value: string }[]): void {
    for (const [key, parked] of this.documents) if (collections.includes(parked.collection)) this.documents.delete(key);
    for (const { key, value } of kept) {
      const parked = JSON.parse(value) as Parked;
      if (collections.includes(parked.collection)) this.documents.set(key, parked);
    }
  }

  static readonly prefix = PREFIX;

  get all(): Parked[] {
    return [...this.documents.values()];
  }

  get(collection: string, id: string): Parked | undefined {
    return this.documents.get(keyOf(collection, id));
  }

  in(collection: string): Parked[] {
    return this.all.filter((parked) => parked.collection === collection);
  }

  /** Whether a document waits; counts one more event that does. */
  waits(collection: string, id: string, notes: Notes): boolean {
    if (this.documents.size === 0) return false;
    const parked = this.get(collection, id);
    if (!parked) return false;
    this.keep({ ...parked, waiting: parked.waiting + 1 }, notes);
    return true;
  }

  park(collection: string, id: string, event: RecordedEvent, error: unknown, notes: Notes): void {
    this.keep({ collection, id, position: event.position, eventId: event.id, type: event.type, error: messageOf(error), waiting: 0 }, notes);
  }

  /** It could not be folded once more. */
  failedAgain(parked: Parked, error: unknown): void {
    this.documents.set(keyOf(parked.collection, parked.id), { ...parked, error: messageOf(error) });
  }

  release({ collection, id }: Parked): Notes {
    this.documents.delete(keyOf(collection, id));
    return [{ key: keyOf(collection, id), value: undefined }];
  }

  /** A collection has taken the name of another, and what was parked there is gone with it. */
  move(from: string, to: string): void {
    for (const parked of this.in(to)) this.documents.delete(keyOf(to, parked.id));
    for (const parked of this.in(from)) {
      this.documents.delete(keyOf(from, parked.id));
      this.documents.set(keyOf(to, parked.id), { ...parked, collection: to });
    }
  }

  private keep(parked: Parked, notes: Notes): void {
    const key = keyOf(parked.collection, parked.id);
    this.documents.set(key, parked);
    notes.push({ key, value: JSON.stringify(parked) });
  }
}

function keyOf(collection: string, id: string): string {
  return `${PREFIX}${collection}/${id}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

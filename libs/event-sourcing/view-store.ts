/**
 * The view store port: documents that can be thrown away and rebuilt, each collection with its checkpoint. Adapters pass
 * `viewStoreContract`.
 */
import type { LoggedEvent } from './event-log.js';

export type Scalar = string | number | boolean | null;

/**
 * One way of listing a view: equality on exactly the fields `by`, the one that leaves the fewest documents first, ordered by `sort` (then
 * by id). A range may be put on the sort field. Adapters make an index of (by…, sort, id) from it, or of (first of by, sort, id). Values are top-level fields of the document; `sort` is a scalar
 * field or `id`.
 */
export interface ListShape {
  by: readonly string[];
  sort: string;
}

export interface CollectionSchema {
  /** Unique in the store, made of [a-zA-Z0-9_.~-], e.g. `members.v1`. */
  name: string;
  lists: readonly ListShape[];
  /** Fields of `by` that hold arrays of scalars: equality means "contains". */
  arrays: readonly string[];
  /** Whether documents carry `tokens` for `q`. */
  searchable: boolean;
  /** Filled from the log before anybody lists it: its indexes may wait for `complete`. */
  building?: boolean;
}

/** A document with the position it has seen. `doc` undefined is a tombstone: deleted at that position. */
export interface StoredDocument {
  id: string;
  position: number;
  doc: Document | undefined;
  /** Lower-case words to find it by; only for searchable collections. */
  tokens?: readonly string[];
}

export type Document = { id: string } & Record<string, unknown>;

export interface FindQuery {
  /** Equality, or membership of a list: fields are those of one declared ListShape. */
  where: Record<string, Scalar | { in: readonly Scalar[] }>;
  sort: string;
  descending?: boolean;
  /** On the sort field; half-open: from ≤ value < before. */
  range?: { from?: Scalar; before?: Scalar };
  /** Every word must be the beginning of one of the document's tokens. */
  words?: readonly string[];
  /** Only these ids. */
  ids?: readonly string[];
  /** Continue after this (sort value, id) pair in the query's direction. */
  after?: { value: Scalar; id: string };
  limit: number;
}

/** One state of a collection, as a list of it shows it. */
export interface Snapshot {
  /** Position of the log up to which this state has seen everything. */
  readonly position: number;
  /** Everything the query finds, in its order; none is empty, and none holds more than some hundreds. They can be walked once. */
  readonly pages: AsyncIterable<readonly Document[]>;
}

export interface TaggedEvent {
  event: LoggedEvent;
  tags: readonly string[];
}

export interface CollectionWrite {
  collection: string;
  documents: readonly StoredDocument[];
}

export interface Commit {
  writes: readonly CollectionWrite[];
  /** For event-index collections: the (tag, position) pairs to add. Adding one twice changes nothing. */
  tagged?: readonly { collection: string; events: readonly TaggedEvent[] }[];
  /** collection → position up to which everything has been seen. */
  checkpoints: Readonly<Record<string, number>>;
  /** Small state that travels with the checkpoint, e.g. parked events: put (value) or removed (undefined). */
  notes?: readonly { key: string; value: string | undefined }[];
}

/** Who may write a collection. */
export interface Lease {
  collection: string;
  /** Name of the instance, such as `web-1/4711`; null where it tells none. */
  instance: string | null;
  /** When it took the right, by the store's own clock; null where that was not kept. */
  since: string | null;
  /** When the right runs out unless it is renewed; null in a store that is not shared. */
  until: string | null;
}

/** null sorts before every other value; strings sort by code point, everywhere alike. A missing field counts as null. */
export interface ViewStore {
  /** Whether other processes write here too: then this one commits only what it holds. */
  readonly shared: boolean;

  /** How many events are best committed together while views are built. */
  readonly buildBatch: number;

  /** Creates the collections that are not there yet, with their indexes; collections it no longer knows stay until dropped. */
  prepare(collections: readonly CollectionSchema[], eventIndexes: readonly string[]): Promise<void>;

  /** Names of all collections and event indexes present, with their checkpoints. */
  checkpoints(): Promise<Record<string, number>>;

  /** Names of the collections that were prepared as `building` and are not complete yet. */
  incomplete(): Promise<string[]>;

  /**
   * All or nothing, durable enough that a crash later never shows a checkpoint without its documents. Commits to one collection come one after
   * the other, and their checkpoints never go back.
   *
   * @throws LeaseLostError where somebody else holds one of the collections whose checkpoint it moves, or has brought it further.
   */
  commit(commit: Commit): Promise<void>;

  /** Tombstones included. Order is not that of the ids. */
  getMany(collection: string, ids: readonly string[]): Promise<StoredDocument[]>;

  /** Tombstones excluded. */
  find(collection: string, query: FindQuery): Promise<Document[]>;

  /** Counts what `find` would walk without limit and after. */
  count(collection: string, query: Omit<FindQuery, 'limit' | 'after'>): Promise<number>;

  /**
   * Everything `find` finds without limit, of one state: nothing shows that is written or deleted after it began, also where the collection is
   * replaced meanwhile. What the state takes of the store is given back when `work` is over, and at the latest when `until` is aborted; whoever
   * goes on to walk its pages then meets an error. So does whoever walks a state that the store keeps no longer: pages never end early.
   */
  snapshot<T>(collection: string, query: Omit<FindQuery, 'limit' | 'after'>, until: AbortSignal, work: (snapshot: Snapshot) => Promise<T>): Promise<T>;

  /**
   * Events in log order (or the reverse) that carry all the given tags. The tag `all` means every event. `after` and `before` are exclusive
   * positions.
   */
  findEvents(
    collection: string,
    query: { tags: readonly string[]; after?: number; before?: number; descending?: boolean; limit: number },
  ): Promise<LoggedEvent[]>;

  /** Notes whose key starts with the prefix. */
  notes(prefix: string): Promise<{ key: string; value: string }[]>;

  /** Makes what lists need of a collection that was prepared as `building`; what it took on meanwhile included. */
  complete(collection: string): Promise<void>;

  /** The collection `from` takes the name and place of `to` in one step. */
  promote(from: string, to: string): Promise<void>;

  drop(collection: string): Promise<void>;

  /**
   * Takes the right to write collections, or goes on holding it, for `ttlMs` by the store's own clock. A right that ran out is lost: it can be
   * taken anew by the next call. A store that is not shared gives every right.
   *
   * @returns the names held now; the others are held by somebody else.
   */
  hold(collections: readonly string[], ttlMs: number): Promise<string[]>;

  /**
   * Says that this process uses these collections.
   *
   * @returns the names of others that nobody has used for so long; in a store that is not shared, of all others.
   */
  use(collections: readonly string[], idleMs: number): Promise<string[]>;

  /** Gives up everything held, for others to take at once. */
  release(): Promise<void>;

  /** Every right that is held, here or elsewhere, and has not run out. In a store that is not shared, whoever holds anything has the right to all. */
  leases(): Promise<Lease[]>;

  close(): Promise<void>;
}

/** Another process has taken over: nothing of the batch was written. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';
  constructor(readonly collections: readonly string[]) {
    super(`another process writes ${collections.join(', ')}`);
  }
}

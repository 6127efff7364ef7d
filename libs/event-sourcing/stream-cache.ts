/** The states of streams used lately, each under the folds that asked for it. */
import type { EventCodec } from './codec.js';
import type { Decider, Fold } from './decider.js';
import { NO_STREAM, START, type EventLog } from './event-log.js';
import type { RecordedEvent } from './event.js';
import { Recent } from './recent.js';

type AnyFold = Fold<unknown, RecordedEvent>;

export class StreamEntry {
  revision = NO_STREAM;
  position = START;
  recordedAt: string | undefined;
  private readonly folds = new Map<AnyFold, { state: unknown; editRevision: number }>();

  constructor(folds: Iterable<AnyFold>) {
    for (const fold of folds) this.folds.set(fold, { state: fold.initial, editRevision: NO_STREAM });
  }

  /** A copy to fold further without touching this one. */
  fork(): StreamEntry {
    const fork = new StreamEntry([]);
    for (const [fold, held] of this.folds) fork.folds.set(fold, { ...held });
    return Object.assign(fork, { revision: this.revision, position: this.position, recordedAt: this.recordedAt });
  }

  get allFolds(): AnyFold[] {
    return [...this.folds.keys()];
  }

  has(fold: Fold<unknown, never>): boolean {
    return this.folds.has(fold as unknown as AnyFold);
  }

  state<S>(fold: Fold<S, never>): S {
    return this.folds.get(fold as unknown as AnyFold)?.state as S;
  }

  editRevision(decider: Fold<unknown, never>): number {
    return this.folds.get(decider as unknown as AnyFold)?.editRevision ?? NO_STREAM;
  }

  apply(event: RecordedEvent): void {
    for (const [fold, held] of this.folds) {
      held.state = fold.evolve(held.state, event);
      if ((fold as Partial<Decider<unknown, RecordedEvent>>).edits?.includes(event.type)) held.editRevision = event.revision;
    }
    this.revision = event.revision;
    this.position = event.position;
    this.recordedAt = event.recordedAt;
  }
}

export class StreamCache {
  private readonly entries: Recent<string, StreamEntry>;
  /** Reads under way: an append that finishes meanwhile makes what they bring too old to keep. */
  private readonly loading = new Map<string, { readers: number; outdated: boolean }>();

  constructor(
    private readonly log: EventLog,
    private readonly codec: EventCodec,
    capacity: number,
  ) {
    this.entries = new Recent(capacity);
  }

  static entryOf(events: readonly RecordedEvent[], folds: readonly Fold<never, never>[] | readonly unknown[]): StreamEntry {
    const entry = new StreamEntry(folds as AnyFold[]);
    for (const event of events) entry.apply(event);
    return entry;
  }

  /** The stream under the given folds. An exclusive log's cached state is current; of another log the tail is read. */
  async read(stream: string, folds: readonly unknown[]): Promise<StreamEntry> {
    const cached = this.entries.get(stream);
    const complete = cached && (folds as AnyFold[]).every((fold) => cached.has(fold));
    if (complete && this.log.exclusive) return cached;
    const base = complete ? cached : new StreamEntry(new Set([...(cached?.allFolds ?? []), ...(folds as AnyFold[])]));
    const mark = this.loading.get(stream) ?? { readers: 0, outdated: false };
    mark.readers++;
    this.loading.set(stream, mark);
    try {
      const tail = await this.codec.decode(await this.log.readStream(stream, base.revision + 1));
      // Another reader of the same entry may have brought it further while we waited.
      for (const event of tail) if (event.revision === base.revision + 1) base.apply(event);
      if (!mark.outdated) this.entries.set(stream, base);
      return base;
    } finally {
      if (--mark.readers === 0) this.loading.delete(stream);
    }
  }

  /** Takes in what this process has just appended. */
  advance(stream: string, events: readonly RecordedEvent[]): void {
    const underWay = this.loading.get(stream);
    if (underWay) underWay.outdated = true;
    const entry = this.entries.get(stream);
    if (!entry) return;
    for (const event of events) if (event.revision === entry.revision + 1) entry.apply(event);
    if (entry.revision !== events.at(-1)?.revision) this.forget(stream);
  }

  forget(stream: string): void {
    this.entries.delete(stream);
  }
}

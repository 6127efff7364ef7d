/** The states of streams used lately, each under the folds that asked for it. */
import type { EventCodec } from './codec.js';
import type { Decider, Fold } from './decider.js';
import { NO_STREAM, START, type CommandLog } from './event-log.js';
import type { RecordedEvent } from './event.js';
import { Recent } from './recent.js';

type AnyFold = Fold<unknown, RecordedEvent>;

interface Held {
  readonly fold: AnyFold;
  state: unknown;
  editRevision: number;
}

export class StreamEntry {
  revision = NO_STREAM;
  position = START;
  recordedAt: string | undefined;
  private held: Held[];

  constructor(folds: Iterable<AnyFold>) {
    this.held = Array.from(folds, (fold) => ({ fold, state: fold.initial, editRevision: NO_STREAM }));
  }

  /** A copy to fold further without touching this one. */
  fork(): StreamEntry {
    const fork = new StreamEntry([]);
    fork.held = this.held.map((held) => ({ ...held }));
    fork.revision = this.revision;
    fork.position = this.position;
    fork.recordedAt = this.recordedAt;
    return fork;
  }

  get allFolds(): AnyFold[] {
    return this.held.map(({ fold }) => fold);
  }

  has(fold: Fold<unknown, never>): boolean {
    return this.find(fold) !== undefined;
  }

  state<S>(fold: Fold<S, never>): S {
    return this.find(fold)?.state as S;
  }

  editRevision(decider: Fold<unknown, never>): number {
    return this.find(decider)?.editRevision ?? NO_STREAM;
  }

  apply(event: RecordedEvent): void {
    for (const held of this.held) {
      held.state = held.fold.evolve(held.state, event);
      if ((held.fold as Partial<Decider<unknown, RecordedEvent>>).edits?.includes(event.type)) held.editRevision = event.revision;
    }
    this.revision = event.revision;
    this.position = event.position;
    this.recordedAt = event.recordedAt;
  }

  private find(fold: Fold<unknown, never>): Held | undefined {
    return this.held.find((held) => held.fold === (fold as unknown));
  }
}

export class StreamCache {
  private readonly entries: Recent<string, StreamEntry>;
  /** Reads under way: an append that finishes meanwhile makes what they bring too old to keep. */
  private readonly loading = new Map<string, { readers: number; outdated: boolean }>();

  constructor(
    private readonly log: Pick<CommandLog, 'exclusive' | 'readStream'>,
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

  /** The stream as this process has just left it. */
  advance(stream: string, entry: StreamEntry): void {
    const underWay = this.loading.get(stream);
    if (underWay) underWay.outdated = true;
    this.entries.set(stream, entry);
  }

  forget(stream: string): void {
    this.entries.delete(stream);
  }
}

/** What the stand-in keeps, like a server's disk: one log of everything, and the streams in it. It survives a restart of the server. */
import { randomUUID } from 'node:crypto';

export interface Kept {
  id: string;
  stream: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
  revision: number;
  /** Where the event stands; the next one stands where it ends. */
  position: number;
  createdAt: number;
}

export type Proposed = Pick<Kept, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = number | 'no-stream' | 'any' | 'stream-exists';
export type AppendOutcome = { revision: number; position: number | undefined } | { conflict: number };

/** What every record costs beside its own bytes. */
const RECORD_BYTES = 87;
/** A server writes events of its own now and then. */
const APPENDS_PER_SYSTEM_EVENT = 3;

interface StreamState {
  events: Kept[];
  /** The first revision that can still be read: a soft delete moves it past the end. */
  from: number;
  tombstoned: boolean;
}

export class Database {
  readonly all: Kept[] = [];
  private readonly streams = new Map<string, StreamState>();
  private readonly watchers = new Set<() => void>();
  private end = 0;
  /** Ours and others' appends; every third brings an event of the server's own. */
  private appends = 0;

  constructor() {
    for (let index = 0; index < 5; index++) this.systemEvent();
  }

  /** Where the next event will stand. */
  get endPosition(): number {
    return this.end;
  }

  stream(name: string): Readonly<StreamState> | undefined {
    return this.streams.get(name);
  }

  /** Told after every commit. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  append(name: string, events: readonly Proposed[], expected: Expected): AppendOutcome {
    const state = this.streams.get(name) ?? { events: [], from: 0, tombstoned: false };
    const last = state.events.length - 1;
    const readable = state.from <= last;
    const at = expected === 'any' ? last : expected === 'stream-exists' ? (readable ? last : NaN) : expected === 'no-stream' ? (readable ? -1 : last) : expected;
    if (at !== last) {
      // The same ids at the same revision are the same append, whatever their content.
      const same = events.map((_, index) => state.events[at + 1 + index]).filter((kept, index) => kept?.id === events[index]?.id);
      const final = same.at(-1);
      return final && same.length === events.length ? { revision: final.revision, position: final.position } : { conflict: readable ? last : -1 };
    }
    // An append of nothing succeeds and leaves no stream.
    if (events.length === 0) return { revision: last, position: undefined };
    this.streams.set(name, state);
    for (const event of events) state.events.push(this.write(name, state.events.length, event));
    if (++this.appends % APPENDS_PER_SYSTEM_EVENT === 0) this.systemEvent();
    for (const watcher of this.watchers) watcher();
    return { revision: state.events.length - 1, position: state.events.at(-1)?.position };
  }

  /** @param hard for good (a tombstone): the server writes a `$streamDeleted` event into the stream. */
  delete(name: string, hard: boolean): void {
    const state = this.streams.get(name);
    if (!state) throw new Error(`there is no stream ${name}`);
    state.from = state.events.length;
    state.tombstoned = hard;
    if (hard) this.write(name, Number.MAX_SAFE_INTEGER, proposed('$streamDeleted'));
    else this.write(`$$${name}`, 0, proposed('$metadata'));
    for (const watcher of this.watchers) watcher();
  }

  systemEvent(): void {
    this.write('$stats-127.0.0.1:2113', this.appends, proposed('$statsCollected', '{"proc":{"cpu":1}}'));
    for (const watcher of this.watchers) watcher();
  }

  /** A log that is larger than it is. */
  skipTo(position: number): void {
    this.end = position;
  }

  /** Index in `all` of the first event at or after a position; undefined where no record begins. */
  indexAt(position: number): number | undefined {
    if (position === 0) return 0;
    if (position === this.end) return this.all.length;
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle] as Kept).position < position) low = middle + 1;
      else high = middle;
    }
    return this.all[low]?.position === position ? low : undefined;
  }

  private write(stream: string, revision: number, event: Proposed): Kept {
    const kept = { ...event, stream, revision, position: this.end, createdAt: Date.now() };
    this.all.push(kept);
    this.end += RECORD_BYTES + stream.length + 2 * event.type.length + event.data.length;
    return kept;
  }
}

function proposed(type: string, data = '{}'): Proposed {
  return { id: randomUUID(), type, contentType: 'application/json', data: Buffer.from(data), metadata: new Uint8Array() };
}

/**
 * A log and a vault that lie over real ones: what is written to them stays in memory, what is read is what stands below and that. Commands
 * over them come to what they would come to, and nothing is kept. Made for one piece of work that ends soon, and dropped with it.
 */
import { checkAppend, ConflictError, NO_STREAM, type Appended, type CommandLog, type EventLog, type EventToAppend, type LoggedEvent } from './event-log.js';
import type { Reservations, VaultEntry } from './vault.js';

interface Stream {
  /** Revision of its last event below, when it was first read. */
  below: number;
  /** What came after that here. */
  own: LoggedEvent[];
}

export class RehearsedLog implements CommandLog {
  /** What is appended goes through here, and of each stream this knows what stood below when it was first read, whatever others append there meanwhile. */
  readonly exclusive = true;
  private readonly streams = new Map<string, Stream>();
  private readonly ids = new Set<string>();

  private constructor(
    private readonly below: Pick<EventLog, 'readStream'>,
    /** Positions here follow those of the log below. */
    private position: number,
  ) {}

  static async over(below: Pick<EventLog, 'readStream' | 'head'>): Promise<RehearsedLog> {
    return new RehearsedLog(below, await below.head());
  }

  async append(stream: string, events: readonly EventToAppend[], expectedRevision: number): Promise<Appended> {
    checkAppend(events, events.reduce((bytes, { body }) => bytes + Buffer.byteLength(body), 0));
    if (!this.streams.has(stream)) await this.readStream(stream);
    // Nothing is waited for from here on: of many at once one is first.
    const { below, own } = this.streams.get(stream) as Stream;
    const actual = below + own.length;
    if (expectedRevision !== actual) {
      const again = expectedRevision < below ? undefined : madeAgain(own.slice(expectedRevision - below), events);
      if (again) return again;
      throw new ConflictError(stream, expectedRevision, actual);
    }
    const taken = events.find(({ id }) => this.ids.has(id));
    if (taken) throw new Error(`the event id ${taken.id} is taken`);
    for (const { id, type, body } of events) {
      this.ids.add(id);
      own.push({ id, type, body, stream, revision: below + own.length + 1, position: ++this.position });
    }
    return { revision: below + own.length, position: this.position };
  }

  async readStream(stream: string, fromRevision = 0): Promise<LoggedEvent[]> {
    const known = this.streams.get(stream);
    const found = known && fromRevision > known.below ? [] : await this.below.readStream(stream, known ? fromRevision : 0);
    const { below, own } = this.streams.get(stream) ?? this.begin(stream, found.at(-1)?.revision ?? NO_STREAM);
    return [...found.filter(({ revision }) => revision <= below), ...own].filter(({ revision }) => revision >= fromRevision);
  }

  private begin(stream: string, below: number): Stream {
    const begun = { below, own: [] };
    this.streams.set(stream, begun);
    return begun;
  }
}

/** What came of an append that is made once more; undefined where something else stands there. */
function madeAgain(there: readonly LoggedEvent[], events: readonly EventToAppend[]): Appended | undefined {
  const last = there[events.length - 1];
  if (!last || !events.every(({ id, body }, index) => there[index]?.id === id && there[index]?.body === body)) return undefined;
  return { revision: last.revision, position: last.position };
}

export class RehearsedVault implements Reservations {
  private readonly written = new Map<string, VaultEntry & { expiresAt?: number }>();

  /** @param now milliseconds since 1970, for expiry. */
  constructor(
    private readonly below: Reservations,
    private readonly now: () => number = Date.now,
  ) {}

  async getMany(space: string, keys: readonly string[]): Promise<VaultEntry[]> {
    const own = keys.flatMap((key) => this.own(space, key) ?? []);
    const others = keys.filter((key) => !this.own(space, key));
    return others.length === 0 ? own : [...own, ...(await this.below.getMany(space, others))];
  }

  async putIfAbsent(space: string, entries: readonly (VaultEntry & { expiresAt?: number })[]): Promise<(VaultEntry & { inserted: boolean })[]> {
    const there = new Map((await this.getMany(space, entries.map(({ key }) => key))).map(({ key, value }) => [key, value]));
    // Nothing is waited for from here on: of many at once one is first.
    return entries.map((entry) => {
      const { key, value } = entry;
      const held = this.own(space, key)?.value ?? there.get(key);
      if (held === undefined) this.written.set(placeOf(space, key), entry);
      return { key, value: held ?? value, inserted: held === undefined };
    });
  }

  private own(space: string, key: string): VaultEntry | undefined {
    const entry = this.written.get(placeOf(space, key));
    return entry && (entry.expiresAt === undefined || entry.expiresAt > this.now()) ? { key, value: entry.value } : undefined;
  }
}

const placeOf = (space: string, key: string): string => `${space}\0${key}`;

/**
 * A run: the collections one process writes, brought up to date and kept so. One subscription serves all that are live; what is behind (a new
 * version, a rebuild) catches up beside it and joins. A run ends for good when it is stopped or has lost its right to write.
 */
import type { EventCodec } from './codec.js';
import { START, type EventLog, type LoggedEvent, type Subscription } from './event-log.js';
import { breathe, Folder, handles, storedFrom, type Folded, type Target } from './folding.js';
import type { Parked, Parking } from './parking.js';
import { collectionSchema, foldInto, type ViewDocument } from './view.js';
import { LeaseLostError, type ViewStore } from './view-store.js';

/** Ends the name of what is built beside a collection. */
export const BUILDING = '.next';
/** A live batch of so many events tells of load; a pause lets the next one be larger, so that one write serves more. */
const UNDER_LOAD = 8;
const GATHER_MS = 15;
/** How long a run waits after a fault before it goes on. */
const RETRY_MS = 1_000;

export interface RunOptions {
  log: EventLog;
  store: ViewStore;
  codec: EventCodec;
  /** Events in a batch; by default what suits the store. */
  batchSize?: number;
  onError?(error: unknown, what: string): void;
  observe?: { batch(events: number): void; parked(count: number): void };
}

/** What a run tells its projector. */
export interface RunListener {
  /** Positions have moved, or a view has begun to serve. */
  moved(): void;
  /** A live batch has been committed. */
  committed(): void;
  /** Undefined: all is well again. */
  faulty(error: unknown): void;
  /** Somebody else writes now; the run has to be stopped. */
  lost(): void;
  /** Whether somebody waits to see an event of theirs. */
  awaited(): boolean;
}

export class Run {
  private readonly folder: Folder;
  private turn: Promise<unknown> = Promise.resolve();
  private building: Promise<unknown> = Promise.resolve();
  /** Rebuilds under way, by the name of what they will replace. */
  private readonly rebuilds = new Map<string, { target: Target; done: Promise<void> }>();
  private subscription: Subscription | undefined;
  private stopped = false;
  /** Ends the pause between two live batches. */
  private hurry: (() => void) | undefined;

  /** @param leaseMs for which a collection that is built beside another is held. */
  constructor(
    private readonly options: RunOptions,
    private readonly parking: Parking,
    private readonly targets: Target[],
    private readonly listener: RunListener,
    private readonly leaseMs: number,
  ) {
    this.folder = new Folder(options, parking);
  }

  /** Follows the log from where the newest collections stand; the others catch up beside. Resolves before they have. */
  async start(): Promise<void> {
    const hasHistory = (await this.options.log.head()) > START;
    const newest = Math.max(...this.targets.map((each) => each.position));
    for (const each of this.targets) each.live = each.position === newest && (newest > START || !hasHistory);
    // What was stopped between its last event and its indexes.
    for (const each of this.targets) if (each.live && each.view) await this.options.store.complete(each.collection);
    const behind = this.targets.filter((each) => !each.live);
    if (behind.length < this.targets.length) this.follow(newest);
    if (behind.length > 0) this.building = this.catchUpInBackground(behind);
  }

  /** Takes on collections that somebody else wrote until now. */
  add(targets: readonly Target[]): void {
    for (const each of targets) each.live = false;
    this.targets.push(...targets);
    this.building = Promise.allSettled([this.building, this.catchUpInBackground(targets)]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.hurry?.();
    await this.subscription?.close();
    await this.building;
    await this.turn;
  }

  /** Names of everything it writes. */
  get collections(): string[] {
    return [...this.targets.map((each) => each.collection), ...[...this.rebuilds.values()].map(({ target }) => target.collection)];
  }

  has(name: string): boolean {
    return this.targets.some((each) => each.name === name);
  }

  /** How far the rebuild of a collection has come; undefined when none is under way. */
  rebuilt(name: string): number | undefined {
    return this.rebuilds.get(name)?.target.position;
  }

  /** Somebody waits: no event is held back to gather others. */
  hasten(): void {
    this.hurry?.();
  }

  /** Builds collections anew beside the ones that serve, then swaps; joins rebuilds that are under way. */
  async rebuild(wanted: readonly Target[]): Promise<void> {
    const fresh = wanted.filter(({ name }) => !this.rebuilds.has(name));
    if (fresh.length > 0) {
      const built = fresh.map((replaced) => ({ target: { ...replaced, collection: replaced.name + BUILDING, position: START, live: false }, replaced }));
      const done = this.buildAnew(built).finally(() => fresh.forEach(({ name }) => this.rebuilds.delete(name)));
      for (const { target } of built) this.rebuilds.set(target.name, { target, done });
      this.building = Promise.allSettled([this.building, done]);
    }
    await Promise.all(wanted.map(({ name }) => this.rebuilds.get(name)?.done));
  }

  /** Folds a parked document again from the log; it stays parked if that fails. @returns whether it is well now. */
  retry(collection: string, id: string): Promise<boolean> {
    return this.inTurn(async () => {
      const target = this.targets.find((each) => each.collection === collection);
      const parked = this.parking.get(collection, id);
      // While a view is built, its next batch may have been folded already, without this document.
      if (!target?.view || !target.live || !parked) return false;
      const folded = await this.refold(target, parked);
      if (!folded) return false;
      await this.options.store.commit({ writes: [{ collection, documents: [folded] }], checkpoints: { [collection]: target.position }, notes: this.parking.release(parked) });
      return true;
    });
  }

  /** The parked document as its events make it; undefined where one of them still cannot be folded. */
  private async refold(target: Target, parked: Parked): Promise<ReturnType<typeof storedFrom> | undefined> {
    const { log, codec, store } = this.options;
    const view = target.view as NonNullable<Target['view']>;
    const [stored] = await store.getMany(parked.collection, [parked.id]);
    let doc = stored?.doc as ViewDocument | undefined;
    let position = stored?.position ?? START;
    try {
      for await (const batch of log.readAll(parked.position - 1)) {
        for (const event of await codec.decode(batch.filter((each) => each.position <= target.position && handles(view, each.type)))) {
          if (event.position <= position || !view.ids(event).includes(parked.id)) continue;
          doc = foldInto(view, doc, event, parked.id);
          position = event.position;
        }
      }
    } catch (error) {
      this.parking.failedAgain(parked, error);
      return undefined;
    }
    return storedFrom(view, parked.id, position, doc);
  }

  private async buildAnew(built: readonly { target: Target; replaced: Target }[]): Promise<void> {
    const { store } = this.options;
    for (const { target } of built) {
      await store.drop(target.collection);
      if (target.view) await store.prepare([{ ...collectionSchema(target.view, target.collection), building: true }], []);
      else await store.prepare([], [target.collection]);
      await store.hold([target.collection], this.leaseMs);
    }
    await this.catchUp(built);
  }

  private follow(after: number): void {
    if (this.stopped) return;
    this.subscription = this.options.log.subscribe(
      after,
      {
        onBatch: (events) =>
          this.inTurn(async () => {
            await this.project(this.targets.filter((target) => target.live), events);
            this.listener.faulty(undefined);
            this.listener.moved();
            this.listener.committed();
          }).then(() => (events.length < UNDER_LOAD ? undefined : this.gather())),
        onFault: (error) => this.options.onError?.(error, 'following the log, which goes on by itself'),
        onError: (error) => this.failed(error, after),
      },
      { batchSize: this.options.batchSize ?? 1000 },
    );
  }

  /** Lets events gather; not while somebody waits to see theirs. */
  private async gather(): Promise<void> {
    if (this.stopped || this.listener.awaited()) return;
    await new Promise<void>((resolve) => {
      this.hurry = resolve;
      setTimeout(resolve, GATHER_MS);
    });
    this.hurry = undefined;
  }

  /** A store or key that is not there now: readiness says so, and the run goes on once it is back. */
  private failed(error: unknown, after: number): void {
    if (this.stopped) return;
    if (error instanceof LeaseLostError) return this.listener.lost();
    this.listener.faulty(error);
    this.options.onError?.(error, 'the live run of the views');
    setTimeout(() => this.follow(Math.max(after, Math.min(...this.targets.filter((each) => each.live).map((each) => each.position)))), RETRY_MS).unref();
  }

  private async catchUpInBackground(behind: readonly Target[]): Promise<void> {
    for (let targets = behind; targets.length > 0 && !this.stopped; targets = behind.filter((target) => !target.live)) {
      try {
        await this.catchUp(targets.map((target) => ({ target, replaced: target })));
      } catch (error) {
        if (error instanceof LeaseLostError) return this.listener.lost();
        if (!this.subscription) this.listener.faulty(error);
        this.options.onError?.(error, `building ${targets.map((target) => target.collection).join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    // Where there was no live run to join, this is the beginning of one.
    if (!this.subscription) this.follow(Math.min(...this.targets.map((each) => each.position)));
  }

  /** Brings targets to where the live run stands, reading the log once for all, and lets each join, taking the place of `replaced`. */
  private async catchUp(built: readonly { target: Target; replaced: Target }[]): Promise<void> {
    for (let left = built; left.length > 0 && !this.stopped; ) {
      const targets = left.map(({ target }) => target);
      // One batch is folded while the one before it is written.
      let before: Folded | undefined;
      let writing: Promise<void> = Promise.resolve();
      for await (const batch of this.options.log.readAll(Math.min(...targets.map((target) => target.position)), { batchSize: this.options.batchSize ?? this.options.store.buildBatch })) {
        if (this.stopped) break;
        const folded: Folded = await this.inTurn(() => this.folder.fold(targets, batch, before));
        await writing;
        before = folded;
        writing = this.commit(targets, folded).then(() => {
          if (!this.subscription) this.listener.faulty(undefined);
        });
        // Whoever awaits it hears of a failure.
        writing.catch(() => undefined);
        await breathe();
      }
      await writing;
      if (this.stopped) return;
      for (const { target } of left) if (target.view) await this.options.store.complete(target.collection);
      const waiting: typeof built[number][] = [];
      for (const each of left) if (!(await this.inTurn(() => this.join(each.target, each.replaced)))) waiting.push(each);
      left = waiting;
      await breathe();
    }
  }

  private async join(target: Target, replaced: Target): Promise<boolean> {
    const live = this.targets.filter((each) => each.live && each !== replaced);
    const position = replaced.live ? replaced.position : Math.max(START, ...live.map((each) => each.position));
    if (target.position < position) return false;
    if (target !== replaced) {
      await this.options.store.promote(target.collection, replaced.name);
      this.parking.move(target.collection, replaced.name);
      replaced.position = target.position;
      // What it has built has taken the other's name.
      target.collection = replaced.name;
    }
    replaced.live = true;
    this.listener.moved();
    return true;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Folds a batch into each target that has not seen it and commits all of it at once. */
  private async project(targets: readonly Target[], batch: readonly LoggedEvent[]): Promise<void> {
    await this.commit(targets, await this.folder.fold(targets, batch));
  }

  private async commit(targets: readonly Target[], { commit, last, events }: Folded): Promise<void> {
    await this.options.store.commit(commit);
    for (const target of targets) target.position = Math.max(target.position, last);
    this.options.observe?.batch(events.length);
  }
}

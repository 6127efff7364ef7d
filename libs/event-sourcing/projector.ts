/**
 * The projector: reads the log in batches, loads the documents a batch touches once, folds in memory, writes once, with the checkpoint.
 * One live run serves all views; a view that is behind (new version, rebuild) catches up in a run of its own beside it.
 */
import type { EventCodec } from './codec.js';
import { START, type EventLog, type LoggedEvent, type Subscription } from './event-log.js';
import type { RecordedEvent } from './event.js';
import { breathe, Folder, handles, storedFrom, type Folded, type Target } from './folding.js';
import { Parking, type Parked } from './parking.js';
import { collectionName, collectionSchema, foldInto, type ViewDefinition, type ViewDocument } from './view.js';
import type { ViewStore } from './view-store.js';

/** Collection of the event index: (tag, position) pairs. */
export const EVENT_INDEX = 'events.v1';
const BUILDING = '.next';
/** Events folded and committed together while views are built. */
const CATCH_UP_BATCH = 125;
/** A live batch of so many events tells of load; a pause lets the next one be larger, so that one write serves more. */
const UNDER_LOAD = 8;
const GATHER_MS = 15;
/** How long a run waits after a fault before it goes on. */
const RETRY_MS = 1_000;

export interface ViewStatus {
  name: string;
  collection: string;
  position: number;
  /** Not serving yet: its first build is under way. */
  building: boolean;
  /** How far a rebuild beside it has come; undefined when none is under way. */
  rebuilt: number | undefined;
  parked: number;
}

export interface ProjectorOptions {
  log: EventLog;
  store: ViewStore;
  codec: EventCodec;
  views: readonly ViewDefinition[];
  batchSize?: number;
  /** Called after views have committed a live batch. */
  onCommitted?(events: readonly RecordedEvent[]): void;
  onError?(error: unknown, what: string): void;
  observe?: { batch(events: number): void; parked(count: number): void };
}

export class Projector {
  private targets: Target[] = [];
  private readonly parking = new Parking();
  private readonly folder: Folder;
  private waiters: { position: number; names: readonly string[]; done: (seen: boolean) => void }[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private building: Promise<unknown> = Promise.resolve();
  /** Rebuilds under way, by the name of what they will replace. */
  private readonly rebuilds = new Map<string, { target: Target; run: Promise<void> }>();
  private subscription: Subscription | undefined;
  private stopped = false;
  /** Ends the pause between two live batches. */
  private hurry: (() => void) | undefined;
  /** The fault that keeps the projector from going on, for readiness. */
  fault: unknown;

  constructor(private readonly options: ProjectorOptions) {
    this.folder = new Folder(options, this.parking);
  }

  /** Creates what is missing, then follows the log; resolves before views have caught up (see `caughtUp`). */
  async start(): Promise<void> {
    const { store, views, log } = this.options;
    const begun = await store.checkpoints();
    const hasHistory = (await log.head()) > START;
    // A new view of an old log gets its indexes when it has caught up, as a view that is built anew does.
    await store.prepare(views.map((view) => ({ ...collectionSchema(view), building: hasHistory && begun[collectionName(view)] === undefined })), [EVENT_INDEX]);
    this.parking.load(await store.notes(Parking.prefix));
    const target = (view: ViewDefinition | undefined, name: string): Target => ({ view, name, collection: name, position: begun[name] ?? START, live: false });
    this.targets = [target(undefined, EVENT_INDEX), ...views.map((view) => target(view, collectionName(view)))];
    const newest = Math.max(...this.targets.map((each) => each.position));
    for (const each of this.targets) each.live = each.position === newest && (newest > START || !hasHistory);
    // What was stopped between its last event and its indexes.
    for (const each of this.targets) if (each.live && each.view) await store.complete(each.collection);
    const behind = this.targets.filter((each) => !each.live);
    if (behind.length < this.targets.length) this.follow(newest);
    if (behind.length > 0) this.building = this.catchUpInBackground(behind);
    const known = new Set(this.targets.map((each) => each.name));
    for (const name of Object.keys(begun)) if (!known.has(name)) await store.drop(name);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.hurry?.();
    await this.subscription?.close();
    await this.building;
    await this.turn;
    for (const waiter of this.waiters.splice(0)) waiter.done(false);
  }

  get statuses(): ViewStatus[] {
    return this.targets.map((target) => ({
      name: target.view?.name ?? 'events',
      collection: target.collection,
      position: target.position,
      building: !target.live,
      rebuilt: this.rebuilds.get(target.name)?.target.position,
      parked: this.parking.in(target.collection).length,
    }));
  }

  get parked(): Parked[] {
    return this.parking.all;
  }

  /** The position every one of these views (all, if none are named) has seen. */
  position(names: readonly string[] = []): number {
    return Math.min(...this.serving(names).map((target) => target.position));
  }

  /** Whether reads of this view must wait for its first build. */
  isBuilding(name: string): boolean {
    return this.serving([name]).some((target) => !target.live);
  }

  /** Waits until the views serve and have seen a position. @returns false when time ran out first. */
  waitFor(position: number, names: readonly string[] = [], timeoutMs = 5_000): Promise<boolean> {
    if (this.hasSeen(names, position)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.done(false), timeoutMs);
      const waiter = {
        position,
        names,
        done: (seen: boolean) => {
          clearTimeout(timer);
          this.waiters = this.waiters.filter((other) => other !== waiter);
          resolve(seen);
        },
      };
      this.waiters.push(waiter);
      this.hurry?.();
    });
  }

  /**
   * Builds views anew (all, if none are named) beside the ones that serve, then swaps. Resolves when every one of them has been, also those
   * whose rebuild was under way.
   */
  async rebuild(names: readonly string[] = []): Promise<void> {
    const wanted = this.serving(names);
    const fresh = wanted.filter(({ name }) => !this.rebuilds.has(name));
    if (fresh.length > 0) {
      const built = fresh.map((replaced) => ({ target: { ...replaced, collection: replaced.name + BUILDING, position: START, live: false }, replaced }));
      const run = this.buildAnew(built).finally(() => fresh.forEach(({ name }) => this.rebuilds.delete(name)));
      for (const { target } of built) this.rebuilds.set(target.name, { target, run });
      this.building = Promise.allSettled([this.building, run]);
    }
    await Promise.all(wanted.map(({ name }) => this.rebuilds.get(name)?.run));
  }

  private async buildAnew(built: readonly { target: Target; replaced: Target }[]): Promise<void> {
    for (const { target } of built) {
      await this.options.store.drop(target.collection);
      await this.prepare(target);
    }
    await this.catchUp(built);
  }

  /** Folds a parked document again from the log; it stays parked if that fails. @returns whether it is well now. */
  async retry(collection: string, id: string): Promise<boolean> {
    return this.inTurn(async () => {
      const target = this.targets.find((each) => each.collection === collection);
      const parked = this.parking.get(collection, id);
      // While a view is built, its next batch may have been folded already, without this document.
      if (!target?.view || !target.live || !parked) return false;
      const view = target.view;
      const [stored] = await this.options.store.getMany(collection, [id]);
      let doc = stored?.doc as ViewDocument | undefined;
      let position = stored?.position ?? START;
      try {
        for await (const batch of this.options.log.readAll(parked.position - 1)) {
          for (const event of await this.options.codec.decode(batch.filter((each) => each.position <= target.position && handles(view, each.type)))) {
            if (event.position <= position || !view.ids(event).includes(id)) continue;
            doc = foldInto(view, doc, event, id);
            position = event.position;
          }
        }
      } catch (error) {
        this.parking.failedAgain(parked, error);
        return false;
      }
      await this.options.store.commit({
        writes: [{ collection, documents: [storedFrom(view, id, position, doc)] }],
        checkpoints: { [collection]: target.position },
        notes: this.parking.release(parked),
      });
      return true;
    });
  }

  private serving(names: readonly string[]): Target[] {
    return names.length === 0 ? this.targets : this.targets.filter((target) => names.includes(target.view?.name ?? 'events'));
  }

  private prepare(target: Target): Promise<void> {
    return target.view
      ? this.options.store.prepare([{ ...collectionSchema(target.view, target.collection), building: true }], [])
      : this.options.store.prepare([], [target.collection]);
  }

  private follow(after: number): void {
    if (this.stopped) return;
    this.subscription = this.options.log.subscribe(
      after,
      {
        onBatch: (events) =>
          this.inTurn(async () => {
            const decoded = await this.project(this.targets.filter((target) => target.live), events);
            this.fault = undefined;
            this.wake();
            this.options.onCommitted?.(decoded);
          }).then(() => (events.length < UNDER_LOAD ? undefined : this.gather())),
        onFault: (error) => this.options.onError?.(error, 'following the log, which goes on by itself'),
        onError: (error) => this.failed(error, after),
      },
      { batchSize: this.options.batchSize ?? 1000 },
    );
  }

  /** Lets events gather; not while somebody waits to see theirs. */
  private async gather(): Promise<void> {
    if (this.stopped || this.waiters.length > 0) return;
    await new Promise<void>((resolve) => {
      this.hurry = resolve;
      setTimeout(resolve, GATHER_MS);
    });
    this.hurry = undefined;
  }

  /** A store or key that is not there now: readiness says so, and the run goes on once it is back. */
  private failed(error: unknown, after: number): void {
    this.fault = error;
    this.options.onError?.(error, 'the live run of the views');
    setTimeout(() => this.follow(Math.max(after, Math.min(...this.targets.filter((each) => each.live).map((each) => each.position)))), RETRY_MS).unref();
  }

  private async catchUpInBackground(behind: readonly Target[]): Promise<void> {
    for (let targets = behind; targets.length > 0 && !this.stopped; targets = behind.filter((target) => !target.live)) {
      try {
        await this.catchUp(targets.map((target) => ({ target, replaced: target })));
      } catch (error) {
        if (!this.subscription) this.fault = error;
        this.options.onError?.(error, `building ${targets.map((target) => target.collection).join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    // Where there was no live run to join, this is the beginning of one.
    if (!this.subscription) this.follow(this.position());
  }

  /** Brings targets to where the live run stands, reading the log once for all, and lets each join, taking the place of `replaced`. */
  private async catchUp(built: readonly { target: Target; replaced: Target }[]): Promise<void> {
    for (let left = built; left.length > 0 && !this.stopped; ) {
      const targets = left.map(({ target }) => target);
      // One batch is folded while the one before it is written.
      let before: Folded | undefined;
      let writing: Promise<void> = Promise.resolve();
      for await (const batch of this.options.log.readAll(Math.min(...targets.map((target) => target.position)), { batchSize: this.options.batchSize ?? CATCH_UP_BATCH })) {
        if (this.stopped) break;
        const folded: Folded = await this.inTurn(() => this.folder.fold(targets, batch, before));
        await writing;
        before = folded;
        writing = this.commit(targets, folded).then(() => {
          if (!this.subscription) this.fault = undefined;
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
      target.collection = replaced.name;
      this.targets = this.targets.map((each) => (each === replaced ? target : each));
    }
    target.live = true;
    this.wake();
    return true;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Whether these views serve and have seen a position. */
  private hasSeen(names: readonly string[], position: number): boolean {
    return this.serving(names).every((target) => target.live && target.position >= position);
  }

  private wake(): void {
    for (const waiter of [...this.waiters]) if (this.hasSeen(waiter.names, waiter.position)) waiter.done(true);
  }

  /** Folds a batch into each target that has not seen it and commits all of it at once. */
  private async project(targets: readonly Target[], batch: readonly LoggedEvent[]): Promise<RecordedEvent[]> {
    const folded = await this.folder.fold(targets, batch);
    await this.commit(targets, folded);
    return folded.events;
  }

  private async commit(targets: readonly Target[], { commit, last, events }: Folded): Promise<void> {
    await this.options.store.commit(commit);
    for (const target of targets) target.position = Math.max(target.position, last);
    this.options.observe?.batch(events.length);
  }

}

/**
 * The projector: what every view has seen, and who brings it further. A process writes the collections it holds, in a run; of the others it
 * learns from the store how far they are, so that reads wait for their own writes wherever views are written.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { START } from './event-log.js';
import type { Target } from './folding.js';
import { Parking, type Parked } from './parking.js';
import { BUILDING, Run, type RunOptions } from './run.js';
import { collectionName, collectionSchema, type ViewDefinition } from './view.js';
import type { Lease } from './view-store.js';

/** Collection of the event index: (tag, position) pairs. */
export const EVENT_INDEX = 'events.v1';

/** The right to write outlives its holder by no more than this. */
const LEASE_MS = 3_000;
/** How often rights are renewed and others' looked at. */
const RENEW_MS = 500;
/** How often positions that others move are read, and while somebody waits for one. */
const LOOK_MS = 100;
const LOOK_WHILE_AWAITED_MS = 10;
/** For how long nobody must have used a collection before it is dropped. */
const UNUSED_MS = 60_000;

const REBUILD = 'request/rebuild/';
const RETRY = 'request/retry/';
/** How long a retry by another process is waited for. */
const RETRY_WAIT_MS = 5_000;

export interface ViewStatus {
  name: string;
  collection: string;
  position: number;
  /** Not serving yet: its first build is under way. */
  building: boolean;
  /** How far a rebuild beside it has come; undefined when none is under way. */
  rebuilt: number | undefined;
  parked: number;
  /** This process writes it. */
  here: boolean;
}

export interface ProjectorOptions extends RunOptions {
  views: readonly ViewDefinition[];
  /** False: only reads what others write. */
  writes?: boolean;
  /** Called after views have committed a live batch, here or elsewhere. */
  onCommitted?(): void;
}

export class Projector {
  private targets: Target[] = [];
  private readonly parking = new Parking();
  private run: Run | undefined;
  /** How far rebuilds by others have come. */
  private rebuiltElsewhere = new Map<string, number>();
  private waiters: { position: number; names: readonly string[]; done: (seen: boolean) => void }[] = [];
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;
  private wakeUp: (() => void) | undefined;
  /** The run has lost its right to write. */
  private lost = false;
  /** The fault that keeps the projector from going on, for readiness. */
  fault: unknown;

  constructor(private readonly options: ProjectorOptions) {}

  /** Creates what is missing, then follows the log, or what others make of it; resolves before views have caught up. */
  async start(): Promise<void> {
    const { store, views, log } = this.options;
    const begun = await store.checkpoints();
    const hasHistory = (await log.head()) > START;
    // A new view of an old log gets its indexes when it has caught up, as a view that is built anew does.
    await store.prepare(views.map((view) => ({ ...collectionSchema(view), building: hasHistory && begun[collectionName(view)] === undefined })), [EVENT_INDEX]);
    const target = (view: ViewDefinition | undefined, name: string): Target => ({ view, name, collection: name, position: START, live: false });
    this.targets = [target(undefined, EVENT_INDEX), ...views.map((view) => target(view, collectionName(view)))];
    await this.takeWhatIsFree();
    await this.dropUnused();
    if (store.shared) this.looking = this.keepLooking();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp?.();
    await this.looking;
    await this.run?.stop();
    if (this.run) await this.options.store.release().catch(() => undefined);
    for (const waiter of this.waiters.splice(0)) waiter.done(false);
  }

  get statuses(): ViewStatus[] {
    return this.targets.map((target) => ({
      name: target.view?.name ?? 'events',
      collection: target.collection,
      position: target.position,
      building: !target.live,
      rebuilt: this.run?.rebuilt(target.name) ?? this.rebuiltElsewhere.get(target.name),
      parked: this.parking.in(target.collection).length,
      here: this.run?.has(target.name) ?? false,
    }));
  }

  get parked(): Parked[] {
    return this.parking.all;
  }

  /** Who may write which collections, those of other releases included; what is built beside one goes without saying. */
  async leases(): Promise<Lease[]> {
    return (await this.options.store.leases()).filter(({ collection }) => !collection.endsWith(BUILDING));
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
      this.run?.hasten();
      this.wakeUp?.();
    });
  }

  /**
   * Builds views anew (all, if none are named) beside the ones that serve, then swaps. Resolves when every one of them has been, also those
   * whose rebuild was under way, here or in the process that writes them.
   */
  async rebuild(names: readonly string[] = []): Promise<void> {
    const wanted = this.serving(names);
    const here = wanted.filter(({ name }) => this.run?.has(name));
    const elsewhere = wanted.filter((target) => !here.includes(target));
    await Promise.all([here.length > 0 ? this.run?.rebuild(here) : undefined, elsewhere.length > 0 ? this.rebuildElsewhere(elsewhere) : undefined]);
  }

  /** Folds a parked document again from the log; it stays parked if that fails. @returns whether it is well now. */
  async retry(collection: string, id: string): Promise<boolean> {
    if (this.run?.has(collection)) return this.run.retry(collection, id);
    if (!this.parking.get(collection, id)) return false;
    const { store } = this.options;
    const key = `${RETRY}${collection}/${id}`;
    await store.commit({ writes: [], checkpoints: {}, notes: [{ key, value: '' }] });
    await this.until(async () => (await store.notes(key)).length === 0, RETRY_WAIT_MS);
    await this.look();
    return !this.parking.get(collection, id);
  }

  private async rebuildElsewhere(targets: readonly Target[]): Promise<void> {
    const { store } = this.options;
    const keys = targets.map(({ name }) => REBUILD + name);
    await store.commit({ writes: [], checkpoints: {}, notes: keys.map((key) => ({ key, value: '' })) });
    // The one that writes takes the request away once it is done.
    await this.until(async () => !(await store.notes(REBUILD)).some(({ key }) => keys.includes(key)));
  }

  private async until(condition: () => Promise<boolean>, timeoutMs = Infinity): Promise<void> {
    for (const began = Date.now(); !this.stopped && !(await condition()) && Date.now() - began < timeoutMs; ) await pause(LOOK_MS);
  }

  /** Names of everything this process reads or writes, what it builds beside others included. */
  private get collections(): string[] {
    return [...new Set([...this.targets.map((target) => target.collection), ...(this.run?.collections ?? [])])];
  }

  private serving(names: readonly string[]): Target[] {
    return names.length === 0 ? this.targets : this.targets.filter((target) => names.includes(target.view?.name ?? 'events'));
  }

  /** Renews what this process holds, takes over what nobody does, and looks at the rest. */
  private async keepLooking(): Promise<void> {
    for (let renewed = Date.now(); !this.stopped; ) {
      const all = this.run !== undefined && this.targets.every((target) => this.run?.has(target.name));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, all ? RENEW_MS : this.waiters.length > 0 ? LOOK_WHILE_AWAITED_MS : LOOK_MS);
        this.wakeUp = () => (clearTimeout(timer), resolve());
      });
      if (this.stopped) return;
      try {
        if (!all) await this.look();
        if (Date.now() - renewed >= RENEW_MS) {
          renewed = Date.now();
          await this.takeWhatIsFree();
          await this.dropUnused();
          await this.answerRequests();
        }
        if (!this.run) this.fault = undefined;
      } catch (error) {
        this.fault = error;
        this.options.onError?.(error, 'looking at what other processes project');
      }
    }
  }

  /** Reads how far others have brought what this process does not write. */
  private async look(): Promise<void> {
    const { store } = this.options;
    const checkpoints = await store.checkpoints();
    const incomplete = new Set(await store.incomplete());
    const others = this.targets.filter((target) => !this.run?.has(target.name));
    if (others.length === 0) return;
    this.parking.replace(others.map((target) => target.collection), await store.notes(Parking.prefix));
    let moved = false;
    for (const target of others) {
      const position = checkpoints[target.collection] ?? START;
      const live = !incomplete.has(target.collection);
      moved ||= position !== target.position || live !== target.live;
      [target.position, target.live] = [position, live];
    }
    this.rebuiltElsewhere = new Map(others.flatMap(({ name }) => (checkpoints[name + BUILDING] === undefined ? [] : [[name, checkpoints[name + BUILDING] as number]])));
    if (!moved) return;
    this.wake();
    this.options.onCommitted?.();
  }

  private async takeWhatIsFree(): Promise<void> {
    const { store, writes = true } = this.options;
    if (!writes) return this.look();
    const wanted = this.collections;
    const held = new Set(await store.hold(wanted, LEASE_MS));
    // What was built beside another may have taken its place meanwhile.
    if (this.run && (this.lost || this.run.collections.some((name) => wanted.includes(name) && !held.has(name)))) {
      await this.run.stop();
      this.run = undefined;
      this.lost = false;
      await store.release();
      return this.look();
    }
    const taken = this.targets.filter((target) => held.has(target.collection) && !this.run?.has(target.name));
    if (taken.length === 0) return this.run ? undefined : this.look();
    const checkpoints = await store.checkpoints();
    this.parking.replace(taken.map((target) => target.collection), await store.notes(Parking.prefix));
    for (const target of taken) target.position = checkpoints[target.collection] ?? START;
    if (this.run) return this.run.add(taken);
    this.run = new Run(this.options, this.parking, taken, this.listener(), LEASE_MS);
    await this.run.start();
    this.wake();
  }

  private listener(): ConstructorParameters<typeof Run>[3] {
    return {
      moved: () => this.wake(),
      committed: () => this.options.onCommitted?.(),
      faulty: (error) => (this.fault = error),
      lost: () => {
        this.lost = true;
        this.wakeUp?.();
      },
      awaited: () => this.waiters.length > 0,
    };
  }

  /** Collections of other versions go with their last user. */
  private async dropUnused(): Promise<void> {
    const { store, writes = true } = this.options;
    const unused = await store.use(this.collections, UNUSED_MS);
    if (writes) for (const name of unused) await store.drop(name);
  }

  /** Does what processes that do not write have asked for. */
  private async answerRequests(): Promise<void> {
    const { store } = this.options;
    const { run } = this;
    if (!run) return;
    const done = (key: string): Promise<void> => store.commit({ writes: [], checkpoints: {}, notes: [{ key, value: undefined }] });
    const told = (error: unknown): void => this.options.onError?.(error, 'doing what another process asked for');
    const wanted = (await store.notes(REBUILD)).map(({ key }) => key.slice(REBUILD.length)).filter((name) => run.has(name) && run.rebuilt(name) === undefined);
    if (wanted.length > 0) {
      void run
        .rebuild(this.targets.filter((target) => wanted.includes(target.name)))
        .then(() => Promise.all(wanted.map((name) => done(REBUILD + name))))
        .catch(told);
    }
    for (const { key } of await store.notes(RETRY)) {
      const [collection = '', ...rest] = key.slice(RETRY.length).split('/');
      if (!run.has(collection)) continue;
      await run.retry(collection, rest.join('/')).catch(told);
      await done(key);
    }
  }

  /** Whether these views serve and have seen a position. */
  private hasSeen(names: readonly string[], position: number): boolean {
    return this.serving(names).every((target) => target.live && target.position >= position);
  }

  private wake(): void {
    for (const waiter of [...this.waiters]) if (this.hasSeen(waiter.names, waiter.position)) waiter.done(true);
  }
}

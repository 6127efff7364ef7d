/** What takes rights away is acknowledged once every instance is bound by it: none reads by views that have not seen it. */
import { newId, StoreUnavailableError, type Feature, type Projector, type Vault } from '#event-sourcing';
import { entriesUnder } from '../credentials/vault-entries.js';

const SPACE = 'rights';
/** By then every view that serves has long caught up. */
const KEPT_MS = 24 * 3_600_000;
const LONGEST_WAIT_MS = 5_000;
/** More processes than mostly took rights away within a day; others are read too. */
const PAGE = 1_000;

export class Rights {
  private readonly withdrawing: ReadonlySet<string>;
  /** Each process notes what it acknowledged under a name of its own, so that none takes another's back. */
  private readonly self = newId();
  private floor = 0;
  private noting: Promise<void> = Promise.resolve();
  private asked: Promise<number> | undefined;
  private looking: Promise<number> | undefined;
  private next: Promise<number> | undefined;

  constructor(
    private readonly vault: Vault,
    private readonly projector: Pick<Projector, 'position' | 'waitFor'>,
    features: readonly Feature[],
    private readonly now: () => number = Date.now,
  ) {
    this.withdrawing = new Set(features.flatMap(({ policy }) => [...policy.withdraws]));
  }

  /** To be waited for before an append is acknowledged. */
  async recorded(types: readonly string[], position: number): Promise<void> {
    if (!types.some((type) => this.withdrawing.has(type))) return;
    this.floor = Math.max(this.floor, position);
    if (this.vault.shared) await this.note();
  }

  /** One after the other, so that an earlier note never comes to lie over a later one. */
  private note(): Promise<void> {
    const noted = this.noting.catch(() => undefined).then(() => this.vault.put(SPACE, [{ key: this.self, value: String(this.floor), expiresAt: this.now() + KEPT_MS }]));
    this.noting = noted;
    return noted;
  }

  /** Nobody reads by older views than this from now on: what a process that ended acknowledged included. */
  startAt(head: number): void {
    this.floor = Math.max(this.floor, head);
  }

  /** Waits until these views have seen every loss of rights. @throws StoreUnavailableError rather than let anybody read by old rights. */
  bind(views: readonly string[]): Promise<void> | undefined {
    // Mostly there is nothing to wait for, and every read asks.
    if (!this.vault.shared && this.projector.position(views) >= this.floor) return undefined;
    return this.wait(views);
  }

  private async wait(views: readonly string[]): Promise<void> {
    const floor = this.vault.shared ? await this.highest() : this.floor;
    if (this.projector.position(views) >= floor || (await this.projector.waitFor(floor, views, LONGEST_WAIT_MS))) return;
    throw new StoreUnavailableError('the views have not seen yet what takes rights away');
  }

  /** What has been acknowledged by any process before this was asked. Whoever asks in one turn of the event loop asks once. */
  private highest(): Promise<number> {
    if (!this.asked) {
      this.asked = this.nextLook();
      queueMicrotask(() => (this.asked = undefined));
    }
    return this.asked;
  }

  /** One look at a time: who comes while one is under way, which may be too old for them, shares the next. */
  private nextLook(): Promise<number> {
    if (!this.looking) return (this.looking = this.look().finally(() => (this.looking = undefined)));
    return (this.next ??= this.looking
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.nextLook();
      }));
  }

  private async look(): Promise<number> {
    const noted = await entriesUnder(this.vault, SPACE, '', PAGE);
    return noted.reduce((most, { value }) => Math.max(most, Number(value)), this.floor);
  }
}

/**
 * Attempts to guess: how many failed, and how long the next has to wait.
 *
 * Each scope has numbered places. An attempt takes the lowest free one before anything is compared, and gives it back
 * when it was right. A place can be taken once, by whatever instance, so that many attempts at once get no further than
 * as many one after the other; and since the next place is only free after a wait, there are never many.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Vault } from '#event-sourcing';
import { countedAddress } from '../settings/client-address.js';
import { derivedKey } from '../settings/master-key.js';
import { entriesUnder } from './vault-entries.js';

const SPACE = 'failed-attempts';
const MINUTE_MS = 60_000;

export interface Limit {
  /** So many failures cost nothing. */
  failures: number;
  /** The wait after that many; it doubles with each further one … */
  firstWaitMs: number;
  /** … up to this. */
  longestWaitMs: number;
  /** How long a failure is remembered. */
  forgetMs: number;
}

export type ScopeKind = 'account' | 'address';

/** What failures are counted for. It names nobody: the id is a keyed hash. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

/** Let through, and counted as failed until it is undone; or told how long to wait. */
export type Attempt = { waitMs: number } | { undo(): Promise<void> };

export interface AttemptsOptions {
  account?: Partial<Limit>;
  address?: Partial<Limit>;
  now?(): number;
}

interface Failure {
  place: number;
  at: number;
}

interface Held {
  key: string;
  value: string;
}

const LIMIT: Limit = { failures: 5, firstWaitMs: MINUTE_MS, longestWaitMs: 60 * MINUTE_MS, forgetMs: 24 * 60 * MINUTE_MS };

export class Attempts {
  private readonly key: Buffer;
  private readonly limits: Record<ScopeKind, Limit>;
  private readonly now: () => number;

  constructor(
    private readonly vault: Vault,
    masterKey: Buffer,
    { account, address, now = Date.now }: AttemptsOptions = {},
  ) {
    this.key = derivedKey(masterKey, 'attempts');
    this.limits = { account: { ...LIMIT, ...account }, address: { ...LIMIT, failures: 50, ...address } };
    this.now = now;
  }

  /**
   * @param subject an e-mail address, whether somebody has it or not, or the id of an account.
   * @param what is guessed; failures at one thing do not count for another.
   */
  accountScope(subject: string, what = 'password'): Scope {
    return this.scope('account', what, subject.normalize('NFKC').trim().toLowerCase());
  }

  /** An IPv4 address, or the /64 of an IPv6 address, which one customer mostly has. */
  addressScope(address: string, what = 'password'): Scope {
    return this.scope('address', what, countedAddress(address));
  }

  /** How long the next attempt has to wait. Use `begin` where guesses could come at once. */
  async check(scopes: readonly Scope[]): Promise<{ waitMs: number }> {
    const waits = await Promise.all(scopes.map(async (scope) => this.waitOf(scope, await this.failuresOf(scope))));
    return { waitMs: Math.max(0, ...waits) };
  }

  /** Counts an attempt as failed before it is made. Who waits leaves no trace, and so makes nobody wait longer. */
  async begin(scopes: readonly Scope[]): Promise<Attempt> {
    const { waitMs } = await this.check(scopes);
    if (waitMs > 0) return { waitMs };
    const held: Held[] = [];
    for (const scope of scopes) {
      const taken = await this.take(scope);
      if ('waitMs' in taken) {
        await this.giveBack(held);
        return taken;
      }
      held.push(taken);
    }
    return { undo: () => this.giveBack(held) };
  }

  /** Counts what has failed without `begin`. */
  async failed(scopes: readonly Scope[]): Promise<void> {
    for (const scope of scopes) await this.add(scope);
  }

  /** Forgets the failures of an account; those of an address stay. */
  async succeeded(account: Scope): Promise<void> {
    if (account.kind !== 'account') throw new Error('only the failures of an account are forgotten when it signs in');
    const entries = await entriesUnder(this.vault, SPACE, `${account.id}.`);
    await this.vault.delete(SPACE, entries.map(({ key }) => key));
  }

  private scope(kind: ScopeKind, what: string, subject: string): Scope {
    return { kind, id: createHmac('sha256', this.key).update(JSON.stringify([kind, what, subject])).digest('base64url') };
  }

  private async take(scope: Scope): Promise<{ waitMs: number } | Held> {
    for (;;) {
      const failures = await this.failuresOf(scope);
      const waitMs = this.waitOf(scope, failures);
      if (waitMs > 0) return { waitMs };
      const entry = this.entryAt(scope, lowestFree(failures));
      const [held] = await this.vault.putIfAbsent(SPACE, [entry]);
      if (held?.inserted) return entry;
    }
  }

  private async add(scope: Scope): Promise<void> {
    for (;;) {
      const failures = await this.failuresOf(scope);
      // More of them would not make the wait longer: it only begins anew.
      if (this.waitAfter(scope, failures.length) === this.limits[scope.kind].longestWaitMs) return this.vault.put(SPACE, [this.entryAt(scope, (failures.at(-1) as Failure).place)]);
      const [held] = await this.vault.putIfAbsent(SPACE, [this.entryAt(scope, lowestFree(failures))]);
      if (held?.inserted) return;
    }
  }

  /** A place that was cleared meanwhile may be another's by now. */
  private async giveBack(held: readonly Held[]): Promise<void> {
    const entries = await this.vault.getMany(SPACE, held.map(({ key }) => key));
    const mine = held.filter(({ key, value }) => entries.some((entry) => entry.key === key && entry.value === value));
    await this.vault.delete(SPACE, mine.map(({ key }) => key));
  }

  private entryAt({ kind, id }: Scope, place: number): Held & { expiresAt: number } {
    const at = this.now();
    return { key: `${id}.${String(place).padStart(6, '0')}`, value: `${at}.${randomBytes(6).toString('hex')}`, expiresAt: at + this.limits[kind].forgetMs };
  }

  private async failuresOf({ id }: Scope): Promise<Failure[]> {
    const entries = await entriesUnder(this.vault, SPACE, `${id}.`);
    return entries.map(({ key, value }) => ({ place: Number(key.slice(id.length + 1)), at: Number(value.split('.')[0]) }));
  }

  private waitOf(scope: Scope, failures: readonly Failure[]): number {
    const last = Math.max(...failures.map(({ at }) => at));
    return failures.length === 0 ? 0 : Math.max(0, last + this.waitAfter(scope, failures.length) - this.now());
  }

  private waitAfter({ kind }: Scope, failed: number): number {
    const { failures, firstWaitMs, longestWaitMs } = this.limits[kind];
    return failed < failures ? 0 : Math.min(firstWaitMs * 2 ** (failed - failures), longestWaitMs);
  }
}

/** Counted from 1. */
function lowestFree(failures: readonly Failure[]): number {
  const taken = new Set(failures.map(({ place }) => place));
  for (let place = 1; ; place++) if (!taken.has(place)) return place;
}

/** Passwords: kept as Argon2id hashes, sealed under the master key, so that a stolen vault alone gives nothing to guess at. */
import { parseOptions } from '@node-rs/argon2';
import { seal, unseal, type Vault, type VaultEntry } from '#event-sourcing';
import { derivedKey } from '../settings/master-key.js';
import { BoundedQueue } from './bounded-queue.js';
import { hash, verify, type Argon2Parameters } from './hashing.js';
import { normalised } from './password-rules.js';
import { entriesUnder } from '../credentials/vault-entries.js';

const SPACE = 'passwords';
/** Longer than any request that read the password before it was removed. */
const TOMBSTONE_MS = 3_600_000;
/** Sorts behind every account id, so that looking for it costs what looking for an unknown account does. */
const NOBODY = 'nobody';

/** OWASP, Password Storage Cheat Sheet. */
const RECOMMENDED: Argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface PasswordsOptions {
  /** How many hashes are computed at a time. */
  concurrency?: number;
  /** How many wait for it at most. */
  queue?: number;
  parameters?: Argon2Parameters;
  now?(): number;
}

interface Current {
  version: number;
  /** Undefined where it was removed. */
  hash: string | undefined;
}

export class Passwords {
  /** How often a password was compared, be it with nobody's: the same work for every attempt to sign in. */
  verifications = 0;
  private readonly key: Buffer;
  private readonly queue: BoundedQueue;
  private readonly parameters: Argon2Parameters;
  private readonly now: () => number;
  private readonly nobodysHash: string;

  constructor(
    private readonly vault: Vault,
    masterKey: Buffer,
    { concurrency = 1, queue = 64, parameters = RECOMMENDED, now = Date.now }: PasswordsOptions = {},
  ) {
    this.key = derivedKey(masterKey, 'passwords');
    this.queue = new BoundedQueue(concurrency, queue);
    this.parameters = parameters;
    this.now = now;
    this.nobodysHash = hashNobodyHas(parameters);
  }

  /** Sets the password of an account; the caller has asked `refusePassword`. @throws RefusedError (`too-busy`). */
  async set(accountId: string, password: string): Promise<void> {
    await this.put(accountId, await this.hashed(password));
  }

  /** The work of setting a password, before anything is changed. @throws RefusedError (`too-busy`). */
  hashed(password: string): Promise<string> {
    return this.queue.run(() => this.hashOf(password));
  }

  /** Sets a password that was hashed before. */
  async put(accountId: string, hashed: string): Promise<void> {
    await this.replace(accountId, (key) => seal(this.key, hashed, key));
  }

  /** The same, if the password is still the one that `check` answered with: it never undoes what was set or removed since. @returns whether it was. */
  async putAfter(accountId: string, version: number, hashed: string): Promise<boolean> {
    const key = keyOf(accountId, version + 1);
    return (await this.add(accountId, { key, value: seal(this.key, hashed, key) })) && (await this.isStill(accountId, version + 1));
  }

  /** Whether the password is the one that `check` answered with. */
  async isStill(accountId: string, version: number): Promise<boolean> {
    const newest = (await this.versions(accountId)).at(-1);
    return newest !== undefined && versionOf(newest.key) === version;
  }

  /** Whether this is the password of the account. @throws RefusedError (`too-busy`). */
  async verify(accountId: string | undefined, password: string): Promise<boolean> {
    return (await this.check(accountId, password)) !== undefined;
  }

  /**
   * Compares a password with the one of the account. An account that is not there, or has no password, costs the same work.
   *
   * @returns its version; undefined where it is another.
   * @throws RefusedError (`too-busy`).
   */
  async check(accountId: string | undefined, password: string): Promise<number | undefined> {
    return this.queue.run(async () => {
      const current = await this.current(accountId ?? NOBODY);
      const against = (accountId === undefined ? undefined : current?.hash) ?? this.nobodysHash;
      this.verifications++;
      const right = await verify(against, normalised(password));
      if (!right || accountId === undefined || current?.hash === undefined) return undefined;
      return this.isWeak(against) ? this.renew(accountId, current.version, password) : current.version;
    });
  }

  /** Forgets the password of an account; nothing signs in to it until another is set. */
  async remove(accountId: string): Promise<void> {
    await this.replace(accountId, () => '', this.now() + TOMBSTONE_MS);
  }

  /** @returns the version that holds the same password from now on; the one there was where another came between. */
  private async renew(accountId: string, version: number, password: string): Promise<number> {
    return (await this.putAfter(accountId, version, await this.hashOf(password))) ? version + 1 : version;
  }

  private hashOf(password: string): Promise<string> {
    return hash(normalised(password), this.parameters);
  }

  private isWeak(against: string): boolean {
    const had = parseOptions(against);
    return had.memoryCost < this.parameters.memoryCost || had.timeCost < this.parameters.timeCost || had.parallelism < this.parameters.parallelism;
  }

  private async current(accountId: string): Promise<Current | undefined> {
    const newest = (await this.versions(accountId)).at(-1);
    if (!newest) return undefined;
    const { key, value } = newest;
    return { version: versionOf(key), hash: value === '' ? undefined : unseal(this.key, value, key).toString() };
  }

  private async replace(accountId: string, valueFor: (key: string) => string, expiresAt?: number): Promise<void> {
    for (;;) {
      const newest = (await this.versions(accountId)).at(-1);
      const key = keyOf(accountId, newest ? versionOf(newest.key) + 1 : 1);
      if (await this.add(accountId, { key, value: valueFor(key), ...(expiresAt !== undefined && { expiresAt }) })) return;
    }
  }

  /** The highest version counts, and is the only one that stays. @returns whether this version was free. */
  private async add(accountId: string, entry: VaultEntry & { expiresAt?: number }): Promise<boolean> {
    const [held] = await this.vault.putIfAbsent(SPACE, [entry]);
    if (!held?.inserted) return false;
    const versions = await this.versions(accountId);
    await this.vault.delete(SPACE, versions.slice(0, -1).map(({ key }) => key));
    return true;
  }

  private versions(accountId: string): Promise<VaultEntry[]> {
    return entriesUnder(this.vault, SPACE, `${accountId}.`, 4);
  }
}

function keyOf(accountId: string, version: number): string {
  return `${accountId}.${String(version).padStart(10, '0')}`;
}

function versionOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('.') + 1));
}

/** A hash that takes the work of any other to compare with; no password is known that has it. */
function hashNobodyHas({ memoryCost, timeCost, parallelism }: Argon2Parameters): string {
  const base64 = (bytes: number): string => Buffer.alloc(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(32)}`;
}

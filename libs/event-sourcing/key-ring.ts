/** Encryption keys: one per subject and one per narrative stream, wrapped, in the vault. Destroying a key forgets what it sealed. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StoreUnavailableError } from './event-log.js';
import { Recent } from './recent.js';
import type { Reservations } from './vault.js';

const SPACE = 'keys';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key that should be there is not: never folded as if erased. */
export class KeyUnavailableError extends StoreUnavailableError {
  override name = 'KeyUnavailableError';
}

export type Key = Buffer | 'erased';

interface StoredKey {
  /** Base64 of iv, tag and wrapped key. */
  wrapped?: string;
  /** Id of the key that wraps it; absent: the master key. */
  by?: string;
  erased?: true;
}

/** AES-256-GCM; iv, tag and ciphertext in one base64url string. `context` is authenticated with it. */
export function seal(key: Buffer, plain: string | Buffer, context: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws when the key or the context is another, or a byte was changed. */
export function unseal(key: Buffer, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

export class KeyRing {
  private readonly known: Recent<string, Key>;

  constructor(
    private readonly vault: Reservations,
    private readonly masterKey: Buffer,
    capacity = 20_000,
  ) {
    this.known = new Recent(capacity);
  }

  /** A key loaded lately, without waiting. */
  peek(id: string): Key | undefined {
    return this.known.get(id);
  }

  /**
   * Loads keys; after it `peek` answers for each.
   *
   * @throws KeyUnavailableError naming a key the vault does not hold.
   */
  async load(ids: readonly string[]): Promise<Map<string, Key>> {
    const found = new Map<string, Key>();
    const missing = new Set<string>();
    for (const id of ids) {
      const key = this.known.get(id);
      if (key) found.set(id, key);
      else missing.add(id);
    }
    if (missing.size === 0) return found;
    const entries = await this.vault.getMany(SPACE, [...missing]);
    const stored = new Map(entries.map((entry) => [entry.key, JSON.parse(entry.value) as StoredKey]));
    await this.load([...stored.values()].flatMap((entry) => (entry.by ? [entry.by] : [])));
    for (const id of missing) {
      const entry = stored.get(id);
      if (!entry) throw new KeyUnavailableError(`the key ${id} is not in the vault`);
      found.set(id, await this.unwrap(id, entry));
    }
    return found;
  }

  /** Loads keys and makes those that are not there yet, all in one vault transaction. */
  async ensure(wanted: readonly { id: string; by?: string }[]): Promise<Map<string, Key>> {
    const missing = wanted.filter(({ id }) => !this.known.get(id));
    if (missing.length > 0) {
      const wrappers = new Map(missing.flatMap(({ by }) => (by ? [[by, { id: by }] as const] : [])));
      if (wrappers.size > 0) await this.ensure([...wrappers.values()]);
      const entries = await Promise.all(missing.map(async ({ id, by }) => ({ key: id, value: JSON.stringify(await this.fresh(id, by)) })));
      for (const entry of await this.vault.putIfAbsent(SPACE, entries)) {
        await this.unwrap(entry.key, JSON.parse(entry.value) as StoredKey);
      }
    }
    return this.load(wanted.map(({ id }) => id));
  }

  private async fresh(id: string, by: string | undefined): Promise<StoredKey> {
    const wrapper = by ? (await this.load([by])).get(by) : this.masterKey;
    if (wrapper === 'erased' || !wrapper) return { erased: true };
    return { wrapped: seal(wrapper, randomBytes(32), id), ...(by && { by }) };
  }

  private async unwrap(id: string, entry: StoredKey): Promise<Key> {
    const wrapper = entry.by ? (await this.load([entry.by])).get(entry.by) : this.masterKey;
    const key: Key = entry.erased || wrapper === 'erased' || !wrapper || !entry.wrapped ? 'erased' : unwrapWith(wrapper, entry.wrapped, id);
    this.known.set(id, key);
    return key;
  }
}

function unwrapWith(wrapper: Buffer, wrapped: string, id: string): Buffer {
  try {
    return unseal(wrapper, wrapped, id);
  } catch (cause) {
    throw new KeyUnavailableError(`the key ${id} cannot be unwrapped: is this the right master key?`, 60, { cause });
  }
}

/**
 * The vault: what is neither log nor view and must survive every rebuild. Encryption keys, API key hashes, idempotency
 * reservations and answers, the foreign-id map. Adapters pass `vaultContract`; what is stored means nothing to them.
 */
export interface VaultEntry {
  key: string;
  value: string;
}

/** An entry with where it stands and when it goes. */
export interface StoredEntry extends VaultEntry {
  space: string;
  expiresAt?: number;
}

export interface Vault {
  /** Whether other processes write here too, so that what was read may have changed since. */
  readonly shared: boolean;

  /** The values of those keys that exist and have not expired, in no particular order. */
  getMany(space: string, keys: readonly string[]): Promise<VaultEntry[]>;

  /**
   * Stores each entry whose key is not taken yet, each by itself, and answers with what the vault now holds for every key, in
   * the order given: the caller's value where it won, the earlier one where it did not. An expired entry counts as not there.
   */
  putIfAbsent(space: string, entries: readonly (VaultEntry & { expiresAt?: number })[]): Promise<(VaultEntry & { inserted: boolean })[]>;

  /** Stores or replaces. `expiresAt` is in milliseconds since 1970. */
  put(space: string, entries: readonly (VaultEntry & { expiresAt?: number })[]): Promise<void>;

  /** Stores `to` in the place of `from`, and of nothing else; its expiry stays. @returns whether it did. @throws where that is not known. */
  replace(space: string, key: string, from: string, to: string): Promise<boolean>;

  delete(space: string, keys: readonly string[]): Promise<void>;

  /**
   * Leaves nothing of values that were replaced or deleted, as far as that is for us to say: not in a write-ahead log that would tell what
   * was written when, and after what. A server's own log of operations, and backups, are beyond it.
   */
  scrub(): Promise<void>;

  /** Entries of a space with key after `after`, by key (code-unit order), at most `limit`. */
  list(space: string, options?: { after?: string; limit?: number }): Promise<VaultEntry[]>;

  /** Every entry that has not expired, page by page, in no particular order. */
  everything(): AsyncIterable<StoredEntry[]>;

  close(): Promise<void>;
}

/** What keys, foreign ids and the marks of imported rows need of a vault: each is there once, whoever comes first. */
export type Reservations = Pick<Vault, 'getMany' | 'putIfAbsent'>;

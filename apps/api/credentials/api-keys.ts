/** API keys: shown once, kept as hashes in the vault, with an expiry, revocable at once. */
import { hash, randomBytes } from 'node:crypto';
import { newId, plus, Recent, type Vault } from '#event-sourcing';
import { DEFAULT_DAYS, MOST_DAYS } from '#features/keys/keys.decider.js';
import { keyName, type KeyRole } from '#features/keys/keys.events.js';
import { wrongScopes } from './scopes.js';

export type { KeyRole };

const SPACE = 'api-keys';
/** When and from where each was used last, by id. */
const USES = 'api-key-uses';
const FORM = /^relocon_([A-Za-z0-9_-]{43})$/;
const DAY_MS = 86_400_000;
/** Uses are noted once a minute and key. */
const NOTED_MS = 60_000;

/** What somebody asks for. Exactly one of role and memberId is set. */
export interface KeyRequest {
  name: string;
  role?: KeyRole;
  memberId?: string;
  /** The account it belongs to, whose end is its end; without one it belongs to the installation. */
  accountId?: string;
  /** Without them, every scope of the role. */
  scopes?: readonly string[];
  days?: number;
}

/** What is kept of a secret of a key: never the secret itself. A rotated key has two for a while. */
export interface ApiKey extends Omit<KeyRequest, 'days'> {
  id: string;
  /** How the secret begins. */
  prefix: string;
  createdAt: string;
  expiresAt: string;
  revokedAt?: string;
}

/** A key as a list shows it. */
export type ListedKey = ApiKey & { lastUsedAt?: string; lastUsedFrom?: string };

/** A key as it is looked up at each request. */
type KnownKey = ApiKey & { endsAt: number };

export class ApiKeys {
  private readonly known = new Recent<string, KnownKey>(10_000);
  private readonly noted = new Recent<string, number>(10_000);
  /** Notes of uses that are not kept yet. */
  private readonly noting = new Set<Promise<void>>();

  constructor(private readonly vault: Vault) {}

  /** @returns the key itself, which nobody can read again. @throws where the name, a scope or the number of days is none. */
  async create({ days = DEFAULT_DAYS, ...request }: KeyRequest, now: string): Promise<{ secret: string; key: ApiKey }> {
    if (!keyName.safeParse(request.name).success) throw new Error('the name of a key must have 1 to 200 characters, without line breaks and other control characters');
    const wrong = wrongScopes(request.scopes, request.role === undefined);
    if (wrong) throw new Error(wrong);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new Error(`a key is valid for 1 to ${MOST_DAYS} days`);
    return this.keep({ id: newId(), ...request, createdAt: now, expiresAt: plus(now, days * DAY_MS) });
  }

  /** Makes a secret for a key that is agreed on. @returns the secret, which nobody can read again. */
  async keep(key: Omit<ApiKey, 'prefix'>): Promise<{ secret: string; key: ApiKey }> {
    const secret = `relocon_${randomBytes(32).toString('base64url')}`;
    const kept = { ...key, prefix: secret.slice(0, 16) };
    await this.vault.putIfAbsent(SPACE, [{ key: hashOf(secret), value: JSON.stringify(kept) }]);
    return { secret, key: kept };
  }

  /** Every key with its newest secret and its last use, also one that was answered just before; oldest first. */
  async list(): Promise<ListedKey[]> {
    await Promise.all(this.noting);
    const newest = new Map<string, ApiKey>();
    for (const { key } of await this.all()) if ((newest.get(key.id)?.createdAt ?? '') <= key.createdAt) newest.set(key.id, key);
    const uses = new Map((await this.vault.getMany(USES, [...newest.keys()])).map((entry) => [entry.key, JSON.parse(entry.value) as { at: string; from: string }]));
    return [...newest.values()]
      .map((key) => ({ ...key, ...(uses.has(key.id) && { lastUsedAt: uses.get(key.id)?.at as string, lastUsedFrom: uses.get(key.id)?.from as string }) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** @returns whether there was such a key. Bound at the next request, on every instance. */
  async revoke(id: string, now: string): Promise<boolean> {
    const secrets = (await this.all()).filter(({ key }) => key.id === id);
    await this.replace(secrets.map(({ hash: at, key }) => ({ hash: at, key: { ...key, revokedAt: key.revokedAt ?? now } })));
    return secrets.length > 0;
  }

  /** The newest secret's entry of a key, whether it is valid or not. */
  async get(id: string): Promise<ApiKey | undefined> {
    return newestOf((await this.all()).filter(({ key }) => key.id === id));
  }

  /**
   * A new secret for a key, with the same rights; the old ones go on working until `oldUntil` at most, so that nothing stands still.
   *
   * @returns undefined for a key that is not there, revoked or expired.
   */
  async rotate(id: string, { now, expiresAt, oldUntil }: { now: string; expiresAt: string; oldUntil: string }): Promise<{ secret: string; key: ApiKey } | undefined> {
    const secrets = (await this.all()).filter(({ key }) => key.id === id && !key.revokedAt && key.expiresAt > now);
    const newest = newestOf(secrets);
    if (!newest) return undefined;
    const made = await this.keep({ ...newest, createdAt: now, expiresAt });
    await this.replace(secrets.map(({ hash: at, key }) => ({ hash: at, key: { ...key, expiresAt: key.expiresAt < oldUntil ? key.expiresAt : oldUntil } })));
    return made;
  }

  /** Whether a bearer token is, or once was, one of a key. */
  async knows(authorization: string): Promise<boolean> {
    const at = hashIn(authorization);
    return at !== undefined && (await this.vault.getMany(SPACE, [at])).length > 0;
  }

  /**
   * The key a bearer token is; undefined for none, and for one that is unknown, expired or revoked. Without waiting, where nothing has to be
   * looked up: every request asks.
   */
  find(authorization: string | undefined, now: number): ApiKey | undefined | Promise<ApiKey | undefined> {
    const at = hashIn(authorization);
    if (at === undefined) return undefined;
    const valid = (key: KnownKey | undefined): ApiKey | undefined => (key && !key.revokedAt && key.endsAt > now ? key : undefined);
    // Where others may revoke it, it is looked up every time.
    const known = this.vault.shared ? undefined : this.known.get(at);
    return known ? valid(known) : this.load(at).then(valid);
  }

  /** Notes that a key was used, now and then; waited for by whoever lists keys alone. */
  used({ id }: ApiKey, from: string, now: number): void {
    if ((this.noted.get(id) ?? 0) > now - NOTED_MS) return;
    this.noted.set(id, now);
    const note = this.vault
      .put(USES, [{ key: id, value: JSON.stringify({ at: new Date(now).toISOString(), from }) }])
      .catch(() => void this.noted.delete(id))
      .finally(() => this.noting.delete(note));
    this.noting.add(note);
  }

  private async replace(secrets: readonly { hash: string; key: ApiKey }[]): Promise<void> {
    if (secrets.length === 0) return;
    await this.vault.put(SPACE, secrets.map(({ hash: key, key: value }) => ({ key, value: JSON.stringify(value) })));
    for (const { hash: at } of secrets) this.known.delete(at);
  }

  private async all(): Promise<{ hash: string; key: ApiKey }[]> {
    const found: { hash: string; key: ApiKey }[] = [];
    for (let after: string | undefined; ; ) {
      const page = await this.vault.list(SPACE, { ...(after && { after }), limit: 500 });
      found.push(...page.map((entry) => ({ hash: entry.key, key: complete(JSON.parse(entry.value) as ApiKey) })));
      after = page.at(-1)?.key;
      if (page.length < 500) return found;
    }
  }

  private async load(at: string): Promise<KnownKey | undefined> {
    const [entry] = await this.vault.getMany(SPACE, [at]);
    if (!entry) return undefined;
    const known = complete(JSON.parse(entry.value) as ApiKey);
    const key: KnownKey = { ...known, endsAt: Date.parse(known.expiresAt) };
    this.known.set(at, key);
    return key;
  }
}

function newestOf(secrets: readonly { key: ApiKey }[]): ApiKey | undefined {
  return secrets.reduce<ApiKey | undefined>((newest, { key }) => (newest && newest.createdAt > key.createdAt ? newest : key), undefined);
}

/** Where the key of an Authorization header would be kept; undefined where it cannot be one. */
function hashIn(authorization: string | undefined): string | undefined {
  const [, secret] = /^Bearer ([^\s]+)$/i.exec(authorization ?? '') ?? [];
  return secret !== undefined && FORM.test(secret) ? hashOf(secret) : undefined;
}

/** Keys made before keys expired. */
function complete(key: ApiKey): ApiKey {
  return { ...key, prefix: key.prefix ?? 'relocon_', expiresAt: key.expiresAt ?? plus(key.createdAt, DEFAULT_DAYS * DAY_MS) };
}

/** A random 256-bit secret needs no slow hash. */
function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** API keys: shown once, kept as hashes in the vault, revocable at once. */
import { hash, randomBytes } from 'node:crypto';
import { newId, Recent, type Actor, type Vault } from '#event-sourcing';

const SPACE = 'api-keys';
/** One line that a list can show. */
const NAME = /^(?!\s*$)[^\p{Cc}\u2028\u2029]{1,200}$/u;
const FORM = /^relocon_([A-Za-z0-9_-]{43})$/;

export type KeyRole = 'admin' | 'auditor' | 'integrator';

/** What is kept of a key: never the key itself. */
export interface ApiKey {
  id: string;
  name: string;
  /** Exactly one of role and memberId is set. */
  role?: KeyRole;
  memberId?: string;
  createdAt: string;
  revokedAt?: string;
}

export class ApiKeys {
  private readonly known = new Recent<string, ApiKey>(10_000);

  constructor(private readonly vault: Vault) {}

  /** @returns the key itself, which nobody can read again. @throws where the name is none. */
  async create(key: { name: string; role?: KeyRole; memberId?: string }, now: string): Promise<{ secret: string; key: ApiKey }> {
    if (!NAME.test(key.name)) throw new Error('the name of a key must have 1 to 200 characters, without line breaks and other control characters');
    const secret = `relocon_${randomBytes(32).toString('base64url')}`;
    const kept: ApiKey = { id: newId(), ...key, createdAt: now };
    await this.vault.putIfAbsent(SPACE, [{ key: hashOf(secret), value: JSON.stringify(kept) }]);
    return { secret, key: kept };
  }

  async list(): Promise<ApiKey[]> {
    const keys: ApiKey[] = [];
    for (let after: string | undefined; ; ) {
      const page = await this.vault.list(SPACE, { ...(after && { after }), limit: 500 });
      keys.push(...page.map((entry) => JSON.parse(entry.value) as ApiKey));
      after = page.at(-1)?.key;
      if (page.length < 500) return keys.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  }

  /** @returns whether there was such a key. Bound at the next request. */
  async revoke(id: string, now: string): Promise<boolean> {
    for (let after: string | undefined; ; ) {
      const page = await this.vault.list(SPACE, { ...(after && { after }), limit: 500 });
      for (const entry of page) {
        const key = JSON.parse(entry.value) as ApiKey;
        if (key.id !== id) continue;
        await this.vault.put(SPACE, [{ key: entry.key, value: JSON.stringify({ ...key, revokedAt: key.revokedAt ?? now }) }]);
        this.known.delete(entry.key);
        return true;
      }
      after = page.at(-1)?.key;
      if (page.length < 500) return false;
    }
  }

  /** The actor a bearer token stands for; undefined for an unknown or revoked one. */
  async actorOf(authorization: string | undefined): Promise<Actor | undefined> {
    const match = /^Bearer ([^\s]+)$/i.exec(authorization ?? '');
    if (!match || !FORM.test(match[1] as string)) return undefined;
    const hash = hashOf(match[1] as string);
    // Where others may revoke it, it is looked up every time.
    const key = (this.vault.shared ? undefined : this.known.get(hash)) ?? (await this.load(hash));
    if (!key || key.revokedAt) return undefined;
    return key.memberId
      ? { kind: 'member', id: key.memberId, role: 'member', via: 'api' }
      : { kind: 'key', id: key.id, role: key.role as KeyRole, via: 'api' };
  }

  private async load(hash: string): Promise<ApiKey | undefined> {
    const [entry] = await this.vault.getMany(SPACE, [hash]);
    if (!entry) return undefined;
    const key = JSON.parse(entry.value) as ApiKey;
    this.known.set(hash, key);
    return key;
  }
}

/** A random 256-bit secret needs no slow hash. */
function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

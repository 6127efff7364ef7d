/** Links that somebody is sent: each for one purpose and one account, until it was used, has expired or a newer one was made. */
import { seal, unseal, type Vault } from '#event-sourcing';
import { derivedKey } from '../settings/master-key.js';
import { hashOfToken, newToken } from '../credentials/tokens.js';
import { takeOut } from '../credentials/vault-entries.js';

/** By hash of the token. */
const SPACE = 'links';
/** By purpose and account: the hash of the newest, which is the only one that counts. */
const NEWEST = 'links-newest';

export interface Link {
  accountId: string;
  data?: Record<string, unknown>;
}

interface Kept extends Link {
  expiresAt: number;
}

export class Links {
  private readonly key: Buffer;
  private readonly now: () => number;

  constructor(
    private readonly vault: Vault,
    masterKey: Buffer,
    { now = Date.now }: { now?(): number } = {},
  ) {
    this.key = derivedKey(masterKey, 'links');
    this.now = now;
  }

  /**
   * Replaces the link of the same purpose and account.
   *
   * @param data what the link is about; kept sealed, for it may name people.
   * @returns the token of the link, which nobody can read again.
   */
  async make({ purpose, accountId, data }: Link & { purpose: string }, lifeMs: number): Promise<string> {
    const token = newToken();
    const hash = hashOfToken(token) as string;
    const older = await this.newest(purpose, accountId);
    const expiresAt = this.now() + lifeMs;
    const kept: Kept = { accountId, ...(data && { data }), expiresAt };
    await this.vault.put(SPACE, [{ key: hash, value: seal(this.key, JSON.stringify(kept), hash), expiresAt }]);
    await this.vault.put(NEWEST, [{ key: placeOf(purpose, accountId), value: hash, expiresAt }]);
    if (older) await this.vault.delete(SPACE, [older]);
    return token;
  }

  /** What a link is about, which stays as it is; undefined where it does not count. */
  async peek(token: string, purpose: string): Promise<Link | undefined> {
    const found = await this.read(token, purpose);
    return found && linkOf(found.kept);
  }

  /** Uses a link up: of all who try, in all instances, one gets it. */
  async redeem(token: string, purpose: string): Promise<Link | undefined> {
    const found = await this.read(token, purpose);
    if (!found || !(await takeOut(this.vault, SPACE, found.hash, found.kept.expiresAt))) return undefined;
    return linkOf(found.kept);
  }

  async revokeOf(accountId: string, purpose: string): Promise<void> {
    const hash = await this.newest(purpose, accountId);
    await this.vault.delete(NEWEST, [placeOf(purpose, accountId)]);
    if (hash) await this.vault.delete(SPACE, [hash]);
  }

  private async read(token: string, purpose: string): Promise<{ hash: string; kept: Kept } | undefined> {
    const hash = hashOfToken(token);
    const [entry] = hash ? await this.vault.getMany(SPACE, [hash]) : [];
    if (!hash || !entry) return undefined;
    const kept = JSON.parse(unseal(this.key, entry.value, hash).toString()) as Kept;
    return (await this.newest(purpose, kept.accountId)) === hash ? { hash, kept } : undefined;
  }

  private async newest(purpose: string, accountId: string): Promise<string | undefined> {
    return (await this.vault.getMany(NEWEST, [placeOf(purpose, accountId)]))[0]?.value;
  }
}

function placeOf(purpose: string, accountId: string): string {
  return `${accountId}.${purpose}`;
}

function linkOf({ accountId, data }: Kept): Link {
  return { accountId, ...(data && { data }) };
}

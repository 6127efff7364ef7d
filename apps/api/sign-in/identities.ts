/** Which account somebody known to a provider signs in to. The vault holds a keyed hash of (issuer, subject), not the subject. */
import { createHmac } from 'node:crypto';
import { defineRefusal, type Refusal, type Vault, type VaultEntry } from '#event-sourcing';
import { derivedKey } from '../settings/master-key.js';

/** Hash of the identity to its account: this decides. */
const SPACE = 'identities';
/** `{accountId}/{hash}`, to find them by account: may name one that is gone, never lacks one that is there. */
const BY_ACCOUNT = 'identities-by-account';
const PAGE = 100;

export const identityTaken = defineRefusal('identity-belongs-to-another-account', 'This sign-in belongs to another account');

export interface Identity {
  issuer: string;
  subject: string;
}

export interface LinkedIdentity {
  /** To unlink it by; tells nothing of the subject. */
  id: string;
  issuer: string;
  /** RFC 3339 */
  linkedAt: string;
}

interface Kept {
  accountId: string;
  issuer: string;
  linkedAt: string;
}

export class Identities {
  private readonly key: Buffer;

  constructor(
    private readonly vault: Vault,
    masterKey: Buffer,
  ) {
    this.key = derivedKey(masterKey, 'identities');
  }

  /** One identity signs in to one account; the same link again changes nothing. @param now RFC 3339 */
  async link(accountId: string, identity: Identity, now: string): Promise<LinkedIdentity | Refusal> {
    const id = this.idOf(identity);
    const mine: Kept = { accountId, issuer: identity.issuer, linkedAt: now };
    await this.vault.put(BY_ACCOUNT, [{ key: `${accountId}/${id}`, value: '' }]);
    const [entry] = await this.vault.putIfAbsent(SPACE, [{ key: id, value: JSON.stringify(mine) }]);
    const kept = JSON.parse((entry as VaultEntry).value) as Kept;
    if (kept.accountId === accountId) return { id, issuer: kept.issuer, linkedAt: kept.linkedAt };
    await this.vault.delete(BY_ACCOUNT, [`${accountId}/${id}`]);
    return identityTaken('This sign-in belongs to another account already. Sign in with it, or unlink it there first.');
  }

  /** @returns the id of its account. */
  async find(identity: Identity): Promise<string | undefined> {
    const [entry] = await this.vault.getMany(SPACE, [this.idOf(identity)]);
    return entry && (JSON.parse(entry.value) as Kept).accountId;
  }

  /** @returns whether the account had it. */
  async unlink(accountId: string, id: string): Promise<boolean> {
    const [entry] = await this.vault.getMany(SPACE, [id]);
    const had = entry !== undefined && (JSON.parse(entry.value) as Kept).accountId === accountId;
    if (had) await this.vault.delete(SPACE, [id]);
    await this.vault.delete(BY_ACCOUNT, [`${accountId}/${id}`]);
    return had;
  }

  /** The identities of an account, the earliest first. */
  async listOf(accountId: string): Promise<LinkedIdentity[]> {
    const prefix = `${accountId}/`;
    const linked: LinkedIdentity[] = [];
    for (let after = prefix; ; ) {
      const page = await this.vault.list(BY_ACCOUNT, { after, limit: PAGE });
      const ids = page.filter(({ key }) => key.startsWith(prefix)).map(({ key }) => key.slice(prefix.length));
      for (const { key: id, value } of await this.vault.getMany(SPACE, ids)) {
        const { accountId: owner, issuer, linkedAt } = JSON.parse(value) as Kept;
        if (owner === accountId) linked.push({ id, issuer, linkedAt });
      }
      if (ids.length < PAGE) return linked.sort((a, b) => (a.linkedAt + a.id < b.linkedAt + b.id ? -1 : 1));
      after = (page.at(-1) as VaultEntry).key;
    }
  }

  private idOf({ issuer, subject }: Identity): string {
    return createHmac('sha256', this.key).update(JSON.stringify([issuer, subject])).digest('base64url');
  }
}

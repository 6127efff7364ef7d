/** What people chose for themselves in a client: kept by account, sealed under the key of its person, so that it is forgotten with them. */
import { defineRefusal, seal, unseal, type KeyRing, type Refusal, type Vault } from '#event-sourcing';
import { entriesUnder } from '../credentials/vault-entries.js';

/** By `<account>.<name>`. */
const SPACE = 'preferences';
/** More than a client has lists and settings. */
export const MOST_PREFERENCES = 100;

export const tooManyPreferences = defineRefusal('too-many-preferences', 'You keep too many preferences');

export interface Preference {
  name: string;
  /** Means something to clients alone. */
  value: string;
}

/** Whose they are: the account, and the member or account that its personal fields are about. */
export interface Owner {
  accountId: string;
  personId: string;
}

export class Preferences {
  constructor(
    private readonly vault: Vault,
    private readonly keys: KeyRing,
  ) {}

  /** By name; none of somebody who was erased. */
  async of({ accountId, personId }: Owner): Promise<Preference[]> {
    const entries = await entriesUnder(this.vault, SPACE, `${accountId}.`, MOST_PREFERENCES);
    const key = entries.length > 0 && (await this.keyOf(personId));
    return key ? entries.map((entry) => ({ name: entry.key.slice(accountId.length + 1), value: unseal(key, entry.value, entry.key).toString() })) : [];
  }

  /** Each takes the place of the one of its name; null forgets that. Others stay. */
  async change({ accountId, personId }: Owner, changes: readonly { name: string; value: string | null }[]): Promise<Refusal | undefined> {
    const key = await this.keyOf(personId);
    if (!key) return undefined;
    const before = await entriesUnder(this.vault, SPACE, `${accountId}.`, MOST_PREFERENCES);
    const after = new Set(before.map((entry) => entry.key));
    const [put, gone] = [new Map<string, string>(), new Set<string>()];
    for (const { name, value } of changes) {
      const at = `${accountId}.${name}`;
      if (value === null) {
        after.delete(at);
        put.delete(at);
        gone.add(at);
      } else {
        after.add(at);
        put.set(at, value);
        gone.delete(at);
      }
    }
    if (after.size > MOST_PREFERENCES) return tooManyPreferences(`Nobody keeps more than ${MOST_PREFERENCES} preferences: forget some first.`);
    await this.vault.put(SPACE, [...put].map(([at, value]) => ({ key: at, value: seal(key, value, at) })));
    await this.vault.delete(SPACE, [...gone]);
    return undefined;
  }

  private async keyOf(personId: string): Promise<Buffer | undefined> {
    const id = `member:${personId}`;
    const key = (await this.keys.ensure([{ id }])).get(id);
    return key === 'erased' ? undefined : key;
  }
}

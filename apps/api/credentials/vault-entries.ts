/** What several keepers of secrets do with entries of the vault. */
import type { Vault, VaultEntry } from '#event-sourcing';

/** Every entry of a space whose key begins with `prefix`, by key. `page`: about as many as there mostly are, for others are read too. */
export async function entriesUnder(vault: Vault, space: string, prefix: string, page = 20): Promise<VaultEntry[]> {
  const found: VaultEntry[] = [];
  for (let after = prefix; ; ) {
    const entries = await vault.list(space, { after, limit: page });
    const mine = entries.filter(({ key }) => key.startsWith(prefix));
    found.push(...mine);
    if (mine.length < page) return found;
    after = (mine.at(-1) as VaultEntry).key;
  }
}

/** Where it is noted that somebody is taking an entry out. */
export function takenFrom(space: string): string {
  return `${space}-taken`;
}

/**
 * Takes an entry out: of all who try, in all instances, one at most gets it. Who dies in the middle leaves it taken.
 *
 * @param expiresAt when the entry goes by itself.
 * @returns whether it was this caller who got it.
 */
export async function takeOut(vault: Vault, space: string, key: string, expiresAt?: number): Promise<boolean> {
  const isThere = async (): Promise<boolean> => (await vault.getMany(space, [key])).length > 0;
  if (!(await isThere())) return false;
  const [note] = await vault.putIfAbsent(takenFrom(space), [{ key, value: '', ...(expiresAt !== undefined && { expiresAt }) }]);
  if (!note?.inserted) return false;
  // Whoever comes so late that the note is gone again finds the entry gone too.
  const mine = await isThere();
  await vault.delete(space, [key]);
  await vault.delete(takenFrom(space), [key]);
  return mine;
}

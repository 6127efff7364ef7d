/** Foreign ids of an import, known only by keyed hash: `externalId` filters by them, nothing shows them. */
import { createHmac } from 'node:crypto';
import { newId, type Reservations } from '#event-sourcing';

const SPACE = 'foreign-ids';

export class ForeignIds {
  constructor(
    private readonly vault: Reservations,
    private readonly secret: Buffer,
  ) {}

  /** Our ids of those that are known; unknown ones are missing from the map. */
  async find(kind: string, externalIds: readonly string[]): Promise<Map<string, string>> {
    const hashes = new Map(Array.from(new Set(externalIds), (external) => [this.hash(kind, external), external]));
    const entries = await this.vault.getMany(SPACE, [...hashes.keys()]);
    return new Map(entries.map((entry) => [hashes.get(entry.key) as string, entry.value]));
  }

  /** Our ids of all of them, made and kept where there was none. */
  async reserve(kind: string, externalIds: readonly string[]): Promise<Map<string, string>> {
    const distinct = [...new Set(externalIds)];
    const entries = await this.vault.putIfAbsent(SPACE, distinct.map((external) => ({ key: this.hash(kind, external), value: newId() })));
    return new Map(distinct.map((external, index) => [external, entries[index]?.value as string]));
  }

  private hash(kind: string, external: string): string {
    return createHmac('sha256', this.secret).update(`${kind}\0${external}`).digest('base64url');
  }
}

/** What the command line asks of the engine, in its own process or of a running service. */
import type { ImportBatch, RowOutcome } from '../import/importer.js';
import { setUpLinkAt } from '../sign-in/set-up-link.js';
import type { ApiKey, KeyRequest, ListedKey } from './api-keys.js';
import type { ReloconRuntime } from './runtime.js';

export interface Operations {
  ping(): Promise<{ ready: boolean }>;
  importRows(batch: ImportBatch): Promise<RowOutcome[]>;
  /** @throws when the member is not known. */
  createKey(key: KeyRequest): Promise<{ secret: string; key: ApiKey }>;
  listKeys(): Promise<ListedKey[]>;
  revokeKey(id: string): Promise<boolean>;
  /** Undefined once the service is set up. */
  setUpLink(): Promise<string | undefined>;
  views(): Promise<{ head: number; views: { name: string; position: number; building: boolean; rebuilt?: number; parked: number }[] }>;
  /** Resolves once these views are built anew; all, when none is named. */
  rebuild(names: readonly string[]): Promise<void>;
}

/** @param origin where browsers reach the service. */
export function operationsOf(runtime: ReloconRuntime, origin: () => string): Operations {
  const { apiKeys, projector, log } = runtime;
  return {
    ping: async () => ({ ready: await runtime.caughtUp() }),
    importRows: (batch) => runtime.importer.import(batch),
    async createKey(key) {
      if (key.memberId !== undefined && !(await runtime.isMember(key.memberId))) throw new Error(`there is no member with the id ${key.memberId}`);
      return apiKeys.create(key, runtime.clock());
    },
    listKeys: () => apiKeys.list(),
    revokeKey: (id) => apiKeys.revoke(id, runtime.clock()),
    setUpLink: () => setUpLinkAt(origin(), runtime),
    views: async () => ({ head: await log.head(), views: projector.statuses.map(({ name, position, building, rebuilt, parked }) => ({ name, position, building, ...(rebuilt !== undefined && { rebuilt }), parked })) }),
    rebuild: (names) => projector.rebuild(names),
  };
}

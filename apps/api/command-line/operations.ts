/** What the command line asks of the engine, in its own process or of a running service. */
import { isRefusal, type Actor, type Refusal } from '#event-sourcing';
import type { ImportBatch, RowOutcome } from '../import/importer.js';
import { setUpLinkAt } from '../sign-in/set-up-link.js';
import type { KeyRequest, ListedKey } from '../credentials/api-keys.js';
import type { MadeKey } from '../credentials/keys.js';
import type { ReloconRuntime } from '../platform/runtime.js';

/** Whoever may open the data folder, or the stores. */
const COMMAND_LINE: Actor = { kind: 'system', id: 'cli', role: 'system', via: 'cli' };

export interface Operations {
  ping(): Promise<{ ready: boolean }>;
  importRows(batch: ImportBatch): Promise<RowOutcome[]>;
  /** What importing these would come to, batch by batch; records nothing. */
  dryRun(batches: readonly ImportBatch[]): Promise<RowOutcome[][]>;
  /** A key of the installation, which needs no account. @throws when the member is not known, or what is asked for is not possible. */
  createKey(key: KeyRequest): Promise<MadeKey>;
  listKeys(): Promise<ListedKey[]>;
  /** @throws when there is no such key, or it has ended. */
  rotateKey(given: { id: string; overlapHours?: number }): Promise<MadeKey>;
  /** @throws when there is no such key. */
  revokeKey(id: string): Promise<void>;
  /** Undefined once the service is set up. */
  setUpLink(): Promise<string | undefined>;
  views(): Promise<{ head: number; views: { name: string; position: number; building: boolean; rebuilt?: number; parked: number }[] }>;
  /** Resolves once these views are built anew; all, when none is named. */
  rebuild(names: readonly string[]): Promise<void>;
}

/** @param origin where browsers reach the service. */
export function operationsOf(runtime: ReloconRuntime, origin: () => string): Operations {
  const { keys, projector, log } = runtime;
  return {
    ping: async () => ({ ready: await runtime.caughtUp() }),
    importRows: (batch) => runtime.importer.import(batch),
    async dryRun(batches) {
      const rehearsal = await runtime.rehearsal();
      const outcomes = [];
      for (const batch of batches) outcomes.push(await rehearsal.import(batch));
      return outcomes;
    },
    async createKey(key) {
      if (key.memberId !== undefined && !(await runtime.isMember(key.memberId))) throw new Error(`there is no member with the id ${key.memberId}`);
      return done(await keys.create(key, { actor: COMMAND_LINE }));
    },
    listKeys: () => keys.list(),
    rotateKey: async ({ id, overlapHours }) => done(await keys.rotate(id, overlapHours, { actor: COMMAND_LINE })),
    revokeKey: async (id) => void done(await keys.revoke(id, { actor: COMMAND_LINE })),
    setUpLink: () => setUpLinkAt(origin(), runtime),
    views: async () => ({ head: await log.head(), views: projector.statuses.map(({ name, position, building, rebuilt, parked }) => ({ name, position, building, ...(rebuilt !== undefined && { rebuilt }), parked })) }),
    rebuild: (names) => projector.rebuild(names),
  };
}

/** @throws Error with what a refusal says to people. */
function done<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome;
}

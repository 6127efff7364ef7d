/** The only place that chooses adapters. */
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { EventLog, Vault, ViewStore } from '#event-sourcing';
import { lockFolder, openSqliteLog, openSqliteVault, openSqliteViews } from '#stores/sqlite';
import type { Config } from './platform/config.js';

export interface Stores {
  log: EventLog;
  views: ViewStore;
  vault: Vault;
  close(): Promise<void>;
}

/**
 * @param onAppends told how many appends shared each transaction.
 * @throws StoreInUseError when another process owns the data folder.
 */
export async function openStores(config: Config, onAppends?: (appends: number) => void): Promise<Stores> {
  const folder = config.RELOCON_DATA;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const log = await openSqliteLog({ file: join(folder, 'log.db'), ...(onAppends && { onBatch: onAppends }) });
  const vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  const views = await openSqliteViews({ file: join(folder, 'views.db'), log });
  return {
    log,
    views,
    vault,
    async close() {
      await views.close();
      await vault.close();
      await log.close();
      await lock.release();
    },
  };
}

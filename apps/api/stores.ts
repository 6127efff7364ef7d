/** The only place that chooses adapters. */
import { join } from 'node:path';
import type { EventLog, Vault, ViewStore } from '#event-sourcing';
import { lockFolder, openSqliteLog, openSqliteVault, openSqliteViews } from '#stores/sqlite';
import type { Config } from './platform/config.js';
import { makeFolder } from './platform/folders.js';

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
  makeFolder(folder);
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const store of opened.splice(0).reverse()) await store.close();
  };
  const keep = <T extends { close(): Promise<void> }>(store: T): T => (opened.push(store), store);
  try {
    keep(await lockFolder(folder));
    const log = keep(await openSqliteLog({ file: join(folder, 'log.db'), ...(onAppends && { onBatch: onAppends }) }));
    const vault = keep(await openSqliteVault({ file: join(folder, 'vault.db') }));
    const views = keep(await openSqliteViews({ file: join(folder, 'views.db'), log }));
    return { log, views, vault, close };
  } catch (error) {
    await close();
    throw error;
  }
}

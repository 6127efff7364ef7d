/** The only place that chooses adapters. */
import { join } from 'node:path';
import { StoreUnavailableError, type EventLog, type Vault, type ViewStore } from '#event-sourcing';
import { openEventStoreLog } from '#stores/eventstoredb';
import { MongoAddressError, openMongoVault, openMongoViews } from '#stores/mongodb';
import { lockFolder, openSqliteLog, openSqliteVault, openSqliteViews } from '#stores/sqlite';
import { ConfigError, type Config } from './platform/config.js';
import { makeFolder } from './platform/folders.js';

export interface Stores {
  log: EventLog;
  views: ViewStore;
  vault: Vault;
  close(): Promise<void>;
}

/** Whether some of it lies in the data folder, which one process owns. */
export function usesFolder({ RELOCON_LOG, RELOCON_VIEWS }: Config): boolean {
  // The vault is where the views are, or elsewhere on a server.
  return RELOCON_LOG === undefined || RELOCON_VIEWS === undefined;
}

/**
 * Opens log, vault and views, each where the configuration says.
 *
 * @param onAppends told how many appends shared each transaction of the embedded log.
 * @throws StoreInUseError when another process owns the data folder; ConfigError for stores that do not belong together;
 * StoreUnavailableError when a server does not answer.
 */
export async function openStores(config: Config, onAppends?: (appends: number) => void): Promise<Stores> {
  const folder = config.RELOCON_DATA;
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const store of opened.splice(0).reverse()) await store.close();
  };
  const keep = <T extends { close(): Promise<void> }>(store: T): T => (opened.push(store), store);
  try {
    if (usesFolder(config)) {
      if (config.ROLE !== 'all') throw new ConfigError(`ROLE: ${config.ROLE} is for stores that several processes share: set RELOCON_LOG and RELOCON_VIEWS, or leave ROLE out.`);
      makeFolder(folder);
      keep(await lockFolder(folder));
    }
    const { RELOCON_LOG, RELOCON_VIEWS, RELOCON_VAULT } = config;
    const embedded = RELOCON_LOG === undefined ? keep(await openSqliteLog({ file: join(folder, 'log.db'), ...(onAppends && { onBatch: onAppends }) })) : undefined;
    const log: EventLog = embedded ?? keep(await openEventStoreLog({ url: RELOCON_LOG as string }));
    const vault = keep(await named(RELOCON_VAULT ? 'RELOCON_VAULT' : 'RELOCON_VIEWS', () => openVault(config)));
    belongs(log, 'vault', await ownerOfVault(vault, log));
    const views = keep(await named('RELOCON_VIEWS', () => (RELOCON_VIEWS === undefined ? openSqliteViews({ file: join(folder, 'views.db'), ...(embedded && { log: embedded }) }) : openMongoViews({ url: RELOCON_VIEWS }))));
    belongs(log, 'views', await ownerOfViews(views, log));
    return { log, views, vault, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openVault({ RELOCON_DATA, RELOCON_VAULT, RELOCON_VIEWS }: Config): Promise<Vault> {
  if (RELOCON_VAULT !== undefined) return openMongoVault({ url: RELOCON_VAULT });
  if (RELOCON_VIEWS !== undefined) return openMongoVault({ url: RELOCON_VIEWS, beside: true });
  return openSqliteVault({ file: join(RELOCON_DATA, 'vault.db') });
}

/** Says which setting an address that cannot be used stands in. */
async function named<T>(setting: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof MongoAddressError) throw new ConfigError(`${setting}: ${error.message}.`);
    throw error;
  }
}

const OWNER = { space: 'store', key: 'log' };

async function ownerOfVault(vault: Vault, log: EventLog): Promise<string> {
  const [entry] = await vault.putIfAbsent(OWNER.space, [{ key: OWNER.key, value: log.id }]);
  return entry?.value ?? log.id;
}

async function ownerOfViews(views: ViewStore, log: EventLog): Promise<string> {
  const key = `${OWNER.space}/${OWNER.key}`;
  const [note] = await views.notes(key);
  if (!note) await views.commit({ writes: [], checkpoints: {}, notes: [{ key, value: log.id }] });
  return note?.value ?? log.id;
}

/** What was made from one log must not serve another. */
function belongs(log: EventLog, what: 'vault' | 'views', owner: string): void {
  if (owner !== log.id) throw new ConfigError(`the ${what} belong${what === 'views' ? '' : 's'} to the log ${owner}, and this is the log ${log.id}: set the addresses of stores that belong together, or name a new database.`);
}

/** How long a server that is still starting is waited for. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 1_000;

/** Opens the stores, waiting for servers that are still starting. */
export async function openStoresPatiently(config: Config, onAppends: (appends: number) => void, say: (message: string) => void): Promise<Stores> {
  for (const began = Date.now(); ; ) {
    try {
      return await openStores(config, onAppends);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || Date.now() - began > PATIENCE_MS) throw error;
      say(`${error.message}: trying again`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The only place that chooses adapters. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyLog, copyVault, StoreAddressError, StoreUnavailableError, type Copied, type EventLog, type Vault, type ViewStore } from '#event-sourcing';
import { lockFolder, openSqliteLog, openSqliteVault, openSqliteViews, type SqliteLog } from '#stores/sqlite';
import { ConfigError, type Config } from './settings/config.js';
import { makeFolder } from './settings/folders.js';
import { instanceName } from './settings/instance.js';

// Clients of servers take memory and time to load: only who uses one pays for it.
const eventStore = () => import('#stores/eventstoredb');
const mongo = () => import('#stores/mongodb');

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

/** A log and the vault that belongs to it. */
export type LogAndVault = Omit<Stores, 'views'> & {
  /** Set where the log lies in the data folder. */
  embedded: SqliteLog | undefined;
};

/**
 * Opens log and vault, each where the configuration says.
 *
 * @param onAppends told how many appends shared each transaction of the embedded log.
 * @throws StoreInUseError when another process owns the data folder; ConfigError for stores that do not belong together;
 * StoreUnavailableError when a server does not answer.
 */
export async function openLogAndVault(config: Config, onAppends?: (appends: number) => void): Promise<LogAndVault> {
  const { RELOCON_LOG, RELOCON_VAULT, RELOCON_DATA: folder } = config;
  return opening(async (keep) => {
    if (usesFolder(config)) {
      if (config.ROLE !== 'all') throw new ConfigError(`ROLE: ${config.ROLE} is for stores that several processes share: set RELOCON_LOG and RELOCON_VIEWS, or leave ROLE out.`);
      makeFolder(folder);
      keep(await lockFolder(folder));
    }
    const embedded = RELOCON_LOG === undefined ? keep(await openSqliteLog({ file: join(folder, 'log.db'), ...(onAppends && { onBatch: onAppends }) })) : undefined;
    const log: EventLog = embedded ?? keep(await openServerLog(config));
    const vault = keep(await named(RELOCON_VAULT ? 'RELOCON_VAULT' : 'RELOCON_VIEWS', () => openVault(config)));
    belongs(log, 'vault', await ownerOfVault(vault, log));
    return { log, vault, embedded };
  });
}

/** Opens all stores. @throws as `openLogAndVault` does. */
export async function openStores(config: Config, onAppends?: (appends: number) => void): Promise<Stores> {
  return opening(async (keep) => {
    const { log, vault, embedded } = keep(await openLogAndVault(config, onAppends));
    const { RELOCON_VIEWS, RELOCON_DATA } = config;
    const instance = instanceName();
    const views = keep(await named('RELOCON_VIEWS', async () => (RELOCON_VIEWS === undefined ? openSqliteViews({ file: join(RELOCON_DATA, 'views.db'), instance, ...(embedded && { log: embedded }) }) : (await mongo()).openMongoViews({ url: RELOCON_VIEWS, alone: log.exclusive, instance }))));
    belongs(log, 'views', await ownerOfViews(views, log));
    return { log, vault, views };
  });
}

/** Opens several things one after the other, to be closed together in the reverse order; also when one of them cannot be opened. */
async function opening<T>(open: (keep: <C extends { close(): Promise<void> }>(opened: C) => C) => Promise<T>): Promise<T & { close(): Promise<void> }> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const each of opened.splice(0).reverse()) await each.close();
  };
  try {
    return { ...(await open((each) => (opened.push(each), each))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openServerLog({ RELOCON_LOG, RELOCON_LOG_NAMESPACE }: Config): Promise<EventLog> {
  return (await eventStore()).openEventStoreLog({ url: RELOCON_LOG as string, namespace: RELOCON_LOG_NAMESPACE });
}

async function openVault({ RELOCON_DATA, RELOCON_VAULT, RELOCON_VIEWS }: Config): Promise<Vault> {
  if (RELOCON_VAULT !== undefined) return (await mongo()).openMongoVault({ url: RELOCON_VAULT });
  if (RELOCON_VIEWS !== undefined) return (await mongo()).openMongoVault({ url: RELOCON_VIEWS, beside: true });
  return openSqliteVault({ file: join(RELOCON_DATA, 'vault.db') });
}

/** Says which setting an address that cannot be used stands in. */
async function named<T>(setting: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StoreAddressError) throw new ConfigError(`${setting}: ${error.message}.`);
    throw error;
  }
}

/** The note of the log that a store belongs to. */
const OWNER = { space: 'store', key: 'log' };

/** The log that a vault belongs to, without making it anybody's. */
export async function ownerOf(vault: Pick<Vault, 'getMany'>): Promise<string | undefined> {
  return (await vault.getMany(OWNER.space, [OWNER.key]))[0]?.value;
}

/** Lets a vault belong to a log whatever it belonged to. */
export function give(vault: Vault, logId: string): Promise<void> {
  return vault.put(OWNER.space, [{ key: OWNER.key, value: logId }]);
}

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
      await pause(PAUSE_MS);
    }
  }
}

const isOwner = (space: string, key: string): boolean => space === OWNER.space && key === OWNER.key;

/**
 * Copies log and vault of one set of stores to another; again after it was stopped, it goes on.
 *
 * @param onProgress told how many events have arrived since it was told last.
 * @throws CopyError where the target holds anything else; ConfigError, StoreInUseError, StoreUnavailableError as `openLogAndVault` does.
 */
export async function copyStores(source: Config, target: Config, onProgress?: (events: number) => void): Promise<Copied & { entries: number }> {
  const { from, to, close } = await opening(async (keep) => ({ from: keep(await openLogAndVault(source)), to: keep(await openLogAndVault(target)) }));
  try {
    const copied = await copyLog(from.log, to.log, onProgress);
    return { ...copied, entries: await copyVault(from.vault, to.vault, (space, key) => !isOwner(space, key)) };
  } finally {
    await close();
  }
}

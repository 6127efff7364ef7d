/** `relocon backup`, `restore` and `verify-backup`: the log, then the vault, of a data folder; the master key is kept apart from both. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, KeyRing, newLogId, verifyLog, type Copied, type EventLog, type Vault, type Verified } from '#event-sourcing';
import { copySqlite, lockFolder, openBackup, openSqliteVault, renewLogId } from '#stores/sqlite';
import { features } from './features.js';
import type { Config } from './settings/config.js';
import { makeFolder } from './settings/folders.js';
import { compareMasterKey, masterKey } from './settings/master-key.js';
import { codecOver } from './platform/runtime.js';
import { give, openLogAndVault, ownerOf, usesFolder } from './stores.js';

const FORMAT = 1;
const LABEL = 'backup.json';

/** Told how many events were read since it was told last. */
type OnProgress = (events: number) => void;

/** What a backup says of itself; written last, so that one without it is not complete. */
interface Label extends Copied {
  format: number;
  log: string;
  takenAt: string;
}

const filesIn = (folder: string) => ({ log: join(folder, 'log.db'), vault: join(folder, 'vault.db') });

/**
 * Copies log and vault while a service may be writing them. The log goes first: by then the keys of all its events are in the vault.
 *
 * @param to a new or empty folder.
 * @throws where the stores lie on servers, there is no log, or the folder holds something; what was begun is removed.
 */
export async function backUp(config: Config, to: string, onProgress: OnProgress): Promise<Label> {
  if (usesServers(config)) throw new Error('log and vault are not both in the data folder: servers are backed up with their own tools, in the order the README gives');
  const source = filesIn(config.RELOCON_DATA);
  for (const file of Object.values(source)) if (!existsSync(file)) throw new Error(`there is no ${file}: set RELOCON_DATA to the folder of the log`);
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`${to} is not empty: name a new folder`);
  const made = !existsSync(to);
  makeFolder(to);
  const target = filesIn(to);
  try {
    copySqlite(source.log, target.log);
    copySqlite(source.vault, target.vault);
    const { log, close } = openBackup(target);
    const label: Label = { format: FORMAT, log: log.id, takenAt: new Date().toISOString(), ...(await digestOf(log, onProgress).finally(close)) };
    writeFileSync(join(to, LABEL), `${JSON.stringify(label, null, 2)}\n`, { flush: true });
    return label;
  } catch (error) {
    for (const name of readdirSync(to)) rmSync(join(to, name));
    if (made) rmdirSync(to);
    throw error;
  }
}

export interface Restored extends Copied {
  log: string;
  takenAt: string;
  /** Where the master key has to be put before a service can start; undefined where it is. */
  masterKeyIn: string | undefined;
}

/**
 * Puts a backup into the data folder. The log gets a new id: what the old one went on to hold after the backup is not there, and no view, cursor
 * or position of the old one must be taken for one of this.
 *
 * @throws where the backup is not complete or was changed, and where the folder holds stores already; then nothing is written.
 */
export async function restore(config: Config, from: string, onProgress: OnProgress): Promise<Restored> {
  if (usesServers(config)) throw new Error('a backup is restored into a data folder: leave RELOCON_LOG, RELOCON_VIEWS and RELOCON_VAULT out');
  const folder = config.RELOCON_DATA;
  const label = labelOf(from);
  const there = ['log.db', 'vault.db', 'views.db'].filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) throw new Error(`${folder} holds ${there.join(', ')} already: move that away, or set RELOCON_DATA to another folder`);
  const source = filesIn(from);
  const { log, close } = openBackup(source);
  const found = await digestOf(log, onProgress).finally(close);
  const difference = differenceOf(label, found);
  if (difference) throw new Error(`the backup was changed: ${difference}`);
  makeFolder(folder);
  const lock = await lockFolder(folder);
  try {
    const target = filesIn(folder);
    const id = newLogId();
    const unready = `${target.log}.restoring`;
    copyFileSync(source.log, unready);
    renewLogId(unready, id);
    copyFileSync(source.vault, target.vault);
    const vault = await openSqliteVault({ file: target.vault });
    await give(vault, id).finally(() => vault.close());
    renameSync(unready, target.log);
    const key = join(folder, 'master.key');
    return { ...found, log: id, takenAt: label.takenAt, masterKeyIn: config.RELOCON_MASTER_KEY || existsSync(key) ? undefined : key };
  } finally {
    await lock.close();
  }
}

/** What was found, and what is wrong; all is well where nothing is. */
export interface Checked extends Verified {
  log: string;
  wrong: string[];
}

/**
 * Whether log and vault fit together: the vault is that of the log, and everything sealed opens under the master key.
 *
 * @param folder a backup; without it, what the settings name, servers included.
 */
export async function verifyBackup(config: Config, folder: string | undefined, onProgress: OnProgress): Promise<Checked> {
  if (folder === undefined) {
    const { log, vault, close } = await openLogAndVault(config);
    return check(config, log, vault, undefined, onProgress).finally(close);
  }
  const label = labelOf(folder);
  const { log, vault, close } = openBackup(filesIn(folder));
  return check(config, log, vault, label, onProgress).finally(close);
}

async function check(config: Config, log: Pick<EventLog, 'id' | 'readAll'>, vault: Pick<Vault, 'getMany'>, label: Label | undefined, onProgress: OnProgress): Promise<Checked> {
  const wrong: string[] = [];
  const owner = await ownerOf(vault);
  if (owner !== undefined && owner !== log.id) wrong.push(`the vault belongs to the log ${owner}, and this is the log ${log.id}`);
  const master = masterKey(config, true, usesFolder(config));
  await compareMasterKey(master, vault);
  const codec = codecOver(features, new KeyRing({ ...vault, putIfAbsent: () => Promise.reject(new Error('a backup is read only')) }, master));
  const verified = await verifyLog(log, codec, onProgress);
  const difference = label && differenceOf(label, verified);
  if (difference) wrong.push(`the log was changed after the backup: ${difference}`);
  if (verified.unreadable > 0) wrong.push(`${verified.unreadable} of ${verified.events} events cannot be read with this vault:`, ...verified.examples);
  return { ...verified, log: log.id, wrong };
}

/** The vault is where the views are, unless it has an address of its own. */
function usesServers({ RELOCON_LOG, RELOCON_VIEWS, RELOCON_VAULT }: Config): boolean {
  return (RELOCON_LOG ?? RELOCON_VIEWS ?? RELOCON_VAULT) !== undefined;
}

/** What the log of a backup holds other than its label says; undefined where they agree. */
function differenceOf(label: Label, { events, hash }: Copied): string | undefined {
  if (events === label.events && hash === label.hash) return undefined;
  return `it holds ${events} events with SHA-256 ${hash}, and ${LABEL} says ${label.events} with ${label.hash}`;
}

function labelOf(folder: string): Label {
  const file = join(folder, LABEL);
  if (!existsSync(file)) throw new Error(`there is no ${file}: this is no backup, or one that was not finished`);
  const label = JSON.parse(readFileSync(file, 'utf8')) as Label;
  if (label.format > FORMAT) throw new Error(`${folder} was made by a newer release (format ${label.format}, this one reads up to ${FORMAT}): use that release`);
  return label;
}

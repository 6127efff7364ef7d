/** Copies of the log's and the vault's files, read as they are. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'libsql';
import type { EventLog, Vault } from '#event-sourcing';
import { batches, eventsAfter, lastIn } from './log.js';
import { Reader } from './reader.js';
import { reading } from './vault.js';

/** A consistent copy of a database that may be in use. @throws when the copy exists. */
export function copySqlite(from: string, to: string): void {
  run(from, 'VACUUM INTO ?', to);
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
}

export interface Backup {
  log: Pick<EventLog, 'id' | 'readAll'>;
  vault: Pick<Vault, 'getMany' | 'everything'>;
  close(): void;
}

/**
 * Opens copies that nobody writes; they stay as they are, byte for byte.
 *
 * @throws when a file is missing, is no database, or is damaged.
 */
export function openBackup({ log: logFile, vault: vaultFile }: { log: string; vault: string }): Backup {
  const log = openCopy(logFile);
  const vault = openCopy(vaultFile, log);
  return {
    log: {
      id: (log.get("SELECT value FROM meta WHERE name = 'id'") as { value: string }).value,
      readAll: (after, { batchSize = 1_000 } = {}) => batches((position) => eventsAfter(log, position, batchSize), after, lastIn(log)),
    },
    // What had expired by the time of the copy is of no use either.
    vault: reading(vault, Date.now),
    close() {
      log.close();
      vault.close();
    },
  };
}

/** Gives a log that lacks what its original went on to hold a name of its own, so that the two are never taken for each other. */
export function renewLogId(file: string, id: string): void {
  run(file, "UPDATE meta SET value = ? WHERE name = 'id'", id);
}

function run(file: string, sql: string, value: string): void {
  const db = new Database(file);
  try {
    db.prepare(sql).run(value);
  } finally {
    db.close();
  }
}

/** @param opened closed again where this one cannot be opened. */
function openCopy(file: string, opened?: Reader): Reader {
  let told: string;
  const reader = new Reader(file, { asItIs: true });
  try {
    told = (reader.get('PRAGMA integrity_check') as { integrity_check: string }).integrity_check;
  } catch (cause) {
    told = (cause as Error).message;
  }
  if (told === 'ok') return reader;
  reader.close();
  opened?.close();
  throw new Error(`${file} is damaged: ${told}`);
}

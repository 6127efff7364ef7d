/** One process owns a data folder: a lock that vanishes with its holder, whatever ends it. */
import Database from 'libsql';
import { join, resolve } from 'node:path';

export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  constructor(readonly folder: string) {
    super(`the data folder ${folder} is in use by another Relocon process: stop that one, or set RELOCON_DATA to another folder`);
  }
}

/** @throws StoreInUseError when somebody holds it, this process included. */
export async function lockFolder(folder: string): Promise<{ close(): Promise<void> }> {
  const db = new Database(join(folder, 'lock.db'));
  try {
    // SQLite's file locks belong to the process, so that kill -9 frees them too.
    db.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (by INTEGER)');
  } catch {
    db.close();
    throw new StoreInUseError(resolve(folder));
  }
  return {
    async close() {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

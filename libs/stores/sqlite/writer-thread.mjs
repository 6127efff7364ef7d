/**
 * The writing side of one database file, in a thread of its own: whatever has queued up shares one transaction (group commit), so that the
 * disk syncs once for many. Plain JavaScript, because a worker starts from the source tree (tests) as well as from the compiled one.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { logWriter } from './log-writer.mjs';
import { vaultWriter } from './vault-writer.mjs';
import { viewsWriter } from './views-writer.mjs';

const writers = { log: logWriter, vault: vaultWriter, views: viewsWriter };
const { file, kind, synchronous } = workerData;

/** What the write-ahead log shrinks to again where somebody's reading has let it grow; without that it is half as large. */
const WAL_BYTES = 32 * 1024 * 1024;

const db = new Database(file);
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = ${WAL_BYTES}; PRAGMA cache_size = -8000`);
// What is deleted from the vault is to be gone from its pages too.
if (kind === 'vault') db.exec('PRAGMA secure_delete = ON');
const writer = writers[kind](db);

parentPort.postMessage({ ready: writer.ready });

/** A disk that is full keeps a checkpoint from being made, and is no reason to end. */
function told(pragma) {
  try {
    return Object.values(db.prepare(`PRAGMA ${pragma}`).get())[0];
  } catch {
    return null;
  }
}

parentPort.on('message', ({ jobs, pragma, close }) => {
  if (pragma) return parentPort.postMessage({ pragma: told(pragma) });
  if (close) {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    parentPort.postMessage({ closed: true });
    return process.exit(0);
  }
  try {
    db.exec('BEGIN IMMEDIATE');
    const results = writer.write(jobs);
    db.exec('COMMIT');
    parentPort.postMessage({ results });
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // The failure itself may have ended the transaction.
    }
    writer.reset?.();
    parentPort.postMessage({ failed: String(error?.message ?? error) });
  }
});

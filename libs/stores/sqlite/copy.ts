import Database from 'libsql';

/** A consistent copy of a database that may be in use. */
export function copySqlite(from: string, to: string): void {
  const db = new Database(from);
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
}

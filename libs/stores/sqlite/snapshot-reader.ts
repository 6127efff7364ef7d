/** A reading connection of its own: one state of the file, from the first read on until it is closed. */
import Database from 'libsql';

export class SnapshotReader {
  // Its types leave this out.
  private readonly db: Database.Database & { interrupt(): void };
  private walks: Iterator<unknown>[] = [];
  private closed = false;

  constructor(file: string) {
    this.db = new Database(file, { fileMustExist: true }) as SnapshotReader['db'];
    // Of what it walks it needs no page twice.
    this.db.exec('PRAGMA cache_size = -500; BEGIN');
  }

  /** Rows one after the other, none read before it is asked for. */
  *walk<Row>(sql: string, values: readonly unknown[]): Generator<Row, void> {
    const rows = this.db.prepare(sql).iterate(...values) as Iterator<Row>;
    this.walks.push(rows);
    for (let row = rows.next(); !row.done; row = rows.next()) {
      yield row.value;
      if (this.closed) throw new Error('the snapshot is closed');
    }
  }

  close(): void {
    this.closed = true;
    // A statement that was not read to its end, and the transaction it reads in, would last until they are collected as garbage.
    this.db.interrupt();
    for (const rows of this.walks) {
      try {
        while (!rows.next().done) continue;
      } catch {
        // It was interrupted.
      }
    }
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.db.close();
  }
}

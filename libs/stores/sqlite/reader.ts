/** A reading connection: the statements of one turn of the event loop share a snapshot, so that each costs no locks of its own. */
import Database from 'libsql';

export class Reader {
  private readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private inSnapshot = false;

  /**
   * @param attach other database files by the name they are known under here.
   * @param asItIs nobody writes the file, and neither does reading it.
   */
  constructor(file: string, { attach = {}, asItIs = false }: { attach?: Readonly<Record<string, string>>; asItIs?: boolean } = {}) {
    this.db = new Database(file, { readonly: asItIs, fileMustExist: asItIs });
    for (const [name, other] of Object.entries(attach)) this.db.prepare(`ATTACH ? AS ${name}`).run(other);
  }

  all<Row>(sql: string, values: readonly unknown[] = []): Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, values: readonly unknown[] = []): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined;
  }

  /** What is read from here on has seen every write that is done by now; to be called before anybody hears of a write. */
  refresh(): void {
    if (!this.inSnapshot) return;
    this.inSnapshot = false;
    this.db.exec('COMMIT');
  }

  /** To be called when tables have gone or changed their names. */
  forgetStatements(): void {
    this.refresh();
    this.statements.clear();
  }

  close(): void {
    this.refresh();
    this.db.close();
  }

  private statement(sql: string): Database.Statement {
    if (!this.inSnapshot) {
      this.db.exec('BEGIN');
      this.inSnapshot = true;
      setImmediate(() => this.refresh());
    }
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }
}

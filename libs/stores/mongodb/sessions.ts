/**
 * The sessions transactions run in. A process that is killed in the middle of a transaction leaves it open, and what it has written stays locked
 * for a minute; so each session is on record before it is used, and whoever takes over ends those of the others.
 */
import type { Binary, ClientSession, Collection, Db, MongoClient } from 'mongodb';
import { inTransaction } from './database.js';

interface Row {
  _id: Binary;
  by: string;
  at: Date;
}

const KEPT_S = 86_400;

export class Sessions {
  private readonly rows: Collection<Row>;
  private readonly free: ClientSession[] = [];

  /** @param by names this process. */
  constructor(
    private readonly client: MongoClient,
    db: Db,
    private readonly by: string,
  ) {
    this.rows = db.collection('sessions');
  }

  async prepare(): Promise<void> {
    await this.rows.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_S });
  }

  /** All or nothing. @throws StoreUnavailableError when the outcome is not known. */
  async transaction(work: (session: ClientSession) => Promise<void>): Promise<void> {
    const session = this.free.pop() ?? (await this.begin());
    await inTransaction(session, work);
    // One whose transaction failed is not used again.
    this.free.push(session);
  }

  /** Ends what others have left open. A transaction that is alive all the same is begun again by whoever runs it. */
  async endOthers(): Promise<void> {
    const others = await this.rows.find({ by: { $ne: this.by } }).toArray();
    if (others.length > 0) await this.client.db('admin').command({ killSessions: others.map(({ _id }) => ({ id: _id })) });
  }

  private async begin(): Promise<ClientSession> {
    const session = this.client.startSession();
    const id = (session.id as { id: Binary }).id;
    await this.rows.updateOne({ _id: id }, [{ $set: { by: this.by, at: '$$NOW' } }], { upsert: true });
    return session;
  }
}

/**
 * The sessions transactions run in. A process that is killed or cut off in the middle of a transaction leaves it open, and what it has written
 * stays locked for a minute; so each session is on record before it is used, whoever takes over ends those of the others, and whoever was cut
 * off ends its own.
 */
import type { Binary, ClientSession, Collection, Db, MongoClient } from 'mongodb';
import { answered, inTransaction } from './database.js';

interface Row {
  _id: Binary;
  by: string;
  at: Date;
}

const KEPT_S = 86_400;
/** For so long what was sent in a session may still arrive: the server forgets an open transaction after a minute. */
const LATE_MS = 120_000;

export class Sessions {
  private readonly rows: Collection<Row>;
  private readonly free: ClientSession[] = [];
  /** Those whose last transaction may still be open on the server, or be opened there by what arrives late, after it was ended. */
  private failed: { id: Binary; at: number }[] = [];
  /** Whether one has failed since they were ended last. */
  private due = false;

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
    if (this.due) await answered(() => this.endFailed());
    const session = this.free.pop() ?? (await answered(() => this.begin()));
    try {
      await inTransaction(session, work);
    } catch (error) {
      // What timed out may still be at work in it, so it is not used again.
      this.failed.push({ id: idOf(session), at: Date.now() });
      this.due = true;
      throw error;
    }
    this.free.push(session);
  }

  /** Ends what others have left open. A transaction that is alive all the same is begun again by whoever runs it. */
  async endOthers(): Promise<void> {
    const others = await this.rows.find({ by: { $ne: this.by } }).toArray();
    await this.end(others.map(({ _id }) => _id));
  }

  private async endFailed(): Promise<void> {
    this.due = false;
    try {
      await this.end(this.failed.map(({ id }) => id));
    } catch (error) {
      this.due = true;
      throw error;
    }
    this.failed = this.failed.filter(({ at }) => Date.now() - at < LATE_MS);
  }

  private async end(ids: readonly Binary[]): Promise<void> {
    if (ids.length > 0) await this.client.db('admin').command({ killSessions: ids.map((id) => ({ id })) });
  }

  private async begin(): Promise<ClientSession> {
    const session = this.client.startSession();
    const id = idOf(session);
    await this.rows.updateOne({ _id: id }, [{ $set: { by: this.by, at: '$$NOW' } }], { upsert: true });
    return session;
  }
}

function idOf(session: ClientSession): Binary {
  return (session.id as { id: Binary }).id;
}

/** A database of a replica set: opened and checked. */
import { setTimeout as pause } from 'node:timers/promises';
import { MongoBulkWriteError, MongoClient, MongoError, MongoServerError, type ClientSession, type Db } from 'mongodb';
import { StoreAddressError, StoreUnavailableError } from '#event-sourcing';

/** How long an operation may take in all, waiting for a server included. */
const OPERATION_MS = 5_000;
/** How long a server is looked for. */
const SELECTION_MS = 3_000;

const FORMAT = 1;

export interface Database {
  readonly client: MongoClient;
  readonly db: Db;
}

/** What a database says of itself. */
interface Label {
  _id: 'store';
  kind: 'views' | 'vault';
  format: number;
}

/**
 * @param name of the database, from what the path of the address says.
 * @throws StoreAddressError for an address that is none, a standalone server, or a database of another kind or of a newer release;
 * StoreUnavailableError where no server answers.
 */
export async function openDatabase({ url, name, kind }: { url: string; name(given: string | undefined): string; kind: Label['kind'] }): Promise<Database> {
  const client = clientFor(url);
  try {
    const db = client.db(name(databaseIn(url)));
    await answered(async () => {
      const { setName } = await db.admin().command({ hello: 1 });
      if (typeof setName !== 'string') {
        throw new StoreAddressError('this MongoDB is a standalone server, and Relocon needs a replica set (one node is enough): restart it with `mongod --replSet rs0`, then run `mongosh --eval "rs.initiate()"` once');
      }
      const store = await db.collection<Label>('relocon').findOneAndUpdate({ _id: 'store' }, { $setOnInsert: { kind, format: FORMAT } }, { upsert: true, returnDocument: 'after' });
      if (store && store.format > FORMAT) throw new StoreAddressError(`the database ${db.databaseName} was written by a newer release (format ${store.format}, this one reads up to ${FORMAT}): use that release`);
      if (store && store.kind !== kind) throw new StoreAddressError(`the database ${db.databaseName} holds a ${store.kind === 'vault' ? 'vault' : 'store of views'}: name another database in the path of the address`);
    });
    return { client, db };
  } catch (error) {
    await client.close();
    throw error;
  }
}

function clientFor(url: string): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'relocon',
      ignoreUndefined: true,
      serverSelectionTimeoutMS: SELECTION_MS,
      connectTimeoutMS: SELECTION_MS,
      heartbeatFrequencyMS: 2_000,
      waitQueueTimeoutMS: OPERATION_MS,
      maxPoolSize: 50,
      // What was read must not be rolled back, and what was written must outlive a primary.
      readPreference: 'primary',
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', journal: true },
      retryReads: true,
      retryWrites: true,
    });
  } catch (cause) {
    // The driver's words may hold the password.
    throw new StoreAddressError('the MongoDB address cannot be read: it looks like mongodb://user:password@host1,host2/database?replicaSet=rs0', { cause: (cause as Error).name });
  }
}

function databaseIn(url: string): string | undefined {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(url) ?? [];
  return name ? decodeURIComponent(name) : undefined;
}

/** Codes of a server that will be well again: shutting down, stepping down, electing, out of time. */
const PASSING = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 50, 63, 112, 251]);

/**
 * Runs work against the server, for so long and no longer. What had begun when time ran out may still be done; the signal tells it to begin
 * nothing more.
 *
 * @throws StoreUnavailableError when it cannot answer now.
 */
export async function answered<T>(work: (givenUp: AbortSignal) => Promise<T>, limitMs = OPERATION_MS): Promise<T> {
  const givenUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new StoreUnavailableError(`MongoDB did not answer within ${limitMs / 1000} s`);
      givenUp.abort(error);
      reject(error);
    }, limitMs);
  });
  try {
    return await Promise.race([work(givenUp.signal), late]);
  } catch (error) {
    if (isPassing(error)) throw new StoreUnavailableError('MongoDB does not answer right now', 2, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** All or nothing, tried again while the server asks for it and time allows. @throws StoreUnavailableError when the outcome is not known. */
export function inTransaction(session: ClientSession, work: (session: ClientSession) => Promise<void>): Promise<void> {
  return answered(async (givenUp) => {
    const again = (error: unknown, label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label) && !givenUp.aborted;
    for (;;) {
      session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
      try {
        await work(session);
        givenUp.throwIfAborted();
        await committed(session, (error) => again(error, 'UnknownTransactionCommitResult'));
        return;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!again(error, 'TransientTransactionError')) throw error;
        // Two that stand in each other's way do not come back at the same moment.
        await pause(5 + Math.random() * 20, undefined, { signal: givenUp });
      }
    }
  });
}

async function committed(session: ClientSession, again: (error: unknown) => boolean): Promise<void> {
  for (;;) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (!again(error)) throw error;
    }
  }
}

/** What a socket says whose other end has gone; the driver passes it on where it meets it first. */
const GONE = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT']);

function isPassing(error: unknown): boolean {
  if (GONE.has(String((error as NodeJS.ErrnoException | undefined)?.code))) return true;
  if (!(error instanceof MongoError)) return false;
  if (error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('UnknownTransactionCommitResult')) return true;
  // A bulk write passes on the words of a connection that ended, and nothing else of it; what a server says has a code.
  if (error instanceof MongoBulkWriteError && error.code === undefined) return true;
  if (error instanceof MongoServerError) return PASSING.has(Number(error.code));
  return /^Mongo(ServerSelection|Network|NetworkTimeout|PoolCleared|WaitQueueTimeout|OperationTimeout|TopologyClosed|NotConnected|ServerClosed|ClientClosed|Topology)/.test(error.name);
}

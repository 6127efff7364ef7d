import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type ClientSession } from 'mongodb';
import { StoreUnavailableError } from '#event-sourcing';
import { Sessions } from './sessions.js';
import { databaseAddress, dropDatabases, mongodbUrl } from './testing/databases.js';

(mongodbUrl ? it : it.skip)('ends a transaction again that what arrived late has opened anew', async () => {
  const name = `test-${randomBytes(5).toString('hex')}`;
  const client = await MongoClient.connect(databaseAddress(name));
  const db = client.db();
  const notes = db.collection<{ _id: number; by: string }>('notes');
  await notes.insertOne({ _id: 1, by: 'nobody' });
  const sessions = new Sessions(client, db, 'one');
  await sessions.prepare();
  const attempts: string[] = [];
  const write = (by: string) =>
    sessions.transaction(async (session) => {
      attempts.push(by);
      await notes.updateOne({ _id: 1 }, { $set: { by } }, { session });
    });
  let cutOff: ClientSession | undefined;
  await expect(
    sessions.transaction(async (session) => {
      cutOff = session;
      throw new StoreUnavailableError('cut off');
    }),
  ).rejects.toThrow('cut off');
  await write('after the cut');
  // What was sent in that session reaches the server only now, and locks what it writes.
  const late = client.startSession();
  Object.assign((late as unknown as { serverSession: object }).serverSession, { id: (cutOff as ClientSession).id, txnNumber: 1_000 });
  late.startTransaction();
  await notes.updateOne({ _id: 1 }, { $set: { by: 'late' } }, { session: late });
  // One attempt finds it locked for as long as it may try; the next has ended what locked it.
  await expect(write('too early')).rejects.toThrow(StoreUnavailableError);
  const tried = attempts.length;
  await pause(100);
  // What was given up is not tried again behind its caller's back: it would write what nobody waits for, or lock it and be left open.
  expect(attempts).toHaveLength(tried);
  await write('in the end');
  expect((await notes.findOne({ _id: 1 }))?.by).toBe('in the end');
  await late.endSession().catch(() => undefined);
  await client.close();
  await dropDatabases(name);
}, 30_000);

/** Databases for tests, on the server that `MONGODB_URL` names. */
import { MongoClient } from 'mongodb';

/** Empty where there is no server: what needs one is skipped. */
export const mongodbUrl = process.env.MONGODB_URL ?? '';

/** The address of a database. */
export function databaseAddress(name: string): string {
  return mongodbUrl.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?/, `$1/${name}`);
}

/** Drops a database and the vault beside it. What a killed process has left open would keep the server from it for a minute. */
export async function dropDatabases(name: string): Promise<void> {
  const client = new MongoClient(mongodbUrl);
  const left = await client.db(name).collection('sessions').find().toArray();
  if (left.length > 0) await client.db('admin').command({ killSessions: left.map(({ _id: id }) => ({ id })) });
  for (const each of [name, `${name}-vault`]) await client.db(each).dropDatabase();
  await client.close();
}

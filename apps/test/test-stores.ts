/** Where the stores of a test lie: in its folder, or, as `RELOCON_TEST_STORES` says, on servers, in databases named after the folder. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';

export const mongodbUrl = process.env.MONGODB_URL ?? '';

/** Tells the suites that are loaded after it to use these stores. */
export function useStores(stores: 'embedded' | 'mongodb'): void {
  process.env.RELOCON_TEST_STORES = stores;
}

const nameFor = (folder: string): string => `test-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;

/** The settings for a data folder. */
export function storeSettings(folder: string): { RELOCON_VIEWS?: string } {
  if (process.env.RELOCON_TEST_STORES !== 'mongodb') return {};
  return { RELOCON_VIEWS: databaseAddress(nameFor(folder)) };
}

/** The address of a database on the server of the tests. */
export function databaseAddress(name: string): string {
  return mongodbUrl.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?/, `$1/${name}`);
}

/** Removes what the tests of a folder left on servers. */
export async function removeStores(folder: string): Promise<void> {
  if (storeSettings(folder).RELOCON_VIEWS !== undefined) await dropDatabases(nameFor(folder));
}

/** Drops a database and the vault beside it. */
export async function dropDatabases(name: string): Promise<void> {
  const client = new MongoClient(mongodbUrl);
  for (const each of [name, `${name}-vault`]) await client.db(each).dropDatabase();
  await client.close();
}

/** Everything that lies in the stores of a folder, as text: files, and the collections of its databases. */
export async function everythingStored(folder: string): Promise<{ name: string; text: string }[]> {
  const stored = readdirSync(folder).filter((name) => /\.db(-wal)?$/.test(name)).map((name) => ({ name, text: readFileSync(join(folder, name)).toString('latin1') }));
  if (storeSettings(folder).RELOCON_VIEWS === undefined) return stored;
  const client = new MongoClient(mongodbUrl);
  for (const [name, kind] of [[nameFor(folder), 'views.db'], [`${nameFor(folder)}-vault`, 'vault.db']] as const) {
    const collections = await client.db(name).collections();
    const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
    stored.push({ name: kind, text: JSON.stringify(documents) });
  }
  await client.close();
  return stored;
}

/** Where the stores of a test lie: in its folder, or, as `RELOCON_TEST_STORES` says, on servers, in databases named after the folder. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { StandIn } from '../../libs/stores/eventstoredb/testing/stand-in.js';
import { databaseAddress, dropDatabases, mongodbUrl } from '../../libs/stores/mongodb/testing/databases.js';
import type { Config } from '../api/settings/config.js';

export { databaseAddress, dropDatabases, mongodbUrl };

/** Tells the suites that are loaded after it to use these stores. */
export function useStores(stores: 'mongodb' | 'servers'): void {
  process.env.RELOCON_TEST_STORES = stores;
}

/** What keeps the log on a server in these tests. */
export const logServer = process.env.EVENTSTOREDB_URL ? 'EventStoreDB' : 'a stand-in for EventStoreDB';

/** A log of its own on the server that `EVENTSTOREDB_URL` names, or on a stand-in. */
export async function startLog(): Promise<{ settings: { RELOCON_LOG: string; RELOCON_LOG_NAMESPACE: string }; stop(): Promise<void> }> {
  const standIn = process.env.EVENTSTOREDB_URL ? undefined : await StandIn.started();
  const settings = { RELOCON_LOG: process.env.EVENTSTOREDB_URL ?? (standIn?.url as string), RELOCON_LOG_NAMESPACE: `test-${randomBytes(6).toString('hex')}` };
  return { settings, stop: async () => standIn?.stop() };
}

const nameFor = (folder: string): string => `test-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;

/** The settings for a data folder: `mongodb` keeps views and vault there, `servers` the log in EventStoreDB as well. */
export function storeSettings(folder: string): Partial<Pick<Config, 'RELOCON_LOG' | 'RELOCON_LOG_NAMESPACE' | 'RELOCON_VIEWS' | 'RELOCON_MASTER_KEY'>> {
  const stores = process.env.RELOCON_TEST_STORES;
  if (stores === undefined) return {};
  const name = nameFor(folder);
  const views = { RELOCON_VIEWS: databaseAddress(name) };
  if (stores === 'mongodb') return views;
  return { ...views, RELOCON_LOG: process.env.RELOCON_TEST_LOG as string, RELOCON_LOG_NAMESPACE: name, RELOCON_MASTER_KEY: createHash('sha256').update(name).digest('hex') };
}

/** Removes what the tests of a folder left on servers. */
export async function removeStores(folder: string): Promise<void> {
  if (storeSettings(folder).RELOCON_VIEWS !== undefined) await dropDatabases(nameFor(folder));
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

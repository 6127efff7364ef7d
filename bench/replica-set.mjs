/** A MongoDB to measure on: the replica set that `MONGODB_URL` names, or one that is started and vanishes again. */
import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { findMongod, startReplicaSet } from '../scripts/mongod.mjs';
import { Missing } from './measure.mjs';

/** The bare driver with the guarantees our adapter asks for: reads what cannot be rolled back, writes what outlives a primary. */
const GUARANTEES = { readConcern: { level: 'majority' }, writeConcern: { w: 'majority', journal: true }, ignoreUndefined: true };

/**
 * @returns `client`, the bare driver; `version` of the server; `database(what)`, which makes a new database; `stop()`, which drops them all
 * and ends the server if it was started here.
 * @throws Missing where there is no MongoDB.
 */
export async function replicaSet() {
  const own = process.env.MONGODB_URL ? undefined : await started();
  const url = process.env.MONGODB_URL ?? own.getUri();
  const client = new MongoClient(url, GUARANTEES);
  const made = new Set();
  const stop = async () => {
    // Whatever still writes with it has to stop first.
    await client.close();
    if (own) return own.stop();
    await dropAll(url, [...made].map(({ name }) => name));
  };
  const database = (what) => {
    const name = `relocon-bench-${randomBytes(4).toString('hex')}-${what}`;
    const each = {
      name,
      address: url.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`),
      db: client.db(name),
      async drop() {
        await dropWithVault(client, name);
        made.delete(each);
      },
    };
    made.add(each);
    return each;
  };
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    return { client, version, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function dropWithVault(client, name) {
  for (const each of [name, `${name}-vault`]) await client.db(each).dropDatabase();
}

async function dropAll(url, names) {
  const client = new MongoClient(url);
  for (const name of names) await dropWithVault(client, name);
  await client.close();
}

async function started() {
  const mongod = findMongod();
  if (!mongod) throw new Missing('There is no mongod here: set MONGODB_URL to a replica set that may be measured on, or put mongod on the PATH.');
  return startReplicaSet(mongod);
}

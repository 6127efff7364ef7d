/**
 * The log in EventStoreDB, for whoever has a server: joins through the service beside bare appends, and views in MongoDB that catch up. What
 * is appended stays in the server, in streams whose names begin with `bench-`.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { v7 as uuidv7 } from 'uuid';
import { openEventStoreLog } from '../dist/libs/stores/eventstoredb/index.js';
import { connectionString } from '../dist/libs/stores/eventstoredb/connection-string.js';
import { engineOf, fill } from './fill.mjs';
import { joinsThrough } from './joins.mjs';
import { CONNECTIONS, JOINS, judged, Missing, quick, ratio, results, say, secondsSince, thrice, thriceSeveral, timed } from './measure.mjs';
import { folder } from './processes.mjs';
import { replicaSet } from './replica-set.mjs';

const EVENTS = quick ? 10_000 : 100_000;
const url = process.env.EVENTSTOREDB_URL;
let mongo;
let client;

export async function prepare() {
  if (!url) {
    throw new Missing('These figures need an EventStoreDB (KurrentDB) server: set EVENTSTOREDB_URL to the address of one that may be thrown away afterwards, such as esdb://localhost:2113?tls=false. The views go to the MongoDB that MONGODB_URL names, or to a mongod that is found.');
  }
  mongo = await replicaSet();
  client = EventStoreDBClient.connectionString(connectionString(url));
  return { server: `MongoDB ${mongo.version}` };
}

export async function tidy() {
  await client?.dispose();
  await mongo?.stop();
}

/** A log of its own, with views and vault of their own. */
function settingsFor(place) {
  return { RELOCON_LOG: url, RELOCON_LOG_NAMESPACE: `bench-${randomBytes(4).toString('hex')}`, RELOCON_VIEWS: place.address, RELOCON_MASTER_KEY: randomBytes(32).toString('hex') };
}

/**
 * Joins over HTTP with everything on, until the views have seen them, beside as many appends of one such event each by the bare client, as
 * many at once, each to a stream that is new. The bare client is left as it comes: where the server knows how, it sends all through one call.
 */
async function joins() {
  const summaries = await thriceSeveral(async (run) => {
    const place = mongo.database('joins');
    const settings = settingsFor(place);
    let joined = [];
    const joinsIn = async () => {
      joined = await joinsOf(settings);
      return joined.length;
    };
    const { rate } = await joinsThrough('full', { data: join(folder, `joins-${run}`), settings, keyed: true, joinsIn });
    await place.drop();
    return { 'join, everything on': rate, 'bare appends': await bareAppends(joined[0]) };
  });
  results['join, everything on'] = { unit: 'requests/s', ...summaries['join, everything on'] };
  results['bare appends'] = { unit: 'events/s', ...summaries['bare appends'] };
}

async function joinsOf({ RELOCON_LOG_NAMESPACE: namespace }) {
  const log = await openEventStoreLog({ url, namespace });
  const joined = [];
  for await (const batch of log.readAll(0)) joined.push(...batch.filter(({ type }) => type === 'MemberJoined'));
  await log.close();
  return joined;
}

/** @returns appends per second. */
async function bareAppends({ type, body }) {
  const namespace = `bench-${randomBytes(4).toString('hex')}`;
  const append = () => client.appendToStream(`${namespace}.membership-${uuidv7()}.${uuidv7()}`, [binaryEvent({ id: uuidv7(), type, data: Buffer.from(body) })], { expectedRevision: NO_STREAM });
  await timed(append, 2_000, CONNECTIONS);
  const { times, seconds } = await timed(append, JOINS, CONNECTIONS);
  return times.length / seconds;
}

/** All views, from nothing until they have seen the last event, lists and their indexes included. */
async function catchUp() {
  const first = mongo.database('views');
  const settings = { ...settingsFor(first), RELOCON_VAULT: mongo.database('vault').address };
  const data = join(folder, 'catch-up');
  say(`a log of ${EVENTS} events`);
  await fill(data, EVENTS, settings);
  const label = `10^${Math.log10(EVENTS)}`;
  results[`catching up, ${label}`] = {
    unit: 'events/s',
    ...(await thrice(`catching up, ${label}`, async () => {
      const place = mongo.database('views');
      const runtime = await engineOf(data, { ...settings, RELOCON_VIEWS: place.address });
      const head = await runtime.log.head();
      const started = process.hrtime.bigint();
      await runtime.projector.start();
      if (!(await runtime.projector.waitFor(head, [], 3_600_000))) throw new Error('the views did not catch up within an hour');
      const took = secondsSince(started);
      await runtime.close();
      await place.drop();
      return EVENTS / took;
    })),
  };
}

export const parts = { joins, catchUp };

export const aims = () => judged([['joins with everything on, of bare appends', ratio('join, everything on', 'bare appends'), '≥', 0.6]]);

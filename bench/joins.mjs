/** People joining groups: the load that a command is measured with. */
import { fillForJoins } from './fill.mjs';
import { CONNECTIONS, JOINS } from './measure.mjs';
import { load, peakMemory, server } from './processes.mjs';

const GROUPS = 40;
const MEMBERS = 1_000;

/**
 * One run of joins through a layer of bench/server.mjs, warmed up with joins of other members.
 *
 * @param data folder of what is embedded. `settings` of stores on servers; `keyed` gives every request an Idempotency-Key; `signedIn` sends a session cookie instead of an API key; `joinsIn` counts
 * the joins that the log holds.
 * @returns joins per second until the views have seen the last of them, and the most memory the service held, in MB.
 * @throws when one was refused, or the log does not hold what was acknowledged.
 */
export async function joinsThrough(layer, { data, settings = {}, keyed = false, signedIn = false, joinsIn }) {
  const { groups, members, secret, cookie } = await fillForJoins(data, GROUPS, MEMBERS, settings);
  const service = await server(layer, data, settings);
  const job = { url: service.url, connections: CONNECTIONS, headers: layer !== 'full' ? {} : signedIn ? { cookie, origin: service.url } : { authorization: `Bearer ${secret}` } };
  const paths = groups.map((id) => `/api/v1/groups/${id}/join`);
  const bodies = members.map((memberId) => JSON.stringify({ memberId }));
  const warm = await load({ ...job, amount: 2_000, paths, bodies: bodies.slice(0, 100), ...(keyed && { keyed: 'warm' }) });
  const { good, seconds, statuses, errors, ended } = await load({ ...job, amount: JOINS, paths, bodies: bodies.slice(100), ...(keyed && { keyed: 'join' }) });
  // The clock stops when the views have caught up; the service tells when that was.
  const { at } = await service.ask('caught up');
  if (good !== JOINS || errors > 0) throw new Error(`joins through ${layer}: ${JSON.stringify(statuses)}, ${errors} errors`);
  const peak = peakMemory(service.pid);
  await service.stop();
  if (joinsIn && (await joinsIn()) !== JOINS + warm.good) throw new Error(`joins through ${layer}: the log does not hold what was acknowledged`);
  return { rate: good / (seconds + Math.max(0, at - ended) / 1000), peak };
}

/** Addresses of event stores: what the client reads, and what must be kept from it. */
import { EventStoreDBClient } from '@eventstore/db-client';

/** Options of an address that the client knows, without regard to case, `_` and `-`. */
const OPTIONS = new Set([
  'usercertfile', 'userkeyfile', 'maxdiscoverattempts', 'connectionname', 'defaultdeadline', 'discoveryinterval', 'gossiptimeout',
  'nodepreference', 'tls', 'tlsverifycert', 'tlscafile', 'throwonappendfailure', 'keepaliveinterval', 'keepalivetimeout',
]);

/** The client asks whether the other side is still there this often, unless the address says otherwise. */
const KEEP_ALIVE_MS = 10_000;

/**
 * The address as the client takes it. `kurrentdb://` is another name of `esdb://`.
 *
 * @param generation how many clients of this address there were before: each gets a connection of its own. grpc shares one among all whose
 * settings are the same, which would hand a new client the very connection that made it necessary.
 * @throws when it is not the address of an event store; the error never tells what the address says.
 */
export function connectionString(url: string, generation = 0): string {
  const scheme = /^\s*(esdb|kurrentdb)(\+discover)?:\/\//.exec(url);
  if (!scheme) throw refused('expected it to begin with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://');
  const rest = url.slice(scheme[0].length).trim();
  const credentials = /^[^:]+:[^@]+@/.exec(rest)?.[0] ?? '';
  const [hosts = '', query = ''] = rest.slice(credentials.length).split(/\?(.*)/s);
  const options = optionsOf(query);
  const keepAlive = Number.parseInt(options.get('keepaliveinterval')?.value ?? String(KEEP_ALIVE_MS), 10);
  if (generation > 0 && keepAlive > 0) options.set('keepaliveinterval', { name: 'keepAliveInterval', value: String(keepAlive + generation) });
  const search = [...options.values()].map(({ name, value }) => `${name}=${value}`).join('&');
  return `esdb${scheme[2] ?? ''}://${credentials}${hosts}${search && `?${search}`}`;
}

/** Options by their flat names. Of an option it does not know the client would print the whole address. */
function optionsOf(query: string): Map<string, { name: string; value: string }> {
  const options = new Map<string, { name: string; value: string }>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const flat = name.trim().toLowerCase().replace(/[_-]/g, '');
    if (!OPTIONS.has(flat)) throw refused('it has an option that is not known');
    if (value === '') throw refused(`its option ${flat} has no value`);
    options.set(flat, { name, value });
  }
  if (options.get('tlsverifycert')?.value === 'false' && options.get('tls')?.value !== 'false') {
    throw refused('tlsVerifyCert=false is not supported: give tlsCAFile, or set NODE_EXTRA_CA_CERTS');
  }
  options.delete('tlsverifycert');
  // With false, a conflict is reported with a wrong revision.
  options.delete('throwonappendfailure');
  return options;
}

/** @throws as connectionString does. */
export function newClient(url: string, generation: number): EventStoreDBClient {
  const address = connectionString(url, generation);
  try {
    return EventStoreDBClient.connectionString(address);
  } catch (error) {
    // The error itself carries the whole address, so it is not passed on as a cause.
    const { expected } = error as { expected?: string };
    if (expected !== undefined) throw refused(`expected ${expected} somewhere in it`);
    if (error instanceof URIError) throw refused('it has a % that is no escape');
    throw refused(error instanceof Error && /certificate|userCertFile/.test(error.message) ? error.message : 'the client does not take it');
  }
}

function refused(why: string): Error {
  return new Error(`this is not the address of an event store: ${why}`);
}

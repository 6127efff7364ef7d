/** relocon: import, keys, config, views, copy, backup. Works on the data folder, or through the service that runs on it. */
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { destination } from 'pino';
import { DEFAULT_DAYS, DEFAULT_OVERLAP_HOURS, MOST_DAYS, MOST_OVERLAP_HOURS } from '#features/keys/keys.decider.js';
import { backUp, restore, verifyBackup } from '../api/backup.js';
import type { KeyRole, ListedKey } from '../api/credentials/api-keys.js';
import { explainConfig, readConfig, withoutCredentials, type Config } from '../api/settings/config.js';
import { makeFolder } from '../api/settings/folders.js';
import { connectLocally } from '../api/command-line/local-socket.js';
import { httpAddress } from '../api/settings/origin.js';
import { operationsOf, type Operations } from '../api/command-line/operations.js';
import { createLogger, openEngine } from '../api/engine.js';
import type { ImportBatch, RowOutcome } from '../api/import/importer.js';
import { policyTable } from '../api/policy-table.js';
import { copyStores, usesFolder } from '../api/stores.js';
import { importFolder, summary } from './import.js';
import { knownMap, readMap } from './import-map.js';
import { freshFolder, writeTemplate } from './import-output.js';
import { startProgress } from './progress.js';
import { rebuildViews } from './rebuild.js';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
// Whoever reads may have seen enough, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Through the running service if there is one, else on the data folder itself. */
async function withOperations<T>(config: Config, work: (operations: Operations) => Promise<T>, { project = true } = {}): Promise<T> {
  const running = await connectLocally(config);
  if (running) return work(running);
  const runtime = await openEngine(config, { logger: createLogger({ LOG_LEVEL: 'warn' }, destination(2)), project });
  try {
    return await work(operationsOf(runtime, () => config.RELOCON_ORIGIN ?? httpAddress(config.HOST, config.PORT)));
  } finally {
    await runtime.close();
  }
}

/** Ended by Ctrl-C. */
class Interrupted extends Error {
  override name = 'Interrupted';
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
const program = new Command('relocon').description('Records and reads the history of social learning.').version(version).showHelpAfterError();

program
  .command('import')
  .description('take groups, members, memberships, meetings, rsvps and attendance from the CSV files of a folder')
  .argument('<folder>', 'folder with the files, or "template"')
  .argument('[into]', 'with "template": folder to write empty files to', 'relocon-import')
  .option('--map <file>', 'JSON file with your own columns, values, dates and zone')
  .option('--dry-run', 'say what would happen, record nothing')
  .option('--errors <folder>', 'where rows that cannot be taken are written', 'relocon-import-errors')
  .action(async (folder: string, into: string, options: { map?: string; dryRun?: boolean; errors: string }) => {
    if (folder === 'template') {
      writeTemplate(into).forEach(out);
      say(`Written to ${into}: fill them and run relocon import ${into}`);
      return;
    }
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder: name the one that holds the files`);
    const known = options.map === undefined ? knownMap(folder) : undefined;
    const map = options.map === undefined ? (known?.map ?? {}) : readMap(options.map);
    if (known) say(`Using the map that ships with Relocon for ${known.name}`);
    const { dryRun = false } = options;
    const signal = untilInterrupted(dryRun);
    const errorFolder = dryRun ? {} : { errorFolder: freshFolder(options.errors) };
    const send = dryRun ? tried : imported;
    const report = await withOperations(readConfig(), (operations) => importFolder({ folder, map, send: (batches) => send(operations, batches), atOnce: dryRun, say, signal, ...errorFolder }), { project: false });
    summary(report, dryRun).forEach(out);
    if (report.refused.length > 0) process.exitCode = 2;
  });

/** Ends at the first Ctrl-C, in good order; a second one ends the process at once. */
function untilInterrupted(dryRun: boolean): AbortSignal {
  const ending = new AbortController();
  const reason = dryRun ? 'Stopped: nothing was recorded.' : 'Stopped. What was taken stays: run it again, and it goes on where it stopped.';
  process.once('SIGINT', () => ending.abort(new Interrupted(reason)));
  return ending.signal;
}

async function* imported(operations: Operations, batches: readonly ImportBatch[]): AsyncGenerator<RowOutcome[]> {
  for (const batch of batches) yield await operations.importRows(batch);
}

async function* tried(operations: Operations, batches: readonly ImportBatch[]): AsyncGenerator<RowOutcome[]> {
  yield* await operations.dryRun(batches);
}

program
  .command('set-up-link')
  .description('print a link that makes the first administrator; it works once, for a day, and those before it no longer')
  .action(async () => {
    const config = readConfig();
    const link = await withOperations(config, (operations) => operations.setUpLink(), { project: false });
    if (link === undefined) throw new Error('the service is set up already: sign in, or have another administrator help you');
    say('Open it in a browser once the service runs:');
    out(link);
  });

const keys = program.command('keys').description('make, list, rotate and revoke API keys');

keys
  .command('create')
  .description('print a new API key, once')
  .requiredOption('--name <name>', 'what it is for')
  .addOption(new Option('--role <role>', 'what it may do').choices(['admin', 'auditor', 'integrator']))
  .option('--member <id>', 'gives this member’s rights only, instead of a role')
  .option('--days <number>', `how long it is valid: ${DEFAULT_DAYS} days unless told otherwise, ${MOST_DAYS} at most`, wholeNumber)
  .option('--scope <scope...>', 'what it may reach, such as members:read; without any, whatever its role may')
  .action(async ({ name, role, member, days, scope }: { name: string; role?: KeyRole; member?: string; days?: number; scope?: string[] }) => {
    if ((role === undefined) === (member === undefined)) throw new Error('say either --role or --member');
    const request = { name, ...(role && { role }), ...(member && { memberId: member }), ...(days !== undefined && { days }), ...(scope && { scopes: scope }) };
    const { secret, key } = await withOperations(readConfig(), (operations) => operations.createKey(request), { project: false });
    say(`Key ${key.id}, for ${member ? `member ${member}` : role}, valid until ${key.expiresAt}. It is shown only now:`);
    out(secret);
  });

/** @throws InvalidArgumentError */
function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

keys
  .command('list')
  .description('list all keys, without their secrets')
  .action(async () => {
    const all = await withOperations(readConfig(), (operations) => operations.listKeys(), { project: false });
    const now = new Date().toISOString();
    for (const key of all) out(lineOf(key, now));
    if (all.length === 0) say('There are no keys yet: relocon keys create --role admin --name …');
  });

function lineOf(key: ListedKey, now: string): string {
  const state = key.revokedAt ? `revoked ${key.revokedAt}` : key.expiresAt > now ? 'valid' : 'expired';
  return [key.id, key.role ?? `member ${key.memberId}`, key.name, `${key.prefix}…`, `made ${key.createdAt}`, `expires ${key.expiresAt}`, key.lastUsedAt ? `used ${key.lastUsedAt} from ${key.lastUsedFrom}` : 'never used', state].join('\t');
}

keys
  .command('rotate')
  .description('print a new secret for a key, once; the old one works on for a while')
  .argument('<id>', 'as relocon keys list shows it')
  .option('--overlap-hours <number>', `how long the old one works on: ${DEFAULT_OVERLAP_HOURS} hours unless told otherwise, ${MOST_OVERLAP_HOURS} at most`, wholeNumber)
  .action(async (id: string, { overlapHours }: { overlapHours?: number }) => {
    const { secret, key } = await withOperations(readConfig(), (operations) => operations.rotateKey({ id, ...(overlapHours !== undefined && { overlapHours }) }), { project: false });
    say(`Key ${key.id}, valid until ${key.expiresAt}. The new secret is shown only now:`);
    out(secret);
  });

keys
  .command('revoke')
  .description('end a key at once')
  .argument('<id>', 'as relocon keys list shows it')
  .action(async (id: string) => {
    await withOperations(readConfig(), (operations) => operations.revokeKey(id), { project: false });
    say('Revoked.');
  });

program
  .command('config')
  .description('print every setting, its value and where it comes from')
  .action(() => {
    for (const { name, value, source, description } of explainConfig()) out(`${name}=${value}  (${source}) ${description}`);
  });

program
  .command('policy')
  .description('print who may do what to which object and field')
  .action(() => policyTable().forEach(out));

program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(async () => out(JSON.stringify(await (await import('../api/describe.js')).describeApi(), null, 2)));

program
  .command('views')
  .description('print how far each view is')
  .action(async () => {
    const { head, views } = await withOperations(readConfig(), (operations) => operations.views());
    for (const { name, position, building, parked } of views) out(`${name}\t${position} of ${head}${building ? '\tbuilding' : ''}${parked > 0 ? `\t${parked} parked` : ''}`);
  });

program
  .command('rebuild')
  .description('build views anew from the log, beside those that serve')
  .argument('[views...]', 'their names; all when none is given')
  .action(async (names: string[]) => {
    const built = await withOperations(readConfig(), (operations) => rebuildViews(operations, names, say));
    say(`${built.join(', ')} ${built.length === 1 ? 'is' : 'are'} built anew`);
  });

program
  .command('copy')
  .description('copy log and vault to other stores; the source stays as it is')
  .requiredOption('--from <store...>', 'a data folder, or addresses of the servers: esdb://… mongodb://…; env:NAME for one that stands in the environment')
  .requiredOption('--to <store...>', 'the same, empty or left by a copy that was stopped')
  .action(async ({ from, to }: { from: string[]; to: string[] }) => {
    const config = readConfig();
    const [source, target] = [placeOf(config, from), placeOf(config, to)];
    // A folder that was misspelt would be made, and an empty log in it copied.
    if (source.RELOCON_LOG === undefined && !existsSync(join(source.RELOCON_DATA, 'log.db'))) throw new Error(`there is no log in ${source.RELOCON_DATA}`);
    takeMasterKeyAlong(source, target);
    const { events, hash, entries } = await withProgress((step) => copyStores(source, target, step));
    say(`Copied and compared: ${events} events (SHA-256 ${hash}), ${entries} entries of the vault. The views are built when a service starts on the copy.`);
  });

program
  .command('backup')
  .description('copy log and vault of the data folder, also while a service runs on it')
  .argument('<folder>', 'a new or empty one')
  .action(async (folder: string) => {
    const { events, hash, log } = await withProgress((step) => backUp(readConfig(), folder, step));
    say(`Backed up to ${folder}: ${events} events of the log ${log} (SHA-256 ${hash}), and its vault. The master key is not in it: keep it apart from both.`);
  });

program
  .command('restore')
  .description('put a backup into the data folder, which must not hold any')
  .argument('<folder>', 'as relocon backup made it')
  .action(async (folder: string) => {
    const { events, log, takenAt, masterKeyIn } = await withProgress((step) => restore(readConfig(), folder, step));
    say(`Restored ${events} events as they were at ${takenAt}, as the log ${log}: positions, cursors and views of the old one are not taken for its own.`);
    say(masterKeyIn ? `Put the master key into ${masterKeyIn}, or set RELOCON_MASTER_KEY, before you start.` : 'Ready to start; the views are built then.');
  });

program
  .command('verify-backup')
  .description('say whether log and vault fit together: everything sealed can be opened')
  .argument('[folder]', 'as relocon backup made it; without it, the stores that the settings name')
  .action(async (folder: string | undefined) => {
    const { events, hash, log, recordedAt, wrong } = await withProgress((step) => verifyBackup(readConfig(), folder, step));
    out(`log ${log}: ${events} events (SHA-256 ${hash})${recordedAt ? `, the last recorded ${recordedAt}` : ''}`);
    wrong.forEach(out);
    if (wrong.length > 0) throw new Error('Log and vault do not fit together.');
    say('Log and vault fit together: everything sealed can be opened.');
  });

async function withProgress<T>(work: (step: (events: number) => void) => Promise<T>): Promise<T> {
  const progress = startProgress(undefined, say);
  try {
    return await work((events) => progress.step('events', events));
  } finally {
    progress.stop();
  }
}

/** Others on this machine can read command lines: an address with a password comes from the environment. */
function storeNamed(text: string): string {
  const [, variable] = /^env:(\w+)$/.exec(text) ?? [];
  if (variable !== undefined) {
    const value = process.env[variable];
    if (!value) throw new Error(`${variable} is not set in the environment`);
    return value;
  }
  if (withoutCredentials(text) !== text) throw new Error('An address with a password must not stand on the command line, where others on this machine can read it: set it as a variable of the environment, such as TARGET, and write env:TARGET.');
  return text;
}

/** The configuration of a set of stores as it is named on the command line. */
function placeOf(config: Config, named: readonly string[]): Config {
  const stores = named.map(storeNamed);
  const logs = stores.filter((store) => /^(esdb|kurrentdb)(\+discover)?:/.test(store));
  const databases = stores.filter((store) => /^mongodb(\+srv)?:/.test(store));
  const folders = stores.filter((store) => !logs.includes(store) && !databases.includes(store));
  if (logs.length > 1 || databases.length > 1 || folders.length > 1) throw new Error('name at most one folder, one esdb:// and one mongodb:// address for each side');
  return { ...config, ROLE: 'all', RELOCON_DATA: folders[0] ?? config.RELOCON_DATA, RELOCON_LOG: logs[0], RELOCON_VIEWS: databases[0], RELOCON_VAULT: undefined };
}

/** The vault's entries can be read under their own master key alone. */
function takeMasterKeyAlong(source: Config, target: Config): void {
  const [from, to] = [source, target].map(({ RELOCON_DATA }) => join(RELOCON_DATA, 'master.key')) as [string, string];
  if (source.RELOCON_MASTER_KEY || !existsSync(from)) return;
  if (!usesFolder(target)) say(`Start services on the copy with RELOCON_MASTER_KEY set to what ${from} holds.`);
  else if (existsSync(to) && !readFileSync(to).equals(readFileSync(from))) throw new Error(`${to} is another master key than ${from}: name an empty folder`);
  else if (!existsSync(to)) {
    makeFolder(target.RELOCON_DATA);
    cpSync(from, to);
  }
}

try {
  await program.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}

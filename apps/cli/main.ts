/** relocon: import, keys, config, views. Works on the data folder, or through the service that runs on it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { destination, pino } from 'pino';
import { copySqlite } from '#stores/sqlite';
import type { KeyRole } from '../api/platform/api-keys.js';
import { explainConfig, readConfig, type Config } from '../api/platform/config.js';
import { connectLocally } from '../api/platform/local-socket.js';
import { operationsOf, type Operations } from '../api/platform/operations.js';
import { describeApi } from '../api/describe.js';
import { openEngine } from '../api/service.js';
import { importFolder, summary } from './import.js';
import { knownMap, readMap } from './import-map.js';
import { freshFolder, writeTemplate } from './import-output.js';
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
  const runtime = await openEngine(config, { logger: pino({ level: 'warn' }, destination(2)), project });
  try {
    return await work(operationsOf(runtime));
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
    const config = readConfig();
    const signal = untilInterrupted(options.dryRun ?? false);
    const errorFolder = options.dryRun ? {} : { errorFolder: freshFolder(options.errors) };
    const run = (on: Config) => withOperations(on, (operations) => importFolder({ folder, map, send: (batch) => operations.importRows(batch), say, signal, ...errorFolder }), { project: false });
    const report = options.dryRun ? await onCopy(config, run) : await run(config);
    summary(report, options.dryRun ?? false).forEach(out);
    if (report.refused.length > 0) process.exitCode = 2;
  });

/** Ends at the first Ctrl-C, in good order; a second one ends the process at once. */
function untilInterrupted(dryRun: boolean): AbortSignal {
  const ending = new AbortController();
  const reason = dryRun ? 'Stopped: nothing was recorded.' : 'Stopped. What was taken stays: run it again, and it goes on where it stopped.';
  process.once('SIGINT', () => ending.abort(new Interrupted(reason)));
  return ending.signal;
}

/** Works on a copy of the data folder, which is thrown away. */
async function onCopy<T>(config: Config, work: (config: Config) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'relocon-dry-run-'));
  try {
    for (const name of ['log.db', 'vault.db']) if (existsSync(join(config.RELOCON_DATA, name))) copySqlite(join(config.RELOCON_DATA, name), join(copy, name));
    const key = join(config.RELOCON_DATA, 'master.key');
    if (existsSync(key)) cpSync(key, join(copy, 'master.key'));
    return await work({ ...config, RELOCON_DATA: copy });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const keys = program.command('keys').description('make, list and revoke API keys');

keys
  .command('create')
  .description('print a new API key, once')
  .requiredOption('--name <name>', 'what it is for')
  .addOption(new Option('--role <role>', 'what it may do').choices(['admin', 'auditor', 'integrator']))
  .option('--member <id>', 'gives this member’s rights only, instead of a role')
  .action(async ({ name, role, member }: { name: string; role?: KeyRole; member?: string }) => {
    if ((role === undefined) === (member === undefined)) throw new Error('say either --role or --member');
    const { secret, key } = await withOperations(readConfig(), (operations) => operations.createKey({ name, ...(role && { role }), ...(member && { memberId: member }) }), { project: false });
    say(`Key ${key.id}, for ${member ? `member ${member}` : role}. It is shown only now:`);
    out(secret);
  });

keys
  .command('list')
  .description('list all keys, without their secrets')
  .action(async () => {
    const all = await withOperations(readConfig(), (operations) => operations.listKeys(), { project: false });
    for (const key of all) out([key.id, key.role ?? `member ${key.memberId}`, key.name, key.createdAt, key.revokedAt ? `revoked ${key.revokedAt}` : 'valid'].join('\t'));
    if (all.length === 0) say('There are no keys yet: relocon keys create --role admin --name …');
  });

keys
  .command('revoke')
  .description('end a key at once')
  .argument('<id>', 'as relocon keys list shows it')
  .action(async (id: string) => {
    if (!(await withOperations(readConfig(), (operations) => operations.revokeKey(id), { project: false }))) throw new Error('there is no key with this id');
    say('Revoked.');
  });

program
  .command('config')
  .description('print every setting, its value and where it comes from')
  .action(() => {
    for (const { name, value, source, description } of explainConfig()) out(`${name}=${value}  (${source}) ${description}`);
  });

program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(async () => out(JSON.stringify(await describeApi(), null, 2)));

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

try {
  await program.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}

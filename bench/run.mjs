/**
 * `npm run bench`: our figures beside a peer's, in one run, each the median of three with the spread. Writes bench/results.json and the
 * table in the README. `--stores=mongodb` does so for the views in MongoDB, into bench/results-mongodb.json and a table of its own;
 * `--stores=esdb` measures the log in EventStoreDB and writes nothing. `--only=joins,reads` measures a part, `--quick` tries it all out on
 * little; both write nothing. Peers are installed in bench/emmett with their own lock file.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../scripts/build.mjs';
import { figuresOf, writeFigures } from './figures.mjs';
import { began, Missing, option, quick, results, round, say } from './measure.mjs';

const SUBJECTS = { embedded: './embedded.mjs', mongodb: './mongodb.mjs', esdb: './eventstoredb.mjs' };
const stores = option('stores') ?? 'embedded';
const only = option('only')?.split(',');
if (!SUBJECTS[stores]) {
  process.stderr.write(`--stores is one of ${Object.keys(SUBJECTS).join(', ')}\n`);
  process.exit(1);
}

buildIfNeeded();
const { parts, aims, prepare, tidy } = await import(SUBJECTS[stores]);
const { endServers, here, removeFolder } = await import('./processes.mjs');
const { closeAll } = await import('./opened.mjs');

/** Takes away everything that was made for measuring. */
let tidied;
const tidyUp = () =>
  (tidied ??= (async () => {
    endServers();
    await closeAll();
    await tidy?.();
    removeFolder();
  })());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void tidyUp().finally(() => process.exit(1)));

function report(more) {
  return { measuredOn: new Date().toISOString().slice(0, 10), node: process.version, cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), ...more, seconds: Math.round((Date.now() - began) / 1000), aims: aims(), results };
}

function tell(measured) {
  for (const { what, value, aim, met } of measured.aims) say(`${met ? 'met   ' : 'MISSED'} ${what}: ${round(value)} (aim ${aim})`);
  const { file } = figuresOf[stores] ?? {};
  if (only || quick || !file) {
    process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
    return;
  }
  writeFileSync(join(here, file), `${JSON.stringify(measured, null, 2)}\n`);
  say(`written to bench/${file}${writeFigures(stores, measured) ? ' and README.md' : '; the README has no place for them'}`);
}

try {
  const about = await prepare?.();
  for (const [name, part] of Object.entries(parts)) if (!only || only.includes(name)) await part();
  tell(report(about));
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await tidyUp();
}

/** What every part measures with: the arguments, three runs, their median and spread, and the figures found so far. */
import { performance } from 'node:perf_hooks';

/** The value of `--name=value`. */
export const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Tries everything on little; what it measures means nothing. */
export const quick = process.argv.includes('--quick');
export const CONNECTIONS = 64;
export const JOINS = quick ? 640 : 8_000;
export const SECONDS = quick ? 1 : 5;

/** Figures by what was measured: the median of three runs, with unit and spread. */
export const results = {};

/** What is needed to measure is not there; the message says what to do. */
export class Missing extends Error {}

export const began = Date.now();
export const say = (line) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
export const round = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
export const secondsSince = (moment) => Number(process.hrtime.bigint() - moment) / 1e9;

const sorted = (values) => Float64Array.from(values).sort();
/** The least value that so large a share of them does not exceed. */
export const quantile = (values, share) => sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)];
/** The median of three and how far they lie apart. */
export const summary = (values) => ({ median: sorted(values)[Math.floor(values.length / 2)], min: Math.min(...values), max: Math.max(...values), runs: values.length });

export async function thrice(what, measure) {
  const values = [];
  for (let run = 0; run < 3; run++) values.push(await measure(run));
  return told(what, summary(values));
}

/** Three runs of which each brings several figures. @param measure answers name → value. @returns name → summary. */
export async function thriceSeveral(measure) {
  const runs = [];
  for (let run = 0; run < 3; run++) runs.push(await measure(run));
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, told(name, summary(runs.map((values) => values[name])))]));
}

function told(what, figures) {
  say(`${what}: ${round(figures.median)} (${round(figures.min)}–${round(figures.max)})`);
  return figures;
}

/** The median of one figure divided by that of another; undefined where one of them was not measured. */
export const ratio = (a, b) => (results[a] && results[b] ? results[a].median / results[b].median : undefined);

/** Figures with what they should be; those that were not measured are left out. @param rows of [what, value, '≥' | '≤' | '<', aim]. */
export function judged(rows) {
  const reached = { '≥': (value, aim) => value >= aim, '≤': (value, aim) => value <= aim, '<': (value, aim) => value < aim };
  return rows.filter(([, value]) => value !== undefined).map(([what, value, sign, aim]) => ({ what, value, aim: `${sign} ${aim}`, met: reached[sign](value, aim) }));
}

/**
 * Several ways of doing the same, turn and turn about in short blocks, so that whatever else the machine does hits them alike.
 *
 * @param ways name → what does it once.
 * @returns name → p50 and p99 of one operation in ms, and operations per second.
 */
export async function turnAbout(ways, { blocks, operations, concurrency }) {
  const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, { times: [], seconds: 0 }]));
  for (let block = 0; block < blocks; block++) {
    const order = block % 2 === 0 ? Object.keys(ways) : Object.keys(ways).reverse();
    for (const name of order) {
      const { times, seconds } = await timed(ways[name], operations, concurrency);
      taken[name].times.push(...times);
      taken[name].seconds += seconds;
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, { times, seconds }]) => [name, { p50: quantile(times, 0.5), p99: quantile(times, 0.99), rate: times.length / seconds }]));
}

/** @returns how long each operation took in ms, and all of them in seconds. */
export async function timed(work, operations, concurrency) {
  const times = [];
  let left = operations;
  const worker = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
  };
  const started = process.hrtime.bigint();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { times, seconds: secondsSince(started) };
}

/** The README's figures, from what `npm run bench` has written beside this file. `node bench/figures.mjs` writes them again. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));

/** Where the figures of each `--stores` are kept, and the comments they stand between in the README. */
export const figuresOf = {
  embedded: { file: 'results.json', command: 'npm run bench', place: /(<!-- figures: [^\n]*-->\n)[\s\S]*?(<!-- end of figures -->)/ },
  mongodb: { file: 'results-mongodb.json', command: 'npm run bench -- --stores=mongodb', place: /(<!-- figures over MongoDB: [^\n]*-->\n)[\s\S]*?(<!-- end of figures over MongoDB -->)/ },
};

/** @returns whether the README has a place for them. */
export function writeFigures(stores, { measuredOn, node, server, cores, memoryGB, aims, results: measured }) {
  const { command, place } = figuresOf[stores];
  const lines = [
    '',
    `Measured on ${measuredOn} in one run with \`${command}\` (${node}, ${server ? `${server}, ` : ''}${cores} cores shared with the load, ${memoryGB} GB); medians of three, least and most in brackets. Machines differ a lot: the ratios are what to compare.`,
    '',
    '| | ratio | aim | |',
    '|---|---|---|---|',
    ...aims.map(({ what, value, aim, met }) => `| ${what} | ${number(value)} | ${aim} | ${met ? 'met' : '**missed**'} |`),
    '',
    '| | median | spread | |',
    '|---|---|---|---|',
    ...Object.entries(measured).map(([what, { median, min, max, unit }]) => `| ${what} | ${number(median)} | ${number(min)}–${number(max)} | ${unit} |`),
    '',
  ];
  const text = readFileSync(readme, 'utf8');
  if (!place.test(text)) return false;
  writeFileSync(readme, text.replace(place, (_all, begin, end) => `${begin}${lines.join('\n')}\n${end}`));
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [stores, { file }] of Object.entries(figuresOf)) {
    const results = fileURLToPath(new URL(file, import.meta.url));
    if (existsSync(results)) writeFigures(stores, JSON.parse(readFileSync(results, 'utf8')));
  }
}

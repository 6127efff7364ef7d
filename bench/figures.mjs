/** The README's figures, from bench/results.json. `node bench/figures.mjs` writes them again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const results = fileURLToPath(new URL('results.json', import.meta.url));
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));

export function writeFigures({ measuredOn, node, cores, memoryGB, aims, results: measured }) {
  const lines = [
    '',
    `Measured on ${measuredOn} in one run with \`npm run bench\` (${node}, ${cores} cores shared with the load, ${memoryGB} GB); medians of three, least and most in brackets. Machines differ a lot: the ratios are what to compare.`,
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
  writeFileSync(readme, text.replace(/(<!-- figures: [^\n]*-->\n)[\s\S]*?(<!-- end of figures -->)/, (_all, begin, end) => `${begin}${lines.join('\n')}\n${end}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFigures(JSON.parse(readFileSync(results, 'utf8')));

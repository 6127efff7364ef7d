import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from '#event-sourcing-nest/csv-line.js';
import { neutralised, restored } from '#event-sourcing-nest/spreadsheet-cells.js';
import { recordsOf } from '#import-files/csv-records.js';

const beginning = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', "'", "''", "'=", ' =', '\u00a0@', "' -");
const cell = fc.tuple(beginning, beginning, fc.string({ unit: 'grapheme', maxLength: 8 })).map((parts) => parts.join(''));

describe('Cells for spreadsheets', () => {
  it('begin with nothing that makes a formula, and say the same when they are read back', () => {
    for (const [as, written] of [
      ['=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'],
      ['+49 30 123', "'+49 30 123"],
      ['-5', "'-5"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['\t=1', "'\t=1"],
      ['\r=1', "'\r=1"],
      [' =1', "' =1"],
      ["'=1", "''=1"],
      ["'tis a name", "'tis a name"],
      ["O'Neill", "O'Neill"],
      ['a=b', 'a=b'],
      ['', ''],
    ] as const) {
      expect([as, neutralised(as)]).toEqual([as, written]);
      expect([written, restored(written)]).toEqual([written, as]);
    }
  });

  it('are numbers where they hold numbers, be they negative', () => {
    expect(csvLine(['-5', -33.9, 0, 'a;b'], { delimiter: ';', end: '\r\n' })).toBe('\'-5;-33.9;0;"a;b"\r\n');
  });

  it('come back from a file, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';', '\t', '|', "'", '='), (cells, delimiter) => {
        const text = csvLine([...cells, 'end'], { delimiter, end: '\n' });
        const [theirs] = parse(text, { delimiter, record_delimiter: ['\n'] }) as unknown as string[][];
        for (const each of theirs as string[]) expect(each).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        const [ours] = [...recordsOf(text, delimiter)];
        expect(ours?.cells.map(restored)).toEqual([...cells, 'end']);
      }),
      { numRuns: 2_000 },
    );
  });
});

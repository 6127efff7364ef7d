import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { recordsOf } from './csv-records.js';

const cell = fc.oneof(fc.constantFrom('', 'a', 'two words', 'a "quoted" word', 'a,b', 'a;b', 'line\nbreak', 'line\r\nbreak', '"', '""', 'ü💡'), fc.string({ maxLength: 8 }));
const quoted = (text: string, always: boolean) => (always || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('CSV records', () => {
  it('are those that another reader finds, with the lines they begin on', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 5 }), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom(',', ';'), fc.boolean(), (rows, end, delimiter, ended) => {
        const lines = rows.map((cells) => cells.map(([text, always]) => quoted(text, always)).join(delimiter));
        const text = lines.join(end) + (ended && lines.length > 0 ? end : '');
        const found = [...recordsOf(text, delimiter)];
        const theirs = (parse(text, { delimiter, relax_column_count: true, record_delimiter: [end], info: true }) as unknown as { record: string[] }[]).map(({ record }) => record).filter((cells) => cells.some((each) => each.trim() !== ''));
        expect(found.map(({ cells }) => cells)).toEqual(theirs);
        expect(found.every(({ fault }) => fault === undefined)).toBe(true);
        let line = 1;
        const begins = lines.map((each) => [line, (line += each.split(/\r\n|\n|\r/).length)][0] as number);
        expect(found.map((record) => record.line)).toEqual(begins.filter((_at, index) => (rows[index] as [string, boolean][]).some(([each]) => each.trim() !== '')));
      }),
      { numRuns: 500 },
    );
  });

  it('refuse a faulty line alone, whatever stands around it', () => {
    const found = [...recordsOf('a,b\n1,"open\n2,x\n3,y"z\n4,"ok"\n5,"late""r"\n6,"never\n', ',')];
    expect(found.map(({ line, cells, fault }) => [line, cells.join('|'), fault !== undefined])).toEqual([
      [1, 'a|b', false],
      [2, '1,"open', true],
      [3, '2|x', false],
      [4, '3,y"z', true],
      [5, '4|ok', false],
      [6, '5|late"r', false],
      [7, '6,"never', true],
    ]);
  });
});

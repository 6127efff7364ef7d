/** Records of a CSV text (RFC 4180), read so that a fault costs no more than its own line. */

export interface CsvRecord {
  /** Line it begins on, the first being 1. */
  line: number;
  /** Of a line with a fault: the line as it stands, as one cell. */
  cells: string[];
  fault?: string;
}

const NOT_CLOSED = 'a quote opens here and is not closed';

/**
 * Leaves out records with nothing in them. Takes time linear in the text: a quote left open is searched no further than to the next line
 * with an odd number of quotes, where it closes or the fault shows.
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  for (let [start, line] = [0, 1]; start < text.length; ) {
    const { cells, end: reached, fault } = recordAt(text, start, delimiter);
    const end = fault === undefined ? reached : endOfLine(text, start);
    if (fault !== undefined) yield { line, cells: [text.slice(start, end)], fault: reached > end ? NOT_CLOSED : fault };
    else if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
    line += text.slice(start, end).split(LINE_END).length;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

const LINE_END = /\r\n|\n|\r/;

/** @returns where the record ends, or how far it was read before its fault showed. */
function recordAt(text: string, start: number, delimiter: string): { cells: string[]; end: number; fault?: string } {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close === -1) return { cells, end: text.length, fault: NOT_CLOSED };
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
      if (!endsCell(text, at, delimiter)) return { cells, end: at, fault: 'something follows a closing quote' };
    } else {
      const from = at;
      while (text[at] !== '"' && !endsCell(text, at, delimiter)) at++;
      if (text[at] === '"') return { cells, end: at, fault: 'a quote opens inside a cell' };
      cells.push(text.slice(from, at));
    }
    if (text[at] !== delimiter) return { cells, end: at };
  }
}

function endsCell(text: string, at: number, delimiter: string): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
}

/** A quote within the cell is written twice. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); ; at = text.indexOf('"', at + 2)) if (at === -1 || text[at + 1] !== '"') return at;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; ; at++) if (at >= text.length || text[at] === '\n' || text[at] === '\r') return at;
}

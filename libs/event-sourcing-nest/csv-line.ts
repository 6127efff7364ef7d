import { neutralised } from './spreadsheet-cells.js';

/**
 * A line of a CSV file, with its end. Every file we write is made of these, so that none holds a formula. A number is no text that somebody
 * wrote: it stays one, be it negative.
 */
export function csvLine(cells: readonly (string | number)[], { delimiter, end }: { delimiter: string; end: '\n' | '\r\n' }): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(neutralised(cell), delimiter))).join(delimiter)}${end}`;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { neutralised } from './spreadsheet-cells.js';

/** A line of a CSV file, with its end. Every file we write is made of these, so that none holds a formula. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoted(neutralised(cell), delimiter)).join(delimiter)}\n`;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

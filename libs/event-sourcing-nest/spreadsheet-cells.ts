/** Cells of CSV files that a spreadsheet opens as what they say, and not as formulas (OWASP, CSV injection). */

/** What may be taken for a formula, with apostrophes before it or without: also in full width, and after spaces that some programs skip. */
const FORMULA = /^'*(?:[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n\0])/;

/** The cell as it is written: with an apostrophe before a formula, and one more where apostrophes stand there already. */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was neutralised, by us or by another tool that does the same. */
export function restored(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

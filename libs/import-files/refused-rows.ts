import { csvLine } from '../event-sourcing-nest/csv-line.js';
import { isOwn, OWN_COLUMN, type Complaint, type Fault, type ImportFile } from './reading.js';

/** The refused rows of a file with the reasons beside them, as a file that can be corrected and imported; undefined where there are none. */
export function refusedRows(file: ImportFile, refused: readonly Complaint[]): string | undefined {
  const byLine = new Map(refused.map((complaint) => [complaint.line, complaint]));
  const own = ['line', 'field', 'reason'].map((name) => OWN_COLUMN + name);
  const keep = file.header.map((name, index) => ({ name, index })).filter(({ name }) => !isOwn(name));
  const lines = [[...keep.map(({ name }) => name), ...own]];
  for (const { line, cells } of file.rows) {
    const complaint = byLine.get(line);
    if (complaint) lines.push([...keep.map(({ index }) => cells[index] ?? ''), String(line), ...together(complaint.faults)]);
  }
  return lines.length === 1 ? undefined : lines.map((cells) => csvLine(cells, { delimiter: file.delimiter, end: '\n' })).join('');
}

/** Field and reason; of several, each reason says of which field. */
function together(faults: readonly Fault[]): [string, string] {
  const [first] = faults;
  if (first && faults.length === 1) return [first.field, first.reason];
  return [faults.map(({ field }) => field).filter(Boolean).join(', '), faults.map(({ field, reason }) => (field ? `${field} ${reason}` : reason)).join('; ')];
}

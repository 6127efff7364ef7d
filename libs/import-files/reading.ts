/** A file of an import, read as its map says, row by row: on a command line, and in a browser. */
import { restored } from '../event-sourcing-nest/spreadsheet-cells.js';
import { valueOf } from './cell-values.js';
import { recordsOf, type CsvRecord } from './csv-records.js';
import type { ImportMap } from './import-map.js';
import type { Table } from './tables.js';

/** Everything that was found wrong with a row, or what is with a file, in words for whoever can correct it. */
export interface Complaint {
  file: string;
  /** Line in the file, the header being 1. */
  line: number;
  /** At least one. */
  faults: readonly Fault[];
}

export interface Fault {
  /** The user's own column; empty where it is the row or the file as a whole. */
  field: string;
  reason: string;
}

export interface FileRow {
  line: number;
  /** By our column names; only non-empty cells. */
  fields: Record<string, string>;
  /** The cells as they stand in the file; the whole line in one where it cannot be split. */
  cells: string[];
}

export interface ImportFile {
  table: Table;
  file: string;
  /** Empty where the file could not be read at all. */
  header: string[];
  rows: FileRow[];
  complaints: Complaint[];
  /** Columns of the file that nothing is taken from. */
  ignored: string[];
  /** The user's name of one of our columns. */
  columnOf(name: string): string;
  delimiter: string;
}

/** @param file how it is called to whoever reads of its faults. */
export function readBytes(file: string, bytes: Uint8Array, table: Table, map: ImportMap): ImportFile {
  const own = map.files?.[table.kind] ?? {};
  const columnOf = (name: string): string => own.columns?.[name] ?? name;
  const unread: ImportFile = { table, file, header: [], rows: [], complaints: [], ignored: [], columnOf, delimiter: own.delimiter ?? map.delimiter ?? ',' };
  const complain = (line: number, fault: Fault): ImportFile => ({ ...unread, complaints: [{ file, line, faults: [fault] }] });
  const text = decode(bytes, map.encoding);
  if (typeof text !== 'string') return complain(text.line, { field: '', reason: text.reason });
  const records = recordsOf(text, unread.delimiter);
  const first = records.next().value as CsvRecord | undefined;
  if (!first) return complain(1, { field: '', reason: `is empty: it needs a header with ${table.columns.map((column) => columnOf(column.name)).join(', ')}` });
  const header = first.cells.map((cell) => restored(cell).trim());
  const fault = headerFault(header, first.fault, table, columnOf);
  if (fault) return complain(first.line, fault);
  const ours = new Map(table.columns.map((column) => [columnOf(column.name), column.name]));
  const result: ImportFile = { ...unread, header, ignored: header.filter((name) => !ours.has(name) && !isOwn(name)) };
  for (const { line, cells: written, fault: broken } of records) {
    const cells = written.map(restored);
    const { fields, faults } = broken === undefined ? fieldsOf(cells, header, ours, table, map) : { fields: {}, faults: [{ field: '', reason: broken }] };
    if (faults.length > 0) result.complaints.push({ file, line, faults });
    result.rows.push({ line, fields: faults.length > 0 ? REFUSED : fields, cells });
  }
  return result;
}

function headerFault(header: readonly string[], broken: string | undefined, table: Table, columnOf: (name: string) => string): Fault | undefined {
  if (broken !== undefined) return { field: '', reason: `the header cannot be read: ${broken}` };
  const missing = table.columns.filter((column) => column.required).map((column) => columnOf(column.name)).filter((name) => !header.includes(name));
  if (missing.length > 0) return { field: missing[0] as string, reason: `the header lacks ${missing.join(', ')}; it has ${header.join(', ').slice(0, 300)}. Name your own columns in a map` };
  const twice = table.columns.map((column) => columnOf(column.name)).find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  return twice === undefined ? undefined : { field: twice, reason: `the header names ${twice} twice` };
}

/** @param ours our name of each column that something is taken from. */
function fieldsOf(cells: readonly string[], header: readonly string[], ours: ReadonlyMap<string, string>, table: Table, map: ImportMap): { fields: Record<string, string>; faults: Fault[] } {
  // Whoever corrects a line of an error file may leave out what that file added.
  if (cells.length > header.length || !header.slice(cells.length).every(isOwn)) return { fields: {}, faults: [wrongLength(cells, header)] };
  const fields: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const [index, name] of header.entries()) {
    const our = ours.get(name);
    const cell = cells[index]?.trim();
    if (!our || !cell) continue;
    const value = valueOf(table, our, cell, map);
    if ('fault' in value) faults.push({ field: name, reason: value.fault });
    else fields[our] = value.value;
  }
  return { fields, faults };
}

function wrongLength(cells: readonly string[], header: readonly string[]): Fault {
  const rest = cells.slice(header.length);
  const more = rest.length > 0 ? `, the last being ${rest.join(' | ').slice(0, 300)}` : '';
  return { field: '', reason: `has ${cells.length} cells where the header has ${header.length}${more}` };
}

/** Columns an error file adds; ignored when it is imported again. */
export const isOwn = (column: string): boolean => column.startsWith(OWN_COLUMN);
export const OWN_COLUMN = 'relocon_';
const REFUSED: Record<string, string> = {};

/** Whether the row was refused while reading already. */
export function isRefused(row: FileRow): boolean {
  return row.fields === REFUSED;
}

export function decode(bytes: Uint8Array, encoding: ImportMap['encoding']): string | { line: number; reason: string } {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return { line: 1, reason: 'is UTF-16: save it as UTF-8' };
  if (encoding === 'latin1') return new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, byte } = firstInvalid(bytes);
    return { line, reason: `is not UTF-8 (byte 0x${byte.toString(16)}): save it as UTF-8, or say "encoding": "latin1" in a map` };
  }
}

const LINE_FEED = 0x0a;

/** Where UTF-8 ends to be UTF-8. */
function firstInvalid(bytes: Uint8Array): { byte: number; line: number } {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return { byte: bytes[low] ?? 0, line: bytes.subarray(0, low).reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 1) };
}

/** The files of an import: found in a folder, read as their map says, cell by cell. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { instantOf } from '#event-sourcing';
import { kinds, type Kind } from '../api/import/kinds.js';
import type { ImportMap } from './import-map.js';

/** Something wrong with a row or a file, in words for whoever can correct it. */
export interface Complaint {
  file: string;
  /** Line in the file, the header being 1. */
  line: number;
  /** The user's own column; empty where it is the row or the file as a whole. */
  field: string;
  reason: string;
}

export interface FileRow {
  line: number;
  /** By our column names; only non-empty cells. */
  fields: Record<string, string>;
  /** The cells as they stand in the file. */
  cells: string[];
}

export interface ImportFile {
  kind: Kind;
  file: string;
  header: string[];
  rows: FileRow[];
  complaints: Complaint[];
  /** Columns of the file that nothing is taken from. */
  ignored: string[];
  /** The user's name of one of our columns. */
  columnOf(name: string): string;
  delimiter: string;
}

/** @returns the files of the kinds that are there, in the order they must be taken. */
export function readFiles(folder: string, map: ImportMap): ImportFile[] {
  return kinds.flatMap((kind) => {
    const file = map.files?.[kind.kind]?.file ?? `${kind.kind}.csv`;
    return existsSync(join(folder, file)) ? [readFile(folder, file, kind, map)] : [];
  });
}

/** CSV files of the folder that no kind takes. */
export function filesNotTaken(folder: string, taken: readonly ImportFile[]): string[] {
  const names = new Set(taken.map((each) => each.file));
  return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv') && !names.has(name));
}

function readFile(folder: string, file: string, kind: Kind, map: ImportMap): ImportFile {
  const own = map.files?.[kind.kind] ?? {};
  const columnOf = (name: string): string => own.columns?.[name] ?? name;
  const empty: ImportFile = { kind, file, header: [], rows: [], complaints: [], ignored: [], columnOf, delimiter: own.delimiter ?? map.delimiter ?? ',' };
  const complain = (line: number, field: string, reason: string): ImportFile => ({ ...empty, complaints: [{ file, line, field, reason }] });
  const text = decode(readFileSync(join(folder, file)), map.encoding);
  if (typeof text !== 'string') return complain(text.line, '', `is not UTF-8 (byte 0x${text.byte.toString(16)}): save it as UTF-8, or say "encoding": "latin1" in a map`);
  if (text.trim() === '') return complain(1, '', `is empty: it needs a header with ${kind.columns.map((column) => columnOf(column.name)).join(', ')}`);
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(text, { bom: true, delimiter: empty.delimiter, relax_column_count: true, skip_empty_lines: true, info: true }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return complain(Number(error.lines ?? 1), '', `is not valid CSV: ${csvFault(error)}`);
  }
  const header = (parsed[0]?.record ?? []).map((cell) => cell.trim());
  const missing = kind.columns.filter((column) => column.required && !header.includes(columnOf(column.name))).map((column) => columnOf(column.name));
  if (missing.length > 0) return complain(1, missing[0] as string, `the header lacks ${missing.join(', ')}; it has ${header.join(', ').slice(0, 300)}. Name your own columns in a map`);
  const known = new Map(kind.columns.map((column) => [columnOf(column.name), column.name]));
  const ignored = header.filter((name) => !known.has(name) && !name.startsWith(OWN_COLUMN));
  const result: ImportFile = { ...empty, header, ignored };
  let line = parsed[0]?.info.lines ?? 1;
  for (const { record, info } of parsed.slice(1)) {
    const starts = line + 1;
    line = info.lines;
    if (record.length !== header.length) {
      const rest = record.slice(header.length);
      const more = rest.length > 0 ? `, the last being ${rest.join(' | ').slice(0, 300)}` : '';
      result.complaints.push({ file, line: starts, field: '', reason: `has ${record.length} cells where the header has ${header.length}${more}` });
      result.rows.push({ line: starts, fields: REFUSED, cells: record });
      continue;
    }
    const fields: Record<string, string> = {};
    const faults: Complaint[] = [];
    for (const [index, name] of header.entries()) {
      const ours = known.get(name);
      const cell = (record[index] as string).trim();
      if (!ours || cell === '') continue;
      const value = valueOf(kind, ours, cell, map);
      if ('fault' in value) faults.push({ file, line: starts, field: name, reason: value.fault });
      else fields[ours] = value.value;
    }
    result.complaints.push(...faults.slice(0, 1));
    result.rows.push({ line: starts, fields: faults.length > 0 ? REFUSED : fields, cells: record });
  }
  return result;
}

/** Columns an error file adds; ignored when it is imported again. */
export const OWN_COLUMN = 'relocon_';
const REFUSED: Record<string, string> = {};

/** Whether the row was refused while reading already. */
export function isRefused(row: FileRow): boolean {
  return row.fields === REFUSED;
}

function decode(bytes: Buffer, encoding: ImportMap['encoding']): string | { byte: number; line: number } {
  if (encoding === 'latin1') return new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return firstInvalid(bytes);
  }
}

/** Where UTF-8 ends to be UTF-8. */
function firstInvalid(bytes: Buffer): { byte: number; line: number } {
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
  return { byte: bytes[low] ?? 0, line: bytes.subarray(0, low).toString('latin1').split('\n').length };
}

function csvFault(error: CsvError): string {
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is not closed' : error.code === 'INVALID_OPENING_QUOTE' ? 'a quote opens inside a cell' : error.code.toLowerCase().replaceAll('_', ' ');
}

function valueOf(kind: Kind, name: string, cell: string, map: ImportMap): { value: string } | { fault: string } {
  const value = map.files?.[kind.kind]?.values?.[name]?.[cell] ?? map.values?.[name]?.[cell] ?? cell;
  const column = kind.columns.find((each) => each.name === name);
  return column?.as === 'instant' ? instantFrom(value, map) : { value };
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/** RFC 3339, or a date in the map's form and zone. */
function instantFrom(text: string, map: ImportMap): { value: string } | { fault: string } {
  const zone = map.timeZone ?? 'UTC';
  const iso = map.dates ? rearranged(text, map.dates) : text;
  if (iso === undefined) return { fault: `is not a date of the form ${map.dates}` };
  const local = LOCAL.exec(iso);
  try {
    if (local) {
      const [, year, month, day, hour = '00', minute = '00', second = '00'] = local;
      return { value: instantOf(`${year}-${month}-${day}T${hour}:${minute}:${second}`, zone) };
    }
  } catch {
    return { fault: 'is not a date that exists' };
  }
  return { value: iso };
}

/** A date in the user's form, such as `DD.MM.YYYY HH:mm`, as ISO 8601 local time. */
function rearranged(text: string, form: string): string | undefined {
  const pattern = form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => `(?<${token}>\\d{${token.length === 4 ? 4 : '1,2'}})`);
  const parts = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (!parts) return undefined;
  const two = (token: string): string => (parts[token] ?? '0').padStart(2, '0');
  return `${parts.YYYY}-${two('MM')}-${two('DD')}T${two('HH')}:${two('mm')}:${two('ss')}`;
}



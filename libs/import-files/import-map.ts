/** How somebody's files differ from ours: columns, values, dates, zone, encoding. */
import type { RowKind } from './tables.js';

/** Of a column: their value → ours. */
type Values = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface FileMap {
  file?: string | undefined;
  /** Our column → theirs. */
  columns?: Readonly<Record<string, string>> | undefined;
  values?: Values | undefined;
  delimiter?: string | undefined;
}

export interface ImportMap {
  timeZone?: string | undefined;
  /** Such as `DD.MM.YYYY HH:mm`. */
  dates?: string | undefined;
  encoding?: 'utf8' | 'latin1' | undefined;
  delimiter?: string | undefined;
  values?: Values | undefined;
  files?: Partial<Record<RowKind, FileMap | undefined>> | undefined;
}

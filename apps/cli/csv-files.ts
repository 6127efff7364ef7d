/** The files of an import in a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportMap } from '#import-files/import-map.js';
import { readBytes, type ImportFile } from '#import-files/reading.js';
import { tables } from '#import-files/tables.js';

/** @returns the files of the tables that are there, in the order they must be taken. */
export function readFiles(folder: string, map: ImportMap): ImportFile[] {
  return tables.flatMap((table) => {
    const file = map.files?.[table.kind]?.file ?? `${table.kind}.csv`;
    return existsSync(join(folder, file)) ? [readBytes(file, readFileSync(join(folder, file)), table, map)] : [];
  });
}

/** CSV files of the folder that no table takes. */
export function filesNotTaken(folder: string, taken: readonly ImportFile[]): string[] {
  const names = new Set(taken.map((each) => each.file));
  return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv') && !names.has(name));
}

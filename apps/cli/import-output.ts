/** What an import writes: the rows it could not take, to be corrected, and empty files to fill. */
import { existsSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvLine } from '#event-sourcing-nest/csv-line.js';
import type { Complaint, ImportFile } from '#import-files/reading.js';
import { refusedRows } from '#import-files/refused-rows.js';
import { tables } from '#import-files/tables.js';
import { makeFolder } from '../api/settings/folders.js';

/** @throws in words for whoever named it, where there can be no such folder. */
function folderAt(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Error(`the folder ${folder} cannot be made: ${(error as Error).message}`);
  }
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
}

/** @returns a folder's name that is not taken yet. @throws where none can be made: better before anything is recorded than after. */
export function freshFolder(wanted: string): string {
  for (let number = 1; ; number++) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`;
    if (existsSync(folder)) continue;
    folderAt(folder);
    rmdirSync(folder);
    return folder;
  }
}

/** Writes the refused rows of a file, with the reasons beside them. @returns whether there were any. */
export function writeErrors(folder: string, file: ImportFile, refused: readonly Complaint[]): boolean {
  const text = refusedRows(file, refused);
  if (text === undefined) return false;
  folderAt(dirname(join(folder, file.file)));
  writeFileSync(join(folder, file.file), text);
  return true;
}

/** Empty files with the right headers, and what each column holds. @throws when one is there already. */
export function writeTemplate(folder: string): string[] {
  folderAt(folder);
  const taken = tables.map(({ kind }) => `${kind}.csv`).filter((name) => existsSync(join(folder, name)));
  if (taken.length > 0) throw new Error(`${folder} holds ${taken.join(', ')} already; name another folder`);
  for (const { kind, columns } of tables) writeFileSync(join(folder, `${kind}.csv`), csvLine(columns.map((column) => column.name), { delimiter: ',', end: '\n' }));
  return tables.flatMap(({ kind, columns }) => [`${kind}.csv`, ...columns.map(({ name, required, about }) => `  ${name}${required ? '' : ' (may be empty)'}: ${about}`)]);
}

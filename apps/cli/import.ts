/** `relocon import`: files → rows → batches, with progress and a summary. */
import type { ImportBatch, RowOutcome } from '../api/import/importer.js';
import { derive } from '#import-files/derive.js';
import type { ImportMap } from '#import-files/import-map.js';
import { isRefused, type Complaint, type FileRow, type ImportFile } from '#import-files/reading.js';
import { tables } from '#import-files/tables.js';
import { filesNotTaken, readFiles } from './csv-files.js';
import { writeErrors } from './import-output.js';
import { startProgress } from './progress.js';

const BATCH = 4096;

export interface ImportReport {
  recorded: number;
  repeated: number;
  refused: Complaint[];
  events: Record<string, number>;
  /** Files that could not be read at all. */
  unread: string[];
  /** Folder with the rows that could not be taken, where any were written. */
  errorFolder?: string;
}

export interface ImportOptions {
  folder: string;
  map: ImportMap;
  /** Where rows that cannot be taken are written; nothing is written without. */
  errorFolder?: string;
  send(batch: ImportBatch): Promise<RowOutcome[]>;
  say(line: string): void;
  /** Ends the import before its next batch. */
  signal?: AbortSignal;
}

/** Takes every file of a folder; never throws for what stands in them. @throws the reason of the signal. */
export async function importFolder({ folder, map, errorFolder, send, say, signal }: ImportOptions): Promise<ImportReport> {
  const files = readFiles(folder, map);
  if (files.length === 0) throw new Error(`${folder} holds none of ${tables.map(({ kind }) => `${kind}.csv`).join(', ')}; relocon import template writes empty ones`);
  for (const name of filesNotTaken(folder, files)) say(`${name} is not one of the files an import takes, and is left alone`);
  for (const file of files) if (file.ignored.length > 0) say(`${file.file}: nothing is taken from ${file.ignored.join(', ')}`);
  derive(files, map);
  const report: ImportReport = { recorded: 0, repeated: 0, refused: [], events: {}, unread: files.filter((file) => file.header.length === 0).map((file) => file.file) };
  const progress = startProgress(files.reduce((sum, file) => sum + file.rows.length, 0), say);
  try {
    for (const file of files) {
      const refused = [...file.complaints];
      const rows = file.rows.filter((row) => !isRefused(row));
      progress.step(file.file, file.rows.length - rows.length);
      for (let start = 0; start < rows.length; start += BATCH) {
        signal?.throwIfAborted();
        const batch = rows.slice(start, start + BATCH);
        const outcomes = await send({ kind: file.table.kind, rows: batch.map((row) => row.fields) });
        batch.forEach((row, index) => take(report, refused, file, row, outcomes[index] as RowOutcome));
        progress.step(file.file, batch.length);
      }
      refused.sort((a, b) => a.line - b.line);
      report.refused = report.refused.concat(refused);
      if (errorFolder && writeErrors(errorFolder, file, refused)) report.errorFolder = errorFolder;
    }
  } finally {
    progress.stop();
  }
  return report;
}

function take(report: ImportReport, refused: Complaint[], file: ImportFile, row: FileRow, outcome: RowOutcome): void {
  if (outcome.outcome === 'refused') refused.push({ file: file.file, line: row.line, field: outcome.column && file.columnOf(outcome.column), reason: outcome.reason });
  else if (outcome.outcome === 'repeated') report.repeated++;
  else {
    report.recorded++;
    for (const type of outcome.events) report.events[type] = (report.events[type] ?? 0) + 1;
  }
}

/** What an import did, for a person. */
export function summary(report: ImportReport, dryRun: boolean): string[] {
  const events = Object.entries(report.events).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...events.map(([type]) => type.length));
  const shown = report.refused.slice(0, 50);
  return [
    dryRun ? 'Dry run: nothing was recorded. It would have been:' : 'Imported:',
    ...events.map(([type, count]) => `  ${type.padEnd(width)} ${String(count).padStart(8)}`),
    `${report.recorded} rows taken, ${report.repeated} repeated, ${report.refused.length} refused.`,
    ...shown.map(({ file, line, field, reason }) => `  ${file}:${line}${field ? ` ${field}` : ''}: ${reason}`),
    ...(report.refused.length > shown.length ? [`  … and ${report.refused.length - shown.length} more`] : []),
    ...(report.errorFolder ? [`The refused rows stand in ${report.errorFolder}: correct them there and import that folder.`] : []),
    ...(report.unread.length > 0 ? [`${report.unread.join(', ')} could not be read at all: correct them where they are and import again.`] : []),
  ];
}

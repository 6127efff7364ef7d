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
  /** Tells what became of each batch, one after the other; what nobody asks for is not sent. */
  send(batches: readonly ImportBatch[]): AsyncIterable<RowOutcome[]>;
  /** That of all batches is told at once, in the end: how far it is nobody knows. */
  atOnce?: boolean;
  say(line: string): void;
  /** Ends the import before its next batch. */
  signal?: AbortSignal;
}

/** Takes every file of a folder; never throws for what stands in them. @throws the reason of the signal. */
export async function importFolder({ folder, map, errorFolder, send, atOnce = false, say, signal }: ImportOptions): Promise<ImportReport> {
  const files = readFiles(folder, map);
  if (files.length === 0) throw new Error(`${folder} holds none of ${tables.map(({ kind }) => `${kind}.csv`).join(', ')}; relocon import template writes empty ones`);
  for (const name of filesNotTaken(folder, files)) say(`${name} is not one of the files an import takes, and is left alone`);
  for (const file of files) if (file.ignored.length > 0) say(`${file.file}: nothing is taken from ${file.ignored.join(', ')}`);
  derive(files, map);
  const report: ImportReport = { recorded: 0, repeated: 0, refused: [], events: {}, unread: files.filter((file) => file.header.length === 0).map((file) => file.file) };
  const outcomes = send(files.flatMap((file) => batchesOf(file).map((rows) => ({ kind: file.table.kind, rows: rows.map((row) => row.fields) }))))[Symbol.asyncIterator]();
  const rows = files.reduce((sum, file) => sum + file.rows.length, 0);
  if (atOnce) say(`Deciding ${rows} rows as an import would …`);
  const progress = atOnce ? undefined : startProgress(rows, say);
  try {
    for (const file of files) {
      const refused = [...file.complaints];
      progress?.step(file.file, file.rows.filter(isRefused).length);
      for (const batch of batchesOf(file)) {
        signal?.throwIfAborted();
        const { value } = (await outcomes.next()) as { value: RowOutcome[] };
        batch.forEach((row, index) => take(report, refused, file, row, value[index] as RowOutcome));
        progress?.step(file.file, batch.length);
      }
      refused.sort((a, b) => a.line - b.line);
      report.refused = report.refused.concat(refused);
      if (errorFolder && writeErrors(errorFolder, file, refused)) report.errorFolder = errorFolder;
    }
  } finally {
    progress?.stop();
  }
  return report;
}

/** The rows that can be read, in the pieces they are sent in. */
function batchesOf({ rows }: ImportFile): FileRow[][] {
  const sound = rows.filter((row) => !isRefused(row));
  return Array.from({ length: Math.ceil(sound.length / BATCH) }, (_, index) => sound.slice(index * BATCH, (index + 1) * BATCH));
}

function take(report: ImportReport, refused: Complaint[], file: ImportFile, row: FileRow, outcome: RowOutcome): void {
  if (outcome.outcome === 'refused') refused.push({ file: file.file, line: row.line, faults: outcome.faults.map(({ column, reason }) => ({ field: column && file.columnOf(column), reason })) });
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
    ...shown.flatMap(({ file, line, faults }) => faults.map(({ field, reason }) => `  ${file}:${line}${field ? ` ${field}` : ''}: ${reason}`)),
    ...(report.refused.length > shown.length ? [`  … and ${report.refused.length - shown.length} more`] : []),
    ...(report.errorFolder ? [`The refused rows stand in ${report.errorFolder}: correct them there and import that folder.`] : []),
    ...(report.unread.length > 0 ? [`${report.unread.join(', ')} could not be read at all: correct them where they are and import again.`] : []),
  ];
}

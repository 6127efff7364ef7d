/** An import under way: files are read here and their rows sent, batch by batch. */
import { call, type Answer, type Body } from '../api/client.js';
import { linesOf } from '../api/lines.js';
import { Problem } from '../api/problem.js';
import { words } from '../i18n/index.js';
import { derive } from '../../../libs/import-files/derive.js';
import type { ImportMap } from '../../../libs/import-files/import-map.js';
import { isRefused, readBytes, type Complaint, type FileRow, type ImportFile } from '../../../libs/import-files/reading.js';
import { refusedRows } from '../../../libs/import-files/refused-rows.js';
import { tables } from '../../../libs/import-files/tables.js';
import type { ChosenFile } from './files.js';

/** Rows and characters of a batch at most: a body has 1 MiB unless the installation says otherwise. */
const ROWS = 1_000;
const CHARACTERS = 400_000;
/** What the service takes of a dry run, in bytes: who sends more may hear of a broken connection, and not why. */
const MOST_OF_A_DRY_RUN = 16 * 1_048_576;
/** Somebody else uses the service, too: so long is waited when it asks for patience. */
const PATIENCE_MS = 5_000;

export interface Report {
  dryRun: boolean;
  rows: number;
  done: number;
  recorded: number;
  repeated: number;
  refused: Complaint[];
  events: Record<string, number>;
  /** Name and text of a file with the rows that were refused. */
  errorFiles: { name: string; text: string }[];
  stopped: boolean;
}

export interface RunOptions {
  files: readonly ChosenFile[];
  map: ImportMap;
  dryRun: boolean;
  signal: AbortSignal;
  /** How far it is, now and then. */
  onProgress(report: Report): void;
}

/** @throws Problem where the service cannot be asked any more; what was taken stays. */
export async function runImport({ files, map, dryRun, signal, onProgress }: RunOptions): Promise<Report> {
  const read = tables.flatMap((table) => files.filter(({ kind }) => kind === table.kind).map((file) => readBytes(file.name, file.bytes, table, map)));
  derive(read, map);
  const report: Report = { dryRun, rows: read.reduce((sum, { rows }) => sum + rows.length, 0), done: 0, recorded: 0, repeated: 0, refused: [], events: {}, errorFiles: [], stopped: false };
  const pieces = read.map((file) => ({ file, batches: [...batchesOf(file.rows.filter((row) => !isRefused(row)))] }));
  const answers = (dryRun ? tried : imported)(pieces.flatMap(({ file: { table }, batches }) => batches.map((rows) => ({ kind: table.kind, rows: rows.map(({ fields }) => fields) }))), signal);
  try {
    for (const { file, batches } of pieces) {
      const refused = [...file.complaints];
      report.done += file.rows.filter(isRefused).length;
      for (const batch of batches) {
        if (signal.aborted) break;
        take(report, refused, file, batch, (await answers.next()).value as ImportedRows);
        onProgress({ ...report, refused: [...report.refused, ...refused] });
      }
      refused.sort((one, other) => one.line - other.line);
      report.refused.push(...refused);
      const text = refusedRows(file, refused);
      if (text !== undefined) report.errorFiles.push({ name: file.file, text });
    }
  } catch (error) {
    // Of a dry run nothing is waited for.
    if (!dryRun || !signal.aborted) throw error;
  } finally {
    await answers.return(undefined);
  }
  return { ...report, stopped: signal.aborted };
}

type ImportedRows = Answer<'importRows'>;
type Batch = Body<'importRows'>['batch'];

function* batchesOf(rows: readonly FileRow[]): Generator<FileRow[]> {
  let [batch, size]: [FileRow[], number] = [[], 0];
  for (const row of rows) {
    const characters = JSON.stringify(row.fields).length;
    if (batch.length === ROWS || (batch.length > 0 && size + characters > CHARACTERS)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(row);
    size += characters;
  }
  if (batch.length > 0) yield batch;
}

/** Each when it is asked for; the batch that is on its way when somebody stops is waited for. */
async function* imported(batches: readonly Batch[], signal: AbortSignal): AsyncGenerator<ImportedRows> {
  for (const batch of batches) yield await patiently(() => call('importRows', { body: { batch } }), signal);
}

/** All of them in one request, which ends when somebody stops. */
async function* tried(batches: Batch[], signal: AbortSignal): AsyncGenerator<ImportedRows> {
  const body = new Blob([JSON.stringify({ batches } satisfies Body<'dryRunImport'>)]);
  if (body.size > MOST_OF_A_DRY_RUN) throw new Problem(413, { title: words('problem.tooMuchToTry') });
  const { lines, first } = await patiently(async () => {
    const begun = linesOf<ImportedRows>('dryRunImport', body, signal);
    return { lines: begun, first: (await begun.next()).value as ImportedRows };
  }, signal);
  try {
    yield first;
    yield* lines;
  } finally {
    await lines.return(undefined);
  }
}

/** Waits while the service asks for patience. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { status, kind } = error as Problem;
      if ((status !== 429 && kind !== 'too-busy') || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    }
  }
}

function take(report: Report, refused: Complaint[], file: ImportFile, rows: readonly FileRow[], { results, recorded }: ImportedRows): void {
  for (const { index, outcome, faults = [] } of results) {
    if (outcome === 'refused') refused.push({ file: file.file, line: rows[index]?.line ?? 0, faults: faults.map(({ column, reason }) => ({ field: column && file.columnOf(column), reason })) });
    else report[outcome] += 1;
  }
  for (const [type, count] of Object.entries(recorded)) report.events[type] = (report.events[type] ?? 0) + (count ?? 0);
  report.done += rows.length;
}

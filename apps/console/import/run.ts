/** An import under way: files are read here and their rows sent, batch by batch. */
import { call, type Answer } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { derive } from '../../../libs/import-files/derive.js';
import type { ImportMap } from '../../../libs/import-files/import-map.js';
import { isRefused, readBytes, type Complaint, type FileRow, type ImportFile } from '../../../libs/import-files/reading.js';
import { refusedRows } from '../../../libs/import-files/refused-rows.js';
import { tables, type Thing } from '../../../libs/import-files/tables.js';
import type { ChosenFile } from './files.js';

/** Rows and characters of a batch at most: a body has 1 MiB unless the installation says otherwise. */
const ROWS = 1_000;
const CHARACTERS = 400_000;
/** Somebody else uses the service, too: so long is waited when it asks for patience. */
const PATIENCE_MS = 5_000;

export interface Report {
  dryRun: boolean;
  rows: number;
  done: number;
  recorded: number;
  repeated: number;
  sound: number;
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
  const report: Report = { dryRun, rows: read.reduce((sum, { rows }) => sum + rows.length, 0), done: 0, recorded: 0, repeated: 0, sound: 0, refused: [], events: {}, errorFiles: [], stopped: false };
  const brought = dryRun ? broughtBy(read) : undefined;
  for (const file of read) {
    const refused = [...file.complaints];
    const rows = file.rows.filter((row) => !isRefused(row));
    report.done += file.rows.length - rows.length;
    for (const batch of batchesOf(rows)) {
      if (signal.aborted) break;
      take(report, refused, file, batch, await send(file, batch, brought, signal));
      onProgress({ ...report, refused: [...report.refused, ...refused] });
    }
    refused.sort((one, other) => one.line - other.line);
    report.refused.push(...refused);
    const text = refusedRows(file, refused);
    if (text !== undefined) report.errorFiles.push({ name: file.file, text });
  }
  return { ...report, stopped: signal.aborted };
}

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

type Brought = ReadonlyMap<Thing, ReadonlySet<string>>;

/** The things that the rows of this import bring, by their ids there. */
function broughtBy(files: readonly ImportFile[]): Brought {
  const found = new Map<Thing, Set<string>>();
  for (const { table, rows } of files) {
    const id = table.columns.find(({ names }) => names === table.creates)?.name;
    if (table.creates && id) found.set(table.creates, new Set([...(found.get(table.creates) ?? []), ...rows.flatMap(({ fields }) => fields[id] ?? [])]));
  }
  return found;
}

/** Waits while the service asks for patience; the batch that is on its way when somebody stops is waited for. */
async function send(file: ImportFile, rows: readonly FileRow[], brought: Brought | undefined, signal: AbortSignal): Promise<Answer<'importRows'>> {
  const named = brought && Object.fromEntries([...brought].map(([thing, ids]) => [thing, namedIn(file, rows, thing, ids)]));
  const body = { batch: { kind: file.table.kind, rows: rows.map(({ fields }) => fields) }, ...(named && { dryRun: true, brought: named }) };
  for (;;) {
    try {
      return await call('importRows', { body });
    } catch (error) {
      if ((error as Problem).status !== 429 || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    }
  }
}

/** Of what the import brings, what these rows name. */
function namedIn({ table }: ImportFile, rows: readonly FileRow[], thing: Thing, ids: ReadonlySet<string>): string[] {
  const columns = table.columns.filter(({ names }) => names === thing).map(({ name }) => name);
  return [...new Set(rows.flatMap(({ fields }) => columns.flatMap((name) => fields[name] ?? [])))].filter((id) => ids.has(id) && id.length <= 200);
}

function take(report: Report, refused: Complaint[], file: ImportFile, rows: readonly FileRow[], { results, recorded }: Answer<'importRows'>): void {
  for (const { index, outcome, column = '', reason = '' } of results) {
    if (outcome === 'refused') refused.push({ file: file.file, line: rows[index]?.line ?? 0, field: column && file.columnOf(column), reason });
    else report[outcome] += 1;
  }
  for (const [type, count] of Object.entries(recorded)) report.events[type] = (report.events[type] ?? 0) + (count ?? 0);
  report.done += rows.length;
}

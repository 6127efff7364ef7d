/** `relocon import`: files → rows → batches, with progress and a summary. */
import type { ImportBatch, RowOutcome } from '../api/import/importer.js';
import { kinds } from '../api/import/kinds.js';
import { filesNotTaken, isRefused, readFiles, type Complaint, type FileRow, type ImportFile } from './csv-files.js';
import type { ImportMap } from './import-map.js';
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
  if (files.length === 0) throw new Error(`${folder} holds none of ${kinds.map((kind) => `${kind.kind}.csv`).join(', ')}; relocon import template writes empty ones`);
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
        const outcomes = await send({ kind: file.kind.kind, rows: batch.map((row) => row.fields) });
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

/** What no single row tells: when a member was first known, when a meeting was planned, the zone of a group. */
function derive(files: readonly ImportFile[], map: ImportMap): void {
  const rowsOf = (kind: string): FileRow[] => files.find((file) => file.kind.kind === kind)?.rows ?? [];
  const earliest = (known: Map<string, string>, id: string | undefined, ...times: (string | undefined)[]): void => {
    for (const at of times) if (id !== undefined && at !== undefined && (known.get(id) ?? '~') > at) known.set(id, at);
  };
  const firstOfMember = new Map<string, string>();
  const firstAnswer = new Map<string, string>();
  let latest = '';
  for (const { fields } of rowsOf('memberships')) earliest(firstOfMember, fields.member_id, fields.joined_at);
  for (const { fields } of rowsOf('rsvps')) {
    earliest(firstOfMember, fields.member_id, fields.responded_at, fields.changed_at);
    earliest(firstAnswer, fields.meeting_id, fields.responded_at, fields.changed_at);
  }
  for (const kind of ['members', 'memberships', 'rsvps']) {
    for (const { fields } of rowsOf(kind)) for (const at of [fields.first_seen_at, fields.joined_at, fields.left_at, fields.responded_at, fields.changed_at]) if (at !== undefined && at > latest) latest = at;
  }
  for (const { fields } of rowsOf('groups')) if (map.timeZone && fields.group_id) fields.time_zone ??= map.timeZone;
  for (const { fields } of rowsOf('groups')) if (fields.group_id) fields.time_zone ??= 'UTC';
  for (const { fields } of rowsOf('members')) {
    const first = firstOfMember.get(fields.member_id ?? '');
    if (first !== undefined && (fields.first_seen_at ?? '~') > first) fields.first_seen_at = first;
  }
  // The files tell of plans up to the day of the last fact in them.
  const snapshot = /^\d{4}-\d{2}-\d{2}T/.test(latest) ? `${latest.slice(0, 10)}T00:00:00Z` : undefined;
  for (const { fields } of rowsOf('meetings')) {
    if (!fields.meeting_id) continue;
    const candidates = [fields.scheduled_at ?? snapshot, firstAnswer.get(fields.meeting_id), fields.starts_at].filter((at) => at !== undefined);
    const past = candidates.sort()[0];
    if (past !== undefined && past <= new Date().toISOString()) fields.scheduled_at = past;
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

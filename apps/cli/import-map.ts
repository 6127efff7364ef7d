/** How a user's files differ from ours: columns, values, dates, zone, encoding. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { timeZone } from '#event-sourcing';
import type { ImportMap } from '#import-files/import-map.js';
import { tables, type RowKind } from '#import-files/tables.js';

const values = z.record(z.string(), z.record(z.string(), z.string()));

const delimiter = z.string().regex(/^[^"\r\n]$/, 'must be one character, and neither a quote nor the end of a line');

const fileMap = z.strictObject({
  file: z.string().min(1).optional(),
  columns: z.record(z.string(), z.string()).optional(),
  values: values.optional(),
  delimiter: delimiter.optional(),
});

const importMap = z.strictObject({
  timeZone: timeZone.optional(),
  dates: z
    .string()
    .refine((form) => ['YYYY', 'MM', 'DD'].every((token) => form.includes(token)), { error: 'must contain YYYY, MM and DD, such as DD.MM.YYYY HH:mm' })
    .optional(),
  encoding: z.enum(['utf8', 'latin1']).optional(),
  delimiter: delimiter.optional(),
  values: values.optional(),
  files: z.partialRecord(z.enum(tables.map((table) => table.kind) as [RowKind, ...RowKind[]]), fileMap).optional(),
});

export class MapError extends Error {
  override name = 'MapError';
}

/** @throws MapError naming the field and what is wrong with it. */
export function readMap(file: string): ImportMap {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new MapError(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
  const parsed = importMap.safeParse(json);
  if (!parsed.success) throw new MapError(parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.') || 'the map'} ${issue.message}`).join('\n'));
  for (const [name, { columns = {} }] of Object.entries(parsed.data.files ?? {})) {
    const known = tables.find((table) => table.kind === name)?.columns.map((column) => column.name) ?? [];
    for (const column of Object.keys(columns)) if (!known.includes(column)) throw new MapError(`${file}: files.${name}.columns names ${column}; our columns are ${known.join(', ')}`);
  }
  return parsed.data;
}

/** Sources known well enough that their map ships with Relocon, recognised by the beginning of a row. */
const KNOWN: readonly { name: string; file: string; begins: string; map: ImportMap }[] = [
  {
    name: 'Missoula 2008–2016',
    file: 'groups.csv',
    begins: 'g01,Montana Programmers,',
    map: { timeZone: 'America/Denver', files: { attendance: { values: { attendance: { excused: 'apologised' } } } } },
  },
];

/** The shipped map of a folder that holds a known source. */
export function knownMap(folder: string): { name: string; map: ImportMap } | undefined {
  return KNOWN.find(({ file, begins }) => {
    try {
      return readFileSync(join(folder, file), 'utf8').split('\n').some((line) => line.startsWith(begins));
    } catch {
      return false;
    }
  });
}

/** Documents as rows of a CSV file (RFC 4180), whose columns come from what a resource says it shows: they are the same in every file of it. */
import { z } from 'zod';
import { csvLine } from './csv-line.js';

/** The names on the way to a value, such as `charter` and `purpose`. */
type Column = readonly string[];

export interface CsvForm {
  /** The first line. */
  header: string;
  lineOf(item: Record<string, unknown>): string;
}

export function csvFormOf(schema: z.ZodObject): CsvForm {
  const columns = columnsOf(schema, []);
  return {
    header: line(columns.map((names) => names.join('.'))),
    lineOf: (item) => line(columns.map((names) => cellOf(names.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], item)))),
  };
}

/** An object has a column for each of its fields. */
function columnsOf({ shape }: z.ZodObject, above: Column): Column[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const bare = withoutWrapping(field as z.ZodType);
    return bare instanceof z.ZodObject ? columnsOf(bare, [...above, name]) : [[...above, name]];
  });
}

function withoutWrapping(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodNullable || type instanceof z.ZodOptional ? withoutWrapping(type.unwrap() as z.ZodType) : type;
}

/** Lists of texts and numbers are joined; what has more form than a cell stays JSON. */
function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return String(value);
  return Array.isArray(value) && value.every((each) => typeof each !== 'object') ? value.join('; ') : JSON.stringify(value);
}

function line(cells: readonly (string | number)[]): string {
  return csvLine(cells, { delimiter: ',', end: '\r\n' });
}

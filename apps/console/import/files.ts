/** The files somebody chose, and what they most likely are. */
import type { ImportMap } from '../../../libs/import-files/import-map.js';
import { recordsOf } from '../../../libs/import-files/csv-records.js';
import { decode, isOwn } from '../../../libs/import-files/reading.js';
import { tables, type Column, type RowKind, type Table } from '../../../libs/import-files/tables.js';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
  kind: RowKind | undefined;
  delimiter: string;
  header: string[];
  /** Some rows, to see what a column holds. */
  sample: string[][];
  /** Our column → theirs. */
  columns: Record<string, string>;
  /** Our column → their value → ours. */
  values: Record<string, Record<string, string>>;
  /** What keeps it from being read at all. */
  fault: string | undefined;
}

export type Encoding = NonNullable<ImportMap['encoding']>;

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE = 2_000;

export const tableOf = (kind: RowKind): Table => tables.find((table) => table.kind === kind) as Table;

export async function openFile(file: File, encoding: Encoding): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withKind(withDelimiter({ name: file.name, bytes, kind: undefined, delimiter: ',', header: [], sample: [], columns: {}, values: {}, fault: undefined }, undefined, encoding), undefined);
}

/** Reads the file anew. @param delimiter undefined: the one that splits its first line into most. */
export function withDelimiter(file: ChosenFile, delimiter: string | undefined, encoding: Encoding): ChosenFile {
  const text = decode(file.bytes, encoding);
  if (typeof text !== 'string') return { ...file, fault: text.reason, header: [], sample: [] };
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  const best = delimiter ?? [...DELIMITERS].sort((one, other) => firstLine.split(other).length - firstLine.split(one).length)[0] ?? ',';
  const sample: string[][] = [];
  let header: string[] | undefined;
  for (const { cells, fault } of recordsOf(text.replace(/^\uFEFF/, ''), best)) {
    if (fault !== undefined) continue;
    if (header) sample.push(cells);
    else header = cells.map((cell) => cell.trim());
    if (sample.length >= SAMPLE) break;
  }
  return { ...file, delimiter: best, header: header ?? [], sample, fault: header ? undefined : 'empty' };
}

/** @param kind undefined: what its name and header tell. */
export function withKind(file: ChosenFile, kind: RowKind | undefined): ChosenFile {
  const likely = kind ?? likelyKind(file);
  if (likely === undefined) return { ...file, kind: undefined, columns: {}, values: {} };
  const columns = suggestedColumns(tableOf(likely), file.header);
  return withColumns({ ...file, kind: likely, values: {} }, columns);
}

export function withColumns(file: ChosenFile, columns: Record<string, string>): ChosenFile {
  const values: ChosenFile['values'] = {};
  for (const column of file.kind ? tableOf(file.kind).columns : []) {
    const theirs = columns[column.name];
    if (!column.choices || theirs === undefined) continue;
    values[column.name] = Object.fromEntries(valuesIn(file, theirs).map((value) => [value, file.values[column.name]?.[value] ?? suggestedValue(column, value) ?? '']));
  }
  return { ...file, columns, values };
}

/** What a file of errors holds was said of the file it came from: its columns are there, with what is wrong beside them. */
export function asBefore(file: ChosenFile, before: readonly ChosenFile[]): ChosenFile {
  const same = before.find(({ kind, header }) => kind !== undefined && header.length > 0 && header.every((column) => file.header.includes(column)));
  return same ? withColumns({ ...file, kind: same.kind, values: same.values }, same.columns) : file;
}

/** Different values of a column, as far as the sample goes. */
export function valuesIn({ header, sample }: ChosenFile, name: string): string[] {
  const at = header.indexOf(name);
  return at < 0 ? [] : [...new Set(sample.map((cells) => cells[at]?.trim() ?? '').filter(Boolean))].slice(0, 30);
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9\p{L}]+/gu, '');

/** Other names that people give to our columns. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  group_id: ['group', 'groupnr', 'groupnumber', 'circle', 'circleid', 'chapter', 'chapterid'],
  member_id: ['member', 'memberid', 'memberno', 'membernumber', 'nr', 'no', 'person', 'personid', 'userid', 'user'],
  meeting_id: ['meeting', 'event', 'eventid', 'session', 'sessionid'],
  name: ['groupname', 'title'],
  display_name: ['name', 'fullname', 'displayname', 'membername'],
  email: ['mail', 'emailaddress', 'mailaddress'],
  purpose: ['description', 'mission'],
  topics: ['tags', 'domain', 'subjects'],
  founded_at: ['founded', 'created', 'createdat', 'start'],
  first_seen_at: ['registered', 'registeredat', 'created', 'createdat', 'membersince', 'since'],
  interests: ['skills', 'interest'],
  time_zone: ['timezone', 'zone', 'tz'],
  joined_at: ['joined', 'joindate', 'from', 'since', 'entry', 'start'],
  left_at: ['left', 'leftdate', 'until', 'exit', 'end'],
  title: ['name', 'subject', 'topic'],
  starts_at: ['start', 'starts', 'begin', 'begins', 'date', 'starttime', 'when'],
  ends_at: ['end', 'ends', 'endtime'],
  scheduled_at: ['scheduled', 'created', 'createdat'],
  place: ['location', 'venue', 'room', 'where'],
  response: ['rsvp', 'answer', 'reply'],
  guests: ['guest', 'plus'],
  responded_at: ['responded', 'answeredat'],
  changed_at: ['changed', 'updated', 'updatedat'],
  attendance: ['attended', 'outcome', 'status', 'present', 'presence'],
  minutes: ['duration', 'length', 'mins'],
};

export function suggestedColumns(table: Table, header: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  const suggested: Record<string, string> = {};
  // What is named exactly so comes first: `name` must not take what is meant for `display_name`.
  for (const exact of [true, false]) {
    for (const { name } of table.columns) {
      if (suggested[name] !== undefined) continue;
      const theirs = header.find((each) => !taken.has(each) && !isOwn(each) && (exact ? plain(each) === plain(name) : ALIASES[name]?.includes(plain(each))));
      if (theirs === undefined) continue;
      suggested[name] = theirs;
      taken.add(theirs);
    }
  }
  return suggested;
}

function likelyKind({ name, header }: ChosenFile): RowKind | undefined {
  const bare = plain(name.replace(/\.[^.]*$/, ''));
  const named = tables.find(({ kind }) => bare.includes(kind) || (kind === 'rsvps' && bare.includes('rsvp')) || (kind === 'members' && /people|persons|users/.test(bare)) || (kind === 'meetings' && /events|sessions/.test(bare)));
  const fits = (table: Table): number => {
    const suggested = suggestedColumns(table, header);
    return table.columns.filter(({ required }) => required).every((column) => suggested[column.name] !== undefined) ? Object.keys(suggested).length : 0;
  };
  // `memberships` holds the word `members`.
  const longest = tables.filter(({ kind }) => bare.includes(kind)).sort((one, other) => other.kind.length - one.kind.length)[0];
  if (longest ?? named) return (longest ?? named)?.kind;
  const [best] = [...tables].sort((one, other) => fits(other) - fits(one));
  return best && fits(best) > 0 ? best.kind : undefined;
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  present: ['yes', 'y', 'true', '1', 'x', 'attended', 'here'],
  absent: ['no', 'n', 'false', '0', 'missed', 'noshow'],
  apologised: ['excused', 'apology', 'apologized', 'sorry'],
  substitute: ['sub'],
  visitor: ['guest'],
  yes: ['y', 'true', '1', 'attending', 'going', 'accepted'],
  no: ['n', 'false', '0', 'declined', 'notgoing'],
  maybe: ['tentative', 'perhaps'],
  waitlist: ['waiting', 'waitlisted'],
};

function suggestedValue({ choices = [] }: Column, value: string): string | undefined {
  return choices.find((choice) => plain(choice) === plain(value)) ?? choices.find((choice) => VALUES[choice]?.includes(plain(value)));
}

/** The map by which the command line, too, would read these files. */
export function mapOf(files: readonly ChosenFile[], settings: { timeZone: string; dates: string; encoding: Encoding }): ImportMap {
  return {
    timeZone: settings.timeZone,
    encoding: settings.encoding,
    ...(settings.dates && { dates: settings.dates }),
    files: Object.fromEntries(
      files.flatMap(({ kind, name, delimiter, columns, values }) =>
        kind === undefined
          ? []
          : [[kind, { file: name, delimiter, columns: Object.fromEntries(tableOf(kind).columns.map((column) => [column.name, columns[column.name] ?? UNUSED + column.name])), values: Object.fromEntries(Object.entries(values).map(([column, each]) => [column, Object.fromEntries(Object.entries(each).filter(([, ours]) => ours))])) }]],
      ),
    ),
  };
}

/** A name that no header has: nothing is taken for the column. */
const UNUSED = '\0';

/** Required columns that nothing is taken for. */
export function missingColumns({ kind, columns }: ChosenFile): string[] {
  return kind === undefined ? [] : tableOf(kind).columns.filter(({ name, required }) => required && columns[name] === undefined).map(({ name }) => name);
}

/** Whether nothing had to be guessed: its columns bear our names, and their values are ours. */
export function isPlain(file: ChosenFile): boolean {
  const { kind, fault, columns, values } = file;
  return kind !== undefined && fault === undefined && missingColumns(file).length === 0 && Object.entries(columns).every(([ours, theirs]) => ours === theirs) && Object.values(values).every((each) => Object.entries(each).every(([theirs, ours]) => theirs === ours));
}

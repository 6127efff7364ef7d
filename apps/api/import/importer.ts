/**
 * Rows into the log, through the deciders of the API. Every row is marked in the vault, by a keyed hash, with the id of its command
 * before that command runs: a row that comes again, after a crash or years later, is recognised by the command standing in its stream.
 */
import { createHmac } from 'node:crypto';
import { isRefusal, newId, streamName, type Actor, type AnyCommand, type EventLog, type GivenCommand, type Reservations } from '#event-sourcing';
import { invalidInput } from '#event-sourcing-nest/problems.js';
import type { ForeignIds, Runtime } from '#event-sourcing-nest';
import type { RowFields, RowKind, Thing } from '#import-files/tables.js';
import { faultsIn, kindOf, notKnown, type Kind, type RowFault } from './kinds.js';

export interface ImportBatch {
  kind: RowKind;
  rows: readonly RowFields[];
}

export type RowOutcome =
  | { outcome: 'recorded'; events: readonly string[] }
  | { outcome: 'repeated' }
  | { outcome: 'refused'; faults: readonly RowFault[] };

const SPACE = 'imported-rows';
/** What `externalId` of the API finds. */
const LONGEST_ID = 200;
const IMPORT: Actor = { kind: 'system', id: 'import', role: 'system', via: 'import' };

interface Step {
  command: AnyCommand;
  input: Record<string, unknown>;
  stream: string;
  /** Names this row and this command of it. */
  mark: string;
  at: string | undefined;
}

interface Row {
  index: number;
  steps: Step[];
  events: string[];
  /** Everything that is wrong with it, as far as it was looked at. */
  faults: readonly RowFault[];
}

export class Importer {
  constructor(
    private readonly runtime: Pick<Runtime, 'runner'> & { log: Pick<EventLog, 'readStream'> },
    private readonly vault: Reservations,
    private readonly foreignIds: ForeignIds,
    private readonly secret: Buffer,
  ) {}

  /** @returns what became of each row, by index. @param actor who stands in the log as having imported them. */
  async import({ kind: name, rows: given }: ImportBatch, actor: Actor = IMPORT): Promise<RowOutcome[]> {
    const kind = kindNamed(name);
    const ids = await this.idsIn(kind, given);
    const rows = given.map((fields, index) => this.prepare(kind, fields, index, ids));
    const marked = await this.mark(rows);
    const byStream = new Map<string, Row[]>();
    for (const row of rows) {
      const stream = row.steps[0]?.stream;
      if (stream) byStream.set(stream, [...(byStream.get(stream) ?? []), row]);
    }
    const left = byStream.entries();
    const worker = async (): Promise<void> => {
      for (const [stream, its] of left) await this.inStream(kind, stream, its, marked, actor);
    };
    await Promise.all(Array.from({ length: STREAMS_AT_ONCE }, worker));
    return rows.map(({ events, faults }) => (faults.length > 0 ? { outcome: 'refused', faults } : events.length > 0 ? { outcome: 'recorded', events } : { outcome: 'repeated' }));
  }

  /** Foreign id → our id, by thing; those of things that rows bring are made. */
  private async idsIn(kind: Kind, rows: readonly RowFields[]): Promise<Map<Thing, Map<string, string>>> {
    const found = new Map<Thing, Map<string, string>>();
    for (const { name, names } of kind.columns) {
      if (!names) continue;
      const foreign = rows.flatMap((row) => (row[name] === undefined || row[name].length > LONGEST_ID ? [] : [row[name]]));
      found.set(names, kind.creates === names ? await this.foreignIds.reserve(names, foreign) : await this.foreignIds.find(names, foreign));
    }
    return found;
  }

  private prepare(kind: Kind, fields: RowFields, index: number, ids: Map<Thing, Map<string, string>>): Row {
    const faults: RowFault[] = [];
    const row: Row = { index, steps: [], events: [], faults };
    const complain = (column: string, reason: string): void => void faults.push({ column, reason });
    const values: Record<string, unknown> = {};
    for (const column of kind.columns) {
      const text = fields[column.name];
      if (text === undefined) {
        if (column.required) complain(column.name, 'is empty');
        continue;
      }
      if (column.names) {
        const id = ids.get(column.names)?.get(text);
        if (id === undefined) complain(column.name, text.length > LONGEST_ID ? `must have at most ${LONGEST_ID} characters` : notKnown(column.names));
        values[column.name] = id;
      } else if (column.as === 'list') values[column.name] = text.split(';').map((part) => part.trim()).filter(Boolean);
      else if (column.as === 'integer') {
        if (!/^\d{1,15}$/.test(text)) complain(column.name, 'must be a whole number, 0 or more');
        values[column.name] = Number(text);
      } else values[column.name] = text;
    }
    const content = JSON.stringify([kind.kind, ...kind.columns.map(({ name }) => fields[name] ?? null)]);
    for (const [step, { command, input, at }] of kind.commands(values).entries()) {
      const parsed = command.input.safeParse(input);
      if (!parsed.success) {
        // What is missing because its cell could not be taken was said of the cell.
        const said = new Set(faults.map(({ column }) => column));
        faults.push(...faultsIn(kind, invalidInput(parsed.error), at).filter(({ column }) => (column === '' ? said.size === 0 : !said.has(column))));
      }
      if (!parsed.success || faults.length > 0) continue;
      const complete = parsed.data as Record<string, unknown>;
      const mark = createHmac('sha256', this.secret).update(`${step}\0${content}`).digest('base64url');
      row.steps.push({ command, input: complete, stream: streamName(command.decider.name, command.id(complete)), mark, at });
    }
    return row;
  }

  /** Mark → the id of the command that records it, and whether it was marked before. */
  private async mark(rows: readonly Row[]): Promise<Map<string, { commandId: string; before: boolean }>> {
    const marks = [...new Set(rows.flatMap((row) => (row.faults.length > 0 ? [] : row.steps.map((step) => step.mark))))];
    const entries = await this.vault.putIfAbsent(SPACE, marks.map((key) => ({ key, value: newId() })));
    return new Map(entries.map(({ key, value, inserted }) => [key, { commandId: value, before: !inserted }]));
  }

  /** Rows of one stream, in their order, each a command of its own, many to an append. */
  private async inStream(kind: Kind, stream: string, rows: readonly Row[], marked: Map<string, { commandId: string; before: boolean }>, actor: Actor): Promise<void> {
    const known = rows.some((row) => row.steps.some((step) => marked.get(step.mark)?.before)) ? await this.commandsIn(stream) : new Set<string>();
    const firstOf = new Map<string, Row>();
    const repetitions: { row: Row; of: Row }[] = [];
    for (let start = 0; start < rows.length; start += ROWS_TOGETHER) {
      const given: GivenCommand[] = [];
      const stepOf: { row: Row; at: string | undefined }[] = [];
      for (const row of rows.slice(start, start + ROWS_TOGETHER)) {
        let before: number | undefined;
        for (const { command, input, mark, at } of row.faults.length > 0 ? [] : row.steps) {
          const { commandId } = marked.get(mark) as { commandId: string };
          if (known.has(commandId)) continue;
          // The same row twice in one file has one mark.
          const first = firstOf.get(commandId);
          if (first) {
            repetitions.push({ row, of: first });
            continue;
          }
          firstOf.set(commandId, row);
          stepOf.push({ row, at });
          before = given.push({ command, input, request: { actor, commandId, correlationId: commandId }, ...(before !== undefined && { onlyAfter: before }) }) - 1;
        }
      }
      for (const [index, outcome] of (await this.runtime.runner.executeAll(given)).entries()) {
        const { row, at } = stepOf[index] as (typeof stepOf)[number];
        // A roll call of one reports by item.
        const item = isRefusal(outcome) ? undefined : outcome.results?.[0];
        const refusal = isRefusal(outcome) ? outcome : item?.outcome === 'refused' ? item.refusal : undefined;
        if (refusal && row.faults.length === 0) row.faults = faultsIn(kind, refusal, at);
        else if (!refusal && !isRefusal(outcome)) row.events.push(...outcome.events.map((event) => event.type));
      }
    }
    for (const { row, of } of repetitions) if (row.faults.length === 0) row.faults = of.faults;
  }

  /** Ids of the commands that recorded what stands in a stream. */
  private async commandsIn(stream: string): Promise<Set<string>> {
    const events = await this.runtime.log.readStream(stream);
    return new Set(events.map(({ body }) => (JSON.parse(body) as { metadata: { commandId: string } }).metadata.commandId));
  }
}

function kindNamed(name: RowKind): Kind {
  const kind = kindOf(name);
  if (!kind) throw new Error(`there are no rows of kind ${name}`);
  return kind;
}

/** Enough to share what is written together; thousands would have the last wait on a server for longer than a call may take. */
const STREAMS_AT_ONCE = 512;
/** Rows of one stream that share an append: far from its limit of 1 MiB. */
const ROWS_TOGETHER = 200;

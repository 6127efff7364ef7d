/** POST /api/v1/imports: rows of what somebody has already, batch by batch, through the same rules as everything else; and the same dry. */
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { busy, type Actor } from '#event-sourcing';
import { actionOf, defineActions, invalid, MEDIA_TYPES, sendPieces, type RouteAccess } from '#event-sourcing-nest';
import { tables, type RowKind } from '#import-files/tables.js';
import type { CredentialedRequest } from './access.guard.js';
import type { Credential } from '../credentials/credentials.js';
import { IMPORT_SCOPE } from '../credentials/scopes.js';
import type { ImportBatch, Importer, RowOutcome } from '../import/importer.js';
import { importsPolicy } from './events.policy.js';
import type { ReloconRuntime } from './runtime.js';

export const DRY_RUN = '/api/v1/imports/dry-run';
export const IMPORT_ACCESS: RouteAccess = { row: importsPolicy.routes.importRows, scope: IMPORT_SCOPE, sensitive: true };

const MOST_ROWS = 1_000;
/** Of a row: more than any kind has columns. */
const MOST_FAULTS = 50;
/** Of a dry run. */
const MOST_BATCHES = 10_000;
/** For so long a dry run keeps others from theirs. */
const DRY_RUN_MS = 5 * 60_000;

const batch = z.strictObject({
  kind: z.enum(tables.map(({ kind }) => kind) as [RowKind, ...RowKind[]]).describe('What the rows are; later kinds name what earlier ones bring.'),
  rows: z.array(z.record(z.string().max(100), z.string().max(20_000))).min(1).max(MOST_ROWS).describe('Each by the columns that `relocon import template` writes; dates as RFC 3339, values ours. What is empty is left out.'),
});

const answer = z.strictObject({
  results: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        outcome: z.enum(['recorded', 'repeated', 'refused']).describe('`repeated`: it was recorded before.'),
        faults: z
          .array(z.strictObject({ column: z.string().max(100).describe('Empty where it is the row as a whole.'), reason: z.string().max(2_000) }))
          .max(MOST_FAULTS)
          .optional()
          .describe('Why it was refused: everything that was found.'),
      }),
    )
    .max(MOST_ROWS),
  recorded: z.record(z.string().max(100), z.int().min(1)).describe('What was recorded, by type.'),
});

const example = { kind: 'groups', rows: [{ group_id: 'g01', name: 'Co-op Builders', purpose: 'Run a workshop that pays' }] };

const action = actionOf<ReloconRuntime>();

export const ImportsController = defineActions<ReloconRuntime>({
  path: 'imports',
  tag: 'Operations',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'importRows',
      summary: 'Import rows',
      description: 'Rows of one kind, through the same rules as everything else. Each is taken by itself: what is refused holds up no other, and a row that was taken before is recognised, so that an import that was cut off is simply sent again. For administrators.',
      access: IMPORT_ACCESS,
      body: z.strictObject({ batch }),
      example: { batch: example },
      answer: { name: 'ImportedRows', schema: answer, example: { results: [{ index: 0, outcome: 'recorded' }], recorded: { GroupFounded: 1 } } },
      async run({ runtime, request, body }) {
        return strangerIn(body.batch, '/batch') ?? told(await runtime.importer.import(body.batch, importing((request as CredentialedRequest).credential as Credential)));
      },
    }),
    action({
      method: 'POST',
      path: 'dry-run',
      operationId: 'dryRunImport',
      summary: 'Try an import without recording anything',
      description: 'All batches of an import, in the order they would be sent, decided on what the log holds and on each other: what an import would record, what it would recognise, what it would refuse and why. Nothing of it is kept. Takes 16 MiB, one at a time. For administrators.',
      access: IMPORT_ACCESS,
      body: z.strictObject({ batches: z.array(batch).min(1).max(MOST_BATCHES) }),
      example: { batches: [example] },
      lines: 'A line for each batch as soon as it is decided, as importing it would answer (`ImportedRows`), then `{"count":n}`: without it something is missing.',
      refusals: [busy],
      async run({ runtime, request, reply, body: { batches } }) {
        for (const [index, each] of batches.entries()) {
          const stranger = strangerIn(each, `/batches/${index}`);
          if (stranger) return stranger;
        }
        const actor = importing((request as CredentialedRequest).credential as Credential);
        await sendPieces(reply, MEDIA_TYPES.ndjson, linesOf(await runtime.rehearsal(), batches, actor), AbortSignal.timeout(DRY_RUN_MS));
        return undefined;
      },
    }),
  ],
});

async function* linesOf(importer: Importer, batches: readonly ImportBatch[], actor: Actor): AsyncIterable<string> {
  for (const each of batches) {
    yield `${JSON.stringify(told(await importer.import(each, actor)))}\n`;
    // Others are answered meanwhile, and whoever has gone away is heard of.
    await breathe();
  }
  yield `${JSON.stringify({ count: batches.length })}\n`;
}

function told(outcomes: readonly RowOutcome[]): z.infer<typeof answer> {
  const recorded: Record<string, number> = {};
  for (const each of outcomes) if (each.outcome === 'recorded') for (const type of each.events) recorded[type] = (recorded[type] ?? 0) + 1;
  return { results: outcomes.map((each, index) => ({ index, outcome: each.outcome, ...(each.outcome === 'refused' && { faults: each.faults.map(({ column, reason }) => ({ column, reason: reason.slice(0, 2_000) })) }) })), recorded };
}

/** The rights of an import, in the name of who sends it. */
function importing({ actor: { kind, id } }: Credential): Actor {
  return { kind, id, role: 'system', via: 'import' };
}

/** A column that no table has would be left out without a word. @param pointer of the batch. */
function strangerIn({ kind, rows }: ImportBatch, pointer: string) {
  const known = tables.find((table) => table.kind === kind)?.columns.map(({ name }) => name) ?? [];
  for (const [index, row] of rows.entries()) {
    const name = Object.keys(row).find((each) => !known.includes(each));
    if (name !== undefined) return invalid(`${pointer}/rows/${index}: the columns of ${kind} are ${known.join(', ')}.`, { errors: [{ pointer: `${pointer}/rows/${index}`, detail: `may have the columns ${known.join(', ')} alone` }] });
  }
  return undefined;
}

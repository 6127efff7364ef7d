/** POST /api/v1/imports: rows of what somebody has already, batch by batch, through the same rules as everything else. */
import { z } from 'zod';
import { type Actor } from '#event-sourcing';
import { actionOf, defineActions, invalid } from '#event-sourcing-nest';
import { tables, type RowKind } from '#import-files/tables.js';
import type { CredentialedRequest } from './access.guard.js';
import type { Credential } from '../credentials/credentials.js';
import { IMPORT_SCOPE } from '../credentials/scopes.js';
import { importsPolicy } from './events.policy.js';
import type { ReloconRuntime } from './runtime.js';

const MOST_ROWS = 1_000;

const ids = z.array(z.string().min(1).max(200)).max(3 * MOST_ROWS).optional();

const body = z.strictObject({
  batch: z.strictObject({
    kind: z.enum(tables.map(({ kind }) => kind) as [RowKind, ...RowKind[]]).describe('What the rows are; later kinds name what earlier ones bring.'),
    rows: z.array(z.record(z.string().max(100), z.string().max(20_000))).min(1).max(MOST_ROWS).describe('Each by the columns that `relocon import template` writes; dates as RFC 3339, values ours. What is empty is left out.'),
  }),
  dryRun: z.boolean().optional().describe('Only says which rows could not be read; records nothing. What the history itself forbids shows as it is recorded.'),
  brought: z.strictObject({ group: ids, member: ids, meeting: ids }).optional().describe('For a dry run: ids these rows name that other rows of the same import bring.'),
});

const answer = z.strictObject({
  results: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        outcome: z.enum(['recorded', 'repeated', 'refused', 'sound']).describe('`repeated`: it was recorded before; `sound`: of a dry run, nothing is wrong with it.'),
        column: z.string().max(100).optional().describe('Empty where it is the row as a whole.'),
        reason: z.string().max(2_000).optional(),
      }),
    )
    .max(MOST_ROWS),
  recorded: z.record(z.string().max(100), z.int().min(1)).describe('What was recorded, by type.'),
});

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
      access: { row: importsPolicy.routes.importRows, scope: IMPORT_SCOPE, sensitive: true },
      body,
      example: { batch: { kind: 'groups', rows: [{ group_id: 'g01', name: 'Co-op Builders', purpose: 'Run a workshop that pays' }] } },
      answer: { name: 'ImportedRows', schema: answer, example: { results: [{ index: 0, outcome: 'recorded' }], recorded: { GroupFounded: 1 } } },
      async run({ runtime, request, body: { batch, dryRun = false, brought = {} } }) {
        const stranger = strangerIn(batch);
        if (stranger) return stranger;
        const given = { ...brought } as Parameters<ReloconRuntime['importer']['check']>[1];
        const outcomes = dryRun ? await runtime.importer.check(batch, given) : await runtime.importer.import(batch, importing((request as CredentialedRequest).credential as Credential));
        const recorded: Record<string, number> = {};
        for (const each of outcomes) if (each.outcome === 'recorded') for (const type of each.events) recorded[type] = (recorded[type] ?? 0) + 1;
        return { results: outcomes.map((each, index) => ({ index, outcome: each.outcome, ...(each.outcome === 'refused' && { column: each.column, reason: each.reason.slice(0, 2_000) }) })), recorded };
      },
    }),
  ],
});

/** The rights of an import, in the name of who sends it. */
function importing({ actor: { kind, id } }: Credential): Actor {
  return { kind, id, role: 'system', via: 'import' };
}

/** A column that no table has would be left out without a word. */
function strangerIn({ kind, rows }: { kind: RowKind; rows: readonly Record<string, string>[] }) {
  const known = tables.find((table) => table.kind === kind)?.columns.map(({ name }) => name) ?? [];
  for (const [index, row] of rows.entries()) {
    const name = Object.keys(row).find((each) => !known.includes(each));
    if (name !== undefined) return invalid(`/batch/rows/${index}: the columns of ${kind} are ${known.join(', ')}.`, { errors: [{ pointer: `/batch/rows/${index}`, detail: `may have the columns ${known.join(', ')} alone` }] });
  }
  return undefined;
}

/** Who may do what, as one table: `relocon policy`. */
import { linesOf, type PolicyLine } from '#event-sourcing';
import { features } from './features.js';
import { accessPolicy, eventsPolicy, importsPolicy, operationsPolicy } from './platform/events.policy.js';

/** Every row there is. */
export function policyLines(): PolicyLine[] {
  return [...features.flatMap(({ name, policy }) => linesOf(name, policy)), ...linesOf('events', eventsPolicy), ...linesOf('operations', operationsPolicy), ...linesOf('imports', importsPolicy), ...linesOf('access', accessPolicy)];
}

const COLUMNS = ['administrator', 'auditor', 'integrator', 'member', 'group', 'facilitator', 'self'] as const;

/** Columns as wide as what stands in them. */
export function policyTable(): string[] {
  const rows = [['slice', 'what', 'name', ...COLUMNS], ...policyLines().map(({ slice, what, name, row }) => [slice, what, name, ...COLUMNS.map((relation) => (row.includes(relation) ? 'yes' : '-'))])];
  const widths = (rows[0] as string[]).map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] as number)).join('  ').trimEnd());
}

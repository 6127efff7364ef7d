/** Two states of one document, field by field. */

export type Leaf = string | number | boolean | null;

export interface Change {
  /** Of the field, from the outside in: `['corrections', '0', 'to', 'outcome']`. */
  path: readonly string[];
  kind: 'added' | 'removed' | 'changed';
  before?: Leaf;
  after?: Leaf;
}

/** Every value of a document by its path, in the document's order; what is empty has none. */
export function leavesOf(value: unknown, path: readonly string[] = []): Map<string, { path: readonly string[]; value: Leaf }> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object') return new Map([[JSON.stringify(path), { path, value: value as Leaf }]]);
  return new Map(Object.entries(value).flatMap(([name, part]) => [...leavesOf(part, [...path, name])]));
}

/** @param before undefined where there was nothing yet. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const changes: Change[] = [];
  for (const [key, { path, value }] of is) {
    const old = was.get(key);
    if (!old) changes.push({ path, kind: 'added', after: value });
    else if (old.value !== value) changes.push({ path, kind: 'changed', before: old.value, after: value });
  }
  for (const [key, { path, value }] of was) if (!is.has(key)) changes.push({ path, kind: 'removed', before: value });
  return changes;
}

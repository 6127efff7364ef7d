/** Value stories: what reflections that build on each other tell together, as somebody may see it. */
import { reflectionValue, type ReflectionDocument, type ReflectionValue, type ValueStatus } from './reflections.events.js';

/** A reflection of a story, and the one before it in the story, of those that are told. */
export interface Chapter {
  reflection: ReflectionDocument;
  buildsOn: string | null;
}

/**
 * The story one reflection stands in: those it builds on, and all that build on any of these, oldest first. What is not told leaves no gap:
 * what builds on it builds on the nearest one before it that is.
 *
 * @param all every reflection of its author.
 * @param told whether the reader may see one.
 */
export function chaptersOf(all: readonly ReflectionDocument[], id: string, told: (reflection: ReflectionDocument) => boolean): Chapter[] {
  const byId = new Map(all.map((reflection) => [reflection.id, reflection]));
  const before = ({ buildsOn }: ReflectionDocument): ReflectionDocument | undefined => byId.get(buildsOn ?? '');
  const after = new Map<string, ReflectionDocument[]>();
  for (const reflection of all) {
    if (reflection.buildsOn === null) continue;
    const others = after.get(reflection.buildsOn);
    if (others) others.push(reflection);
    else after.set(reflection.buildsOn, [reflection]);
  }
  let first = byId.get(id);
  for (let earlier = first && before(first); earlier; earlier = before(earlier)) first = earlier;
  const chapters: Chapter[] = [];
  const rest: Chapter[] = first ? [{ reflection: first, buildsOn: null }] : [];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { reflection, buildsOn } = next;
    const isTold = told(reflection);
    if (isTold) chapters.push(next);
    for (const each of after.get(reflection.id) ?? []) rest.push({ reflection: each, buildsOn: isTold ? reflection.id : buildsOn });
  }
  return chapters.sort((a, b) => compare(a.reflection.reflectedAt, b.reflection.reflectedAt) || compare(a.reflection.id, b.reflection.id));
}

/** The values a story reaches, from immediate to transformative, each corroborated where one reflection that claims it is. */
export function valuesOf(reflections: readonly Pick<ReflectionDocument, 'value' | 'valueStatus'>[]): { value: ReflectionValue; valueStatus: ValueStatus }[] {
  return reflectionValue.options.flatMap((value) => {
    const claiming = reflections.filter((reflection) => reflection.value === value);
    return claiming.length === 0 ? [] : [{ value, valueStatus: claiming.some(({ valueStatus }) => valueStatus === 'corroborated') ? ('corroborated' as const) : ('claimed' as const) }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

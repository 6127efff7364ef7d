/** Who learned from whom in one group: from reflections that are shared, and from help that was confirmed. */
import type { ReflectionStanding } from '../reflections/reflections.events.js';
import type { LearningTie, TieSource } from './health.events.js';
import type { GroupHistory } from './health.fold.js';
import { tiesWith } from './ties.js';

/** What the reader of a network may know of. */
export interface Shows {
  reflection(id: string, reflection: ReflectionStanding): boolean;
  help(giverId: string, receiverId: string): boolean;
}

/** By whoever learned, then by whoever taught. */
export function networkOf({ reflections, help }: Pick<GroupHistory, 'reflections' | 'help'>, shows: Shows): (LearningTie & { learnerId: string })[] {
  const sources = new Map<string, TieSource[]>();
  const learned = (learnerId: string, source: TieSource): void => {
    const known = sources.get(learnerId);
    if (known) known.push(source);
    else sources.set(learnerId, [source]);
  };
  for (const [id, reflection] of reflections) {
    const { authorId, learnedFrom, withdrawn } = reflection;
    if (!withdrawn && learnedFrom.length > 0 && shows.reflection(id, reflection)) learned(authorId, { from: learnedFrom });
  }
  for (const { giverId, minutes, confirmedBy } of help.values()) {
    for (const receiverId of confirmedBy) if (shows.help(giverId, receiverId)) learned(receiverId, { from: [giverId], minutes });
  }
  return [...sources.keys()].sort().flatMap((learnerId) => tiesWith([], sources.get(learnerId) ?? []).map((tie) => ({ learnerId, ...tie })));
}

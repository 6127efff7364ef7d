/** Who learned from whom in one group: from reflections that are shared, and from help that was confirmed. */
import type { LearningTie } from './health.events.js';
import type { GroupHistory, Reflected } from './health.fold.js';
import { tiesOf } from './ties.js';

/** What the reader of a network may know of. */
export interface Shows {
  reflection(id: string, reflected: Reflected): boolean;
  help(giverId: string, receiverId: string): boolean;
}

/** By whoever learned, then by whoever taught. */
export function networkOf({ reflections, help }: Pick<GroupHistory, 'reflections' | 'help'>, shows: Shows): (LearningTie & { learnerId: string })[] {
  const told = Object.entries(reflections).filter(([id, reflected]) => !reflected.withdrawn && reflected.learnedFrom.length > 0 && shows.reflection(id, reflected));
  const received = Object.values(help).flatMap(({ giverId, minutes, confirmedBy }) => confirmedBy.flatMap((receiverId) => (shows.help(giverId, receiverId) ? [{ receiverId, giverId, minutes }] : [])));
  const learners = [...new Set([...told.map(([, { authorId }]) => authorId), ...received.map(({ receiverId }) => receiverId)])].sort();
  return learners.flatMap((learnerId) =>
    tiesOf(
      told.flatMap(([, reflected]) => (reflected.authorId === learnerId ? [reflected] : [])),
      received.filter(({ receiverId }) => receiverId === learnerId),
    ).map((tie) => ({ learnerId, ...tie })),
  );
}

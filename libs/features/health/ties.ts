/** Counting who learned from whom. */
import type { LearningTie, TieSource } from './health.events.js';

/** One learner's ties, by whoever taught, with more sources counted in and others taken out. */
export function tiesWith(ties: readonly LearningTie[], more: readonly TieSource[], gone: readonly TieSource[] = []): LearningTie[] {
  const all = new Map(ties.map((tie) => [tie.teacherId, { ...tie }]));
  const count = ({ from, minutes }: TieSource, by: 1 | -1): void => {
    for (const teacherId of from) {
      const tie = all.get(teacherId) ?? { teacherId, reflections: 0, exchanges: 0, minutes: 0 };
      if (minutes === undefined) tie.reflections += by;
      else {
        tie.exchanges += by;
        tie.minutes += by * minutes;
      }
      all.set(teacherId, tie);
    }
  };
  for (const source of more) count(source, 1);
  for (const source of gone) count(source, -1);
  return [...all.values()].filter(({ reflections, exchanges }) => reflections + exchanges > 0).sort((a, b) => (a.teacherId < b.teacherId ? -1 : 1));
}

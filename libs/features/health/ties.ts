/** Counting who learned from whom. */
import type { LearningTie } from './health.events.js';

/** @param reflections whom each names. @param help of which somebody confirmed having got it. */
export function tiesOf(reflections: Iterable<{ learnedFrom: readonly string[] }>, help: Iterable<{ giverId: string; minutes: number }>): LearningTie[] {
  const ties = new Map<string, LearningTie>();
  const to = (teacherId: string): LearningTie => {
    const tie = ties.get(teacherId) ?? { teacherId, reflections: 0, exchanges: 0, minutes: 0 };
    ties.set(teacherId, tie);
    return tie;
  };
  for (const { learnedFrom } of reflections) for (const teacherId of learnedFrom) to(teacherId).reflections++;
  for (const { giverId, minutes } of help) {
    const tie = to(giverId);
    tie.exchanges++;
    tie.minutes += minutes;
  }
  return [...ties.values()].sort((a, b) => (a.teacherId < b.teacherId ? -1 : 1));
}

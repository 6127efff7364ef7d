/** Group health records nothing itself; these are the documents it makes of what others record. */
import type { Hidden } from '#event-sourcing';

/** What one member learned from another: shared reflections of the one that name the other, and help of the other that the one confirmed. */
export interface LearningTie {
  teacherId: string;
  reflections: number;
  exchanges: number;
  /** Of these exchanges. */
  minutes: number;
}

/** A document of the view `learningTies`: from whom a member learned, in whatever group; its id is that member's. */
export type LearningTiesDocument = Hidden & {
  id: string;
  ties: LearningTie[];
  /** When the last of it took place; null where nothing is left. */
  lastAt: string | null;
  /** Who may see it, as the policy says. */
  audience: string[];
  /** What the counts are made of. */
  _reflections: Record<string, { at: string; learnedFrom: string[]; shared: boolean }>;
  _help: Record<string, { at: string; giverId: string; minutes: number }>;
};

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

/** What ties are counted from: a reflection that names others, or help that its receiver confirmed. */
export interface TieSource {
  from: readonly string[];
  /** Of help. */
  minutes?: number;
}

/** A document of the view `learningTies`: from whom a member learned, in whatever group; its id is that member's. */
export type LearningTiesDocument = Hidden & {
  id: string;
  ties: LearningTie[];
  /** When the last of it took place; null where nothing is left. */
  lastAt: string | null;
  /** Who may see it, as the policy says. */
  audience: string[];
  /** Their reflections and the help they are said to have got, by id and in its order: one is found and replaced without touching the others. */
  _sources: KeptSource[];
};

export interface KeptSource extends TieSource {
  id: string;
  /** When it took place. */
  at: string;
  /** Shared, or confirmed. */
  counts: boolean;
}

/** The directory records nothing itself; this is the document it makes of what groups and their reviews record. */
import type { Hidden } from '#event-sourcing';
import type { Criterion, RatioName, Verdict } from '../alignment/alignment.events.js';
import type { Place } from '../groups/groups.events.js';

/** What a decision says to the public: nothing of who reviewed, what it rests on, or what was written about anybody. */
export interface PublicAlignment {
  verdict: Verdict;
  score: number;
  /** Of 100; observed is null where too little could be observed. */
  judged: number;
  observed: number | null;
  provisional: boolean;
  decidedAt: string;
  until: string;
  criteria: { criterion: Criterion; level: number }[];
  /** Each at most 1, in hundredths; those that had nothing to count are left out, and all of them where too little was observed. */
  ratios: { name: RatioName; share: number }[];
}

/** A document of the view `directory`. */
export type DirectoryDocument = Hidden & {
  id: string;
  name: string;
  timeZone: string;
  place: Place | null;
  charter: { purpose: string; domain: string[]; practice: string | null } | null;
  /** Words of the charter's domain in lower case, for filters. */
  domains: string[];
  alignment: PublicAlignment | null;
  verdict: Verdict | null;
  /** Whether the public may see it: opted in, open, and decided to be aligned or emerging. */
  shown: boolean;
  _listed: boolean;
  _archived: boolean;
};

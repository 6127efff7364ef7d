/**
 * Whom somebody could learn from, out of 100, and why ("Who to learn from" in domain.md):
 * score = 50·share of sought skills covered + 20·reciprocal fit + 15·availability + 10·not met recently + 5·same domain.
 */
import { skillKey } from '../members/members.events.js';
import type { ScoreParts } from './introductions.events.js';

/** Those who were at a meeting together, or were introduced, within so many days have met recently. */
export const RECENT_DAYS = 90;
/** An accepted introduction takes its place for so long. */
export const LOAD_DAYS = 30;

const WEIGHTS: ScoreParts = { skills: 50, reciprocity: 20, availability: 15, notMetRecently: 10, sameDomain: 5 };
/** So many skills are named in reasons, for each of the two. */
const NAMED = 8;
/** As many as an introduction keeps. */
const KEPT = 20;

/** Level of an offer: what they can do. Of a search: what they want to reach. Null: none said. */
export interface Skill {
  skill: string;
  level: number | null;
}

export interface Person {
  id: string;
  offers: readonly Skill[];
  seeks: readonly Skill[];
  /** Domains in the charters of the groups they belong to today, archived ones left out. */
  domains: readonly string[];
}

export interface Teacher extends Person {
  /** Null: no pledge yet. */
  hoursPerMonth: number | null;
  capacity: number;
  /** Introductions that were suggested lately and wait for an answer, or were accepted lately. */
  load: number;
}

export type Met = 'never' | 'before' | 'recently';

export interface Match {
  score: number;
  parts: ScoreParts;
  /** Skills the one seeks and the other offers. */
  skills: string[];
  reasonsForSeeker: string[];
  reasonsForTeacher: string[];
}

/** So much of a whole; a whole of nothing counts nothing. */
interface Share {
  of: number;
  all: number;
}

/**
 * What each part is the share of:
 * - skills: of the skills sought, those that the other offers, at the level sought or above where both are known;
 * - reciprocity: the same the other way round, of the skills the teacher seeks;
 * - availability: of the introductions the teacher takes at a time, those still free; none without hours pledged;
 * - notMetRecently: whole unless they were at one meeting, or were introduced, in the last 90 days;
 * - sameDomain: whole where a group of the one and a group of the other have a domain of their charters in common.
 *
 * The score is rounded half up, the parts are shown with two digits.
 *
 * @returns undefined where the teacher covers no skill that is sought.
 */
export function match(seeker: Person, teacher: Teacher, met: Met): Match | undefined {
  const covered = covers(teacher.offers, seeker.seeks);
  if (covered.length === 0) return undefined;
  const returned = covers(seeker.offers, teacher.seeks);
  const shared = commonDomain(seeker, teacher);
  const free = (teacher.hoursPerMonth ?? 0) > 0 ? Math.max(0, teacher.capacity - teacher.load) : 0;
  const shares: Record<keyof ScoreParts, Share> = {
    skills: { of: covered.length, all: seeker.seeks.length },
    reciprocity: { of: returned.length, all: teacher.seeks.length },
    availability: { of: free, all: teacher.capacity },
    notMetRecently: { of: met === 'recently' ? 0 : 1, all: 1 },
    sameDomain: { of: shared === undefined ? 0 : 1, all: 1 },
  };
  const together = [...(met === 'never' ? ['You have never met.'] : met === 'before' ? [`You have not met in the last ${RECENT_DAYS} days.`] : []), ...(shared === undefined ? [] : [`Belongs to a group about ${shared}, as you do.`])];
  return {
    score: scoreOf(shares),
    parts: mapped(shares, (share, part) => Math.round(WEIGHTS[part] * worth(share) * 100) / 100),
    skills: covered.slice(0, KEPT).map(({ sought }) => sought.skill),
    reasonsForSeeker: [
      ...told(covered, ({ sought, offered }) => `Offers ${sought.skill}${offered.level === null ? '' : ` at level ${offered.level}`}, which you seek.`),
      ...told(returned, ({ sought }) => `Seeks ${sought.skill}, which you offer.`),
      ...(free > 0 ? ['Has pledged time, and takes another introduction.'] : []),
      ...together,
    ],
    reasonsForTeacher: [
      ...told(covered, ({ sought }) => `Seeks ${sought.skill}${sought.level === null ? '' : ` up to level ${sought.level}`}, which you offer.`),
      ...told(returned, ({ sought }) => `Offers ${sought.skill}, which you seek.`),
      ...together,
    ],
  };
}

/** Best first; of one score by id. */
export function byScore(a: { id: string; score: number }, b: { id: string; score: number }): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

interface Covered {
  sought: Skill;
  offered: Skill;
}

function covers(offers: readonly Skill[], seeks: readonly Skill[]): Covered[] {
  const byKey = new Map(offers.map((offered) => [skillKey(offered.skill), offered]));
  return seeks.flatMap((sought) => {
    const offered = byKey.get(skillKey(sought.skill));
    const suffices = offered && (offered.level === null || sought.level === null || offered.level >= sought.level);
    return suffices ? [{ sought, offered }] : [];
  });
}

function commonDomain(one: Person, other: Person): string | undefined {
  const theirs = new Set(other.domains.map(skillKey));
  return one.domains.find((domain) => theirs.has(skillKey(domain)));
}

function worth({ of, all }: Share): number {
  return all === 0 ? 0 : of / all;
}

/** In whole numbers over a common denominator: sums of rounded shares would miss halves by a hair, and round them down. */
function scoreOf(shares: Record<keyof ScoreParts, Share>): number {
  const parts = Object.entries(shares).filter(([, { all }]) => all > 0) as [keyof ScoreParts, Share][];
  const whole = parts.reduce((product, [, { all }]) => product * all, 1);
  const sum = parts.reduce((added, [part, { of, all }]) => added + WEIGHTS[part] * of * (whole / all), 0);
  return Math.floor((2 * sum + whole) / (2 * whole));
}

function mapped(shares: Record<keyof ScoreParts, Share>, value: (share: Share, part: keyof ScoreParts) => number): ScoreParts {
  return Object.fromEntries(Object.entries(shares).map(([part, share]) => [part, value(share, part as keyof ScoreParts)])) as ScoreParts;
}

function told(covered: readonly Covered[], sentence: (covered: Covered) => string): string[] {
  return covered.slice(0, NAMED).map(sentence);
}

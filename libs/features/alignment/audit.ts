/** Whether a decision follows from what the log holds: each part of it as it was stored, and as it comes out again. */
import { isDeepStrictEqual } from 'node:util';
import { plus, plusMonths, START, type EventOf, type RecordedEvent } from '#event-sourcing';
import { AlignmentDecided, alignmentEvents, type AlignmentEvent } from './alignment.events.js';
import { reviews } from './alignment.state.js';
import { conclude, formulaOf, judgements, windowAt, type Judgement } from './formula.js';
import { countedIn, observedIn } from './observed.js';

export interface AuditPart {
  part: string;
  stored: unknown;
  recomputed: unknown;
  agrees: boolean;
}

export interface Audit {
  agrees: boolean;
  parts: AuditPart[];
}

/** So long making a decision may take. */
const LONGEST_MS = 5 * 60_000;

const types = new Set<string>(alignmentEvents.map(({ type }) => type));

/**
 * @param events everything that names the group, and what its members pledged; what came after the last event that was counted changes nothing.
 * @returns undefined where the review is not decided.
 */
export function auditOf(reviewId: string, events: readonly RecordedEvent[]): Audit | undefined {
  const ofReview = (events.filter(({ type, data }) => types.has(type) && (data as { reviewId: string }).reviewId === reviewId) as AlignmentEvent[]).sort((a, b) => a.position - b.position);
  const decided = ofReview.find((event): event is EventOf<typeof AlignmentDecided> => event.type === AlignmentDecided.type);
  if (!decided) return undefined;
  const { data } = decided;
  const formula = formulaOf(data.formulaVersion);
  const upTo = events.find(({ id }) => id === data.lastEventId)?.position ?? START;
  // A decision counts up to the moment it is made.
  const before = data.window.before <= decided.recordedAt && data.window.before > plus(decided.recordedAt, -LONGEST_MS) ? data.window.before : decided.recordedAt;
  const counted = observedIn(events.filter(({ position }) => position <= upTo), data.groupId, windowAt(formula, before));
  // What had been there for minutes and stands after the last event that was counted, was missed.
  const due = countedIn(events.filter(({ recordedAt }) => recordedAt < plus(before, -LONGEST_MS)), data.groupId).at(-1);
  const observed = due && due.position > upTo ? { ...counted, lastEventId: due.id } : counted;
  const { scores } = ofReview.filter(({ position }) => position < decided.position).reduce(reviews.evolve, reviews.initial);
  const levels = judgements(formula, scores);
  const { mustExplain, apart: _apart, ...conclusion } = conclude(formula, levels, observed);
  const named = eventsNamedIn(data.levels);
  const known = new Set(events.map(({ id }) => id));
  const ratiosOf = (ratios: typeof observed.ratios) => Object.fromEntries(ratios.map(({ name, numerator, denominator }) => [name, { numerator, denominator }]));
  const [stored, recomputed] = [
    { ...data, ...ratiosOf(data.ratios), evidence: named, explained: data.explanation !== undefined },
    { ...observed, levels, ...ratiosOf(observed.ratios), ...conclusion, evidence: named.filter((id) => known.has(id)), explained: mustExplain || data.explanation !== undefined, until: plusMonths(decided.occurredAt, formula.monthsInForce) },
  ] as [Record<string, unknown>, Record<string, unknown>];
  const names = ['levels', 'evidence', 'window', 'lastEventId', ...observed.ratios.map(({ name }) => name), 'activeMembers', 'meetings', ...Object.keys(conclusion), 'explained', 'until'];
  const parts = names.map((part) => partOf(part, stored[part], recomputed[part]));
  return { agrees: parts.every(({ agrees }) => agrees), parts };
}

/** What a decision lacks is null. */
function partOf(part: string, stored: unknown = null, recomputed: unknown = null): AuditPart {
  return { part, stored, recomputed, agrees: isDeepStrictEqual(stored, recomputed) };
}

/** Ids of events that levels rest on. */
function eventsNamedIn(levels: readonly Judgement[]): string[] {
  return levels.flatMap(({ evidence }) => evidence.flatMap((each) => (each.kind === 'event' ? [each.eventId] : [])));
}

/** A member's timeline and progress: the folds of every feature over the events tagged with the member. */
import type { Feature, ProgressWindow, RecordedEvent, TimelineEntry } from '#event-sourcing';

/** The entries of every feature, newest first; entries of one instant by id. */
export function timelineOf(features: readonly Feature[], events: readonly RecordedEvent[], memberId: string): TimelineEntry[] {
  const entries = features.flatMap(({ timeline }) => timeline?.entries(events, memberId) ?? []);
  return entries.sort((a, b) => (a.occurredAt === b.occurredAt ? compare(b.id, a.id) : compare(b.occurredAt, a.occurredAt)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The figures of every feature in a window, by heading. @param all the events of today, by which rights go, where `events` are those of the past. */
export function progressOf(features: readonly Feature[], events: readonly RecordedEvent[], memberId: string, window: ProgressWindow, all = events): Record<string, Record<string, unknown>> {
  const figures: Record<string, Record<string, unknown>> = {};
  for (const { progress } of features) {
    if (!progress) continue;
    for (const [heading, named] of Object.entries(progress.figures(events, memberId, window, all))) figures[heading] = { ...figures[heading], ...named };
  }
  return figures;
}

export interface Viewer {
  /** The member whose timeline it is. */
  own: boolean;
  /** What of `audience` they match today. */
  pass: readonly string[];
  /** Only what comes from these groups; undefined: everything. */
  groupIds?: readonly string[];
}

/** An entry as its reader gets it. */
export type ShownEntry = Omit<TimelineEntry, 'audience' | 'own' | 'words' | 'versions'> & { words?: Record<string, string | null> };

/**
 * What a viewer sees of a past timeline: rights are those of today's entries, content that of the past ones, and words only in the
 * version shared today (a past version of a text shows only to those it was itself shared with).
 */
export function shownTo(viewer: Viewer, past: readonly TimelineEntry[], today: readonly TimelineEntry[]): ShownEntry[] {
  const now = new Map(today.map((entry) => [entry.id, entry]));
  return past.flatMap(({ audience: _audience, versions: _versions, own, words, ...entry }) => {
    const current = now.get(entry.id);
    if (!current || !admits(current, viewer)) return [];
    const sharedWith = words && current.versions?.[words.version];
    if (current.versions && !sharedWith?.some((one) => viewer.pass.includes(one))) return [];
    const readable = words && (sharedWith !== undefined || (viewer.own && current.kind !== 'taught') || words.version === current.words?.version);
    return [{ ...entry, ...(own && viewer.own && { details: { ...entry.details, ...own } }), ...(readable && words && { words: words.texts }) }];
  });
}

function admits({ audience, groupId }: TimelineEntry, { pass, groupIds }: Viewer): boolean {
  if (groupIds && (groupId === undefined || !groupIds.includes(groupId))) return false;
  return audience === undefined || audience.some((one) => pass.includes(one));
}

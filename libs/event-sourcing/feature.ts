/** A feature: one folder, one line in `apps/api/features.ts`. */
import type { CommandDefinition } from './decider.js';
import type { EventDefinition, RecordedEvent } from './event.js';
import type { ViewDefinition } from './view.js';

export type TimelineKind = 'membership' | 'attendance' | 'learned' | 'taught' | 'helped' | 'acted' | 'profile';

/** A line of a member's timeline. */
export interface TimelineEntry {
  /** Grows with when it happened; unique in one timeline: the id of the event that opened it. */
  id: string;
  kind: TimelineKind;
  occurredAt: string;
  /** Stable name of what happened, e.g. `joined`, `attended`, `reflected`. */
  what: string;
  groupId?: string;
  meetingId?: string;
  /** Ids of other members concerned. */
  memberIds?: readonly string[];
  /** Fields particular to `what`. */
  details: Record<string, unknown>;
  /** The events it came from, oldest first. */
  eventIds: readonly string[];
  /** Undefined: for everybody who may see the timeline. A member id: for that member alone. */
  onlyFor?: string;
}

/** What a feature adds to every member's timeline: a pure fold of the events tagged with the member. */
export interface TimelineSource<S = unknown> {
  readonly initial: S;
  evolve(state: S, event: RecordedEvent, memberId: string): S;
  entries(state: S, memberId: string): readonly TimelineEntry[];
}

/** What a feature adds to a member's progress over a window, from the same events. */
export interface ProgressSource<S = unknown> {
  readonly initial: S;
  evolve(state: S, event: RecordedEvent, memberId: string): S;
  /** `groupId` given: only what comes from that group. Figures by name; windows are [from, before). */
  figures(state: S, memberId: string, window: { from: string; before: string; days: number; groupIds?: readonly string[] }): Record<string, unknown>;
}

export interface Feature {
  readonly name: string;
  readonly events: readonly EventDefinition[];
  // Bivariance: a feature's commands and views differ in their inputs and documents.
  readonly commands: readonly CommandDefinition<never, never, never>[];
  readonly views: readonly ViewDefinition<never>[];
  readonly timeline?: TimelineSource<never>;
  readonly progress?: ProgressSource<never>;
  /** Nest controllers; the engine only passes them on. */
  readonly controllers: readonly (abstract new (...args: never[]) => unknown)[];
}

export function defineFeature(feature: Omit<Feature, 'events' | 'commands' | 'views' | 'controllers'> & Partial<Feature>): Feature {
  return { events: [], commands: [], views: [], controllers: [], ...feature };
}

/** A feature: one folder, one line in `apps/api/features.ts`. */
import type { z } from 'zod';
import type { CommandRunner } from './command-runner.js';
import type { AnyCommand } from './decider.js';
import type { EventDefinition, RecordedEvent } from './event.js';
import type { Window } from './instants.js';
import type { SlicePolicy } from './policy.js';
import type { Vault } from './vault.js';
import type { AnyView } from './view.js';

export type TimelineKind = 'membership' | 'attendance' | 'learned' | 'taught' | 'helped' | 'acted' | 'profile';

/** A line of a member's timeline. */
export interface TimelineEntry {
  /** Unique in one timeline, and the same as of any moment: the id of the event that opened it, or of what it is about. */
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
  /** The same, for the member whose timeline it is alone. */
  own?: Record<string, unknown>;
  /** The events it came from, oldest first. */
  eventIds: readonly string[];
  /** A person's own words, with the event that wrote this version of them. */
  words?: { version: string; texts: Record<string, string | null> };
  /** Of each version, by that event, the marks of whom it was ever shared with: a past one shows to them alone. Undefined: what is not words shows to whoever sees the entry. */
  versions?: Readonly<Record<string, readonly string[]>>;
  /** Undefined: for everybody who may see the timeline. Otherwise marks as `audienceOf` makes them, as of today. */
  audience?: readonly string[];
}

/** What a feature adds to every member's timeline. */
export interface TimelineSource {
  /** @param events tagged with the member, of every feature, in log order. */
  entries(events: readonly RecordedEvent[], memberId: string): readonly TimelineEntry[];
}

/** What a feature adds to a member's progress over a window, from the same events. */
export interface ProgressSource {
  /**
   * `groupIds` given: only what comes from those groups. Figures by heading and name; windows are [from, before).
   *
   * @param today all events of today, by which rights go, where `events` are those of a past moment; `events` themselves otherwise.
   */
  figures(events: readonly RecordedEvent[], memberId: string, window: ProgressWindow, today?: readonly RecordedEvent[]): Record<string, Record<string, unknown>>;
  /** What `figures` answers, by heading and name, and an example of it. */
  readonly schema: Readonly<Record<string, z.ZodRawShape>>;
  readonly example: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface ProgressWindow extends Window {
  groupIds?: readonly string[];
  /** Whether the member asks: what they keep private counts for nobody else. */
  own: boolean;
}

/** Commands that follow from an event, at least once; never from one that was imported. Their ids derive from the event's, so that none does anything twice. */
export interface Reaction {
  readonly name: string;
  /** Stored names of the events it waits for. */
  readonly types: readonly string[];
  /** @throws where it could not go on; it is tried again. */
  react(event: RecordedEvent, runner: CommandRunner): Promise<void>;
}

/** What comes due with time, rather than because somebody asks or something happened. */
export interface Task {
  readonly name: string;
  /** Does what has come due. Several instances may do it at once, and again after one of them was cut off. */
  run(tools: TaskTools): Promise<void>;
}

export interface TaskTools {
  vault: Vault;
  runner: CommandRunner;
  clock(): string;
  /** A keyed hash: what it was made of cannot be guessed without the master key. */
  keyedHash(purpose: string, text: string): string;
}

export type Controller = abstract new (...args: never[]) => unknown;

export interface Feature {
  readonly name: string;
  readonly events: readonly EventDefinition[];
  readonly commands: readonly AnyCommand[];
  readonly views: readonly AnyView[];
  readonly timeline?: TimelineSource;
  readonly progress?: ProgressSource;
  readonly reactions: readonly Reaction[];
  /** Who may do what to which object and field. */
  readonly policy: SlicePolicy;
  /** Run when a process that is no mere web starts to serve, and every hour. */
  readonly tasks: readonly Task[];
  /** What a key may reach of it, such as `members:read`. */
  readonly scopes: readonly string[];
  /** What the parts of the API's document are for that it adds, by tag. */
  readonly tags: Readonly<Record<string, string>>;
  /** What asking a route costs, in the units that limits count, where that is not what method and shape say: `GET /api/v1/members/:id/timeline`. */
  readonly costs: Readonly<Record<string, number>>;
  /** Routes of which no metric and no log line may tell. */
  readonly untold: readonly string[];
  /** Loads its Nest controllers, which only a process that serves them needs, for a service of these features; the engine passes them on. */
  readonly controllers: (features: readonly Feature[]) => Promise<readonly Controller[]>;
}

/** @throws where a command or a view of the slice has no row in its policy. */
export function defineFeature(given: Omit<Feature, 'events' | 'commands' | 'views' | 'reactions' | 'tasks' | 'scopes' | 'tags' | 'costs' | 'untold' | 'controllers'> & Partial<Feature>): Feature {
  const feature: Feature = { events: [], commands: [], views: [], reactions: [], tasks: [], scopes: [], tags: {}, costs: {}, untold: [], controllers: async () => [], ...given };
  for (const { name, policy } of feature.commands) if (policy.allow !== feature.policy.commands[name]) throw new Error(`${name} does not follow its row in the policy of ${feature.name}`);
  for (const { name } of feature.views) if (!feature.policy.documents[name]) throw new Error(`the policy of ${feature.name} says nothing about ${name}`);
  return feature;
}

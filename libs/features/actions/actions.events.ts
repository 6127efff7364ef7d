/** Actions: commitments made to a group, or on one's own, with an owner, helpers and a due date. */
import { z } from 'zod';
import { defineEvent, foldEach, isIn, open, ref, refs, words, type EventOf, type Fold, type Hidden, type RecordedEvent, type Window } from '#event-sourcing';

const storedInstant = z.iso.datetime();

/** A due date is a day in a zone; `dueAt` is its last millisecond, so that a window [from, before) holds the day or does not. */
export const dueDate = z.strictObject({ dueOn: z.iso.date(), dueAt: storedInstant, timeZone: z.string().min(1).max(64) });
export type DueDate = z.output<typeof dueDate>;

/** Every event names owner, helpers and group, and what the action came from, so that their timelines find it. */
const about = { actionId: ref('action'), ownerId: ref('member'), helperIds: refs('member', 50), groupId: ref('group').optional() };
/** `reflectionId`: the reflection whose `nowWhat` opened it. */
const concerning = { ...about, reflectionId: ref('reflection').optional(), due: open(dueDate) };

export const ActionCommitted = defineEvent({
  type: 'ActionCommitted',
  summary: 'A member committed to do something by a day, in a meeting or alone.',
  data: { ...concerning, meetingId: ref('meeting').optional(), title: words(z.string().min(1).max(300), 'ownerId'), details: words(z.string().min(1).max(2_000), 'ownerId').optional() },
});

export const ActionRenegotiated = defineEvent({
  type: 'ActionRenegotiated',
  summary: 'The due date of an action was moved; the old one is kept.',
  data: { ...concerning, from: open(dueDate), reason: words(z.string().min(1).max(1_000), 'ownerId').optional() },
});

export const ActionCompleted = defineEvent({
  type: 'ActionCompleted',
  summary: 'An action was done, with what came of it.',
  data: { ...concerning, outcome: words(z.string().min(1).max(2_000), 'ownerId') },
});

export const ActionDropped = defineEvent({
  type: 'ActionDropped',
  summary: 'An action was given up, with the reason.',
  data: { ...concerning, reason: words(z.string().min(1).max(1_000), 'ownerId') },
});

export const actionEvents = [ActionCommitted, ActionRenegotiated, ActionCompleted, ActionDropped] as const;

export type ActionEvent = EventOf<(typeof actionEvents)[number]>;

/** An action as figures and other slices count it. */
export interface ActionStanding {
  ownerId: string;
  helperIds: readonly string[];
  groupId: string | undefined;
  reflectionId: string | undefined;
  committedAt: string;
  due: DueDate;
  status: 'open' | 'completed' | 'dropped';
  /** When it was done or dropped. */
  endedAt: string | undefined;
}

/** How an action stands; fold it over `action-{id}`. */
export const actionStanding: Fold<ActionStanding | undefined, ActionEvent> = {
  initial: undefined,
  evolve(known, event) {
    switch (event.type) {
      case 'ActionCommitted': {
        const { ownerId, helperIds, groupId, reflectionId, due } = event.data;
        return { ownerId, helperIds, groupId, reflectionId, committedAt: event.occurredAt, due, status: 'open', endedAt: undefined };
      }
      case 'ActionRenegotiated':
        return known && { ...known, due: event.data.due };
      case 'ActionCompleted':
        return known && { ...known, status: 'completed', endedAt: event.occurredAt };
      case 'ActionDropped':
        return known && { ...known, status: 'dropped', endedAt: event.occurredAt };
    }
  },
};

/** Actions by id, among events of many. */
export function actionsStanding(events: Iterable<RecordedEvent>): Map<string, ActionStanding> {
  return foldEach(events, actionEvents, ({ data }) => data.actionId, actionStanding.evolve);
}

/**
 * Whether an action counts as due in [from, before): its due date, as it was last renegotiated, lies in the window, and it had not been dropped by
 * that day. Dropped in time it was renegotiated away; dropped later it was due and not done.
 */
export function isDueIn({ due, status, endedAt = '' }: ActionStanding, window: Window): boolean {
  return isIn(due.dueAt, window) && !(status === 'dropped' && endedAt <= due.dueAt);
}

/** Whether an action is a member's: they own it, or help with it. */
export function actsFor({ ownerId, helperIds }: Pick<ActionStanding, 'ownerId' | 'helperIds'>, memberId: string): boolean {
  return ownerId === memberId || helperIds.includes(memberId);
}

/** A document of the view `actions`. Words are null once erased. */
export type ActionDocument = Hidden & {
  id: string;
  ownerId: string;
  helperIds: string[];
  groupId: string | null;
  meetingId: string | null;
  reflectionId: string | null;
  title: string | null;
  details: string | null;
  dueOn: string;
  dueAt: string;
  timeZone: string;
  /** Due dates it had before, oldest first. */
  renegotiated: { from: string; to: string; reason: string | null; at: string }[];
  status: 'open' | 'completed' | 'dropped';
  outcome: string | null;
  /** Why it was dropped. */
  reason: string | null;
  committedAt: string;
  /** When it was done or dropped; null while open. */
  endedAt: string | null;
  /** Owner and helpers, for filters. */
  memberIds: string[];
  /** Who may see it, as the policy says. */
  audience: string[];
};

/** Groups: circles with a charter, and the little that other features need to know of them. */
import { z } from 'zod';
import { defineEvent, defineRefusal, open, personal, ref, type EventOf, type Fold, type Hidden, type RecordedEvent, type Refusal } from '#event-sourcing';

/** Where a group meets; with both coordinates or with neither (degrees, WGS 84). */
export const place = z
  .strictObject({
    text: z.string().min(1).max(300),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), { error: 'needs both coordinates or neither' });

export type Place = z.output<typeof place>;

const text = (max: number) => z.string().min(1).max(max);
const clearable = z.enum(['place']);

export const GroupFounded = defineEvent({
  type: 'GroupFounded',
  summary: 'A group began.',
  data: { groupId: ref('group'), name: open(text(200)), timeZone: open(text(64)) },
});

export const GroupDescribed = defineEvent({
  type: 'GroupDescribed',
  summary: 'A group’s name, zone, place or listing changed; `cleared` names what was emptied.',
  data: {
    groupId: ref('group'),
    name: open(text(200)).optional(),
    timeZone: open(text(64)).optional(),
    place: open(place).optional(),
    listed: open(z.boolean()).optional(),
    cleared: open(z.array(clearable).max(1)).optional(),
  },
});

export const CharterAdopted = defineEvent({
  type: 'CharterAdopted',
  summary: 'A group adopted a version of its charter: purpose, domain and practice.',
  data: {
    groupId: ref('group'),
    /** Versions are numbered in the order of the log. */
    version: open(z.int().min(1)),
    purpose: open(text(2_000)),
    domain: open(z.array(text(100)).max(20)),
    practice: open(text(5_000)).optional(),
  },
});

export const GroupArchived = defineEvent({
  type: 'GroupArchived',
  summary: 'A group was closed; its history stays.',
  data: { groupId: ref('group'), reason: personal(text(1_000), 'actor').optional() },
});

export const GroupReopened = defineEvent({
  type: 'GroupReopened',
  summary: 'An archived group was opened again.',
  data: { groupId: ref('group') },
});

export const groupEvents = [GroupFounded, GroupDescribed, CharterAdopted, GroupArchived, GroupReopened] as const;

export type GroupEvent = EventOf<(typeof groupEvents)[number]>;

export interface GroupStanding {
  founded: boolean;
  archived: boolean;
  /** IANA zone; empty before founding. */
  timeZone: string;
  /** `occurredAt` that set each, so that an earlier one never overwrites. */
  at: { archived: string; timeZone: string };
}

/** Whether a group exists and is open, and its zone; fold it over `group-{id}`. */
export const groupStanding: Fold<GroupStanding> = {
  initial: { founded: false, archived: false, timeZone: '', at: { archived: '', timeZone: '' } },
  evolve(state, recorded: RecordedEvent) {
    const event = recorded as GroupEvent;
    switch (event.type) {
      case 'GroupFounded':
        return withZone({ ...state, founded: true }, event.data.timeZone, event.occurredAt);
      case 'GroupDescribed':
        return event.data.timeZone === undefined ? state : withZone(state, event.data.timeZone, event.occurredAt);
      case 'GroupArchived':
      case 'GroupReopened':
        if (event.occurredAt < state.at.archived) return state;
        return { ...state, archived: event.type === 'GroupArchived', at: { ...state.at, archived: event.occurredAt } };
      default:
        return state;
    }
  },
};

function withZone(state: GroupStanding, timeZone: string, occurredAt: string): GroupStanding {
  return occurredAt < state.at.timeZone ? state : { ...state, timeZone, at: { ...state.at, timeZone: occurredAt } };
}

export const noSuchGroup = defineRefusal('no-such-group', 'There is no such group', 404);
export const groupArchived = defineRefusal('group-archived', 'This group is archived');

/** Why nothing new can be recorded in a group: unknown, or archived. */
export function refuseGroup(standing: Pick<GroupStanding, 'founded' | 'archived'>): Refusal | undefined {
  if (!standing.founded) return noSuchGroup('There is no group with this id.');
  return standing.archived ? groupArchived('This group is archived; reopen it first.') : undefined;
}

/** The same of a group that a command names, if it names one. */
export function refuseNamedGroup(groupId: string | undefined, standing: Pick<GroupStanding, 'founded' | 'archived'>): Refusal | undefined {
  const refused = groupId === undefined ? undefined : refuseGroup(standing);
  return refused && { ...refused, errors: [{ pointer: '/groupId', detail: 'names no group that takes this' }] };
}

export interface Charter {
  version: number;
  purpose: string;
  domain: string[];
  practice: string | null;
  adoptedAt: string;
}

/** A document of the view `groups`. */
export type GroupDocument = Hidden & {
  id: string;
  name: string;
  timeZone: string;
  place: Place | null;
  /** Whether the public directory may list it. */
  listed: boolean;
  foundedAt: string;
  status: 'active' | 'archived';
  /** Null while active. */
  archivedAt: string | null;
  /** Null while active, not given or erased. */
  archiveReason: string | null;
  /** The charter in force: the one adopted last. */
  charter: Charter | null;
  /** How many versions were adopted so far. */
  charterVersions: number;
  /** How often it got another name, and when we learned of it last. */
  _renamed: { times: number; at: string };
};

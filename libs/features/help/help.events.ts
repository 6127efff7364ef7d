/** Help exchanges: minutes one member gave to others, offered beforehand or recorded after the fact; they count once a receiver has confirmed them. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, refs, type EventOf, type Fold, type Hidden, type RecordedEvent } from '#event-sourcing';

/** Of one exchange: a day at most. */
export const helpMinutes = z.int().min(1).max(1_440);

const storedSkill = z.string().min(1).max(100);

/** Every event names giver, receivers and group, so that each of their timelines finds it. */
const about = { helpId: ref('help'), giverId: ref('member'), receiverIds: refs('member', 100), groupId: ref('group').optional(), meetingId: ref('meeting').optional() };
const exchanged = { ...about, minutes: open(helpMinutes), skill: open(storedSkill).optional() };

export const HelpOffered = defineEvent({
  type: 'HelpOffered',
  summary: 'A member offered others their help; nothing was given yet.',
  data: { ...about, minutes: open(helpMinutes).optional(), skill: open(storedSkill).optional(), note: personal(z.string().min(1).max(1_000), 'actor').optional() },
});

export const HelpOfferWithdrawn = defineEvent({
  type: 'HelpOfferWithdrawn',
  summary: 'An offer of help came to nothing.',
  data: about,
});

export const HelpRecorded = defineEvent({
  type: 'HelpRecorded',
  summary: 'Minutes one member gave to others; they count once a receiver confirms them. `offeredTo`: whom the offer did not reach.',
  data: { ...exchanged, offeredTo: refs('member', 100).optional(), note: personal(z.string().min(1).max(1_000), 'actor').optional() },
});

export const HelpConfirmed = defineEvent({
  type: 'HelpConfirmed',
  summary: 'A receiver confirmed the help they got.',
  data: { ...exchanged, confirmedBy: ref('member') },
});

export const HelpDisputed = defineEvent({
  type: 'HelpDisputed',
  summary: 'A receiver said that they did not get this help, or not like this.',
  data: { ...exchanged, disputedBy: ref('member'), reason: personal(z.string().min(1).max(1_000), 'disputedBy') },
});

export const helpEvents = [HelpOffered, HelpOfferWithdrawn, HelpRecorded, HelpConfirmed, HelpDisputed] as const;

export type HelpEvent = EventOf<(typeof helpEvents)[number]>;

/** An exchange as figures count it: when it took place, and which receivers have confirmed it. */
export interface HelpGiven {
  giverId: string;
  receiverIds: readonly string[];
  groupId: string | undefined;
  minutes: number;
  skill: string | undefined;
  /** When it took place. */
  at: string;
  confirmedBy: readonly string[];
  disputedBy: readonly string[];
}

/** Exchanges by id; fold it over events of many streams. Minutes count once for the giver, however many receivers confirm them. */
export const helpGiven: Fold<Readonly<Record<string, HelpGiven>>> = {
  initial: {},
  evolve(all, recorded: RecordedEvent) {
    const event = recorded as HelpEvent;
    if (event.type === 'HelpRecorded') {
      const { helpId, giverId, receiverIds, groupId, minutes, skill } = event.data;
      return { ...all, [helpId]: { giverId, receiverIds, groupId, minutes, skill, at: event.occurredAt, confirmedBy: [], disputedBy: [] } };
    }
    if (event.type !== 'HelpConfirmed' && event.type !== 'HelpDisputed') return all;
    const known = all[event.data.helpId];
    if (!known) return all;
    const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);
    // The later answer of a receiver takes the place of the one before.
    const answered =
      event.type === 'HelpConfirmed'
        ? { confirmedBy: [...without(known.confirmedBy, event.data.confirmedBy), event.data.confirmedBy], disputedBy: without(known.disputedBy, event.data.confirmedBy) }
        : { confirmedBy: without(known.confirmedBy, event.data.disputedBy), disputedBy: [...without(known.disputedBy, event.data.disputedBy), event.data.disputedBy] };
    return { ...all, [event.data.helpId]: { ...known, ...answered } };
  },
};

/** What the receivers have said so far: one who confirms it is enough, whoever disputes it. */
export function helpStatus(confirmedBy: readonly string[], disputes: readonly unknown[]): 'recorded' | 'confirmed' | 'disputed' {
  if (confirmedBy.length > 0) return 'confirmed';
  return disputes.length > 0 ? 'disputed' : 'recorded';
}

/** A document of the view `help`. */
export type HelpDocument = Hidden & {
  id: string;
  giverId: string;
  receiverIds: string[];
  groupId: string | null;
  meetingId: string | null;
  skill: string | null;
  /** `skillKey` of it, for filters; empty without one. */
  aboutSkills: string[];
  /** Null: offered without saying how long. */
  minutes: number | null;
  /** Null: none, or erased. */
  note: string | null;
  /** offered, withdrawn: nothing was given. recorded: nobody has answered yet. confirmed: by one receiver at least. disputed: by some, confirmed by none. */
  status: 'offered' | 'withdrawn' | 'recorded' | 'confirmed' | 'disputed';
  confirmedBy: string[];
  /** Every one, oldest first, also of those who have confirmed it since. */
  disputes: { memberId: string; reason: string | null; disputedAt: string }[];
  /** Null before it was given. */
  givenAt: string | null;
  /** When it was first heard of; lists sort by it. */
  happenedAt: string;
  /** Giver and receivers, for filters. */
  memberIds: string[];
  /** Who may see it, as the policy says. */
  audience: string[];
};

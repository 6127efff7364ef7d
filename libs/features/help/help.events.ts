/** Help exchanges: minutes one member gave to others, offered beforehand or recorded after the fact; they count once a receiver has confirmed them. */
import { z } from 'zod';
import { defineEvent, foldEach, isIn, open, personal, ref, refs, type EventOf, type Hidden, type RecordedEvent, type Window } from '#event-sourcing';

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

/** Exchanges by id. Minutes count once for the giver, however many receivers confirm them. */
export function helpGiven(events: Iterable<RecordedEvent>): Map<string, HelpGiven> {
  return foldEach(events, [HelpRecorded, HelpConfirmed, HelpDisputed], ({ data }) => data.helpId, given);
}

function given(known: HelpGiven | undefined, event: EventOf<typeof HelpRecorded | typeof HelpConfirmed | typeof HelpDisputed>): HelpGiven | undefined {
  if (event.type === 'HelpRecorded') {
    const { giverId, receiverIds, groupId, minutes, skill } = event.data;
    return { giverId, receiverIds, groupId, minutes, skill, at: event.occurredAt, confirmedBy: [], disputedBy: [] };
  }
  if (!known) return undefined;
  const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);
  // The later answer of a receiver takes the place of the one before.
  if (event.type === 'HelpConfirmed') {
    const { confirmedBy: by } = event.data;
    return { ...known, confirmedBy: [...without(known.confirmedBy, by), by], disputedBy: without(known.disputedBy, by) };
  }
  const { disputedBy: by } = event.data;
  return { ...known, confirmedBy: without(known.confirmedBy, by), disputedBy: [...without(known.disputedBy, by), by] };
}

/** Exchanges that took place in a window, and that a receiver has confirmed. */
export function confirmedIn(exchanges: Iterable<HelpGiven>, window: Window): HelpGiven[] {
  return Array.from(exchanges).filter(({ at, confirmedBy }) => confirmedBy.length > 0 && isIn(at, window));
}

/** Who gave help that somebody confirmed, and who confirmed that they received some. */
export function givingAndReceiving(confirmed: readonly HelpGiven[]): { gave: ReadonlySet<string>; received: ReadonlySet<string> } {
  return { gave: new Set(confirmed.map(({ giverId }) => giverId)), received: new Set(confirmed.flatMap(({ confirmedBy }) => confirmedBy)) };
}

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

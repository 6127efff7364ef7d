/** Help on the timelines of whoever gave and received it, and the hours it makes. */
import { z } from 'zod';
import { foldEach, type ProgressSource, type RecordedEvent, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { confirmedIn, helpEvents, helpGiven, HelpRecorded, helpStatus, type HelpEvent, type HelpGiven } from './help.events.js';

/** An exchange from when it was first heard of; what was given is told by `helpGiven`. */
interface Heard extends Pick<HelpGiven, 'giverId' | 'receiverIds' | 'groupId' | 'skill'> {
  meetingId: string | undefined;
  minutes: number | undefined;
  at: string;
  withdrawn: boolean;
  /** Offered to this member among others, and given to others alone. */
  givenToOthers?: boolean;
  eventIds: readonly string[];
}

function heard(known: Heard | undefined, event: HelpEvent): Heard | undefined {
  const { giverId, receiverIds, groupId, meetingId } = event.data;
  const eventIds = [...(known?.eventIds ?? []), event.id];
  switch (event.type) {
    case 'HelpOffered':
    case 'HelpRecorded': {
      const { minutes, skill } = event.data;
      return { giverId, receiverIds, groupId, meetingId, minutes, skill, at: event.occurredAt, withdrawn: false, eventIds };
    }
    default:
      return known && { ...known, withdrawn: event.type === 'HelpOfferWithdrawn', eventIds };
  }
}

export const helpTimeline: TimelineSource = {
  entries(events, memberId) {
    // Whom an offer did not reach knows no more of what came of it.
    const past = ({ type, data }: RecordedEvent) => type === HelpRecorded.type && (data as { offeredTo?: readonly string[] }).offeredTo?.includes(memberId) === true;
    const given = helpGiven(events.filter((event) => !past(event)));
    const all = foldEach(events, helpEvents, ({ data }) => data.helpId, (known: Heard | undefined, event) => (past(event) ? known && { ...known, givenToOthers: true, eventIds: [...known.eventIds, event.id] } : heard(known, event)));
    return Array.from(all, ([id, each]) => entryOf(id, each, given.get(id), memberId));
  },
};

function entryOf(helpId: string, heard: Heard, given: HelpGiven | undefined, memberId: string): TimelineEntry {
  const { giverId, receiverIds, groupId, meetingId, minutes, skill, at, withdrawn, givenToOthers, eventIds } = heard;
  const gave = giverId === memberId;
  const answers = given && { confirmedBy: given.confirmedBy, disputedBy: given.disputedBy };
  const status = given ? helpStatus(given.confirmedBy, given.disputedBy) : givenToOthers ? 'given-to-others' : withdrawn ? 'withdrawn' : 'offered';
  return {
    // Not of its first event: what was told of last may have happened first.
    id: helpId,
    kind: 'helped',
    occurredAt: at,
    what: given ? (gave ? 'gave-help' : 'received-help') : gave ? 'offered-help' : 'was-offered-help',
    ...(groupId !== undefined && { groupId }),
    ...(meetingId !== undefined && { meetingId }),
    memberIds: [giverId, ...receiverIds].filter((id) => id !== memberId),
    details: { helpId, status, ...(minutes !== undefined && { minutes }), ...(skill !== undefined && { skill }), ...answers },
    eventIds,
  };
}

/** Above this, what somebody gave and received says how far it goes both ways. */
const TELLING_MINUTES = 120;

const count = z.int().min(0);
const hours = z.number().min(0);

/** Only what a receiver has confirmed; by when it was given ("A member's progress" in domain.md). */
export const helpProgress: ProgressSource = {
  schema: {
    taught: { minutesGiven: count.describe('Confirmed; once, however many were taught.') },
    helped: {
      exchangesGiven: count,
      exchangesReceived: count,
      hoursGiven: hours,
      hoursReceived: hours,
      reciprocity: z.number().min(0).max(1).nullable().describe('2 · the lesser of given and received / their sum; null up to two hours in all.'),
    },
  },
  example: { taught: { minutesGiven: 90 }, helped: { exchangesGiven: 1, exchangesReceived: 2, hoursGiven: 1.5, hoursReceived: 1, reciprocity: 0.8 } },
  figures(events, memberId, window) {
    const { groupIds } = window;
    const confirmed = confirmedIn(helpGiven(events).values(), window).filter(({ groupId }) => groupIds === undefined || (groupId !== undefined && groupIds.includes(groupId)));
    const given = confirmed.filter(({ giverId }) => giverId === memberId);
    const received = confirmed.filter(({ confirmedBy }) => confirmedBy.includes(memberId));
    const [gave, got] = [minutesOf(given), minutesOf(received)];
    return {
      taught: { minutesGiven: gave },
      helped: {
        exchangesGiven: given.length,
        exchangesReceived: received.length,
        hoursGiven: hoursOf(gave),
        hoursReceived: hoursOf(got),
        reciprocity: gave + got > TELLING_MINUTES ? (2 * Math.min(gave, got)) / (gave + got) : null,
      },
    };
  },
};

function minutesOf(exchanges: readonly HelpGiven[]): number {
  return exchanges.reduce((sum, { minutes }) => sum + minutes, 0);
}

function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

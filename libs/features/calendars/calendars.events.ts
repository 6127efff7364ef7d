/** Calendars: addresses at which a calendar program reads meetings for a member. The addresses are never here, nor anything made of them. */
import { z } from 'zod';
import { defineEvent, personal, ref, type EventOf, type Fold, type RecordedEvent } from '#event-sourcing';

const about = { calendarId: ref('calendar'), memberId: ref('member') };

export const CalendarSubscribed = defineEvent({
  type: 'CalendarSubscribed',
  summary: 'A member made an address for a calendar program: of their own meetings, or of a group’s.',
  data: { ...about, accountId: ref('account'), groupId: ref('group').optional(), fromAddress: personal(z.string().max(64), 'actor').optional() },
});

export const CalendarRevoked = defineEvent({
  type: 'CalendarRevoked',
  summary: 'A member ended an address for a calendar program.',
  data: { ...about, fromAddress: personal(z.string().max(64), 'actor').optional() },
});

export const calendarEvents = [CalendarSubscribed, CalendarRevoked] as const;

export type CalendarEvent = EventOf<(typeof calendarEvents)[number]>;

export interface CalendarStanding {
  /** Whose it is; undefined: there never was one. */
  memberId: string | undefined;
  revoked: boolean;
}

/** What became of a calendar; fold it over `calendar-{id}`. */
export const calendarStanding: Fold<CalendarStanding> = {
  initial: { memberId: undefined, revoked: false },
  evolve(state, recorded: RecordedEvent) {
    const event = recorded as CalendarEvent;
    switch (event.type) {
      case 'CalendarSubscribed':
        return { ...state, memberId: event.data.memberId };
      case 'CalendarRevoked':
        return { ...state, revoked: true };
      default:
        event satisfies never;
        return state;
    }
  },
};

/** What may be recorded of a calendar. Its address is in the vault, as a hash; whoever keeps it gives these commands. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, streamName } from '#event-sourcing';
import { membershipId, membershipStanding } from '../memberships/memberships.events.js';
import { calendarEvents, CalendarRevoked, calendarStanding, CalendarSubscribed, type CalendarStanding } from './calendars.events.js';
import { calendarPolicy } from './calendars.policy.js';

export const calendars = defineDecider({
  name: 'calendar',
  events: calendarEvents,
  initial: calendarStanding.initial,
  evolve: (state: CalendarStanding, event) => calendarStanding.evolve(state, event),
});

export const calendarExists = defineRefusal('calendar-exists', 'This calendar exists already');
export const notInGroup = defineRefusal('forbidden', 'Not allowed', 403);

const may = calendarPolicy.commands;
const id = (input: { calendarId: string }): string => input.calendarId;
const act = { fromAddress: z.string().max(64).optional() };

export const subscribeCalendar = defineCommand(calendars, {
  name: 'subscribeCalendar',
  /** Without a group, of all meetings of the member. */
  input: z.strictObject({ calendarId: z.uuid(), accountId: z.uuid(), memberId: z.uuid(), groupId: z.uuid().optional(), ...act }),
  mints: 'calendarId',
  id,
  needs: ({ groupId, memberId }) => ({ membership: { fold: membershipStanding, stream: groupId && streamName('membership', membershipId({ groupId, memberId })) } }),
  policy: { allow: may.subscribeCalendar },
  refusals: [calendarExists, notInGroup],
  decide(input, { memberId }, { now, needs }) {
    if (memberId !== undefined) return calendarExists('There is a calendar with this id already.');
    if (input.groupId !== undefined && needs.membership.memberSince === undefined) return notInGroup('Only members of a group subscribe to its calendar.', { errors: [{ pointer: '/groupId', detail: 'is no group of yours' }] });
    return [CalendarSubscribed.at(now, input)];
  },
});

export const revokeCalendar = defineCommand(calendars, {
  name: 'revokeCalendar',
  input: z.strictObject({ calendarId: z.uuid(), ...act }),
  id,
  policy: { allow: may.revokeCalendar, self: (_input, state) => state.memberId },
  refusals: [],
  decide: (input, { memberId, revoked }, { now }) => (memberId === undefined || revoked ? [] : [CalendarRevoked.at(now, { ...input, memberId })]),
});

export const calendarCommands = [subscribeCalendar, revokeCalendar] as const;

/** /api/v1/calendars: addresses for calendar programs, which people who signed in make for themselves. */
import { z } from 'zod';
import { isRefusal } from '#event-sourcing';
import { defineActions, EXAMPLE_ID, notFound, notYours } from '#event-sourcing-nest';
import { subscribeCalendar } from '#features/calendars/calendars.decider.js';
import { calendarPolicy } from '#features/calendars/calendars.policy.js';
import { actorOf } from '../credentials/actor.js';
import { tooManyCalendars, type Calendar } from '../credentials/calendars.js';
import { action, signedOf, type Signed } from './asked.js';
import type { ReloconService } from './services.js';

const calendar = z.strictObject({
  id: z.uuid(),
  groupId: z.uuid().nullable().describe('Null: all meetings of your groups.'),
  createdAt: z.iso.datetime(),
});
const example = { id: EXAMPLE_ID, groupId: null, createdAt: '2026-03-01T12:00:00.000Z' };
const scope = 'me';

export const CalendarsController = defineActions<ReloconService>({
  path: 'calendars',
  tag: 'Calendars',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'subscribeCalendar',
      summary: 'Make an address for a calendar program',
      description: 'A program that subscribes to it shows the meetings of your groups, or of one of them, and follows every change. Whoever has the address can read them: it is shown once, and never again to a retry. It works until you end it, and no longer than you may read what it shows. For members who signed in; a key cannot make one.',
      access: { row: calendarPolicy.commands.subscribeCalendar, scope, sensitive: true },
      body: z.strictObject({ groupId: z.uuid().optional().describe('A group of yours; without it, all meetings of your groups.') }),
      example: {},
      answer: { status: 201, name: 'MadeCalendar', schema: calendar.extend({ address: z.string().max(400).describe('Shown now and never again.') }), example: { ...example, address: 'https://relocon.example.org/calendars/….ics' } },
      refusals: [tooManyCalendars, ...subscribeCalendar.refusals],
      async run({ runtime, request, body: { groupId } }) {
        const signed = signedOf(request);
        const { accountId, account: { memberId } } = signed;
        if (memberId === undefined) return notYours('Calendars are for members, and this account belongs to none.');
        const made = await runtime.calendars.subscribe({ accountId, memberId, ...(groupId !== undefined && { groupId }) }, actOf(signed, request.ip));
        return isRefusal(made) ? made : { ...listed(made.calendar), address: `${runtime.people.origin()}/calendars/${made.token}.ics` };
      },
    }),
    action({
      method: 'GET',
      path: '',
      operationId: 'listCalendars',
      summary: 'List one’s addresses for calendar programs',
      description: 'Your own, newest first, without the addresses themselves.',
      access: { row: calendarPolicy.routes.listCalendars, scope },
      own: true,
      answer: { name: 'CalendarList', schema: z.strictObject({ items: z.array(calendar).max(100) }), example: { items: [example] } },
      async run({ runtime, request }) {
        const { memberId } = signedOf(request).account;
        return { items: memberId === undefined ? [] : (await runtime.calendars.listOf(memberId)).map(listed) };
      },
    }),
    action({
      method: 'DELETE',
      path: ':id',
      operationId: 'revokeCalendar',
      summary: 'End an address for a calendar program',
      description: 'At its next request, on every instance.',
      access: { row: calendarPolicy.commands.revokeCalendar, scope },
      refusals: [notFound],
      async run({ runtime, request, id }) {
        const signed = signedOf(request);
        return z.uuid().safeParse(id).success ? runtime.calendars.revoke(id, actOf(signed, request.ip)) : notFound('There is no calendar of yours with this id.');
      },
    }),
  ],
});

function actOf({ accountId, account }: Signed, fromAddress: string) {
  return { actor: actorOf(accountId, account, 'console'), fromAddress };
}

function listed({ id, groupId, createdAt }: Calendar): z.output<typeof calendar> {
  return { id, groupId: groupId ?? null, createdAt };
}

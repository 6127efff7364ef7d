/** Who may do what to calendars: addresses are for those alone who made them. */
import { definePolicy } from '#event-sourcing';

export const calendarPolicy = definePolicy({
  commands: { subscribeCalendar: ['member'], revokeCalendar: ['self'] },
  routes: { listCalendars: ['self'] },
});

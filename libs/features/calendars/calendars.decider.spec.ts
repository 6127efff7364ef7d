import { given } from '#event-sourcing-testing';
import { MemberJoined, MemberLeft } from '../memberships/memberships.events.js';
import { revokeCalendar, subscribeCalendar } from './calendars.decider.js';
import { CalendarRevoked, CalendarSubscribed } from './calendars.events.js';

const NOW = '2026-03-01T12:00:00.000Z';
const JANUARY = '2026-01-10T09:00:00.000Z';
const calendarId = '019a9d2c-7b40-7c3e-9f21-0000000000e1';
const accountId = '019a9d2c-7b40-7c3e-9f21-0000000000a1';
const memberId = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const own = { calendarId, accountId, memberId };
const made = CalendarSubscribed.at(JANUARY, own);
const revoked = CalendarRevoked.at(JANUARY, { calendarId, memberId });

describe('Subscribing', () => {
  const joined = MemberJoined.at(JANUARY, { groupId, memberId });
  it('is to one’s own meetings, or to those of a group one belongs to', () => {
    given().when(subscribeCalendar, { ...own, fromAddress: '192.0.2.7' }).then(CalendarSubscribed.at(NOW, { ...own, fromAddress: '192.0.2.7' }));
    given().alongside(`membership-${groupId}.${memberId}`, joined).when(subscribeCalendar, { ...own, groupId }).then(CalendarSubscribed.at(NOW, { ...own, groupId }));
    given().when(subscribeCalendar, { ...own, groupId }).thenRefused('forbidden');
    given().alongside(`membership-${groupId}.${memberId}`, joined, MemberLeft.at(JANUARY, { groupId, memberId })).when(subscribeCalendar, { ...own, groupId }).thenRefused('forbidden');
  });
  it('happens once', () => {
    given(made).when(subscribeCalendar, own).thenRefused('calendar-exists');
  });
});

describe('Revoking', () => {
  it('is recorded once', () => {
    given(made).when(revokeCalendar, { calendarId, fromAddress: '192.0.2.7' }).then(CalendarRevoked.at(NOW, { calendarId, memberId, fromAddress: '192.0.2.7' }));
    given(made, revoked).when(revokeCalendar, { calendarId }).thenNothing();
    given().when(revokeCalendar, { calendarId }).thenNothing();
  });
  it('is the affair of whoever subscribed', () => {
    expect(revokeCalendar.policy.self?.({ calendarId }, { memberId, revoked: false })).toBe(memberId);
  });
});

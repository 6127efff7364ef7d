/** What a group's own events tell of how it lives its purpose: five ratios in a window, folded without a clock. */
import { isIn, type RecordedEvent, type Window } from '#event-sourcing';
import { actionEvents, actionsStanding, isDueIn } from '../actions/actions.events.js';
import { confirmedIn, givingAndReceiving, HelpConfirmed, HelpDisputed, helpGiven, HelpRecorded } from '../help/help.events.js';
import { AttendanceCorrected, AttendanceRecorded, hasCome, MeetingCancelled, MeetingRescheduled, MeetingScheduled, meetingsStanding } from '../meetings/meetings.events.js';
import { TimePledged, valueAt, withValue, type History, type MemberEvent } from '../members/members.events.js';
import { activeAt, activeAtEnd, MemberJoined, MemberLeft, periodsBy, type Period } from '../memberships/memberships.events.js';
import { reflectedOn, ReflectionRecorded, ReflectionShared, ReflectionWithdrawn, reflectionsStanding } from '../reflections/reflections.events.js';
import type { Ratio } from './alignment.events.js';
import { exactly, fraction, roundedHalfUp, sum, times, type Fraction } from './fraction.js';

/** The types that are counted, of events that name the group. */
const OF_GROUP: ReadonlySet<string> = new Set(
  [MemberJoined, MemberLeft, MeetingScheduled, MeetingRescheduled, MeetingCancelled, AttendanceRecorded, AttendanceCorrected, ReflectionRecorded, ReflectionShared, ReflectionWithdrawn, HelpRecorded, HelpConfirmed, HelpDisputed, ...actionEvents].map(({ type }) => type),
);

export interface Observed {
  window: Window;
  /** The last event that was counted; null without any. */
  lastEventId: string | null;
  ratios: Ratio[];
  /** Those whose membership covers the window's end. */
  activeMembers: number;
  /** Those in the window that were not cancelled, and at which somebody’s attendance is recorded. */
  meetings: number;
}

/** Everybody who ever belonged to a group, according to these events. */
export function membersAmong(events: readonly RecordedEvent[], groupId: string): string[] {
  const joined = events.filter(({ type, data }) => type === MemberJoined.type && (data as { groupId: string }).groupId === groupId);
  return [...new Set(joined.map(({ data }) => (data as { memberId: string }).memberId))];
}

/** Those that are counted, in log order: of the group's own kinds, and pledges of its members. */
export function countedIn(events: readonly RecordedEvent[], groupId: string): RecordedEvent[] {
  const members = new Set(membersAmong(events, groupId));
  const isCounted = ({ type, data }: RecordedEvent): boolean =>
    type === TimePledged.type ? members.has((data as { memberId: string }).memberId) : OF_GROUP.has(type) && (data as { groupId?: string }).groupId === groupId;
  return events.filter(isCounted).sort((a, b) => a.position - b.position);
}

/** @param events what names the group, and the pledges of its members; whatever else is among them is left out. */
export function observedIn(events: readonly RecordedEvent[], groupId: string, window: Window): Observed {
  const counted = countedIn(events, groupId);
  const periods = periodsBy(counted, ({ memberId }) => memberId);
  const active = [...periods].flatMap(([memberId, theirs]) => (activeAtEnd(theirs, window) ? [memberId] : []));
  const meetings = [...meetingsStanding(counted)].filter(([, { startsAt, cancelled, people }]) => !cancelled && isIn(startsAt, window) && [...people.values()].some(({ value }) => value));
  const attendances = meetings.flatMap(([meetingId, { startsAt, people }]) =>
    [...people].flatMap(([memberId, { value }]) => (value && hasCome(value.outcome) && activeAt(periods.get(memberId) ?? [], startsAt) ? [{ memberId, meetingId, minutes: value.minutes }] : [])),
  );
  const { gave, received } = givingAndReceiving(confirmedIn(helpGiven(counted).values(), window));
  const due = [...actionsStanding(counted).values()].filter((action) => isDueIn(action, window));
  return {
    window,
    lastEventId: counted.at(-1)?.id ?? null,
    ratios: [
      { name: 'hoursAttended', numerator: attendances.reduce((total, { minutes = 0 }) => total + minutes, 0), denominator: pledgedMinutes(counted, periods, window) },
      { name: 'attendancesReflectedOn', numerator: reflectedOn(attendances, reflectionsStanding(counted).values()), denominator: attendances.length },
      { name: 'membersGivingHelp', numerator: active.filter((id) => gave.has(id)).length, denominator: active.length },
      { name: 'membersGivingAndReceiving', numerator: active.filter((id) => gave.has(id) && received.has(id)).length, denominator: active.length },
      { name: 'dueActionsCompleted', numerator: due.filter(({ status, endedAt = '' }) => status === 'completed' && endedAt < window.before).length, denominator: due.length },
    ],
    activeMembers: active.length,
    meetings: meetings.length,
  };
}

const DAY_MS = 86_400_000n;

/** Pledged time = pledge · days / 30, each pledge for the days it was in force within a membership; whole minutes of all of it together. */
function pledgedMinutes(events: readonly RecordedEvent[], periods: ReadonlyMap<string, readonly Period[]>, { from, before }: Window): number {
  const pledges = new Map<string, History<number>>();
  for (const event of events as readonly MemberEvent[]) {
    if (event.type === 'TimePledged') pledges.set(event.data.memberId, withValue(pledges.get(event.data.memberId) ?? [], event.occurredAt, event.data.hoursPerMonth));
  }
  const inHourMilliseconds = [...periods].flatMap(([memberId, theirs]) => {
    const history = pledges.get(memberId) ?? [];
    return theirs.flatMap((period) => pledgedFrom(history, period.from > from ? period.from : from, period.to !== undefined && period.to < before ? period.to : before));
  });
  return roundedHalfUp(times(sum(inHourMilliseconds), fraction(60n, 30n * DAY_MS)));
}

/** Hours a month, times the milliseconds for which they were pledged in [start, end). */
function pledgedFrom(history: History<number>, start: string, end: string): Fraction[] {
  if (start >= end) return [];
  const turns = [start, ...history.map(({ at }) => at).filter((at) => at > start && at < end), end];
  return turns.slice(0, -1).map((turn, index) => times(exactly(valueAt(history, turn) ?? 0), fraction(BigInt(Date.parse(turns[index + 1] as string) - Date.parse(turn)))));
}

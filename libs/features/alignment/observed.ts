/** What a group's own events tell of how it lives its purpose: five ratios in a window, folded without a clock. */
import type { RecordedEvent } from '#event-sourcing';
import { actionEvents, actionsStanding, isDueIn } from '../actions/actions.events.js';
import { HelpConfirmed, HelpDisputed, helpGiven, HelpRecorded } from '../help/help.events.js';
import { AttendanceCorrected, AttendanceRecorded, MeetingCancelled, MeetingRescheduled, MeetingScheduled, type AttendanceOutcome, type AttendanceValue, type MeetingEvent } from '../meetings/meetings.events.js';
import { TimePledged, valueAt, withValue, type History, type MemberEvent } from '../members/members.events.js';
import { activeAt, ended, MemberJoined, MemberLeft, type MembershipEvent, type Period } from '../memberships/memberships.events.js';
import { ReflectionRecorded, ReflectionWithdrawn, type ReflectionEvent } from '../reflections/reflections.events.js';
import type { Ratio } from './alignment.events.js';
import type { Window } from './formula.js';
import { exactly, fraction, roundedHalfUp, sum, times, type Fraction } from './fraction.js';

/** The types that are counted, of events that name the group. */
const OF_GROUP: ReadonlySet<string> = new Set(
  [MemberJoined, MemberLeft, MeetingScheduled, MeetingRescheduled, MeetingCancelled, AttendanceRecorded, AttendanceCorrected, ReflectionRecorded, ReflectionWithdrawn, HelpRecorded, HelpConfirmed, HelpDisputed, ...actionEvents].map(({ type }) => type),
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

/** @param events what names the group, and the pledges of its members; whatever else is among them is left out. */
export function observedIn(events: readonly RecordedEvent[], groupId: string, window: Window): Observed {
  const members = new Set(membersAmong(events, groupId));
  const isCounted = ({ type, data }: RecordedEvent): boolean =>
    type === TimePledged.type ? members.has((data as { memberId: string }).memberId) : OF_GROUP.has(type) && (data as { groupId?: string }).groupId === groupId;
  const counted = events.filter(isCounted).sort((a, b) => a.position - b.position);
  const periods = periodsIn(counted);
  const active = [...periods].flatMap(([memberId, theirs]) => (activeAt(theirs, window.before) ? [memberId] : []));
  const meetings = meetingsIn(counted, window);
  const attendances = meetings.flatMap(({ meetingId, startsAt, attendance }) =>
    [...attendance].flatMap(([memberId, value]) => (CAME.includes(value.outcome) && activeAt(periods.get(memberId) ?? [], startsAt) ? [{ memberId, meetingId, minutes: value.minutes }] : [])),
  );
  const reflected = reflectionsIn(counted);
  const { gave, received } = helpIn(counted, window);
  const due = Object.values(counted.reduce(actionsStanding.evolve, actionsStanding.initial)).filter((action) => isDueIn(action, window));
  return {
    window,
    lastEventId: counted.at(-1)?.id ?? null,
    ratios: [
      { name: 'hoursAttended', numerator: attendances.reduce((total, { minutes = 0 }) => total + minutes, 0), denominator: pledgedMinutes(counted, periods, window) },
      { name: 'attendancesReflectedOn', numerator: attendances.filter(({ memberId, meetingId }) => reflected.has(`${meetingId}.${memberId}`)).length, denominator: attendances.length },
      { name: 'membersGivingHelp', numerator: active.filter((id) => gave.has(id)).length, denominator: active.length },
      { name: 'membersGivingAndReceiving', numerator: active.filter((id) => gave.has(id) && received.has(id)).length, denominator: active.length },
      { name: 'dueActionsCompleted', numerator: due.filter(({ status, endedAt = '' }) => status === 'completed' && endedAt < window.before).length, denominator: due.length },
    ],
    activeMembers: active.length,
    meetings: meetings.length,
  };
}

const CAME: readonly AttendanceOutcome[] = ['present', 'late', 'substitute'];

type Periods = ReadonlyMap<string, readonly Period[]>;

function periodsIn(events: readonly RecordedEvent[]): Periods {
  const periods = new Map<string, readonly Period[]>();
  for (const event of events as readonly MembershipEvent[]) {
    const known = periods.get(event.data.memberId) ?? [];
    if (event.type === 'MemberJoined') periods.set(event.data.memberId, [...known, { from: event.occurredAt }]);
    else if (event.type === 'MemberLeft') periods.set(event.data.memberId, ended(known, event.occurredAt));
  }
  return periods;
}

interface Meeting {
  meetingId: string;
  startsAt: string;
  cancelled: boolean;
  attendance: Map<string, AttendanceValue>;
}

/** Meetings that count, each with the value in force of everybody’s attendance. */
function meetingsIn(events: readonly RecordedEvent[], { from, before }: Window): Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const event of events as readonly MeetingEvent[]) {
    if (event.type === 'MeetingScheduled') meetings.set(event.data.meetingId, { meetingId: event.data.meetingId, startsAt: event.data.startsAt, cancelled: false, attendance: new Map() });
    const meeting = meetings.get(event.data.meetingId);
    if (!meeting) continue;
    if (event.type === 'MeetingRescheduled') meeting.startsAt = event.data.startsAt;
    if (event.type === 'MeetingCancelled') meeting.cancelled = true;
    if (event.type === 'AttendanceRecorded') meeting.attendance.set(event.data.memberId, event.data);
    if (event.type === 'AttendanceCorrected') meeting.attendance.set(event.data.memberId, event.data.to);
  }
  return [...meetings.values()].filter(({ startsAt, cancelled, attendance }) => !cancelled && startsAt >= from && startsAt < before && attendance.size > 0);
}

/** `{meetingId}.{memberId}` of every meeting that a member reflected on, for whomever to see. */
function reflectionsIn(events: readonly RecordedEvent[]): Set<string> {
  const about = new Map<string, string>();
  for (const event of events as readonly ReflectionEvent[]) {
    if (event.type === 'ReflectionRecorded' && event.data.meetingId !== undefined) about.set(event.data.reflectionId, `${event.data.meetingId}.${event.data.authorId}`);
    if (event.type === 'ReflectionWithdrawn') about.delete(event.data.reflectionId);
  }
  return new Set(about.values());
}

/** Who gave help that somebody confirmed, and who confirmed that they received some. */
function helpIn(events: readonly RecordedEvent[], { from, before }: Window): { gave: ReadonlySet<string>; received: ReadonlySet<string> } {
  const confirmed = Object.values(events.reduce(helpGiven.evolve, helpGiven.initial)).filter(({ at, confirmedBy }) => at >= from && at < before && confirmedBy.length > 0);
  return { gave: new Set(confirmed.map(({ giverId }) => giverId)), received: new Set(confirmed.flatMap(({ confirmedBy }) => confirmedBy)) };
}

const DAY_MS = 86_400_000n;

/** Pledged time = pledge · days / 30, each pledge for the days it was in force within a membership; whole minutes of all of it together. */
function pledgedMinutes(events: readonly RecordedEvent[], periods: Periods, { from, before }: Window): number {
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

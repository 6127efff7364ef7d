/** How a group is doing: figures of its history up to a moment ("Rules that are easy to get wrong" and "A member's progress" in domain.md). */
import { localTime, plus, startOfDay } from '#event-sourcing';
import { isDueIn } from '../actions/actions.events.js';
import type { HelpGiven } from '../help/help.events.js';
import { activeAt } from '../memberships/memberships.events.js';
import { reflectionValue } from '../reflections/reflections.events.js';
import type { GroupHistory, Reflected } from './health.fold.js';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
const NORTH_STAR_DAYS = 30;
/** What members keep private counts only among so many people ("Rules that are easy to get wrong" in domain.md). */
const ENOUGH_PEOPLE = 5;

const EXPECTED: readonly string[] = ['present', 'late', 'substitute', 'apologised', 'absent'];
const CAME: readonly string[] = ['present', 'late', 'substitute'];
const FROM_APPLIED: readonly string[] = reflectionValue.options.slice(reflectionValue.options.indexOf('applied'));

export interface Window {
  from: string;
  before: string;
}

export interface HealthRequest {
  /** The exclusive end of what counts. */
  before: string;
  timeZone: string;
  /** How many calendar months of the zone, the one that `before` ends included. */
  months: number;
}

export type Health = ReturnType<typeof healthOf>;

/** Every figure of a group as of a moment; months are calendar months of the group's zone. */
export function healthOf(history: GroupHistory, { before, timeZone, months }: HealthRequest) {
  const window = { from: plus(before, -WINDOW_DAYS * DAY_MS), before };
  const lately = { from: plus(before, -NORTH_STAR_DAYS * DAY_MS), before };
  const active = activeMembers(history, before);
  const actions = Object.values(history.actions);
  const due = actions.filter((action) => isDueIn(action, window));
  const stories = Object.values(history.stories).filter(({ withdrawn }) => !withdrawn);
  return {
    members: {
      active: active.size,
      facilitators: Object.values(history.memberships).filter(({ facilitator }) => facilitator).length,
    },
    months: monthsUpTo(before, timeZone, months).map(({ month, ...of }) => ({ month, ...monthly(history, of) })),
    help: { windowDays: WINDOW_DAYS, ...balanceOf(Object.values(history.help), window) },
    actions: {
      open: actions.filter(({ status }) => status === 'open').length,
      overdue: actions.filter(({ status, due: { dueAt } }) => status === 'open' && dueAt < before).length,
      windowDays: WINDOW_DAYS,
      due: due.length,
      done: due.filter(({ status }) => status === 'completed').length,
    },
    stories: {
      told: stories.length,
      windowDays: WINDOW_DAYS,
      toldLately: stories.filter(({ toldAt }) => isIn(toldAt, window)).length,
      acknowledgedLately: stories.reduce((sum, { acknowledgements }) => sum + acknowledgements.filter((at) => isIn(at, window)).length, 0),
    },
    alignment: latestDecision(history, before),
    northStar: northStarOf(history, active, lately),
  };
}

function isIn(at: string, { from, before }: Window): boolean {
  return at >= from && at < before;
}

/** Those whose period covers the end of the window. */
function activeMembers({ memberships }: GroupHistory, before: string): Set<string> {
  const last = plus(before, -1);
  return new Set(Object.entries(memberships).flatMap(([memberId, { periods }]) => (activeAt(periods, last) ? [memberId] : [])));
}

function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** `2026-03` and the like with the instants they begin and end at, oldest first; the last ends at `before`. */
export function monthsUpTo(before: string, timeZone: string, count: number): (Window & { month: string })[] {
  const [year, month] = localTime(plus(before, -1), timeZone).split('-').map(Number) as [number, number];
  const nameOf = (back: number): string => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
  const found: (Window & { month: string })[] = [];
  for (let back = count - 1; back >= 0; back--) {
    const end = back === 0 ? before : startOfDay(`${nameOf(back - 1)}-01`, timeZone);
    found.push({ month: nameOf(back), from: startOfDay(`${nameOf(back)}-01`, timeZone), before: end });
  }
  return found;
}

function monthly(history: GroupHistory, window: Window) {
  const periods = Object.values(history.memberships).flatMap((membership) => membership.periods);
  const held = Object.entries(history.sessions).filter(([, session]) => !session.cancelled && isIn(session.startsAt, window));
  const outcomes = held.flatMap(([meetingId, { startsAt, outcomes: of }]) =>
    Object.entries(of).flatMap(([memberId, outcome]) => (EXPECTED.includes(outcome) && activeAt(history.memberships[memberId]?.periods ?? [], startsAt) ? [{ meetingId, memberId, outcome }] : [])),
  );
  const came = outcomes.filter(({ outcome }) => CAME.includes(outcome));
  const apologised = outcomes.filter(({ outcome }) => outcome === 'apologised').length;
  const reflected = new Set(counted(Object.values(history.reflections), came.length === 0 ? 0 : new Set(came.map(({ memberId }) => memberId)).size).map(({ authorId, meetingId }) => `${meetingId} ${authorId}`));
  const reflectedOn = came.filter(({ meetingId, memberId }) => reflected.has(`${meetingId} ${memberId}`)).length;
  return {
    active: activeMembers(history, window.before).size,
    joined: periods.filter(({ from }) => isIn(from, window)).length,
    left: periods.filter(({ to }) => to !== undefined && isIn(to, window)).length,
    meetings: held.length,
    expected: outcomes.length,
    came: came.length,
    apologised,
    attendanceRate: rateOf(came.length, outcomes.length),
    commitmentRate: rateOf(came.length + apologised, outcomes.length),
    reflectedOn,
    reflectionRate: rateOf(reflectedOn, came.length),
    ...hoursOf(Object.values(history.help), window),
  };
}

/** Reflections that stand; private ones only where so many people are in the figure that it tells of none of them. */
function counted(reflections: readonly Reflected[], people: number): Reflected[] {
  return reflections.filter(({ withdrawn, visibility }) => !withdrawn && (visibility !== 'private' || people >= ENOUGH_PEOPLE));
}

function confirmedIn(help: readonly HelpGiven[], window: Window): HelpGiven[] {
  return help.filter(({ at, confirmedBy }) => confirmedBy.length > 0 && isIn(at, window));
}

/** Minutes given count once for the giver; each receiver who confirmed has received all of them. */
function hoursOf(help: readonly HelpGiven[], window: Window) {
  const confirmed = confirmedIn(help, window);
  return {
    hoursGiven: hours(confirmed.reduce((sum, { minutes }) => sum + minutes, 0)),
    hoursReceived: hours(confirmed.reduce((sum, { minutes, confirmedBy }) => sum + minutes * confirmedBy.length, 0)),
  };
}

function hours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

function balanceOf(help: readonly HelpGiven[], window: Window) {
  const confirmed = confirmedIn(help, window);
  const [giving, receiving] = [new Set(confirmed.map(({ giverId }) => giverId)), new Set(confirmed.flatMap(({ confirmedBy }) => confirmedBy))];
  return {
    exchanges: confirmed.length,
    ...hoursOf(help, window),
    membersGiving: giving.size,
    membersReceiving: receiving.size,
    membersGivingAndReceiving: [...giving].filter((memberId) => receiving.has(memberId)).length,
  };
}

/** The decision in force: the last one, while its twelve months last; later ones in the log take its place. */
function latestDecision({ decisions }: GroupHistory, before: string): (GroupHistory['decisions'][number] & { inForce: boolean }) | null {
  const last = decisions.at(-1);
  return last ? { ...last, inForce: last.until >= before } : null;
}

/** The share of active members who, in 30 days, both gave and received confirmed help and recorded value `applied` or higher. */
function northStarOf({ help, reflections }: GroupHistory, active: ReadonlySet<string>, window: Window) {
  const confirmed = confirmedIn(Object.values(help), window);
  const [gave, received] = [new Set(confirmed.map(({ giverId }) => giverId)), new Set(confirmed.flatMap(({ confirmedBy }) => confirmedBy))];
  const applied = new Set(counted(Object.values(reflections), active.size).flatMap(({ authorId, at, value }) => (FROM_APPLIED.includes(value) && isIn(at, window) ? [authorId] : [])));
  const there = [...active].filter((memberId) => gave.has(memberId) && received.has(memberId) && applied.has(memberId)).length;
  return { windowDays: NORTH_STAR_DAYS, activeMembers: active.size, there, share: rateOf(there, active.size) };
}

/** How a group is doing: figures of its history up to a moment ("Rules that are easy to get wrong" and "A member's progress" in domain.md). */
import { isIn, localTime, plus, startOfDay, type Window } from '#event-sourcing';
import { isDueIn } from '../actions/actions.events.js';
import { confirmedIn, givingAndReceiving, type HelpGiven } from '../help/help.events.js';
import { hasCome, outcomeOf, wasExpected } from '../meetings/meetings.events.js';
import { activeAt, activeAtEnd } from '../memberships/memberships.events.js';
import { countedAmong, reflectedOn, reflectionValue } from '../reflections/reflections.events.js';
import type { GroupHistory } from './health.fold.js';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
const NORTH_STAR_DAYS = 30;

const FROM_APPLIED: readonly string[] = reflectionValue.options.slice(reflectionValue.options.indexOf('applied'));

export interface HealthRequest {
  /** The exclusive end of what counts. */
  before: string;
  timeZone: string;
  /** How many calendar months of the zone, the one that `before` ends included. */
  months: number;
}

/** Every figure of a group as of a moment; months are calendar months of the group's zone. */
export function healthOf(history: GroupHistory, { before, timeZone, months }: HealthRequest) {
  const window = { from: plus(before, -WINDOW_DAYS * DAY_MS), before };
  const lately = { from: plus(before, -NORTH_STAR_DAYS * DAY_MS), before };
  const active = activeMembers(history, window);
  const actions = [...history.actions.values()];
  const due = actions.filter((action) => isDueIn(action, window));
  const stories = [...history.stories.values()].filter(({ withdrawn }) => !withdrawn);
  return {
    members: {
      active: active.size,
      facilitators: [...history.memberships.values()].filter(({ facilitator }) => facilitator).length,
    },
    months: monthsUpTo(before, timeZone, months).map(({ month, ...of }) => ({ month, ...monthly(history, of) })),
    help: { windowDays: WINDOW_DAYS, ...balanceOf(history.help.values(), window) },
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

function activeMembers({ memberships }: GroupHistory, window: Pick<Window, 'before'>): Set<string> {
  return new Set([...memberships].flatMap(([memberId, { periods }]) => (activeAtEnd(periods, window) ? [memberId] : [])));
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
  const periods = [...history.memberships.values()].flatMap((membership) => membership.periods);
  const held = [...history.meetings].filter(([, { cancelled, startsAt }]) => !cancelled && isIn(startsAt, window));
  const outcomes = held.flatMap(([meetingId, { startsAt, people }]) =>
    [...people].flatMap(([memberId, standing]) => {
      const outcome = outcomeOf(standing);
      return wasExpected(outcome) && activeAt(history.memberships.get(memberId)?.periods ?? [], startsAt) ? [{ meetingId, memberId, outcome }] : [];
    }),
  );
  const came = outcomes.filter(({ outcome }) => hasCome(outcome));
  const apologised = outcomes.filter(({ outcome }) => outcome === 'apologised').length;
  const reflections = reflectedOn(came, history.reflections.values());
  return {
    active: activeMembers(history, window).size,
    joined: periods.filter(({ from }) => isIn(from, window)).length,
    left: periods.filter(({ to }) => to !== undefined && isIn(to, window)).length,
    meetings: held.length,
    expected: outcomes.length,
    came: came.length,
    apologised,
    attendanceRate: rateOf(came.length, outcomes.length),
    commitmentRate: rateOf(came.length + apologised, outcomes.length),
    reflectedOn: reflections,
    reflectionRate: rateOf(reflections, came.length),
    ...hoursOf(confirmedIn(history.help.values(), window)),
  };
}

/** Minutes given count once for the giver; each receiver who confirmed has received all of them. */
function hoursOf(confirmed: readonly HelpGiven[]) {
  return {
    hoursGiven: hours(confirmed.reduce((sum, { minutes }) => sum + minutes, 0)),
    hoursReceived: hours(confirmed.reduce((sum, { minutes, confirmedBy }) => sum + minutes * confirmedBy.length, 0)),
  };
}

function hours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

function balanceOf(help: Iterable<HelpGiven>, window: Window) {
  const confirmed = confirmedIn(help, window);
  const { gave, received } = givingAndReceiving(confirmed);
  return {
    exchanges: confirmed.length,
    ...hoursOf(confirmed),
    membersGiving: gave.size,
    membersReceiving: received.size,
    membersGivingAndReceiving: [...gave].filter((memberId) => received.has(memberId)).length,
  };
}

/** The decision in force: the last one, while its twelve months last; later ones in the log take its place. */
function latestDecision({ decisions }: GroupHistory, before: string): (GroupHistory['decisions'][number] & { inForce: boolean }) | null {
  const last = decisions.at(-1);
  return last ? { ...last, inForce: last.until >= before } : null;
}

/**
 * The share of active members who, in 30 days, both gave and received confirmed help and recorded value `applied` or higher. Who gave and received is
 * known from exchanges that others may see: what members keep private counts among these alone, and only where they are many enough.
 */
function northStarOf({ help, reflections }: GroupHistory, active: ReadonlySet<string>, window: Window) {
  const { gave, received } = givingAndReceiving(confirmedIn(help.values(), window));
  const both = [...active].filter((memberId) => gave.has(memberId) && received.has(memberId));
  const applied = new Set(countedAmong(both.length, reflections.values()).flatMap(({ authorId, at, value }) => (FROM_APPLIED.includes(value) && isIn(at, window) ? [authorId] : [])));
  const there = both.filter((memberId) => applied.has(memberId)).length;
  return { windowDays: NORTH_STAR_DAYS, activeMembers: active.size, there, share: rateOf(there, active.size) };
}

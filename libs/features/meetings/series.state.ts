/** What a series plans for each of its occurrences. */
import { defineDecider, instantOf, plus, type EventOf } from '#event-sourcing';
import { MeetingSeriesChanged, MeetingSeriesPlanned, seriesEvents, type SeriesEvent } from './series.events.js';
import { dateInPeriodOf } from './series.rule.js';

type Planned = EventOf<typeof MeetingSeriesPlanned>['data'];
export type Changes = Omit<EventOf<typeof MeetingSeriesChanged>['data'], 'seriesId' | 'groupId' | 'from' | 'occurrences'>;

/** What holds of an occurrence, unless its meeting was changed by itself. */
export type SeriesPlan = Omit<Planned, 'seriesId' | 'from' | 'until' | 'occurrences'>;

interface Occurrence {
  /** The local date it was planned for, and goes on standing for when it moves to another weekday. */
  date: string;
  plan: SeriesPlan;
  ended: boolean;
}

export interface SeriesState {
  plan: SeriesPlan | undefined;
  /** In order, by either date: each stays in its own week or month. */
  occurrences: readonly Occurrence[];
  endedFrom: string | undefined;
}

export const series = defineDecider({
  name: 'series',
  events: seriesEvents,
  initial: { plan: undefined, occurrences: [], endedFrom: undefined } as SeriesState,
  evolve(state: SeriesState, event: SeriesEvent): SeriesState {
    switch (event.type) {
      case 'MeetingSeriesPlanned': {
        const { seriesId: _id, from: _from, until: _until, occurrences, ...plan } = event.data;
        return { ...state, plan, occurrences: occurrences.map((date) => ({ date, plan, ended: false })) };
      }
      case 'MeetingSeriesChanged': {
        const { seriesId: _id, groupId: _group, from: _from, occurrences: _concerned, ...changes } = event.data;
        const concerned = concernedBy(event);
        return { ...state, occurrences: state.occurrences.map((each) => (concerned(each.date) ? { ...each, plan: changed(each.plan, changes) } : each)) };
      }
      case 'MeetingSeriesExtended': {
        // As the last one is planned, which every change concerned.
        const { plan } = state.occurrences.at(-1) as Occurrence;
        return { ...state, occurrences: [...state.occurrences, ...event.data.occurrences.map((date) => ({ date, plan, ended: false }))] };
      }
      case 'MeetingSeriesEnded': {
        const concerned = concernedBy(event);
        return { ...state, endedFrom: earlierOf(state.endedFrom, event.data.from), occurrences: state.occurrences.map((each) => (concerned(each.date) ? { ...each, ended: true } : each)) };
      }
      default:
        event satisfies never;
        return state;
    }
  },
});

/** Whether a change or an end concerns the occurrence that stands for a date. */
export function concernedBy({ data: { from, occurrences } }: { data: { from: string; occurrences?: readonly string[] | undefined } }): (date: string) => boolean {
  return (date) => (occurrences ? occurrences.includes(date) : date >= from);
}

export function earlierOf(one: string | null | undefined, other: string): string {
  return one !== null && one !== undefined && one < other ? one : other;
}

/** A plan with changes to it. */
export function changed<P extends Omit<SeriesPlan, 'groupId'>>(plan: P, { weekday, nth, cleared = [], ...changes }: Changes): P {
  const next = { ...plan, ...changes };
  for (const field of cleared) delete next[field];
  if (weekday !== undefined) next.rule = { ...next.rule, weekday };
  if (nth !== undefined && next.rule.frequency === 'monthly') next.rule = { ...next.rule, nth };
  return next;
}

/** The local date on which an occurrence takes place, by its rule: one whose meeting was moved by itself counts as its series has it. */
export function takesPlaceOn({ date, plan }: Pick<Occurrence, 'date' | 'plan'>): string {
  return dateInPeriodOf(date, plan.rule);
}

/** What takes place from a date on. */
export function occurrencesFrom({ occurrences }: SeriesState, from: string): Occurrence[] {
  return occurrences.filter((each) => !each.ended && takesPlaceOn(each) >= from);
}

/** Whether a series has no occurrences from a date on. */
export function hasEnded({ endedFrom }: SeriesState, from: string): boolean {
  return endedFrom !== undefined && from >= endedFrom;
}

/** Where and when an occurrence is to take place, as a meeting has it. */
export function meetingFor({ date, plan }: Pick<Occurrence, 'date' | 'plan'>) {
  const { groupId, title, startTime, durationMinutes, timeZone, mode, place } = plan;
  const startsAt = instantOf(`${takesPlaceOn({ date, plan })}T${startTime}:00`, timeZone);
  return { groupId, title, timeZone, startsAt, endsAt: plus(startsAt, durationMinutes * 60_000), mode, place };
}

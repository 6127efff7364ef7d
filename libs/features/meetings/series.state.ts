/** What a series plans for each of its occurrences. */
import { defineDecider, instantOf, plus, type EventOf } from '#event-sourcing';
import { MeetingSeriesChanged, MeetingSeriesPlanned, seriesEvents, type SeriesEvent } from './series.events.js';
import { dateInPeriodOf } from './series.rule.js';

type Planned = EventOf<typeof MeetingSeriesPlanned>['data'];
export type Changes = Omit<EventOf<typeof MeetingSeriesChanged>['data'], 'seriesId' | 'groupId' | 'from'>;

/** What holds of an occurrence, unless its meeting was changed by itself. */
export type SeriesPlan = Omit<Planned, 'seriesId' | 'from' | 'until' | 'occurrences'>;

export interface SeriesState {
  plan: SeriesPlan | undefined;
  /** Local dates, in order. One that moves to another weekday goes on standing for the date it was planned for. */
  occurrences: readonly string[];
  changes: readonly { from: string; changes: Changes }[];
  endedFrom: string | undefined;
}

export const series = defineDecider({
  name: 'series',
  events: seriesEvents,
  initial: { plan: undefined, occurrences: [], changes: [], endedFrom: undefined } as SeriesState,
  evolve(state: SeriesState, event: SeriesEvent): SeriesState {
    switch (event.type) {
      case 'MeetingSeriesPlanned': {
        const { seriesId: _id, from: _from, until: _until, occurrences, ...plan } = event.data;
        return { ...state, plan, occurrences };
      }
      case 'MeetingSeriesChanged': {
        const { seriesId: _id, groupId: _group, from, ...changes } = event.data;
        return { ...state, changes: [...state.changes, { from, changes }] };
      }
      case 'MeetingSeriesExtended':
        return { ...state, occurrences: [...state.occurrences, ...event.data.occurrences] };
      case 'MeetingSeriesEnded':
        return { ...state, endedFrom: event.data.from };
      default:
        event satisfies never;
        return state;
    }
  },
});

/** A plan with changes to it. */
export function changed<P extends Omit<SeriesPlan, 'groupId'>>(plan: P, { weekday, nth, cleared = [], ...changes }: Changes): P {
  const next = { ...plan, ...changes };
  for (const field of cleared) delete next[field];
  if (weekday !== undefined) next.rule = { ...next.rule, weekday };
  if (nth !== undefined && next.rule.frequency === 'monthly') next.rule = { ...next.rule, nth };
  return next;
}

/** What is planned for a date: changes count in the order in which they were made, each for all that follows its date. */
export function planFor({ plan, changes }: SeriesState, date: string): SeriesPlan | undefined {
  return plan && changes.filter(({ from }) => from <= date).reduce((before, each) => changed(before, each.changes), plan);
}

export function hasEnded({ endedFrom }: SeriesState, date: string): boolean {
  return endedFrom !== undefined && date >= endedFrom;
}

/** Where and when an occurrence is to take place, as a meeting has it; undefined where the series has none for this date. */
export function occurrenceOf(state: SeriesState, occurrence: string) {
  const plan = state.occurrences.includes(occurrence) ? planFor(state, occurrence) : undefined;
  if (!plan) return undefined;
  const { groupId, title, rule, startTime, durationMinutes, timeZone, mode, place } = plan;
  const startsAt = instantOf(`${dateInPeriodOf(occurrence, rule)}T${startTime}:00`, timeZone);
  return { groupId, title, timeZone, startsAt, endsAt: plus(startsAt, durationMinutes * 60_000), mode, place };
}

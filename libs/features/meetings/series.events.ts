/** Series: meetings that repeat. Each occurrence is a meeting with a stream of its own; these events say what a series plans for them. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, type EventOf, type Hidden } from '#event-sourcing';
import { meetingMode } from './meetings.events.js';
import { nth, rule, weekday, type Rule } from './series.rule.js';

const text = (max: number) => z.string().min(1).max(max);
const date = z.iso.date();
/** A year of weeks, both ends included. */
const dates = z.array(date).min(1).max(53);
/** Those that a change or an end concerns, by the date they stand for; without it, all that stand for its `from` or a later one. */
const concerned = z.array(date).max(60);

/** Wall-clock time: what repeats, on both sides of a change of clocks. */
export const startTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 18:00')
  .meta({ maxLength: 5 });
/** A day at most; minutes that pass, not those a clock shows. */
export const durationMinutes = z.int().min(1).max(1_440);

const about = { seriesId: ref('series'), groupId: ref('group') };

export const MeetingSeriesPlanned = defineEvent({
  type: 'MeetingSeriesPlanned',
  summary: 'Meetings of a group were planned that repeat; `occurrences` are the local dates of all of them.',
  data: {
    ...about,
    title: open(text(300)),
    rule: open(rule),
    startTime: open(startTime),
    durationMinutes: open(durationMinutes),
    timeZone: open(text(64)),
    mode: open(meetingMode).optional(),
    place: open(text(300)).optional(),
    from: open(date),
    until: open(date),
    occurrences: open(dates),
  },
});

export const MeetingSeriesChanged = defineEvent({
  type: 'MeetingSeriesChanged',
  summary: 'What a series plans changed for the occurrences that take place from a date on; `cleared` names what was emptied.',
  data: {
    ...about,
    from: open(date),
    occurrences: open(concerned).optional(),
    title: open(text(300)).optional(),
    weekday: open(weekday).optional(),
    nth: open(nth).optional(),
    startTime: open(startTime).optional(),
    durationMinutes: open(durationMinutes).optional(),
    mode: open(meetingMode).optional(),
    place: open(text(300)).optional(),
    cleared: open(z.array(z.enum(['mode', 'place'])).max(2)).optional(),
  },
});

export const MeetingSeriesExtended = defineEvent({
  type: 'MeetingSeriesExtended',
  summary: 'A series goes on; `occurrences` are the local dates of the meetings that came to it.',
  data: { ...about, from: open(date), until: open(date), occurrences: open(dates) },
});

export const MeetingSeriesEnded = defineEvent({
  type: 'MeetingSeriesEnded',
  summary: 'A series ended: none of its occurrences takes place from a date on.',
  data: { ...about, from: open(date), occurrences: open(concerned).optional(), reason: personal(text(1_000), 'actor').optional() },
});

export const seriesEvents = [MeetingSeriesPlanned, MeetingSeriesChanged, MeetingSeriesExtended, MeetingSeriesEnded] as const;

export type SeriesEvent = EventOf<(typeof seriesEvents)[number]>;

/** A document of the view `meetingSeries`: what it plans after its last change. */
export type MeetingSeriesDocument = Hidden & {
  id: string;
  groupId: string;
  title: string;
  rule: Rule;
  startTime: string;
  durationMinutes: number;
  timeZone: string;
  mode: z.output<typeof meetingMode> | null;
  place: string | null;
  from: string;
  until: string;
  /** From which date on its last change counts; null: as it was planned. */
  changedFrom: string | null;
  /** From which date on it has no occurrences; null: it has not ended. */
  endedFrom: string | null;
  plannedAt: string;
};

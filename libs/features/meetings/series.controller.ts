/** /api/v1/meeting-series: meetings that repeat. */
import { z } from 'zod';
import { defineResource, type CommandRoute } from '#event-sourcing-nest';
import { meetingMode } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { followed } from './reactions/when-a-series-changed-then-its-meetings-follow.js';
import * as commands from './series.decider.js';
import { durationMinutes, startTime } from './series.events.js';
import { rule } from './series.rule.js';
import { meetingSeriesView } from './views/series.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const idField = 'seriesId';
const date = z.iso.date();

const title = 'War stories';
const secondTuesday = { frequency: 'monthly', interval: 1, weekday: 'tuesday', nth: 2 } as const;
const plan = { groupId, title, rule: secondTuesday, startTime: '18:00', durationMinutes: 120, timeZone: 'Europe/Berlin', mode: 'inPerson', place: 'Alte Post, room 2', from: '2026-03-01', until: '2027-02-28' } as const;

/** A command records one event of its series. */
const follow: NonNullable<CommandRoute['follow']> = async ({ runner }, [event]) => followed(runner, event as NonNullable<typeof event>);

export const SeriesController = defineResource({
  path: 'meeting-series',
  tag: 'Meetings',
  reads: {
    view: meetingSeriesView,
    policy: meetingPolicy.documents.meetingSeries,
    schema: z.strictObject({
      id: z.uuid(),
      groupId: z.uuid(),
      title: z.string().max(300),
      rule,
      startTime: startTime.describe('Wall-clock time in `timeZone`.'),
      durationMinutes,
      timeZone: z.string().max(64),
      mode: meetingMode.nullable(),
      place: z.string().max(300).nullable(),
      from: date,
      until: date.describe('Until when its meetings are scheduled; it can be extended.'),
      changedFrom: date.nullable().describe('From which date on its last change counts: what stands here is planned after it.'),
      endedFrom: date.nullable().describe('None of its meetings takes place from this date on.'),
      plannedAt: z.iso.datetime(),
    }),
    singular: 'meeting series',
    plural: 'meeting series',
    example: { id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60', ...plan, changedFrom: null, endedFrom: null, plannedAt: '2026-02-20T09:00:00.000Z' },
  },
  commands: [
    {
      verb: 'create',
      command: commands.planSeries, records: 'MeetingSeriesPlanned', follow,
      summary: 'Plan meetings that repeat',
      description: 'Every week, or on a weekday of the month, for twelve months at most. Each is a meeting of its own, at the same wall-clock time all year: `results` names them in order.',
      example: plan,
    },
    {
      verb: 'change',
      command: commands.changeSeries, records: 'MeetingSeriesChanged', follow,
      idField,
      summary: 'Change this meeting of a series and those that follow',
      description: 'For occurrences that take place from a date on, as their series plans them: one that somebody moved by itself counts by the day it was moved from. What was changed of a meeting by itself stays; what has begun, was cancelled, closed or has attendance stays as well: `results` tells of each. Null empties a field, absent fields stay. To change one meeting alone, reschedule or cancel it.',
      example: { from: '2026-09-01', startTime: '19:00', place: 'Library' },
    },
    {
      verb: 'extend',
      command: commands.extendSeries, records: 'MeetingSeriesExtended', follow,
      idField,
      summary: 'Plan more meetings of a series',
      description: 'As the last ones are planned; until twelve months from today at most.',
      example: { until: '2027-08-31' },
    },
    {
      verb: 'end',
      command: commands.endSeries, records: 'MeetingSeriesEnded', follow,
      idField,
      summary: 'End a series',
      description: 'Cancels the meetings that take place from a date on, as their series plans them; one of these that somebody moved by itself is cancelled wherever it was moved to, and one that was moved past the date from an earlier day stays: cancel that by itself. What has begun, is closed or has attendance stays: `results` tells of each.',
      example: { from: '2026-12-01', reason: 'The room is no longer ours.' },
    },
  ],
});

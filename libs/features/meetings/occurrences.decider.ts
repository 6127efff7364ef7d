/** How a meeting follows its series: scheduled, changed and cancelled with it, but for what was changed of it by itself, and for what is over. */
import { z } from 'zod';
import { defineCommand, defineRefusal, idWithin, plus, streamName } from '#event-sourcing';
import { MeetingCancelled, MeetingScheduled } from './meetings.events.js';
import { attendanceExists, meetingCancelled, meetingClosed, rescheduling, timesOf } from './meetings.decider.js';
import { meetingPolicy } from './meetings.policy.js';
import { everybodyIn, lengthOf, meetings, type Part } from './meetings.state.js';
import { noSuchSeries } from './series.decider.js';
import { meetingFor, series } from './series.state.js';

export const tooLate = defineRefusal('too-late', 'It is too late for that');

/** The id of the meeting that stands for a date of a series. */
export function meetingOf({ seriesId, occurrence }: { seriesId: string; occurrence: string }): string {
  return idWithin(seriesId, occurrence);
}

/** Makes of one meeting what its series says now. Given twice it does nothing twice, and of two at once, whichever is last, the meeting is the same. */
export const followSeries = defineCommand(meetings, {
  name: 'followSeries',
  input: z.strictObject({ seriesId: z.uuid(), occurrence: z.iso.date() }),
  id: meetingOf,
  needs: ({ seriesId }) => ({ series: { fold: series, stream: streamName('series', seriesId) } }),
  policy: { allow: meetingPolicy.commands.followSeries },
  refusals: [noSuchSeries, meetingCancelled, meetingClosed, attendanceExists, tooLate],
  decide({ seriesId, occurrence }, state, { now, needs }) {
    const found = needs.series.occurrences.find(({ date }) => date === occurrence);
    if (!found) return noSuchSeries('There is no series that has this date.');
    const planned = meetingFor(found);
    const { groupId, startsAt, endsAt, timeZone, title, mode, place } = planned;
    const id = meetingOf({ seriesId, occurrence });
    const { ended } = found;
    const { plan } = state;
    if (!plan) {
      if (ended) return [];
      return [MeetingScheduled.at(now, { groupId, meetingId: id, title, timeZone, ...timesOf(startsAt, endsAt, timeZone), ...(mode !== undefined && { mode }), ...(place !== undefined && { place }), seriesId, occurrence })];
    }
    if (state.cancelledAt !== undefined) return ended ? [] : meetingCancelled('This meeting was cancelled, and stays so.');
    if (state.closed) return meetingClosed('This meeting is closed: it took place as it was.');
    if (Object.keys(state.attendance).length > 0) return attendanceExists('Attendance is recorded for this meeting already, so it is neither moved nor cancelled.');
    if (plan.startsAt <= now) return tooLate('This meeting has begun already.');
    if (ended) return [MeetingCancelled.at(now, { groupId, meetingId: id, startsAt: plan.startsAt, memberIds: everybodyIn(state) })];
    const isOwn = (part: Part): boolean => state.own.includes(part);
    const start = isOwn('start') ? plan : planned;
    const length = lengthOf(isOwn('length') ? plan : planned);
    const next = {
      title: isOwn('title') ? plan.title : title,
      timeZone: start.timeZone,
      startsAt: start.startsAt,
      endsAt: length === undefined ? undefined : plus(start.startsAt, length),
      mode: isOwn('mode') ? plan.mode : mode,
      place: isOwn('place') ? plan.place : place,
    };
    if (next.startsAt <= now) return tooLate('This meeting would be over already: move it by itself.');
    return rescheduling(id, state, next, now, seriesId);
  },
});

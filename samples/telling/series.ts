/** Meetings that repeat: planned as a series, which each of them then follows; some are changed by themselves. */
import { localTime, plus, type AnyCommand } from '#event-sourcing';
import { rescheduleMeeting } from '#features/meetings/meetings.decider.js';
import { followSeries, meetingOf } from '#features/meetings/occurrences.decider.js';
import { changeSeries, endSeries, extendSeries, planSeries } from '#features/meetings/series.decider.js';
import { monthsAfter } from '#features/meetings/series.rule.js';
import { circles, type Circle, type Repeated } from '../community/circles.js';
import { DAY, dayOf, HOUR, isHoliday, startOn } from './clock.js';
import type { Tale } from './tale.js';

export function planSeriesOf(tale: Tale): void {
  for (const circle of circles) if (circle.series) planRepeated(tale, circle, circle.series);
}

function planRepeated(tale: Tale, circle: Circle, series: Repeated): void {
  const { key, zone, facilitator, from: startTime, minutes, mode, place, evenings } = circle;
  const { title, rule, changed, extended, given } = series;
  const { start } = tale.moments;
  let seriesId = '';
  const datesOf = new Map<string, string[]>();
  /** Gives the command, and then what the service makes of it: each meeting concerned follows. @returns the series, and the dates that were new. */
  const tell = async (command: AnyCommand, input: object): Promise<{ id: string; added: readonly string[] }> => {
    const id = await tale.give(command, input, tale.as(facilitator));
    const { occurrences: added = [], from } = tale.log.at(-1)?.data as { occurrences?: string[]; from: string };
    const dates = [...(datesOf.get(id) ?? []), ...added];
    datesOf.set(id, dates);
    for (const occurrence of added.length > 0 ? added : dates.filter((date) => date >= from)) await tale.give(followSeries, { seriesId: id, occurrence });
    return { id, added };
  };
  const moveFromHolidays = async (dates: readonly string[]): Promise<void> => {
    for (const occurrence of dates.filter(isHoliday)) await tale.give(rescheduleMeeting, { meetingId: meetingOf({ seriesId, occurrence }), startsAt: startOn(circle, occurrence) }, tale.as(facilitator));
  };
  const first = evenings[0]?.week as number;
  const planned = plus(start(key, first), -10 * DAY);
  const until = (when: string, months: number): string => monthsAfter(localTime(when, zone).slice(0, 10), months);
  tale.at(planned, async () => {
    const { id, added } = await tell(planSeries, { groupId: tale.id('group', key), title, rule, startTime, durationMinutes: minutes, mode, place, from: dayOf(circle, first, tale.now), until: until(planned, 9) });
    seriesId = id;
    for (const sitting of tale.moments.sittings) if (sitting.circle === circle) tale.call('meeting', sitting.title, meetingOf({ seriesId, occurrence: sitting.day }));
    await moveFromHolidays(added);
  });
  tale.at(plus(start(key, changed.week), -9 * DAY), () => tell(changeSeries, { seriesId, from: dayOf(circle, changed.week, tale.now), startTime: changed.from, durationMinutes: changed.minutes, place: changed.place }));
  const extension = plus(start(key, extended.week), HOUR);
  tale.at(extension, async () => moveFromHolidays((await tell(extendSeries, { seriesId, until: until(extension, extended.months) })).added));
  // What is decided of one evening alone stays when the series changes.
  for (const sitting of tale.moments.sittings.filter((each) => each.circle === circle)) {
    const { startsAt, movedBy } = sitting;
    tale.at(tale.atMost(plus(startsAt, -8 * DAY), 2 * DAY), () =>
      tale.give(rescheduleMeeting, { meetingId: tale.id('meeting', sitting.title), title: sitting.title, ...(movedBy !== undefined && { startsAt }) }, tale.as(facilitator)));
  }
  const { on, days, endedAfter, reason, ...rest } = given;
  let givenUp = '';
  const begun = tale.moments.after(on, days);
  tale.at(begun, async () => {
    const from = localTime(plus(begun, 20 * DAY), zone).slice(0, 10);
    givenUp = (await tell(planSeries, { groupId: tale.id('group', key), ...rest, from, until: monthsAfter(from, 5) })).id;
  });
  const ended = tale.moments.after(on, days + endedAfter);
  tale.at(ended, () => tell(endSeries, { seriesId: givenUp, from: localTime(ended, zone).slice(0, 10), reason }));
}

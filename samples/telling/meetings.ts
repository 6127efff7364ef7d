/** Evenings: planned one by one or as a series, answered, called and put right. */
import { plus } from '#event-sourcing';
import { cancelMeeting, giveRsvp, receiveApology, rescheduleMeeting, scheduleMeeting } from '#features/meetings/meetings.decider.js';
import { closeMeeting, correctAttendance, recordAttendance } from '#features/meetings/roll-call.decider.js';
import { corrections, type Circle } from '../community/circles.js';
import { people } from '../community/people.js';
import { departures } from '../community/turns.js';
import { DAY, HOUR, MINUTE } from './clock.js';
import type { Sitting } from './moments.js';
import { planSeriesOf } from './series.js';
import type { Tale } from './tale.js';

export function planMeetings(tale: Tale): void {
  planSeriesOf(tale);
  for (const sitting of tale.moments.sittings) {
    planPlan(tale, sitting);
    planAnswers(tale, sitting);
    planRollCall(tale, sitting);
  }
  for (const { on, who, days, ...corrected } of corrections) {
    const { circle } = tale.moments.sitting(on);
    tale.at(tale.moments.after(on, days), () => tale.give(correctAttendance, { ...corrected, meetingId: tale.id('meeting', on), memberId: tale.who(who) }, tale.as(circle.facilitator)));
  }
}

/** Who belongs to a circle in the week of an evening. */
function membersIn({ key, joined }: Circle, week: number): string[] {
  const away = (who: string): boolean => departures.some((each) => each.circle === key && each.who === who && week < each.after && (each.back === undefined || week > each.back));
  return Object.keys(joined).filter((who) => (joined[who] as number) >= week && !away(who));
}

function planPlan(tale: Tale, { circle, title, startsAt, minutes, movedTo, cancelled }: Sitting): void {
  const { key, mode, place, facilitator } = circle;
  const change = (when: string, command: Parameters<Tale['give']>[0], input: object): void => tale.at(when, () => tale.give(command, { meetingId: tale.id('meeting', title), ...input }, tale.as(facilitator)));
  if (!circle.series) {
    // What is told of meetings to come was said a while ago as well.
    tale.at(tale.atMost(plus(startsAt, -12 * DAY), 2 * DAY), async () => {
      tale.call('meeting', title, await tale.give(scheduleMeeting, { groupId: tale.id('group', key), title, startsAt, endsAt: plus(startsAt, minutes * MINUTE), mode, place }, tale.as(facilitator)));
    });
  }
  if (movedTo) change(plus(startsAt, -5 * DAY), rescheduleMeeting, { place: movedTo });
  if (cancelled) change(plus(startsAt, -8 * HOUR), cancelMeeting, { reason: cancelled });
}

/** Answers, all of an evening by two moments; and apologies. */
function planAnswers(tale: Tale, { circle, title, week, startsAt, but = {}, cancelled }: Sitting): void {
  const meetingId = () => tale.id('meeting', title);
  const apologised = (who: string): boolean => but[who] === 'apologised';
  const answers = membersIn(circle, week).flatMap((who, index) => {
    // A pattern without chance, so that every load tells the same story: some do not answer, some are not sure, some bring a guest.
    const turn = (week + 4 + index * 2) % 11;
    if (turn === 0 && !apologised(who)) return [];
    const response = apologised(who) ? 'no' : turn === 4 ? 'maybe' : 'yes';
    return [{ who, response, guests: turn === 7 && response === 'yes' ? 1 : 0, late: turn > 6 }];
  });
  for (const late of [false, true]) {
    const some = answers.filter((each) => each.late === late);
    const heard = tale.atMost(plus(startsAt, late ? -26 * HOUR : -3 * DAY), late ? 5 * HOUR : 20 * HOUR);
    if (some.length === 0) continue;
    tale.at(heard, () =>
      tale.giveAll(some.map(({ who, response, guests }, index) => [giveRsvp, { meetingId: meetingId(), memberId: tale.who(who), response, guests, occurredAt: plus(heard, (index - some.length) * 11 * MINUTE) }] as const)),
    );
  }
  if (cancelled || week < 0) return;
  for (const { key, sorry } of people.filter((each) => apologised(each.key))) tale.at(plus(startsAt, -5 * HOUR), () => tale.give(receiveApology, { meetingId: meetingId(), memberId: tale.who(key), reason: sorry }, tale.as(key)));
}

/** Who belongs to the circle was present, `but` for some. */
function planRollCall(tale: Tale, { circle, title, week, startsAt, minutes, but = {}, calledAfter, cancelled }: Sitting): void {
  if (cancelled || week < 0) return;
  const called = [...new Set([...membersIn(circle, week), ...Object.keys(but)])].filter((who) => but[who] !== 'apologised');
  const stayed: Record<string, number> = { late: minutes - 25, visitor: minutes };
  tale.at(plus(startsAt, calledAfter ? calledAfter * DAY : (minutes + 10) * MINUTE), () => {
    const meetingId = tale.id('meeting', title);
    const entries = called.map((who) => ({ memberId: tale.who(who), outcome: but[who] ?? 'present', minutes: stayed[but[who] ?? 'present'] }));
    return tale.giveAll([[recordAttendance, { meetingId, how: 'rollCall', entries }], [closeMeeting, { meetingId }]], tale.as(circle.facilitator));
  });
}

/** How the circles were founded, described and chartered, and who joined them, left and came back. */
import { plus } from '#event-sourcing';
import { adoptCharter, archiveGroup, describeGroup, foundGroup, reopenGroup } from '#features/groups/groups.decider.js';
import { approveRequest, assignRole, declineRequest, joinGroup, leaveGroup, requestMembership } from '#features/memberships/memberships.decider.js';
import { circles, type Circle } from '../community/circles.js';
import { charters, closures, departures, requests } from '../community/turns.js';
import { DAY, HOUR } from './clock.js';
import { circleOf } from './moments.js';
import type { Tale } from './tale.js';

export function planGroups(tale: Tale): void {
  for (const circle of circles) planCircle(tale, circle);
  for (const departure of departures) planDeparture(tale, departure);
  for (const { circle, who, on, days, declined } of requests) {
    tale.at(tale.moments.after(on, days), () => tale.give(requestMembership, both(tale, circle, who), tale.as(who)));
    if (declined) tale.at(tale.moments.after(on, days + 2), () => tale.give(declineRequest, { ...both(tale, circle, who), reason: declined }, tale.as(circleOf(circle).facilitator)));
  }
  for (const { circle, on, days, ...charter } of charters) tale.at(tale.moments.after(on, days), () => tale.give(adoptCharter, { groupId: tale.id('group', circle), ...charter }, tale.as(circleOf(circle).facilitator)));
  for (const { circle, on, days, reason, reopenedAfter } of closures) {
    tale.at(tale.moments.after(on, days), () => tale.give(archiveGroup, { groupId: tale.id('group', circle), reason }));
    tale.at(tale.moments.after(on, days + reopenedAfter), () => tale.give(reopenGroup, { groupId: tale.id('group', circle) }));
  }
}

const both = (tale: Tale, circle: string, who: string) => ({ groupId: tale.id('group', circle), memberId: tale.who(who) });

function planCircle(tale: Tale, { key, name, zone, charter, at, facilitator, joined, asked = [], evenings }: Circle): void {
  const { start } = tale.moments;
  const founded = plus(start(key, evenings[0]?.week as number), -14 * DAY);
  tale.at(founded, async () => {
    tale.call('group', key, await tale.give(foundGroup, { name, timeZone: zone, charter }));
    await tale.give(describeGroup, { groupId: tale.id('group', key), place: at, listed: true });
  });
  for (const [who, week] of Object.entries(joined)) {
    if (asked.includes(who)) planRequest(tale, key, who, week);
    else tale.at(who === facilitator ? plus(founded, HOUR) : plus(start(key, week), -4 * DAY), () => tale.give(joinGroup, both(tale, key, who)));
  }
  tale.at(plus(founded, 2 * HOUR), () => tale.give(assignRole, { ...both(tale, key, facilitator), role: 'facilitator' }));
}

/** Somebody asks, and may come to the evening of that week. */
function planRequest(tale: Tale, circle: string, who: string, week: number): void {
  const evening = tale.moments.start(circle, week);
  tale.at(plus(evening, -9 * DAY), () => tale.give(requestMembership, both(tale, circle, who), tale.as(who)));
  tale.at(plus(evening, -6 * DAY), () => tale.give(approveRequest, both(tale, circle, who), tale.as(circleOf(circle).facilitator)));
}

function planDeparture(tale: Tale, { circle, who, after, reason, back }: (typeof departures)[number]): void {
  tale.at(plus(tale.moments.start(circle, after), 3 * DAY), () => tale.give(leaveGroup, { ...both(tale, circle, who), reason }, tale.as(who)));
  if (back !== undefined) planRequest(tale, circle, who, back);
}

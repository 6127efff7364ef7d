/** What a member's own stream adds to their timeline and progress. */
import { z } from 'zod';
import { audienceOf, type ProgressSource, type Row, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { valueAt, withValue, type History, type MemberEvent } from './members.events.js';
import { memberPolicy } from './members.policy.js';

const { hoursPerMonth, introductionCapacity } = memberPolicy.documents.members.fields as Record<string, Row>;

export const memberTimeline: TimelineSource = {
  entries: (events) =>
    (events as readonly MemberEvent[]).flatMap((event): TimelineEntry[] => {
      const entry = entryOf(event);
      return entry ? [{ id: event.id, kind: 'profile', occurredAt: event.occurredAt, eventIds: [event.id], ...entry }] : [];
    }),
};

function entryOf(event: MemberEvent): Pick<TimelineEntry, 'what' | 'details' | 'audience'> | undefined {
  switch (event.type) {
    case 'MemberRegistered':
      return { what: 'registered', details: {} };
    case 'MemberProfileChanged': {
      const { memberId: _id, cleared = [], ...changed } = event.data;
      return { what: 'profile-changed', details: { fields: [...Object.keys(changed), ...cleared] } };
    }
    case 'SkillOffered':
      return { what: 'skill-offered', details: { skill: event.data.skill, ...(event.data.level !== undefined && { level: event.data.level }) } };
    case 'SkillOfferWithdrawn':
      return { what: 'skill-offer-withdrawn', details: { skill: event.data.skill } };
    case 'SkillSought':
      return { what: 'skill-sought', details: { skill: event.data.skill, ...(event.data.level !== undefined && { level: event.data.level }) } };
    case 'SkillSearchEnded':
      return { what: 'skill-search-ended', details: { skill: event.data.skill } };
    case 'TimePledged':
      return { what: 'time-pledged', details: { hoursPerMonth: event.data.hoursPerMonth }, audience: audienceOf(hoursPerMonth as Row, { self: event.data.memberId }) };
    case 'IntroductionCapacitySet':
      return { what: 'introduction-capacity-set', details: { capacity: event.data.capacity }, audience: audienceOf(introductionCapacity as Row, { self: event.data.memberId }) };
    default:
      return undefined;
  }
}

/** Pledged time in a window = pledge · days / 30, each pledge for the days it was in force ("A member's progress" in domain.md). */
export const memberProgress: ProgressSource = {
  schema: { time: { pledgedHours: z.number().min(0).nullable().optional() } },
  example: { time: { pledgedHours: 18 } },
  figures(events, _memberId, { from, before, groupIds }): Record<string, Record<string, unknown>> {
    if (groupIds) return {};
    const pledges = (events as readonly MemberEvent[]).reduce<History<number>>((all, event) => (event.type === 'TimePledged' ? withValue(all, event.occurredAt, event.data.hoursPerMonth) : all), []);
    return { time: { pledgedHours: pledges.length === 0 ? null : pledgedHours(pledges, from, before) } };
  },
};

const DAY_MS = 86_400_000;

/** Hours pledged in [from, before). */
export function pledgedHours(pledges: History<number>, from: string, before: string): number {
  const turns = [from, ...pledges.map((pledge) => pledge.at).filter((at) => at > from && at < before), before];
  let hours = 0;
  for (let index = 0; index + 1 < turns.length; index++) {
    const [start, end] = [turns[index] as string, turns[index + 1] as string];
    hours += ((valueAt(pledges, start) ?? 0) * (Date.parse(end) - Date.parse(start))) / DAY_MS / 30;
  }
  return Math.round(hours * 100) / 100;
}

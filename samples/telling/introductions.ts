/** Introductions, with the scores and reasons that the service would have found in its views at that moment. */
import { foldInto, plus, type RecordedEvent, type ViewDefinition } from '#event-sourcing';
import { groupsView } from '#features/groups/views/groups.js';
import { acceptIntroduction, declineIntroduction, suggestIntroduction, type Found } from '#features/introductions/introductions.decider.js';
import { LOAD_DAYS, match, RECENT_DAYS, type Met, type Teacher } from '#features/introductions/matching.js';
import { introductionsView } from '#features/introductions/views/introductions.js';
import { attendancesView } from '#features/meetings/views/attendances.js';
import { membersView } from '#features/members/views/members.js';
import { membershipsView } from '#features/memberships/views/memberships.js';
import { introductions } from '../community/introductions.js';
import { DAY, HOUR } from './clock.js';
import type { Tale } from './tale.js';

export function planIntroductions(tale: Tale): void {
  for (const { seeker, teacher, by, circle, on, days, note, answers } of introductions) {
    let introductionId = '';
    const when = tale.moments.after(on, days);
    tale.at(when, async () => {
      const pair = { seekerId: tale.who(seeker), teacherId: tale.who(teacher) };
      introductionId = await tale.give(suggestIntroduction, { ...pair, groupId: circle && tale.id('group', circle), note, found: foundIn(tale.log, pair, when) }, tale.as(by));
    });
    for (const { who, hours, declined } of answers) {
      const answer = declined === undefined ? acceptIntroduction : declineIntroduction;
      tale.at(plus(when, hours * HOUR), () => tale.give(answer, { introductionId, memberId: tale.who(who), ...(declined !== undefined && { reason: declined }) }, tale.as(who)));
    }
  }
}

/** The documents of a view, as these events make them. */
function documentsOf<D extends { id: string }>(view: ViewDefinition, log: readonly RecordedEvent[]): Map<string, D> {
  const types = new Set(view.events.map(({ type }) => type));
  const documents = new Map<string, D>();
  for (const event of log) {
    if (!types.has(event.type)) continue;
    for (const id of view.ids(event)) documents.set(id, foldInto(view, documents.get(id) as never, event, id) as unknown as D);
  }
  return documents;
}

interface Attendance {
  id: string;
  meetingId: string;
  memberId: string;
  startsAt: string;
  outcome: string | null;
}

const THERE: readonly (string | null)[] = ['present', 'late', 'substitute', 'visitor'];

function foundIn(log: readonly RecordedEvent[], { seekerId, teacherId }: { seekerId: string; teacherId: string }, at: string): Found {
  const of = <D extends { id: string }>(view: unknown) => documentsOf<D>(view as ViewDefinition, log);
  const members = of<Teacher & { introductionCapacity: number }>(membersView);
  const groups = of<{ id: string; charter: { domain: string[] } | null }>(groupsView);
  const memberships = [...of<{ id: string; memberId: string; groupId: string; status: string }>(membershipsView).values()].filter(({ status }) => status === 'active');
  const introduced = [...of<{ id: string; memberIds: string[]; status: string; suggestedAt: string; settledAt: string | null }>(introductionsView).values()];
  const attended = [...of<Attendance>(attendancesView).values()].filter(({ outcome }) => THERE.includes(outcome));
  const since = plus(at, -LOAD_DAYS * DAY);
  const takesAPlace = ({ status, suggestedAt, settledAt }: (typeof introduced)[number]): boolean => (status === 'suggested' ? suggestedAt >= since : status === 'accepted' && (settledAt ?? '') >= since);
  const load = (id: string): number => introduced.filter((each) => each.memberIds.includes(id) && takesAPlace(each)).length;
  const person = (id: string): Teacher => {
    const member = members.get(id) as Teacher & { introductionCapacity: number };
    const domains = memberships.filter(({ memberId }) => memberId === id).flatMap(({ groupId }) => groups.get(groupId)?.charter?.domain ?? []);
    return { ...member, domains, capacity: member.introductionCapacity, load: load(id) };
  };
  const between = introduced.filter(({ memberIds }) => memberIds.includes(seekerId) && memberIds.includes(teacherId));
  const evenings = new Map(attended.filter(({ memberId }) => memberId === seekerId).map(({ meetingId, startsAt }) => [meetingId, startsAt]));
  const together = attended.flatMap(({ memberId, meetingId, startsAt }) => (memberId === teacherId && evenings.has(meetingId) ? [startsAt] : []));
  const last = [...together, ...between.flatMap(({ status, settledAt }) => (status === 'accepted' && settledAt ? [settledAt] : []))].sort().at(-1);
  const met: Met = last === undefined ? 'never' : last >= plus(at, -RECENT_DAYS * DAY) ? 'recently' : 'before';
  const made = match(person(seekerId), person(teacherId), met);
  return {
    ...(made && { match: made }),
    seekerLoad: load(seekerId),
    teacherLoad: load(teacherId),
    teacherBelongs: memberships.some(({ memberId }) => memberId === teacherId),
    pending: between.some(({ status }) => status === 'suggested'),
  };
}
